package org.sizewright.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sizewright.library.Gpu;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.plan.ResolvedOption.ResolvedCluster;
import org.sizewright.plan.setting.Setting;
import org.sizewright.plan.setting.Settings;

/**
 * A group of hosts as rules see it.
 *
 * @param machines those that it may carry: of its cluster, and by its labels
 */
record HostView(
        ResolvedCluster cluster, ResolvedGroup resolved, Settings settings, List<MachineView> machines, String option) {
    /** Boards with fewer GPUs join them directly. */
    private static final int WITH_SWITCH = 8;

    static List<HostView> of(RuleSubject subject, List<MachineView> machines) {
        List<HostView> hosts = new ArrayList<>();
        for (ResolvedCluster cluster : subject.option().clusters()) {
            List<MachineView> carried = machines.stream()
                    .filter(machine -> machine.cluster()
                            .cluster()
                            .id()
                            .equals(cluster.cluster().id()))
                    .toList();
            for (ResolvedGroup group : cluster.groups()) {
                List<MachineView> here = carried.stream()
                        .filter(machine -> machine.groups().contains(group))
                        .toList();
                hosts.add(new HostView(
                        cluster,
                        group,
                        subject.option().option().setup().of(group.group().id()),
                        here,
                        subject.option().option().id().value()));
            }
        }
        return List.copyOf(hosts);
    }

    String name() {
        return resolved.group().name();
    }

    HostGroup group() {
        return resolved.group();
    }

    Gpu gpu() {
        return resolved.gpu();
    }

    <T> Optional<T> get(Setting<T> setting) {
        return settings.get(setting);
    }

    boolean isYes(Setting<Boolean> setting) {
        return settings.isYes(setting);
    }

    /** Whether it may carry machines with vGPUs. */
    boolean hasVgpu() {
        return machines.stream().anyMatch(MachineView::isVgpu);
    }

    boolean hasPassthrough() {
        return machines.stream().anyMatch(MachineView::isPassthrough);
    }

    /** Whether its GPUs stand behind NVSwitch, as on HGX boards. */
    boolean hasNvSwitch() {
        return group().gpusPerHost() >= WITH_SWITCH
                && gpu().nvlink()
                        .asOptional()
                        .map(link -> link.kind().contains("NVSwitch"))
                        .orElse(false);
    }

    /** Whether its GPUs are cards that go into slots. */
    boolean hasCards() {
        return gpu().form().startsWith("PCIe") || gpu().form().equals("NVL");
    }

    /** Whether its cards may be joined by bridges, which are ordered with them. */
    boolean mayHaveBridges() {
        return hasCards() && gpu().nvlink().isKnown();
    }

    /** Whether its labels are those that these machines ask for. */
    boolean carries(MachineView machine) {
        return group().labels().containsAll(machine.workload().terms().labels());
    }

    int cores() {
        return group().sockets() * group().coresPerSocket();
    }

    String path() {
        return "/options/" + option + "/clusters/" + cluster.cluster().id() + "/groups/" + group().id();
    }

    String setupPath() {
        return "/options/" + option + "/setup/hosts/" + group().id();
    }
}
