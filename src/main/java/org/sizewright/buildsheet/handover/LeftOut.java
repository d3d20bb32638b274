package org.sizewright.buildsheet.handover;

/**
 * A file that is not written.
 *
 * @param name what it would be
 * @param reason why not, and what would make it, as sentences
 */
public record LeftOut(String name, String reason) {}
