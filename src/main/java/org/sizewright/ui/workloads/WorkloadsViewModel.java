package org.sizewright.ui.workloads;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.library.GpuId;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.EngineSettings;
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
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.screen.FigureWhy;
import org.sizewright.ui.screen.Workspace;

/** What the screen of workloads shows and does. Lives on the JavaFX thread; only the fit on other GPUs is worked out elsewhere. */
public final class WorkloadsViewModel {
    /** The model on other GPUs; empty while it is not known yet. */
    record Fits(Optional<WorkloadId> of, List<FitRow> rows) {}

    private final Workspace workspace;
    private final Texts texts;
    private final FitSearch search;
    private final ModelDesk modelDesk;
    private final ReadOnlyObjectWrapper<List<WorkloadItem>> items = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Sheet>> sheet = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Fits> fits = new ReadOnlyObjectWrapper<>(new Fits(Optional.empty(), List.of()));
    private final ReadOnlyObjectWrapper<List<Tile>> totals = new ReadOnlyObjectWrapper<>(List.of());
    private Optional<WorkloadId> selected = Optional.empty();
    private Optional<WorkloadId> awaited = Optional.empty();
    private Optional<FitSearch.Question> asked = Optional.empty();
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

    /** Lets the selected language model be that one; where there is none, adds one. */
    private void use(ModelArchitecture model) {
        if (chosen().filter(LlmServing.class::isInstance).isPresent()) {
            changeLlm(texts.get("workloads.field.model"), llm -> llm.withModel(model.id()));
        } else if (state != null) {
            WorkloadEdits.addLlm(texts.get("workloads.edit.add"), model.name(), state.library(), model.id())
                    .ifPresent(this::editAndSelect);
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
        WorkloadState states = new WorkloadState(texts, shown);
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
        RowFigures all = new RowFigures(texts, result.figures(), RowKey.SINGLE);
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
        sheet.set(work.map(found -> switch (found) {
            case LlmServing llm -> new LlmSheets(texts, shown).of(llm);
            case GpuVms vms -> new VmsSheets(texts, shown).of(vms);
            case Retrieval retrieval -> new RetrievalSheets(texts, shown).of(retrieval);
        }));
    }

    private WorkloadItem item(Workload work, WorkloadState states) {
        String kind = switch (work) {
            case LlmServing llm -> texts.get("workloads.kind.llm");
            case Retrieval retrieval -> texts.get("workloads.kind.retrieval");
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
        Optional<FitSearch.Question> question = work.filter(LlmServing.class::isInstance)
                .map(LlmServing.class::cast)
                .flatMap(llm -> FitSearch.Question.of(llm, present(shown, llm), shown.library()));
        if (question.equals(asked)) {
            return;
        }
        asked = question;
        if (question.isEmpty()) {
            search.cancel();
            fits.set(new Fits(Optional.empty(), List.of()));
            return;
        }
        WorkloadId id = question.get().workload().id();
        if (!fits.get().of().equals(Optional.of(id))) {
            fits.set(new Fits(Optional.empty(), List.of()));
        }
        search.start(question.get(), rows -> fits.set(new Fits(Optional.of(id), rows)));
    }

    private static Optional<FitSearch.Present> present(SessionState shown, LlmServing llm) {
        Optional<Assignment> assignment = shown.plan().liveOption().assignment(llm.id());
        Optional<GpuId> gpu = assignment
                .flatMap(found -> shown.plan().liveOption().cluster(found.cluster()))
                .map(cluster -> cluster.groups().getFirst().gpu());
        return assignment.isPresent() && gpu.isPresent()
                ? Optional.of(new FitSearch.Present(gpu.get(), assignment.get().tensorParallel()))
                : Optional.empty();
    }

    void explain(Cell cell) {
        workspace.explain(cell);
    }

    /** Explains a line of the table of GPUs from its own figures. */
    void explain(FitRow row) {
        Cell cell = row.llm().gpus.cell(row.row(), Lane.VALUE);
        Why why = FigureWhy.of(texts, row.figures(), cell);
        Optional<FitSearch.Present> present = asked.flatMap(FitSearch.Question::present);
        boolean other = present.isPresent()
                && present.get().gpu().equals(row.gpu().id())
                && present.get().tensorParallel() != row.tensorParallel();
        if (other) {
            Why.Section section = Why.Section.of(
                            texts.get("workloads.fit.use"),
                            texts.get("workloads.fit.use.text", row.gpu().name(), row.tensorParallel()))
                    .withStep(
                            texts.get("workloads.fit.use.step", row.tensorParallel()),
                            () -> setTensorParallel(row.tensorParallel()));
            why = why.withSection(section);
        }
        workspace.explain(why);
    }

    void addLlm() {
        if (state != null) {
            WorkloadEdits.addLlm(texts.get("workloads.edit.add"), texts.get("workloads.new.llm"), state.library())
                    .ifPresent(this::editAndSelect);
        }
    }

    void addVms(GpuVms.Sharing sharing) {
        String name = switch (sharing) {
            case TIME_SLICED -> texts.get("workloads.new.vgpu");
            case MIG -> texts.get("workloads.new.mig");
        };
        editAndSelect(WorkloadEdits.addVms(texts.get("workloads.edit.add"), name, sharing));
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

    /** A step of a slider; all steps of one gesture are taken back at once. */
    void dragLlm(String what, String gesture, UnaryOperator<LlmServing> change) {
        chosen().ifPresent(work -> workspace.edit(WorkloadEdits.change(
                label(work, what),
                gesture,
                work.id(),
                found -> found instanceof LlmServing llm ? change.apply(llm) : found)));
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

    private void assign(String what, UnaryOperator<Assignment> change) {
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
