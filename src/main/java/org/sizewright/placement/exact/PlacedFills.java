package org.sizewright.placement.exact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sizewright.placement.GpuSlot;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.Placement;
import org.sizewright.placement.PlacementProblem;

/** Reads a placement on empty hosts as fills. */
final class PlacedFills {
    private PlacedFills() {}

    /** @param binOfGroup number of the bin that stands for each host group */
    static Cover of(CountModel model, PlacementProblem problem, Placement placement, int[] binOfGroup) {
        Map<Integer, Integer> binOfHost = new TreeMap<>();
        int host = 0;
        for (int group = 0; group < problem.groups().size(); group++) {
            for (int i = 0; i < problem.groups().get(group).count(); i++) {
                binOfHost.put(host++, binOfGroup[group]);
            }
        }
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (int i = 0; i < model.classes(); i++) {
            numbers.put(model.vmClass(i).id(), i);
        }
        Map<Integer, int[]> counts = new TreeMap<>();
        Map<Integer, Map<Integer, int[]>> shares = new TreeMap<>();
        for (PlacedVm vm : placement.placed()) {
            int vmClass = numbers.getOrDefault(vm.vmClass(), -1);
            counts.computeIfAbsent(vm.host(), key -> new int[model.classes()])[vmClass]++;
            for (GpuSlot slot : vm.gpus()) {
                shares.computeIfAbsent(vm.host(), key -> new TreeMap<>())
                        .computeIfAbsent(slot.gpu(), key -> new int[model.shares()])[share(model, vmClass, slot)]++;
            }
        }
        Map<String, Fill> fills = new LinkedHashMap<>();
        Map<String, Integer> times = new LinkedHashMap<>();
        counts.forEach((number, held) -> {
            int bin = binOfHost.getOrDefault(number, 0);
            List<Bin.Stock> stocks = model.bin(bin).stocks();
            int[][] used = new int[stocks.size()][];
            for (int stock = 0; stock < used.length; stock++) {
                used[stock] = new int[stocks.get(stock).patterns().size()];
            }
            shares.getOrDefault(number, Map.of())
                    .values()
                    .forEach(carried -> used[0][covering(stocks.getFirst().patterns(), carried)]++);
            Fill fill = new Fill(bin, held, used);
            fills.putIfAbsent(fill.key(), fill);
            times.merge(fill.key(), 1, Integer::sum);
        });
        long cost = 0;
        List<Cover.Used> all = new ArrayList<>();
        for (Map.Entry<String, Fill> entry : fills.entrySet()) {
            int often = times.getOrDefault(entry.getKey(), 0);
            all.add(new Cover.Used(entry.getValue(), often));
            cost += often * model.bin(entry.getValue().bin()).cost();
        }
        return new Cover(all, cost);
    }

    /** Number of the share that lies in a slot of a machine. */
    private static int share(CountModel model, int vmClass, GpuSlot slot) {
        return model.vmClass(vmClass).gpu().shares().stream()
                .filter(share -> share.profile().equals(slot.profile()))
                .mapToInt(model::number)
                .findFirst()
                .orElseThrow();
    }

    /** A pattern that carries all this; there is one, since patterns are all that cannot be added to. */
    private static int covering(List<GpuPattern> patterns, int[] carried) {
        for (int i = 0; i < patterns.size(); i++) {
            boolean covers = true;
            for (int share = 0; share < carried.length; share++) {
                covers &= patterns.get(i).counts().get(share) >= carried[share];
            }
            if (covers) {
                return i;
            }
        }
        throw new IllegalStateException("no pattern carries what lies on a GPU");
    }
}
