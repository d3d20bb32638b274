package org.sizewright.buildsheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.SpreadsheetFormula;

/** Where every block and entry stands, and which names the workbook defines. Rows and columns count from 0. */
record Layout(List<PlacedSheet> sheets, Map<Cell, Area> homes, Map<String, Area> names) {
    /** The longest formula that a spreadsheet takes, with its equals sign. */
    private static final int LONGEST_FORMULA = 8192;

    private static final int FIRST_BLOCK_ROW = 3;

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern NAME = Pattern.compile("\\b(?:in|calc|out)_[a-z0-9_]+");

    Layout {
        sheets = List.copyOf(sheets);
    }

    /** A sheet with its blocks in their places, as many columns wide as its widest block. */
    record PlacedSheet(Sheet sheet, List<Placed> blocks, int width) {}

    /**
     * A block in its place. Rows that it does not have are -1.
     *
     * @param titleRow of its title
     * @param noteRow of its note
     * @param tagRow of the tags above the headings
     * @param headRow of the headings
     * @param firstRow of its first entry
     * @param endRow the row after its last
     */
    record Placed(Block block, int titleRow, int noteRow, int tagRow, int headRow, int firstRow, int endRow) {}

    /** A rectangle of cells, both ends included. */
    record Area(String sheetTitle, int firstRow, int firstColumn, int lastRow, int lastColumn) {
        String toReference() {
            String first = "$" + letters(firstColumn) + "$" + (firstRow + 1);
            String last = "$" + letters(lastColumn) + "$" + (lastRow + 1);
            return "'" + sheetTitle.replace("'", "''") + "'!" + (first.equals(last) ? first : first + ":" + last);
        }

