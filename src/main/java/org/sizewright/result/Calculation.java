package org.sizewright.result;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.CopySpread;
import org.sizewright.placement.ExistingFirst;
import org.sizewright.placement.ExistingFit;
import org.sizewright.placement.ExistingFitSearch;
import org.sizewright.placement.FailureTable;
import org.sizewright.placement.FewestGpus;
import org.sizewright.placement.HostCountSearch;
import org.sizewright.placement.HostSearch;
import org.sizewright.placement.MixQuestion;
import org.sizewright.placement.Placement;
import org.sizewright.placement.PlacementChecker;
import org.sizewright.placement.PlacementFigures;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.PlacementProblems;
import org.sizewright.placement.Proof;
import org.sizewright.placement.ProofReview;
import org.sizewright.placement.ProvenDemand;
import org.sizewright.placement.RackFit;
import org.sizewright.placement.Resilience;
import org.sizewright.placement.WeekPlacement;
import org.sizewright.placement.WeekProblem;
import org.sizewright.placement.WeekSearch;
import org.sizewright.placement.exact.ProvenHosts;
import org.sizewright.placement.maintenance.HostMaintenance;
import org.sizewright.plan.ClusterId;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.Rack;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.plan.ResolvedOption;
import org.sizewright.plan.ResolvedOption.ResolvedAssignment;
import org.sizewright.plan.ResolvedOption.ResolvedCluster;
import org.sizewright.plan.ResolvedPlan;
import org.sizewright.plan.ResolvedWorkload;
import org.sizewright.plan.setting.NetworkSettings;
import org.sizewright.rules.RuleSubject;
import org.sizewright.rules.Rules;
import org.sizewright.sizing.ClusterFigures;
import org.sizewright.sizing.Demand;
import org.sizewright.sizing.DeviceMemory;
import org.sizewright.sizing.GroupSubject;
import org.sizewright.sizing.LaneCounts;
import org.sizewright.sizing.LlmSubject;
import org.sizewright.sizing.Parallelism;
import org.sizewright.sizing.RackLoad;
import org.sizewright.sizing.SearchFigures;
import org.sizewright.sizing.Sizing;
import org.sizewright.sizing.VmsSubject;
import org.sizewright.sizing.retrieval.RetrievalSubject;
import org.sizewright.sizing.storage.StorageTerms;
import org.sizewright.sizing.training.TuningSubject;

/** Calculates options, one step after the other: demand, placement, hosts, racks, findings. */
public final class Calculation {
    /** The most hosts of a group that AUTO tries. */
    private static final int MOST_HOSTS = 1_024;

    private final ResolvedPlan plan;
    private final ResolvedOption option;
    private final HostSearch search;
    private final ProofReview review;
    private final Cancellation cancellation;

    private Calculation(
            ResolvedPlan plan,
            ResolvedOption option,
            HostSearch search,
            ProofReview review,
            Cancellation cancellation) {
        this.plan = plan;
        this.option = option;
        this.search = search;
        this.review = review;
        this.cancellation = cancellation;
    }

    /** All options, hosts proven as far as they can be. @throws Cancellation.Superseded if nobody wants the result any more */
    public static PlanResult of(ResolvedPlan plan, Cancellation cancellation) {
        return of(plan, ProvenHosts.orFirstFit(1, cancellation::isCancelled), cancellation);
    }

    /**
     * All options with the first placement that is found, at once; {@link #of(ResolvedPlan, Cancellation)} then proves it.
     *
     * @throws Cancellation.Superseded if nobody wants the result any more
     */
    public static PlanResult first(ResolvedPlan plan, Cancellation cancellation) {
        return of(plan, HostCountSearch.first(), true, cancellation);
    }

    /** All options with another search for hosts. @throws Cancellation.Superseded if nobody wants the result any more */
    public static PlanResult of(ResolvedPlan plan, HostSearch search, Cancellation cancellation) {
        return of(plan, search, false, cancellation);
    }

    private static PlanResult of(ResolvedPlan plan, HostSearch search, boolean proving, Cancellation cancellation) {
        List<OptionResult> results = new ArrayList<>();
        for (ResolvedOption option : plan.options()) {
            // the first answer is there at once; what is proven of it is checked before it is shown as that
            ProofReview review = proving ? ProofReview.none() : ProofReview.by(search);
            Calculation calculation = new Calculation(plan, option, search, review, cancellation);
            OptionResult result = calculation.run();
            // failures that the cluster need not survive can wait until everything else is there
            results.add(proving ? result : calculation.withSingles(result));
        }
        return new PlanResult(plan, results, proving);
    }

