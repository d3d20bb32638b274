package org.sizewright.catalog;

import java.util.List;
import java.util.Optional;

/**
 * The entries that a typed word finds, best first: each group holds entries that the groups before it may hold too.
 *
 * @param groups entries by how well the word fits: as a whole word, at a word's beginning, inside; or one group of forgiven typos
 * @param correction what was taken for the word, if nothing has it as it was typed
 */
record WordMatch(List<Bits> groups, Optional<Correction> correction) {
    WordMatch {
        groups = List.copyOf(groups);
    }

    /** All entries of all groups. */
    Bits all() {
        Bits all = groups.getFirst();
        for (Bits group : groups.subList(1, groups.size())) {
            all = all.or(group);
        }
        return all;
    }

    /** The first group that has the entry. */
    int rank(int entry) {
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).has(entry)) {
                return i;
            }
        }
        return groups.size();
    }
}
