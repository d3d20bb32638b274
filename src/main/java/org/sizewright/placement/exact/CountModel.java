package org.sizewright.placement.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private final int[] shareOf;
    private final int[] unitsOf;
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
        shareOf = new int[classes.size()];
        unitsOf = new int[classes.size()];
        for (int i = 0; i < shareOf.length; i++) {
            Optional<GpuNeed> share = share(classes.get(i).gpu());
            shareOf[i] = share.map(shares::indexOf).orElse(-1);
            unitsOf[i] = Math.max(1, classes.get(i).gpu().gpus());
        }
    }

    /** What a machine takes of each GPU it uses: a whole GPU, an instance or a vGPU. */
    static Optional<GpuNeed> share(GpuNeed need) {
        return switch (need) {
            case GpuNeed.None none -> Optional.empty();
            case GpuNeed.Whole whole -> Optional.of(new GpuNeed.Whole(1));
            case GpuNeed.Mig mig -> Optional.of(mig);
            case GpuNeed.TimeSliced vgpu -> Optional.of(vgpu);
        };
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

    /** Number of the share that a class takes, -1 for none. */
    int share(int vmClass) {
        return shareOf[vmClass];
    }

    /** How many GPUs a machine of the class takes a share of. */
    int units(int vmClass) {
        return unitsOf[vmClass];
    }

    List<Bin> bins() {
        return bins;
    }

    Bin bin(int number) {
        return bins.get(number);
    }

    /** Most machines of a class that a host could hold by processors, memory and demand. */
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
        return most;
    }

    CountModel withDemand(int[] newDemand) {
        return new CountModel(classes, newDemand, shares, bins);
    }

    CountModel withBins(List<Bin> newBins) {
        return new CountModel(classes, demand, shares, newBins);
    }

    List<VmClass> vmClasses() {
        return new ArrayList<>(classes);
    }

    int[] demands() {
        return demand.clone();
    }
}
