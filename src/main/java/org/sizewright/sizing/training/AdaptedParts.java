package org.sizewright.sizing.training;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sizewright.library.TuningMethod;
import org.sizewright.library.TuningMethod.Terms;
import org.sizewright.library.model.Feed;
import org.sizewright.library.model.Layer;
import org.sizewright.library.model.Mixer;
import org.sizewright.library.model.ModelShape;
import org.sizewright.library.model.Tensor;
import org.sizewright.library.model.Tensor.Role;
import org.sizewright.library.model.Tensor.Split;

/** What a tuning method trains in a layer and outside of the layers. */
final class AdaptedParts {
    private static final List<String> QKV = List.of("q_proj", "k_proj", "v_proj");
    private static final Terms WHOLE = new Terms(0, 0, 0, 0, 0, 1, 0);
    private static final Terms WHOLE_AND_BIAS = new Terms(0, 0, 0, 0, 1, 1, 0);
    private static final double PRECISE = 4;
    private static final int ENCODER_LAYERS = 3;
    private static final int ADAPTERS_IN_A_LAYER = 2;

    private final TrainingSubject subject;
    private final Tuning tuning;
    private final TuningMethod method;
    private final int rank;
    private final double bytes;

    AdaptedParts(TrainingSubject subject) {
        this.subject = subject;
        tuning = subject.tuning();
        method = tuning.method();
        rank = subject.rank();
        bytes = subject.optimiser().bytesPerParameter() + subject.stack().adapterCopy();
    }

    /** None if the model is trained as a whole. */
    List<AdaptedMatrix> in(Layer layer) {
        return switch (method.trains()) {
            case EVERYTHING, PROMPT, PROMPT_ENCODER, TOKENS -> List.of();
            case MATRICES -> matrices(layer);
            case NORMS -> norms(layer.tensors());
            case PREFIX -> prefix(layer);
            case LAYERS -> {
                int copies = method.terms().rankTimesIn() > 0 ? ADAPTERS_IN_A_LAYER : 1;
                yield List.of(plain("layer", method.terms(), hidden(), hidden(), copies, 0, 0));
            }
        };
    }

    /** @param first whether the embedding is there @param last whether the output head is */
    List<AdaptedMatrix> outside(boolean first, boolean last) {
        ModelShape shape = subject.shape();
        List<AdaptedMatrix> parts = new ArrayList<>();
        switch (method.trains()) {
            case EVERYTHING, MATRICES, PREFIX, LAYERS -> {}
            case PROMPT, PROMPT_ENCODER -> {
                if (first) {
                    parts.add(plain("virtual tokens", method.terms(), hidden(), hidden(), 1, 0, 0));
                }
                if (first && method.trains() == TuningMethod.Trains.PROMPT_ENCODER) {
                    parts.add(plain("encoder", WHOLE_AND_BIAS, hidden(), hidden(), ENCODER_LAYERS, 0, 0));
                }
            }
            case TOKENS -> {
                if (first) {
                    double merged = method.keptUpdate();
                    parts.add(plain("embed_tokens", method.terms(), shape.vocabulary(), hidden(), 1, merged, 0));
                }
            }
            case NORMS -> {
                if (last) {
                    parts.addAll(norms(shape.outside()));
                }
            }
        }
        if (tuning.withEmbeddings() && method.trains() != TuningMethod.Trains.EVERYTHING) {
            for (Tensor tensor : shape.outside()) {
                if ((tensor.role() == Role.EMBEDDING && first) || (tensor.role() == Role.OUTPUT_HEAD && last)) {
                    parts.add(table(tensor));
                }
            }
        }
        return parts;
    }

    /** A copy of the table in the model's own 16 bit is trained: weight, gradient and 16-bit moments. */
    private AdaptedMatrix table(Tensor tensor) {
        double tableBytes = 2 + 2 + Math.min(2 + 2, subject.optimiser().state());
        int tp = subject.layout().tensor();
        return new AdaptedMatrix(
                tensor.name(), WHOLE, tensor.in(), tensor.out(), 1, 1, 1, tp, tableBytes, 0, 0, 0, 0, 0);
    }

    private double hidden() {
        return subject.shape().hidden();
    }

    private AdaptedMatrix plain(
            String name, Terms terms, double in, double out, double copies, double keptUpdate, double keptPerSequence) {
        return new AdaptedMatrix(name, terms, in, out, copies, 1, 1, 1, bytes, 0, 0, 0, keptUpdate, keptPerSequence);
    }

