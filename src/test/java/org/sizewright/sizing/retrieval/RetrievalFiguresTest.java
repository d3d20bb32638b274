package org.sizewright.sizing.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sizewright.Retrievals;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Lane;
import org.sizewright.figure.Range;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.library.Gpu;
import org.sizewright.library.GpuId;
import org.sizewright.library.Library;
import org.sizewright.library.LibraryReader;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.ModelId;
import org.sizewright.library.NumberFormatId;
import org.sizewright.library.VectorElementId;
import org.sizewright.library.VectorIndexId;
import org.sizewright.library.model.ShapeResult;
import org.sizewright.plan.Corpus;
import org.sizewright.plan.GpuShare;
import org.sizewright.plan.ResolvedWorkload.Search;
import org.sizewright.plan.Retrieval;
import org.sizewright.plan.VectorStore;
import org.sizewright.plan.VmShape;
import org.sizewright.sizing.Demand;
import org.sizewright.sizing.DeviceMemory;

class RetrievalFiguresTest {
    private static final Library LIBRARY = LibraryReader.bundled().library();
    private static final RowKey ROW = new RowKey("w1", "Handbook search");
    private static final RowKey EMBEDDING = new RowKey("w1embed", "Handbook search, embedding");
    private static final RowKey GUARDRAIL = new RowKey("w1guard", "Handbook search, guardrail");

    private static Search.Model model(Retrieval.Service service, boolean generates) {
        ModelArchitecture model = LIBRARY.model(service.model()).orElseThrow();
        return new Search.Model(
                service,
                model,
                ((ShapeResult.Known) LIBRARY.shape(model)).shape(),
                LIBRARY.numberFormat(service.weights()).orElseThrow(),
                generates);
    }

    private static Demand demand(Retrieval workload) {
        return demand(workload, "l40s");
    }

    private static Demand demand(Retrieval workload, String device) {
        Gpu gpu = LIBRARY.gpu(GpuId.of(device)).orElseThrow();
        Search search = new Search(
                workload,
                LIBRARY.vectorIndex(workload.store().index()).orElseThrow(),
                LIBRARY.vectorElement(workload.store().element()).orElseThrow(),
                LIBRARY.engine(workload.engine()).orElseThrow(),
                model(workload.embedding(), false),
                workload.reranker().map(service -> model(service, false)),
                workload.guardrail().map(service -> model(service, true)));
        return Demand.of(
                List.of(),
                List.of(),
                List.of(new RetrievalSubject(
                        ROW, search, gpu, new GpuShare.Whole(1, Optional.empty()), DeviceMemory.of(gpu))),
                List.of(),
                LIBRARY);
    }

    private static double number(Demand demand, Figure figure) {
        return demand.figures().value(figure, ROW).asNumber().orElseThrow();
    }

    private static double bytes(Demand demand, Figure figure) {
        return figure.unit().convert(number(demand, figure), Unit.BYTE);
    }

    /** So many vectors: one passage in each document. */
    private static Retrieval vectors(
            int count, int dimensions, String index, String element, int links, int lists, int segments, int bits) {
        Retrieval plain = Retrievals.plain();
        return plain.withCorpus(new Corpus(count, 1, 100, Optional.empty(), 100, 0, 0, 24))
                .withStore(new VectorStore(
                        VectorIndexId.of(index),
                        VectorElementId.of(element),
                        Optional.of(dimensions),
                        links,
                        lists,
                        segments,
                        bits,
                        Optional.of(1.0),
                        1,
                        VectorStore.Originals.DROPPED,
                        0,
                        Optional.empty()));
    }

