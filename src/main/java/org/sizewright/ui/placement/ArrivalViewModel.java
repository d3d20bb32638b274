package org.sizewright.ui.placement;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.arrival.ArrivalEvent;
import org.sizewright.placement.arrival.ArrivalScript;
import org.sizewright.placement.arrival.GpuChoice;
import org.sizewright.result.OptionResult;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.screen.LatestAnswer;
import org.sizewright.ui.screen.Workspace;

/** Machines arriving one by one on a cluster of the live option: how, how far, and what the user puts in. */
final class ArrivalViewModel {
    private static final ArrivalPage.Trials NO_TRIALS =
            new ArrivalPage.Trials(true, Optional.empty(), Optional.empty(), List.of(), "");

    /** What can be taken back. */
    private record Before(ArrivalScript script, int at) {}

    private final Workspace workspace;
    private final Texts texts;
    private final PlacementWhy why;
    private final LatestAnswer runs;
    private final LatestAnswer orders;
    private final ReadOnlyObjectWrapper<Optional<ArrivalPage>> page = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<ArrivalPage.Trials> trials = new ReadOnlyObjectWrapper<>(NO_TRIALS);
    private final ReadOnlyObjectWrapper<Optional<PlacedVm>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Deque<Before> before = new ArrayDeque<>();
    private List<ClusterSubject> clusters = List.of();
    private Optional<ClusterSubject> cluster = Optional.empty();
    private ArrivalPage.Settings settings = new ArrivalPage.Settings(false, 1, GpuChoice.LEAST_FREE, 0);
    private ArrivalScript script = new ArrivalScript(List.of());
    private int at;

    /**
     * @param worker where runs are calculated
     * @param owner where they are delivered
     */
    ArrivalViewModel(Workspace workspace, Executor worker, Executor owner) {
        this.workspace = workspace;
        texts = workspace.texts();
        why = new PlacementWhy(workspace);
        runs = new LatestAnswer(worker, owner);
        orders = new LatestAnswer(worker, owner);
    }

