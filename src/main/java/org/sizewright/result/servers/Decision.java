package org.sizewright.result.servers;

import java.util.Optional;

/**
 * What puts one server before another.
 *
 * @param by the amount in which they differ; empty if the site decides
 * @param winner that of the better one, in words
 * @param other that of the other one, in words
 * @param because the rule or limit behind it
 */
public record Decision(Optional<RankBy> by, String winner, String other, String because) {
    /** In a sentence or two. */
    public String words() {
        return by.map(amount -> amount.words() + ": " + winner + " against " + other + ".")
                        .orElseGet(() -> "The site: \"" + winner + "\" comes before \"" + other + "\".")
                + (because.isEmpty() ? "" : " " + because);
    }
}
