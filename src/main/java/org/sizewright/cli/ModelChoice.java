package org.sizewright.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sizewright.figure.ValueText;
import org.sizewright.library.Library;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.ModelTotals;
import org.sizewright.library.model.ModelShape;
import org.sizewright.library.model.ShapeResult;
import org.sizewright.session.ModelFile;

/**
 * A model that was named: one of the library, a configuration, or totals that were typed in.
 *
 * @param notes what its files say besides
 */
record ModelChoice(ModelArchitecture model, ModelShape shape, List<String> notes) {
    private static final double MOST = 1e15;
    private static final double SAME = 0.0005;
    private static final List<String> NEEDED =
            List.of("parameters", "hidden", "layers", "heads", "kv-heads", "head-dim", "vocabulary", "mlp");
    private static final List<String> OF_EXPERTS = List.of("active", "experts", "experts-per-token");

    ModelChoice {
        notes = List.copyOf(notes);
    }

    /** @throws IllegalArgumentException with a sentence if nothing or several are meant, or the model cannot be sized */
    static ModelChoice of(String wanted, Library library) {
        if (wanted.toLowerCase(Locale.ROOT).endsWith(".json")) {
            return ofFile(Path.of(wanted), library);
        }
        return of(
                RecordNames.of("model", library.models(), each -> each.id().value(), ModelArchitecture::name)
                        .find(wanted),
                library);
    }

    /**
     * A model of which only totals are known.
     *
     * @param typed such as {@code hidden=4096}
     * @throws IllegalArgumentException with a sentence if they are incomplete or contradict
     */
    static ModelChoice ofTotals(Optional<String> name, List<String> typed, Library library) {
        return of(
                ModelFile.typed(name.filter(each -> !each.isBlank()).orElse("Model"), totals(typed), library), library);
    }

    private static ModelChoice of(ModelArchitecture model, Library library) {
        return switch (library.shape(model)) {
            case ShapeResult.Known known -> new ModelChoice(model, known.shape(), List.of());
            case ShapeResult.Refused refused ->
                throw new IllegalArgumentException(String.join("; ", refused.reasons()));
        };
    }

    private static ModelChoice ofFile(Path file, Library library) {
        return switch (ModelFile.read(List.of(file), library)) {
            case ModelFile.Known known ->
                new ModelChoice(
                        known.model(),
                        known.shape(),
                        known.weights().map(ModelChoice::said).stream().toList());
            case ModelFile.Refused refused ->
                throw new IllegalArgumentException("the file " + file + " is no model that can be sized: "
                        + String.join("; ", refused.reasons()) + "; its totals can be given with --totals");
        };
    }

    /** What the index of the weights says, held against the configuration. */
    private static String said(ModelFile.Weights weights) {
        return switch (weights) {
            case ModelFile.Weights.Unreadable unreadable ->
                "The index of the weights was not used: " + unreadable.reason();
            case ModelFile.Weights.Stated stated -> {
                String size = "The index of the weights beside it states " + ValueText.number(stated.bytes() / 1e9, 3)
                        + " GB in " + ValueText.number(stated.tensors()) + " tensors";
                if (stated.difference().isEmpty()) {
                    yield size + "; how they are stored (" + stated.how()
                            + ") is not known, so that nothing is compared.";
                }
                double more = stated.difference().get();
                yield Math.abs(more) <= SAME
                        ? size + ", as the configuration comes to in " + stated.how() + "."
                        : size + "; the configuration comes to "
                                + ValueText.number(stated.computed().orElseThrow() / 1e9, 3) + " GB in " + stated.how()
                                + ", a difference of " + ValueText.number(more * 100, 2)
                                + " %: trust the index, and check the configuration.";
            }
        };
    }

    private static ModelTotals totals(List<String> typed) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String each : typed) {
            String[] parts = each.split("=", 2);
            String key = parts[0].strip().toLowerCase(Locale.ROOT);
            if (parts.length < 2 || !(NEEDED.contains(key) || OF_EXPERTS.contains(key))) {
                throw TypedNumber.refused(
                        "--totals",
                        "NAME=N with names of " + String.join(", ", NEEDED) + ", " + String.join(", ", OF_EXPERTS),
                        each);
            }
            if (given.put(key, parts[1]) != null) {
                throw new IllegalArgumentException("--totals says " + key + " twice");
            }
        }
        List<String> missing = new ArrayList<>(NEEDED);
        if (OF_EXPERTS.stream().anyMatch(given::containsKey)) {
            missing.addAll(OF_EXPERTS);
        }
        missing.removeAll(given.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("--totals lacks " + String.join(", ", missing));
        }
        return new ModelTotals(
                count(given, "parameters"),
                whole(given, "hidden", 1_000_000),
                whole(given, "layers", 10_000),
                whole(given, "heads", 100_000),
                whole(given, "kv-heads", 100_000),
                whole(given, "head-dim", 100_000),
                whole(given, "vocabulary", 100_000_000),
                whole(given, "mlp", 10_000_000),
                given.containsKey("experts")
                        ? Optional.of(new ModelTotals.Experts(
                                count(given, "active"),
                                whole(given, "experts", 100_000),
                                whole(given, "experts-per-token", 100_000)))
                        : Optional.empty());
    }

    private static long count(Map<String, String> given, String key) {
        return Math.round(TypedNumber.count(key + " of --totals", given.getOrDefault(key, ""), MOST));
    }

    private static int whole(Map<String, String> given, String key, int most) {
        return TypedNumber.whole(key + " of --totals", given.getOrDefault(key, ""), 1, most);
    }
}
