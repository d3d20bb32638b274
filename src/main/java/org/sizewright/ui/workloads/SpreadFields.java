package org.sizewright.ui.workloads;

import java.util.List;
import java.util.stream.IntStream;
import org.sizewright.ui.look.Texts;

/** How fine-tuning is spread over GPUs, or that it runs on a slice of one. Belongs to the live option. */
final class SpreadFields {
    private static final int MANY = 64;
    private static final List<Integer> POWERS =
            IntStream.iterate(1, stop -> stop <= 512, stop -> stop * 2).boxed().toList();

    private SpreadFields() {}

    static TuningForm form(Texts texts, WorkloadsViewModel model) {
        TuningForm places = new TuningForm(texts, model);
        Choice<LlmFields.Slice> slice = new Choice<>(
                texts.get("workloads.field.slice"),
                "tuningSlice",
                LlmFields.Slice::words,
                chosen -> model.tuning().setSlice(chosen.profile()));
        LinkFields links = new LinkFields(texts, model);
        places.with("tuningSlice", slice, sheet -> {
                    slice.show(sheet.slices(), sheet.slice());
                    slice.setDisable(sheet.layout().isEmpty());
                })
                .degree(
                        "workloads.field.tuningData",
                        sheet -> POWERS,
                        layout -> layout.data(),
                        (layout, degree) -> layout.withData(degree))
                .degree(
                        "workloads.field.tuningTensor",
                        sheet -> POWERS.subList(0, 5),
                        layout -> layout.tensor(),
                        (layout, degree) -> layout.withTensor(degree))
                .degree(
                        "workloads.field.tuningPipeline",
                        sheet -> List.of(1, 2, 3, 4, 6, 8, 12, 16),
                        layout -> layout.pipeline(),
                        (layout, degree) -> layout.withPipeline(degree))
                .degree(
                        "workloads.field.tuningVirtual",
                        sheet -> sheet.layout()
                                .filter(layout -> layout.pipeline() > 1)
                                .map(layout -> List.of(1, 2, 3, 4))
                                .orElse(List.of(1)),
                        layout -> layout.virtualStages(),
                        (layout, degree) -> layout.withVirtualStages(degree))
                .degree(
                        "workloads.field.tuningContext",
                        sheet -> POWERS.subList(0, 6),
                        layout -> layout.context(),
                        (layout, degree) -> layout.withContext(degree))
                .degree(
                        "workloads.field.tuningExpert",
                        SpreadFields::expertStops,
                        layout -> layout.expert(),
                        (layout, degree) -> layout.withExpert(degree))
                .<Boolean>spread(
                        "workloads.field.tuningSequenceParallel",
                        List.of(false, true),
                        yes -> places.yesOrNo(yes),
                        layout -> layout.sequenceParallel(),
                        (layout, yes) -> layout.withSequenceParallel(yes));
        links.framesById().forEach((id, frame) -> places.with(id, frame, sheet -> links.show(sheet.assignment())));
        return places;
    }

    /** What divides the GPUs that see other data; a model without experts has none to spread. */
    private static List<Integer> expertStops(Sheet.Training sheet) {
        if (!sheet.experts()) {
            return List.of(1);
        }
        int gpus =
                sheet.layout().map(layout -> layout.data() * layout.context()).orElse(1);
        return IntStream.rangeClosed(1, Math.min(gpus, MANY))
                .filter(degree -> gpus % degree == 0)
                .boxed()
                .toList();
    }
}
