package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sizewright.library.LibraryReader;
import org.sizewright.session.UserLibrary;
import org.sizewright.ui.look.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Faults of a user's own library are told when the window opens, and can be read one by one. */
@ExtendWith({HeadlessScreen.class, ApplicationExtension.class})
@SuppressWarnings("NullAway.Init")
class LibraryFaultsTest {
    private WorkbenchFixture fixture;

    @Start
    void start(Stage stage) throws IOException {
        Path folder = Files.createTempDirectory("sizewright-own-library");
        Files.writeString(folder.resolve("prices.json"), """
                {"format": "sizewright-library", "schema": 1, "kind": "prices", "records": [
                {"id": "q-1", "item": "GPU", "of": "l40s",
                 "amount": -9000, "currency": "EUR", "date": "2026-11-02", "quote": "Quote 4711"}]}
                """);
        Files.writeString(folder.resolve("gpus.json"), "{ oops");
        fixture = new WorkbenchFixture(UserLibrary.of(LibraryReader.bundled().library(), folder));
        Scene scene = new Scene(fixture.workbench().root(), 1280, 720);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.asyncFx(fixture::close);
    }

    @Test
    void theNoticeLeadsToEveryFaultWithFileAndLine(FxRobot robot) throws IOException {
        robot.interact(() -> fixture.workbench().tellLibraryFaults());
        assertThat(robot.lookup((Node node) -> node.getAccessibleText() != null
                                && node.getAccessibleText().startsWith("2 faults in your own library."))
                        .tryQuery())
                .isPresent();
        robot.interact(() -> robot.lookup((Node node) ->
                        node instanceof Button button && button.getText().equals("Read all"))
                .queryAs(Button.class)
                .fire());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(words(robot))
                .contains("gpus.json, line 1", "prices.json, line 3")
                .anyMatch(text -> text.contains("q-1") && text.contains("\"amount\" is"));
        robot.interact(() -> {
            try {
                new PngWriter()
                        .write(
                                fixture.workbench().root().getScene().snapshot(null),
                                Path.of("target", "gallery", "library-faults.png"));
            } catch (IOException unwritable) {
                throw new IllegalStateException(unwritable);
            }
        });
    }

    private static List<String> words(FxRobot robot) {
        return robot
                .lookup((Node node) -> node instanceof Labeled labeled && labeled.isVisible())
                .<Labeled>queryAll()
                .stream()
                .map(labeled -> String.valueOf(labeled.getText()))
                .toList();
    }
}
