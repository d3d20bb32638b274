package org.sizewright.ui.sheet;

import java.util.Optional;
import org.sizewright.buildsheet.Tag;
import org.sizewright.figure.Cell;

/**
 * What the formula line says about the selected place.
 *
 * @param name of the cell in the workbook; empty if it has none
 * @param subject what it is, with its value; may be empty
 * @param formula live formula with its equals sign, or the plain value
 * @param cell the figure's cell, if it is one
 * @param home the page on which the name is defined, if that is another one
 */
record Choice(
        String name, String subject, String formula, Optional<Tag> tag, Optional<Cell> cell, Optional<Page> home) {}
