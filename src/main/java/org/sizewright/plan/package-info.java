/**
 * What the architect saves: site, workloads, options and how they are assigned; the edits of it; looking up what it names
 * ({@link org.sizewright.plan.Resolver}); and its saved form with schema versions and migrations.
 *
 * <p>May use {@code library}, {@code catalog} and {@code inventory} and what they use. Plans are immutable and hold ids, never looked-up records.
 */
@NullMarked
package org.sizewright.plan;

import org.jspecify.annotations.NullMarked;
