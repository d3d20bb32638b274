/**
 * The workloads of an option on each of the platforms: only the platform is changed, everything that makes no sense on another one is
 * dropped with a word, and each is calculated as an option of its own would be.
 *
 * <p>Pure. May use {@code result} and what it uses; {@code result} itself knows nothing of it.
 */
@NullMarked
package org.sizewright.result.platforms;

import org.jspecify.annotations.NullMarked;
