package org.sizewright.ui.workloads;

import java.util.ArrayList;
import java.util.List;
import org.sizewright.library.Engine;
import org.sizewright.plan.Retrieval;
import org.sizewright.plan.VmShape;
import org.sizewright.plan.WorkloadId;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.FieldFrame;

/** The machines: those of the database have no GPU, each of the others serves one model on a GPU or a slice. */
final class RetrievalMachines {
    private final PlanNumber databaseVcpu;
    private final PlanNumber databaseMemory;
    private final Choice<LlmFields.Slice> slice;
    private final Choice<Engine> engine;
    private final VmFields vm;

    RetrievalMachines(RetrievalNumbers numbers, WorkloadsViewModel model) {
        Texts texts = numbers.texts();
        RetrievalDesk desk = numbers.desk();
        databaseVcpu = numbers.whole(
                RetrievalField.DATABASE_VCPU,
                "",
                1,
                1024,
                (work, number) -> work.withDatabaseVm(
                        new VmShape(number, work.databaseVm().memoryGib())));
        databaseMemory = numbers.whole(
                RetrievalField.DATABASE_MEMORY,
                texts.get("workloads.unit.gib"),
                1,
                65_536,
                (work, number) ->
                        work.withDatabaseVm(new VmShape(work.databaseVm().vcpu(), number)));
        slice = numbers.keep(
                RetrievalField.SLICE,
                new Choice<>(
                        numbers.name(RetrievalField.SLICE),
                        RetrievalField.id(RetrievalField.SLICE),
                        LlmFields.Slice::words,
                        chosen -> desk.setSlice(chosen.profile())));
        String engineName = numbers.name(RetrievalField.ENGINE);
        engine = numbers.keep(
                RetrievalField.ENGINE,
                new Choice<>(
                        engineName,
                        RetrievalField.id(RetrievalField.ENGINE),
                        Engine::name,
                        chosen -> desk.change(engineName, work -> work.withEngine(chosen.id()))));
        vm = new VmFields(texts, model);
        vm.framesById().forEach((field, frame) -> numbers.keep(field, frame));
    }

    List<FieldFrame> database() {
        return List.of(databaseVcpu.node(), databaseMemory.node());
    }

    List<FieldFrame> models() {
        List<FieldFrame> nodes = new ArrayList<>(List.of(slice, engine));
        nodes.addAll(vm.frames());
        return nodes;
    }

    void show(Sheet.Search sheet) {
        Retrieval work = sheet.workload();
        WorkloadId id = work.id();
        RetrievalFields fields = sheet.fields();
        databaseVcpu.show(id, work.databaseVm().vcpu());
        databaseMemory.show(id, work.databaseVm().memoryGib());
        slice.show(fields.slices(), fields.slice());
        slice.setDisable(fields.slice().isEmpty());
        engine.show(
                fields.engines(),
                fields.engines().stream()
                        .filter(each -> each.id().equals(work.engine()))
                        .findFirst());
        vm.show(work);
    }
}
