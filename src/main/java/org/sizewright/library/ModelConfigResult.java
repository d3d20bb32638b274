package org.sizewright.library;

import java.util.List;
import java.util.Optional;
import org.sizewright.library.model.ModelConfig;
import org.sizewright.library.model.ModelShape;

/** What became of a configuration file. */
public sealed interface ModelConfigResult {
    record Parsed(ModelArchitecture model, ModelShape shape) implements ModelConfigResult {}

    /**
     * Not taken, with a sentence for each reason.
     *
     * @param config what was read all the same; empty if the file is no configuration
     */
    record Refused(List<String> reasons, Optional<ModelConfig> config) implements ModelConfigResult {
        public Refused(List<String> reasons) {
            this(reasons, Optional.empty());
        }

        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
