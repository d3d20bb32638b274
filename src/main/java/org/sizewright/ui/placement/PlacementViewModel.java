package org.sizewright.ui.placement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.HostFailure;
import org.sizewright.placement.HostGroupSpec;
import org.sizewright.placement.Proof;
import org.sizewright.placement.Resilience;
import org.sizewright.placement.Violation;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.result.OptionResult;
import org.sizewright.result.PlanResult;
import org.sizewright.session.SessionState;
import org.sizewright.ui.look.Fill;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Legend;
import org.sizewright.ui.placement.PlacementPage.HostChoice;
import org.sizewright.ui.placement.PlacementPage.Nothing.Reason;
import org.sizewright.ui.placement.PlacementPage.Verdict;
import org.sizewright.ui.screen.Workspace;

/** What the placement screen shows, and what can be done there. */
public final class PlacementViewModel {
    /** The stretch that is explained; the machine's other stretches are marked with it. */
    record Selection(String section, String slot, Subject subject) {
        /** The same on a newer page: a machine wherever it is now; empty if it is not there any more. */
        Optional<Selection> in(PlacementPage page) {
            return page instanceof PlacementPage.Drawn drawn
                    ? drawn.sections().stream()
                            .filter(each -> each.id().equals(section))
                            .flatMap(each -> each.scene().find(slot, subject).stream())
                            .map(stretch ->
                                    new Selection(section, stretch.slot().id(), stretch.subject()))
                            .findFirst()
                    : Optional.empty();
        }
    }

    private final Workspace workspace;
    private final Texts texts;
    private final PlacementWhy why;
    private final PinViewModel pins;
    private final ReadOnlyObjectWrapper<PlacementPage> page =
            new ReadOnlyObjectWrapper<>(new PlacementPage.Nothing(Reason.NOT_CALCULATED));
    private final ReadOnlyObjectWrapper<ColourBy> colourBy = new ReadOnlyObjectWrapper<>(ColourBy.WORKLOAD);
    private final ReadOnlyObjectWrapper<Zoom> zoom = new ReadOnlyObjectWrapper<>(Zoom.NORMAL);
    private final ReadOnlyObjectWrapper<Optional<Selection>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final FailingHosts failing;
    private final Map<String, Integer> slots = new HashMap<>();
    private Optional<OptionResult> result = Optional.empty();
    private boolean calculating;
    private boolean running;
    private Optional<String> toExplain = Optional.empty();

    /**
     * @param worker where failures are worked out that the result does not hold
     * @param owner where they are shown
     */
    public PlacementViewModel(Workspace workspace, Executor worker, Executor owner) {
        this.workspace = workspace;
        failing = new FailingHosts(worker, owner, this::prepareAndExplain);
        texts = workspace.texts();
        why = new PlacementWhy(workspace);
        pins = new PinViewModel(workspace);
    }

    /** What can be pinned, and what is. */
    PinViewModel pins() {
        return pins;
    }

    /** Shows the placement of the live option; a failure that is shown stays so where it still exists. */
    public void show(SessionState state) {
        boolean other = result.isPresent()
                && state.live().isPresent()
                && !result.get()
                        .option()
                        .option()
                        .id()
                        .equals(state.live().get().option().option().id());
        if (other) {
            failing.clear();
            slots.clear();
            selected.set(Optional.empty());
        }
        result = state.live();
        calculating = state.calculating();
        running = !calculating && state.result().filter(PlanResult::proving).isPresent();
        pins.show(result);
        prepare();
    }

    /** Ends the proof that runs, or tries for longer. */
    void prove() {
        if (running) {
            workspace.stopProof();
        } else {
            workspace.proveLonger();
        }
    }

    private PlacementPage.Proving proving(OptionResult shown) {
        if (running) {
            return PlacementPage.Proving.RUNNING;
        }
        boolean open = shown.placements().stream()
                .flatMap(placed -> placed.proof().stream())
                .anyMatch(proof -> proof instanceof Proof.Between
                        || proof instanceof Proof.Mixture mixture && !mixture.isProven()
                        || proof instanceof Proof.NotFound);
        return open ? PlacementPage.Proving.OPEN : PlacementPage.Proving.DONE;
    }

