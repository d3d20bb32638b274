package org.sizewright.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How one chip is recognised and what it comes as; a record of {@code assets/library/catalog-gpu-names.json}.
 *
 * @param chip the chip's name; {@code $1} stands for the pattern's first group
 * @param pattern over the words of the name, in capitals
 * @param variants the forms and memory sizes that exist
 * @param askMemory a missing memory size leaves the name ambiguous
 * @param askForm the form is left open whatever the text says
 * @param names the usual name where it is not chip and form
 * @param connectors the connector where it is not the form
 * @param inferForm what implies a form
 * @param flags set whenever this rule fits
 * @param choices chips between which the name leaves the choice
 * @param alternatives chips that the name may mean although another is assumed
 * @param gpusPerBoard GPUs on one board
 */
record GpuChipRule(
        String chip,
        Pattern pattern,
        List<Variant> variants,
        boolean askMemory,
        boolean askForm,
        Map<GpuForm, String> names,
        Map<GpuForm, String> connectors,
        Map<Pattern, GpuForm> inferForm,
        Set<GpuFlag> flags,
        List<String> choices,
        List<String> alternatives,
        int gpusPerBoard) {
    /** A form, and one memory size in GB that exists in it. */
    record Variant(GpuForm form, OptionalInt memoryGb) {}

    GpuChipRule {
        variants = List.copyOf(variants);
        names = Map.copyOf(names);
        connectors = Map.copyOf(connectors);
        inferForm = Map.copyOf(inferForm);
        flags = Set.copyOf(flags);
        choices = List.copyOf(choices);
        alternatives = List.copyOf(alternatives);
        if (variants.isEmpty() || gpusPerBoard < 1) {
            throw new IllegalArgumentException("a chip has a variant and at least one GPU per board: " + chip);
        }
    }

    List<GpuForm> forms() {
        return variants.stream().map(Variant::form).distinct().toList();
    }

    boolean hasMemory(int gb) {
        return variants.stream().anyMatch(variant -> variant.memoryGb().equals(OptionalInt.of(gb)));
    }

    /** The form itself, or the only other card form where the chip has no card of that form: an "H200 PCIe" is an NVL. */
    Optional<GpuForm> existing(GpuForm named) {
        if (forms().contains(named)) {
            return Optional.of(named);
        }
        return named == GpuForm.PCIE && forms().contains(GpuForm.NVL) ? Optional.of(GpuForm.NVL) : Optional.empty();
    }

    String canonical(String chipName, Optional<GpuForm> form) {
        if (form.isEmpty() || forms().size() == 1) {
            return chipName;
        }
        GpuForm known = form.get();
        return names.getOrDefault(known, chipName + " " + known.text());
    }

    String connector(GpuForm form) {
        return connectors.getOrDefault(form, form == GpuForm.NVL ? GpuForm.PCIE.text() : form.text());
    }
}
