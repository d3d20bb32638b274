package org.sizewright.ui.platform;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.sizewright.rules.VersionConflict;
import org.sizewright.rules.VersionMap;
import org.sizewright.rules.VersionMap.Version;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Chip;
import org.sizewright.ui.screen.VersionConflicts;

/** The versions that have to go together, those that contradict in red, each contradiction with the change that clears it. */
final class VersionsPart extends VBox {
    private final Texts texts;
    private final FlowPane sides = new FlowPane(6, 6);
    private final VersionConflicts conflicts;

    VersionsPart(Texts texts, Consumer<VersionConflict.Change> onApply) {
        super(8);
        this.texts = texts;
        conflicts = new VersionConflicts(texts, onApply);
        getChildren().setAll(sides, conflicts);
        setId("platform-versions");
        setAccessibleText(texts.get("platform.versions"));
    }

    void show(PlatformPage page) {
        List<Version> versions = page.versions().map(VersionMap::versions).orElse(List.of()).stream()
                .filter(Version::isStated)
                .toList();
        boolean there = page.hasVersions() && !versions.isEmpty();
        setVisible(there);
        setManaged(there);
        if (there) {
            sides.getChildren().setAll(versions.stream().map(this::chip).toList());
            conflicts.show(page.versions().map(VersionMap::conflicts).orElse(List.of()));
        }
    }

    private Node chip(Version version) {
        boolean contradicts = version.worst().isPresent();
        Chip chip = new Chip(version.side().title() + ": " + version.value(), contradicts ? Tone.ERROR : Tone.NEUTRAL);
        chip.setAccessibleText(
                contradicts ? texts.get("platform.versions.contradicts", chip.getText()) : chip.getText());
        return chip;
    }
}
