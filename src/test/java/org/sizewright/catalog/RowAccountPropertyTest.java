package org.sizewright.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sizewright.catalog.ImportResult.Imported;
import org.sizewright.table.Cell;
import org.sizewright.table.Limits;
import org.sizewright.table.Reading;
import org.sizewright.table.TableReader;
import org.sizewright.table.TextTable;

/** Header + kept + merged + skipped + needing attention = rows, whatever was done to the file. */
final class RowAccountPropertyTest {
    private static final List<String> FILES = List.of(
            "qsc-messy.xlsx",
            "qsc-2023-layout-messy.xlsx",
            "qsc-2023-layout-clean.csv",
            "qsc-2026-marketplace-layout-clean.xlsx");
    private static final List<String> ODD = List.of(
            "",
            " ",
            "\u00A0",
            "()",
            "(8)",
            "-4",
            "124",
            "*",
            "\u2020 note",
            "1 - 15 of 812 items",
            "NVIDIA GPU",
            "Partners",
            "A10-24Q",
            "L40S, L40 (8)",
            "H100\nH200",
            "&trade;",
            "&#99999999;",
            "\uD83D",
            "((((",
            "~",
            "/",
            "~/~ \t",
            "99999999999999",
            "x",
            "NVIDIA - Certified");

    static Stream<Arguments> runs() {
        return FILES.stream().flatMap(file -> IntStream.range(0, 60).mapToObj(seed -> Arguments.of(file, seed)));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void everyRowHasOneFate(String file, int seed) {
        Random random = new Random(seed);
        Reading reading = TableReader.read(Samples.bytes("/catalog/" + file), file, Limits.STANDARD);
        assertThat(reading).isInstanceOf(Reading.Tables.class);
        TextTable mutated = mutate(((Reading.Tables) reading).tables().getFirst(), random);
        ImportResult result = Samples.result(new Reading.Tables(List.of(mutated)), file);
        if (result instanceof Imported imported) {
            check(imported, mutated);
        } else {
            assertThat(result).isInstanceOf(ImportResult.Refused.class);
        }
    }

    /** The same with choices that were made for another list: columns anywhere, answers about anything. */
    @ParameterizedTest
    @MethodSource("runs")
    void everyRowHasOneFateWhateverTheUserChose(String file, int seed) {
        Random random = new Random(31L * seed);
        Reading.Tables tables =
                (Reading.Tables) TableReader.read(Samples.bytes("/catalog/" + file), file, Limits.STANDARD);
        TextTable mutated = mutate(tables.tables().getFirst(), random);
        ImportChoices choices = ImportChoices.NONE;
        for (int round = 0; round < 4; round++) {
            ImportResult result = CatalogImporter.of(Samples.RULES, choices)
                    .importTable(new Reading.Tables(List.of(mutated)), file, "0");
            choices = switch (result) {
                case Imported imported -> {
                    checkAccount(imported, mutated);
                    yield choose(choices, imported, random);
                }
                case ImportResult.Refused refused ->
                    choices.withHeader(Optional.of(new HeaderRow(
                            mutated.sheet(), random.nextInt(mutated.rows().size() + 1))));
            };
        }
    }

    private static ImportChoices choose(ImportChoices choices, Imported imported, Random random) {
        ImportChoices changed = choices;
        for (Question question : imported.questions()) {
            changed = switch (question) {
                case Question.Gpu gpu ->
                    random.nextBoolean() || gpu.candidates().isEmpty()
                            ? changed.withGpu(gpu.key(), new GpuAnswer.LeftOpen())
                            : changed.withGpu(
                                    gpu.key(),
                                    new GpuAnswer.Meant(gpu.candidates()
                                            .get(random.nextInt(gpu.candidates().size()))));
                case Question.Vendor vendor -> changed.withVendor(vendor.key(), "Dell Technologies");
            };
        }
        for (Conflict conflict : imported.conflicts()) {
            changed = changed.withConflict(
                    conflict.subject(),
                    conflict.sides()
                            .get(random.nextInt(conflict.sides().size()))
                            .statement());
        }
        ColumnMapping mapping = imported.mapping();
        Map<Field, Integer> columns = new HashMap<>(mapping.used());
        columns.put(
                Field.values()[random.nextInt(Field.values().length)],
                random.nextInt(mapping.columns().size() + 1));
        return random.nextInt(3) == 0 ? changed.withColumns(mapping.signature(), columns) : changed;
    }

    private static void checkAccount(Imported imported, TextTable table) {
        assertThat(imported.rows()).isEqualTo(table.rows().size());
        assertThat(imported.count(RowFate.Header.class)
                        + imported.count(RowFate.Kept.class)
                        + imported.count(RowFate.Merged.class)
                        + imported.count(RowFate.Skipped.class)
                        + imported.count(RowFate.NeedsAttention.class))
                .isEqualTo(table.rows().size());
        assertThat(imported.count(RowFate.Header.class)).isLessThanOrEqualTo(1);
        assertThat(imported.fates())
                .allSatisfy(fate -> assertThat(fate.raw().text())
                        .isEqualTo(table.rows().get(fate.raw().row() - 1).texts()));
    }

    private static void check(Imported imported, TextTable table) {
        assertThat(imported.rows()).isEqualTo(table.rows().size());
        assertThat(imported.count(RowFate.Header.class)).isEqualTo(1);
        assertThat(imported.count(RowFate.Kept.class)
                        + imported.count(RowFate.Merged.class)
                        + imported.count(RowFate.Skipped.class)
                        + imported.count(RowFate.NeedsAttention.class))
                .isEqualTo(table.rows().size() - 1);
        Set<Integer> rowsWithEntries = new HashSet<>();
        for (int i = 0; i < table.rows().size(); i++) {
            RowFate fate = imported.fates().get(i);
            assertThat(fate.raw().text()).isEqualTo(table.rows().get(i).texts());
            if (!fate.entries().isEmpty()) {
                rowsWithEntries.add(fate.raw().row());
            }
            if (fate instanceof RowFate.Merged merged) {
                assertThat(rowsWithEntries).contains(merged.intoRow());
            }
        }
        assertThat(imported.entries())
                .allSatisfy(entry -> assertThat(CatalogEntryCodec.fromJson(CatalogEntryCodec.toJson(entry)))
                        .isEqualTo(entry));
    }

    private static TextTable mutate(TextTable table, Random random) {
        List<List<Cell>> rows = new ArrayList<>();
        table.rows().forEach(row -> rows.add(new ArrayList<>(row.cells())));
        int changes = 1 + random.nextInt(40);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(rows.size());
            List<Cell> row = rows.get(at);
            switch (random.nextInt(6)) {
                case 0 -> rows.add(random.nextInt(rows.size() + 1), new ArrayList<>(row));
                case 1 -> rows.add(random.nextInt(rows.size() + 1), new ArrayList<>());
                case 2 -> rows.set(at, new ArrayList<>(row.subList(0, row.isEmpty() ? 0 : random.nextInt(row.size()))));
                case 3 -> {
                    if (rows.size() > 2) {
                        rows.remove(at);
                    }
                }
                default -> {
                    if (!row.isEmpty()) {
                        Cell.Origin[] origins = Cell.Origin.values();
                        Cell.Origin origin =
                                random.nextInt(5) == 0 ? origins[random.nextInt(origins.length)] : Cell.Origin.OWN;
                        row.set(random.nextInt(row.size()), new Cell(ODD.get(random.nextInt(ODD.size())), origin));
                    }
                }
            }
        }
        List<TextTable.Row> numbered = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            numbered.add(new TextTable.Row(i + 1, rows.get(i)));
        }
        return new TextTable(table.sheet(), numbered);
    }

    static Stream<Arguments> damage() {
        return FILES.stream().flatMap(file -> IntStream.range(0, 40).mapToObj(seed -> Arguments.of(file, seed)));
    }

    /** Bytes changed, cut off or put in: an import or a sentence, never an exception. */
    @ParameterizedTest
    @MethodSource("damage")
    void survivesDamage(String file, int seed) {
        Random random = new Random(seed);
        byte[] bytes = Samples.bytes("/catalog/" + file).clone();
        if (random.nextBoolean()) {
            bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
        for (int i = 0; i < random.nextInt(30) && bytes.length > 0; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        switch (TableReader.read(bytes, file, Limits.STANDARD)) {
            case Reading.Unreadable unreadable ->
                assertThat(unreadable.sentence()).contains(file).endsWith(".");
            case Reading.Tables tables -> {
                if (Samples.result(tables, file) instanceof Imported imported) {
                    assertThat(imported.rows()).isGreaterThan(0);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("damage")
    void survivesNoise(String file, int seed) {
        byte[] noise = new byte[2000];
        new Random(seed + (long) file.hashCode()).nextBytes(noise);
        assertThat(TableReader.read(noise, "noise.xlsx", Limits.STANDARD)).isInstanceOf(Reading.Unreadable.class);
        byte[] text = "Partners,System,NVIDIA GPU\n".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(text, 0, noise, 0, text.length);
        assertThat(TableReader.read(noise, "noise.csv", Limits.STANDARD)).isNotNull();
    }
}
