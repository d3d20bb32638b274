package org.sizewright.placement;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sizewright.inventory.InventoryHost;
import org.sizewright.partition.PartitionMode;
import org.sizewright.plan.ResolvedOption.ResolvedCluster;

/**
 * Everything that is known about the placement of one cluster. Where its workloads have weekly windows, problem, placement,
 * resilience and figures are those of the busiest slot.
 *
 * @param proof why so many hosts, where their number was to be found; empty where it is entered
 * @param violations what the checker refused of places and restart plans, in any slot; empty for a right placement
 * @param week the slots; empty where everything always runs
 * @param singles what the failure of each single host does, where that was worked out
 * @param provenDemand for which demand the proof holds, where the number of hosts was to be found
 * @param fewestGpus how few GPUs would carry the machines, where that was worked out
 */
public record ClusterPlacement(
        ResolvedCluster cluster,
        PlacementProblem problem,
        Placement placement,
        Resilience resilience,
        Optional<Proof> proof,
        PlacementFigures figures,
        List<Violation> violations,
        Optional<WeekPlacement> week,
        Optional<FailureTable> singles,
        Optional<ProvenDemand> provenDemand,
        Optional<FewestGpus> fewestGpus) {
    /** Of workloads that always run. */
    public ClusterPlacement(
            ResolvedCluster cluster,
            PlacementProblem problem,
            Placement placement,
            Resilience resilience,
            Optional<Proof> proof,
            PlacementFigures figures,
            List<Violation> violations) {
        this(
                cluster,
                problem,
                placement,
                resilience,
                proof,
                figures,
                violations,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public ClusterPlacement {
        violations = List.copyOf(violations);
    }

    /** Of workloads with windows. */
    public static ClusterPlacement of(ResolvedCluster cluster, WeekPlacement week, Optional<Proof> proof) {
        return shown(
                cluster,
                week,
                week.busiest(),
                proof,
                week.slots().stream()
                        .flatMap(slot -> slot.violations().stream())
                        .distinct()
                        .toList());
    }

    private static ClusterPlacement shown(
            ResolvedCluster cluster,
            WeekPlacement week,
            int number,
            Optional<Proof> proof,
            List<Violation> violations) {
        WeekPlacement.Slot slot = week.slots().get(number);
        return new ClusterPlacement(
                cluster,
                slot.problem(),
                slot.placement(),
                slot.resilience(),
                proof,
                slot.figures(),
                violations,
                Optional.of(week),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private ClusterPlacement with(
            Optional<Proof> aProof,
            List<Violation> found,
            Optional<FailureTable> table,
            Optional<ProvenDemand> demand,
            Optional<FewestGpus> fewest) {
        return new ClusterPlacement(
                cluster, problem, placement, resilience, aProof, figures, found, week, table, demand, fewest);
    }

    /** The same with what the failure of each single host does, whatever the cluster tolerates. */
    public ClusterPlacement withSingles(FailureTable table) {
        return with(proof, violations, Optional.of(table), provenDemand, fewestGpus);
    }

    /** The same with the demand that its proof holds for. */
    public ClusterPlacement withProvenDemand(ProvenDemand demand) {
        return with(proof, violations, singles, Optional.of(demand), fewestGpus);
    }

    /** The same with how few GPUs would carry the machines. */
    public ClusterPlacement withFewestGpus(Optional<FewestGpus> fewest) {
        return with(proof, violations, singles, provenDemand, fewest);
    }

    /** The proof of the number of hosts in sentences, with the demand that it holds for; empty where the number is entered. */
    public Optional<String> proofWords() {
        return proof.map(found ->
                found.words() + provenDemand.map(demand -> " " + demand.words()).orElse(""));
    }

    /** The GPUs that carry vGPUs in that mode at any time, by the number of their host, both from 0. */
    public SortedMap<Integer, SortedSet<Integer>> gpusIn(PartitionMode mode) {
        SortedMap<Integer, SortedSet<Integer>> found = new TreeMap<>();
        for (PlacedVm vm : all().placed()) {
            for (GpuSlot slot : vm.gpus()) {
                if (slot.mode() == mode) {
                    found.computeIfAbsent(vm.host(), ignored -> new TreeSet<>()).add(slot.gpu());
                }
            }
        }
        return found;
    }

    /** What the failures of as many hosts as the cluster tolerates do. */
    public FailureTable tolerated() {
        return FailureTable.of(problem, placement, resilience);
    }

    /** The same with another proof of the number of hosts. */
    public ClusterPlacement withProof(Proof changed) {
        return with(Optional.of(changed), violations, singles, provenDemand, fewestGpus);
    }

    /** The same with more that a checker refused. */
    ClusterPlacement withViolations(List<Violation> found) {
        return with(proof, found, singles, provenDemand, fewestGpus);
    }

    /** The same as it runs in a slot of its week. */
    public ClusterPlacement at(int slot) {
        ClusterPlacement shown = shown(cluster, week.orElseThrow(), slot, proof, violations);
        return provenDemand.map(shown::withProvenDemand).orElse(shown);
    }

    /** The slot of the week that is shown; empty where everything always runs. */
    public Optional<WeekPlacement.Slot> slot() {
        return week.flatMap(slots -> slots.slots().stream()
                .filter(slot -> slot.problem().equals(problem))
                .findFirst());
    }

    /** As it runs when the class does: in the busiest slot in which it runs. */
    public ClusterPlacement when(String vmClass) {
        return week.map(slots -> at(slots.slotOf(vmClass))).orElse(this);
    }

    /** The machines of the whole week. */
    public PlacementProblem whole() {
        return week.map(WeekPlacement::whole).orElse(problem);
    }

    /** Every machine of the week once. */
    public Placement all() {
        return week.map(WeekPlacement::all).orElse(placement);
    }

    /** Whether every machine has a place whenever it runs. */
    public boolean isComplete() {
        return week.map(WeekPlacement::isComplete).orElseGet(placement::isComplete);
    }

    /** Whether everything that must restart does, whenever hosts fail. */
    public boolean isSurvived() {
        return week.map(WeekPlacement::isSurvived).orElseGet(resilience::isSurvived);
    }

    /** What host failures do, in sentences; of a week, in a slot that is not survived or leaves something out, if there is one. */
    public String verdict() {
        return week.map(slots -> slots.slots().stream()
                        .filter(slot -> slot.resilience().hostsAtOnce() > 0 && !slot.isFine())
                        .min(Comparator.comparing(slot -> slot.resilience().isSurvived()))
                        .map(slot -> "At " + slot.time().windows().words() + ": "
                                + slot.resilience()
                                        .verdict(slot.placement().refused().size()))
                        .orElseGet(() -> "In every slot of the week: " + resilience.verdict()))
                .orElseGet(this::verdictHere);
    }

    /** What host failures do as it is shown, in sentences. */
    public String verdictHere() {
        return resilience.verdict(placement.refused().size());
    }

    /** What failures do, in each slot of the week. */
    public List<Resilience> resiliences() {
        return week.map(slots -> slots.slots().stream()
                        .map(WeekPlacement.Slot::resilience)
                        .toList())
                .orElseGet(() -> List.of(resilience));
    }

    /** Which pins hold on these hosts. */
    public Pinning pinning() {
        return Pinning.of(whole());
    }

    /** Where a pin points, in words: a host that may not be there, and its GPUs. */
    public String place(PinnedVm pin) {
        String gpus =
                pin.gpus().stream().map(slot -> String.valueOf(slot.gpu())).collect(Collectors.joining(", "));
        return (pin.group() < problem.groups().size()
                        ? hostName(pin.group(), pin.host())
                        : "a host that is not there any more")
                + (gpus.isEmpty() ? "" : (pin.gpus().size() == 1 ? ", GPU " : ", GPUs ") + gpus);
    }

    /** The group of a host, by host number. */
    public int groupOf(int host) {
        return problem.groupOf(host);
    }

    /** What people call a host: its own name where it is there already, else the name of its group and its number in it. */
    public String hostName(int host) {
        return hostName(groupOf(host), numberInGroup(host));
    }

    private String hostName(int group, int number) {
        List<InventoryHost> hosts = cluster.groups().get(group).existing();
        return number < hosts.size()
                ? hosts.get(number).name()
                : "%s-%02d".formatted(cluster.groups().get(group).group().name(), number + 1);
    }

    /** The host as the customer has it; empty for one to buy. */
    public Optional<InventoryHost> existing(int host) {
        List<InventoryHost> hosts = cluster.groups().get(groupOf(host)).existing();
        return hosts.isEmpty() ? Optional.empty() : Optional.of(hosts.get(numberInGroup(host)));
    }

    /** Number of a host within its group, from 0. */
    public int numberInGroup(int host) {
        return host - problem.firstHost(groupOf(host));
    }
}