    ReadOnlyObjectProperty<Optional<ArrivalPage>> page() {
        return page.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ArrivalPage.Trials> trials() {
        return trials.getReadOnlyProperty();
    }

    /** The machine that was chosen in a drawing. */
    ReadOnlyObjectProperty<Optional<PlacedVm>> selected() {
        return selected.getReadOnlyProperty();
    }

    /** Shows the option; where its hosts and machines are as before, the arrivals stay where they are. */
    void show(Optional<OptionResult> result) {
        clusters = ClusterSubject.of(texts, result);
        take(ClusterSubject.chosen(clusters, cluster.map(ClusterSubject::id).orElse("")));
    }

    /** Forgets what is being calculated. */
    void hide() {
        runs.cancel();
        orders.cancel();
    }

    void choose(ClusterSubject other) {
        take(Optional.of(other));
    }

    private void take(Optional<ClusterSubject> next) {
        Optional<ClusterSubject> old = cluster;
        cluster = next;
        if (next.isEmpty()) {
            hide();
            page.set(Optional.empty());
            return;
        }
        boolean sameCluster = old.map(ClusterSubject::id).equals(next.map(ClusterSubject::id));
        boolean samePolicy = sameCluster
                && old.map(each -> each.problem().policy())
                        .equals(next.map(each -> each.problem().policy()));
        boolean sameMachines = sameCluster
                && old.map(each -> each.problem().vms())
                        .equals(next.map(each -> each.problem().vms()));
        boolean same = old.map(ClusterSubject::problem).equals(next.map(ClusterSubject::problem));
        if (!samePolicy) {
            settings = new ArrivalPage.Settings(
                    settings.random(),
                    settings.seed(),
                    GpuChoice.of(next.get().problem().policy().assignment()),
                    settings.leaving());
        }
        if (!sameMachines) {
            restart();
        } else if (!same || !runs.isAsked()) {
            // other hosts for the same machines, or other names: what was chosen and put in by hand stays
            run();
        }
        if (!sameMachines || !same || !orders.isSettled()) {
            tryOrders();
        }
    }

    void order(boolean random) {
        change(new ArrivalPage.Settings(random, settings.seed(), settings.choice(), settings.leaving()), false);
    }

    void seed(long seed) {
        change(new ArrivalPage.Settings(true, seed, settings.choice(), settings.leaving()), false);
    }

    void rule(GpuChoice choice) {
        ArrivalPage.Settings next =
                new ArrivalPage.Settings(settings.random(), settings.seed(), choice, settings.leaving());
        if (!next.equals(settings)) {
            // the same machines come, so that what was put in by hand stays
            settings = next;
            run();
            tryOrders();
        }
    }

    void leaving(int percent) {
        change(
                new ArrivalPage.Settings(settings.random(), settings.seed(), settings.choice(), percent),
                percent != settings.leaving());
    }

    /** The order of a trial, from its beginning to its end. */
    void load(ArrivalPage.Worst worst) {
        seed(worst.seed());
    }

    private void change(ArrivalPage.Settings next, boolean tried) {
        settings = next;
        restart();
        if (tried) {
            tryOrders();
        }
    }

    private void restart() {
        cluster.ifPresent(subject -> {
            double leaving = settings.leaving() / 100.0;
            script = settings.random()
                    ? ArrivalScript.shuffled(subject.problem().vms(), leaving, settings.seed())
                    : ArrivalScript.inOrder(subject.problem().vms(), leaving, settings.seed());
            at = script.size();
            before.clear();
            selected.set(Optional.empty());
            run();
        });
    }

    /** Shows the hosts after so many events. */
    void goTo(int events) {
        int next = Math.clamp(events, 0, script.size());
        if (next != at) {
            at = next;
            run();
        }
    }

    void step(int by) {
        goTo(at + by);
    }

    void toEnd() {
        goTo(script.size());
    }

    void add(String vmClass) {
        keep();
        script = script.withArrival(at, vmClass);
        at++;
        run();
    }

    /** Shuts the chosen machine down. */
    void shutDown() {
        selected.get().flatMap(this::number).ifPresent(machine -> {
            keep();
            script = script.withDeparture(at, machine);
            at++;
            selected.set(Optional.empty());
            run();
        });
    }

    /** The place of a machine among the arrivals so far. */
    private Optional<Integer> number(PlacedVm vm) {
        int machine = -1;
        int ofClass = 0;
        for (ArrivalEvent event : script.first(at)) {
            if (event instanceof ArrivalEvent.Arrival arrival) {
                machine++;
                if (arrival.vmClass().equals(vm.vmClass()) && ++ofClass == vm.number()) {
                    return Optional.of(machine);
                }
            }
        }
        return Optional.empty();
    }

    private void keep() {
        before.push(new Before(script, at));
    }

    /** Takes back what was put in last. */
    void undo() {
        if (!before.isEmpty()) {
            Before last = before.pop();
            script = last.script();
            at = last.at();
            run();
        }
    }

    void select(ArrivalPage.Lane lane, int host, GpuBar bar, String slot) {
        bar.stretch(slot).ifPresent(stretch -> {
            if (stretch.subject() instanceof Subject.Machine machine) {
                selected.set(Optional.of(machine.vm()));
                workspace.explain(explained(lane, machine, bar));
            } else {
                selected.set(Optional.empty());
                workspace.explain(why.stretch(lane.scene(), host, bar, stretch));
            }
        });
    }

    private Why explained(ArrivalPage.Lane lane, Subject.Machine machine, GpuBar bar) {
        ClusterScene scene = lane.scene();
        PlacedVm vm = machine.vm();
        List<Why.Input> inputs = new ArrayList<>();
        inputs.add(
                Why.Input.given(texts.get("placement.why.host"), scene.placed().hostName(vm.host()), ""));
        inputs.add(Why.Input.given(texts.get("placement.why.gpu"), String.valueOf(bar.gpu()), ""));
        inputs.add(Why.Input.given(
                texts.get("placement.why.profile"),
                scene.names().profile(vm.vmClass()),
                machine.slot().mode().words()));
        number(vm)
                .ifPresent(number ->
                        inputs.add(Why.Input.given(texts.get("arrivals.why.number"), String.valueOf(number + 1), "")));
        String rule = switch (settings.choice()) {
            case FEWEST_MACHINES -> texts.get("arrivals.why.performance");
            case LEAST_FREE -> texts.get("arrivals.why.consolidation");
            case IN_TURN -> texts.get("arrivals.why.turn");
        };
        return Why.finding(scene.names().vm(vm), rule, inputs)
                .withSection(Why.Section.of(texts.get("arrivals.why.change"), texts.get("arrivals.why.change.text")));
    }

    private void run() {
        cluster.ifPresent(subject -> {
            ArrivalDrawing drawing = new ArrivalDrawing(texts, subject, settings);
            List<ClusterSubject> all = clusters;
            ArrivalScript events = script;
            int position = at;
            boolean changed = !before.isEmpty();
            runs.<ArrivalPage>ask(
                    (wanted, tell) -> tell.accept(drawing.page(all, events, position, changed)),
                    done -> page.set(Optional.of(done)));
        });
    }

    private void tryOrders() {
        cluster.ifPresent(subject -> {
            ArrivalDrawing drawing = new ArrivalDrawing(texts, subject, settings);
            trials.set(NO_TRIALS);
            orders.<ArrivalPage.Trials>ask(
                    (wanted, tell) -> drawing.trials(wanted).ifPresent(tell), trials::set);
        });
    }

    /** Stops the trials; {@link #tryAgain} takes them up. */
    void stopTrials() {
        orders.stop();
        trials.set(new ArrivalPage.Trials(
                false, Optional.empty(), Optional.empty(), List.of(), texts.get("arrivals.trials.stopped")));
    }

    void tryAgain() {
        tryOrders();
    }
}
