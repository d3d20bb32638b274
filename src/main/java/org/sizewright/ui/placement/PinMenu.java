package org.sizewright.ui.placement;

import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.GpuStrip;

/** What can be done with a machine on a GPU by its menu, and by a key where it is marked: M moves, P pins it there, U unpins. */
final class PinMenu {
    /** The machine, and where it is drawn. */
    record Chosen(String section, ClusterScene scene, Subject.Machine machine) {}

    private final Texts texts;
    private final PinViewModel pins;
    private final GpuStrip strip;
    private final Function<GpuStrip.Slot, Optional<Chosen>> machine;
    private final ContextMenu menu = new ContextMenu();

    private PinMenu(Texts texts, PinViewModel pins, GpuStrip strip, Function<GpuStrip.Slot, Optional<Chosen>> machine) {
        this.texts = texts;
        this.pins = pins;
        this.strip = strip;
        this.machine = machine;
    }

    /** @param machine the machine of a slot; empty if there is none that can be moved */
    static void install(
            Texts texts, PinViewModel pins, GpuStrip strip, Function<GpuStrip.Slot, Optional<Chosen>> machine) {
        PinMenu menu = new PinMenu(texts, pins, strip, machine);
        strip.setOnContextMenuRequested(menu::open);
        strip.addEventHandler(KeyEvent.KEY_PRESSED, menu::key);
    }

    private void open(ContextMenuEvent event) {
        Optional<GpuStrip.Slot> slot =
                event.isKeyboardTrigger() ? strip.marked() : strip.at(event.getSceneX(), event.getSceneY());
        slot.flatMap(machine).ifPresent(chosen -> {
            menu.getItems()
                    .setAll(
                            item("placement.menu.move", () -> move(pins, chosen)),
                            chosen.machine().pinned()
                                    ? item("placement.menu.unpin", () -> unpin(pins, chosen))
                                    : item("placement.menu.pin", () -> pin(pins, chosen)));
            menu.getItems().add(item("placement.pinAll", () -> pins.pinAll(chosen.scene())));
            if (!chosen.scene().placed().problem().pins().isEmpty()) {
                menu.getItems().add(item("placement.unpinAll", () -> pins.unpinAll(chosen.scene())));
            }
            Bounds bounds = strip.localToScreen(strip.getBoundsInLocal());
            menu.show(
                    strip,
                    event.isKeyboardTrigger() ? bounds.getMinX() : event.getScreenX(),
                    event.isKeyboardTrigger() ? bounds.getMaxY() : event.getScreenY());
            event.consume();
        });
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(texts.get(key));
        item.setOnAction(ignored -> action.run());
        return item;
    }

    private void key(KeyEvent event) {
        key(pins, event, strip.marked().flatMap(machine));
    }

    /** Does what the key means for the machine; other keys are left alone. */
    static void key(PinViewModel pins, KeyEvent event, Optional<Chosen> chosen) {
        if (chosen.isEmpty() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case M -> move(pins, chosen.get());
            case P -> pin(pins, chosen.get());
            case U, DELETE -> unpin(pins, chosen.get());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private static void move(PinViewModel pins, Chosen chosen) {
        pins.choose(chosen.section(), chosen.scene(), chosen.machine().vm());
    }

    private static void pin(PinViewModel pins, Chosen chosen) {
        if (!chosen.machine().pinned()) {
            pins.pinHere(chosen.scene(), chosen.machine().vm());
        }
    }

    private static void unpin(PinViewModel pins, Chosen chosen) {
        if (chosen.machine().pinned()) {
            pins.unpin(
                    chosen.scene(),
                    chosen.machine().vm().vmClass(),
                    chosen.machine().vm().number());
        }
    }
}
