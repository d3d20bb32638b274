package org.sizewright.ui.workloads;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.ValueText;
import org.sizewright.library.Library;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.RetrievalRecord.RetrievalPreset;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.EngineSettings;
import org.sizewright.plan.FineTuning;
import org.sizewright.plan.Option;
import org.sizewright.plan.PlanEdit;
import org.sizewright.plan.Retrieval;
import org.sizewright.plan.VmShape;
import org.sizewright.plan.Workload;
import org.sizewright.plan.Workload.GpuVms;
import org.sizewright.plan.Workload.LlmServing;
import org.sizewright.plan.WorkloadId;
import org.sizewright.result.OptionResult;
import org.sizewright.session.SessionState;
import org.sizewright.sizing.Demand;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.MemoryText;
import org.sizewright.ui.look.MemoryUnit;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.screen.Measured;
import org.sizewright.ui.screen.Workspace;

/** What the screen of workloads shows and does. Lives on the JavaFX thread; only the fit on other GPUs is worked out elsewhere. */
public final class WorkloadsViewModel {
    /** The model on other GPUs; empty while it is not known yet. */
    record Fits(Optional<WorkloadId> of, List<FitRow> rows, MemoryUnit unit) {}

    private final Workspace workspace;
    private final Texts texts;
    private final FitSearch search;
    private final ModelDesk modelDesk;
    private final TuningDesk tuning;
    private final CurveSearch curveSearch;
    private final RetrievalDesk retrievalDesk;
    private final ReadOnlyObjectWrapper<List<WorkloadItem>> items = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Sheet>> sheet = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Fits> fits =
            new ReadOnlyObjectWrapper<>(new Fits(Optional.empty(), List.of(), MemoryUnit.GIB));
    private final ReadOnlyObjectWrapper<MemoryCurves> curves = new ReadOnlyObjectWrapper<>(MemoryCurves.none(""));
    private final ReadOnlyObjectWrapper<List<Tile>> totals = new ReadOnlyObjectWrapper<>(List.of());
    private Optional<WorkloadId> selected = Optional.empty();
    private Optional<WorkloadId> awaited = Optional.empty();
    private Optional<Question> asked = Optional.empty();
    private MemoryUnit askedIn = MemoryUnit.GIB;
    private @Nullable SessionState state;

    /**
     * @param worker where the fit on other GPUs is worked out
     * @param owner the JavaFX thread
     */
    public WorkloadsViewModel(Workspace workspace, Executor worker, Executor owner) {
        this.workspace = workspace;
        this.texts = workspace.texts();
        this.search = new FitSearch(worker, owner);
        this.modelDesk = new ModelDesk(workspace, worker, owner, this::use);
        this.tuning = new TuningDesk(workspace, this, worker, owner);
        this.curveSearch = new CurveSearch(worker, owner);
        this.retrievalDesk = new RetrievalDesk(workspace, this);
    }

    ReadOnlyObjectProperty<List<WorkloadItem>> items() {
        return items.getReadOnlyProperty();
    }

    /** What all workloads ask for together; empty while nothing is calculated. */
    ReadOnlyObjectProperty<List<Tile>> totals() {
        return totals.getReadOnlyProperty();
    }