    private static Retrieval withHeadroom(Retrieval from, double headroom) {
        return from.withStore(from.store().withHeadroom(Optional.of(headroom)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // source | vectors | dimensions | index | element | M | lists | headroom | bytes printed there
                "qdrant.tech Capacity Planning: 1M x 1024 x 4 x 1.5 | 1000000 | 1024 | flat | fp32 | 1 | 1 | 1.5 | 6144000000",
                "OpenSearch k-NN quantization: 1.1 (2 x 256 + 8 x 16) x 1M | 1000000 | 256 | hnsw | fp16 | 16 | 1 | 1.1 | 704000000",
                "milvus.io AI reference: flat, 1M x 256 x 4 | 1000000 | 256 | flat | fp32 | 1 | 1 | 1 | 1024000000",
            })
    void memoryIsAsTheMakersOfDatabasesCalculateIt(
            String source,
            int count,
            int dimensions,
            String index,
            String element,
            int links,
            int lists,
            double headroom,
            double printed) {
        Demand demand = demand(withHeadroom(vectors(count, dimensions, index, element, links, lists, 1, 8), headroom));
        assertThat(bytes(demand, demand.retrieval.orElseThrow().database.memoryPerReplica))
                .isCloseTo(printed, within(1.0));
    }

    @Test
    void listsTakeWhatOpenSearchSaysAndTheNumberOfEachVector() {
        // OpenSearch k-NN quantization: 1.1 x (2 x 256 x 1M + 4 x 128 x 256) = 0.525 GB (GiB), without the 8 bytes of
        // the number
        Demand demand = demand(withHeadroom(vectors(1_000_000, 256, "ivf-flat", "fp16", 1, 128, 1, 8), 1.1));
        double withoutNumbers =
                bytes(demand, demand.retrieval.orElseThrow().database.memoryPerReplica) - 1.1 * 8 * 1_000_000;
        assertThat(withoutNumbers / (1 << 30)).isCloseTo(0.525, within(0.0005));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // source | dimensions | index | element | M | segments | bits | bytes per vector
                "Faiss wiki, Guidelines: d x 4 + M x 2 x 4 | 128 | hnsw | fp32 | 32 | 1 | 8 | 768",
                "github lolishinshi/imsearch 12: 256 bit in HNSW16, 160 bytes | 256 | hnsw | binary | 16 | 1 | 8 | 160",
                "Faiss wiki, table of indexes: IVFx,PQ8, code + 8 | 768 | ivf-pq | fp32 | 1 | 8 | 8 | 16",
                "Faiss wiki, table of indexes: IVFx,Flat with SQ8, d, and the number | 768 | ivf-flat | int8 | 1 | 1 | 8 | 776",
                "whole bytes: 12 codes of 6 bit | 768 | ivf-pq | fp32 | 1 | 12 | 6 | 17",
            })
    void aVectorTakesAsManyBytesInTheIndex(
            String source, int dimensions, String index, String element, int links, int segments, int bits, int bytes) {
        Demand demand = demand(vectors(1000, dimensions, index, element, links, 16, segments, bits));
        assertThat(number(demand, demand.retrieval.orElseThrow().index.bytesPerVector))
                .isEqualTo(bytes);
    }

    @Test
    void documentsBecomePassagesThatOverlap() {
        // 5,000 tokens in steps of 462: (5000 - 50) / 462 = 10.7, so 11 passages; each but the first repeats 50 tokens
        Demand demand = demand(Retrievals.plain());
        assertThat(number(demand, demand.retrieval.orElseThrow().corpus.tokens)).isEqualTo(5_000_000);
        assertThat(number(demand, demand.retrieval.orElseThrow().corpus.passages))
                .isEqualTo(11_000);
        assertThat(number(demand, demand.retrieval.orElseThrow().corpus.embeddedTokens))
                .isEqualTo(5_500_000);
        assertThat(number(demand, demand.retrieval.orElseThrow().index.dimensions))
                .isEqualTo(768);
    }

    @Test
    void embeddingMachinesKeepTheHoursOfTheFirstIndexing() {
        Demand demand = demand(Retrievals.plain());
        // 5.5 million tokens in an hour are 1,528 in a second, more than the 1,000 of one machine
        assertThat(number(demand, demand.retrieval.orElseThrow().load.firstIndexing))
                .isCloseTo(1527.8, within(0.1));
        assertThat(number(demand, demand.retrieval.orElseThrow().gpuVms)).isEqualTo(2);
        assertThat(number(demand, demand.retrieval.orElseThrow().firstIndexingHours))
                .isCloseTo(5.5e6 / 2000 / 3600, within(1e-9));
        // 720 people x 5 queries an hour x 50 tokens, and 1 % of the documents in a day
        assertThat(number(demand, demand.retrieval.orElseThrow().load.queriesPerSecond))
                .isCloseTo(1, within(1e-9));
        assertThat(number(demand, demand.retrieval.orElseThrow().load.embedding))
                .isCloseTo(50 + 55_000 / 86_400.0, within(1e-9));
        assertThat(number(demand, demand.retrieval.orElseThrow().load.refreshedVectors))
                .isCloseTo(110, within(1e-9));
    }

