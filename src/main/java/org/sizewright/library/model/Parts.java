package org.sizewright.library.model;

import java.util.ArrayList;
import java.util.List;
import org.sizewright.library.model.Tensor.Role;
import org.sizewright.library.model.Tensor.Split;

/** Tensors of one layer, as they are put together. */
final class Parts {
    private final List<Tensor> tensors = new ArrayList<>();

    /** A matrix that formats for "the matrices" quantise. */
    Parts matrix(String name, Role role, Split split, long out, long in) {
        tensors.add(new Tensor(name, role, split, out, in, 1, true));
        return this;
    }

    Parts matrices(String name, Role role, Split split, long out, long in, long copies) {
        tensors.add(new Tensor(name, role, split, out, in, copies, true));
        return this;
    }

    /** A matrix that keeps 16 bit. */
    Parts wide(String name, Role role, Split split, long out, long in) {
        tensors.add(new Tensor(name, role, split, out, in, 1, false));
        return this;
    }

    Parts wides(String name, Role role, Split split, long out, long in, long copies) {
        tensors.add(new Tensor(name, role, split, out, in, copies, false));
        return this;
    }

    Parts vector(String name, Role role, Split split, long length) {
        return vectors(name, role, split, length, 1);
    }

    Parts vectors(String name, Role role, Split split, long length, long copies) {
        if (length > 0 && copies > 0) {
            tensors.add(new Tensor(name, role, split, length, 1, copies, false));
        }
        return this;
    }

    Parts bias(boolean present, String name, Split split, long length) {
        return present ? vector(name, Role.BIAS, split, length) : this;
    }

    /** Norms of that width, each with a weight and perhaps a bias. */
    Parts norms(String name, long width, int count, boolean withBias) {
        vectors(name, Role.NORM, Split.WHOLE, width, count);
        return withBias ? vectors(name + ".bias", Role.NORM, Split.WHOLE, width, count) : this;
    }

    Parts add(List<Tensor> more) {
        tensors.addAll(more);
        return this;
    }

    List<Tensor> list() {
        return List.copyOf(tensors);
    }
}
