/**
 * What happens when virtual machines arrive one by one and stay where they were put: a platform has no plan, only a rule by which it
 * takes the next GPU. Shows what a rule refuses and strands against the packing of {@code placement}, whose problems and places it
 * uses. May depend on {@code placement} and {@code partition}. Pure: seeds are given, the same events give the same run.
 */
@NullMarked
package org.sizewright.placement.arrival;

import org.jspecify.annotations.NullMarked;
