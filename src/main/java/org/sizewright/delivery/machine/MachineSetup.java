package org.sizewright.delivery.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sizewright.library.Gpu;
import org.sizewright.library.Library;
import org.sizewright.plan.GpuShare;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.plan.ResolvedOption.ResolvedAssignment;
import org.sizewright.plan.WorkloadId;
import org.sizewright.plan.setting.HostSettings;
import org.sizewright.plan.setting.MachineSettings;
import org.sizewright.plan.setting.Setting;
import org.sizewright.plan.setting.Settings;
import org.sizewright.result.OptionResult;
import org.sizewright.rules.VmSettings;

/**
 * What every machine of a workload is set to on vSphere, line by line, so that its GPUs work: worked out from GPU, size and platform,
 * or as somebody stated it.
 *
 * @param workload whose machines these are
 * @param devices what each of them gets of the GPUs
 */
public record MachineSetup(WorkloadId workload, String name, GpuDevices devices, List<Line> lines) {
    public MachineSetup {
        lines = List.copyOf(lines);
    }

    /** What a line sets. */
    public enum Key {
        HARDWARE_VERSION("Virtual hardware"),
        FIRMWARE("Firmware"),
        MEMORY_RESERVED("Memory reservation"),
        USE_MMIO("pciPassthru.use64bitMMIO"),
        MMIO_SIZE("pciPassthru.64bitMMIOSizeGB"),
        DEVICE("PCI device"),
        CORES_PER_SOCKET("Cores per socket"),
        NUMA_NODES("Virtual NUMA nodes"),
        ALLOW_P2P("pciPassthru.allowP2P"),
        RELAX_ACS("pciPassthru.RelaxACSforP2P");

        private final String title;

        Key(String title) {
            this.title = title;
        }

        /** The name of the key in the configuration of a machine, or the words of the client for it. */
        public String title() {
            return title;
        }
    }

    /** Where a value comes from. */
    public enum Origin {
        COMPUTED("computed"),
        /** From a rule of thumb, since no table has the GPU. */
        ESTIMATED("estimated"),
        STATED("stated");

        private final String words;

