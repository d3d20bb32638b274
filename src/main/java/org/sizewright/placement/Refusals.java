package org.sizewright.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sizewright.placement.RefusedVm.Binding;
import org.sizewright.placement.RefusedVm.Reason;

/** Says why a machine of a class has no place, from the room that is left. */
final class Refusals {
    private Refusals() {}

    static Reason reason(Cluster cluster, Packing packing, int vmClass) {
        VmClass vm = cluster.vm(vmClass);
        List<Integer> open = new ArrayList<>();
        for (int host = 0; host < cluster.hosts.size(); host++) {
            if (!packing.isClosed(host)) {
                open.add(host);
            }
        }
        if (open.isEmpty()) {
            return new Reason(Binding.NO_HOST, "There is no host left to run it on.");
        }
        List<Integer> labelled = open.stream()
                .filter(host -> cluster.hosts.get(host).labels().containsAll(vm.labels()))
                .toList();
        if (labelled.isEmpty()) {
            return new Reason(
                    Binding.LABEL,
                    "No host carries the labels "
                            + String.join(", ", vm.labels().stream().sorted().toList()) + ".");
        }
        List<Integer> offering = labelled.stream()
                .filter(host -> cluster.offers(cluster.hosts.get(host), vm.gpu()))
                .toList();
        if (offering.isEmpty()
                && vm.gpu() instanceof GpuNeed.Whole whole
                && labelled.stream().anyMatch(host -> cluster.hosts.get(host).gpus() >= whole.gpus())) {
            return new Reason(Binding.LINKS, unjoined(cluster, labelled, whole));
        }
        if (offering.isEmpty()) {
            return vm.gpu() instanceof GpuNeed.Whole whole
                    ? new Reason(
                            Binding.HOST_SIZE,
                            "It needs " + whole.words() + " on one host; the largest has "
                                    + labelled.stream()
                                            .mapToInt(host ->
                                                    cluster.hosts.get(host).gpus())
                                            .max()
                                            .orElse(0)
                                    + ".")
                    : new Reason(
                            Binding.PROFILE,
                            "No GPU of these hosts offers "
                                    + (vm.gpu().gpus() > 1 ? "all of " : "the profile ")
                                    + vm.gpu().words()
                                    + ".");
        }
        List<Integer> able = offering.stream()
                .filter(host -> cluster.canEverRun(vmClass, cluster.hosts.get(host)))
                .toList();
        if (able.isEmpty() && offering.stream().anyMatch(host -> cluster.mightRun(vmClass, cluster.hosts.get(host)))) {
            return new Reason(
                    Binding.HOST_SIZE,
                    "It needs " + vm.gpu().words() + " on one host, more than the GPUs of even an empty host carry.");
        }
        List<Integer> carded = offering.stream()
                .filter(host -> cluster.hosts.get(host).nicsOf(vm.gpu())
                        <= cluster.hosts.get(host).countedNics())
                .toList();
        if (carded.isEmpty()) {
            HostSpec host = offering.stream()
                    .map(cluster.hosts::get)
                    .max(Comparator.comparingInt(HostSpec::countedNics))
                    .orElseThrow();
            return new Reason(
                    Binding.HOST_NICS,
                    "It needs " + nics(host.nicsOf(vm.gpu()), vm) + "; even an empty host has " + host.countedNics()
                            + ".");
        }
        if (able.isEmpty()) {
            return new Reason(
                    Binding.HOST_SIZE,
                    "It needs " + vm.vcpu() + " vCPU and " + vm.memoryGib()
                            + " GiB, more than even an empty host has.");
        }
        return missing(cluster, packing, vmClass, able);
    }

