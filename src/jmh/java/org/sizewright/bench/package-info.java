/** Benchmarks; they may use every package and nothing uses them. Run with the Maven profile {@code benchmark}. */
@NullMarked
package org.sizewright.bench;

import org.jspecify.annotations.NullMarked;
