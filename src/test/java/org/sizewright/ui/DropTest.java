package org.sizewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sizewright.ui.look.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A catalog dropped on the window is shown and taken over. The headless platform knows no drag and drop, so this needs a display. */
@Tag("display")
@ExtendWith(ApplicationExtension.class)
class DropTest {
    private WorkbenchFixture fixture = none();

    @SuppressWarnings("NullAway") // set before each test by TestFX
    private static WorkbenchFixture none() {
        return null;
    }

    @Start
    void start(Stage stage) {
        fixture = new WorkbenchFixture();
        Label file = new Label("a file");
        file.setId("file");
        file.setOnDragDetected(event -> {
            Dragboard board = file.startDragAndDrop(TransferMode.COPY);
            ClipboardContent content = new ClipboardContent();
            content.putFiles(List.of(WorkbenchFixture.CATALOG.toAbsolutePath().toFile()));
            board.setContent(content);
            event.consume();
        });
        BorderPane pane = new BorderPane(fixture.workbench().root());
        pane.setBottom(file);
        Scene scene = new Scene(pane, 1280, 760);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.asyncFx(fixture::close);
    }

    @Test
    void droppedCatalogOpens(FxRobot robot) throws TimeoutException {
        assertThat(fixture.session().state().catalog()).isEmpty();
        robot.drag("#file").moveTo("#rail-catalog").moveBy(200, 40).drop();
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> robot.lookup("#intake-take")
                        .tryQueryAs(Button.class)
                        .filter(button -> !button.isDisabled())
                        .isPresent());
        robot.clickOn("#intake-take");
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> fixture.session().state().catalog().isPresent());
        assertThat(fixture.session().state().catalog().orElseThrow().catalog().name())
                .isEqualTo("sample-catalog-2026-layout.csv");
    }
}