    /** One option, without a check of its proofs. @throws Cancellation.Superseded if nobody wants the result any more */
    public static OptionResult of(ResolvedPlan plan, ResolvedOption option, Cancellation cancellation) {
        HostSearch search = ProvenHosts.orFirstFit(1, cancellation::isCancelled);
        return new Calculation(plan, option, search, ProofReview.none(), cancellation).run();
    }

    /** What the workloads of one option ask for, without the search for hosts. */
    public static Demand demand(ResolvedPlan plan, ResolvedOption option) {
        return new Calculation(plan, option, HostCountSearch.first(), ProofReview.none(), Cancellation.never())
                .demand();
    }

    private OptionResult run() {
        cancellation.check();
        Demand demand = demand();
        Map<RowKey, LaneCounts> found = new HashMap<>();
        List<ClusterPlacement> placements = new ArrayList<>();
        for (ResolvedCluster cluster : option.clusters()) {
            cancellation.check();
            placements.add(review.restarts(place(cluster, demand, placements, found), cancellation::check));
        }
        ClusterFigures cluster = Sizing.cluster(demand, found);
        cancellation.check();
        List<Rack> racks = plan.plan().site().racks();
        SiteRacks site = siteRacks(demand);
        List<ResolvedGroup> groups = site.groups();
        RackFit.Fit fit = RackFit.fit(site.rooms(), site.hosts(placements));
        Sizing sizing =
                Sizing.complete(demand, cluster, racks, loads(racks, groups, fit), counts(placements, fit), storage());
        RuleSubject subject = new RuleSubject(plan, option, sizing, placements, fit);
        return new OptionResult(plan, option, sizing, placements, fit, Rules.check(subject));
    }

    private StorageTerms storage() {
        Optional<Integer> reserve = option.option().setup().platform().get(NetworkSettings.STORAGE_RESERVE);
        return new StorageTerms(
                reserve.map(OptionalInt::of).orElseGet(OptionalInt::empty),
                "/options/" + option.option().id() + "/setup/platform/" + NetworkSettings.STORAGE_RESERVE.key());
    }

    /** How each host is emptied. */
    private Map<ClusterId, List<HostMaintenance>> maintenance(List<ClusterPlacement> placements) {
        Map<ClusterId, List<HostMaintenance>> byCluster = new HashMap<>();
        for (ClusterPlacement placed : placements) {
            IntFunction<HostMaintenance> each =
                    MaintenanceSubject.of(plan, option, placed).with(search);
            List<HostMaintenance> hosts = new ArrayList<>();
            for (int host = 0; host < placed.problem().hostCount(); host++) {
                cancellation.check();
                hosts.add(each.apply(host));
            }
            byCluster.put(placed.cluster().cluster().id(), hosts);
        }
        return byCluster;
    }

    private Demand demand() {
        List<LlmSubject> llms = new ArrayList<>();
        List<VmsSubject> vms = new ArrayList<>();
        List<RetrievalSubject> retrievals = new ArrayList<>();
        List<TuningSubject> tunings = new ArrayList<>();
        for (ResolvedAssignment assignment : option.assignments()) {
            RowKey row = new RowKey(
                    assignment.workload().workload().id().value(),
                    assignment.workload().workload().name());
            switch (assignment.workload()) {
                case ResolvedWorkload.Llm llm ->
                    llms.add(new LlmSubject(
                            row,
                            llm.workload(),
                            llm.model(),
                            llm.shape(),
                            llm.weights(),
                            llm.kvCache(),
                            llm.engine(),
                            assignment.group().gpu(),
                            DeviceMemory.of(assignment.group(), assignment.share()),
                            new Parallelism(
                                    assignment.assignment().tensorParallel(),
                                    assignment.assignment().pipelineParallel(),
                                    assignment.assignment().expertParallel())));
                case ResolvedWorkload.Search search ->
                    retrievals.add(new RetrievalSubject(
                            row,
                            search,
                            assignment.group().gpu(),
                            assignment.share(),
                            DeviceMemory.of(assignment.group(), assignment.share())));
                case ResolvedWorkload.Tuning tuning -> tunings.add(tuning(row, assignment, tuning));
                case ResolvedWorkload.Vms shared ->
                    vms.add(new VmsSubject(
                            row,
                            shared.workload(),
                            assignment.share(),
                            assignment.group().gpu()));
            }
        }
        List<GroupSubject> groups = new ArrayList<>();
        for (ResolvedCluster cluster : option.clusters()) {
            for (ResolvedGroup group : cluster.groups()) {
                groups.add(new GroupSubject(
                        row(group),
                        group.group(),
                        group.gpu(),
                        group.chassis(),
                        group.existing(),
                        "/options/" + option.option().id() + "/clusters/"
                                + cluster.cluster().id() + "/groups/"
                                + group.group().id()));
            }
        }
        return Demand.of(llms, vms, retrievals, tunings, groups, plan.library());
    }

