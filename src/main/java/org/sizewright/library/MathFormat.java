package org.sizewright.library;

/** The number formats in which a GPU's throughput is stated. */
public enum MathFormat {
    FP64("fp64"),
    FP32("fp32"),
    TF32("tf32"),
    BF16("bf16"),
    FP16("fp16"),
    FP8("fp8"),
    INT8("int8"),
    FP4("fp4");

    private final String word;

    MathFormat(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** Throws {@link IllegalArgumentException} if there is no such format. */
    public static MathFormat parse(String word) {
        for (MathFormat format : values()) {
            if (format.word.equals(word)) {
                return format;
            }
        }
        throw new IllegalArgumentException("no throughput is stated for \"" + word + "\"");
    }
}
