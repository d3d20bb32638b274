package org.sizewright.sizing.retrieval;

import java.util.function.ToDoubleFunction;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Given;
import org.sizewright.figure.Range;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.library.Fact;
import org.sizewright.library.RetrievalRecord.Headroom;
import org.sizewright.library.RetrievalRecord.Holds;
import org.sizewright.library.RetrievalRecord.VectorIndex;
import org.sizewright.plan.VectorStore;
import org.sizewright.sizing.LlmMemory;

/** The database around the index: memory and disk of a copy with headroom, its parts, and the machines that carry them. */
public final class VectorDatabase {
    private static final Source DATABASE = Source.of(
            "Index and metadata in memory; besides them text and original vectors on disk; both with headroom",
            "qdrant.tech, Capacity Planning",
            "2026",
            Evidence.INFERRED);
    private static final Source SHARDS = Source.of(
            "A copy that is larger than one machine is split into parts of equal size, each on a machine of its own",
            "",
            "",
            Evidence.INFERRED);
    /** Bytes of an element as embedding models give it. */
    private static final double ORIGINAL_BYTES = 4;

    private static final int BITS_OF_ORIGINAL = 32;

    public final Figure metadata;
    public final Figure headroom;
    /** What index and metadata are multiplied with. */
    public final Figure headroomFactor;

    public final Figure memoryPerReplica;
    public final Figure diskPerReplica;
    public final Figure disk;
    public final Figure replicas;
    /** Parts of a copy, one on each of its machines. */
    public final Figure shards;

    public final Figure memoryPerShard;
    public final Figure vms;
    public final Figure vcpuPerVm;
    public final Figure memoryPerVm;
    private final RetrievalRows r;

    VectorDatabase(RetrievalRows r, CorpusFigures corpus, IndexFigures index) {
        this.r = r;
        replicas = r.input(
                "replicas",
                Unit.COUNT,
                "Copies of the database",
                "store/replicas",
                w -> w.store().replicas());
        Figure metadataBytes = r.input(
                "metadata_bytes",
                Unit.BYTE,
                "Metadata of a vector",
                "store/metadataBytes",
                w -> w.store().metadataBytes());
        Figure textBytes = r.scope.input(
                "rag_text_bytes",
                Unit.BYTE_PER_TOKEN,
                "Text kept per token",
                Range.NOT_NEGATIVE,
                row -> Given.input(
                        r.workload(row).store().textBytesPerToken().orElse(0.0),
                        r.path(row, "store/textBytesPerToken")));
        Figure originals = r.scope.fact(
                "rag_keeps_originals",
                Unit.COUNT,
                "FP32 vectors stay on disk beside the index (1 = yes)",
                row -> Given.fact(keepsOriginals(row) ? 1 : 0, LlmMemory.CHOICE));
        headroomFactor = r.scope.define("rag_headroom_factor", Unit.COUNT, "Headroom that counts", factor(), DATABASE);
        metadata = r.scope.define(
                "rag_metadata", Unit.GIB, "Metadata of a copy", corpus.passages.times(metadataBytes), DATABASE);
        memoryPerReplica = r.scope.define(
                "rag_memory_per_replica",
                Unit.GIB,
                "Memory of one copy of the database",
                index.memory.plus(metadata).times(headroomFactor),
                DATABASE);
        headroom = r.scope.define(
                "rag_headroom_memory",
                Unit.GIB,
                "Headroom of a copy in memory",
                memoryPerReplica.minus(index.memory).minus(metadata),
                DATABASE);
        diskPerReplica = r.scope.define(
                "rag_disk_per_replica",
                Unit.GIB,
                "Disk of one copy of the database",
                index.memory
                        .plus(metadata)
                        .plus(corpus.passages
                                .times(originals)
                                .times(index.dimensions)
                                .times(Formula.constant(ORIGINAL_BYTES, Unit.BYTE)))
                        .plus(corpus.embeddedTokens.times(textBytes))
                        .times(headroomFactor),
                DATABASE);
        disk = r.scope.define(
                "rag_disk", Unit.GIB, "Disk of the database, all copies", diskPerReplica.times(replicas), DATABASE);
        vcpuPerVm = r.input(
                "database_vcpu_per_vm",
                Unit.COUNT,
                "vCPUs of a database VM",
                "databaseVm/vcpu",
                w -> w.databaseVm().vcpu());
        memoryPerVm = r.input(
                "database_memory_per_vm",
                Unit.GIB,
                "Memory of a database VM",
                "databaseVm/memoryGib",
                w -> w.databaseVm().memoryGib());
        shards = r.scope.define(
                "rag_shards",
                Unit.COUNT,
                "Parts of a copy, each on its own VM",
                memoryPerReplica.dividedBy(memoryPerVm).ceil(),
                SHARDS);
        memoryPerShard = r.scope.define(
                "rag_memory_per_shard",
                Unit.GIB,
                "Memory that a part fills of its VM",
                memoryPerReplica.dividedBy(shards),
                SHARDS);
        vms = r.scope.define(
                "rag_database_vms", Unit.COUNT, "Database VMs, without GPU", replicas.times(shards), SHARDS);
    }

    private boolean keepsOriginals(RowKey row) {
        boolean holdsThem = indexOf(row).holds() == Holds.VECTORS
                && r.subject(row).search().element().bits() >= BITS_OF_ORIGINAL;
        return r.workload(row).store().originals() == VectorStore.Originals.KEPT && !holdsThem;
    }

    /** What is typed in, else the band of the library. */
    private Formula factor() {
        Figure typed = r.typed(
                "headroom_typed",
                Unit.COUNT,
                "Headroom, if known",
                "store/headroom",
                w -> w.store().headroom());
        Figure low = side("rag_headroom_low", "Least headroom", Headroom::low);
        Figure value = side("rag_headroom", "Headroom", Headroom::value);
        Figure high = side("rag_headroom_high", "Most headroom", Headroom::high);
        return new Formula.ByLane(typed.orElse(low), typed.orElse(value), typed.orElse(high));
    }

    private Figure side(String id, String title, ToDoubleFunction<Headroom> side) {
        return r.scope.fact(id, Unit.COUNT, title, row -> {
            Headroom band = indexOf(row).headroom();
            return r.facts.of(
                    indexOf(row),
                    "headroom",
                    Fact.known(side.applyAsDouble(band), band.evidence(), band.sources()),
                    number -> number);
        });
    }

    private VectorIndex indexOf(RowKey row) {
        return r.subject(row).search().index();
    }
}
