package org.sizewright.ui.workloads;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.sizewright.figure.Cell;
import org.sizewright.library.Engine;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.Optimiser;
import org.sizewright.library.TrainingObjective;
import org.sizewright.library.TrainingStack;
import org.sizewright.library.TuningMethod;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.FineTuning;
import org.sizewright.plan.Retrieval;
import org.sizewright.plan.TrainingLayout;
import org.sizewright.plan.Workload;
import org.sizewright.plan.Workload.GpuVms;
import org.sizewright.plan.Workload.LlmServing;
import org.sizewright.ui.look.MemoryUnit;
import org.sizewright.ui.part.GpuStrip;
import org.sizewright.ui.part.StackedBar;

/** Everything that the screen shows of one workload, prepared. */
sealed interface Sheet {
    Workload workload();

    Verdict verdict();

    /** Empty while there are no figures. */
    List<Phrase> sentence();

    /** Why there are no figures, if there is more to it than that they are being calculated. */
    Optional<Trouble> trouble();

    List<Tile> tiles();

    /** What follows from the inputs, by the name of the field; a field without an entry has no note. */
    Map<String, String> notes();

    /**
     * Memory that a stacked bar shows against the device.
     *
     * @param cells what explains each segment, by its id
     * @param remark what else is to be said
     */
    record Memory(
            String title,
            List<StackedBar.Segment> segments,
            StackedBar.Limit limit,
            Map<String, Cell> cells,
            Optional<String> remark,
            MemoryUnit unit) {}

    /** Values that count when the architect enters none. */
    record Defaults(OptionalInt utilisationPercent, OptionalInt maxSequences, OptionalInt maxBatchedTokens) {}

    record Llm(
            LlmServing workload,
            Verdict verdict,
            List<Phrase> sentence,
            Optional<Trouble> trouble,
            List<Tile> tiles,
            Map<String, String> notes,
            List<ModelArchitecture> models,
            List<NumberFormat> weightFormats,
            List<NumberFormat> cacheFormats,
            List<Engine> engines,
            int longestContext,
            Defaults defaults,
            Optional<Memory> memory,
            LlmFields fields)
            implements Sheet {
        /** What follows from a field; empty if there is nothing to say. */
        String note(String field) {
            return fields.notes().getOrDefault(field, notes.getOrDefault(field, ""));
        }
    }

    /** A profile to choose; without a name it is the smallest that fits. */
    record Profile(Optional<String> name, String words) {}

    /** One GPU filled with the profile. */
    record Strip(String title, double capacity, List<GpuStrip.Slot> slots, String caption, Map<String, Cell> cells) {}

    /**
     * Retrieval.
     *
     * @param follows the figures that follow from what is asked at a step; without an entry while there are none
     * @param memory of one copy of the database; empty where it is not known
     * @param comparison the same documents in other indexes
     */
    record Search(
            Retrieval workload,
            Verdict verdict,
            List<Phrase> sentence,
            Optional<Trouble> trouble,
            List<Tile> tiles,
            Map<String, String> notes,
            Map<RetrievalStep, List<Tile>> follows,
            Optional<Memory> memory,
            List<StoreRow> comparison,
            MemoryUnit unit,
            RetrievalFields fields)
            implements Sheet {}

    /**
     * Fine-tuning.
     *
     * @param layout how the live option spreads it; empty if the option does not carry it
     * @param usualRank what counts where none is entered
     * @param settings further numbers of the method, with what is usual
     * @param targets names of the matrices that are adapted
     * @param adapts whether matrices are adapted that could be named
     * @param frozen whether the model stays as it is and something beside it is trained
     * @param experts whether there are experts to spread
     * @param phases one bar for each phase of a step, where it has several
     * @param served what serving the adapter takes
     */
    record Training(
            FineTuning workload,
            Verdict verdict,
            List<Phrase> sentence,
            Optional<Trouble> trouble,
            List<Tile> tiles,
            Map<String, String> notes,
            Optional<Assignment> assignment,
            List<LlmFields.Slice> slices,
            Optional<LlmFields.Slice> slice,
            Offered offered,
            OptionalInt usualRank,
            Map<String, OptionalInt> settings,
            List<String> targets,
            boolean adapts,
            boolean frozen,
            boolean experts,
            Optional<Memory> memory,
            List<PhaseBar> phases,
            List<Tile> served,
            MemoryUnit unit)
            implements Sheet {
        /** How the live option spreads the run over GPUs. */
        Optional<TrainingLayout> layout() {
            return assignment.map(Assignment::training);
        }

        /** The records that can be chosen. */
        record Offered(
                List<ModelArchitecture> models,
                List<TuningMethod> methods,
                List<NumberFormat> formats,
                List<Optimiser> optimisers,
                List<TrainingStack> stacks,
                List<TrainingObjective> objectives) {}

        /** The memory of one phase against the GPU. */
        record PhaseBar(String name, List<StackedBar.Segment> segments, StackedBar.Limit limit, Cell cell) {}
    }

    /**
     * VMs that share GPUs.
     *
     * @param assignment how the live option carries them
     * @param further what can be chosen for a vGPU of another size beside them, none first
     */
    record Vms(
            GpuVms workload,
            Verdict verdict,
            List<Phrase> sentence,
            Optional<Trouble> trouble,
            List<Tile> tiles,
            Map<String, String> notes,
            List<Profile> profiles,
            Optional<Profile> profile,
            Optional<Assignment> assignment,
            List<Profile> further,
            Optional<Profile> furtherChosen,
            Optional<Strip> strip)
            implements Sheet {}
}
