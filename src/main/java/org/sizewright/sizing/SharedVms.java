package org.sizewright.sizing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Given;
import org.sizewright.figure.Range;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Rows;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.library.Fact;
import org.sizewright.library.Gpu;
import org.sizewright.library.Library;
import org.sizewright.plan.GpuShare;
import org.sizewright.quantity.Bytes;

/** Virtual machines with GPUs or shares of them, one row per workload: what they take, and how many GPUs they would fill alone. */
public final class SharedVms {
    private static final Source ALONE = Source.of(
            "VMs divided by the most of the profile on one GPU that carries nothing else", "", "", Evidence.INFERRED);

    public final Rows rows;
    public final Figure count;
    public final Figure memoryNeeded;
    public final Figure vgpusPerVm;
    public final Figure profileMemory;
    public final Figure perGpu;
    public final Figure gpusAlone;
    public final Figure gpuMemoryGiven;
    public final Figure vcpuPerVm;
    public final Figure memoryPerVm;
    public final Figure vcpu;
    public final Figure memory;

    private final Map<RowKey, VmsSubject> subjects;

    SharedVms(FigureBook.Builder book, List<VmsSubject> subjectList, Library library) {
        subjects = subjectList.stream().collect(Collectors.toMap(VmsSubject::row, Function.identity()));
        rows = new Rows(
                "vms",
                "VMs with GPUs",
                subjectList.stream().map(VmsSubject::row).toList());
        FigureBook.Scope w = book.over(rows);
        count = w.input(
                "vm_count",
                Unit.COUNT,
                "VMs",
                Range.of(1, 1_000_000),
                row -> Given.input(subject(row).workload().count(), path(row, "count")));
        memoryNeeded = w.input(
                "gpu_memory_needed",
                Unit.GIB,
                "GPU memory needed by a VM",
                Range.of(1, 1024),
                row -> Given.input(subject(row).workload().gpuMemoryGib(), path(row, "gpuMemoryGib")));
        vgpusPerVm = w.fact(
                "vgpus_per_vm",
                Unit.COUNT,
                "vGPUs of a VM",
                row -> Given.fact(subject(row).devices(), LlmMemory.CHOICE));
        profileMemory =
                w.fact("profile_memory", Unit.GIB, "GPU memory that the profile gives", row -> given(library, row));
        perGpu = w.fact(
                "profiles_per_gpu",
                Unit.COUNT,
                "Profiles on one GPU",
                row -> subject(row)
                        .mostPerGpu()
                        .map(most -> Given.fact(most, source(library, row)))
                        .orElseGet(() ->
                                new Given(Value.unknown(whyUnknown(row)), source(library, row), Optional.empty())));
        gpusAlone = w.define(
                "gpus_alone",
                Unit.COUNT,
                "GPUs if packed alone",
                count.times(vgpusPerVm).dividedBy(perGpu).ceil(),
                ALONE);
        gpuMemoryGiven = w.define("gpu_memory_given", Unit.GIB, "GPU memory given", count.times(profileMemory));
        vcpuPerVm = w.input(
                "vms_vcpu_per_vm",
                Unit.COUNT,
                "vCPUs of a VM",
                Range.of(1, 1024),
                row -> Given.input(subject(row).workload().vm().vcpu(), path(row, "vm/vcpu")));
        memoryPerVm = w.input(
                "vms_memory_per_vm",
                Unit.GIB,
                "Memory of a VM",
                Range.of(1, 65_536),
                row -> Given.input(subject(row).workload().vm().memoryGib(), path(row, "vm/memoryGib")));
        vcpu = w.define("vms_vcpu", Unit.COUNT, "vCPUs", count.times(vcpuPerVm));
        memory = w.define("vms_memory", Unit.GIB, "VM memory", count.times(memoryPerVm));
    }

    public VmsSubject subject(RowKey row) {
        VmsSubject subject = subjects.get(row);
        if (subject == null) {
            throw new IllegalArgumentException("no VMs in row " + row.id());
        }
        return subject;
    }

    private Given given(Library library, RowKey row) {
        VmsSubject vms = subject(row);
        return switch (vms.share()) {
            case GpuShare.Whole whole ->
                vms.gpu()
                        .memory()
                        .usable()
                        .asOptional()
                        .map(each -> Given.fact(whole.gpus() * each.toGib(), source(library, row)))
                        .orElseGet(() -> new Given(
                                Value.unknown("how much memory of " + vms.gpu().name() + " can be used is not known"),
                                source(library, row),
                                Optional.empty()));
            case GpuShare.Shared shared -> Given.fact(shared.memory().toGib(), source(library, row));
        };
    }

    private String whyUnknown(RowKey row) {
        return subject(row).share() instanceof GpuShare.Several several
                        && several.equalPart().isEmpty()
                ? "each VM has vGPUs of several sizes; the placement says how many GPUs they take"
                : "how many " + subject(row).profile() + " one GPU carries is not known";
    }

    private String path(RowKey row, String field) {
        return "/workloads/" + subject(row).workload().id() + "/" + field;
    }

    private Source source(Library library, RowKey row) {
        return switch (subject(row).share()) {
            case GpuShare.Whole whole -> {
                Gpu gpu = subject(row).gpu();
                Source source = gpu.memory().usable() instanceof Fact.Known<Bytes> known
                        ? quote(library, known.sources(), known.evidence(), gpu.name())
                        : quote(library, gpu.sources(), Evidence.VERIFIED, gpu.name());
                yield library.mark(gpu, source);
            }
            case GpuShare.Shared shared -> source(library, shared.parts().getFirst());
        };
    }

    private static Source source(Library library, GpuShare.Fraction part) {
        return switch (part) {
            case GpuShare.Mig mig -> {
                Source source = quote(
                        library, mig.migProfile().sources(), mig.migProfile().evidence(), mig.profile());
                // a profile does not know its set; only a user's own set changes how it is quoted
                yield library.migProfileSets().stream()
                        .filter(set -> set.profiles().contains(mig.migProfile()))
                        .filter(set -> library.ownFile(set).isPresent())
                        .findFirst()
                        .map(set -> library.mark(set, source))
                        .orElse(source);
            }
            case GpuShare.TimeSliced sliced ->
                library.mark(
                        sliced.type(),
                        quote(library, sliced.type().sources(), sliced.type().evidence(), sliced.profile()));
        };
    }

    private static Source quote(Library library, List<String> keys, Evidence evidence, String record) {
        if (keys.isEmpty()) {
            return Source.of(Library.NOTHING_QUOTED, "record " + record, "", evidence);
        }
        Source first = library.quote(keys.getFirst(), evidence);
        return Source.of(first.title(), "record " + record + "; " + first.where(), first.asOf(), evidence);
    }
}
