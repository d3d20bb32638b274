package org.sizewright.ui.platform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.sizewright.plan.Option;
import org.sizewright.plan.PlanEdit;
import org.sizewright.plan.Setup;
import org.sizewright.plan.setting.AllSettings;
import org.sizewright.plan.setting.Setting;
import org.sizewright.plan.setting.Settings;
import org.sizewright.plan.setting.Topic;
import org.sizewright.result.OptionResult;
import org.sizewright.rules.Finding;
import org.sizewright.rules.RuleSubject;
import org.sizewright.rules.VersionConflict;
import org.sizewright.rules.VersionMap;
import org.sizewright.rules.Waiting;
import org.sizewright.session.SessionState;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.platform.PlatformPage.Field;
import org.sizewright.ui.platform.PlatformPage.Section;
import org.sizewright.ui.platform.PlatformPage.Which;
import org.sizewright.ui.screen.LatestAnswer;
import org.sizewright.ui.screen.Workspace;

/** What the screen of the settings shows and does, without its nodes. */
public final class PlatformViewModel {
    private final Workspace workspace;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Optional<PlatformPage>> page = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<SessionState> state = Optional.empty();
    private Map<String, Waiting> waits = Map.of();
    private final LatestAnswer answers;
    private long asked = -1;
    private Optional<VersionMap> versions = Optional.empty();
    private String selected = "";
    private Which which = Which.ALL;
    private String text = "";

    /**
     * @param worker where changes of versions are tried
     * @param owner where answers are delivered
     */
    public PlatformViewModel(Workspace workspace, Executor worker, Executor owner) {
        this.workspace = workspace;
        answers = new LatestAnswer(worker, owner);
        texts = workspace.texts();
    }

    /** What to show; empty before the first plan. */
    ReadOnlyObjectProperty<Optional<PlatformPage>> page() {
        return page.getReadOnlyProperty();
    }

    void show(SessionState shown) {
        state = Optional.of(shown);
        Map<String, Waiting> found = new HashMap<>();
        shown.live()
                .ifPresent(live -> live.findings().stream()
                        .filter(Finding::isOpen)
                        .flatMap(finding -> finding.waiting().stream())
                        .forEach(waiting -> waiting.places().forEach(place -> found.put(place, waiting))));
        waits = found;
        publish();
        if (!shown.calculating() && shown.live().isPresent() && shown.revision() != asked) {
            asked = shown.revision();
            shown.live().ifPresent(this::askForVersions);
        }
    }

    private void askForVersions(OptionResult live) {
        RuleSubject subject =
                new RuleSubject(live.plan(), live.option(), live.sizing(), live.placements(), live.racks());
        answers.<VersionMap>ask((wanted, tell) -> tell.accept(VersionMap.of(subject)), found -> {
            if (!versions.equals(Optional.of(found))) {
                versions = Optional.of(found);
                publish();
            }
        });
    }

    /** Sets everything that a change asks for. */
    void apply(VersionConflict.Change change) {
        state.map(shown -> shown.plan().live()).ifPresent(id -> workspace.edit(change.edit(id)));
    }

    void select(String section) {
        selected = section;
        publish();
    }

    void filter(Which wanted) {
        which = wanted;
        publish();
    }

    /** Shows settings only, of every section, that have all these words. */
    void search(String words) {
        text = words;
        publish();
    }

    void clear() {
        which = Which.ALL;
        text = "";
        publish();
    }

    /** Selects the section of a place and shows all of it. @return whether there is such a place */
    boolean goTo(String path) {
        for (Section section : sections()) {
            for (Field field : fields(section)) {
                if (field.path().equals(path)) {
                    selected = section.id();
                    which = Which.ALL;
                    text = "";
                    publish();
                    return true;
                }
            }
        }
        return false;
    }

    /** States a setting, as files write it. */
    void state(Field field, String written) {
        Setting<?> setting = field.setting();
        String shown =
                Settings.NOTHING.withText(setting, written).shown(setting).orElse(written);
        change(
                field,
                texts.get("platform.edit", setting.plain(), shown),
                settings -> settings.withText(setting, written));
    }

    /** Makes a setting unknown. */
    void forget(Field field) {
        change(
                field,
                texts.get("platform.edit", field.setting().plain(), texts.get("platform.notStated")),
                settings -> settings.without(field.setting()));
    }

