package org.sizewright.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelUseTest {
    private static final Library LIBRARY = LibraryReader.bundled().library();

    private static ModelUse use(String id) {
        return LIBRARY.useOf(LIBRARY.model(ModelId.of(id)).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "meta-llama/Llama-3.1-8B-Instruct, GENERATION",
        "openai-community/gpt2, GENERATION",
        "google/flan-t5-base, GENERATION",
        // by the class that the configuration names
        "Snowflake/snowflake-arctic-embed-m, EMBEDDING",
        "intfloat/e5-mistral-7b-instruct, EMBEDDING",
        "nvidia/llama-3.2-nv-embedqa-1b-v2, EMBEDDING",
        "BAAI/bge-reranker-v2-m3, RERANKER",
        "nvidia/llama-3.2-nv-rerankqa-1b-v2, RERANKER",
        // by the family
        "sentence-transformers/all-MiniLM-L6-v2, EMBEDDING",
        // as the record says
        "Qwen/Qwen3-Embedding-8B, EMBEDDING",
        "Qwen/Qwen3-Reranker-4B, RERANKER",
        "meta-llama/Llama-Guard-3-8B, GUARDRAIL",
    })
    void followsFromTheRecordTheConfigurationOrTheFamily(String id, ModelUse use) {
        assertThat(use(id)).isEqualTo(use);
    }

    @Test
    void thereAreModelsForEveryUseAndTheyComeFirst() {
        for (ModelUse use : ModelUse.values()) {
            List<ModelArchitecture> models = LIBRARY.modelsFor(use);
            long fitting =
                    models.stream().filter(model -> LIBRARY.useOf(model) == use).count();
            assertThat(models).hasSameElementsAs(LIBRARY.models());
            assertThat(models.stream().limit(fitting)).allMatch(model -> LIBRARY.useOf(model) == use);
            assertThat(fitting).as(use.word()).isGreaterThanOrEqualTo(6);
        }
    }

    @Test
    void aWordThatIsNoUseIsRefused() {
        String json = """
                {"id": "own/model", "name": "model", "use": "cooking", "evidence": "typed in", "sources": [],
                 "config": {"model_type": "llama"}}""";
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() ->
                        RecordCodec.read(RecordKind.MODEL, JsonFiles.parse(json.getBytes(StandardCharsets.UTF_8)))))
                .isInstanceOf(InvalidRecord.class)
                .hasMessageContaining("cooking");
    }
}
