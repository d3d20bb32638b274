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
import org.sizewright.figure.RowKey;
import org.sizewright.library.Gpu;
import org.sizewright.library.Library;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.FineTuning;
import org.sizewright.plan.Option;
import org.sizewright.plan.Plan;
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
import org.sizewright.ui.look.MemoryUnit;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.screen.Workspace;

/**
 * What the screen of workloads shows and does with all of them alike; what concerns one kind has a desk of its own. Lives on the JavaFX
 * thread; only what takes long is worked out elsewhere.
 */
public final class WorkloadsViewModel {
    private final Workspace workspace;
    private final Texts texts;
    private final ModelDesk modelDesk;
    private final LlmDesk llm;
    private final VmsDesk vms;
    private final TuningDesk tuning;
    private final RetrievalDesk retrievalDesk;
    private final ReadOnlyObjectWrapper<List<WorkloadItem>> items = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Sheet>> sheet = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Tile>> totals = new ReadOnlyObjectWrapper<>(List.of());
    private Optional<WorkloadId> selected = Optional.empty();
    private Optional<WorkloadId> awaited = Optional.empty();
    private @Nullable SessionState state;

    /**
     * @param worker where the fit on other GPUs is worked out
     * @param owner the JavaFX thread
     */
    public WorkloadsViewModel(Workspace workspace, Executor worker, Executor owner) {
        this.workspace = workspace;
        this.texts = workspace.texts();
        this.modelDesk = new ModelDesk(workspace, worker, owner, this::use);
        this.llm = new LlmDesk(workspace, this, worker, owner);
        this.vms = new VmsDesk(workspace, this);
        this.tuning = new TuningDesk(workspace, this, worker, owner);
        this.retrievalDesk = new RetrievalDesk(workspace, this, worker, owner);
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

    /** Models from files and totals. */
    ModelDesk modelDesk() {
        return modelDesk;
    }

    RetrievalDesk retrievalDesk() {
        return retrievalDesk;
    }

    /** Language models that are served. */
    LlmDesk llm() {
        return llm;
    }

    /** VMs that share GPUs. */
    VmsDesk vms() {
        return vms;
    }

    /** Fine-tuning. */
    TuningDesk tuning() {
        return tuning;
    }

    /** Lets the selected language model be that one, served or trained; where there is none, adds one. */
    private void use(ModelArchitecture model) {
        if (chosen().filter(LlmServing.class::isInstance).isPresent()) {
            llm.change(texts.get("workloads.field.model"), served -> served.withModel(model.id()));
        } else if (chosen().filter(FineTuning.class::isInstance).isPresent()) {
            tuning.change(texts.get("workloads.field.model"), work -> work.withModel(model.id()));
        } else if (state != null) {
            WorkloadEdits.addLlm(texts.get("workloads.edit.add"), model.name(), state.library(), model.id())
                    .ifPresent(this::editAndSelect);
        }
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

    /** The selected workload, with what was worked out about it since. */
    void showAgain() {
        if (state != null) {
            prepare(state);
        }
    }

    private void prepare(SessionState shown) {
        Optional<Workload> work = selected.flatMap(shown.plan()::workload);
        llm.show(shown, work);
        tuning.show(shown, work);
        sheet.set(work.map(found -> switch (found) {
            case LlmServing served -> new LlmSheets(texts, shown, workspace.memoryUnit()).of(served);
            case GpuVms shared -> new VmsSheets(texts, shown, workspace.memoryUnit()).of(shared);
            case Retrieval retrieval -> retrievalDesk.sheet(shown, retrieval);
            case FineTuning trained -> new TuningSheets(texts, shown, workspace.memoryUnit()).of(trained);
        }));
    }

    /** What the selected workload keeps on the datastore; empty while nothing is calculated. */
    List<Tile> storage() {
        SessionState shown = state;
        return shown == null
                ? List.of()
                : chosen().flatMap(work -> shown.live()
                                .map(live -> StorageTiles.of(texts, live, work.id(), workspace.memoryUnit())))
                        .orElse(List.of());
    }

    private WorkloadItem item(Workload work, WorkloadState states) {
        String kind = switch (work) {
            case LlmServing served -> texts.get("workloads.kind.llm");
            case Retrieval retrieval -> texts.get("workloads.kind.retrieval");
            case FineTuning trained -> texts.get("workloads.kind.tuning");
            case GpuVms shared ->
                switch (shared.sharing()) {
                    case TIME_SLICED -> texts.get("workloads.kind.vgpu");
                    case MIG -> texts.get("workloads.kind.mig");
                    case WHOLE -> texts.get("workloads.kind.whole");
                };
        };
        Icon icon = work instanceof LlmServing ? Icon.WORKLOADS : Icon.ACCELERATORS;
        return new WorkloadItem(work.id(), work.name(), kind, icon, states.verdict(work));
    }

    void explain(Cell cell) {
        workspace.explain(cell);
    }

    /** @param edit adds a workload with records of the library; empty if it lacks them */
    void add(Function<Library, Optional<PlanEdit>> edit) {
        if (state != null) {
            edit.apply(state.library()).ifPresent(this::editAndSelect);
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

    /** A step of a slider; all steps of one gesture are taken back at once. */
    void drag(String what, String gesture, UnaryOperator<Workload> change) {
        chosen().ifPresent(work -> workspace.edit(WorkloadEdits.change(label(work, what), gesture, work.id(), change)));
    }

    void changeVm(String what, UnaryOperator<VmShape> change) {
        change(what, work -> work.withVm(change.apply(work.vm())));
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

    void assign(String what, UnaryOperator<Assignment> change) {
        chosen().ifPresent(work -> workspace.edit(WorkloadEdits.assign(label(work, what), work.id(), change)));
    }

    /** That a place has another GPU than the cluster that carries the selected workload, with the way there. */
    Why.Section onOtherGpu(Optional<Gpu> present, Gpu wanted) {
        return Why.Section.of(
                        texts.get("workloads.fit.use"),
                        texts.get(
                                "workloads.fit.otherGpu", present.map(Gpu::name).orElse("\u2013"), wanted.name()))
                .withStep(texts.get("workloads.fit.toCluster"), this::goToCluster);
    }

    private void goToCluster() {
        if (state != null) {
            Option live = state.plan().liveOption();
            chosen().flatMap(work -> live.assignment(work.id()))
                    .ifPresent(assignment -> workspace.goTo(
                            "/options/" + live.id() + "/clusters/" + assignment.cluster() + "/groups/0/gpu"));
        }
    }

    /** A step of the history, in words. */
    String label(Workload work, String what) {
        return texts.get("workloads.edit.change", what, work.name());
    }

    /** Empty until a state was shown. */
    Optional<Plan> plan() {
        return Optional.ofNullable(state).map(SessionState::plan);
    }

    /** The selected workload as the plan has it. */
    Optional<Workload> chosen() {
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
