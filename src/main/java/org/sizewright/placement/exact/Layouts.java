package org.sizewright.placement.exact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.sizewright.partition.PartitionMode;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.GpuSlot;
import org.sizewright.placement.PlacedVm;

/** Gives every machine of a cover its host, its GPUs and its starts. */
final class Layouts {
    private final CountModel model;
    private final int[] next;
    private final int[] toPlace;
    private final List<PlacedVm> placed = new ArrayList<>();

    /** @param first number of the first machine of each class that gets a place */
    private Layouts(CountModel model, int[] first) {
        this.model = model;
        next = first.clone();
        toPlace = model.demands();
    }

    /**
     * @param cover how hosts are filled
     * @param firstHost number of the first host of each bin whose hosts are not there yet
     * @param first number of the first machine of each class, from 1
     */
    static List<PlacedVm> of(CountModel model, Cover cover, int[] firstHost, int[] first) {
        Layouts layouts = new Layouts(model, first);
        int[] used = new int[model.bins().size()];
        for (Cover.Used one : cover.fills()) {
            int number = one.fill().bin();
            Bin bin = model.bin(number);
            for (int i = 0; i < one.times(); i++) {
                int index = used[number]++;
                int host = bin.hosts().isEmpty()
                        ? firstHost[number] + index
                        : bin.hosts().get(index);
                layouts.fill(bin, one.fill(), host, bin.hosts().isEmpty() ? 0 : index);
            }
        }
        return layouts.placed;
    }

    /** A share on a GPU that nobody has taken yet. */
    private record Open(int gpu, PartitionMode mode, int share, int start) {}

    /** GPUs of a group that a machine takes there, 0 if they are none. */
    private int group(Bin bin, int vmClass) {
        return bin.groupsOf(model.vmClass(vmClass).gpu(), 1);
    }

    /**
     * The GPUs of a stock in the order in which they are taken: where machines take groups, groups first, the largest before the
     * others, then those that are in the smallest groups left.
     */
    private List<Integer> ordered(Bin bin, int stock, Fill fill, int index) {
        List<Integer> gpus = bin.stocks().get(stock).gpus().get(index);
        boolean untouched =
                bin.stocks().get(stock).patterns().stream().anyMatch(pattern -> pattern.mode() == PartitionMode.FULL);
        if (bin.freeGroups().isEmpty() || !untouched) {
            return gpus;
        }
        BitSet free = new BitSet();
        gpus.forEach(free::set);
        List<Integer> ordered = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>(bin.links().sizes()).reversed();
        for (int size : sizes) {
            for (int vmClass = 0; vmClass < model.classes(); vmClass++) {
                for (int i = 0; group(bin, vmClass) == size && i < fill.count(vmClass); i++) {
                    List<Integer> group = bin.links().group(free, size);
                    group.forEach(free::clear);
                    ordered.addAll(group);
                }
            }
        }
        ordered.addAll(bin.links().loose(free, free.cardinality()));
        return ordered;
    }

    private void fill(Bin bin, Fill fill, int host, int index) {
        List<Open> open = new ArrayList<>();
        for (int stock = 0; stock < bin.stocks().size(); stock++) {
            List<Integer> gpus = ordered(bin, stock, fill, index);
            List<GpuPattern> patterns = bin.stocks().get(stock).patterns();
            int[] used = fill.patterns(stock);
            int nextGpu = 0;
            // whole GPUs first: machines with several lie side by side from the first GPU on
            List<Integer> order = IntStream.range(0, used.length)
                    .boxed()
                    .sorted(Comparator.comparing(i -> patterns.get(i).mode()))
                    .toList();
            for (int pattern : order) {
                GpuPattern carried = patterns.get(pattern);
                for (int i = 0; i < used[pattern]; i++) {
                    int gpu = gpus.get(nextGpu++);
                    carried.parts()
                            .forEach(part -> open.add(new Open(gpu, carried.mode(), part.share(), part.start())));
                }
            }
        }
        List<Integer> classes = IntStream.range(0, model.classes())
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> -group(bin, i)).thenComparingInt(i -> -model.units(i)))
                .toList();
        for (int vmClass : classes) {
            for (int i = 0; i < fill.count(vmClass) && toPlace[vmClass] > 0; i++) {
                List<GpuSlot> slots = new ArrayList<>();
                for (GpuNeed asked : model.vmClass(vmClass).gpu().shares()) {
                    int share = model.number(asked);
                    Open taken = open.stream()
                            .filter(one -> one.share() == share)
                            .findFirst()
                            .orElseThrow();
                    open.remove(taken);
                    slots.add(new GpuSlot(taken.gpu(), taken.mode(), asked.profile(), taken.start()));
                }
                toPlace[vmClass]--;
                placed.add(new PlacedVm(model.vmClass(vmClass).id(), next[vmClass]++, host, slots));
            }
        }
    }
}
