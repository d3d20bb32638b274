package org.sizewright.result.platforms;

import org.sizewright.figure.Source;

/**
 * What cannot be done on a platform.
 *
 * @param rule id of the rule that says so; empty where a statement of the library does
 * @param subject what it is about, as the user named it
 * @param sentence what is impossible and why
 * @param remedy what would clear it
 * @param alsoInUse whether it stands in the way on the platform in use too
 */
public record Impossible(
        String rule, String subject, String sentence, String remedy, boolean alsoInUse, Source source) {}
