package org.sizewright.library.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The content of a published {@code config.json}: texts, numbers ({@code Long} or {@code Double}), flags, lists and nested
 * configurations by field name. Immutable; a field that is null there is absent here.
 */
public record ModelConfig(Map<String, Object> fields) {
    private static final String DECODER = "text_config";

    public ModelConfig {
        Map<String, Object> copy = new LinkedHashMap<>();
        fields.forEach((name, value) -> copy.put(name, checked(name, value)));
        fields = java.util.Collections.unmodifiableMap(copy);
    }

    private static Object checked(String name, Object value) {
        return switch (value) {
            case String text -> text;
            case Long number -> number;
            case Double number -> number;
            case Boolean flag -> flag;
            case ModelConfig nested -> nested;
            case List<?> list ->
                list.stream().map(element -> checked(name, (Object) element)).toList();
            default -> throw new IllegalArgumentException("\"" + name + "\" holds a " + value.getClass());
        };
    }

    public Optional<Object> find(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    public Optional<ModelConfig> nested(String name) {
        return find(name).filter(ModelConfig.class::isInstance).map(ModelConfig.class::cast);
    }

    public Optional<String> text(String name) {
        return find(name).filter(String.class::isInstance).map(String.class::cast);
    }

    /** A text of {@link #decoder()}. */
    public Optional<String> textOfDecoder(String name) {
        return nested(DECODER).orElse(this).text(name);
    }

    /** The text decoder: the nested configuration of models that also see or hear, else this one. */
    public ModelConfig decoder() {
        Optional<ModelConfig> nested = nested(DECODER);
        if (nested.isEmpty()) {
            return this;
        }
        Map<String, Object> all = new LinkedHashMap<>(nested.get().fields());
        // the only thing about the decoder that publishers put outside it
        find("tie_word_embeddings").ifPresent(tied -> all.putIfAbsent("tie_word_embeddings", tied));
        return new ModelConfig(all);
    }
}
