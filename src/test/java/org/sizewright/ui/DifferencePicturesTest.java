package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.CatalogImporter;
import org.sizewright.catalog.CatalogRules;
import org.sizewright.catalog.CatalogRulesReader;
import org.sizewright.catalog.ImportResult.Imported;
import org.sizewright.session.ExportComparison;
import org.sizewright.session.ExportComparison.Export;
import org.sizewright.session.ExportComparison.PlanSource;
import org.sizewright.session.Storage;
import org.sizewright.ui.difference.DifferenceDesk;
import org.sizewright.ui.difference.DifferencePage;
import org.sizewright.ui.difference.DifferenceView;
import org.sizewright.ui.difference.DifferenceViewModel;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Theme;

/** Draws the difference of two exports into target/gallery: an export with planted changes, and one without any. */
class DifferencePicturesTest {
    private final CatalogRules rules = CatalogRulesReader.readShipped();
    private final SampleReferences sample = new SampleReferences();

    private static final class Desk implements DifferenceDesk {
        @Override
        public void swap(ExportComparison comparison, Consumer<DifferencePage> done) {
            done.accept(DifferencePage.of(Texts.english(), comparison.swapped()));
        }

        @Override
        public void close() {}
    }

    /** The sample list as text, with changes planted row by row. */
    private Imported changed() {
        StringBuilder text = new StringBuilder();
        int kept = 0;
        for (var fate : sample.catalogImport().fates()) {
            List<String> cells = new ArrayList<>(fate.raw().text());
            boolean entry = !fate.entries().isEmpty();
            kept += entry ? 1 : 0;
            if (entry && kept % 17 == 5) {
                continue;
            }
            String line = String.join("\t", cells).replaceAll("\\R", " ");
            if (entry && kept % 9 == 2) {
                line = line.replace("Qualified", "NVIDIA-Certified").replace("\t4\t", "\t8\t");
            }
            text.append(line).append('\n');
            if (entry && kept % 13 == 3) {
                text.append(line.replace(
                                fate.entries().getFirst().model(),
                                fate.entries().getFirst().model() + " v2"))
                        .append('\n');
            }
        }
        byte[] content = text.toString().getBytes(StandardCharsets.UTF_8);
        return (Imported)
                switch (Storage.readList("catalog-2027-03.tsv", content, LocalDate.of(2027, 3, 2))) {
                    case Storage.ListFile.Read read ->
                        CatalogImporter.of(rules)
                                .importTable(
                                        read.file().tables(),
                                        read.file().name(),
                                        read.file().sha256());
                    case Storage.ListFile.Refused refused -> throw new IllegalStateException(refused.sentence());
                };
    }

    private List<PlanSource> plans() {
        List<CatalogEntry> servers = sample.catalogImport().entries();
        return List.of(
                new PlanSource.Found(
                        SamplePlans.standard().header().title(),
                        Optional.empty(),
                        true,
                        servers.subList(0, Math.min(6, servers.size()))),
                new PlanSource.Found(
                        "Retail edge, 14 stores",
                        Optional.of(Path.of("plans", "retail-edge.json")),
                        false,
                        servers.subList(servers.size() - 2, servers.size() - 1)),
                new PlanSource.Unreadable(
                        Path.of("plans", "university.json"),
                        "There is no file plans/university.json.",
                        "Check the name."));
    }

    @Test
    void drawsTheDifference() throws IOException {
        Export older = new Export("catalog-2026-11.xlsx", LocalDate.of(2026, 11, 21), sample.catalogImport());
        Export newer = new Export("catalog-2027-03.tsv", LocalDate.of(2027, 3, 2), changed());
        ExportComparison differs = ExportComparison.byDay(newer, older, plans());
        assertThat(differs.older()).isEqualTo(older);
        assertThat(differs.difference().added()).isNotEmpty();
        assertThat(differs.difference().removed()).isNotEmpty();
        assertThat(differs.difference().changed()).isNotEmpty();
        ExportComparison same = ExportComparison.byDay(older, older, plans());
        for (Theme theme : Theme.values()) {
            draw("difference", differs, theme, 1280, 720);
            draw("difference", differs, theme, 1920, 1080);
        }
        draw("difference-none", same, Theme.LIGHT, 1280, 720);
    }

    private static void draw(String name, ExportComparison comparison, Theme theme, int width, int height)
            throws IOException {
        Texts texts = Texts.english();
        PagePictures.draw(
                name,
                () -> {
                    DifferenceView view = new DifferenceView(
                            texts, new DifferenceViewModel(texts, new Desk(), DifferencePage.of(texts, comparison)));
                    view.focus();
                    return view.view();
                },
                root -> {},
                theme,
                width,
                height);
    }
}
