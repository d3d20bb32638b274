package org.sizewright.library;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sizewright.figure.Evidence;

/**
 * The constants that turn the sizes of a model and the data sheet of a GPU into times, fitted on measured runs of one engine; with
 * what was measured, so that an estimate can say whether anything stands behind it.
 *
 * @param engine beginning of the engine's id and of its name in reports, in small letters
 * @param load what the runs did
 * @param constants of several with the same name the one counts whose conditions hold and are most
 * @param measured how many cases were measured on which GPU
 * @param families families of the models that were measured
 * @param bands how far estimates were off, by figure
 */
public record ThroughputModel(
        String id,
        String title,
        String engine,
        Kind load,
        List<Constant> constants,
        List<Measured> measured,
        List<String> families,
        List<Band> bands,
        Optional<String> notes,
        Evidence evidence,
        List<String> sources)
        implements LibraryRecord {
    /** What runs did. */
    public enum Kind {
        /** As many requests as fit, always. */
        LOAD("load"),
        /** One batch of equal requests from beginning to end. */
        STREAM("stream"),
        /** Texts read in full batches, without answers: embedding, reranking. */
        READ("read");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * @param value in seconds, bytes or a share, as the name says
     * @param low lowest value when one model or case was left out
     * @param high highest value when one was left out
     * @param cases how many cases it was fitted on; 0 if it was set
     * @param of the GPU's figure that a share is a share of
     */
    public record Constant(
            String name,
            double value,
            Optional<Double> low,
            Optional<Double> high,
            int cases,
            When when,
            Optional<MathFormat> of) {
        public Constant {
            Checks.notBlank("name", name);
            Checks.atLeast("cases", 0, cases);
            if (low.orElse(value) > value || high.orElse(value) < value) {
                throw new IllegalArgumentException("\"" + name + "\" is not between its low and high");
            }
        }
    }

    /**
     * What must hold for a constant; what is empty holds always.
     *
     * @param memory beginning of the GPU's memory type, such as {@code HBM}
     * @param compute what the format of the weights is calculated in
     * @param format beginning of the id of the format of the weights
     * @param families families of models
     */
    public record When(
            Optional<String> architecture,
            Optional<String> memory,
            Optional<String> form,
            Optional<MathFormat> compute,
            Optional<String> format,
            List<String> families) {
        public static final When ALWAYS = new When(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

        public When {
            families = List.copyOf(families);
        }

        boolean holds(Gpu gpu, NumberFormat weights, MathFormat computed, String family) {
            return architecture.map(gpu.architecture()::startsWith).orElse(true)
                    && memory.map(gpu.memory().type().orElse("")::startsWith).orElse(true)
                    && form.map(gpu.form()::equals).orElse(true)
                    && compute.map(computed::equals).orElse(true)
                    && format.map(weights.id().value()::startsWith).orElse(true)
                    && (families.isEmpty() || families.contains(family));
        }

        private int conditions() {
            return (families.isEmpty() ? 0 : 1)
                    + count(architecture)
                    + count(memory)
                    + count(form)
                    + count(compute)
                    + count(format);
        }

        private static int count(Optional<?> condition) {
            return condition.isPresent() ? 1 : 0;
        }
    }

    /** So many cases on that GPU. */
    public record Measured(GpuId gpu, int cases) {
        public Measured {
            Checks.atLeast("cases", 1, cases);
        }
    }

    /**
     * The band of one figure's estimates.
     *
     * @param other whether it is for models of families that were not measured
     */
    public record Band(String figure, String band, boolean other) {}

    public ThroughputModel {
        Checks.notBlank("id", id);
        Checks.notBlank("engine", engine);
        constants = List.copyOf(constants);
        measured = List.copyOf(measured);
        families = List.copyOf(families);
        bands = List.copyOf(bands);
        sources = List.copyOf(sources);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.THROUGHPUT_MODEL;
    }

    @Override
    public String key() {
        return id;
    }

    /** Whether it was measured with that engine. */
    public boolean isOf(String engineName) {
        return engineName.toLowerCase(Locale.ROOT).startsWith(engine);
    }

    /** How many cases were measured on that GPU. */
    public int casesOn(GpuId gpu) {
        return measured.stream()
                .filter(each -> each.gpu().equals(gpu))
                .mapToInt(Measured::cases)
                .sum();
    }

    /** All cases. */
    public int cases() {
        return measured.stream().mapToInt(Measured::cases).sum();
    }

    public boolean isMeasuredFamily(String family) {
        return families.contains(family);
    }

    /** The id of the band of that figure for models of that family; empty if none was earned. */
    public Optional<String> bandOf(String figure, String family) {
        return bands.stream()
                .filter(band -> band.figure().equals(figure))
                .filter(band -> !band.other() || !isMeasuredFamily(family))
                .max(Comparator.comparing(Band::other))
                .map(Band::band);
    }

    /**
     * Of constants of one name the one that counts here: that with the most conditions that hold.
     *
     * @param computed what is calculated in: that of the format, or 16 bit where the GPU knows no other
     * @param family of the model
     */
    public static Optional<Constant> best(
            List<Constant> candidates, Gpu gpu, NumberFormat weights, MathFormat computed, String family) {
        Optional<Constant> found = Optional.empty();
        int most = -1;
        for (Constant constant : candidates) {
            if (constant.when().conditions() > most && constant.when().holds(gpu, weights, computed, family)) {
                found = Optional.of(constant);
                most = constant.when().conditions();
            }
        }
        return found;
    }
}
