package org.sizewright.sizing.gguf;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.sizewright.library.GgufMix;
import org.sizewright.library.GgufTensor;
import org.sizewright.library.GgufTensor.GgufModel;
import org.sizewright.library.GgufTensor.Use;
import org.sizewright.library.GgufType;
import org.sizewright.library.Library;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.model.ModelShape;
import org.sizewright.library.model.Tensor;

/**
 * The tensors of a GGUF file, each with the type that a mix of llama.cpp gives it. Neither the vision tower, which is a file of its
 * own, nor layers that only guess further tokens, nor the pooler of an encoder are in it.
 */
public sealed interface GgufLayout {
    /** @param reason one sentence */
    record Refused(String reason) implements GgufLayout {}

    /** @param entries in the order of the layers, those outside first */
    record Known(List<Entry> entries, Map<Tensor, List<Entry>> byTensor) implements GgufLayout {
        static Known of(List<Entry> entries) {
            return new Known(
                    List.copyOf(entries),
                    entries.stream()
                            .collect(
                                    Collectors.groupingBy(entry -> entry.piece().tensor())));
        }

        /** Average of equal tensors over so many layers; empty if the file does not hold them. */
        public OptionalDouble bytesPerParameter(Tensor tensor, int firstLayer, int layers) {
            double bytes = 0;
            double parameters = 0;
            for (Entry entry : byTensor.getOrDefault(tensor, List.of())) {
                int layer = entry.piece().layer();
                if (layer < 0 || (layer >= firstLayer && layer < firstLayer + layers)) {
                    bytes += entry.parameters() * entry.type().bytesPerParameter();
                    parameters += entry.parameters();
                }
            }
            return parameters == 0 ? OptionalDouble.empty() : OptionalDouble.of(bytes / parameters);
        }
    }

    /** A part of the file in one type. */
    record Entry(GgufPieces.Piece piece, GgufType type) {
        public double parameters() {
            return (double) piece.copies() * piece.out() * piece.in();
        }
    }

    /** With an importance matrix only where the mix demands one, as files are usually made. */
    static GgufLayout of(ModelArchitecture model, ModelShape shape, String mix, Library library) {
        return library.ggufMix(mix)
                .map(found -> of(model, shape, found, found.needsImportanceMatrix(), library))
                .orElseGet(() -> new Refused("\"" + mix + "\" is no mix of block types that the library knows"));
    }

    static GgufLayout of(
            ModelArchitecture model, ModelShape shape, GgufMix mix, boolean importanceMatrix, Library library) {
        Optional<GgufType> own = library.ggufType(mix.type());
        GgufPieces pieces = GgufPieces.of(model, shape, library);
        if (pieces.problem().isPresent()) {
            return new Refused(pieces.problem().get());
        }
        if (own.isEmpty()) {
            return new Refused(missing(mix.type()));
        }
        GgufModel around = new GgufModel(
                library.familyOf(model).map(family -> family.id()).orElse(""),
                pieces.layers(),
                pieces.group(),
                pieces.experts(),
                importanceMatrix);
        Map<Use, Integer> counts = new EnumMap<>(Use.class);
        pieces.list()
                .forEach(piece -> piece.use()
                        .filter(use -> !piece.joined())
                        .ifPresent(use -> counts.merge(use, 1, Integer::sum)));
        Map<Use, Integer> seen = new EnumMap<>(Use.class);
        List<Entry> entries = new ArrayList<>();
        for (GgufPieces.Piece piece : pieces.list()) {
            Optional<GgufType> type;
            if (piece.use().isPresent()) {
                Use use = piece.use().get();
                int ordinal = piece.joined() ? seen.getOrDefault(use, 1) - 1 : seen.merge(use, 1, Integer::sum) - 1;
                GgufTensor tensor = new GgufTensor(
                        use, ordinal, counts.getOrDefault(use, 0), piece.layer(), piece.in(), piece.stacked());
                String wanted = mix.typeOf(tensor, around, own.get());
                type = library.ggufType(wanted);
                if (type.isEmpty()) {
                    return new Refused(missing(wanted));
                }
                if (!type.get().fits(piece.in())) {
                    Optional<GgufType> other = type.get().fallback().flatMap(library::ggufType);
                    if (other.isEmpty()) {
                        return new Refused("llama.cpp cannot make " + mix.id() + " of " + model.name() + ": the "
                                + piece.in() + " columns of " + piece.name() + " are no multiple of "
                                + type.get().parameters());
                    }
                    type = other.filter(fallback -> fallback.fits(piece.in())).or(() -> library.ggufType("F16"));
                }
            } else {
                type = library.ggufType(piece.kept());
            }
            if (type.isEmpty()) {
                return new Refused(missing(piece.kept()));
            }
            entries.add(new Entry(piece, type.get()));
        }
        return Known.of(entries);
    }

    private static String missing(String type) {
        return "the block type " + type + " is not in the library";
    }
}
