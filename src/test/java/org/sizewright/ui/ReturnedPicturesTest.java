package org.sizewright.ui;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sizewright.buildsheet.returned.Change;
import org.sizewright.buildsheet.returned.Comparison;
import org.sizewright.buildsheet.returned.Remark;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Theme;
import org.sizewright.ui.returned.ReturnedDesk;
import org.sizewright.ui.returned.ReturnedView;
import org.sizewright.ui.returned.ReturnedViewModel;

/** Draws what came back with a workbook into target/gallery. */
class ReturnedPicturesTest {
    private static final class Desk implements ReturnedDesk {
        @Override
        public void take(List<Change> changes) {}

        @Override
        public void close() {}
    }

    private static Change change(String where, String subject, String field, String before, String after) {
        return new Change(where, subject, field, before, after, Optional.empty(), plan -> plan);
    }

    private static final Comparison COMPARISON = new Comparison(
            "Build sheet, customer copy.xlsx",
            List.of(
                    change(
                            "Assumptions!C9",
                            "Context length \u00b7 Coding assistant",
                            "value, tokens",
                            "8192",
                            "16384"),
                    change("Assumptions!C151", "Labels \u00b7 xe9680", "labels", "", "inference, training"),
                    change(
                            "Checklist!E7",
                            "xe9680: Have the maker confirm that Dell Technologies PowerEdge XE9680 is listed",
                            "Owner",
                            "",
                            "A. Architect"),
                    change("Checklist!F7", "xe9680: Have the maker confirm that", "Status", "open", "in progress"),
                    new Change(
                            "Checklist!G7",
                            "xe9680: Have the maker confirm that",
                            "Date",
                            "2026-12-20",
                            "2026-12-24",
                            Optional.of("2026-12-18"),
                            plan -> plan)),
            List.of(
                    new Remark(
                            "Checklist!F9",
                            "\"nearly\" was not taken: a status is one of open, in progress, done, not needed.",
                            "Correct the cell and read the workbook again, or enter it in the application."),
                    new Remark(
                            "Checklist!104",
                            "Row 104 has no id: \"Grace\" was not taken.",
                            "Enter it in the application, or in the row that it belongs to.")));

    @Test
    void drawsWhatCameBack() throws IOException {
        for (Theme theme : Theme.values()) {
            draw("returned", COMPARISON, theme, 1280, 720);
            draw("returned", COMPARISON, theme, 1920, 1080);
        }
        draw("returned-none", new Comparison("book.xlsx", List.of(), List.of()), Theme.LIGHT, 1280, 720);
    }

    private static void draw(String name, Comparison comparison, Theme theme, int width, int height)
            throws IOException {
        PagePictures.draw(
                name,
                () -> {
                    ReturnedView view =
                            new ReturnedView(Texts.english(), new ReturnedViewModel(new Desk(), comparison));
                    view.focus();
                    return view.view();
                },
                root -> {},
                theme,
                width,
                height);
    }
}
