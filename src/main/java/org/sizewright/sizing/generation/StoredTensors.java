package org.sizewright.sizing.generation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sizewright.figure.RowKey;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.model.FamilyTraits.Fused;
import org.sizewright.library.model.Layer;
import org.sizewright.library.model.ModelShape;
import org.sizewright.library.model.Tensor;
import org.sizewright.library.model.Tensor.Role;

/** The tensors that a checkpoint holds and a loader allocates one by one: packed values, scales, zero points, indexes. */
final class StoredTensors {
    private static final double SIXTEEN_BIT = 2;

    /**
     * Equal tensors of one kind.
     *
     * @param copies in the whole model
     * @param bytesPerParameter of the matrix of {@code out} rows and {@code in} columns
     * @param bytesPerColumn beside them
     * @param alone whether each is allocated by itself, so that the allocator may hold more than it needs
     * @param copied how many of them are copied once more while the model is loaded by joining matrices
     * @param unpacked whether the matrix may have to be unpacked
     */
    record Stored(
            RowKey row,
            GenerationSubject subject,
            double copies,
            long out,
            long in,
            double bytesPerParameter,
            double bytesPerColumn,
            boolean alone,
            double copied,
            boolean unpacked) {}

    /** What fused modules copy while they join: queries, keys and values of all layers, experts of one layer after the other. */
    private enum Joined {
        NONE,
        ALL_LAYERS,
        ONE_LAYER,
        /** Once by themselves, once as both branches. */
        ONE_LAYER_TWICE
    }

    private record Matrix(
            String name, Role role, long out, long in, boolean quantised, Joined joined, long inOneLayer) {
        double copied(long inAllLayers) {
            return switch (joined) {
                case NONE -> 0;
                case ALL_LAYERS -> inAllLayers;
                case ONE_LAYER -> inOneLayer;
                case ONE_LAYER_TWICE -> 2.0 * inOneLayer;
            };
        }
    }

    private final GenerationSubject subject;
    private final NumberFormat format;
    private final List<Stored> list = new ArrayList<>();
    private long inMatrices;

    private StoredTensors(GenerationSubject subject) {
        this.subject = subject;
        this.format = subject.weights();
    }

    static List<Stored> of(GenerationSubject subject) {
        StoredTensors result = new StoredTensors(subject);
        result.collect();
        return result.list;
    }

    private void collect() {
        ModelShape shape = subject.shape();
        Map<Matrix, Long> copies = new LinkedHashMap<>();
        for (Tensor tensor : shape.outside()) {
            if (tensor.isMatrix() && tensor.role() != Role.VISION) {
                boolean head = tensor.role() == Role.OUTPUT_HEAD;
                copies.merge(
                        new Matrix(
                                tensor.name(),
                                tensor.role(),
                                tensor.out(),
                                tensor.in(),
                                tensor.quantised() || (head && subject.quantisesHead()),
                                Joined.NONE,
                                tensor.copies()),
                        tensor.copies(),
                        Long::sum);
            }
        }
        for (Layer layer : shape.layers()) {
            inLayer(layer, copies);
        }
        copies.forEach((matrix, number) -> {
            inMatrices += matrix.out() * matrix.in() * number;
            matrix(matrix, number, true);
        });
        if (subject.head() == GenerationSubject.Head.SEPARATE
                && shape.outside().stream().noneMatch(tensor -> tensor.role() == Role.OUTPUT_HEAD)) {
            matrix(
                    new Matrix(
                            "lm_head",
                            Role.OUTPUT_HEAD,
                            shape.vocabulary(),
                            shape.hidden(),
                            subject.quantisesHead(),
                            Joined.NONE,
                            1),
                    1,
                    subject.quantisesHead());
        }
        long others = shape.parameters() - inMatrices;
        if (others > 0) {
            double bytes = format.scope() == NumberFormat.Scope.ALL ? format.bytesPerParameter() : SIXTEEN_BIT;
            add("norms, biases and others", 1, others, 1, bytes, 0, false, 0, false);
        }
    }

    private void inLayer(Layer layer, Map<Matrix, Long> copies) {
        boolean qkv = subject.fused() != Fused.NONE;
        boolean branches = subject.fused() == Fused.QKV_AND_GATE;
        long joinedOut = 0;
        for (Tensor tensor : layer.tensors()) {
            if (!tensor.isMatrix()) {
                continue;
            }
            boolean join = switch (tensor.name()) {
                case "q_proj", "k_proj" -> qkv;
                case "gate_proj" -> branches;
                default -> false;
            };
            if (join) {
                joinedOut += tensor.out();
                continue;
            }
            copies.merge(
                    new Matrix(
                            tensor.name(),
                            tensor.role(),
                            tensor.out() + joinedOut,
                            tensor.in(),
                            tensor.quantised(),
                            joined(tensor),
                            tensor.copies()),
                    tensor.copies(),
                    Long::sum);
            joinedOut = 0;
        }
    }

    private Joined joined(Tensor tensor) {
        return switch (tensor.name()) {
            case "q_proj", "k_proj", "v_proj" -> subject.fused() == Fused.NONE ? Joined.ALL_LAYERS : Joined.NONE;
            case "experts.gate_proj", "experts.up_proj" -> Joined.ONE_LAYER_TWICE;
            case "experts.down_proj" -> Joined.ONE_LAYER;
            default -> Joined.NONE;
        };
    }

    private void matrix(Matrix matrix, long number, boolean alone) {
        boolean inScope = !format.keeps().contains(matrix.name())
                && switch (format.scope()) {
                    case ALL -> true;
                    case MATRICES -> matrix.quantised();
                    case EXPERTS -> matrix.quantised() && matrix.role() == Role.EXPERTS;
                };
        double copied = matrix.copied(number);
        if (!inScope) {
            add(matrix.name(), number, matrix.out(), matrix.in(), SIXTEEN_BIT, 0, alone, copied, false);
            return;
        }
        boolean unpacked = subject.stack().dequantises().contains(format.id()) && matrix.role() != Role.OUTPUT_HEAD;
        add(matrix.name(), number, matrix.out(), matrix.in(), format.baseBytes(), 0, alone, copied, unpacked);
        for (NumberFormat.ScaleGroup group : format.groups()) {
            add(
                    matrix.name() + " scales",
                    number,
                    matrix.out(),
                    matrix.in(),
                    group.bytes() / group.parameters(),
                    0,
                    alone,
                    copied,
                    false);
        }
        if (format.bytesPerColumn() > 0) {
            add(
                    matrix.name() + " index",
                    number,
                    matrix.out(),
                    matrix.in(),
                    0,
                    format.bytesPerColumn(),
                    alone,
                    copied,
                    false);
        }
    }

    private void add(
            String name,
            double copies,
            long out,
            long in,
            double bytesPerParameter,
            double bytesPerColumn,
            boolean alone,
            double copied,
            boolean unpacked) {
        list.add(new Stored(
                new RowKey(
                        subject.row().id() + "t" + (list.size() + 1),
                        subject.row().title() + ": " + name),
                subject,
                copies,
                out,
                in,
                bytesPerParameter,
                bytesPerColumn,
                alone,
                copied,
                unpacked));
    }
}
