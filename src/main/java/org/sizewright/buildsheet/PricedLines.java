package org.sizewright.buildsheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.sizewright.figure.FigureBook;
import org.sizewright.library.Library;
import org.sizewright.library.Price;
import org.sizewright.plan.ResolvedGroup;

/**
 * Puts the user's own prices beside the lines of the bill of materials: unit price, total as a live formula over the quantity, and
 * the quote. Without own prices for any of its lines the table stays as it is.
 */
final class PricedLines {
    /** A longer formula is not opened by every program. */
    private static final int LONGEST_FORMULA = 8000;

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

    /** A line with its price; {@code formula} is its total. */
    private record Total(String formula, double amount) {}

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
        Block.Table.Builder table = Block.Table.titled(bom.title())
                .note(bom.note() + " Prices are the user's own quotes, per unit; where there is none, it is unknown.");
        bom.columns().forEach(table::column);
        table.columns(
                Column.number("Unit price").withWidth(13),
                Column.number("Total").withWidth(15),
                Column.text("Currency"),
                Column.prose("Quote", 30));
        List<Total> totals = new ArrayList<>();
        int unknown = 0;
        for (List<Entry> row : bom.rows()) {
            List<Entry> longer = new ArrayList<>(row);
            Optional<Price> price = priceOf(row);
            if (price.isPresent()) {
                Optional<Total> total = total(row, price.get());
                total.ifPresent(totals::add);
                unknown += total.isPresent() ? 0 : 1;
                longer.add(Entry.number(price.get().amount(), 2));
                longer.add(total.map(sum -> (Entry) Entry.formula(orQuantity(row, sum.formula()), sum.amount(), 2))
                        .orElseGet(Entry::unknown));
                longer.add(Entry.text(price.get().currency()));
                longer.add(Entry.text("own price: " + price.get().toLine()));
            } else if (isIncluded(row)) {
                longer.addAll(List.of(Entry.empty(), Entry.empty(), Entry.empty(), Entry.text("comes with the GPU")));
            } else {
                unknown++;
                longer.addAll(List.of(Entry.unknown(), Entry.unknown(), Entry.empty(), Entry.empty()));
            }
            table.row(longer);
        }
        table.total(sum(totals, unknown, currencies));
        return table.build();
    }

    private Entry[] sum(List<Total> totals, int unknown, Set<String> currencies) {
        List<Entry> row = new ArrayList<>();
        row.add(Entry.text(unknown == 0 ? "Total" : "At least"));
        while (row.size() < bom.columns().size() + 1) {
            row.add(Entry.empty());
        }
        String formula = String.join(
                "+",
                totals.stream()
                        .map(total -> "IF(ISNUMBER(" + total.formula() + ")," + total.formula() + ",0)")
                        .toList());
        if (currencies.size() > 1 || totals.isEmpty() || formula.length() > LONGEST_FORMULA) {
            row.add(Entry.unknown());
            row.add(Entry.text(String.join(", ", currencies)));
        } else {
            row.add(Entry.formula(
                    formula, totals.stream().mapToDouble(Total::amount).sum(), 2));
            row.add(Entry.text(currencies.iterator().next()));
        }
        row.add(Entry.text(
                currencies.size() > 1
                        ? "different currencies are not added up"
                        : unknown == 0
                                ? ""
                                : unknown + (unknown == 1 ? " line has no price" : " lines have no price")));
        return row.toArray(Entry[]::new);
    }

    private Optional<Price> priceOf(List<Entry> row) {
        if (isIncluded(row)) {
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

    private boolean isIncluded(List<Entry> row) {
        return text(row, "Description").equals(BomSheet.INCLUDED);
    }

    /** Empty where the quantity is no number now. */
    private Optional<Total> total(List<Entry> row, Price price) {
        OptionalDouble quantity = numberOf(quantity(row));
        return quantity.isEmpty()
                ? Optional.empty()
                : Optional.of(new Total(
                        "(" + formulaOf(quantity(row)) + ")*" + plain(price.amount()),
                        quantity.getAsDouble() * price.amount()));
    }

    /** The total, or what the quantity says in its place, such as stale. */
    private String orQuantity(List<Entry> row, String total) {
        String quantity = formulaOf(quantity(row));
        return "IF(ISNUMBER(" + quantity + ")," + total + "," + quantity + ")";
    }

    private Entry quantity(List<Entry> row) {
        return row.get(column("Qty"));
    }

    private static String formulaOf(Entry quantity) {
        return switch (quantity) {
            case Entry.Mirror mirror -> mirror.cell().name();
            case Entry.Formula formula -> formula.formula();
            case Entry.Number number -> plain(number.number());
            default -> "0";
        };
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

    private static String plain(double number) {
        return BigDecimal.valueOf(number).toPlainString();
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
