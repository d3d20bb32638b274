package org.sizewright.ui.workloads;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.sizewright.figure.Cell;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.VmDevices;
import org.sizewright.plan.Workload.GpuVms;
import org.sizewright.plan.Workload.GpuVms.Sharing;
import org.sizewright.plan.WorkloadId;
import org.sizewright.ui.look.Fill;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.FieldFrame;
import org.sizewright.ui.part.FlowGrid;
import org.sizewright.ui.part.Glossary;
import org.sizewright.ui.part.GpuStrip;
import org.sizewright.ui.part.Legend;
import org.sizewright.ui.part.NumberField;

/** VMs that share GPUs: inputs, one GPU filled with their profile, and the figures. */
final class VmsPane extends VBox {
    private static final double FIELD = 176;

    private final Segmented<Sharing> sharing;
    private final PlanNumber count;
    private final PlanNumber gpuMemory;
    private final Choice<Sheet.Profile> profile;
    private final PlanNumber vgpus;
    private final Choice<Sheet.Profile> further;
    private final PlanNumber gpus;
    private final LinkFields links;
    private final FlowGrid main = new FlowGrid(FIELD, 14);
    private final VmFields vm;
    private final GpuStrip strip;
    private final Card stripCard;
    private final FigureTiles tiles;
    private final Card figures;
    private final Map<String, FieldFrame> frames = new HashMap<>();
    private Map<String, Cell> cells = Map.of();

    VmsPane(Texts texts, WorkloadsViewModel model) {
        sharing = new Segmented<>(
                texts.get("workloads.field.sharing"),
                Field.SHARING,
                each -> switch (each) {
                    case TIME_SLICED -> texts.get("workloads.sharing.vgpu");
                    case MIG -> texts.get("workloads.sharing.mig");
                    case WHOLE -> texts.get("workloads.sharing.whole");
                },
                model.vms()::setSharing);
        String countName = texts.get("workloads.field.count");
        count = new PlanNumber(
                texts,
                Field.COUNT,
                NumberField.Spec.whole(countName, "", 1, 1_000_000),
                number -> model.vms().change(countName, vms -> vms.withCount(number)));
        String memoryName = texts.get("workloads.field.gpuMemory");
        gpuMemory = new PlanNumber(
                texts,
                Field.GPU_MEMORY,
                NumberField.Spec.whole(memoryName, texts.get("workloads.unit.gib"), 1, 1024),
                number -> model.vms().change(memoryName, vms -> vms.withGpuMemoryGib(number)));
        profile = new Choice<>(
                texts.get("workloads.field.profile"),
                Field.PROFILE,
                Sheet.Profile::words,
                chosen -> model.vms().setProfile(chosen.name()));
        String vgpusName = texts.get("workloads.field.vgpus");
        vgpus = new PlanNumber(
                texts,
                Field.VGPUS,
                NumberField.Spec.whole(vgpusName, "", 1, VmDevices.MOST_VGPUS - 1),
                number -> model.vms().setVgpus(number));
        further = new Choice<>(
                texts.get("workloads.field.further"),
                Field.FURTHER,
                Sheet.Profile::words,
                chosen -> model.vms().setFurther(chosen.name()));
        String gpusName = texts.get("workloads.field.gpus");
        gpus = new PlanNumber(
                texts,
                Field.GPUS,
                NumberField.Spec.whole(gpusName, "", 1, VmDevices.MOST_VGPUS - 1),
                number -> model.vms().setVgpus(number));
        links = new LinkFields(texts, model);
        vm = new VmFields(texts, model);
        strip = new GpuStrip(texts.get("workloads.strip.name"));
        strip.onSelect(slot -> Optional.ofNullable(cells.get(slot.id())).ifPresent(model::explain));
        Legend legend = new Legend(List.of(
                new Legend.Entry(texts.get("workloads.strip.used"), Fill.WORK_2),
                new Legend.Entry(texts.get("workloads.strip.free"), Fill.FREE),
                new Legend.Entry(texts.get("workloads.strip.rest"), Fill.STRANDED)));
        stripCard = new Card("", new VBox(8, strip, legend));
        tiles = new FigureTiles(model::explain);
        figures = new Card(texts.get("workloads.figures"), tiles);
        frames.putAll(Map.of(
                Field.SHARING,
                sharing,
                Field.COUNT,
                count.node(),
                Field.GPU_MEMORY,
                gpuMemory.node(),
                Field.PROFILE,
                profile,
                Field.VGPUS,
                vgpus.node(),
                Field.FURTHER,
                further,
                Field.GPUS,
                gpus.node()));
        frames.putAll(links.framesById());
        frames.putAll(vm.framesById());
        setSpacing(12);
        getChildren().setAll(new Card(texts.get("workloads.inputs.vms"), main), stripCard, figures);
    }

    void show(Sheet.Vms sheet) {
        GpuVms work = sheet.workload();
        WorkloadId id = work.id();
        sharing.show(List.of(Sharing.values()), Optional.of(work.sharing()));
        count.show(id, work.count());
        gpuMemory.show(id, work.gpuMemoryGib());
        profile.show(sheet.profiles(), sheet.profile());
        int devices = sheet.assignment()
                .map(Assignment::devices)
                .orElse(VmDevices.ONE)
                .vgpus();
        vgpus.show(id, devices);
        gpus.show(id, devices);
        boolean whole = work.sharing() == Sharing.WHOLE;
        links.show(sheet.assignment(), whole);
        arrange(whole);
        further.show(sheet.further(), sheet.furtherChosen());
        vm.show(work);
        frames.forEach((field, frame) -> frame.setNote(sheet.notes().getOrDefault(field, "")));
        sheet.strip().ifPresent(shown -> {
            stripCard.setTitle(shown.title());
            cells = shown.cells();
            strip.show(shown.capacity(), shown.slots(), shown.caption());
        });
        present(stripCard, sheet.strip().isPresent());
        tiles.show(sheet.tiles());
        present(figures, !sheet.tiles().isEmpty());
    }

    /** Shares have a profile; whole GPUs a number, and a way in which machines reach them. */
    private void arrange(boolean whole) {
        List<FieldFrame> fields = new ArrayList<>(List.of(sharing, count.node(), gpuMemory.node()));
        if (whole) {
            fields.add(gpus.node());
            fields.addAll(links.frames());
        } else {
            fields.addAll(List.of(profile, vgpus.node(), further));
        }
        fields.addAll(vm.frames());
        if (!fields.equals(main.shown())) {
            main.show(fields);
        }
    }

    /** Puts help on the words of the screen. */
    void explain(Glossary glossary) {
        HelpMarks.on(glossary, frames);
        tiles.explain(glossary);
    }

    private static void present(Node node, boolean present) {
        node.setVisible(present);
        node.setManaged(present);
    }
}