        private static String letters(int column) {
            StringBuilder letters = new StringBuilder();
            for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
                letters.insert(0, (char) ('A' + (rest - 1) % 26));
            }
            return letters.toString();
        }
    }

    interface EntryVisitor {
        void visit(PlacedSheet sheet, int row, int column, Entry entry);
    }

    static Layout of(BuildSheet buildSheet) {
        return of(buildSheet.cover(), buildSheet.figures(), buildSheet.sheets());
    }

    static Layout of(Cover cover, FigureBook figures, List<Sheet> sheets) {
        List<Sheet> all = new ArrayList<>();
        all.add(cover.toSheet(sheets));
        all.addAll(sheets);
        List<PlacedSheet> placed = all.stream().map(Layout::place).toList();
        Map<Cell, Area> homes = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        requireUnique(all, problems);
        Layout layout = new Layout(placed, homes, new LinkedHashMap<>());
        layout.visit((sheet, row, column, entry) -> {
            if (entry instanceof Entry.FigureCell home) {
                Area area = new Area(sheet.sheet().title(), row, column, row, column);
                Area other = homes.putIfAbsent(home.cell(), area);
                if (other != null) {
                    problems.add(home.cell().name() + " has two homes: " + other.toReference() + " and "
                            + area.toReference());
                }
            }
        });
        layout.defineNames(figures, problems);
        layout.check(all, problems);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("the build sheet does not hold together: "
                    + String.join("; ", problems.stream().limit(20).toList())
                    + (problems.size() > 20 ? "; and " + (problems.size() - 20) + " more" : ""));
        }
        return layout;
    }

    private static void requireUnique(List<Sheet> sheets, List<String> problems) {
        Set<String> seen = new HashSet<>();
        for (Sheet sheet : sheets) {
            if (!seen.add("id " + sheet.id())) {
                problems.add("two sheets have the id " + sheet.id());
            }
            if (!seen.add("title " + sheet.title().toLowerCase(Locale.ROOT))) {
                problems.add("two sheets have the title " + sheet.title());
            }
        }
    }

    private static PlacedSheet place(Sheet sheet) {
        List<Placed> blocks = new ArrayList<>();
        int row = FIRST_BLOCK_ROW;
        int width = 1;
        for (Block block : sheet.blocks()) {
            Placed placed = switch (block) {
                case Block.Banner ignored -> new Placed(block, -1, -1, -1, -1, row, row + 1);
                case Block.Note ignored -> new Placed(block, -1, -1, -1, -1, row, row + 1);
                case Block.Facts facts -> {
                    int title = facts.title().isEmpty() ? -1 : row++;
                    width = Math.max(width, facts.hasNotes() ? 3 : 2);
                    yield new Placed(
                            block, title, -1, -1, -1, row, row + facts.facts().size());
                }
                case Block.Table table -> {
                    int title = table.title().isEmpty() ? -1 : row++;
                    int note = table.note().isEmpty() ? -1 : row++;
                    int tags = table.hasTags() ? row++ : -1;
                    int head = row++;
                    width = Math.max(width, table.columns().size());
                    yield new Placed(
                            block,
                            title,
                            note,
                            tags,
                            head,
                            row,
                            // an empty table keeps one empty row
                            row
                                    + Math.max(1, table.rows().size())
                                    + (table.total().isPresent() ? 1 : 0));
                }
            };
            blocks.add(placed);
            row = placed.endRow() + 1;
        }
        return new PlacedSheet(sheet, blocks, width);
    }

    /** Calls for every entry of every block. */
    void visit(EntryVisitor visitor) {
        for (PlacedSheet sheet : sheets) {
            visit(sheet, visitor);
        }
    }

    static void visit(PlacedSheet sheet, EntryVisitor visitor) {
        for (Placed placed : sheet.blocks()) {
            switch (placed.block()) {
                case Block.Banner banner -> visitor.visit(sheet, placed.firstRow(), 0, banner.entry());
                case Block.Note ignored -> {}
                case Block.Facts facts -> {
                    int row = placed.firstRow();
                    for (Block.Fact fact : facts.facts()) {
                        visitor.visit(sheet, row++, 1, fact.entry());
                    }
                }
                case Block.Table table -> {
                    int row = placed.firstRow();
                    for (List<Entry> entries : table.rows()) {
                        visitRow(sheet, row++, entries, visitor);
                    }
                    if (table.total().isPresent()) {
                        visitRow(sheet, placed.endRow() - 1, table.total().get(), visitor);
                    }
                }
            }
        }
    }

    private static void visitRow(PlacedSheet sheet, int row, List<Entry> entries, EntryVisitor visitor) {
        for (int column = 0; column < entries.size(); column++) {
            visitor.visit(sheet, row, column, entries.get(column));
        }
    }

    private void defineNames(FigureBook figures, List<String> problems) {
        homes.forEach((cell, area) -> {
            if (names.putIfAbsent(cell.name(), area) != null) {
                problems.add("two cells are called " + cell.name());
            }
        });
        for (Figure figure : figures.figures()) {
            if (figure.rows().isNone() || figure.rows().keys().isEmpty()) {
                continue;
            }
            for (Lane lane : figure.lanes()) {
                Optional<Area> range = range(figure, lane);
                String name = figure.cell(figure.rows().keys().getFirst(), lane).rangeName();
                if (range.isPresent() && names.putIfAbsent(name, range.get()) != null) {
                    problems.add("a range and a cell are both called " + name);
                }
            }
        }
    }

    /** All rows of a figure's lane, if they stand beside each other in one column or one row. */
    private Optional<Area> range(Figure figure, Lane lane) {
        List<Area> areas = new ArrayList<>();
        for (RowKey row : figure.rows().keys()) {
            Area area = homes.get(figure.cell(row, lane));
            if (area == null) {
                return Optional.empty();
            }
            areas.add(area);
        }
        Area first = areas.getFirst();
        Area last = areas.getLast();
        boolean down = last.firstColumn() == first.firstColumn();
        for (int i = 0; i < areas.size(); i++) {
            int row = first.firstRow() + (down ? i : 0);
            int column = first.firstColumn() + (down ? 0 : i);
            if (!areas.get(i).equals(new Area(first.sheetTitle(), row, column, row, column))) {
                return Optional.empty();
            }
        }
        return Optional.of(
                new Area(first.sheetTitle(), first.firstRow(), first.firstColumn(), last.lastRow(), last.lastColumn()));
    }

    private void check(List<Sheet> all, List<String> problems) {
        Set<String> ids = new HashSet<>(all.stream().map(Sheet::id).toList());
        Map<String, String> missing = new HashMap<>();
        visit((sheet, row, column, entry) -> {
            String user = "sheet " + sheet.sheet().title();
            switch (entry) {
                case Entry.FigureCell home -> {
                    if (home.cell().figure().formula().isPresent()) {
                        checkFormula(home.cell().name(), SpreadsheetFormula.of(home.cell()), missing, problems);
                    }
                }
                case Entry.Mirror mirror -> checkFormula(user, mirror.cell().name(), missing, problems);
                case Entry.Formula formula -> checkFormula(user, formula.formula(), missing, problems);
                case Entry.Link link -> {
                    switch (link.target()) {
                        case Entry.Target.OfSheet target -> {
                            if (!ids.contains(target.id())) {
                                problems.add("a link leads to sheet " + target.id() + ", which is not there");
                            }
                        }
                        case Entry.Target.OfCell target ->
                            checkFormula(user, target.cell().name(), missing, problems);
                    }
                }
                default -> {}
            }
        });
        missing.forEach((name, user) -> problems.add(name + ", which " + user + " reads, has no home"
                + (name.contains("_all") ? ", or its cells do not stand side by side" : "")));
    }

    private void checkFormula(String user, String formula, Map<String, String> missing, List<String> problems) {
        if (formula.length() >= LONGEST_FORMULA) {
            problems.add("the formula of " + user + " has " + formula.length()
                    + " characters, more than a spreadsheet takes");
        }
        for (String name : namesIn(formula)) {
            if (!names.containsKey(name)) {
                missing.putIfAbsent(name, user);
            }
        }
    }

    /** The names of figures that a formula reads. */
    static Set<String> namesIn(String formula) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = NAME.matcher(QUOTED.matcher(formula).replaceAll("\"\""));
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }
}
