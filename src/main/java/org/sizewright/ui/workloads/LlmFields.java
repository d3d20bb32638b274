package org.sizewright.ui.workloads;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.sizewright.library.LoadPreset;
import org.sizewright.library.NumberFormat;
import org.sizewright.plan.Assignment;

/**
 * What the fields of a language model need besides the model itself.
 *
 * @param assignment how the live option carries it; empty if it does not
 * @param precisions formats that the engine takes, the widest first
 * @param degrees stops of tensor, pipeline and expert parallel
 * @param experts whether there are experts to share
 * @param stages results of the load, by stage
 * @param requestsInWork what the load comes to, where it comes from people
 * @param notes what follows from the inputs, by the name of the field
 */
record LlmFields(
        Optional<Assignment> assignment,
        List<Slice> slices,
        Optional<Slice> slice,
        List<NumberFormat> precisions,
        Degrees degrees,
        boolean experts,
        OptionalInt blockTokens,
        List<LoadPreset> presets,
        Map<LoadStage, List<Tile>> stages,
        OptionalInt requestsInWork,
        Map<String, String> notes) {
    /** Where a replica runs; without a profile on whole GPUs. */
    record Slice(Optional<String> profile, String words) {}

    /** The stops of the three sliders. */
    record Degrees(List<Integer> tensor, List<Integer> pipeline, List<Integer> expert) {}

    /** The stages from people to requests in work. */
    enum LoadStage {
        PEOPLE,
        REQUESTS,
        PROMISE,
        RESULT
    }
}
