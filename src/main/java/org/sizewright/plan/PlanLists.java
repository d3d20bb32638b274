package org.sizewright.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Changed copies of lists. */
final class PlanLists {
    private PlanLists() {}

    /** The item in the place of the one with the same key, or at the end. */
    static <T> List<T> put(List<T> items, T item, Function<T, ?> key) {
        List<T> changed = new ArrayList<>(items);
        for (int i = 0; i < changed.size(); i++) {
            if (key.apply(changed.get(i)).equals(key.apply(item))) {
                changed.set(i, item);
                return changed;
            }
        }
        changed.add(item);
        return changed;
    }
}
