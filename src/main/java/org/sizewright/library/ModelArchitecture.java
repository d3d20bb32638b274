package org.sizewright.library;

import java.util.List;
import java.util.Optional;
import org.sizewright.figure.Evidence;
import org.sizewright.library.model.ModelConfig;

/**
 * A language model by its published configuration; what it is made of follows from that and the traits of its family
 * ({@link Library#shape}). A model whose family nobody has described yet is known by its totals.
 *
 * @param use what it was made for, where neither its configuration nor its family says so ({@link Library#useOf})
 * @param config the published {@code config.json}, or what of it counts
 * @param totals what is typed in where no configuration can be read; goes before the configuration
 * @param parametersTotal count computed or published elsewhere, a cross-check only
 */
public record ModelArchitecture(
        ModelId id,
        String name,
        Optional<Integer> year,
        Optional<ModelUse> use,
        Optional<ModelConfig> config,
        Optional<ModelTotals> totals,
        Optional<Long> parametersTotal,
        Optional<Long> parametersActive,
        Optional<String> notes,
        Evidence evidence,
        List<String> sources)
        implements LibraryRecord {

    public ModelArchitecture {
        Checks.notBlank("name", name);
        if (config.isEmpty() && totals.isEmpty()) {
            throw new IllegalArgumentException("\"config\" is missing, and there are no \"totals\" instead");
        }
        sources = List.copyOf(sources);
    }

    /** A model that is used as its configuration and its family let expect. */
    public ModelArchitecture(
            ModelId id,
            String name,
            Optional<Integer> year,
            Optional<ModelConfig> config,
            Optional<ModelTotals> totals,
            Optional<Long> parametersTotal,
            Optional<Long> parametersActive,
            Optional<String> notes,
            Evidence evidence,
            List<String> sources) {
        this(
                id,
                name,
                year,
                Optional.empty(),
                config,
                totals,
                parametersTotal,
                parametersActive,
                notes,
                evidence,
                sources);
    }

    /** The family that the configuration names; empty if it names none. */
    public String family() {
        return config.flatMap(ModelConfigReader::typeOf).orElse("");
    }

    @Override
    public RecordKind kind() {
        return RecordKind.MODEL;
    }

    @Override
    public String key() {
        return id.value();
    }
}
