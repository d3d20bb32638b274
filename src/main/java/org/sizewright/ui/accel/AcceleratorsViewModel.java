package org.sizewright.ui.accel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.sizewright.library.GpuId;
import org.sizewright.library.Library;
import org.sizewright.library.accelerator.Accelerator;
import org.sizewright.library.accelerator.AcceleratorQuery;
import org.sizewright.library.accelerator.Measure;
import org.sizewright.session.OpenCatalog;
import org.sizewright.session.SessionState;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.screen.Workspace;

/** What the screen of accelerators shows and does, without its nodes. */
final class AcceleratorsViewModel {
    /** How many GPUs stand side by side at most. */
    static final int MOST = 5;

    /** What the screen shows of the GPUs. */
    enum Part {
        ALL,
        SIDE_BY_SIDE,
        CHARTS,
        PARTITIONING
    }

    private final Workspace workspace;
    private final AccelWords words;
    private final ReadOnlyObjectWrapper<Optional<AcceleratorsPage>> page =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Part> part = new ReadOnlyObjectWrapper<>(Part.ALL);
    private final List<GpuId> chosen = new ArrayList<>();
    private List<Accelerator> all = List.of();
    private AcceleratorQuery query = AcceleratorQuery.ALL;
    private Optional<GpuId> selected = Optional.empty();
    private @Nullable SessionState state;
    private Optional<Offers> offers = Optional.empty();

    AcceleratorsViewModel(Workspace workspace) {
        this.workspace = workspace;
        words = new AccelWords(workspace.texts());
    }

    AccelWords words() {
        return words;
    }

    /** Empty before the first state. */
    ReadOnlyObjectProperty<Optional<AcceleratorsPage>> page() {
        return page.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Part> part() {
        return part.getReadOnlyProperty();
    }

    /** The library that is shown. */
    Library library() {
        return state == null ? Library.empty() : state.library();
    }

    /** All GPUs, whatever the query. */
    List<Accelerator> all() {
        return all;
    }

    void show(SessionState shown) {
        SessionState before = state;
        state = shown;
        if (before == null || before.library() != shown.library()) {
            // the files begin with the oldest
            all = Accelerator.all(shown.library()).reversed();
            chosen.removeIf(id -> find(id).isEmpty());
            selected = selected.filter(id -> find(id).isPresent());
            offers = Optional.empty();
            publish();
        }
        if (before == null || !before.catalog().equals(shown.catalog())) {
            offers = Optional.empty();
        }
    }

    void bringToFront(Part wanted) {
        part.set(wanted);
    }

    void ask(UnaryOperator<AcceleratorQuery> change) {
        query = change.apply(query);
        publish();
    }

    void clear() {
        ask(ignored -> AcceleratorQuery.ALL);
    }

    /** Explains the GPU. */
    void select(Accelerator accelerator) {
        selected = Optional.of(accelerator.id());
        publish();
        explain(accelerator);
    }

    /** Makes it the GPU whose partitioning is shown, without a word. */
    void focus(Accelerator accelerator) {
        selected = Optional.of(accelerator.id());
        publish();
    }

    /** Puts the GPU side by side with others, or takes it out; with five in place a sixth is refused, in words. */
    void toggle(Accelerator accelerator) {
        if (!chosen.remove(accelerator.id())) {
            if (chosen.size() == MOST) {
                workspace.explain(Why.finding(
                        words.texts().get("accel.side.full"), words.texts().get("accel.side.full.text"), List.of()));
                return;
            }
            chosen.add(accelerator.id());
        }
        publish();
    }

    /** Lets exactly these stand side by side, as many of them as there is room for. */
    void choose(List<GpuId> ids) {
        chosen.clear();
        ids.stream().filter(id -> find(id).isPresent()).limit(MOST).forEach(chosen::add);
        publish();
    }

    boolean isChosen(GpuId id) {
        return chosen.contains(id);
    }

    /** Explains one number of a GPU. */
    void explain(Accelerator accelerator, Measure measure) {
        workspace.explain(why().measure(accelerator.gpu(), measure));
    }

    void explain(Why why) {
        workspace.explain(why);
    }

    /** Names the GPUs of which a wanted throughput is not known. */
    void explainUndecided() {
        page.get().ifPresent(shown -> workspace.explain(why().undecided(shown.query(), shown.undecided())));
    }

    GpuWhy why() {
        return new GpuWhy(words, library());
    }

    Optional<Accelerator> find(GpuId id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Whether the record of the GPU comes from the user's own files. */
    boolean isOwn(GpuId id) {
        return find(id).flatMap(each -> library().ownFile(each.gpu())).isPresent();
    }

    private void explain(Accelerator accelerator) {
        SessionState now = state;
        if (now == null) {
            return;
        }
        Texts texts = words.texts();
        Why told = why().gpu(accelerator)
                .withSection(Why.Section.of(texts.get("accel.part.side"), sideWords())
                        .withStep(
                                texts.get(isChosen(accelerator.id()) ? "accel.side.remove" : "accel.side.add"), () -> {
                                    toggle(accelerator);
                                    explain(accelerator);
                                }))
                .withSection(Why.Section.of(
                                texts.get("accel.part.partitioning"),
                                texts.get("accel.sharing", words.mig(accelerator), words.vgpu(accelerator)))
                        .withStep(texts.get("accel.partitioning.show"), () -> {
                            focus(accelerator);
                            bringToFront(Part.PARTITIONING);
                        }));
        told = told.withSection(
                now.catalog().isEmpty()
                        ? Why.Section.of(texts.get("accel.catalog"), texts.get("accel.catalog.none"))
                        : Why.Section.of(texts.get("accel.catalog"), offered(now, accelerator.id()))
                                .withStep(texts.get("accel.catalog.open"), () -> workspace.goTo("catalog")));
        told = told.withSection(Why.Section.of(texts.get("accel.inPlan"), why().usage(now.plan(), accelerator.id())));
        String notes = accelerator.gpu().notes().orElse("");
        workspace.explain(notes.isEmpty() ? told : told.withSection(Why.Section.of(texts.get("accel.notes"), notes)));
    }

    private String sideWords() {
        return chosen.isEmpty()
                ? words.texts().get("accel.side.none")
                : chosen.stream()
                        .flatMap(id -> find(id).stream())
                        .map(each -> each.gpu().name())
                        .collect(Collectors.joining("\n"));
    }

    private String offered(SessionState now, GpuId id) {
        OpenCatalog open = now.catalog().orElseThrow();
        Offers counted = offers.orElseGet(() -> Offers.of(open.catalog(), now.library()));
        offers = Optional.of(counted);
        return words.texts().get("accel.catalog.count", counted.sure(id), counted.possible(id));
    }

    private void publish() {
        AcceleratorQuery.Result result = query.find(all);
        page.set(Optional.of(new AcceleratorsPage(
                query,
                result.found().stream().map(this::row).toList(),
                result.undecided(),
                all.size(),
                chosen.stream().flatMap(id -> find(id).stream()).map(this::row).toList(),
                selected.flatMap(this::find))));
    }

    private GpuRow row(Accelerator each) {
        int index = chosen.indexOf(each.id());
        return new GpuRow(
                each,
                index < 0 ? Optional.empty() : Optional.of(String.valueOf((char) ('A' + index))),
                isOwn(each.id()));
    }
}
