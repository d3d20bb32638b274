/**
 * The screen of the catalog: search, facets, the table of servers, and the account of every row of the file.
 *
 * <p>May use what the window shares ({@code ui.screen}, {@code ui.part}, {@code ui.look}) and the domain; no other screen.
 */
@NullMarked
package org.sizewright.ui.catalog;

import org.jspecify.annotations.NullMarked;
