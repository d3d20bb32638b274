package org.sizewright.plan;

/**
 * An id of the plan that leads nowhere.
 *
 * @param path where it stands in the plan
 * @param subject what it belongs to, as the user named it
 * @param sentence what is wrong
 * @param remedy what to do
 */
public record Unresolved(String path, String subject, String sentence, String remedy) {}
