package org.sizewright.ui.look;

import javafx.scene.AccessibleRole;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The icons of the window, by what they mean here; the drawing behind a meaning can change in this one place. */
public enum Icon {
    PRODUCT(Feather.LAYERS),
    CATALOG(Feather.DATABASE),
    ACCELERATORS(Feather.CPU),
    WORKLOADS(Feather.ACTIVITY),
    CLUSTER(Feather.SERVER),
    PLACEMENT(Feather.GRID),
    CHECKS(Feather.CHECK_SQUARE),
    COMPARE(Feather.COLUMNS),
    BUILD_SHEET(Feather.FILE_TEXT),
    SITE(Feather.MAP_PIN),
    OPTIONS(Feather.GIT_BRANCH),
    UNDO(Feather.CORNER_UP_LEFT),
    REDO(Feather.CORNER_UP_RIGHT),
    THEME_LIGHT(Feather.SUN),
    THEME_DARK(Feather.MOON),
    WHY(Feather.HELP_CIRCLE),
    EXPORT(Feather.DOWNLOAD),
    IMPORT(Feather.UPLOAD),
    SEARCH(Feather.SEARCH),
    FILTER(Feather.FILTER),
    SORT(Feather.BAR_CHART_2),
    TABLE_COLUMNS(Feather.LAYOUT),
    SETTINGS(Feather.SLIDERS),
    ADD(Feather.PLUS),
    REMOVE(Feather.TRASH_2),
    CLOSE(Feather.X),
    COPY(Feather.COPY),
    EDIT(Feather.EDIT_2),
    SAVE(Feather.SAVE),
    OPEN(Feather.FOLDER),
    BACK(Feather.ARROW_LEFT),
    NEXT(Feather.ARROW_RIGHT),
    FIRST(Feather.SKIP_BACK),
    LAST(Feather.SKIP_FORWARD),
    MORE(Feather.MORE_HORIZONTAL),
    EXPANDED(Feather.CHEVRON_DOWN),
    COLLAPSED(Feather.CHEVRON_RIGHT),
    FAVOURITE(Feather.STAR),
    SOURCE(Feather.BOOK_OPEN),
    EMPTY(Feather.INBOX),
    PRICE(Feather.TAG),
    HIDDEN(Feather.EYE_OFF),
    POWER(Feather.ZAP),
    LOCK(Feather.LOCK),
    RUN(Feather.PLAY),
    STOP(Feather.SQUARE),
    OK(Feather.CHECK),
    WARN(Feather.ALERT_TRIANGLE),
    ERROR(Feather.X_OCTAGON),
    INFO(Feather.INFO),
    NEUTRAL(Feather.MINUS);

    private final Feather glyph;

    Icon(Feather glyph) {
        this.glyph = glyph;
    }

    /** A new drawing of this icon; size and colour come from the style sheet. It carries no name: the control around it does. */
    public FontIcon node() {
        FontIcon icon = new FontIcon(glyph);
        icon.getStyleClass().add("icon");
        icon.setAccessibleRole(AccessibleRole.NODE);
        icon.setMouseTransparent(true);
        return icon;
    }

    /** The same, with a further style class. */
    public FontIcon node(String styleClass) {
        FontIcon icon = node();
        icon.getStyleClass().add(styleClass);
        return icon;
    }
}
