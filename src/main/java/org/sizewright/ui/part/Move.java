package org.sizewright.ui.part;

/**
 * A movement of a slider.
 *
 * @param gesture the same for all movements of one gesture and another for the next, so that a history can join them
 */
public record Move<T>(T value, String gesture) {}
