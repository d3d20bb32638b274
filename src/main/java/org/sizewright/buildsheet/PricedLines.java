package org.sizewright.buildsheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Value;
import org.sizewright.library.Library;
import org.sizewright.library.Price;
import org.sizewright.plan.ResolvedGroup;

/**
 * Puts the user's own prices beside the lines of the bill of materials: the unit price in a cell that can be typed over, the total as
 * a live formula over it and the quantity, and the quote with its date. Without own prices for any of its lines the table stays as it
 * is.
 */
final class PricedLines {
    private static final String PRICE = "Unit price";
    private static final String TOTAL = "Total";
    private static final String WITHOUT_TOTAL = "(ROWS({all Total})-COUNT({all Total})-COUNTBLANK({all Total}))";

    private final FigureBook figures;
    private final List<Price> prices;
    private final List<ResolvedGroup> groups;
    private final Block.Table bom;

    private PricedLines(FigureBook figures, List<Price> prices, List<ResolvedGroup> groups, Block.Table bom) {
        this.figures = figures;
        this.prices = prices;
        this.groups = groups;
        this.bom = bom;
    }

    static Block.Table of(Block.Table bom, List<ResolvedGroup> groups, Library library, FigureBook figures) {
        // an exact price goes before one for anything of its kind
        List<Price> prices = library.prices().stream()
                .sorted(Comparator.comparing(price -> price.of().equals(Price.ANY)))
                .toList();
        PricedLines lines = new PricedLines(figures, prices, groups, bom);
        return bom.rows().stream().anyMatch(row -> lines.priceOf(row).isPresent()) ? lines.table() : bom;
    }

    private Block.Table table() {
        Set<String> currencies = new TreeSet<>();
        bom.rows().forEach(row -> priceOf(row).ifPresent(price -> currencies.add(price.currency())));
        // a price typed into the workbook is in the one currency of the others
        Entry currency =
                currencies.size() == 1 ? Entry.text(currencies.iterator().next()) : Entry.empty();
        Block.Table.Builder table = Block.Table.titled(bom.title())
                .note(bom.note()
                        + " Prices are the user's own quotes, per unit; type over a price, or over an unknown one, and"
                        + " the totals follow.");
        bom.columns().forEach(table::column);
        table.columns(
                Column.number(PRICE).withWidth(13).withTag(Tag.INPUT),
                Column.number(TOTAL).withWidth(15).withTag(Tag.CALCULATED),
                Column.text("Currency"),
                Column.text("Term"),
                Column.prose("Quote", 30),
                Column.text("Quoted on"));
        double sum = 0;
        int priced = 0;
        int without = 0;
        for (List<Entry> row : bom.rows()) {
            List<Entry> longer = new ArrayList<>(row);
            if (isNotPaid(row)) {
                longer.addAll(List.of(
                        Entry.empty(), Entry.empty(), Entry.empty(), Entry.empty(), nothingToPay(row), Entry.empty()));
            } else {
                Optional<Price> price = priceOf(row);
                OptionalDouble quantity = numberOf(quantity(row));
                if (price.isPresent() && quantity.isPresent()) {
                    priced++;
                    sum += price.get().amount() * quantity.getAsDouble();
                } else {
                    without++;
                }
                longer.add(price.map(known -> Entry.input(known.amount(), 2)).orElse(Entry.unknownInput(2)));
                longer.add(total(price, row, quantity));
                longer.add(price.map(known -> Entry.text(known.currency())).orElse(currency));
                longer.add(price.flatMap(Price::term).map(Entry::text).orElse(Entry.empty()));
                longer.add(price.map(known -> Entry.text(known.quote())).orElse(Entry.empty()));
                longer.add(
                        price.map(known -> Entry.text(known.date().toString())).orElse(Entry.empty()));
            }
            table.row(longer);
        }
        table.total(sum(sum, priced, without, currencies));
        return table.build();
    }

