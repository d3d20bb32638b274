package org.sizewright.rules.sound;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sizewright.buildsheet.Block;
import org.sizewright.buildsheet.BuildSheet;
import org.sizewright.buildsheet.BuildSheetSubject;
import org.sizewright.buildsheet.BuildSheets;
import org.sizewright.buildsheet.Entry;
import org.sizewright.buildsheet.EntryText;
import org.sizewright.buildsheet.Sheet;
import org.sizewright.buildsheet.handover.HandOver;
import org.sizewright.plan.Plan;
import org.sizewright.result.OptionResult;
import org.sizewright.result.PlanResult;

/** Everything that a plan leads to, as text: findings, the sheets of its workbook, the files for tools. */
record Output(String findings, Map<String, String> sheets, Map<String, String> files) {
    static Output of(Plan plan) {
        PlanResult result = Findings.all(plan);
        OptionResult live = result.live();
        BuildSheet book = BuildSheets.of(new BuildSheetSubject(result, live, Optional.empty(), "Sizewright"));
        EntryText words = new EntryText(book.figures());
        Map<String, String> sheets = new TreeMap<>();
        for (Sheet sheet : book.sheets()) {
            sheets.put(sheet.id(), text(sheet, words));
        }
        Map<String, String> files = new TreeMap<>();
        HandOver.of(live, "Sizewright").files().forEach(file -> files.put(file.path(), file.text()));
        return new Output(
                live.findings().stream()
                        .map(finding -> finding.rule() + " " + finding.severity() + " " + finding.subject() + ": "
                                + finding.sentence())
                        .collect(Collectors.joining("\n")),
                sheets,
                files);
    }

    private static String text(Sheet sheet, EntryText words) {
        StringBuilder text = new StringBuilder();
        for (Block block : sheet.blocks()) {
            if (block instanceof Block.Table table) {
                text.append(table.title()).append('\n').append(table.note()).append('\n');
                table.rows().forEach(row -> text.append(line(row, words)));
                table.total().ifPresent(row -> text.append(line(row, words)));
            } else {
                text.append(block).append('\n');
            }
        }
        return text.toString();
    }

    private static String line(List<Entry> row, EntryText words) {
        return row.stream().map(words::text).collect(Collectors.joining(" | ", "", "\n"));
    }

    /** All of it. */
    String all() {
        return findings + "\n" + String.join("\n", sheets.values()) + "\n" + String.join("\n", files.values());
    }

    String sheet(String id) {
        String sheet = sheets.get(id);
        if (sheet == null) {
            throw new IllegalArgumentException("no sheet " + id + " among " + sheets.keySet());
        }
        return sheet;
    }

    /** The files whose path has that word. */
    String files(String word) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().contains(word))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining("\n"));
    }
}