    /** The selected workload; empty without workloads. */
    ReadOnlyObjectProperty<Optional<Sheet>> sheet() {
        return sheet.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Fits> fits() {
        return fits.getReadOnlyProperty();
    }

    /** Models from files and totals. */
    ModelDesk modelDesk() {
        return modelDesk;
    }

    RetrievalDesk retrievalDesk() {
        return retrievalDesk;
    }

    /** Fine-tuning. */
    TuningDesk tuning() {
        return tuning;
    }

    /** Lets the selected language model be that one, served or trained; where there is none, adds one. */
    private void use(ModelArchitecture model) {
        if (chosen().filter(LlmServing.class::isInstance).isPresent()) {
            changeLlm(texts.get("workloads.field.model"), llm -> llm.withModel(model.id()));
        } else if (chosen().filter(FineTuning.class::isInstance).isPresent()) {
            tuning.change(texts.get("workloads.field.model"), work -> work.withModel(model.id()));
        } else if (state != null) {
            WorkloadEdits.addLlm(texts.get("workloads.edit.add"), model.name(), state.library(), model.id())
                    .ifPresent(this::editAndSelect);
        }
    }

    ReadOnlyObjectProperty<MemoryCurves> curves() {
        return curves.getReadOnlyProperty();
    }

    /** Shows all memory of the screen in that unit, from now on. */
    void showMemoryIn(MemoryUnit unit) {
        workspace.keepMemoryUnit(unit);
        if (state != null) {
            show(state);
        }
    }

    Optional<WorkloadId> selected() {
        return selected;
    }

    void show(SessionState shown) {
        state = shown;
        List<Workload> workloads = shown.plan().workloads();
        if (awaited.isPresent() && shown.plan().workload(awaited.get()).isPresent()) {
            selected = awaited;
            awaited = Optional.empty();
        }
        boolean there =
                selected.isPresent() && shown.plan().workload(selected.get()).isPresent();
        if (!there) {
            selected = workloads.stream().findFirst().map(Workload::id);
        }
        WorkloadState states = new WorkloadState(texts, shown, workspace.memoryUnit());
        items.set(workloads.stream().map(work -> item(work, states)).toList());
        totals.set(shown.live()
                .filter(ignored -> !workloads.isEmpty())
                .map(this::totals)
                .orElse(List.of()));
        prepare(shown);
        modelDesk.show(shown);
    }

    private List<Tile> totals(OptionResult result) {
        Demand demand = result.sizing().demand;
        RowFigures all = new RowFigures(texts, result.figures(), RowKey.SINGLE, workspace.memoryUnit());
        return List.of(
                all.tile(texts.get("workloads.total.vms"), demand.totalVms, all.note(demand.totalVms)),
                all.tile(
                        texts.get("workloads.total.gpus"),
                        demand.totalGpus,
                        all.range(demand.totalGpus)
                                .map(range -> texts.get("workloads.total.band", range))
                                .orElse(texts.get("workloads.total.gpus.note"))),
                all.tile(texts.get("workloads.total.vcpu"), demand.totalVcpu, all.note(demand.totalVcpu)),
                all.tile(texts.get("workloads.total.memory"), demand.totalMemory, all.note(demand.totalMemory)));
    }

    void select(WorkloadId id) {
        if (state != null && !selected.equals(Optional.of(id))) {
            selected = Optional.of(id);
            prepare(state);
        }
    }

    private void prepare(SessionState shown) {
        Optional<Workload> work = selected.flatMap(shown.plan()::workload);
        ask(shown, work);
        tuning.show(shown, work);
        sheet.set(work.map(found -> switch (found) {
            case LlmServing llm -> new LlmSheets(texts, shown, workspace.memoryUnit()).of(llm);
            case GpuVms vms -> new VmsSheets(texts, shown, workspace.memoryUnit()).of(vms);
            case Retrieval retrieval -> retrievalDesk.sheet(shown, retrieval);
            case FineTuning tuning -> new TuningSheets(texts, shown, workspace.memoryUnit()).of(tuning);
        }));
    }

    private WorkloadItem item(Workload work, WorkloadState states) {
        String kind = switch (work) {
            case LlmServing llm -> texts.get("workloads.kind.llm");
            case Retrieval retrieval -> texts.get("workloads.kind.retrieval");
            case FineTuning tuning -> texts.get("workloads.kind.tuning");
            case GpuVms vms ->
                switch (vms.sharing()) {
                    case TIME_SLICED -> texts.get("workloads.kind.vgpu");
                    case MIG -> texts.get("workloads.kind.mig");
                };
        };
        Icon icon = work instanceof LlmServing ? Icon.WORKLOADS : Icon.ACCELERATORS;
        return new WorkloadItem(work.id(), work.name(), kind, icon, states.verdict(work));
    }

    private void ask(SessionState shown, Optional<Workload> work) {
        Optional<Question> question = work.filter(LlmServing.class::isInstance)
                .map(LlmServing.class::cast)
                .flatMap(llm -> Question.of(llm, present(shown, llm), shown.library()));
        MemoryUnit unit = workspace.memoryUnit();
        boolean same = question.equals(asked);
        if (same && unit == askedIn) {
            return;
        }
        asked = question;
        askedIn = unit;
        if (question.isEmpty()) {
            search.cancel();
            curveSearch.cancel();
            fits.set(new Fits(Optional.empty(), List.of(), unit));
            curves.set(MemoryCurves.none(""));
            return;
        }
        curveSearch.start(question.get(), new MemoryText(texts, unit), curves::set);
        WorkloadId id = question.get().workload().id();
        boolean sameModel = fits.get().of().equals(Optional.of(id));
        fits.set(
                sameModel
                        ? new Fits(Optional.of(id), fits.get().rows(), unit)
                        : new Fits(Optional.empty(), List.of(), unit));
        if (!same) {
            search.start(question.get(), rows -> fits.set(new Fits(Optional.of(id), rows, workspace.memoryUnit())));
        }
    }

    /** Where the latest result has the model; empty if nothing carries it. */
    private static Optional<Question.Present> present(SessionState shown, LlmServing llm) {
        Optional<Assignment> assignment = shown.plan().liveOption().assignment(llm.id());
        return assignment.flatMap(found -> shown.live()
                .map(result -> result.sizing().demand.llm)
                .flatMap(figures -> RowFigures.row(figures.rows, llm.id()).map(figures::subject))
                .map(subject ->
                        new Question.Present(subject.gpu(), subject.device(), subject.parallel(), found.profile())));
    }

    void explain(Cell cell) {
        workspace.explain(cell);
    }

    /** Explains a line of the table of GPUs from its own figures, with the step to take. */
    void explain(FitRow row) {
        Why why = Measured.with(texts, row.trial().library(), row.trial().figures(), row.trial().llm, row.cell());
        workspace.explain(step(row).map(why::withSection).orElse(why));
    }

    private Optional<Why.Section> step(FitRow row) {
        Optional<Question.Present> present = asked.flatMap(Question::present);
        if (row.current() || present.isEmpty()) {
            return Optional.empty();
        }
        Place place = row.place();
        if (!present.get().gpuId().equals(place.gpu().id())) {
            return Optional.of(Why.Section.of(
                            texts.get("workloads.fit.use"),
                            texts.get(
                                    "workloads.fit.otherGpu",
                                    present.get().gpu().name(),
                                    place.gpu().name()))
                    .withStep(texts.get("workloads.fit.toCluster"), this::goToCluster));
        }
        String words = place.profile()
                .map(name -> texts.get("workloads.fit.useSlice", name))
                .orElseGet(
                        () -> texts.get("workloads.fit.use.step", row.parallel().tensor()));
        return Optional.of(Why.Section.of(
                        texts.get("workloads.fit.use"),
                        texts.get("workloads.fit.sameGpu", place.gpu().name()))
                .withStep(words, () -> use(row)));
    }

    /** Lets the live option run the model like that; a row of another GPU than the cluster's is only explained. */
    void use(FitRow row) {
        Optional<Question.Present> present = asked.flatMap(Question::present);
        if (present.isPresent()
                && present.get().gpuId().equals(row.place().gpu().id())) {
            assign(
                    texts.get("workloads.fit.place"),
                    assignment -> assignment
                            .withProfile(row.place().profile())
                            .withTensorParallel(row.parallel().tensor())
                            .withPipelineParallel(row.parallel().pipeline())
                            .withExpertParallel(row.parallel().expert()));
        } else {
            explain(row);
        }
    }

    private void goToCluster() {
        SessionState shown = state;
        if (shown != null) {
            Option live = shown.plan().liveOption();
            selected.flatMap(live::assignment)
                    .ifPresent(assignment -> workspace.goTo(
                            "/options/" + live.id() + "/clusters/" + assignment.cluster() + "/groups/0/gpu"));
        }
    }

    /** Explains the memory under another load, with the step to take it over. */
    void explainLoad(MemoryCurves.Spot spot, String field, int number, boolean context) {
        Trial trial = spot.trial();
        Cell cell = (trial.value(trial.needed, spot.row()).isKnown() ? trial.needed : trial.inOne)
                .cell(spot.row(), Lane.VALUE);
        Why why = Measured.with(texts, trial.library(), trial.figures(), trial.llm, cell);
        String shown = ValueText.number(number);
        boolean typed = asked.flatMap(question -> question.workload().traffic()).isEmpty();
        why = why.withText(texts.get("workloads.curves.at", field, shown));
        workspace.explain(
                context || typed
                        ? why.withSection(Why.Section.of(
                                        texts.get("workloads.fit.use"), texts.get("workloads.curves.use", field, shown))
                                .withStep(
                                        texts.get("workloads.curves.set", shown),
                                        () -> changeLlm(
                                                field,
                                                llm -> context
                                                        ? llm.withContextTokens(number)
                                                        : llm.withConcurrency(number))))
                        : why);
    }

    void addLlm() {
        add(library -> WorkloadEdits.addLlm(texts.get("workloads.edit.add"), texts.get("workloads.new.llm"), library));
    }

    /** @param edit adds a workload with records of the library; empty if it lacks them */
    void add(Function<Library, Optional<PlanEdit>> edit) {
        if (state != null) {
            edit.apply(state.library()).ifPresent(this::editAndSelect);
        }
    }

    void addVms(GpuVms.Sharing sharing) {
        String name = switch (sharing) {
            case TIME_SLICED -> texts.get("workloads.new.vgpu");
            case MIG -> texts.get("workloads.new.mig");
        };
        editAndSelect(WorkloadEdits.addVms(texts.get("workloads.edit.add"), name, sharing));
    }

    /** Adds retrieval as a preset of the library says. */
    void addRetrieval(RetrievalPreset preset) {
        if (state != null) {
            WorkloadEdits.addRetrieval(
                            texts.get("workloads.edit.add"),
                            texts.get("workloads.new.retrieval"),
                            preset,
                            state.library())
                    .ifPresent(this::editAndSelect);
        }
    }

    /** Adds retrieval as the first preset of the library says. */
    void addRetrieval() {
        if (state != null) {
            state.library().retrievalPresets().stream().findFirst().ifPresent(this::addRetrieval);
        }
    }

    /** Adds the language model that answers from what retrieval finds. */
    void addAnswering(Retrieval of) {
        if (state != null) {
            WorkloadEdits.addAnswering(
                            texts.get("workloads.edit.add"),
                            texts.get("workloads.new.answering", of.name()),
                            state.library(),
                            of)
                    .ifPresent(this::editAndSelect);
        }
    }

    void duplicate() {
        chosen().ifPresent(work -> editAndSelect(WorkloadEdits.duplicate(
                texts.get("workloads.edit.duplicate", work.name()),
                work.id(),
                texts.get("workloads.copy", work.name()))));
    }

    void remove() {
        chosen().ifPresent(work ->
                workspace.edit(WorkloadEdits.remove(texts.get("workloads.edit.remove", work.name()), work.id())));
    }

    /** Lets the first cluster of the live option carry the workload. */
    void carry() {
        chosen().ifPresent(work ->
                workspace.edit(WorkloadEdits.carry(texts.get("workloads.edit.carry", work.name()), work.id())));
    }

    void rename(String name) {
        if (!name.isBlank() && chosen().filter(work -> work.name().equals(name)).isEmpty()) {
            change(texts.get("workloads.edit.rename"), work -> work.withName(name.strip()));
        }
    }

    /** @param what the field, for the label of the step */
    void change(String what, UnaryOperator<Workload> change) {
        chosen().ifPresent(work -> workspace.edit(WorkloadEdits.change(label(work, what), work.id(), change)));
    }

    void changeLlm(String what, UnaryOperator<LlmServing> change) {
        change(what, work -> work instanceof LlmServing llm ? change.apply(llm) : work);
    }

    void dragLlm(String what, String gesture, UnaryOperator<LlmServing> change) {
        drag(what, gesture, found -> found instanceof LlmServing llm ? change.apply(llm) : found);
    }

    /** A step of a slider; all steps of one gesture are taken back at once. */
    void drag(String what, String gesture, UnaryOperator<Workload> change) {
        chosen().ifPresent(work -> workspace.edit(WorkloadEdits.change(label(work, what), gesture, work.id(), change)));
    }

    void changeSettings(String what, UnaryOperator<EngineSettings> change) {
        changeLlm(what, llm -> llm.withSettings(change.apply(llm.settings())));
    }

    void changeVms(String what, UnaryOperator<GpuVms> change) {
        change(what, work -> work instanceof GpuVms vms ? change.apply(vms) : work);
    }

    void changeVm(String what, UnaryOperator<VmShape> change) {
        change(what, work -> work.withVm(change.apply(work.vm())));
    }

    void setTensorParallel(int degree) {
        assign(texts.get("workloads.field.degree"), assignment -> assignment.withTensorParallel(degree));
    }

    /** A step of a slider over how the live option splits a replica. */
    void dragAssignment(String what, String gesture, UnaryOperator<Assignment> change) {
        chosen().ifPresent(work -> workspace.edit(WorkloadEdits.assign(label(work, what), gesture, work.id(), change)));
    }

    /** Puts a model on a slice, where it cannot be split, or back on whole GPUs. */
    void setSlice(Optional<String> profile) {
        assign(
                texts.get("workloads.field.slice"),
                found -> profile.isEmpty()
                        ? found.withProfile(profile)
                        : Assignment.of(found.workload(), found.cluster()).withProfile(profile));
    }

    void setProfile(Optional<String> profile) {
        assign(texts.get("workloads.field.profile"), assignment -> assignment.withProfile(profile));
    }

    void setSharing(GpuVms.Sharing sharing) {
        chosen().ifPresent(work -> workspace.edit(
                WorkloadEdits.share(label(work, texts.get("workloads.field.sharing")), work.id(), sharing)));
    }

    void assign(String what, UnaryOperator<Assignment> change) {
        chosen().ifPresent(work -> workspace.edit(WorkloadEdits.assign(label(work, what), work.id(), change)));
    }

    private String label(Workload work, String what) {
        return texts.get("workloads.edit.change", what, work.name());
    }

    private Optional<Workload> chosen() {
        return state == null ? Optional.empty() : selected.flatMap(state.plan()::workload);
    }

    /** The edit will give the first free id to its new workload, which is selected as soon as a state has it. */
    private void editAndSelect(PlanEdit edit) {
        if (state != null) {
            awaited = Optional.of(state.plan().freeWorkloadId());
            workspace.edit(edit);
        }
    }
}
