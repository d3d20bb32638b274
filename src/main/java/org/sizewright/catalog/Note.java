package org.sizewright.catalog;

import java.util.Objects;

/**
 * Something worth knowing about how a row was read. What a person should decide is said in the row's fate as well.
 *
 * @param raw the row
 * @param code what it is about
 * @param sentence for people
 */
public record Note(RawRow raw, Code code, String sentence) {
    /** What a note can be about. */
    public enum Code {
        VENDOR_ALIAS,
        VENDOR_UNKNOWN,
        VENDOR_MISSING,
        MODEL_CASE_NORMALISED,
        MODEL_MISSING,
        GPU_MISSING,
        GPU_UNKNOWN,
        GPU_AMBIGUOUS,
        GPU_ANSWERED,
        GPU_LEFT_OPEN,
        GPU_ALIAS_INFERRED,
        GPU_FAMILY_ASSUMED,
        GPU_NAME_OCR_REPAIR,
        GPU_PROFILE_NAMED,
        GPU_FORM_CONTRADICTED,
        MULTI_GPU_CELL_SPLIT,
        BOARD_HAS_SEVERAL_GPUS,
        RACK_SCALE_COUNT,
        GPU_COUNT_MISSING,
        GPU_COUNT_IMPLAUSIBLE,
        GPU_COUNT_NEGATIVE,
        GPU_COUNT_LARGEST_OF_LIST,
        GPU_COUNT_CONTRADICTED,
        COUNT_SHARED_BY_SEVERAL_GPUS,
        CPU_COUNT_IMPLAUSIBLE,
        CPU_COUNT_LOOKS_LOW_FOR_MODEL,
        VALIDATION_TYPE_UNKNOWN,
        VALIDATION_SEVERAL,
        FOOTNOTE_MARK,
        DUPLICATE_ROW,
        SAME_SERVER_OTHER_DETAIL,
        CONFLICT,
        CONFLICT_DECIDED
    }

    public Note {
        Objects.requireNonNull(raw, "raw");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(sentence, "sentence");
    }

    /** The row's number. */
    public int row() {
        return raw.row();
    }
}
