package org.sizewright.placement.exact;

import java.util.List;
import java.util.Map;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.VmClass;

/**
 * A placement question in numbers: how many machines of each class, and which hosts there are or may be bought. Equal machines
 * and equal hosts are never told apart, so the size of the question does not grow with their number.
 */
final class CountModel {
    private final List<VmClass> classes;
    private final int[] demand;
    private final List<GpuNeed> shares;
    private final int[][] units;
    private final List<Bin> bins;

    /**
     * @param classes the classes
     * @param demand machines that want a place, by class
     * @param shares what they ask of GPUs, without doubles
     * @param bins the hosts
     */
    CountModel(List<VmClass> classes, int[] demand, List<GpuNeed> shares, List<Bin> bins) {
        this.classes = List.copyOf(classes);
        this.demand = demand.clone();
        this.shares = List.copyOf(shares);
        this.bins = List.copyOf(bins);
        units = new int[classes.size()][shares.size()];
        for (int i = 0; i < units.length; i++) {
            for (GpuNeed share : classes.get(i).gpu().shares()) {
                units[i][shares.indexOf(share)]++;
            }
        }
    }

    int classes() {
        return demand.length;
    }

    VmClass vmClass(int number) {
        return classes.get(number);
    }

    int demand(int vmClass) {
        return demand[vmClass];
    }

    int shares() {
        return shares.size();
    }

    GpuNeed share(int number) {
        return shares.get(number);
    }

    /** Number of a share that somebody asks for. */
    int number(GpuNeed share) {
        return shares.indexOf(share);
    }

    /** How many of a share a machine of the class takes. */
    int units(int vmClass, int share) {
        return units[vmClass][share];
    }

    /** How many shares a machine of the class takes. */
    int units(int vmClass) {
        return classes.get(vmClass).gpu().gpus();
    }

    List<Bin> bins() {
        return bins;
    }

    Bin bin(int number) {
        return bins.get(number);
    }

    /** Most machines of a class that a host could hold by processors, memory, network cards, links and demand. */
    int most(Bin bin, int vmClass, int wanted) {
        if (!bin.allows(vmClass)) {
            return 0;
        }
        VmClass vm = classes.get(vmClass);
        int most = wanted;
        if (vm.vcpu() > 0) {
            most = Math.min(most, bin.vcpu() / vm.vcpu());
        }
        if (vm.memoryGib() > 0) {
            most = Math.min(most, bin.memoryGib() / vm.memoryGib());
        }
        int nics = bin.nicsOf().get(vmClass);
        if (nics > 0) {
            most = Math.min(most, bin.nics() / nics);
        }
        for (Map.Entry<Integer, Integer> groups : bin.freeGroups().entrySet()) {
            int each = bin.groupsOf(vm.gpu(), groups.getKey());
            if (each > 0) {
                most = Math.min(most, groups.getValue() / each);
            }
        }
        return most;
    }

    /**
     * Whether the links of a host have groups, and its GPUs network cards, for all these machines, if it can carry them otherwise.
     *
     * @param counts by class
     */
    boolean groupsAndNicsFit(Bin bin, int[] counts) {
        int nics = 0;
        for (int i = 0; i < counts.length; i++) {
            nics += counts[i] * bin.nicsOf().get(i);
        }
        if (nics > bin.nics()) {
            return false;
        }
        for (Map.Entry<Integer, Integer> groups : bin.freeGroups().entrySet()) {
            int taken = 0;
            for (int i = 0; i < counts.length; i++) {
                taken += counts[i] * bin.groupsOf(classes.get(i).gpu(), groups.getKey());
            }
            if (taken > groups.getValue()) {
                return false;
            }
        }
        return true;
    }

    int[] demands() {
        return demand.clone();
    }
}
