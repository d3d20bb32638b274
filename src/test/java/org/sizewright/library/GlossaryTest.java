package org.sizewright.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sizewright.figure.Evidence;

class GlossaryTest {
    private static final Library SHIPPED = LibraryReader.bundled().library();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token",
                "embedding",
                "LoRA",
                "RAG",
                "KV cache",
                "TTFT",
                "TPOT",
                "Little's law",
                "GQA",
                "MLA",
                "NF4",
                "MXFP4",
                "NVFP4",
                "GPTQ",
                "AWQ",
                "IA3",
                "P-tuning",
                "GRPO",
                "ZeRO",
                "FSDP",
                "HNSW",
                "IVF",
                "PQ",
                "MIG",
                "vGPU",
                "frame buffer",
                "GB",
                "GiB",
                "MFU",
                "roofline",
                "activation checkpointing",
                "checkpoint",
                "calibration",
                "hallucination",
                "grounding",
                "zero-shot",
                "prompt engineering",
                "guardrails"
            })
    void explainsTheWordsOfTheField(String word) {
        assertThat(SHIPPED.glossary())
                .filteredOn(
                        term -> term.term().equals(word) || term.otherNames().contains(word))
                .hasSize(1);
    }

    @Test
    void isShortAndSaysWhatItMeansForSizing() {
        assertThat(SHIPPED.glossary()).hasSizeGreaterThan(100).allSatisfy(term -> {
            assertThat(term.explanation()).endsWith(".").hasSizeLessThan(330);
            assertThat(term.explanation().split("[.] ")).hasSizeLessThanOrEqualTo(3);
            assertThat(term.sizing())
                    .hasValueSatisfying(text -> assertThat(text).endsWith(".").hasSizeLessThan(260));
            assertThat(term.seeAlso()).isNotEmpty();
        });
    }

    @Test
    void aTermIsReadAsItWasWritten() {
        GlossaryTerm term = term("a", "alpha", List.of("b"));
        LibraryRead read = LibraryReader.read(
                "glossary.json",
                ("{\"format\": \"sizewright-library\", \"schema\": 1, \"kind\": \"glossary\", \"records\": ["
                                + RecordCodec.toJson(term) + "]}")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(read.problems()).isEmpty();
        assertThat(read.library().glossary()).containsExactly(term);
    }

    @Test
    void theCheckFindsALinkToNowhereAndANameThatTwoTermsShare() {
        Library broken = Library.of(List.of(term("a", "alpha", List.of("b")), term("b", "Alpha", List.of("c"))));
        assertThat(LibraryCheck.problemsOf(broken))
                .extracting(LibraryProblem::toLine)
                .anyMatch(line -> line.contains("the term \"c\" does not exist"))
                .anyMatch(line -> line.contains("it shares the name [alpha] with the term \"b\""));
        assertThatThrownBy(() -> term("a", "alpha", List.of("a"))).hasMessageContaining("names the term itself");
    }

    private static GlossaryTerm term(String id, String name, List<String> seeAlso) {
        return new GlossaryTerm(
                id, name, List.of(), "A thing.", Optional.of("Costs memory."), seeAlso, Evidence.RECALLED, List.of());
    }
}
