package org.sizewright.ui.workloads;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import org.sizewright.plan.Assignment;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.FieldFrame;
import org.sizewright.ui.part.Glossary;

/** What a replica runs on: whole GPUs, split in three ways, or one slice. Belongs to the live option. */
final class PlaceFields {
    private final Choice<LlmFields.Slice> slice;
    private final StopField<Integer> tensor;
    private final StopField<Integer> pipeline;
    private final StopField<Integer> expert;
    private final LinkFields links;

    PlaceFields(Texts texts, WorkloadsViewModel model) {
        slice = new Choice<>(
                texts.get("workloads.field.slice"),
                Field.SLICE,
                LlmFields.Slice::words,
                chosen -> model.setSlice(chosen.profile()));
        String tensorName = texts.get("workloads.field.degree");
        tensor = new StopField<>(
                tensorName,
                Field.DEGREE,
                String::valueOf,
                (degree, gesture) -> model.dragAssignment(tensorName, gesture, a -> a.withTensorParallel(degree)));
        String pipelineName = texts.get("workloads.field.pipeline");
        pipeline = new StopField<>(
                pipelineName,
                Field.PIPELINE,
                String::valueOf,
                (degree, gesture) -> model.dragAssignment(pipelineName, gesture, a -> a.withPipelineParallel(degree)));
        String expertName = texts.get("workloads.field.expert");
        expert = new StopField<>(
                expertName,
                Field.EXPERT,
                String::valueOf,
                (degree, gesture) -> model.dragAssignment(expertName, gesture, a -> a.withExpertParallel(degree)));
        links = new LinkFields(texts, model);
    }

    List<Node> nodes() {
        List<Node> nodes = new ArrayList<>(List.of(slice, tensor, pipeline, expert));
        nodes.addAll(links.frames());
        return nodes;
    }

    Map<String, FieldFrame> frames() {
        Map<String, FieldFrame> frames = new HashMap<>(links.framesById());
        frames.put(Field.SLICE, slice);
        return frames;
    }

    /** Puts help on the words of the sliders; the frames get theirs by their ids. */
    void explain(Glossary glossary) {
        HelpMarks.onSliders(glossary, List.of(tensor, pipeline, expert));
    }

    void show(Sheet.Llm sheet) {
        LlmFields fields = sheet.fields();
        Optional<Assignment> assignment = fields.assignment();
        slice.show(fields.slices(), fields.slice());
        slice.setDisable(assignment.isEmpty());
        links.show(assignment);
        boolean whole = assignment.flatMap(Assignment::profile).isEmpty();
        show(tensor, fields.degrees().tensor(), assignment.map(Assignment::tensorParallel), sheet.note(Field.DEGREE));
        show(
                pipeline,
                fields.degrees().pipeline(),
                assignment.map(Assignment::pipelineParallel),
                sheet.note(Field.PIPELINE));
        show(expert, fields.degrees().expert(), assignment.map(Assignment::expertParallel), sheet.note(Field.EXPERT));
        if (!whole) {
            // several degrees can only stand here by mistake, and then they can be put right
            tensor.setDisable(assignment.get().tensorParallel() == 1);
            pipeline.setDisable(assignment.get().pipelineParallel() == 1);
            expert.setDisable(assignment.get().expertParallel() == 1);
        } else if (!fields.experts() && assignment.isPresent()) {
            expert.setDisable(assignment.get().expertParallel() == 1);
        }
    }

    private static void show(StopField<Integer> field, List<Integer> stops, Optional<Integer> degree, String note) {
        field.show(stops, degree, note);
    }
}
