package org.sizewright.buildsheet.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sizewright.delivery.machine.GpuDevices;
import org.sizewright.figure.Evidence;
import org.sizewright.library.HandOverRecord;
import org.sizewright.library.HandOverRecord.Command;
import org.sizewright.partition.PartitionMode;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.GpuSlot;
import org.sizewright.placement.PlacedVm;
import org.sizewright.plan.Cluster;

/** The commands for each ESXi host with GPUs, with the plan's own values: to be read and entered step by step. */
final class EsxiCommands {
    /** The host restarts half way, so nothing may run the whole. */
    private static final String STOP = "echo 'Enter these commands one by one.' >&2; exit 1\n";

    private final HandOverPlan plan;
    private final HandOverRecord.Format format;

    EsxiCommands(HandOverPlan plan, HandOverRecord.Format format) {
        this.plan = plan;
        this.format = format;
    }

    List<HandOverFile> files() {
        List<HandOverFile> files = new ArrayList<>();
        for (ClusterPlacement placed : plan.live().placements()) {
            for (int host = 0; host < placed.problem().hostCount(); host++) {
                if (placed.problem().hosts().get(host).gpus() > 0) {
                    files.add(file(placed, host));
                }
            }
        }
        return files;
    }

    private HandOverFile file(ClusterPlacement placed, int host) {
        HostUse use = HostUse.of(plan, placed, host);
        StringBuilder body = new StringBuilder(STOP);
        for (Command command : plan.library().hostCommands()) {
            switch (command.need()) {
                case EVERY_GPU_HOST -> step(body, command, values(placed, use, -1));
                case VGPU -> {
                    if (use.shares()) {
                        step(body, command, values(placed, use, -1));
                    }
                }
                case PASSTHROUGH -> {
                    if (use.passthrough() && !use.shares()) {
                        step(body, command, values(placed, use, -1));
                    }
                }
                case MIG_GPU -> use.mig().keySet().forEach(gpu -> step(body, command, values(placed, use, gpu)));
                case TIME_SLICED_GPU ->
                    use.timeSliced().keySet().forEach(gpu -> step(body, command, values(placed, use, gpu)));
            }
        }
        List<String> remarks = new ArrayList<>();
        remarks.add("Enter the commands one by one in the ESXi shell of " + placed.hostName(host)
                + ", since the host restarts between them; run as a script, the file stops at once.");
        if (use.shares() && use.passthrough()) {
            remarks.add(
                    "This host carries whole GPUs beside shared ones: each GPU is either passed through or shared.");
        }
        if (use.idle() > 0) {
            remarks.add(use.idle() + " of its " + use.gpus()
                    + " GPUs carry nothing in this plan and are left as they are.");
        }
        return plan.commented(
                "esxi/"
                        + DnsName.of(
                                placed.hostName(host),
                                placed.cluster().cluster().id().value() + "-" + (host + 1))
                        + ".sh",
                "Commands for the ESXi host " + placed.hostName(host),
                format,
                remarks,
                body.toString());
    }

    private Map<String, String> values(ClusterPlacement placed, HostUse use, int gpu) {
        boolean performance = placed.cluster().cluster().gpuPolicy() == Cluster.GpuPolicy.PERFORMANCE;
        return Map.of(
                "shared-type", format.value("shared"),
                "policy", format.value(performance ? "performance" : "consolidation"),
                "driver-bundle", "\"" + FillIn.of("path-of-driver-bundle.zip") + "\"",
                "gpus", String.valueOf(use.gpus()),
                "gpu", String.valueOf(gpu),
                "address", "\"" + FillIn.of("pci-address-of-GPU-" + gpu) + "\"",
                "profiles", use.mig().getOrDefault(gpu, ""),
                "vgpu-mode",
                        format.value(
                                use.timeSliced().getOrDefault(gpu, PartitionMode.EQUAL_SIZE) == PartitionMode.MIXED_SIZE
                                        ? "mixed-size"
                                        : "same-size"));
    }

    private static void step(StringBuilder body, Command command, Map<String, String> values) {
        body.append('\n')
                .append("# ")
                .append(filled(command.step(), values))
                .append(" [")
                .append(command.evidence() == Evidence.VERIFIED ? "as documented" : "verify before use")
                .append("]\n");
        command.notes().ifPresent(note -> body.append("# ").append(note).append('\n'));
        body.append(filled(command.command(), values)).append('\n');
    }

    private static String filled(String text, Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        if (filled.contains("{")) {
            throw new IllegalArgumentException("nothing is known for a value of \"" + text + "\"");
        }
        return filled;
    }

    /**
     * What a host's GPUs are used for at any time of the week.
     *
     * @param mig the instances of each GPU in MIG mode, in words
     * @param timeSliced the mode of each GPU that is shared in turns
     * @param shares whether the driver of the hypervisor gives any of them to machines
     */
    private record HostUse(
            int gpus,
            Map<Integer, String> mig,
            Map<Integer, PartitionMode> timeSliced,
            boolean shares,
            boolean passthrough,
            long idle) {
        static HostUse of(HandOverPlan plan, ClusterPlacement placed, int host) {
            int gpus = placed.problem().hosts().get(host).gpus();
            Map<Integer, String> mig = new TreeMap<>();
            Map<Integer, PartitionMode> sliced = new TreeMap<>();
            List<Map<String, Integer>> instances = MigLayouts.byHost(placed).get(host);
            boolean shares = false;
            boolean passthrough = false;
            java.util.Set<Integer> used = new java.util.HashSet<>();
            for (PlacedVm vm : placed.all().placed()) {
                if (vm.host() != host) {
                    continue;
                }
                for (GpuSlot slot : vm.gpus()) {
                    used.add(slot.gpu());
                    switch (slot.mode()) {
                        case MIG -> mig.put(slot.gpu(), words(instances.get(slot.gpu())));
                        case EQUAL_SIZE, MIXED_SIZE -> sliced.put(slot.gpu(), slot.mode());
                        case FULL -> {}
                    }
                }
                boolean vgpu = plan.kinds().stream()
                        .anyMatch(kind ->
                                kind.vmClass().id().equals(vm.vmClass()) && kind.access() instanceof GpuDevices.Vgpus);
                shares |= vgpu && !vm.gpus().isEmpty();
                passthrough |= !vgpu && !vm.gpus().isEmpty();
            }
            return new HostUse(
                    gpus, mig, sliced, shares || used.isEmpty() && plan.hasVgpus(), passthrough, gpus - used.size());
        }

        private static String words(Map<String, Integer> instances) {
            return instances.isEmpty()
                    ? "at other times of the week"
                    : instances.entrySet().stream()
                            .map(entry -> entry.getValue() + " x " + entry.getKey())
                            .collect(Collectors.joining(", "));
        }
    }
}
