package org.sizewright.buildsheet;

import java.util.ArrayList;
import java.util.List;

/** What the models of the plan are made of: every matrix and vector, allocation, kind of layer and stage, as live formulas. */
final class ModelsSheet {
    private ModelsSheet() {}

    static Sheet of(Material material) {
        List<Block> blocks = new ArrayList<>();
        material.details()
                .forEach((rows, figures) -> blocks.add(material.tables().rowsDown(rows.title(), rows, figures)));
        return new Sheet(
                "models",
                "Models",
                "What the models are made of. The sizing sums these rows up.",
                Sheet.Group.WORKINGS,
                blocks);
    }
}
