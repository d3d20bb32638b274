package org.sizewright.ui.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.sizewright.library.Rule;
import org.sizewright.library.RuleBase;
import org.sizewright.plan.Option;
import org.sizewright.plan.setting.Setting;
import org.sizewright.result.OptionResult;
import org.sizewright.rules.RuleSubject;
import org.sizewright.rules.VersionConflict;
import org.sizewright.rules.VersionMap;
import org.sizewright.rules.VersionSide;
import org.sizewright.session.SessionState;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.screen.LatestAnswer;
import org.sizewright.ui.screen.Workspace;

/** What the drawing of the versions shows and does, without its nodes. */
final class VersionsViewModel {
    /** What to show. */
    record Page(OptionResult result, VersionMap map) {
        /** Whether a side is drawn: rules look at it on the platform of the option, and it is stated or waited for. */
        boolean shows(VersionSide side) {
            boolean stated = map.versions().stream().anyMatch(version -> version.side() == side && version.isStated());
            Option.Platform platform = result.option().option().platform();
            boolean vsphere = platform == Option.Platform.VSPHERE || platform == Option.Platform.VSPHERE_KUBERNETES;
            return switch (side) {
                case GPU, AI_ENTERPRISE -> true;
                case PLATFORM, HOST_DRIVER, GUEST_DRIVER -> vsphere || stated;
                case KUBERNETES, GPU_OPERATOR, GUEST_SYSTEM -> platform != Option.Platform.VSPHERE;
                case LICENCE_SYSTEM -> stated;
            };
        }
    }

    private final Workspace workspace;
    private final Texts texts;
    private final LatestAnswer answers;
    private final ReadOnlyObjectWrapper<Optional<Page>> page = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<OptionResult> asked = Optional.empty();

    /**
     * @param worker where changes of versions are tried
     * @param owner where answers are delivered
     */
    VersionsViewModel(Workspace workspace, Executor worker, Executor owner) {
        this.workspace = workspace;
        texts = workspace.texts();
        answers = new LatestAnswer(worker, owner);
    }

    /** Empty while nothing is calculated. */
    ReadOnlyObjectProperty<Optional<Page>> page() {
        return page.getReadOnlyProperty();
    }

    void show(SessionState state) {
        if (state.live().isEmpty() || state.live().equals(asked)) {
            return;
        }
        asked = state.live();
        OptionResult live = state.live().get();
        RuleSubject subject =
                new RuleSubject(live.plan(), live.option(), live.sizing(), live.placements(), live.racks());
        answers.<VersionMap>ask(
                (wanted, tell) -> tell.accept(VersionMap.of(subject)),
                map -> page.set(Optional.of(new Page(live, map))));
    }

    /** Makes a change that clears a contradiction. */
    void apply(VersionConflict.Change change) {
        page.get()
                .ifPresent(shown -> workspace.edit(
                        change.edit(shown.result().option().option().id())));
    }

    /** Goes to where a version is stated; a GPU is chosen with the hosts. */
    void open(VersionSide side) {
        page.get().ifPresent(shown -> {
            Option option = shown.result().option().option();
            String at = "/options/" + option.id();
            workspace.goTo(setting(option, side)
                    .map(setting -> at + "/setup/platform/" + setting.key())
                    .orElse(at + "/clusters"));
        });
    }

    /** Of several settings that say it, the one that is stated, or that of the platform. */
    private static Optional<Setting<?>> setting(Option option, VersionSide side) {
        List<Setting<?>> settings = side.settings();
        return settings.stream()
                .filter(setting -> option.setup().platform().written(setting).isPresent())
                .findFirst()
                .or(() -> settings.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                option.platform() == Option.Platform.OPENSHIFT
                                        ? settings.getLast()
                                        : settings.getFirst()));
    }

    /** Says which rules hold two versions against each other, and what they found. */
    void explain(VersionMap.Tie tie) {
        page.get().ifPresent(shown -> {
            if (!tie.conflicts().isEmpty()) {
                workspace.explain(
                        new FindingWhy(workspace).of(tie.conflicts().getFirst().finding()));
                return;
            }
            RuleBase base = RuleBase.of(shown.result().plan().library());
            List<Why.Input> inputs = new ArrayList<>();
            for (String id : tie.rules()) {
                Rule rule = base.rule(id);
                inputs.add(Why.Input.given(
                        id + " · " + rule.title(),
                        "",
                        base.sourcesOf(rule).getFirst().toLine()));
            }
            workspace.explain(Why.finding(
                    texts.get(
                            "checks.versions.tie",
                            tie.one().title(),
                            tie.other().title()),
                    texts.get(tie.decided() ? "checks.versions.together" : "checks.versions.open"),
                    inputs));
        });
    }
}