    /** Price by quantity; what is no number of the two stands in its place, such as stale. */
    private Entry total(Optional<Price> price, List<Entry> row, OptionalDouble quantity) {
        String formula = "IF(ISNUMBER({Qty}),IF(ISNUMBER({" + PRICE + "}),{Qty}*{" + PRICE + "},\"" + Value.UNKNOWN_TEXT
                + "\"),{Qty})";
        if (quantity.isEmpty()) {
            return Entry.formula(formula, new EntryText(figures).text(quantity(row)));
        }
        return price.map(known -> Entry.formula(formula, known.amount() * quantity.getAsDouble(), 2))
                .orElseGet(() -> Entry.formula(formula, Value.UNKNOWN_TEXT));
    }

    /** Says "At least" as long as a line has no total, in the workbook too. */
    private Entry[] sum(double sum, int priced, int without, Set<String> currencies) {
        List<Entry> row = new ArrayList<>();
        row.add(Entry.formula(
                "IF(" + WITHOUT_TOTAL + "=0,\"Total\",\"At least\")", without == 0 ? "Total" : "At least"));
        while (row.size() < bom.columns().size() + 1) {
            row.add(Entry.empty());
        }
        if (currencies.size() > 1) {
            row.add(Entry.unknown());
        } else {
            String formula = "IF(COUNT({all Total})=0,\"" + Value.UNKNOWN_TEXT + "\",SUM({all Total}))";
            row.add(priced == 0 ? Entry.formula(formula, Value.UNKNOWN_TEXT) : Entry.formula(formula, sum, 2));
        }
        row.add(Entry.text(String.join(", ", currencies)));
        row.add(Entry.empty());
        row.add(
                currencies.size() > 1
                        ? Entry.text("different currencies are not added up")
                        : Entry.formula(
                                "IF(" + WITHOUT_TOTAL + "=0,\"\"," + WITHOUT_TOTAL + "&\" without a total\")",
                                without == 0 ? "" : without + " without a total"));
        row.add(Entry.empty());
        return row.toArray(Entry[]::new);
    }

    private Optional<Price> priceOf(List<Entry> row) {
        if (isNotPaid(row)) {
            return Optional.empty();
        }
        List<String> ids = groups.stream()
                .filter(group -> group.group().name().equals(text(row, "Group")))
                .flatMap(group ->
                        List.of(group.group().server().value(), group.gpu().id().value()).stream())
                .toList();
        return prices.stream()
                .filter(price -> price.isFor(text(row, "Unit"), ids))
                .findFirst();
    }

    private boolean isNotPaid(List<Entry> row) {
        return isIncluded(row) || quantity(row).equals(Entry.number(0));
    }

    private Entry nothingToPay(List<Entry> row) {
        return Entry.text(isIncluded(row) ? "comes with the GPU" : "is there already");
    }

    private boolean isIncluded(List<Entry> row) {
        return text(row, "Description").equals(BomSheet.INCLUDED);
    }

    private Entry quantity(List<Entry> row) {
        return row.get(column("Qty"));
    }

    private OptionalDouble numberOf(Entry quantity) {
        return switch (quantity) {
            case Entry.Mirror mirror -> figures.value(mirror.cell()).asNumber();
            case Entry.Formula formula ->
                formula.result() instanceof Entry.Result.OfNumber number
                        ? OptionalDouble.of(number.number())
                        : OptionalDouble.empty();
            case Entry.Number number -> OptionalDouble.of(number.number());
            default -> OptionalDouble.empty();
        };
    }

    private String text(List<Entry> row, String heading) {
        return row.get(column(heading)) instanceof Entry.Text text ? text.text() : "";
    }

    private int column(String heading) {
        for (int i = 0; i < bom.columns().size(); i++) {
            if (bom.columns().get(i).heading().equals(heading)) {
                return i;
            }
        }
        throw new IllegalStateException("the bill of materials has no column " + heading);
    }
}
