package org.sizewright.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders of models as they are downloaded: a configuration, and the index of the weights beside it. */
final class ModelFolder {
    private ModelFolder() {}

    /** Llama with 8,030,261,248 parameters in 16 bit; the index states 1 % more than they take. */
    static Path llama(Path parent) throws IOException {
        Path folder = Files.createDirectories(parent.resolve("new-llama-8b"));
        Files.writeString(folder.resolve("model.safetensors.index.json"), """
                {"metadata": {"total_size": 16221127721}, "weight_map": {"a": "x", "b": "x"}}
                """);
        return Files.writeString(folder.resolve("config.json"), """
                {"model_type": "llama", "hidden_size": 4096, "num_hidden_layers": 32, "num_attention_heads": 32,
                 "num_key_value_heads": 8, "intermediate_size": 14336, "vocab_size": 128256, "torch_dtype": "bfloat16",
                 "max_position_embeddings": 65536, "tie_word_embeddings": false}
                """);
    }

    /** A family that nobody has described. */
    static Path unknown(Path parent) throws IOException {
        Path folder = Files.createDirectories(parent.resolve("novel-7b"));
        return Files.writeString(folder.resolve("config.json"), """
                {"model_type": "novel_family", "hidden_size": 4096, "num_hidden_layers": 32, "num_attention_heads": 32,
                 "num_key_value_heads": 8, "intermediate_size": 14336, "vocab_size": 128256}
                """);
    }
}
