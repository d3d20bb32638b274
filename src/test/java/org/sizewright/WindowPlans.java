package org.sizewright;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.FineTuning;
import org.sizewright.plan.Labels;
import org.sizewright.plan.Option;
import org.sizewright.plan.OptionId;
import org.sizewright.plan.Plan;
import org.sizewright.plan.RunTerms;
import org.sizewright.plan.Survival;
import org.sizewright.plan.TrainingLayout;
import org.sizewright.plan.VmShape;
import org.sizewright.plan.WeeklyWindows;
import org.sizewright.plan.WeeklyWindows.Window;
import org.sizewright.plan.Workload.GpuVms;
import org.sizewright.plan.WorkloadId;

/** A plan whose workloads do not all run at the same time, with labels; the same as {@code plans/windows.json}. */
public final class WindowPlans {
    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    public static final WeeklyWindows OFFICE = WeeklyWindows.of(Window.of(WEEKDAYS, 8 * 60, 18 * 60));
    public static final WeeklyWindows NIGHTS =
            WeeklyWindows.of(Window.of(EnumSet.allOf(DayOfWeek.class), 20 * 60, 6 * 60));

    private WindowPlans() {}

    /** An assistant that always runs, notebooks by day, fine-tuning on 16 GPUs by night, batches at the weekend. */
    public static Plan standard() {
        Plan plan = SamplePlans.standard().withLive(OptionId.of("b"));
        for (Option option : plan.options()) {
            plan = plan.withOption(labelled(option));
        }
        Option option = plan.liveOption();
        Cluster cluster = option.clusters().getFirst();
        WorkloadId night = WorkloadId.of("w4");
        WorkloadId batch = WorkloadId.of("w5");
        GpuVms notebooks = (GpuVms) plan.workload(WorkloadId.of("w2")).orElseThrow();
        return plan.withWorkload(notebooks
                        .withCount(40)
                        .withVm(new VmShape(4, 32))
                        .withTerms(new RunTerms(Labels.of("inference"), OFFICE)))
                .withWorkload(FineTuning.lora(night, "Nightly tuning", FineTunings.LLAMA_8B)
                        .withTerms(new RunTerms(Labels.of("Training"), NIGHTS)))
                .withWorkload(new GpuVms(
                        batch,
                        "Weekend rendering",
                        GpuVms.Sharing.TIME_SLICED,
                        16,
                        40,
                        new VmShape(8, 64),
                        Survival.MAY_BE_EVICTED,
                        new RunTerms(
                                Labels.NONE,
                                WeeklyWindows.of(Window.of(
                                        EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), 0, WeeklyWindows.DAY)))))
                .withOption(option.withAssignment(Assignment.of(night, cluster.id())
                                .withTraining(TrainingLayout.data(16, TrainingLayout.Sharding.ZERO_3)))
                        .withAssignment(new Assignment(batch, cluster.id(), 1, 1, 1, Optional.empty())));
    }

    private static Option labelled(Option option) {
        Cluster cluster = option.clusters().getFirst();
        return option.withCluster(
                cluster.withGroup(cluster.groups().getFirst().withLabels(Labels.of("training", "inference"))));
    }
}
