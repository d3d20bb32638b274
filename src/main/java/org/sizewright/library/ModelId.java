package org.sizewright.library;

/** Names a language model, such as {@code meta-llama/Llama-2-13b-hf}. */
public record ModelId(String value) implements Comparable<ModelId> {
    public ModelId {
        Checks.notBlank("id", value);
    }

    public static ModelId of(String value) {
        return new ModelId(value);
    }

    @Override
    public int compareTo(ModelId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
