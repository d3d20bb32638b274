package org.sizewright.ui.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sizewright.buildsheet.Block;
import org.sizewright.buildsheet.BuildSheet;
import org.sizewright.buildsheet.Column;
import org.sizewright.buildsheet.Entry;
import org.sizewright.buildsheet.EntryText;
import org.sizewright.buildsheet.Sheet;
import org.sizewright.buildsheet.Tag;
import org.sizewright.figure.Cell;
import org.sizewright.figure.FigureBook;

/**
 * A build sheet, prepared for showing.
 *
 * @param formulas how many cells of the workbook will hold a live formula
 * @param homes the page on which the name of each cell is defined
 */
record Preview(List<Page> pages, int formulas, Map<Cell, String> homes, FigureBook figures) {
    Preview {
        pages = List.copyOf(pages);
        homes = Map.copyOf(homes);
    }

    /** Prepares all sheets; not for the JavaFX thread. */
    static Preview of(BuildSheet buildSheet) {
        return new Maker(buildSheet.figures()).make(buildSheet.allSheets());
    }

    Optional<Page> page(String id) {
        return pages.stream().filter(page -> page.id().equals(id)).findFirst();
    }

    private static final class Maker {
        private final FigureBook figures;
        private final EntryText words;
        private final Map<Cell, String> homes = new HashMap<>();
        private String sheet = "";
        private int formulas;

        Maker(FigureBook figures) {
            this.figures = figures;
            this.words = new EntryText(figures);
        }

        Preview make(List<Sheet> sheets) {
            List<Page> pages = new ArrayList<>();
            for (Sheet each : sheets) {
                sheet = each.id();
                pages.add(new Page(
                        each.id(),
                        each.title(),
                        each.purpose(),
                        each.group(),
                        each.blocks().stream().map(this::part).toList()));
            }
            return new Preview(pages, formulas, homes, figures);
        }

        private Page.Part part(Block block) {
            return switch (block) {
                case Block.Banner banner -> new Page.Banner(item(banner.entry()));
                case Block.Note note -> new Page.Note(note.text());
                case Block.Facts facts ->
                    new Page.Lines(
                            facts.title(),
                            facts.facts().stream()
                                    .map(fact -> new Page.Line(fact.label(), item(fact.entry()), fact.note()))
                                    .toList());
                case Block.Table table -> grid(table);
            };
        }

        private Page.Grid grid(Block.Table table) {
            List<Page.Row> rows = new ArrayList<>();
            table.rows().forEach(entries -> rows.add(row(entries, table, false)));
            table.total().ifPresent(entries -> rows.add(row(entries, table, true)));
            return new Page.Grid(
                    table.title(),
                    table.note(),
                    table.columns().stream()
                            .map(column -> new Page.Head(column.label(), column.kind(), column.width(), column.tag()))
                            .toList(),
                    rows);
        }

        private Page.Row row(List<Entry> entries, Block.Table table, boolean total) {
            List<Item> items = new ArrayList<>();
            for (int i = 0; i < entries.size(); i++) {
                Item item = item(entries.get(i));
                boolean prose = table.columns().get(i).kind() == Column.Kind.PROSE;
                // only sentences stand on several lines
                items.add(
                        prose || !item.text().contains("\n")
                                ? item
                                : new Item(
                                        item.text().replaceAll("\\s*\n\\s*", " "),
                                        item.look(),
                                        item.tone(),
                                        item.tag(),
                                        item.leads()));
            }
            return new Page.Row(items, total);
        }

        private Item item(Entry entry) {
            boolean live = EntryText.formula(entry).isPresent();
            if (live) {
                formulas++;
            }
            return new Item(words.text(entry), look(entry), words.tone(entry), tag(entry), leads(entry));
        }

        private static Item.Look look(Entry entry) {
            return switch (entry) {
                case Entry.Number ignored -> Item.Look.NUMBER;
                case Entry.Input ignored -> Item.Look.NUMBER;
                case Entry.FigureCell ignored -> Item.Look.NUMBER;
                case Entry.Mirror ignored -> Item.Look.NUMBER;
                case Entry.Formula formula ->
                    formula.result() instanceof Entry.Result.OfNumber ? Item.Look.NUMBER : Item.Look.WORDS;
                case Entry.Status ignored -> Item.Look.STATUS;
                case Entry.Kind ignored -> Item.Look.TAG;
                case Entry.Empty ignored -> Item.Look.WORDS;
                case Entry.Text ignored -> Item.Look.WORDS;
                case Entry.Typed ignored -> Item.Look.WORDS;
                case Entry.Day ignored -> Item.Look.WORDS;
                case Entry.Link ignored -> Item.Look.WORDS;
            };
        }

        private static Optional<Tag> tag(Entry entry) {
            return switch (entry) {
                case Entry.Kind kind -> Optional.of(kind.tag());
                case Entry.FigureCell home -> Optional.of(Tag.of(home.cell().figure()));
                case Entry.Input ignored -> Optional.of(Tag.INPUT);
                case Entry.Typed ignored -> Optional.of(Tag.INPUT);
                case Entry.Day ignored -> Optional.of(Tag.INPUT);
                default -> Optional.empty();
            };
        }

        private Item.Leads leads(Entry entry) {
            return switch (entry) {
                case Entry.FigureCell home -> {
                    homes.put(home.cell(), sheet);
                    yield new Item.Leads.ToFigure(home.cell(), true);
                }
                case Entry.Mirror mirror -> new Item.Leads.ToFigure(mirror.cell(), false);
                case Entry.Formula formula -> new Item.Leads.Own("=" + formula.formula());
                case Entry.Link link ->
                    switch (link.target()) {
                        case Entry.Target.OfSheet target -> new Item.Leads.ToPage(target.id());
                        case Entry.Target.OfCell target -> new Item.Leads.ToHome(target.cell());
                    };
                default -> new Item.Leads.Nowhere();
            };
        }
    }
}
