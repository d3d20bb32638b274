package org.sizewright.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sizewright.placement.CostBound.Limit;

/** What a mixture of hosts costs at least by vCPUs, memory or whole GPUs alone: known at once and without a solver. */
final class MixBounds {
    private MixBounds() {}

    /** The highest of them. */
    static CostBound of(PlacementProblem problem, MixQuestion question) {
        CostBound best = CostBound.nothing();
        for (Limit limit : List.of(Limit.VCPU, Limit.MEMORY_GIB, Limit.WHOLE_GPUS)) {
            CostBound bound = of(problem, question, limit);
            best = bound.cost() > best.cost() ? bound : best;
        }
        return best;
    }

    private static CostBound of(PlacementProblem problem, MixQuestion question, Limit limit) {
        Map<String, Long> weights = new TreeMap<>();
        long need = 0;
        for (VmClass vm : problem.vms()) {
            long weight = switch (limit) {
                case VCPU -> vm.vcpu();
                case MEMORY_GIB -> vm.memoryGib();
                case WHOLE_GPUS -> vm.gpu() instanceof GpuNeed.Whole whole ? whole.gpus() : 0;
                case ANY_FILL -> 0;
            };
            weights.put(vm.id(), weight);
            need += weight * vm.count();
        }
        List<Long> heaviest = new ArrayList<>();
        for (int group = 0; group < problem.groups().size(); group++) {
            HostSpec host = problem.groups().get(group).host();
            long most = switch (limit) {
                case VCPU -> host.vcpu();
                case MEMORY_GIB -> host.usableMemoryGib();
                case WHOLE_GPUS -> host.gpus();
                case ANY_FILL -> 0;
            };
            heaviest.add(most);
            if (!question.isSearched(group)) {
                need -= most * problem.groups().get(group).count();
            }
        }
        long cost = Long.MAX_VALUE;
        for (int group : question.searched()) {
            if (heaviest.get(group) > 0) {
                cost = Math.min(
                        cost, Math.ceilDiv(need * question.costs().get(group).getAsLong(), heaviest.get(group)));
            }
        }
        if (need <= 0 || cost == Long.MAX_VALUE) {
            return CostBound.nothing();
        }
        String what = switch (limit) {
            case VCPU -> "vCPUs";
            case MEMORY_GIB -> "memory";
            case WHOLE_GPUS -> "whole GPUs";
            case ANY_FILL -> "";
        };
        return new CostBound(
                cost,
                List.of(new CostBound.Weighs(limit, false, weights, heaviest)),
                "The machines ask for more " + what + " than hosts for less than " + question.amount(cost) + " have.");
    }
}
