package org.sizewright.buildsheet.handover;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sizewright.delivery.machine.GpuDevices;
import org.sizewright.delivery.machine.MachineSetup;
import org.sizewright.delivery.machine.MachineSetup.Key;
import org.sizewright.delivery.machine.MachineSetup.Origin;
import org.sizewright.library.Gpu;
import org.sizewright.library.HandOverRecord;

/** A class of the VM Service for each kind of machine. */
final class VmClassFile {
    private static final String DEFAULT_SPACE_GB = "512";

    private VmClassFile() {}

    static HandOverFile of(HandOverPlan plan, HandOverRecord.Format format) {
        List<String> remarks = new ArrayList<>();
        remarks.add(
                "Administrators make classes in vCenter and add them to namespaces; this file says what they hold.");
        remarks.add("Memory is reserved in full, as machines with PCI devices need it.");
        plan.kinds().stream()
                .filter(kind -> kind.access().count() > 0 && mmioGb(plan, kind).isEmpty())
                .forEach(kind -> remarks.add("The MMIO space of " + kind.name()
                        + " is not set: how much its GPU wants is not known, and the VM Service takes "
                        + DEFAULT_SPACE_GB
                        + " GB by itself."));
        return plan.yaml(
                "vm-service/virtual-machine-classes.yaml",
                "Classes of virtual machines",
                format,
                remarks,
                plan.kinds().stream().map(kind -> document(plan, format, kind)).toList());
    }

    private static Yaml document(HandOverPlan plan, HandOverRecord.Format format, MachineKind kind) {
        String memory = kind.vmClass().memoryGib() + "Gi";
        Yaml.Fields hardware =
                Yaml.fields().put("cpus", Yaml.whole(kind.vmClass().vcpu())).put("memory", memory);
        List<Yaml> extra = new ArrayList<>();
        List<Yaml> devices = new ArrayList<>();
        switch (kind.access()) {
            case GpuDevices.None none -> {}
            case GpuDevices.MigInstances mig -> {}
            case GpuDevices.Vgpus vgpus -> {
                List<String> profiles =
                        vgpus.parts().stream().map(plan::profileName).toList();
                if (Set.copyOf(profiles).size() == profiles.size()) {
                    hardware.put(
                            "devices",
                            Yaml.fields()
                                    .put(
                                            "vgpuDevices",
                                            Yaml.list(profiles.stream()
                                                    .map(profile -> Yaml.fields()
                                                            .put("profileName", profile)
                                                            .end())
                                                    .toList())));
                } else {
                    // the list is keyed by profile: a second device of the same one has no place in it
                    profiles.forEach(profile -> devices.add(device(profile, -devices.size() - 1)));
                }
            }
            case GpuDevices.Passthrough whole ->
                hardware.put(
                        "devices",
                        Yaml.fields()
                                .put(
                                        "dynamicDirectPathIODevices",
                                        Yaml.list(Collections.nCopies(whole.count(), directPath(kind)))));
        }
        if (kind.access().count() > 0) {
            mmioGb(plan, kind).ifPresent(size -> extra.add(option(Key.MMIO_SIZE.title(), size)));
        }
        Yaml.Fields spec = Yaml.fields()
                .put(
                        "description",
                        Yaml.text(kind.workload() + ": " + kind.access().words()))
                .put("hardware", hardware)
                .put(
                        "policies",
                        Yaml.fields()
                                .put(
                                        "resources",
                                        Yaml.fields()
                                                .put("requests", Yaml.fields().put("memory", memory))));
        if (!extra.isEmpty() || !devices.isEmpty()) {
            Yaml.Fields config = Yaml.fields().put("_typeName", "VirtualMachineConfigSpec");
            if (!extra.isEmpty()) {
                config.put("firmware", "efi").put("extraConfig", Yaml.list(extra));
            }
            if (!devices.isEmpty()) {
                config.put("deviceChange", Yaml.list(devices));
            }
            spec.put("configSpec", config);
        }
        return Yaml.fields()
                .put("apiVersion", format.value("apiVersion"))
                .put("kind", format.value("kind"))
                .put("metadata", Yaml.fields().put("name", kind.name()))
                .put("spec", spec)
                .end();
    }

    /** The window that a table or a person gives; empty where it would be a rule of thumb. */
    private static Optional<String> mmioGb(HandOverPlan plan, MachineKind kind) {
        return plan.setup(kind)
                .flatMap(setup -> setup.line(Key.MMIO_SIZE))
                .filter(line -> line.origin() != Origin.ESTIMATED)
                .flatMap(MachineSetup.Line::value);
    }

    private static Yaml option(String key, String value) {
        return Yaml.fields()
                .put("_typeName", "OptionValue")
                .put("key", key)
                .put("value", Yaml.fields().put("_typeName", "string").put("_value", value))
                .end();
    }

    private static Yaml device(String profile, int key) {
        return Yaml.fields()
                .put("_typeName", "VirtualDeviceConfigSpec")
                .put("operation", "add")
                .put(
                        "device",
                        Yaml.fields()
                                .put("_typeName", "VirtualPCIPassthrough")
                                .put("key", Yaml.whole(key))
                                .put(
                                        "backing",
                                        Yaml.fields()
                                                .put("_typeName", "VirtualPCIPassthroughVmiopBackingInfo")
                                                .put("vgpu", profile)))
                .end();
    }

    /** Vendor and device of the GPU as decimal numbers; to be filled in where the GPU has several, or its hosts differ. */
    private static Yaml directPath(MachineKind kind) {
        List<String> ids = kind.gpus().stream()
                .map(Gpu::details)
                .flatMap(details -> details.pciIds().orElse(List.of()).stream())
                .map(Gpu.PciDevice::device)
                .distinct()
                .toList();
        if (ids.size() != 1) {
            return Yaml.fields()
                    .put("vendorID", FillIn.of("pci-vendor"))
                    .put("deviceID", FillIn.of("pci-device"))
                    .end();
        }
        String[] parts = ids.getFirst().split(":", 2);
        return Yaml.fields()
                .put("vendorID", Yaml.whole(Integer.parseInt(parts[0], 16)))
                .put("deviceID", Yaml.whole(Integer.parseInt(parts[1], 16)))
                .end();
    }
}
