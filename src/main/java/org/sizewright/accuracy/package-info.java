/**
 * Estimates held against what was measured: a case goes through the same figures as a sizing, and the errors of all cases give
 * each kind of estimate its band.
 *
 * <p>Pure: no files, no clock; who reads the cases stands outside. May use {@code sizing} and what it uses.
 */
@NullMarked
package org.sizewright.accuracy;

import org.jspecify.annotations.NullMarked;
