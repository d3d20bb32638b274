package org.sizewright.catalog;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * A GPU as a list names it, taken apart as far as the name goes. What the name does not say stays empty.
 *
 * @param text the name as written, cleaned of entities and odd spaces
 * @param chip the chip or card, such as {@code A100} or {@code RTX PRO 6000 Blackwell Server Edition}; empty if not recognised
 * @param form the form, empty if it is not named and the chip has several
 * @param memoryGb memory in GB (10^9 bytes, as on the label), only if it is named
 * @param canonical the usual name of chip and form, such as {@code A100 SXM4}; empty if not recognised
 * @param connector the connector with its generation, such as {@code SXM5} or {@code PCIe}
 * @param flags what else the name says
 * @param candidates what the name may mean where it leaves that open; empty for a complete name
 * @param confidence how far the name was understood
 */
public record GpuName(
        String text,
        Optional<String> chip,
        Optional<GpuForm> form,
        OptionalInt memoryGb,
        Optional<String> canonical,
        Optional<String> connector,
        Set<GpuFlag> flags,
        List<GpuCandidate> candidates,
        Confidence confidence) {
    /** How far a name was understood. */
    public enum Confidence {
        /** chip, and form where there are several, are named */
        EXACT,
        /** the form was taken from the form column */
        BY_FORM_COLUMN,
        /** form, memory size or edition is open: see the candidates */
        AMBIGUOUS,
        /** not recognised */
        UNKNOWN
    }

    public GpuName {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(chip, "chip");
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(memoryGb, "memoryGb");
        Objects.requireNonNull(canonical, "canonical");
        Objects.requireNonNull(connector, "connector");
        Objects.requireNonNull(confidence, "confidence");
        // sorted, so that two equal names look equal in saved files
        flags = Collections.unmodifiableSet(new TreeSet<>(flags));
        candidates = List.copyOf(candidates);
        if (chip.isPresent() == (confidence == Confidence.UNKNOWN)) {
            throw new IllegalArgumentException("a GPU is unknown exactly if it has no chip: " + text);
        }
    }

    static GpuName unknown(String text, Set<GpuFlag> flags) {
        return new GpuName(
                text,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                flags,
                List.of(),
                Confidence.UNKNOWN);
    }

    public boolean isKnown() {
        return chip.isPresent();
    }

    /** The name for people: canonical name and memory, or the text as written if the GPU is not recognised. */
    public String displayName() {
        String name = canonical.orElse(text);
        return memoryGb.isPresent() ? name + " " + memoryGb.getAsInt() + " GB" : name;
    }
}
