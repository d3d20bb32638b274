package org.sizewright.ui.returned;

import org.sizewright.buildsheet.returned.Change;

/**
 * A change as a row.
 *
 * @param id tells rows apart
 * @param taken whether it goes into the plan
 */
record ReturnedRow(String id, Change change, boolean taken) {}
