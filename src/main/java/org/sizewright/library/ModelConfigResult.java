package org.sizewright.library;

import java.util.List;
import org.sizewright.library.model.ModelShape;

/** What became of a configuration file. */
public sealed interface ModelConfigResult {
    record Parsed(ModelArchitecture model, ModelShape shape) implements ModelConfigResult {}

    /** Not taken, with a sentence for each reason. */
    record Refused(List<String> reasons) implements ModelConfigResult {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
