package org.sizewright.ui.compare;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.sizewright.plan.PlanEdit;
import org.sizewright.result.OptionResult;
import org.sizewright.result.growth.GrowthPlan;
import org.sizewright.result.growth.GrowthSteps;
import org.sizewright.result.platforms.PlatformComparison;
import org.sizewright.result.platforms.PlatformOutcome;
import org.sizewright.result.platforms.PlatformTrials;
import org.sizewright.session.SessionState;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.screen.Workspace;

/** The live option on other platforms and over time: worked out only while it is looked at. */
final class OutlookViewModel {
    /** What the screen shows. */
    enum Part {
        OPTIONS,
        PLATFORMS,
        GROWTH
    }

    private final Workspace workspace;
    private final ReadOnlyObjectWrapper<Part> part = new ReadOnlyObjectWrapper<>(Part.OPTIONS);
    private final Question<PlatformComparison> platforms;
    private final Question<GrowthPlan> growth;
    private Optional<OptionResult> live = Optional.empty();

    OutlookViewModel(Workspace workspace, Executor worker, Executor owner) {
        this.workspace = workspace;
        platforms = new Question<>(worker, owner);
        growth = new Question<>(worker, owner);
    }

    Texts texts() {
        return workspace.texts();
    }

    ReadOnlyObjectProperty<Part> part() {
        return part.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Phase<PlatformComparison>> platforms() {
        return platforms.phase();
    }

    ReadOnlyObjectProperty<Phase<GrowthPlan>> growth() {
        return growth.phase();
    }

    void show(SessionState state) {
        Optional<OptionResult> shown = state.calculating() ? Optional.empty() : state.live();
        if (!same(shown)) {
            live = shown;
            platforms.forget();
            growth.forget();
        }
        askIfWaiting();
    }

    private boolean same(Optional<OptionResult> shown) {
        return shown.isPresent() && live.isPresent() && shown.get() == live.get() || shown.isEmpty() && live.isEmpty();
    }

    void choose(Part chosen) {
        part.set(chosen);
        askIfWaiting();
    }

    private void askIfWaiting() {
        boolean waiting = switch (part.get()) {
            case OPTIONS -> false;
            case PLATFORMS -> platforms.phase().get() instanceof Phase.Waiting;
            case GROWTH -> growth.phase().get() instanceof Phase.Waiting;
        };
        if (waiting) {
            ask();
        }
    }

    /** Works out what is shown. */
    void ask() {
        live.ifPresent(option -> {
            switch (part.get()) {
                case OPTIONS -> {}
                case PLATFORMS ->
                    platforms.ask(
                            (cancellation, progress) -> PlatformTrials.of(option, cancellation, progress::accept));
                case GROWTH ->
                    growth.ask((cancellation, progress) -> GrowthSteps.of(option, cancellation, progress::accept));
            }
        });
    }

    void stop() {
        switch (part.get()) {
            case OPTIONS -> {}
            case PLATFORMS -> platforms.stop();
            case GROWTH -> growth.stop();
        }
    }

    void explain(Why why) {
        workspace.explain(why);
    }

    /** Adds the option with that platform to the plan. */
    void add(PlatformOutcome outcome) {
        workspace.edit(PlanEdit.of(
                texts().get("compare.platforms.edit", outcome.trial().platform().title()), outcome.trial()::addTo));
    }
}