    private static TuningSubject tuning(RowKey row, ResolvedAssignment assignment, ResolvedWorkload.Tuning tuning) {
        return TuningSubject.of(
                row,
                tuning,
                assignment.assignment().training(),
                assignment.share(),
                assignment.group().gpu(),
                DeviceMemory.of(assignment.group(), assignment.share()),
                assignment.groups().stream().map(Calculation::row).toList());
    }

    private ClusterPlacement place(
            ResolvedCluster cluster, Demand demand, List<ClusterPlacement> before, Map<RowKey, LaneCounts> found) {
        if (cluster.cluster().isMixed()) {
            MixQuestion question = HostMix.of(cluster, demand, plan.library())
                    .withSite(siteRacks(demand).forMixture(cluster, before));
            return new MixPlacing(cluster, option, demand, question, search, review, cancellation).place(found);
        }
        PlacementProblem problem = PlacementProblems.of(option, cluster, demand, Lane.VALUE);
        OptionalInt auto = autoGroup(cluster);
        WeekProblem week = PlacementProblems.week(cluster, option.assignments(), problem);
        if (week.slots() > 1) {
            return place(cluster, week, auto, demand, found);
        }
        if (auto.isEmpty()) {
            HostSearch.Given given = search.given(problem);
            return placed(
                    search,
                    cluster,
                    problem,
                    given.placement(),
                    given.resilience(),
                    search.whyNot(problem, given.placement()));
        }
        HostSearch.Answer answer = search.search(problem, auto.getAsInt(), MOST_HOSTS);
        Proof proof = review.of(problem, auto.getAsInt(), MOST_HOSTS, answer.proof());
        ProvenDemand proven = proven(cluster, demand, problem, proof, auto.getAsInt());
        found.put(row(cluster.groups().get(auto.getAsInt())), counts(proven));
        PlacementProblem answered = answer.problem();
        Placement placement = answer.placement().orElseGet(() -> search.place(answered));
        Resilience resilience = answer.resilience().orElseGet(() -> search.replay(answered, placement));
        return placed(search, cluster, answered, placement, resilience, Optional.of(proof))
                .withProvenDemand(proven);
    }

    /** The same for workloads with weekly windows. */
    private ClusterPlacement place(
            ResolvedCluster cluster, WeekProblem week, OptionalInt auto, Demand demand, Map<RowKey, LaneCounts> found) {
        WeekSearch search = WeekSearch.of(this.search, cancellation::check);
        if (auto.isEmpty()) {
            WeekPlacement placed = search.place(week);
            return ClusterPlacement.of(cluster, placed, search.whyNot(week, placed));
        }
        int group = auto.getAsInt();
        WeekSearch.Answer answer = search.search(week, group, MOST_HOSTS);
        Proof proof = review.of(answer.week(), group, MOST_HOSTS, answer.proof());
        ProvenDemand proven = proven(cluster, demand, week.all(), proof, group);
        found.put(row(cluster.groups().get(group)), counts(proven));
        return ClusterPlacement.of(cluster, answer.week(), Optional.of(proof)).withProvenDemand(proven);
    }

    private static LaneCounts counts(ProvenDemand proven) {
        return new LaneCounts(
                proven.low().proof().enough(),
                proven.value().proof().enough(),
                proven.high().proof().enough());
    }

    /** The demand that a proof holds for, and the proofs at the ends of the band. */
    private ProvenDemand proven(
            ResolvedCluster cluster, Demand demand, PlacementProblem problem, Proof proof, int group) {
        return new ProvenDemand(
                other(cluster, demand, Lane.LOW, problem, proof, group),
                ProvenDemand.End.of(problem, proof),
                other(cluster, demand, Lane.HIGH, problem, proof, group));
    }

    static ClusterPlacement placed(
            HostSearch search,
            ResolvedCluster cluster,
            PlacementProblem problem,
            Placement found,
            Resilience foundResilience,
            Optional<Proof> proof) {
        Placement spread = CopySpread.of(problem, ExistingFirst.of(problem, found));
        Resilience resilience = spread.equals(found) ? foundResilience : search.replay(problem, spread);
        // what was proved comes before full existing hosts and copies on different hosts
        boolean isKept = foundResilience.isSurvived() && !resilience.isSurvived();
        return complete(cluster, problem, isKept ? found : spread, isKept ? foundResilience : resilience, proof);
    }

