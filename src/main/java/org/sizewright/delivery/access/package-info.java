/**
 * The ways in which the machines of a workload can reach GPUs under vSphere, tried one after the other with the whole pipeline, so
 * that each says what it takes or what stands in its way.
 *
 * <p>Pure. May use {@code result} and what it uses.
 */
@NullMarked
package org.sizewright.delivery.access;

import org.jspecify.annotations.NullMarked;
