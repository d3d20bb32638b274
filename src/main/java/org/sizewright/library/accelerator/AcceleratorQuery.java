package org.sizewright.library.accelerator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sizewright.library.Gpu;
import org.sizewright.library.MathFormat;

/**
 * What is asked of GPUs; all of it must hold.
 *
 * @param text words that all occur in name, chip, form, architecture, catalog names, vGPU prefixes, PCI ids or id
 * @param minMemoryGb least memory in GB by the name of the GPU
 * @param profile name of a MIG profile or vGPU type, see {@link Accelerator#carries}; empty asks for none
 * @param natively a number format with a known throughput of its own
 * @param mig whether it must have MIG profiles
 * @param released whether what was only announced when its record was written is left out
 */
public record AcceleratorQuery(
        String text,
        OptionalInt minMemoryGb,
        String profile,
        Optional<MathFormat> natively,
        boolean mig,
        boolean released) {
    public static final AcceleratorQuery ALL =
            new AcceleratorQuery("", OptionalInt.empty(), "", Optional.empty(), false, false);

    /**
     * @param found in the order in which they came
     * @param undecided those that are not found only because their throughput in the wanted number format is not known, while that of
     *     another GPU of their architecture is
     */
    public record Result(List<Accelerator> found, List<Accelerator> undecided) {
        public Result {
            found = List.copyOf(found);
            undecided = List.copyOf(undecided);
        }
    }

    public AcceleratorQuery withText(String changed) {
        return new AcceleratorQuery(changed, minMemoryGb, profile, natively, mig, released);
    }

    public AcceleratorQuery withMinMemoryGb(OptionalInt changed) {
        return new AcceleratorQuery(text, changed, profile, natively, mig, released);
    }

    public AcceleratorQuery withProfile(String changed) {
        return new AcceleratorQuery(text, minMemoryGb, changed, natively, mig, released);
    }

    public AcceleratorQuery withNatively(Optional<MathFormat> changed) {
        return new AcceleratorQuery(text, minMemoryGb, profile, changed, mig, released);
    }

    public AcceleratorQuery withMig(boolean changed) {
        return new AcceleratorQuery(text, minMemoryGb, profile, natively, changed, released);
    }

    public AcceleratorQuery withReleased(boolean changed) {
        return new AcceleratorQuery(text, minMemoryGb, profile, natively, mig, changed);
    }

    /** @param all every GPU that there is, which tells what an architecture can do */
    public Result find(List<Accelerator> all) {
        Set<String> architectures = all.stream()
                .map(Accelerator::gpu)
                .filter(this::isKnownNatively)
                .map(Gpu::architecture)
                .collect(Collectors.toSet());
        List<Accelerator> found = new ArrayList<>();
        List<Accelerator> undecided = new ArrayList<>();
        for (Accelerator each : all) {
            if (matchesButFormat(each)) {
                if (isKnownNatively(each.gpu())) {
                    found.add(each);
                } else if (architectures.contains(each.gpu().architecture())) {
                    undecided.add(each);
                }
            }
        }
        return new Result(found, undecided);
    }

    private boolean isKnownNatively(Gpu gpu) {
        return natively.isEmpty() || gpu.tflops(natively.get()).isKnown();
    }

    private boolean matchesButFormat(Accelerator each) {
        Gpu gpu = each.gpu();
        return (minMemoryGb.isEmpty() || gpu.memory().nominalGb() >= minMemoryGb.getAsInt())
                && (profile.isBlank() || each.carries(profile))
                && (!mig || each.mig().isPresent())
                && (!released || !gpu.announcedOnly())
                && hasWords(gpu);
    }

    private boolean hasWords(Gpu gpu) {
        if (text.isBlank()) {
            return true;
        }
        List<String> searched = Stream.of(
                        Stream.of(
                                gpu.name(),
                                gpu.chip() + " " + gpu.form(),
                                gpu.architecture(),
                                gpu.id().value(),
                                gpu.memory().nominalGb() + " GB"),
                        gpu.catalogNames().stream(),
                        gpu.details().pciIds().asOptional().stream()
                                .flatMap(List::stream)
                                .map(Gpu.PciDevice::device),
                        gpu.vgpuPrefixes().stream())
                .flatMap(each -> each)
                .map(AcceleratorQuery::normal)
                .toList();
        return Stream.of(normal(text).split(" "))
                .allMatch(word -> searched.stream()
                        .anyMatch(each -> each.contains(word) || squeezed(each).contains(squeezed(word))));
    }

    /** Lower case, and one space at a time. */
    static String normal(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    private static String squeezed(String text) {
        String letters = text.replaceAll("[^a-z0-9]", "");
        return letters.isEmpty() ? text : letters;
    }
}
