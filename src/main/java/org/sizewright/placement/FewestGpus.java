package org.sizewright.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.sizewright.partition.GpuGeometry;

/**
 * The fewest GPUs of one model that carry the machines of a cluster, were processors, memory and hosts never short: whole GPUs as they
 * are asked for, shares packed with the rules of the GPU. Failures are not counted.
 *
 * @param model the GPU
 * @param whole GPUs that machines have to themselves
 * @param atLeast GPUs that the shares need at least
 * @param enough GPUs on which the shares were placed; as many as {@code atLeast} where that is proven. Empty if none were found
 * @param inUse GPUs that carry something in the placement that is shown
 */
public record FewestGpus(String model, long whole, int atLeast, OptionalInt enough, int inUse) {
    private static final int MOST_GPUS = 20_000;

    /** Empty without GPUs in use, or with GPUs of more than one kind, of which no number is the fewest. */
    public static Optional<FewestGpus> of(HostSearch search, PlacementProblem problem, PlacementFigures figures) {
        Set<GpuGeometry> kinds = problem.groups().stream()
                .filter(group -> group.count() > 0)
                .flatMap(group -> group.host().geometry().stream())
                .collect(Collectors.toSet());
        if (kinds.size() != 1 || figures.gpusUsed() == 0) {
            return Optional.empty();
        }
        GpuGeometry gpu = kinds.iterator().next();
        long whole = 0;
        List<VmClass> shares = new ArrayList<>();
        for (VmClass vm : problem.vms()) {
            for (GpuNeed share : vm.gpu().shares()) {
                if (share instanceof GpuNeed.Whole) {
                    whole += vm.count();
                } else {
                    shares.add(VmClass.of(vm.id() + " " + shares.size(), vm.count(), share, 0, 0));
                }
            }
        }
        int atLeast = 0;
        OptionalInt enough = OptionalInt.of(0);
        if (shares.stream().anyMatch(vm -> vm.count() > 0)) {
            PlacementProblem alone = new PlacementProblem(
                    List.of(new HostGroupSpec(HostSpec.of("gpu", 1, gpu, 0, 0), 0)),
                    shares,
                    problem.policy().withFailures(0));
            Proof proof = search.search(alone, 0, MOST_GPUS).proof();
            atLeast = proof.fromBelow().map(LowerBound::hosts).orElse(0);
            enough = proof.enough();
        }
        return Optional.of(new FewestGpus(gpu.model(), whole, atLeast, enough, figures.gpusUsed()));
    }

    /** Whether no fewer GPUs could carry the machines. */
    public boolean isProven() {
        return enough.isPresent() && enough.getAsInt() == atLeast;
    }

    /** Two sentences. */
    public String words() {
        String parts = whole > 0 && atLeast > 0
                ? " (" + whole + " whole, " + (isProven() ? "" : "at least ") + atLeast + " for shares)"
                : "";
        String fewest = isProven()
                ? "At least " + gpus(whole + atLeast) + " of " + model + " are needed" + parts
                        + ", and were hosts never short so many would do: proven."
                : "At least " + gpus(whole + atLeast) + " of " + model + " are needed" + parts
                        + enough.stream()
                                .mapToObj(found -> "; " + (whole + found) + " would do, were hosts never short.")
                                .findFirst()
                                .orElse(".");
        long more = inUse - whole - atLeast;
        return fewest + " The placement uses " + inUse
                + (more <= 0
                        ? ", no more than that."
                        : ": processors, memory, the order on the hosts and their assignment policy take the rest.");
    }

    private static String gpus(long number) {
        return number == 1 ? "1 GPU" : number + " GPUs";
    }
}
