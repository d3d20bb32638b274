package org.sizewright.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.sizewright.library.EngineId;
import org.sizewright.library.ModelId;
import org.sizewright.library.NumberFormatId;
import org.sizewright.library.VectorElementId;
import org.sizewright.library.VectorIndexId;

/** JSON form of retrieval. */
final class WorkloadRetrievalCodec {
    private WorkloadRetrievalCodec() {}

    static ObjectNode write(String kind, Retrieval retrieval) {
        ObjectNode node = PlanJson.object()
                .put("kind", kind)
                .put("id", retrieval.id().value())
                .put("name", retrieval.name());
        node.set("corpus", write(retrieval.corpus()));
        node.set("store", write(retrieval.store()));
        node.set("queries", write(retrieval.queries()));
        node.put("engine", retrieval.engine().value());
        node.set("embedding", write(retrieval.embedding()));
        retrieval.reranker().ifPresent(service -> node.set("reranker", write(service)));
        retrieval.guardrail().ifPresent(service -> node.set("guardrail", write(service)));
        node.set("databaseVm", WorkloadCodec.write(retrieval.databaseVm()));
        node.set("vm", WorkloadCodec.write(retrieval.vm()));
        return node.put("survival", retrieval.survival().name());
    }

    static Retrieval read(PlanFields f) throws BrokenPlan {
        return new Retrieval(
                f.id("id", WorkloadId::of),
                f.text("name"),
                f.object("corpus", WorkloadRetrievalCodec::readCorpus),
                f.object("store", WorkloadRetrievalCodec::readStore),
                f.object("queries", WorkloadRetrievalCodec::readQueries),
                f.id("engine", EngineId::of),
                f.object("embedding", WorkloadRetrievalCodec::readService),
                f.findObject("reranker", WorkloadRetrievalCodec::readService),
                f.findObject("guardrail", WorkloadRetrievalCodec::readService),
                f.object("databaseVm", WorkloadCodec::readVm),
                f.object("vm", WorkloadCodec::readVm),
                f.word("survival", Survival.class));
    }

    private static ObjectNode write(Corpus corpus) {
        ObjectNode node = PlanJson.object()
                .put("documents", corpus.documents())
                .put("pagesPerDocument", corpus.pagesPerDocument())
                .put("tokensPerPage", corpus.tokensPerPage());
        corpus.tokens().ifPresent(value -> node.put("tokens", value));
        return node.put("chunkTokens", corpus.chunkTokens())
                .put("overlapTokens", corpus.overlapTokens())
                .put("refreshPercent", corpus.refreshPercent())
                .put("firstIndexingHours", corpus.firstIndexingHours());
    }

    private static Corpus readCorpus(PlanFields f) throws BrokenPlan {
        return new Corpus(
                f.whole("documents", 1, Retrieval.MAX_DOCUMENTS),
                f.amount("pagesPerDocument"),
                f.amount("tokensPerPage"),
                f.findAmount("tokens"),
                f.whole("chunkTokens", 1, Retrieval.MAX_CHUNK),
                f.whole("overlapTokens", 0, Retrieval.MAX_CHUNK),
                f.amount("refreshPercent"),
                f.amount("firstIndexingHours"));
    }

    private static ObjectNode write(VectorStore store) {
        ObjectNode node = PlanJson.object()
                .put("index", store.index().value())
                .put("element", store.element().value());
        store.dimensions().ifPresent(value -> node.put("dimensions", value));
        node.put("links", store.links())
                .put("lists", store.lists())
                .put("codeSegments", store.codeSegments())
                .put("codeBits", store.codeBits());
        store.headroom().ifPresent(value -> node.put("headroom", value));
        node.put("replicas", store.replicas())
                .put("originals", store.originals().name())
                .put("metadataBytes", store.metadataBytes());
        store.textBytesPerToken().ifPresent(value -> node.put("textBytesPerToken", value));
        return node;
    }

    private static VectorStore readStore(PlanFields f) throws BrokenPlan {
        return new VectorStore(
                f.id("index", VectorIndexId::of),
                f.id("element", VectorElementId::of),
                f.findWhole("dimensions", 1, Retrieval.MAX_DIMENSIONS),
                f.whole("links", 1, 1024),
                f.whole("lists", 1, 100_000_000),
                f.whole("codeSegments", 1, Retrieval.MAX_DIMENSIONS),
                f.whole("codeBits", 1, 24),
                f.findAmount("headroom"),
                f.whole("replicas", 1, 1000),
                f.word("originals", VectorStore.Originals.class),
                f.whole("metadataBytes", 0, 100_000_000),
                f.findAmount("textBytesPerToken"));
    }

    private static ObjectNode write(Retrieval.Queries queries) {
        ObjectNode node = PlanJson.object();
        queries.perSecond().ifPresent(value -> node.put("perSecond", value));
        return node.put("users", queries.users())
                .put("perUserHour", queries.perUserHour())
                .put("tokens", queries.tokens())
                .put("candidates", queries.candidates())
                .put("guardedTokens", queries.guardedTokens());
    }

    private static Retrieval.Queries readQueries(PlanFields f) throws BrokenPlan {
        return new Retrieval.Queries(
                f.findAmount("perSecond"),
                f.whole("users", 0, Retrieval.MAX_DOCUMENTS),
                f.amount("perUserHour"),
                f.whole("tokens", 1, Retrieval.MAX_CHUNK),
                f.whole("candidates", 1, 1_000_000),
                f.whole("guardedTokens", 1, 100_000_000));
    }

    private static ObjectNode write(Retrieval.Service service) {
        ObjectNode node = PlanJson.object()
                .put("model", service.model().value())
                .put("weights", service.weights().value());
        service.tokensPerSecond().ifPresent(value -> node.put("tokensPerSecond", value));
        return node;
    }

    private static Retrieval.Service readService(PlanFields f) throws BrokenPlan {
        return new Retrieval.Service(
                f.id("model", ModelId::of), f.id("weights", NumberFormatId::of), f.findAmount("tokensPerSecond"));
    }
}
