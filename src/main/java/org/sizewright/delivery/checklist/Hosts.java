package org.sizewright.delivery.checklist;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sizewright.inventory.InventoryHost;
import org.sizewright.library.Gpu;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Origin;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.plan.setting.HostChoices.Bridge;
import org.sizewright.plan.setting.HostSettings;
import org.sizewright.plan.setting.Settings;

/**
 * A group of hosts as steps see it.
 *
 * @param count how many; empty where their number is not known yet
 */
record Hosts(ResolvedGroup resolved, Settings settings, OptionalInt count) {
    /** Boards of GPUs that stand in no slot have another form. */
    private static final String CARD = "PCIe";

    /** Windows of no more than that have room below 4 GB. */
    private static final double SMALL_WINDOW_GIB = 0.25;

    /** Whose CPUs. */
    enum Cpu {
        INTEL,
        AMD,
        UNKNOWN
    }

    HostGroup group() {
        return resolved.group();
    }

    Gpu gpu() {
        return resolved.gpu();
    }

    boolean isNew() {
        return !group().isExisting();
    }

    /** GPUs per host that are put in. */
    int newGpus() {
        return group().origin() instanceof Origin.Existing existing
                ? group().gpusPerHost() - existing.gpusThere()
                : group().gpusPerHost();
    }

    boolean isRetrofit() {
        return !isNew() && newGpus() > 0;
    }

    Cpu cpu() {
        String words = Stream.concat(
                        resolved.existing().stream().map(InventoryHost::cpuModel),
                        isNew()
                                        || resolved.existing().stream()
                                                .allMatch(
                                                        host -> host.cpuModel().isBlank())
                                ? Stream.of(resolved.server().cpu())
                                : Stream.empty())
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
        boolean intel = words.contains("intel") || words.contains("xeon");
        boolean amd = words.contains("amd") || words.contains("epyc");
        return intel == amd ? Cpu.UNKNOWN : intel ? Cpu.INTEL : Cpu.AMD;
    }

    boolean hasCards() {
        return gpu().form().startsWith(CARD) || gpu().form().equals("NVL");
    }

    /** Whether bridges join its cards, or may do so as long as nobody stated the contrary. */
    boolean hasBridges() {
        Optional<Bridge> stated = settings.get(HostSettings.BRIDGE);
        return hasCards() && gpu().nvlink().isKnown() && !stated.equals(Optional.of(Bridge.NONE));
    }

    boolean isPassive() {
        return gpu().cooling()
                .asOptional()
                .map(words -> words.toLowerCase(Locale.ROOT).startsWith("passive"))
                .orElse(false);
    }

    /** Whether vGPUs are virtual functions of its GPU: since Ampere, and with the T4. */
    boolean hasVirtualFunctions() {
        return !gpu().architecture().equals("Volta")
                && (!gpu().architecture().equals("Turing") || gpu().chip().equals("T4"));
    }

    boolean needsHighWindow() {
        return gpu().bar1()
                .asOptional()
                .map(window -> window.toGib() > SMALL_WINDOW_GIB)
                .orElse(true);
    }

    int cores() {
        return group().sockets() * group().coresPerSocket();
    }
}
