package org.sizewright.sizing.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Given;
import org.sizewright.figure.Range;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Rows;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.library.Library;
import org.sizewright.plan.GpuShare;
import org.sizewright.sizing.HostFigures;
import org.sizewright.sizing.LlmMemory;

/**
 * Fine-tuning, one row per workload: memory and time of the run, and what it asks of a cluster. A run over more GPUs than a host
 * has takes several machines of equal size; if the GPUs cannot be shared out evenly, the last machine has GPUs to spare.
 */
public final class TrainingDemand {
    private static final Source MACHINES = Source.of(
            "As few machines as the hosts allow, all with the same number of GPUs", "", "", Evidence.INFERRED);
    private static final Source OFFLOADED =
            Source.of("What leaves the GPUs stands in the memory of the machine", "", "", Evidence.INFERRED);

    public final TrainingMemory memory;
    public final Rows rows;

    public final Figure vms;
    public final Figure gpusPerVm;
    /** All that are taken, those to spare included. */
    public final Figure gpus;

    public final Figure vcpuPerVm;
    /** With what the GPUs leave to the host. */
    public final Figure memoryPerVm;

    public final Figure vcpu;
    public final Figure vmMemory;

    private final Map<RowKey, TuningSubject> subjects;

    /**
     * Defines all figures.
     *
     * @param hosts whose GPUs say how many machines a run takes
     */
    public TrainingDemand(
            FigureBook.Builder book, List<TuningSubject> subjectList, HostFigures hosts, Library library) {
        subjects = subjectList.stream().collect(Collectors.toMap(TuningSubject::row, Function.identity()));
        memory = new TrainingMemory(
                book, subjectList.stream().map(TuningSubject::training).toList(), library);
        rows = memory.rows;
        FigureBook.Scope r = book.over(rows);
        Map<RowKey, List<RowKey>> groups =
                subjectList.stream().collect(Collectors.toMap(TuningSubject::row, TuningSubject::groups));
        vms = r.define(
                "train_vms",
                Unit.COUNT,
                "VMs",
                memory.gpus.dividedBy(hosts.gpusPerHost.smallestOver(groups)).ceil(),
                MACHINES);
        gpusPerVm = r.define(
                "train_gpus_per_vm",
                Unit.COUNT,
                "GPUs of a VM",
                memory.gpus.dividedBy(vms).ceil(),
                MACHINES);
        Figure perGpu = r.fact("train_vms_per_gpu", Unit.COUNT, "VMs on one GPU", this::vmsPerGpu);
        gpus = r.define(
                "train_gpus_taken",
                Unit.COUNT,
                "GPUs taken",
                vms.times(gpusPerVm).dividedBy(perGpu).ceil(),
                MACHINES);
        vcpuPerVm = r.input(
                "train_vcpu_per_vm",
                Unit.COUNT,
                "vCPUs of a VM",
                Range.of(1, 1024),
                row -> Given.input(subject(row).workload().vm().vcpu(), path(row, "vm/vcpu")));
        Figure typedMemory = r.input(
                "train_memory_entered",
                Unit.GIB,
                "Memory of a VM as entered",
                Range.of(1, 65_536),
                row -> Given.input(subject(row).workload().vm().memoryGib(), path(row, "vm/memoryGib")));
        memoryPerVm = r.define(
                "train_memory_per_vm",
                Unit.GIB,
                "Memory of a VM",
                typedMemory.plus(memory.offloaded.times(gpusPerVm)).ceilTo(Formula.constant(1, Unit.GIB)),
                OFFLOADED);
        vcpu = r.define("train_vcpu", Unit.COUNT, "vCPUs", vms.times(vcpuPerVm));
        vmMemory = r.define("train_vm_memory", Unit.GIB, "VM memory", vms.times(memoryPerVm));
    }

    public TuningSubject subject(RowKey row) {
        TuningSubject subject = subjects.get(row);
        if (subject == null) {
            throw new IllegalArgumentException("no fine-tuning in row " + row.id());
        }
        return subject;
    }

    private String path(RowKey row, String field) {
        return "/workloads/" + subject(row).workload().id() + "/" + field;
    }

    private Given vmsPerGpu(RowKey row) {
        Optional<Integer> most = switch (subject(row).share()) {
            case GpuShare.Whole whole -> Optional.of(1);
            case GpuShare.Fraction fraction -> fraction.mostPerGpu();
            case GpuShare.Several several -> Optional.empty();
        };
        return most.map(number -> Given.fact(number, LlmMemory.CHOICE))
                .orElseGet(() -> new Given(
                        Value.unknown("how many "
                                + subject(row).training().device().name() + " one GPU carries is not known"),
                        LlmMemory.CHOICE,
                        Optional.empty()));
    }
}
