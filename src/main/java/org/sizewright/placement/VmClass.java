package org.sizewright.placement;

import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sizewright.plan.Survival;

/**
 * So many equal virtual machines. Memory is reserved in full and vCPUs are counted as given: overcommitment is the caller's.
 *
 * @param id unique in the problem
 * @param count how many
 * @param gpu what each asks of the GPUs
 * @param vcpu virtual CPUs of each
 * @param memoryGib memory of each in GiB
 * @param labels labels that a host must carry
 * @param survival what a host failure may do to them
 * @param restartable false for machines that cannot be restarted elsewhere (static passthrough)
 * @param copies how many whole copies of the same thing they are, such as replicas of a database: of n machines of a copy, machine i
 *     is part (i - 1) mod n + 1, and equal parts should run on different hosts; 1 if any host will do
 */
public record VmClass(
        String id,
        int count,
        GpuNeed gpu,
        int vcpu,
        int memoryGib,
        Set<String> labels,
        Survival survival,
        boolean restartable,
        int copies) {
    private static final String DATABASE = "-database";
    private static final Pattern PLAN_CLASS = Pattern.compile("\\bw\\d+(-database)?\\b");

    public VmClass {
        labels = Set.copyOf(labels);
        if (id.isBlank() || count < 0 || vcpu < 0 || memoryGib < 0 || copies < 1) {
            throw new IllegalArgumentException("a VM class has an id, and its counts are not negative");
        }
    }

    /** A class without labels that must restart and can. */
    public static VmClass of(String id, int count, GpuNeed gpu, int vcpu, int memoryGib) {
        return new VmClass(id, count, gpu, vcpu, memoryGib, Set.of(), Survival.MUST_RESTART, true, 1);
    }

    public VmClass withCount(int newCount) {
        return new VmClass(id, newCount, gpu, vcpu, memoryGib, labels, survival, restartable, copies);
    }

    public VmClass withGpu(GpuNeed need) {
        return new VmClass(id, count, need, vcpu, memoryGib, labels, survival, restartable, copies);
    }

    public VmClass withSurvival(Survival newSurvival) {
        return new VmClass(id, count, gpu, vcpu, memoryGib, labels, newSurvival, restartable, copies);
    }

    public VmClass withLabels(Set<String> newLabels) {
        return new VmClass(id, count, gpu, vcpu, memoryGib, newLabels, survival, restartable, copies);
    }

    public VmClass withRestartable(boolean isRestartable) {
        return new VmClass(id, count, gpu, vcpu, memoryGib, labels, survival, isRestartable, copies);
    }

    public VmClass withCopies(int number) {
        return new VmClass(id, count, gpu, vcpu, memoryGib, labels, survival, restartable, number);
    }

    /** The part of its copy that a machine is, from 1. */
    public int part(int number) {
        return (number - 1) % Math.max(1, count / copies) + 1;
    }

    /** Id of the class of a workload's database; its other machines are the class with the workload's own id. */
    public static String databaseOf(String workload) {
        return workload + DATABASE;
    }

    public static boolean isDatabase(String id) {
        return id.endsWith(DATABASE);
    }

    /** A sentence of a search with names in place of the ids of classes, which are those of workloads such as w1. */
    public static String named(String sentence, UnaryOperator<String> name) {
        return PLAN_CLASS.matcher(sentence).replaceAll(match -> Matcher.quoteReplacement(name.apply(match.group())));
    }

    /** Id of the workload that a class belongs to. */
    public static String workloadOf(String id) {
        return isDatabase(id) ? id.substring(0, id.length() - DATABASE.length()) : id;
    }
}
