package org.sizewright.placement.advice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.partition.PartitionMode;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.HostGroupSpec;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.VmClass;

/**
 * Which of these profiles equal machines should get.
 *
 * @param cluster the hosts, and the machines that arrive beside
 * @param geometry the GPU whose profiles they are, one of the cluster's
 * @param machines the machines in question; what they ask of the GPU now does not matter
 * @param needGib memory in GiB that each of them needs
 * @param offered the profiles, MIG profiles and vGPU types alike; what none of them can use is stranded
 * @param vgpuMode how the cluster runs its vGPUs: {@link PartitionMode#EQUAL_SIZE} or {@link PartitionMode#MIXED_SIZE}
 */
public record ProfileQuestion(
        PlacementProblem cluster,
        GpuGeometry geometry,
        VmClass machines,
        double needGib,
        List<Offer> offered,
        PartitionMode vgpuMode) {
    /** A profile. @param memoryGib memory in GiB that a machine gets with it */
    public record Offer(String profile, double memoryGib) {
        /** A profile that gives its even part of the frame buffer. */
        public static Offer of(GpuGeometry geometry, String profile) {
            return Stream.of(geometry.mig(), geometry.equalSize(), geometry.mixedSize())
                    .flatMap(Optional::stream)
                    .flatMap(scheme ->
                            scheme
                                    .slice(profile)
                                    .map(slice -> new Offer(profile, geometry.gib(scheme, slice.size())))
                                    .stream())
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(geometry.model() + " has no profile " + profile));
        }
    }

    public ProfileQuestion {
        offered = List.copyOf(offered);
        if (!(needGib > 0)) {
            throw new IllegalArgumentException("machines need some memory");
        }
        if (cluster.groups().stream()
                .map(HostGroupSpec::host)
                .noneMatch(host -> host.geometry().equals(Optional.of(geometry)))) {
            throw new IllegalArgumentException(geometry.model() + " is no GPU of the cluster");
        }
    }

    /** What a machine asks for with this profile; empty if the GPU does not offer it. */
    public static Optional<GpuNeed> need(GpuGeometry geometry, String profile) {
        if (geometry.mig().flatMap(scheme -> scheme.slice(profile)).isPresent()) {
            return Optional.of(new GpuNeed.Mig(profile));
        }
        return geometry.equalSize()
                        .or(geometry::mixedSize)
                        .flatMap(scheme -> scheme.slice(profile))
                        .isPresent()
                ? Optional.of(new GpuNeed.TimeSliced(profile))
                : Optional.empty();
    }

    /**
     * The cluster with the machines on this profile. Profiles that are only offered are classes of no machine, so that they count for
     * what is stranded.
     */
    PlacementProblem with(GpuNeed need) {
        List<VmClass> classes = new ArrayList<>();
        Set<GpuNeed> wanted = new HashSet<>(List.of(need));
        for (VmClass vm : cluster.vms()) {
            if (!vm.id().equals(machines.id())) {
                classes.add(vm);
                wanted.add(vm.gpu());
            }
        }
        classes.add(machines.withGpu(need));
        for (Offer offer : offered) {
            need(geometry, offer.profile())
                    .filter(wanted::add)
                    .ifPresent(other -> classes.add(VmClass.of("offered " + offer.profile(), 0, other, 0, 0)));
        }
        return cluster.withVms(classes);
    }
}