        Origin(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * One setting.
     *
     * @param name what it is called, with the number of the device where there are several
     * @param value empty where the plan cannot know it
     * @param toFill what to look up where there is no value, with hyphens; empty otherwise
     * @param rules ids of the rules that ask for it, whose sources are its sources
     */
    public record Line(Key key, String name, Optional<String> value, String toFill, Origin origin, List<String> rules) {
        public Line {
            rules = List.copyOf(rules);
            if (value.isPresent() != toFill.isEmpty()) {
                throw new IllegalArgumentException(name + " has a value or says what to look up");
            }
        }
    }

    public Optional<Line> line(Key key) {
        return lines.stream().filter(line -> line.key() == key).findFirst();
    }

    public Optional<String> value(Key key) {
        return line(key).flatMap(Line::value);
    }

    /** Of every workload whose machines run on vSphere with GPUs, in the order of the option. */
    public static List<MachineSetup> of(OptionResult result) {
        List<MachineSetup> setups = new ArrayList<>();
        for (ResolvedAssignment assignment : result.option().assignments()) {
            VmSettings.of(result.plan(), result.option(), assignment)
                    .ifPresent(settings -> setups.add(new Composition(result, assignment, settings).setup()));
        }
        return List.copyOf(setups);
    }

    private static final class Composition {
        private final Library library;
        private final ResolvedAssignment assignment;
        private final VmSettings settings;
        private final Settings stated;
        private final GpuDevices devices;
        private final boolean labelled;
        private final List<Line> lines = new ArrayList<>();

        Composition(OptionResult result, ResolvedAssignment assignment, VmSettings settings) {
            this.library = result.plan().library();
            this.assignment = assignment;
            this.settings = settings;
            var option = result.option().option();
            stated = option.setup().of(assignment.workload().workload().id());
            devices = GpuDevices.of(option, assignment);
            labelled = assignment.groups().stream()
                    .anyMatch(group -> option.setup().of(group.group().id()).isYes(HostSettings.DEVICE_LABEL));
        }

        MachineSetup setup() {
            if (settings.hardwareVersion().isPresent()) {
                set(
                        Key.HARDWARE_VERSION,
                        String.valueOf(settings.hardwareVersion().getAsInt()),
                        MachineSettings.HARDWARE_VERSION,
                        "VM-004");
            } else {
                fill(Key.HARDWARE_VERSION, Key.HARDWARE_VERSION.title(), "vsphere-release", "VM-004");
            }
            set(Key.FIRMWARE, settings.firmware().name().toLowerCase(Locale.ROOT), MachineSettings.FIRMWARE, "VM-002");
            set(Key.MEMORY_RESERVED, settings.reservedPercent() + " %", MachineSettings.MEMORY_RESERVED, "VM-003");
            if (settings.mmio64()) {
                set(Key.USE_MMIO, "TRUE", MachineSettings.MMIO_64, "VM-005");
            }
            if (settings.mmioGb() > 0) {
                add(
                        Key.MMIO_SIZE,
                        Key.MMIO_SIZE.title(),
                        String.valueOf(settings.mmioGb()),
                        settings.mmioEstimated() ? Origin.ESTIMATED : origin(MachineSettings.MMIO_SIZE),
                        "VM-006");
            }
            attached();
            settings.numa().ifPresent(numa -> {
                set(
                        Key.CORES_PER_SOCKET,
                        String.valueOf(numa.coresPerSocket()),
                        MachineSettings.CORES_PER_SOCKET,
                        "NUMA-003");
                set(Key.NUMA_NODES, String.valueOf(numa.nodes()), MachineSettings.NUMA_NODES, "NUMA-003");
            });
            if (settings.peerToPeer()) {
                set(Key.ALLOW_P2P, "TRUE", MachineSettings.P2P_KEYS, "NET-002");
                set(Key.RELAX_ACS, "TRUE", MachineSettings.P2P_KEYS, "NET-002");
            }
            var workload = assignment.workload().workload();
            return new MachineSetup(workload.id(), workload.name(), devices, lines);
        }

        /** One line per device, and two where a label goes with it. */
        private void attached() {
            switch (devices) {
                case GpuDevices.None none -> {}
                case GpuDevices.MigInstances mig -> {}
                case GpuDevices.Vgpus vgpus -> {
                    for (int i = 0; i < vgpus.parts().size(); i++) {
                        GpuDevices.Vgpu part = vgpus.parts().get(i);
                        add(
                                Key.DEVICE,
                                numbered(Key.DEVICE.title() + " %d", i),
                                "vGPU " + part.listedName(library).orElseGet(part::words),
                                Origin.COMPUTED,
                                reasonOfVgpu());
                    }
                }
                case GpuDevices.Passthrough whole -> {
                    for (int i = 0; i < whole.count(); i++) {
                        passed(whole, i);
                    }
                }
            }
        }

        /** Why it is a vGPU: it is a part of a GPU, one of several that belong together, or may move while it runs. */
        private String reasonOfVgpu() {
            if (!(assignment.share() instanceof GpuShare.Whole)) {
                return "VM-016";
            }
            return devices.count() > 1 ? "MGPU-001" : "MODE-005";
        }

        private void passed(GpuDevices.Passthrough whole, int index) {
            if (whole.fixed()) {
                fill(Key.DEVICE, numbered("pciPassthru%d.id", index), "pci-address-of-the-GPU", "MODE-001");
                return;
            }
            String name = numbered("pciPassthru%d.allowedDevices", index);
            List<String> ids = pciIds();
            if (ids.isEmpty()) {
                fill(Key.DEVICE, name, "vendor-and-device-id", "MODE-002");
            } else {
                add(Key.DEVICE, name, String.join(",", ids), Origin.COMPUTED, "MODE-002");
            }
            if (labelled) {
                String label = numbered("pciPassthru%d.customLabel", index);
                List<String> labels =
                        assignment.workload().workload().terms().labels().names();
                if (labels.size() == 1) {
                    add(Key.DEVICE, label, labels.getFirst(), Origin.STATED, "MODE-003");
                } else {
                    fill(Key.DEVICE, label, "hardware-label", "MODE-003");
                }
            }
        }

        /** Vendor and device of the GPUs of its hosts, as the key takes them; none where one is not known. */
        private List<String> pciIds() {
            List<Gpu> gpus = assignment.groups().stream()
                    .map(ResolvedGroup::gpu)
                    .distinct()
                    .toList();
            List<String> ids = new ArrayList<>();
            for (Gpu gpu : gpus) {
                List<Gpu.PciDevice> known = gpu.details().pciIds().orElse(List.of());
                if (known.size() != 1) {
                    return List.of();
                }
                ids.add("0x" + known.getFirst().device().replace(":", ":0x"));
            }
            return ids.stream().distinct().toList();
        }

        private static String numbered(String pattern, int index) {
            return pattern.replace("%d", String.valueOf(index));
        }

        private Origin origin(Setting<?> setting) {
            return stated.get(setting).isPresent() ? Origin.STATED : Origin.COMPUTED;
        }

        private void set(Key key, String value, Setting<?> setting, String rule) {
            add(key, key.title(), value, origin(setting), rule);
        }

        private void add(Key key, String name, String value, Origin origin, String rule) {
            lines.add(new Line(key, name, Optional.of(value), "", origin, List.of(rule)));
        }

        private void fill(Key key, String name, String what, String rule) {
            lines.add(new Line(key, name, Optional.empty(), what, Origin.COMPUTED, List.of(rule)));
        }
    }
}
