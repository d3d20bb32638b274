package org.sizewright.sizing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sizewright.figure.RowKey;
import org.sizewright.library.model.Layer;
import org.sizewright.library.model.Mixer;
import org.sizewright.library.model.ModelShape;
import org.sizewright.library.model.Tensor;
import org.sizewright.library.model.Tensor.Role;

/**
 * The layers of a model that one stage of a pipeline holds, as rows: equal tensors together, equal kinds of memory together. A
 * model without pipeline is one stage.
 *
 * @param layers in their order
 * @param counted the same, each different one once
 */
record Stage(
        RowKey row,
        LlmSubject subject,
        int index,
        int count,
        int firstLayer,
        List<Layer> layers,
        List<Layer.Counted> counted) {
    /**
     * Equal tensors of a stage.
     *
     * @param times in how many layers they stand
     * @param counted whether they add to the parameters: a tied output head is a second copy
     */
    record Part(RowKey row, Stage stage, Tensor tensor, long times, boolean counted) {
        long copies() {
            return times * tensor.copies();
        }
    }

    /**
     * Layers of a stage that remember tokens in the same way, leaving aside keys of an indexer.
     *
     * @param indexerDim width of the key of an indexer, on average over these layers
     */
    record Kind(RowKey row, Stage stage, Mixer mixer, int layers, double indexerDim) {}

    static List<Stage> of(LlmSubject subject) {
        int stages =
                Math.min(subject.parallel().pipeline(), subject.shape().layers().size());
        int[] sizes = sizes(subject.shape().layers().size(), stages);
        List<Stage> all = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < stages; i++) {
            RowKey row = stages == 1
                    ? subject.row()
                    : new RowKey(
                            subject.row().id() + "s" + (i + 1), subject.row().title() + ", stage " + (i + 1));
            List<Layer> layers = subject.shape().layers().subList(from, from + sizes[i]);
            all.add(new Stage(row, subject, i, stages, from, layers, Layer.counted(layers)));
            from += sizes[i];
        }
        return all;
    }

    /** Even shares; what is left over goes to the stages before the last, the last one having the output head. */
    private static int[] sizes(int layers, int stages) {
        int[] sizes = new int[stages];
        java.util.Arrays.fill(sizes, layers / stages);
        for (int left = 0; left < layers % stages; left++) {
            sizes[Math.floorMod(stages - 2 - left, stages)]++;
        }
        return sizes;
    }

    boolean isFirst() {
        return index == 0;
    }

    boolean isLast() {
        return index == count - 1;
    }

    /** Each different layer once. */
    List<Layer> different() {
        return counted.stream().map(Layer.Counted::layer).toList();
    }

    List<Part> parts() {
        Map<Tensor, Long> copies = new LinkedHashMap<>();
        ModelShape shape = subject.shape();
        for (Tensor tensor : shape.outside()) {
            boolean atEnd = tensor.role() == Role.OUTPUT_HEAD || tensor.role() == Role.NORM;
            if (atEnd ? isLast() : isFirst()) {
                copies.put(tensor, 1L);
            }
        }
        for (Layer.Counted each : counted) {
            each.layer().tensors().forEach(tensor -> copies.merge(tensor, (long) each.times(), Long::sum));
        }
        List<Part> parts = new ArrayList<>();
        copies.forEach((tensor, times) -> parts.add(part(parts.size(), tensor, times, true)));
        if (shape.tied() && isLast() && !isFirst()) {
            shape.outside().stream()
                    .filter(tensor -> tensor.role() == Role.EMBEDDING)
                    .forEach(tensor -> parts.add(part(parts.size(), tensor, 1, false)));
        }
        return parts;
    }

    private Part part(int index, Tensor tensor, long times, boolean counted) {
        return new Part(
                new RowKey(row.id() + "p" + (index + 1), row.title() + ": " + tensor.name()),
                this,
                tensor,
                times,
                counted);
    }

    List<Kind> kinds() {
        Map<Mixer, Integer> layersOf = new LinkedHashMap<>();
        Map<Mixer, Integer> indexed = new HashMap<>();
        for (Layer.Counted each : counted) {
            Mixer mixer = each.layer().mixer();
            if (mixer instanceof Mixer.None) {
                continue;
            }
            Mixer kept = mixer instanceof Mixer.Attention attention ? attention.withoutIndexer() : mixer;
            layersOf.merge(kept, each.times(), Integer::sum);
            indexed.merge(kept, each.times() * indexerDim(mixer), Integer::sum);
        }
        List<Kind> kinds = new ArrayList<>();
        layersOf.forEach((mixer, number) -> kinds.add(new Kind(
                new RowKey(row.id() + "k" + (kinds.size() + 1), row.title() + ": " + words(mixer)),
                this,
                mixer,
                number,
                indexed.getOrDefault(mixer, 0).doubleValue() / number)));
        return kinds;
    }

    private static int indexerDim(Mixer mixer) {
        return switch (mixer) {
            case Mixer.Attention attention -> attention.indexerDim();
            case Mixer.Latent latent -> latent.indexerDim();
            case Mixer.Recurrent recurrent -> 0;
            case Mixer.None none -> 0;
        };
    }

    private static String words(Mixer mixer) {
        return switch (mixer) {
            case Mixer.Attention attention ->
                attention.window().isPresent()
                        ? "the last " + attention.window().getAsInt() + " tokens"
                        : "all tokens";
            case Mixer.Latent latent -> "compressed tokens";
            case Mixer.Recurrent recurrent -> "a state";
            case Mixer.None none -> "nothing";
        };
    }
}
