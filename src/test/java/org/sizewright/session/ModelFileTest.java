package org.sizewright.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sizewright.library.Library;
import org.sizewright.library.LibraryReader;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.ModelId;
import org.sizewright.library.ModelTotals;

class ModelFileTest {
    private static final Library SHIPPED = LibraryReader.bundled().library();

    /** Two layers: embedding and head 2 x 131,072, each layer 49,152 + 196,608 + 256, last norm 128: 754,304 parameters. */
    private static final String TINY = """
            {"model_type": "llama", "hidden_size": 128, "num_hidden_layers": 2, "num_attention_heads": 4,
             "num_key_value_heads": 2, "intermediate_size": 512, "vocab_size": 1024,
             "max_position_embeddings": 4096, "tie_word_embeddings": false%s}
            """;

    @TempDir
    private Path home;

    private Path config(String folder, String content) throws IOException {
        Path made = Files.createDirectories(home.resolve(folder));
        return Files.writeString(made.resolve("config.json"), content);
    }

    private static void index(Path config, String content) throws IOException {
        Files.writeString(config.resolveSibling("model.safetensors.index.json"), content);
    }

    private static ModelFile.Known known(Path... files) {
        return (ModelFile.Known) ModelFile.read(List.of(files), SHIPPED);
    }

    @Test
    void aKeptModelIsReadAgainWithoutFault() throws IOException {
        ModelFile.Known found = known(config("my-model", TINY.formatted("")));
        UserLibrary library = UserLibrary.of(SHIPPED, home.resolve("library"));
        assertThat(library.keep(found.model()).kind()).isEqualTo(Notice.Kind.DONE);
        assertThat(library.problems()).isEmpty();
        assertThat(library.library().model(ModelId.of("my-model"))).contains(found.model());
    }

    @Test
    void totalsThatWereTypedInAreReadAgainToo() {
        ModelTotals totals = new ModelTotals(7_240_000_000L, 4096, 32, 32, 8, 128, 128_256, 14_336, Optional.empty());
        ModelArchitecture model = ModelFile.typed("novel-7b", totals, SHIPPED);
        UserLibrary library = UserLibrary.of(SHIPPED, home.resolve("library"));
        assertThat(library.keep(model).kind()).isEqualTo(Notice.Kind.DONE);
        assertThat(library.problems()).isEmpty();
        assertThat(library.library().model(model.id())).contains(model);
    }

    @Test
    void theIndexIsFoundBesideAndHeldAgainstTwoBytesPerParameter() throws IOException {
        Path config = config("my-model", TINY.formatted(""));
        index(config, "{\"metadata\": {\"total_size\": 1508608}, \"weight_map\": {\"a\": \"x\"}}");
        ModelFile.Weights.Stated weights =
                (ModelFile.Weights.Stated) known(config).weights().orElseThrow();
        assertThat(weights.computed()).hasValue(1_508_608);
        assertThat(weights.difference()).contains(0.0);
        // the index alone leads to the configuration beside it
        assertThat(known(config.resolveSibling("model.safetensors.index.json")).name())
                .isEqualTo("my-model");
    }

    @Test
    void quantisedWeightsAreComparedInTheirFormatOrNotAtAll() throws IOException {
        Path fp8 = config("fp8", TINY.formatted(", \"quantization_config\": {\"quant_method\": \"fp8\"}"));
        index(fp8, "{\"metadata\": {\"total_size\": 1000000}}");
        ModelFile.Weights.Stated stated =
                (ModelFile.Weights.Stated) known(fp8).weights().orElseThrow();
        assertThat(stated.how()).startsWith("FP8");
        // 491,520 matrix parameters in a byte each, the others in two, and a little for the scales
        assertThat(stated.computed().orElseThrow()).isBetween(1_017_088L, 1_060_000L);
        Path other = config("other", TINY.formatted(", \"quantization_config\": {\"quant_method\": \"brand-new\"}"));
        index(other, "{\"metadata\": {\"total_size\": 1000000}}");
        ModelFile.Weights.Stated open =
                (ModelFile.Weights.Stated) known(other).weights().orElseThrow();
        assertThat(open.computed()).isEmpty();
        assertThat(open.difference()).isEmpty();
    }

    @Test
    void namesComeFromFoldersThatSaySomething() throws IOException {
        assertThat(known(config("models--acme--brain/snapshots/0123abcd", TINY.formatted("")))
                        .model()
                        .id())
                .isEqualTo(ModelId.of("acme/brain"));
        assertThat(known(config("Downloads", TINY.formatted(""))).model().id().value())
                .startsWith("llama-");
        String taken = "meta-llama/Llama-3.1-8B-Instruct";
        assertThat(known(config("models--meta-llama--Llama-3.1-8B-Instruct", TINY.formatted("")))
                        .model()
                        .id())
                .isEqualTo(ModelId.of(taken + "-2"));
    }

    @Test
    void whatCannotBeReadSaysWhyAndKeepsItsNumbers() throws IOException {
        ModelFile.Refused unknown = (ModelFile.Refused) ModelFile.read(
                List.of(config("novel", "{\"model_type\": \"novel\", \"n_embd\": 64, \"n_layer\": 3}")), SHIPPED);
        assertThat(unknown.reasons()).anySatisfy(reason -> assertThat(reason).contains("novel"));
        assertThat(unknown.numbers().hidden()).hasValue(64);
        assertThat(unknown.numbers().layers()).hasValue(3);
        assertThat(unknown.numbers().heads()).isEmpty();
        ModelFile.Refused broken = (ModelFile.Refused) ModelFile.read(List.of(config("broken", "{")), SHIPPED);
        assertThat(broken.reasons().getFirst()).startsWith("this is not JSON");
        Path config = config("half", TINY.formatted(""));
        index(config, "{\"metadata\": {}}");
        assertThat(known(config).weights().orElseThrow()).isInstanceOf(ModelFile.Weights.Unreadable.class);
    }
}