    private static ClusterPlacement complete(
            ResolvedCluster cluster,
            PlacementProblem problem,
            Placement placement,
            Resilience resilience,
            Optional<Proof> proof) {
        return new ClusterPlacement(
                cluster,
                problem,
                placement,
                resilience,
                proof,
                PlacementFigures.of(problem, placement),
                PlacementChecker.check(problem, placement));
    }

    private OptionResult withSingles(OptionResult result) {
        return new OptionResult(
                result.plan(),
                result.option(),
                result.sizing(),
                result.placements().stream().map(this::withSingles).toList(),
                result.racks(),
                result.findings(),
                maintenance(result.placements()),
                existing(result.placements()));
    }

    /** Whether everything fits on the hosts that are there, for the clusters that have some. */
    private Map<ClusterId, ExistingFit> existing(List<ClusterPlacement> placements) {
        ExistingFitSearch there = new ExistingFitSearch(search, MOST_HOSTS, cancellation::check);
        Map<ClusterId, ExistingFit> byCluster = new HashMap<>();
        for (ClusterPlacement placed : placements) {
            cancellation.check();
            there.of(placed)
                    .ifPresent(fit -> byCluster.put(placed.cluster().cluster().id(), fit));
        }
        return byCluster;
    }

    /** What the failure of each single host does, also where the cluster tolerates none or two, and how few GPUs would do. */
    private ClusterPlacement withSingles(ClusterPlacement placed) {
        cancellation.check();
        return placed.withSingles(
                        placed.resilience().hostsAtOnce() == 1
                                ? placed.tolerated()
                                : FailureTable.of(
                                        search,
                                        placed.problem(),
                                        placed.placement(),
                                        1,
                                        () -> !cancellation.isCancelled(),
                                        part -> {}))
                .withFewestGpus(FewestGpus.of(search, placed.problem(), placed.figures()));
    }

    private ProvenDemand.End other(
            ResolvedCluster cluster, Demand demand, Lane lane, PlacementProblem best, Proof proof, int group) {
        cancellation.check();
        PlacementProblem problem = PlacementProblems.of(option, cluster, demand, lane);
        if (problem.equals(best)) {
            return ProvenDemand.End.of(problem, proof);
        }
        WeekProblem week = PlacementProblems.week(cluster, option.assignments(), problem);
        return ProvenDemand.End.of(
                problem,
                week.slots() > 1
                        ? WeekSearch.of(search, cancellation::check).prove(week, group, MOST_HOSTS)
                        : review.of(
                                problem,
                                group,
                                MOST_HOSTS,
                                search.search(problem, group, MOST_HOSTS).proof()));
    }

    private static OptionalInt autoGroup(ResolvedCluster cluster) {
        for (int i = 0; i < cluster.groups().size(); i++) {
            if (cluster.groups().get(i).group().count() instanceof HostCount.Auto) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private SiteRacks siteRacks(Demand demand) {
        return new SiteRacks(option, demand, plan.plan().site().racks());
    }

    private static RowKey row(ResolvedGroup group) {
        return new RowKey(group.group().id().value(), group.group().name());
    }

    private static List<RackLoad> loads(List<Rack> racks, List<ResolvedGroup> groups, RackFit.Fit fit) {
        List<RackLoad> loads = new ArrayList<>();
        for (int rack = 0; rack < racks.size(); rack++) {
            for (int group = 0; group < groups.size(); group++) {
                int hosts = fit.hosts().get(rack).get(group);
                if (hosts > 0) {
                    loads.add(new RackLoad(
                            new RowKey(
                                    racks.get(rack).id().value(),
                                    racks.get(rack).name()),
                            row(groups.get(group)),
                            hosts));
                }
            }
        }
        return loads;
    }

    private static SearchFigures.Counts counts(List<ClusterPlacement> placements, RackFit.Fit fit) {
        int placed = 0;
        int refused = 0;
        int used = 0;
        int free = 0;
        double stranded = 0;
        boolean survives = true;
        for (ClusterPlacement cluster : placements) {
            placed += cluster.all().placed().size();
            refused += cluster.all().refused().size();
            used += cluster.figures().gpusUsed();
            free += cluster.figures().gpusFree() + cluster.figures().gpusSpare();
            stranded += cluster.figures().strandedGib();
            survives &= cluster.isSurvived() && cluster.isComplete();
        }
        return new SearchFigures.Counts(placed, refused, used, free, stranded, survives, fit.hostsWithout());
    }
}
