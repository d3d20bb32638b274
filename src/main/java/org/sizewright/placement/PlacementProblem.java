package org.sizewright.placement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What must be placed, and on what. Hosts are numbered through the groups in their order, from 0.
 *
 * @param groups the hosts
 * @param vms the virtual machines
 * @param policy the rules of the cluster
 * @param pins machines put in their places by hand; those that hold are never moved, see {@link Pinning}
 */
public record PlacementProblem(List<HostGroupSpec> groups, List<VmClass> vms, Policy policy, List<PinnedVm> pins) {
    /** With nothing put in its place by hand. */
    public PlacementProblem(List<HostGroupSpec> groups, List<VmClass> vms, Policy policy) {
        this(groups, vms, policy, List.of());
    }

    public PlacementProblem {
        groups = List.copyOf(groups);
        vms = List.copyOf(vms);
        pins = List.copyOf(pins);
        Set<String> ids = new HashSet<>();
        groups.forEach(group -> unique(ids, group.host().id()));
        ids.clear();
        vms.forEach(vm -> unique(ids, vm.id()));
        ids.clear();
        pins.forEach(pin -> unique(ids, "the pin of " + pin.vmClass() + "#" + pin.number()));
    }

    /** Number of hosts of all groups. */
    public int hostCount() {
        return groups.stream().mapToInt(HostGroupSpec::count).sum();
    }

    /** Number of virtual machines of all classes. */
    public int vmCount() {
        return vms.stream().mapToInt(VmClass::count).sum();
    }

    /** What each host is, by host number. */
    public List<HostSpec> hosts() {
        List<HostSpec> hosts = new ArrayList<>(hostCount());
        for (HostGroupSpec group : groups) {
            for (int i = 0; i < group.count(); i++) {
                hosts.add(group.host());
            }
        }
        return hosts;
    }

    /** The class with this id. Throws IllegalArgumentException if there is none. */
    public VmClass vm(String id) {
        return vms.stream()
                .filter(vm -> vm.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no VM class " + id));
    }

    /** The same problem with another number of hosts in one group. */
    public PlacementProblem withHosts(int group, int count) {
        List<HostGroupSpec> changed = new ArrayList<>(groups);
        changed.set(group, groups.get(group).withCount(count));
        return new PlacementProblem(changed, vms, policy, pins);
    }

    /** The same problem with other numbers of hosts, one for each group. */
    public PlacementProblem withHosts(List<Integer> counts) {
        PlacementProblem changed = this;
        for (int group = 0; group < counts.size(); group++) {
            changed = changed.withHosts(group, counts.get(group));
        }
        return changed;
    }

    /** Hosts of each group. */
    public List<Integer> counts() {
        return groups.stream().map(HostGroupSpec::count).toList();
    }

    public PlacementProblem withVms(List<VmClass> newVms) {
        return new PlacementProblem(groups, newVms, policy, pins);
    }

    public PlacementProblem withPolicy(Policy newPolicy) {
        return new PlacementProblem(groups, vms, newPolicy, pins);
    }

    public PlacementProblem withPins(List<PinnedVm> newPins) {
        return new PlacementProblem(groups, vms, policy, newPins);
    }

    /** The group of a host, by host number. */
    public int groupOf(int host) {
        int first = 0;
        for (int group = 0; group < groups.size(); group++) {
            first += groups.get(group).count();
            if (host < first) {
                return group;
            }
        }
        throw new IllegalArgumentException("there is no host " + host);
    }

    /** Number of the first host of a group. */
    public int firstHost(int group) {
        return groups.subList(0, group).stream().mapToInt(HostGroupSpec::count).sum();
    }

    /** A pinned machine in its place; its group must be there. */
    PlacedVm placed(PinnedVm pin) {
        return pin.from(firstHost(pin.group()));
    }

    private static void unique(Set<String> ids, String id) {
        if (!ids.add(id)) {
            throw new IllegalArgumentException(id + " is there twice");
        }
    }
}
