package org.sizewright.result.servers;

import java.util.List;

/**
 * What would put a server before the winner, each found by trying it again.
 *
 * @param changes the smallest change of each kind that does it, in words
 * @param inVain what was tried and does not do it, in words
 * @param calculated how many times the option was calculated for it
 */
public record Flip(List<String> changes, List<String> inVain, int calculated) {
    public Flip {
        changes = List.copyOf(changes);
        inVain = List.copyOf(inVain);
    }
}
