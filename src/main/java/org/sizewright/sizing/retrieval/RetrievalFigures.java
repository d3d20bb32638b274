package org.sizewright.sizing.retrieval;

import java.util.List;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Rows;
import org.sizewright.figure.Unit;
import org.sizewright.library.Library;
import org.sizewright.sizing.Facts;

/** Retrieval, one row per workload: documents, database, queries and models, and the machines for all of it. */
public final class RetrievalFigures {
    public final Rows rows;
    public final CorpusFigures corpus;
    public final IndexFigures index;
    public final VectorDatabase database;
    public final QueryLoad load;
    public final RetrievalModels models;
    public final Figure firstIndexingHours;
    /** Machines that serve models. */
    public final Figure gpuVms;

    /** Those and the machines of the database. */
    public final Figure vms;

    public final Figure gpus;
    public final Figure vcpuPerVm;
    public final Figure memoryPerVm;
    public final Figure vcpu;
    public final Figure memory;
    private final RetrievalRows r;

    public RetrievalFigures(FigureBook.Builder book, List<RetrievalSubject> subjects, Library library) {
        Facts facts = new Facts(library);
        r = new RetrievalRows(book, subjects, facts);
        rows = r.rows;
        corpus = new CorpusFigures(r);
        index = new IndexFigures(r, corpus);
        database = new VectorDatabase(r, corpus, index);
        load = new QueryLoad(r, corpus);
        models = new RetrievalModels(book, subjects, corpus, load, facts);
        firstIndexingHours = r.scope.define(
                "rag_first_indexing_hours",
                RetrievalRows.HOUR,
                "Hours of the first indexing",
                corpus.embeddedTokens.dividedBy(models.vms
                        .at(models.embeddingOf)
                        .times(models.rate.at(models.embeddingOf).inLane(Lane.VALUE))),
                QueryLoad.LOAD);
        gpuVms = r.scope.define(
                "rag_gpu_vms",
                Unit.COUNT,
                "VMs that serve models",
                models.vms.sumOver(models.modelsOf),
                QueryLoad.LOAD);
        vms = r.scope.define(
                "rag_vms", Unit.COUNT, "VMs, database included", gpuVms.plus(database.vms), QueryLoad.LOAD);
        Figure perGpu = r.scope.fact(
                "rag_vms_per_gpu",
                Unit.COUNT,
                "VMs on one GPU",
                row -> subject(row).perGpuGiven());
        gpus = r.scope.define(
                "rag_gpus",
                Unit.COUNT,
                "GPUs if packed alone",
                gpuVms.dividedBy(perGpu).ceil(),
                QueryLoad.LOAD);
        vcpuPerVm = r.input("vcpu_per_vm", Unit.COUNT, "vCPUs of a VM with a model", "vm/vcpu", w -> w.vm().vcpu());
        memoryPerVm = r.input(
                "memory_per_vm", Unit.GIB, "Memory of a VM with a model", "vm/memoryGib", w -> w.vm().memoryGib());
        vcpu = r.scope.define(
                "rag_vcpu",
                Unit.COUNT,
                "vCPUs, database included",
                gpuVms.times(vcpuPerVm).plus(database.vms.times(database.vcpuPerVm)));
        memory = r.scope.define(
                "rag_memory",
                Unit.GIB,
                "VM memory, database included",
                gpuVms.times(memoryPerVm).plus(database.vms.times(database.memoryPerVm)));
    }

    public RetrievalSubject subject(RowKey row) {
        return r.subject(row);
    }
}
