/**
 * The imported list of servers: what an entry is, how a foreign table becomes entries with an account of every row, names brought
 * to one spelling, and search.
 *
 * <p>Depends on {@code table} only. Spellings and synonyms are data ({@code assets/library/catalog-*.json}); which GPU record of
 * the library a name stands for is decided elsewhere, by chip, form and memory. Only the readers and writers touch files or JSON.
 */
@NullMarked
package org.sizewright.catalog;

import org.jspecify.annotations.NullMarked;
