package org.sizewright.delivery.supply;

import java.util.List;
import java.util.Optional;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.model.Layer;
import org.sizewright.library.model.ModelShape;
import org.sizewright.library.model.Tensor;
import org.sizewright.quantity.Bytes;
import org.sizewright.sizing.gguf.GgufLayout;

/**
 * The weights of a model as they are stored.
 *
 * @param parameters of all tensors, with those of layers that only guess further tokens
 * @param size parameters x bytes of the stored format, scales included, without headers and tokenizer; empty if nobody knows how the
 *     format stores this model
 * @param workloads who uses it
 */
public record ModelFile(
        ModelArchitecture model,
        NumberFormat format,
        long parameters,
        Optional<Bytes> size,
        Optional<String> notes,
        List<String> workloads) {
    private static final double SIXTEEN_BIT = 2;

    public ModelFile {
        workloads = List.copyOf(workloads);
    }

    static ModelFile of(
            Surroundings at, ModelArchitecture model, ModelShape shape, NumberFormat format, List<String> workloads) {
        if (format.ggufMix().isPresent()) {
            return switch (GgufLayout.of(model, shape, format.ggufMix().get(), at.library())) {
                case GgufLayout.Refused refused ->
                    new ModelFile(
                            model,
                            format,
                            shape.parameters(),
                            Optional.empty(),
                            Optional.of(refused.reason() + "."),
                            workloads);
                case GgufLayout.Known known ->
                    new ModelFile(
                            model,
                            format,
                            shape.parameters(),
                            Optional.of(Bytes.of(Math.round(known.entries().stream()
                                    .mapToDouble(entry ->
                                            entry.parameters() * entry.type().bytesPerParameter())
                                    .sum()))),
                            Optional.of("Without the header of the file."),
                            workloads);
            };
        }
        double bytes = bytes(shape.outside(), format) + bytes(shape.nextToken(), format);
        int layers = shape.layers().size();
        for (int i = 0; i < layers; i++) {
            Layer layer = shape.layers().get(i);
            boolean end = i < format.keepsEnds() || i >= layers - format.keepsEnds();
            bytes += end
                    ? layer.tensors().stream()
                            .mapToDouble(tensor -> tensor.parameters() * SIXTEEN_BIT)
                            .sum()
                    : bytes(layer.tensors(), format);
        }
        long guessing = shape.nextToken().stream().mapToLong(Tensor::parameters).sum();
        return new ModelFile(
                model,
                format,
                shape.parameters() + guessing,
                Optional.of(Bytes.of(Math.round(bytes))),
                format.notes(),
                workloads);
    }

    private static double bytes(List<Tensor> tensors, NumberFormat format) {
        double bytes = 0;
        for (Tensor tensor : tensors) {
            bytes += format.covers(tensor)
                    ? tensor.parameters() * format.bytesPerParameter()
                            + (tensor.isMatrix() ? tensor.in() * tensor.copies() * format.bytesPerColumn() : 0)
                    : tensor.parameters() * SIXTEEN_BIT;
        }
        return bytes;
    }
}
