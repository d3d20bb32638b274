/**
 * Which profile to offer and which assignment policy to set: the same machines placed and arriving under each choice, compared, with the
 * reason in a sentence. May depend on {@code placement}, {@code placement.arrival} and {@code partition}. Pure: seeds are given.
 */
@NullMarked
package org.sizewright.placement.advice;

import org.jspecify.annotations.NullMarked;
