/**
 * How fast language models answer, as figures: what a token costs in bytes and operations, a step of the engine under load, time to
 * the first token and per token, tokens per second, how many requests keep a service level, and the speed of one batch alone. The
 * constants are records of the library, with the cases they were fitted on; a figure without measured cases has no band.
 *
 * <p>Pure: no files, no clock. May use {@code sizing} and what it uses.
 */
@NullMarked
package org.sizewright.sizing.throughput;

import org.jspecify.annotations.NullMarked;
