package org.sizewright.placement;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sizewright.library.Gpu;
import org.sizewright.library.VgpuType;
import org.sizewright.plan.GpuShare;

/** What a hypervisor calls GPUs that it gives to a machine together, and where they sit. */
public final class DeviceGroups {
    private DeviceGroups() {}

    /**
     * The device group of joined GPUs, such as {@code Nvidia:4@nvidia_h100xm-80c%NVLink}: the number, the vGPU type with the whole
     * frame buffer, and the kind of link. Where it is not known what the hypervisor puts before the name of the type, three dots stand
     * for it. Empty if the GPUs are not joined on hosts with these GPUs, or no such type is known.
     */
    public static Optional<String> name(Gpu gpu, GpuShare share, GpuNeed need) {
        if (!PlacementProblems.links(gpu).joins(need) || !(share instanceof GpuShare.Whole whole)) {
            return Optional.empty();
        }
        String prefix = gpu.details()
                .groups()
                .asOptional()
                .flatMap(Gpu.Groups::typePrefix)
                .orElse("...");
        return whole.fullType()
                .map(VgpuType::name)
                .map(type ->
                        "Nvidia:" + need.gpus() + "@" + prefix + type.value().toLowerCase(Locale.ROOT) + "%NVLink");
    }

    /** The half of a board, or the whole of it, and the module ids, where they are known; empty where GPUs are not joined. */
    public static Optional<String> partition(Gpu gpu, GpuNeed need, List<GpuSlot> slots) {
        GpuLinks links = PlacementProblems.links(gpu);
        if (!links.joins(need)) {
            return Optional.empty();
        }
        List<Integer> numbers = slots.stream().map(GpuSlot::gpu).sorted().toList();
        List<Integer> modules =
                gpu.details().groups().asOptional().map(Gpu.Groups::modules).orElse(List.of());
        int half = links.largest() / 2;
        String part = links.largest() < 8
                ? ""
                : numbers.getFirst() / half == numbers.getLast() / half
                        ? "half " + (numbers.getFirst() / half + 1)
                        : "both halves";
        String ids = numbers.stream()
                .filter(number -> number < modules.size())
                .map(modules::get)
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        String words =
                part + (part.isEmpty() || ids.isEmpty() ? "" : ", ") + (ids.isEmpty() ? "" : "module ids " + ids);
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    /** Pairs of GPUs and network cards under one PCIe switch, where the machine asks for them, and how many the host has. */
    public static Optional<String> cards(HostSpec host, GpuNeed need) {
        if (!(need instanceof GpuNeed.Whole whole) || !whole.nics()) {
            return Optional.empty();
        }
        int cards = host.nicsOf(need);
        boolean shared = cards > 0 && cards < whole.gpus();
        String pairs = shared
                ? whole.gpus() + " GPUs + " + cards + (cards == 1 ? " NIC" : " NICs")
                        + ", each beside several of them under one PCIe switch"
                : whole.gpus() + " x GPU + NIC under one PCIe switch";
        return Optional.of(pairs
                + host.nics()
                        .map(there -> "; " + cards + " of the " + host.countedNics()
                                + (host.countedNics() == 1 ? " NIC" : " NICs") + " beside GPUs"
                                + (there == host.countedNics() ? "" : " (" + there + " stated)"))
                        .orElse("; NICs beside the GPUs unknown, so not counted"));
    }
}
