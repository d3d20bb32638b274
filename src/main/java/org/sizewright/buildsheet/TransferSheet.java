package org.sizewright.buildsheet;

import java.util.Optional;
import org.sizewright.delivery.supply.Supply;
import org.sizewright.delivery.supply.TransferLine;
import org.sizewright.delivery.supply.TransferList;
import org.sizewright.figure.ValueText;
import org.sizewright.quantity.Bytes;

/** What is carried into a site without the internet. */
final class TransferSheet {
    private TransferSheet() {}

    static Optional<Sheet> of(Supply supply) {
        return supply.transfer()
                .map(
                        list -> Sheet.of(
                                "transfer",
                                "Transfer list",
                                "What is carried into a site that does not reach the internet.",
                                Sheet.Group.RESULTS,
                                totals(list),
                                lines(list),
                                new Block.Note(
                                        "Sizes of models are parameters x bytes of the stored format, without headers and"
                                                + " tokenizers. A size that nobody states is unknown, and a sum over it is a least.")));
    }

    private static Block totals(TransferList list) {
        Block.Table.Builder table = Block.Table.titled("Together")
                .columns(
                        Column.text("Kind"),
                        Column.number("Items"),
                        Column.text("Size"),
                        Column.number("Without a size"));
        for (TransferLine.Kind kind : TransferLine.Kind.values()) {
            long items =
                    list.lines().stream().filter(line -> line.kind() == kind).count();
            if (items > 0) {
                TransferList.Sum sum = list.sum(Optional.of(kind));
                table.row(Entry.text(kind.title()), Entry.number(items), size(sum, items), Entry.number((long)
                        sum.unknown()));
            }
        }
        TransferList.Sum all = list.sum(Optional.empty());
        table.total(
                Entry.text("Everything"),
                Entry.number((long) list.lines().size()),
                size(all, list.lines().size()),
                Entry.number((long) all.unknown()));
        return table.build();
    }

    private static Entry size(TransferList.Sum sum, long items) {
        if (sum.unknown() == items) {
            return Entry.unknown();
        }
        return Entry.text((sum.complete() ? "" : "at least ") + words(sum.known()));
    }

    private static String words(Bytes bytes) {
        return ValueText.number(bytes.toGb(), 1) + " GB";
    }

    private static Block lines(TransferList list) {
        Block.Table.Builder table = Block.Table.titled("Items")
                .columns(
                        Column.text("Kind"),
                        Column.prose("What", 52),
                        Column.prose("Version or format", 28),
                        Column.prose("From", 40),
                        Column.number("Bytes"),
                        Column.number("GB"),
                        Column.prose("Needed by", 40),
                        Column.prose("To know", 44),
                        Column.prose("Source", 40));
        for (TransferLine line : list.lines()) {
            table.row(
                    Entry.text(line.kind().title()),
                    Entry.text(line.name()),
                    line.version().map(Entry::text).orElseGet(() -> Entry.text("to be chosen", Tone.CAUTION)),
                    Entry.text(line.from().orElse("")),
                    line.size().map(bytes -> Entry.number(bytes.count())).orElseGet(Entry::unknown),
                    line.size().map(bytes -> Entry.number(bytes.toGb(), 1)).orElseGet(Entry::unknown),
                    Entry.text(String.join(", ", line.neededBy())),
                    Entry.text(line.notes().orElse("")),
                    Entry.text(line.source()));
        }
        return table.build();
    }
}
