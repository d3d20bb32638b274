package org.sizewright.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.sizewright.catalog.CatalogRules;
import org.sizewright.catalog.CatalogRulesReader;
import org.sizewright.catalog.ImportChoices;
import org.sizewright.catalog.ImportFile;
import org.sizewright.catalog.ImportJob;
import org.sizewright.session.Storage;
import org.sizewright.ui.intake.IntakeDesk;
import org.sizewright.ui.intake.IntakeView;
import org.sizewright.ui.intake.IntakeViewModel;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Theme;

/** Draws the page of an import into target/gallery: a messy list with a certified list, and a table without a known header. */
class IntakePicturesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private final CatalogRules rules = CatalogRulesReader.readShipped();

    /** Runs imports at once and takes nothing over. */
    private final class Desk implements IntakeDesk {
        @Override
        public CatalogRules rules() {
            return rules;
        }

        @Override
        public void run(ImportJob job, Consumer<ImportJob.Outcome> done) {
            done.accept(job.run(rules));
        }

        @Override
        public void chooseCertified(Consumer<ImportFile> done) {
            done.accept(file("certified-systems-join.csv"));
        }

        @Override
        public void remember(ImportChoices choices) {}

        @Override
        public void takeOver(ImportJob job, ImportJob.Done done) {}

        @Override
        public void cancel() {}
    }

    private static ImportFile file(String name) {
        try (InputStream in = IntakePicturesTest.class.getResourceAsStream("/catalog/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no sample " + name);
            }
            return read(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ImportFile read(String name, byte[] content) {
        return switch (Storage.readList(name, content, DAY)) {
            case Storage.ListFile.Read read -> read.file();
            case Storage.ListFile.Refused refused -> throw new IllegalStateException(refused.sentence());
        };
    }

    @Test
    void drawsThePage() throws IOException {
        Texts texts = Texts.english();
        ImportJob messy = new ImportJob(
                List.of(file("qsc-messy.xlsx")),
                List.of(file("certified-systems-join.csv")),
                ImportChoices.NONE.withFilter(Optional.of("dataCenter")));
        ImportJob clean = new ImportJob(List.of(file("qsc-2023-layout-clean.csv")), List.of(), ImportChoices.NONE);
        ImportJob unknown = new ImportJob(
                List.of(read(
                        "servers.csv",
                        "Stand;2026;;\nMarke;Typ;Beschleuniger;Anzahl\nHPE;DL380a Gen11;L40S;4\nDell;R760xa;H100 NVL;2\n"
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                List.of(),
                ImportChoices.NONE);
        for (Theme theme : Theme.values()) {
            draw(texts, "names", messy, "NAMES", theme, 1280, 720);
            draw(texts, "columns", messy, "COLUMNS", theme, 1280, 720);
            draw(texts, "class", messy, "CLASS", theme, 1920, 1080);
            draw(texts, "conflicts", clean, "CONFLICTS", theme, 1280, 720);
            draw(texts, "unknown", unknown, "COLUMNS", theme, 1280, 720);
        }
    }

    private void draw(Texts texts, String name, ImportJob job, String part, Theme theme, int width, int height)
            throws IOException {
        PagePictures.draw(
                "intake-" + name,
                () -> new IntakeView(texts, new IntakeViewModel(texts, new Desk(), job)).view(),
                root -> {
                    if (root.lookup("#part-" + part) instanceof ToggleButton button) {
                        button.fire();
                    }
                },
                theme,
                width,
                height);
    }
}
