package org.sizewright.catalog;

import java.util.Arrays;

/**
 * How far a typed word is from words of a list: letters left out, added, changed, or two neighbours swapped, each counting one. Keeps
 * its scratch space, so one instance serves one question after the other.
 */
final class Typos {
    static final int FAR = 100;

    private static final int SHORT = 4;
    private static final int LONG = 8;

    private final String typed;
    private final int most;
    private final boolean digitsToo;
    private int[] before;
    private int[] last;
    private int[] now;

    /**
     * @param most more typos than this are not told apart
     * @param digitsToo whether a digit may be a typo as well; letters only otherwise
     */
    Typos(String typed, int most, boolean digitsToo) {
        this.typed = typed;
        this.most = most;
        this.digitsToo = digitsToo;
        before = new int[typed.length() + 1];
        last = new int[typed.length() + 1];
        now = new int[typed.length() + 1];
    }

    /** So many typos are forgiven in a word of so many characters. */
    static int forgiven(int characters) {
        if (characters < SHORT) {
            return 0;
        }
        return characters < LONG ? 1 : 2;
    }

    /** How far the typed word is from the nearest beginning of this word; {@link #FAR} if farther than asked for. */
    int toBeginningOf(String word) {
        return distance(word, true);
    }

    /** How far the typed word is from this whole word; {@link #FAR} if farther than asked for. */
    int to(String word) {
        return distance(word, false);
    }

    private int distance(String word, boolean beginning) {
        if (word.length() < typed.length() - most || (!beginning && word.length() > typed.length() + most)) {
            return FAR;
        }
        int rows = Math.min(word.length(), typed.length() + most);
        last[0] = 0;
        for (int i = 1; i <= typed.length(); i++) {
            last[i] = add(last[i - 1], cost(typed.charAt(i - 1)));
        }
        Arrays.fill(before, FAR);
        int best = beginning ? last[typed.length()] : FAR;
        int leastBefore = 0;
        for (int row = 1; row <= rows; row++) {
            int least = fill(word, row);
            if (least > most && leastBefore > most) {
                return best <= most ? best : FAR;
            }
            leastBefore = least;
            if (beginning) {
                best = Math.min(best, now[typed.length()]);
            }
            int[] spare = before;
            before = last;
            last = now;
            now = spare;
        }
        int found = beginning ? best : last[typed.length()];
        return found <= most ? found : FAR;
    }

    /** Fills a row of the distances between beginnings of both words; gives the least of them. */
    private int fill(String word, int row) {
        char letter = word.charAt(row - 1);
        now[0] = add(last[0], cost(letter));
        int leastOfRow = now[0];
        for (int i = 1; i <= typed.length(); i++) {
            char mine = typed.charAt(i - 1);
            int least;
            if (mine == letter) {
                least = last[i - 1];
            } else {
                least = add(last[i - 1], Math.max(cost(mine), cost(letter)));
            }
            least = Math.min(least, add(last[i], cost(letter)));
            least = Math.min(least, add(now[i - 1], cost(mine)));
            if (row > 1 && i > 1 && mine == word.charAt(row - 2) && typed.charAt(i - 2) == letter && mine != letter) {
                least = Math.min(least, add(before[i - 2], Math.max(cost(mine), cost(letter))));
            }
            now[i] = least;
            leastOfRow = Math.min(leastOfRow, least);
        }
        return leastOfRow;
    }

    private int cost(char letter) {
        return !digitsToo && Character.isDigit(letter) ? FAR : 1;
    }

    private static int add(int distance, int cost) {
        return Math.min(FAR, distance + cost);
    }
}
