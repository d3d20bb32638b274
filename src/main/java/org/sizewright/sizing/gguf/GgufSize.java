package org.sizewright.sizing.gguf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Given;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Rows;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.library.GgufType;
import org.sizewright.library.Library;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.sizing.Facts;

/**
 * The tensors of GGUF files, one row per group of equal tensors of one type, exact to the byte. The header with the tokenizer, 0.1
 * to 0.2 % of a model with 8 billion parameters, comes on top, as it does in what llama.cpp prints.
 */
public final class GgufSize {
    private static final Source RULE = Source.of(
            "Blocks of each tensor: rows x columns / parameters of a block x its bytes",
            "github ggml-org/llama.cpp src/llama-quant.cpp, ggml/src/ggml-common.h",
            "2026-11-22",
            Evidence.VERIFIED);
    private static final double BITS = 8;

    /** One file. @param layout the types of its tensors */
    public record Subject(RowKey row, ModelArchitecture model, GgufLayout.Known layout) {}

    private record Group(String name, long out, long in, GgufType type) {}

    private record Tensors(Subject subject, Group group, long copies) {}

    public final Rows files;
    public final Rows tensors;
    public final Figure tensorBytes;
    public final Figure parameters;
    public final Figure size;
    public final Figure bitsPerWeight;

    private final Map<RowKey, Tensors> tensorsOf = new HashMap<>();
    private final Facts facts;

    /** Defines all figures. */
    public GgufSize(FigureBook.Builder book, List<Subject> subjects, Library library) {
        facts = new Facts(library);
        List<RowKey> keys = new ArrayList<>();
        Map<RowKey, List<RowKey>> ofFile = new HashMap<>();
        for (Subject subject : subjects) {
            Map<Group, Long> copies = new LinkedHashMap<>();
            for (GgufLayout.Entry entry : subject.layout().entries()) {
                GgufPieces.Piece piece = entry.piece();
                copies.merge(new Group(piece.name(), piece.out(), piece.in(), entry.type()), piece.copies(), Long::sum);
            }
            List<RowKey> rows = new ArrayList<>();
            copies.forEach((group, number) -> {
                RowKey row = new RowKey(
                        subject.row().id() + "g" + (rows.size() + 1),
                        subject.row().title() + ": " + group.name() + ", "
                                + group.type().id());
                rows.add(row);
                tensorsOf.put(row, new Tensors(subject, group, number));
            });
            keys.addAll(rows);
            ofFile.put(subject.row(), rows);
        }
        files = new Rows(
                "gguf", "GGUF file", subjects.stream().map(Subject::row).toList());
        tensors = new Rows("gguftensor", "Tensors of one type", keys);
        FigureBook.Scope t = book.over(tensors);
        FigureBook.Scope f = book.over(files);
        Figure number = t.fact("gguf_copies", Unit.COUNT, "Tensors", row -> of(row, Tensors::copies));
        Figure out = t.fact(
                "gguf_rows",
                Unit.COUNT,
                "Rows",
                row -> of(row, each -> each.group().out()));
        Figure in = t.fact(
                "gguf_columns",
                Unit.COUNT,
                "Columns",
                row -> of(row, each -> each.group().in()));
        Figure blockBytes = t.fact(
                "gguf_block_bytes", Unit.BYTE, "Bytes of a block", row -> type(row, type -> (double) type.bytes()));
        Figure blockParameters = t.fact(
                "gguf_block_parameters",
                Unit.COUNT,
                "Parameters of a block",
                row -> type(row, type -> (double) type.parameters()));
        Figure held = t.define(
                "gguf_tensor_parameters",
                Unit.COUNT,
                "Parameters",
                number.times(out).times(in),
                RULE);
        tensorBytes = t.define(
                "gguf_tensor_bytes",
                Unit.BYTE,
                "Bytes of these tensors",
                held.dividedBy(blockParameters).times(blockBytes),
                RULE);
        parameters = f.define("gguf_parameters", Unit.COUNT, "Parameters in the file", held.sumOver(ofFile), RULE);
        size = f.define(
                "gguf_size",
                Unit.GIB,
                "Size of the file's tensors",
                facts.banded(f, "gguf-size", tensorBytes.sumOver(ofFile)),
                RULE);
        bitsPerWeight = f.define(
                "gguf_bits_per_weight",
                Unit.COUNT,
                "Bits per parameter",
                size.dividedBy(Formula.constant(1, Unit.BYTE))
                        .dividedBy(parameters)
                        .times(BITS),
                RULE);
    }

    private Tensors tensors(RowKey row) {
        return Objects.requireNonNull(tensorsOf.get(row));
    }

    private Given of(RowKey row, ToDoubleFunction<Tensors> number) {
        ModelArchitecture model = tensors(row).subject().model();
        return facts.of(model, model.evidence(), number.applyAsDouble(tensors(row)));
    }

    private Given type(RowKey row, Function<GgufType, Double> number) {
        GgufType type = tensors(row).group().type();
        return facts.of(type, type.evidence(), number.apply(type));
    }
}
