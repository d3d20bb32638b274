package org.sizewright.accuracy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One run that somebody measured.
 *
 * @param kind what was run: {@code vllm_profile}, {@code finetune}...
 * @param model id of the model
 * @param engine what it ran on, where the case says so outside its inputs; else empty
 * @param measured by figure; empty where the source does not say
 */
public record MeasuredCase(
        String id, String kind, String model, String engine, Inputs inputs, Map<String, Optional<Double>> measured) {
    public MeasuredCase {
        measured = Collections.unmodifiableMap(new LinkedHashMap<>(measured));
    }
}
