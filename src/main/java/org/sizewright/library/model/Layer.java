package org.sizewright.library.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One layer of a model. */
public record Layer(Mixer mixer, Feed feed, List<Tensor> tensors) {
    /** A layer and how often it stands there. */
    public record Counted(Layer layer, int times) {}

    public Layer {
        tensors = List.copyOf(tensors);
    }

    public long parameters() {
        return tensors.stream().mapToLong(Tensor::parameters).sum();
    }

    /** The same layers, where equal ones are one object: they are counted often, and comparing a whole layer is slow. */
    static List<Layer> shared(List<Layer> layers) {
        Map<Layer, Layer> first = new HashMap<>();
        return layers.stream()
                .map(layer -> {
                    Layer known = first.putIfAbsent(layer, layer);
                    return known == null ? layer : known;
                })
                .toList();
    }

    /** Each layer of a model's list once, in the order of their first, with how often it stands there. */
    public static List<Counted> counted(List<Layer> layers) {
        List<Layer> kinds = new ArrayList<>();
        List<Integer> times = new ArrayList<>();
        for (Layer layer : layers) {
            int at = position(kinds, layer);
            if (at < 0) {
                kinds.add(layer);
                times.add(1);
            } else {
                times.set(at, times.get(at) + 1);
            }
        }
        List<Counted> counted = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            counted.add(new Counted(kinds.get(i), times.get(i)));
        }
        return counted;
    }

    private static int position(List<Layer> kinds, Layer layer) {
        for (int i = kinds.size() - 1; i >= 0; i--) {
            if (kinds.get(i) == layer) {
                return i;
            }
        }
        return -1;
    }
}
