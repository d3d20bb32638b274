package org.sizewright.ui;

import java.util.function.Supplier;
import javafx.scene.Node;
import org.sizewright.ui.look.Icon;

/**
 * A place for a screen in the rail.
 *
 * @param id stays the same between versions
 * @param content builds the screen; asked once, when the screen is first shown
 */
public record ScreenSlot(String id, Icon icon, String title, Supplier<Node> content) {}