    @Test
    void whatNobodyHasMeasuredIsEstimatedWithoutABand() {
        Retrieval plain = Retrievals.plain();
        Demand demand = demand(plain.withEmbedding(plain.embedding().withTokensPerSecond(Optional.empty())));
        RetrievalModels models = demand.retrieval.orElseThrow().models;
        // 12 layers of 7,077,888 parameters in matrices, twice each; 12 x 12 heads x 2 x 64 x 512 tokens, both
        // directions
        double operations = 2 * 12 * 7_077_888.0 + 2 * 12 * 12 * 2 * 64 * 512.0;
        assertThat(demand.figures()
                        .value(models.reading.operations, EMBEDDING)
                        .asNumber()
                        .orElseThrow())
                .isCloseTo(operations, within(1.0));
        // 362 TFLOPS of an L40S in 16 bit, 0.289 of them reached
        double speed = demand.figures().value(models.rate, EMBEDDING).asNumber().orElseThrow();
        assertThat(speed).isCloseTo(0.289 * 362e12 / operations, within(1.0));
        assertThat(demand.figures().value(demand.figures().get("ragmodel_rate").cell(EMBEDDING, Lane.LOW)))
                .isInstanceOfSatisfying(
                        Value.Unknown.class,
                        unknown -> assertThat(unknown.cellText()).isEqualTo("not measured"));
        assertThat(models.isEstimated(EMBEDDING)).isTrue();
        assertThat(number(demand, demand.retrieval.orElseThrow().gpuVms)).isEqualTo(1);
        assertThat(number(demand, demand.retrieval.orElseThrow().firstIndexingHours))
                .isCloseTo(5.5e6 / speed / 3600, within(1e-12));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // server, seconds for 10 requests of 115,000 tokens: github michaelfeil/infinity docs/docs/benchmarking.md, L4,
        // bert-large
        "huggingface/TEI,18.491",
        "infinity (torch + compile + fa2),19.562",
        "tensorrt (via infinity),23.367",
        "infinity (onnx-gpu fp16),24.448"
    })
    void readsAboutAsFastAsEmbeddingServersOnAnL4(String server, double seconds) {
        Retrieval plain = Retrievals.plain();
        // 256 sentences of a request
        Retrieval measured = plain.withCorpus(plain.corpus().withChunks(449, 0))
                .withEmbedding(new Retrieval.Service(
                        ModelId.of("google-bert/bert-large"), NumberFormatId.of("fp16"), Optional.empty()));
        Demand demand = demand(measured, "l4");
        assertThat(value(demand, "read_speed") / (1_150_000 / seconds)).isBetween(0.85, 1.17);
    }

    @Test
    void launchingLayersLimitsASmallModelAndASliceHasItsShareOfTheGpu() {
        Retrieval plain = Retrievals.plain();
        Retrieval estimated = plain.withEmbedding(plain.embedding().withTokensPerSecond(Optional.empty()));
        Demand whole = demand(estimated);
        double calculating = value(whole, "read_calculating");
        double launching = value(whole, "read_launching");
        double speed = value(whole, "read_speed");
        assertThat(speed).isCloseTo(1e6 / Math.max(calculating, launching), within(1.0));
    }

    private static double value(Demand demand, String figure) {
        return demand.figures()
                .value(demand.figures().get(figure), EMBEDDING)
                .asNumber()
                .orElseThrow();
    }

    @Test
    void aCopyThatIsLargerThanItsMachineIsSplit() {
        // 5 million vectors of 1024 FP32 elements: 19.07 GiB, on machines of 8 GiB
        Retrieval split = vectors(5_000_000, 1024, "flat", "fp32", 1, 1, 1, 8).withDatabaseVm(new VmShape(4, 8));
        Demand demand = demand(split.withStore(split.store().withReplicas(2)));
        assertThat(number(demand, demand.retrieval.orElseThrow().database.shards))
                .isEqualTo(3);
        assertThat(number(demand, demand.retrieval.orElseThrow().database.vms)).isEqualTo(6);
        assertThat(number(demand, demand.retrieval.orElseThrow().database.memoryPerShard))
                .isCloseTo(5e6 * 4096 / (1 << 30) / 3, within(1e-9));
    }

    @Test
    void thePartsOfTheMemoryAreTheMemory() {
        Demand demand = demand(Retrievals.full());
        double parts = number(demand, demand.retrieval.orElseThrow().index.held)
                + number(demand, demand.retrieval.orElseThrow().index.structure)
                + number(demand, demand.retrieval.orElseThrow().database.metadata)
                + number(demand, demand.retrieval.orElseThrow().database.headroom);
        assertThat(parts)
                .isCloseTo(number(demand, demand.retrieval.orElseThrow().database.memoryPerReplica), within(1e-12));
    }

    @Test
    void anEncoderTakesItsWeightsAndActivationsAndKeepsNothingOfTokens() {
        Demand demand = demand(Retrievals.full());
        RetrievalModels models = demand.retrieval.orElseThrow().models;
        double weights =
                demand.figures().value(models.weights, EMBEDDING).asNumber().orElseThrow();
        // 109,482,240 parameters of 2 bytes
        assertThat(Unit.GIB.convert(weights, Unit.BYTE)).isCloseTo(218_964_480, within(1.0));
        assertThat(demand.figures().value(models.cache, EMBEDDING)).isEqualTo(Value.of(0));
        // 8,192 tokens of 131,072 bytes
        assertThat(demand.figures().value(models.cache, GUARDRAIL)).isEqualTo(Value.of(1));
        assertThat(number(demand, demand.retrieval.orElseThrow().gpuVms)).isEqualTo(2 + 2 + 1);
    }

    @Test
    void aModelThatIsTooLargeDoesNotFit() {
        Retrieval large = Retrievals.plain()
                .withEmbedding(new Retrieval.Service(
                        ModelId.of("meta-llama/Llama-3.3-70B-Instruct"), NumberFormatId.of("bf16"), Optional.of(1e9)));
        Demand demand = demand(large);
        assertThat(demand.figures().value(demand.retrieval.orElseThrow().models.vms, EMBEDDING))
                .isInstanceOfSatisfying(
                        Value.Unknown.class,
                        unknown -> assertThat(unknown.cellText()).isEqualTo("does not fit"));
    }

    @Test
    void diskHoldsTextAndTheOriginalsOfWhatTheIndexShortens() {
        Demand demand = demand(Retrievals.full());
        double vectors = number(demand, demand.retrieval.orElseThrow().corpus.passages);
        double perReplica = 1.25
                * (bytes(demand, demand.retrieval.orElseThrow().index.memory)
                        + vectors * (120 + 512 * 4)
                        + 4 * number(demand, demand.retrieval.orElseThrow().corpus.embeddedTokens));
        assertThat(bytes(demand, demand.retrieval.orElseThrow().database.diskPerReplica))
                .isCloseTo(perReplica, within(1.0));
        assertThat(number(demand, demand.retrieval.orElseThrow().database.disk))
                .isEqualTo(2 * number(demand, demand.retrieval.orElseThrow().database.diskPerReplica));
        assertThat(number(demand, demand.retrieval.orElseThrow().database.vms)).isEqualTo(2);
    }

    @Test
    void headroomOfTheLibraryIsABandThatRunsOnToMachinesAndMemory() {
        Retrieval plain = Retrievals.plain();
        Demand demand = demand(plain.withCorpus(plain.corpus().withDocuments(3_000_000))
                .withEmbedding(Retrievals.service("Snowflake/snowflake-arctic-embed-m", 1e7)));
        Range memory = demand.figures()
                .band(demand.retrieval.orElseThrow().database.memoryPerReplica, ROW)
                .orElseThrow();
        assertThat(memory.max() / memory.min()).isCloseTo(2 / 1.1, within(1e-9));
        Range vms = demand.figures()
                .band(demand.retrieval.orElseThrow().database.vms, ROW)
                .orElseThrow();
        assertThat(vms.max()).isGreaterThan(vms.min());
        assertThat(demand.figures()
                        .band(demand.retrieval.orElseThrow().memory, ROW)
                        .orElseThrow()
                        .max())
                .isGreaterThan(number(demand, demand.retrieval.orElseThrow().memory));
    }

    @Test
    void moreDocumentsNeverTakeLessAndSmallerElementsNeverMore() {
        Random random = new Random(20261122);
        for (int i = 0; i < 60; i++) {
            int count = 100_000 + random.nextInt(3_000_000);
            int dimensions = 128 * (1 + random.nextInt(12));
            int lists = 1 + random.nextInt(4096);
            int segments = dimensions / (4 + random.nextInt(29));
            int links = 4 + random.nextInt(61);
            String index = List.of("flat", "hnsw", "ivf-flat", "ivf-pq").get(random.nextInt(4));
            String round = "round " + i;
            Retrieval some = vectors(count, dimensions, index, "fp32", links, lists, segments, 8);
            Retrieval more = some.withCorpus(some.corpus().withDocuments(count + 1 + random.nextInt(count)));
            assertThat(memory(more)).as(round).isGreaterThan(memory(some));
            assertThat(memory(vectors(count, dimensions, "ivf-pq", "fp32", links, lists, segments, 8)))
                    .as(round)
                    .isLessThan(memory(vectors(count, dimensions, "flat", "fp32", links, lists, segments, 8)));
            double last = Double.POSITIVE_INFINITY;
            for (String element : List.of("fp32", "fp16", "int8", "binary")) {
                double now = memory(some.withStore(
                        some.store().withIndex(VectorIndexId.of("hnsw")).withElement(VectorElementId.of(element))));
                assertThat(now).as(round + element).isLessThan(last);
                last = now;
            }
            Demand once = demand(some);
            Demand thrice = demand(some.withStore(some.store().withReplicas(3)));
            assertThat(number(thrice, thrice.retrieval.orElseThrow().database.disk))
                    .as(round)
                    .isCloseTo(3 * number(once, once.retrieval.orElseThrow().database.disk), within(1e-9));
        }
    }

    private static double memory(Retrieval workload) {
        Demand demand = demand(workload);
        return number(demand, demand.retrieval.orElseThrow().database.memoryPerReplica);
    }
}
