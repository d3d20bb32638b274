package org.sizewright.accuracy;

import java.util.Comparator;
import java.util.Map;
import org.sizewright.library.Library;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.NumberFormatId;

/** How cases spell number formats. */
final class Formats {
    private static final Map<String, String> SPELLINGS = Map.of(
            "awq", "awq-int4-g128",
            "gptq", "gptq-int4-g128",
            "gptq-int4", "gptq-int4-g128",
            "int4", "w4a16-g128",
            "w8a8", "int8",
            "fp8-llama405b", "fp8-mlp",
            "fp8-block", "fp8-block128",
            "float16", "fp16",
            "bfloat16", "bf16");

    private Formats() {}

    /** @throws UnknownInput if the library has no such format */
    static NumberFormat weights(Library library, String spelled) {
        String id = SPELLINGS.getOrDefault(spelled, spelled);
        return library.numberFormats().stream()
                .filter(format -> format.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new UnknownInput("the library has no number format \"" + spelled + "\""));
    }

    /** The format of the cache whose bytes come closest to those of the case; 16 bit if it does not say. */
    static NumberFormat cache(Library library, Inputs inputs) {
        double bytes = inputs.number("kv_dtype_bytes").orElse(2.0);
        if (bytes == 2) {
            return library.numberFormat(NumberFormatId.of("bf16")).orElseThrow();
        }
        return library.numberFormats().stream()
                .filter(NumberFormat::kvCache)
                .min(Comparator.comparingDouble(format -> Math.abs(format.bytesPerParameter() - bytes)))
                .orElseThrow();
    }
}