    private List<AdaptedMatrix> norms(List<Tensor> tensors) {
        return tensors.stream()
                .filter(tensor -> tensor.role() == Role.NORM
                        && tensor.out() == subject.shape().hidden())
                .map(tensor -> plain(tensor.name(), method.terms(), 1, tensor.out(), tensor.copies(), 0, 0))
                .toList();
    }

    private List<AdaptedMatrix> prefix(Layer layer) {
        if (!(layer.mixer() instanceof Mixer.Attention attention)) {
            return List.of();
        }
        double keys = (double) attention.heads() * attention.headDim();
        double cached = (double) attention.kvHeads() * attention.headDim();
        double cachedValues = (double) attention.kvHeads() * attention.valueDim();
        // keys and values of the virtual tokens stand once per layer and once repeated to all heads
        double kept = 4 * keys + 2 * (cached + cachedValues);
        return List.of(plain("prefix", method.terms(), 0, cached + cachedValues, 1, 0, kept));
    }

    private List<AdaptedMatrix> matrices(Layer layer) {
        Map<String, List<Tensor>> modules = modules(layer);
        List<AdaptedMatrix> parts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        modules.forEach((name, tensors) -> {
            boolean firstOfInput = seen.add(inputOf(name));
            parts.add(adapted(layer, name, tensors, firstOfInput));
        });
        return parts;
    }

    /** Dropout of q, k and v is one where they are one matrix. */
    private String inputOf(String name) {
        return subject.stack().joinsQkv() && QKV.contains(name) ? "qkv" : name;
    }

    /** The adapted modules by name: single matrices, or several that code holds as one. */
    private Map<String, List<Tensor>> modules(Layer layer) {
        List<Tensor> matrices = layer.tensors().stream()
                .filter(tensor -> tensor.isMatrix() && tensor.quantised() && tensor.role() != Role.INDEXER)
                .toList();
        Map<String, List<String>> fused = subject.shape().wiring().modules();
        Map<String, List<Tensor>> modules = new LinkedHashMap<>();
        for (String target : targets()) {
            if (target.equals(Tuning.ALL_LINEAR)) {
                for (Tensor tensor : matrices) {
                    modules.computeIfAbsent(moduleOf(tensor, fused), name -> new ArrayList<>())
                            .add(tensor);
                }
            } else if (fused.containsKey(target)) {
                List<Tensor> parts = matrices.stream()
                        .filter(tensor -> fused.getOrDefault(target, List.of()).contains(tensor.name()))
                        .toList();
                if (!parts.isEmpty()) {
                    modules.put(target, parts);
                }
            } else {
                matrices.stream()
                        .filter(tensor ->
                                tensor.name().equals(target) || tensor.name().endsWith("." + target))
                        .forEach(tensor -> modules.put(tensor.name(), List.of(tensor)));
            }
        }
        return modules;
    }

    private List<String> targets() {
        if (!tuning.targets().isEmpty()) {
            return tuning.targets();
        }
        return subject.stack().adaptsAll() ? List.of(Tuning.ALL_LINEAR) : method.targets();
    }

    private static String moduleOf(Tensor tensor, Map<String, List<String>> fused) {
        return fused.entrySet().stream()
                .filter(entry -> entry.getValue().contains(tensor.name()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(tensor.name());
    }

    private AdaptedMatrix adapted(Layer layer, String name, List<Tensor> tensors, boolean firstOfInput) {
        Tensor one = tensors.getFirst();
        double in = one.in();
        double out = tensors.stream().mapToDouble(Tensor::out).sum();
        boolean inMlp = one.role() != Role.ATTENTION && one.role() != Role.RECURRENCE;
        boolean expert = one.role() == Role.EXPERTS;
        double visited = expert && layer.feed() instanceof Feed.Experts experts ? experts.perToken() : one.copies();
        int tp = subject.layout().tensor();
        boolean precise = subject.optimiser().weight() >= PRECISE;
        double keptIn =
                precise ? method.kept().in() : firstOfInput ? subject.stack().dropoutKept() : 0;
        double keptOut = precise ? method.kept().out() : 0;
        if (precise && method.rule() == TuningMethod.Rule.IA3 && inMlp) {
            keptIn = method.kept().out();
            keptOut = 0;
        }
        return new AdaptedMatrix(
                name,
                AdapterRules.terms(tuning, rank, in, out, inMlp),
                in,
                out,
                one.copies(),
                visited,
                one.split() == Split.ROWS ? tp : 1,
                one.split() == Split.COLUMNS || one.split() == Split.KV_HEADS ? tp : 1,
                bytes,
                keptIn,
                keptOut,
                precise ? method.kept().rank() : 2,
                method.keptUpdate(),
                0);
    }
}
