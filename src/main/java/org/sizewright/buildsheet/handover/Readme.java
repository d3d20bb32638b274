package org.sizewright.buildsheet.handover;

import java.util.List;

/** The table of contents of a hand-over, for people. */
final class Readme {
    static final String PATH = "README.md";

    private Readme() {}

    static HandOverFile of(HandOverPlan plan, List<HandOverFile> files, List<LeftOut> leftOut) {
        StringBuilder text = new StringBuilder("# Hand-over\n\n");
        text.append(plain(plan.planLine())).append(".\n\n");
        text.append(plain("Computed by " + plan.writtenBy()))
                .append(
                        ". Values in the form `<FILL-IN:...>` are not known to the plan: write them in; the tools refuse them"
                                + " as they are. `SHA256SUMS` says what these files were when they were written"
                                + " (`sha256sum -c SHA256SUMS`).\n");
        if (!plan.live().placements().stream().allMatch(placed -> placed.isComplete())) {
            text.append("\n**Some machines of this option have no place yet: these files leave them out.**\n");
        }
        text.append("\n## Files\n");
        for (HandOverFile file : files) {
            text.append("\n### ").append(file.path()).append('\n');
            text.append('\n')
                    .append(plain(file.purpose()))
                    .append(". For: ")
                    .append(plain(file.tool()))
                    .append(", ");
            text.append(plain(file.version())).append(".\n\n");
            file.remarks()
                    .forEach(remark -> text.append("- ").append(plain(remark)).append('\n'));
        }
        if (!leftOut.isEmpty()) {
            text.append("\n## Not written\n\n");
            leftOut.forEach(one -> text.append("- ")
                    .append(plain(one.name()))
                    .append(": ")
                    .append(plain(one.reason()))
                    .append('\n'));
        }
        return new HandOverFile(
                PATH, "What the files are, and what is missing", "people", "Markdown", text.toString(), List.of());
    }

    /** In one line, and not taken for markup. */
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").replaceAll("([\\\\`*_<>\\[\\]])", "\\\\$1");
    }
}