    private void change(Field field, String label, UnaryOperator<Settings> change) {
        state.map(shown -> shown.plan().live())
                .ifPresent(id -> workspace.edit(PlanEdit.of(
                        label,
                        plan -> plan.withOption(plan.option(id)
                                .map(option -> option.withSetup(field.scope().with(option.setup(), change)))
                                .orElseThrow()))));
    }

    /** Says what a setting is and which rules wait for it. */
    void explain(Field field) {
        List<Why.Input> inputs = new ArrayList<>();
        if (!field.rules().isEmpty()) {
            inputs.add(Why.Input.given(
                    texts.get("platform.why.rules"), String.join(", ", field.rules()), texts.get("platform.why.wait")));
        }
        inputs.add(Why.Input.given(
                texts.get("platform.why.kind"),
                field.setting().wish() ? texts.get("platform.why.wish") : texts.get("platform.why.fact"),
                ""));
        inputs.add(
                Why.Input.given(texts.get("platform.why.key"), field.setting().key(), ""));
        workspace.explain(Why.finding(field.setting().heading(), field.setting().help(), inputs));
    }

    private void publish() {
        List<Section> sections = sections();
        if (sections.isEmpty()) {
            page.set(Optional.empty());
            return;
        }
        Section shown = sections.stream()
                .filter(section -> section.id().equals(selected))
                .findFirst()
                .orElse(sections.getFirst());
        selected = shown.id();
        List<String> words = List.of(text.toLowerCase(Locale.ROOT).strip().split("\\s+"));
        List<Field> fields = new ArrayList<>();
        for (Section section : text.isBlank() ? List.of(shown) : sections) {
            fields(section).stream()
                    .filter(field -> isWanted(field) && words.stream().allMatch(words(section, field)::contains))
                    .forEach(fields::add);
        }
        int waiting = sections.stream().mapToInt(Section::waiting).sum();
        page.set(Optional.of(new PlatformPage(sections, selected, which, text, fields, waiting, versions)));
    }

    private boolean isWanted(Field field) {
        return switch (which) {
            case ALL -> true;
            case AWAITED -> !field.rules().isEmpty();
            case STATED -> field.shown().isPresent();
        };
    }

    private static String words(Section section, Field field) {
        return String.join(
                        " ",
                        field.setting().title(),
                        field.setting().help(),
                        field.setting().key(),
                        field.scope().name(),
                        section.topic().title(),
                        field.shown().orElse(""),
                        String.join(" ", field.rules()))
                .toLowerCase(Locale.ROOT);
    }

    private Optional<Option> option() {
        return state.flatMap(shown -> shown.plan().option(shown.plan().live()));
    }

    private List<Section> sections() {
        Optional<Option> option = option();
        if (option.isEmpty()) {
            return List.of();
        }
        List<Section> sections = new ArrayList<>();
        for (Scope scope : Scope.of(state.orElseThrow().plan(), option.get())) {
            boolean first = true;
            for (Topic topic : scope.topics()) {
                List<Field> fields = fields(option.get(), scope, topic);
                sections.add(new Section(
                        scope.place() + "/" + topic,
                        first ? heading(option.get(), scope) : "",
                        topic,
                        scope,
                        count(fields, field -> field.shown().isPresent()),
                        fields.size(),
                        count(fields, field -> !field.rules().isEmpty())));
                first = false;
            }
        }
        return sections;
    }

    private String heading(Option option, Scope scope) {
        return switch (scope) {
            case Scope.Whole whole -> option.platform().title();
            case Scope.Hosts hosts -> texts.get("platform.hosts", hosts.name());
            case Scope.Machines machines -> texts.get("platform.machines", machines.name());
        };
    }

    private static int count(List<Field> fields, Predicate<Field> of) {
        return (int) fields.stream().filter(of).count();
    }

    private List<Field> fields(Section section) {
        return option().map(option -> fields(option, section.scope(), section.topic()))
                .orElse(List.of());
    }

    private List<Field> fields(Option option, Scope scope, Topic topic) {
        Setup setup = option.setup();
        Settings settings = scope.of(setup);
        List<Field> fields = new ArrayList<>();
        for (Setting<?> setting : AllSettings.of(topic)) {
            String path = "/options/" + option.id() + scope.place() + "/" + setting.key();
            fields.add(new Field(
                    setting,
                    scope,
                    path,
                    settings.shown(setting),
                    settings.written(setting),
                    Optional.ofNullable(waits.get(path)).map(Waiting::rules).orElse(List.of())));
        }
        return fields;
    }
}