    ReadOnlyObjectProperty<PlacementPage> page() {
        return page.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ColourBy> colourBy() {
        return colourBy.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Zoom> zoom() {
        return zoom.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Selection>> selected() {
        return selected.getReadOnlyProperty();
    }

    void colour(ColourBy by) {
        colourBy.set(by);
        prepare();
    }

    void zoom(Zoom next) {
        zoom.set(next);
    }

    /** Shows what the failure of these hosts does, two at most, or with none that everything runs. */
    void fail(String section, List<Integer> hosts) {
        failing.fail(section, hosts.stream().distinct().sorted().toList());
        selected.set(Optional.empty());
        toExplain = hosts.isEmpty() ? Optional.empty() : Optional.of(section);
        prepareAndExplain();
    }

    private void prepareAndExplain() {
        prepare();
        if (toExplain.isPresent() && page.get() instanceof PlacementPage.Drawn drawn) {
            drawn.sections().stream()
                    .filter(each -> each.id().equals(toExplain.orElse("")))
                    .filter(each -> each.scene().failure().isPresent())
                    .findFirst()
                    .ifPresent(shown -> {
                        toExplain = Optional.empty();
                        explainFailure(shown);
                    });
        }
    }

    /** The same in the busiest slot of the week. */
    void failWhenBusiest(String section, List<Integer> hosts) {
        slots.remove(section);
        fail(section, hosts);
    }

    /** Shows how the cluster runs in a slot of its week. */
    void showSlot(PlacementPage.Section section, int slot) {
        slots.put(section.id(), slot);
        selected.set(Optional.empty());
        prepare();
    }

    void select(PlacementPage.Section section, int host, GpuBar bar, String slot) {
        bar.stretch(slot).ifPresent(stretch -> {
            selected.set(Optional.of(new Selection(section.id(), slot, stretch.subject())));
            workspace.explain(why.stretch(section.scene(), host, bar, stretch));
        });
    }

    void explainProof(PlacementPage.Section section) {
        workspace.explain(why.proof(section.scene(), section.proof().words(), path(section.scene())));
    }

    void explainSurvival(PlacementPage.Section section) {
        workspace.explain(why.survival(section.scene(), section.survival().words()));
    }

    /** Whether everything fits on the hosts that are there. */
    void explainExisting(PlacementPage.Section section) {
        ExistingFitWords.of(result, section.scene().placed())
                .ifPresent(fit -> workspace.explain(new ExistingFitWords(texts).why(section.scene(), fit, pins)));
    }

    void explainFailure(PlacementPage.Section section) {
        section.scene()
                .failure()
                .ifPresent(failure -> workspace.explain(why.failure(
                        section.scene(),
                        failure,
                        section.outcome().map(Verdict::words).orElse(""))));
    }

    void openCluster() {
        workspace.goTo("/options");
    }

    void openWorkloads() {
        workspace.goTo("/workloads");
    }

    /** The placement as it is drawn, as a table for the clipboard. */
    String table() {
        return page.get() instanceof PlacementPage.Drawn drawn
                ? PlacementTable.of(
                        texts,
                        drawn.sections().stream()
                                .map(PlacementPage.Section::scene)
                                .toList())
                : "";
    }

    private void prepare() {
        PlacementPage next = result.map(this::page)
                .orElseGet(() -> new PlacementPage.Nothing(calculating ? Reason.CALCULATING : Reason.NOT_CALCULATED));
        selected.set(selected.get().flatMap(each -> each.in(next)));
        page.set(next);
    }

    private PlacementPage page(OptionResult option) {
        if (option.placements().isEmpty()) {
            return new PlacementPage.Nothing(Reason.NO_CLUSTER);
        }
        if (option.placements().stream().allMatch(placed -> placed.whole().vmCount() == 0)) {
            return new PlacementPage.Nothing(Reason.NO_MACHINES);
        }
        VmNames names = new VmNames(texts, option);
        List<PlacementPage.Section> sections = new ArrayList<>();
        List<PlacementPage.Problem> problems = new ArrayList<>();
        Set<VmNames.Colour> colours = new java.util.LinkedHashSet<>();
        for (ClusterPlacement placed : option.placements()) {
            sections.add(section(placed, names));
            PlacementWhy.byReason(names, placed.all().refused())
                    .forEach((reason, vms) -> problems.add(new PlacementPage.Problem(
                            texts.get("placement.refused.who", vms.size(), names.list(vms)), reason)));
            for (Violation violation : placed.violations()) {
                problems.add(new PlacementPage.Problem(
                        texts.get("placement.refused.checker"), names.named(violation.words())));
            }
            colours.addAll(names.colours(placed.whole().vms(), colourBy.get()));
        }
        List<Legend.Entry> legend = new ArrayList<>();
        colours.forEach(colour -> legend.add(new Legend.Entry(colour.label(), colour.fill())));
        legend.add(new Legend.Entry(texts.get("placement.stranded"), Fill.STRANDED));
        if (sections.stream()
                .anyMatch(each -> each.scene().placed().problem().policy().failures() > 0)) {
            legend.add(new Legend.Entry(texts.get("placement.keptFree"), Fill.RESERVED));
        }
        legend.add(new Legend.Entry(texts.get("placement.free"), Fill.FREE));
        if (sections.stream().anyMatch(each -> each.pins().isPresent())) {
            legend.add(Legend.Entry.marked(texts.get("placement.pinned.legend"), Icon.LOCK));
        }
        return new PlacementPage.Drawn(sections, legend, problems, calculating, proving(result.get()));
    }

    private PlacementPage.Section section(ClusterPlacement whole, VmNames names) {
        String id = whole.cluster().cluster().id().value();
        int slot = whole.week()
                .map(week -> Optional.ofNullable(slots.get(id))
                        .filter(chosen -> chosen < week.slots().size())
                        .orElse(week.busiest()))
                .orElse(0);
        ClusterPlacement placed = whole.week().isPresent() ? whole.at(slot) : whole;
        List<Integer> failed = failing.hosts(id, placed);
        Optional<HostFailure> failure = failing.failure(id, placed);
        Optional<Verdict> outcome = failed.isEmpty()
                ? Optional.empty()
                : Optional.of(failure.map(each -> outcome(placed, each))
                        .orElseGet(() -> new Verdict(
                                texts.get("placement.outcome.working", why.hosts(placed, failed), failed.size()),
                                Tone.INFO)));
        ClusterScene scene = new ClusterScene(texts, placed, names, failure);
        return new PlacementPage.Section(
                id,
                title(placed),
                proof(placed),
                survival(placed),
                ExistingFitWords.of(result, whole).map(new ExistingFitWords(texts)::verdict),
                pins.verdict(placed),
                IntStream.range(0, placed.problem().hostCount())
                        .mapToObj(host -> new HostChoice(host, placed.hostName(host)))
                        .toList(),
                failed,
                outcome,
                new WeekParts(texts, names).of(whole, slot),
                scene);
    }

    private String title(ClusterPlacement placed) {
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < placed.cluster().groups().size(); i++) {
            ResolvedGroup group = placed.cluster().groups().get(i);
            HostGroupSpec spec = placed.problem().groups().get(i);
            groups.add(texts.get(
                    "placement.group",
                    spec.count(),
                    group.group().name(),
                    spec.host().gpus(),
                    group.gpu().name()));
        }
        return placed.cluster().cluster().name() + ": " + String.join("; ", groups);
    }

    private Verdict proof(ClusterPlacement placed) {
        if (placed.proof().isEmpty()) {
            return new Verdict(
                    texts.get("placement.proof.entered", placed.problem().hostCount()), Tone.NEUTRAL);
        }
        // hosts that are there are given; only the others are searched
        boolean beside = placed.cluster().groups().stream()
                .anyMatch(group -> group.group().isExisting());
        return switch (placed.proof().get()) {
            case Proof.Optimal optimal ->
                new Verdict(
                        texts.get(beside ? "placement.proof.optimal.new" : "placement.proof.optimal", optimal.hosts()),
                        Tone.OK);
            case Proof.Between between ->
                new Verdict(
                        texts.get(
                                beside ? "placement.proof.between.new" : "placement.proof.between",
                                between.lower(),
                                between.upper()),
                        Tone.INFO);
            case Proof.Mixture mixture -> new Verdict(mixture.brief(), mixture.isProven() ? Tone.OK : Tone.INFO);
            case Proof.NotFound notFound ->
                new Verdict(texts.get("placement.proof.notFound", notFound.maximum()), Tone.ERROR);
            case Proof.CannotFit ignored -> new Verdict(texts.get("placement.proof.cannot"), Tone.ERROR);
        };
    }

    private Verdict survival(ClusterPlacement placed) {
        Resilience resilience = placed.resilience();
        if (resilience.hostsAtOnce() == 0) {
            return new Verdict(texts.get("placement.survives.none"), Tone.NEUTRAL);
        }
        if (!placed.placement().isComplete()) {
            return new Verdict(
                    texts.get(
                            "placement.week.refused",
                            placed.placement().refused().size()),
                    Tone.ERROR);
        }
        return resilience.isSurvived()
                ? new Verdict(texts.get("placement.survives.yes", resilience.hostsAtOnce()), Tone.OK)
                : new Verdict(texts.get("placement.survives.no", resilience.hostsAtOnce()), Tone.ERROR);
    }

    private Verdict outcome(ClusterPlacement placed, HostFailure failure) {
        String hosts = why.hosts(placed, failure.hosts());
        int machines = failure.restarted().size()
                + failure.down().size()
                + failure.lost().size();
        if (machines == 0) {
            return new Verdict(
                    texts.get(
                            "placement.outcome.nothing", hosts, failure.hosts().size()),
                    Tone.OK);
        }
        String words = texts.get(
                "placement.outcome",
                hosts,
                failure.restarted().size(),
                failure.hosts().size());
        if (!failure.down().isEmpty()) {
            words += " " + texts.get("placement.outcome.down", failure.down().size());
        }
        if (!failure.evicted().isEmpty()) {
            words += " "
                    + texts.get("placement.outcome.evicted", failure.evicted().size());
        }
        if (failure.isSurvived()) {
            return new Verdict(words, failure.down().isEmpty() ? Tone.OK : Tone.INFO);
        }
        return new Verdict(
                words + " "
                        + texts.get(
                                failure.isRuledOut() ? "placement.outcome.proven" : "placement.outcome.lost",
                                failure.lost().size()),
                Tone.ERROR);
    }

    /** Where the number of hosts of the cluster's first group is edited. */
    private String path(ClusterScene scene) {
        String option = result.map(each -> each.option().option().id().value()).orElse("");
        return "/options/" + option + "/clusters/"
                + scene.placed().cluster().cluster().id() + "/groups/"
                + scene.placed().cluster().groups().getFirst().group().id() + "/count";
    }
}
