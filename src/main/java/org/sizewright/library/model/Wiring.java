package org.sizewright.library.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the parts of a layer hang together: nothing of it changes a parameter, but training keeps more or less between forward and
 * backward pass, and adapters see other matrices.
 *
 * @param parallel attention and MLP read the same vector
 * @param plainNorms norms work in the precision of the model; others keep a 32-bit copy of what goes in
 * @param modules matrices that published code holds as one, by the name it has there: {@code c_attn} is q, k and v of GPT-2
 */
public record Wiring(boolean parallel, boolean plainNorms, Map<String, List<String>> modules) {
    public static final Wiring USUAL = new Wiring(false, false, Map.of());

    public Wiring {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        modules.forEach((name, parts) -> copy.put(name, List.copyOf(parts)));
        modules = Collections.unmodifiableMap(copy);
    }
}
