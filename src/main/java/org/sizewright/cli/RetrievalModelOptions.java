package org.sizewright.cli;

import java.util.Optional;
import java.util.stream.Stream;
import org.sizewright.library.Library;
import org.sizewright.library.NumberFormat;
import org.sizewright.plan.ResolvedWorkload.Search;
import org.sizewright.plan.Retrieval;
import org.sizewright.plan.VmShape;
import picocli.CommandLine.Option;

/** The models that retrieval needs, and the machines of its database. */
final class RetrievalModelOptions {
    @Option(
            names = "--embedding",
            paramLabel = "MODEL",
            description = "turns passages and queries into vectors (default: bge-m3)")
    private Optional<String> embedding = Optional.empty();

    @Option(
            names = "--embedding-rate",
            paramLabel = "TOKENS/S",
            description = "tokens that one machine embeds in a second, as measured; else estimated")
    private Optional<String> embeddingRate = Optional.empty();

    @Option(names = "--reranker", paramLabel = "MODEL", description = "puts passages in order (default: none)")
    private Optional<String> reranker = Optional.empty();

    @Option(names = "--reranker-precision", paramLabel = "FORMAT", description = "where it is not --precision")
    private Optional<String> rerankerPrecision = Optional.empty();

    @Option(names = "--reranker-rate", paramLabel = "TOKENS/S", description = "as measured; else estimated")
    private Optional<String> rerankerRate = Optional.empty();

    @Option(
            names = "--guardrail",
            paramLabel = "MODEL",
            description = "reads what is asked and answered (default: none)")
    private Optional<String> guardrail = Optional.empty();

    @Option(names = "--guardrail-precision", paramLabel = "FORMAT", description = "where it is not --precision")
    private Optional<String> guardrailPrecision = Optional.empty();

    @Option(names = "--guardrail-rate", paramLabel = "TOKENS/S", description = "as measured; else estimated")
    private Optional<String> guardrailRate = Optional.empty();

    @Option(
            names = "--database-vm",
            paramLabel = "VCPUSxGIB",
            description = "machine of the database, without GPU (default: 16x64)")
    private Optional<String> databaseVm = Optional.empty();

    /** Looks up a number format by what was typed. */
    interface Formats {
        NumberFormat find(String name);
    }

    Search.Model embedding(Retrieval start, String precision, Formats formats, Library library) {
        return model(
                "--embedding",
                embedding.orElse(start.embedding().model().value()),
                precision,
                embeddingRate,
                false,
                formats,
                library);
    }

    Optional<Search.Model> reranker(String precision, Formats formats, Library library) {
        refuseWithout("--reranker", reranker, rerankerPrecision, rerankerRate);
        return reranker.map(name ->
                model("--reranker", name, rerankerPrecision.orElse(precision), rerankerRate, false, formats, library));
    }

    Optional<Search.Model> guardrail(String precision, Formats formats, Library library) {
        refuseWithout("--guardrail", guardrail, guardrailPrecision, guardrailRate);
        return guardrail.map(name -> model(
                "--guardrail", name, guardrailPrecision.orElse(precision), guardrailRate, true, formats, library));
    }

    VmShape databaseVm(VmShape usual) {
        return databaseVm
                .map(text -> ServingOptions.machine("--database-vm", text))
                .orElse(usual);
    }

    private static void refuseWithout(
            String option, Optional<String> name, Optional<String> format, Optional<String> rate) {
        if (name.isEmpty() && Stream.of(format, rate).anyMatch(Optional::isPresent)) {
            throw new IllegalArgumentException(option + " is missing: name the model that " + option
                    + (format.isPresent() ? "-precision" : "-rate") + " is about");
        }
    }

    private static Search.Model model(
            String option,
            String name,
            String precision,
            Optional<String> rate,
            boolean answers,
            Formats formats,
            Library library) {
        ModelChoice found = ModelChoice.of(name, library);
        NumberFormat format = formats.find(precision);
        Retrieval.Service service = new Retrieval.Service(
                found.model().id(), format.id(), rate.map(text -> TypedNumber.decimal(option + "-rate", text)));
        return Search.Model.of(library, service, found.model(), found.shape(), format, answers);
    }
}