    private static String unjoined(Cluster cluster, List<Integer> hosts, GpuNeed.Whole whole) {
        String sizes = hosts.stream()
                .map(host -> cluster.hosts.get(host).links())
                .filter(links -> links.largest() > 1)
                .map(GpuLinks::words)
                .distinct()
                .collect(Collectors.joining(", or "));
        return "Its " + whole.gpus() + " GPUs are to be joined by links; these hosts join "
                + (sizes.isEmpty()
                        ? "none. Let its GPUs lie anywhere, or take GPUs with links."
                        : sizes + " of theirs. Take so many, or let its GPUs lie anywhere.");
    }

    /** What is missing on how many hosts; the resource missing on most of them binds, GPUs first. */
    private static Reason missing(Cluster cluster, Packing packing, int vmClass, List<Integer> hosts) {
        VmClass vm = cluster.vm(vmClass);
        Binding gpu = vm.gpu() instanceof GpuNeed.Whole ? Binding.WHOLE_GPUS : Binding.GPU_SLICES;
        Map<Binding, Integer> missing = new EnumMap<>(Binding.class);
        for (int host : hosts) {
            if (!packing.gpusHaveRoom(host, vmClass)) {
                missing.merge(gpu, 1, Integer::sum);
            }
            if (packing.freeVcpu(host) < vm.vcpu()) {
                missing.merge(Binding.VCPU, 1, Integer::sum);
            }
            if (packing.freeMemory(host) < vm.memoryGib()) {
                missing.merge(Binding.MEMORY, 1, Integer::sum);
            }
            if (lacksNics(cluster, packing, vm, host)) {
                missing.merge(Binding.NICS, 1, Integer::sum);
            }
        }
        if (missing.isEmpty()) {
            // there is room at this time of the week, and not at another one at which it runs
            return new Reason(gpu, "No host has room for it in every slot of the week in which it runs.");
        }
        Binding binding = gpu;
        for (Binding candidate : List.of(Binding.VCPU, Binding.MEMORY, Binding.NICS)) {
            if (missing.getOrDefault(candidate, 0) > missing.getOrDefault(binding, 0)) {
                binding = candidate;
            }
        }
        List<String> parts = new ArrayList<>();
        boolean joined =
                hosts.stream().allMatch(host -> cluster.hosts.get(host).links().joins(vm.gpu()));
        List<Integer> nics = hosts.stream()
                .filter(host -> lacksNics(cluster, packing, vm, host))
                .map(host -> cluster.hosts.get(host).nicsOf(vm.gpu()))
                .distinct()
                .toList();
        missing.forEach((resource, count) -> parts.add((resource == Binding.NICS
                        ? nics.size() == 1 ? nics(nics.getFirst(), vm) : "the network cards beside its GPUs"
                        : words(resource, vm, joined))
                + " on " + count));
        return new Reason(
                binding,
                "Of " + hosts.size() + (hosts.size() == 1 ? " host" : " hosts") + " that could run it, missing are: "
                        + String.join(", ", parts) + ".");
    }

    private static boolean lacksNics(Cluster cluster, Packing packing, VmClass vm, int host) {
        return packing.freeNics(host) < cluster.hosts.get(host).nicsOf(vm.gpu());
    }

    private static String nics(int number, VmClass vm) {
        return number
                + (number == 1 ? " network card" : " network cards")
                + (vm.gpu().gpus() == 1 ? " beside its GPU" : " beside its GPUs");
    }

    private static String words(Binding binding, VmClass vm, boolean joined) {
        return switch (binding) {
            case GPU_SLICES ->
                (vm.gpu().gpus() > 1 ? "free starts for " : "a free start for ")
                        + vm.gpu().words();
            case WHOLE_GPUS ->
                joined
                        ? "a free group of " + vm.gpu().gpus() + " joined GPUs"
                        : vm.gpu().words();
            case VCPU -> vm.vcpu() + " vCPU";
            case MEMORY -> vm.memoryGib() + " GiB of memory";
            case NICS, NO_HOST, LABEL, PROFILE, HOST_SIZE, HOST_NICS, LINKS, NOT_RESTARTABLE -> binding.name();
        };
    }
}
