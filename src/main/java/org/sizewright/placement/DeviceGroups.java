package org.sizewright.placement;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sizewright.library.Gpu;
import org.sizewright.library.VgpuType;
import org.sizewright.plan.GpuShare;
import org.sizewright.plan.VmDevices;

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

    /**
     * Pairs of a GPU and a network card under one PCIe switch, where GPUDirect RDMA is asked for.
     *
     * @param cards the network cards that the host is stated to have, which may do other work, too; empty if nobody said
     */
    public static Optional<String> cards(VmDevices devices, GpuNeed need, Optional<Integer> cards) {
        return devices.rdma() && need instanceof GpuNeed.Whole whole
                ? Optional.of(whole.gpus() + " x GPU + NIC under one PCIe switch; "
                        + cards.map(stated -> stated < whole.gpus()
                                        ? "no more than " + stated + ", which are all NICs of the host"
                                        : "of " + stated + " NICs of the host")
                                .orElse("NICs of the host unknown"))
                : Optional.empty();
    }
}
