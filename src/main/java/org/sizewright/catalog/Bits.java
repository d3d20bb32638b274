package org.sizewright.catalog;

import java.util.Arrays;

/** A set of entries by their places, of a fixed size. Mutable, and therefore never handed out. */
final class Bits {
    private final int size;
    private final long[] words;

    Bits(int size) {
        this.size = size;
        words = new long[(size + 63) >>> 6];
    }

    private Bits(int size, long[] words) {
        this.size = size;
        this.words = words;
    }

    static Bits all(int size) {
        Bits bits = new Bits(size);
        Arrays.fill(bits.words, -1L);
        if ((size & 63) != 0) {
            bits.words[bits.words.length - 1] = -1L >>> (64 - (size & 63));
        }
        return bits;
    }

    void set(int place) {
        words[place >>> 6] |= 1L << place;
    }

    void setAll(int[] places) {
        for (int place : places) {
            set(place);
        }
    }

    boolean has(int place) {
        return (words[place >>> 6] >>> place & 1) != 0;
    }

    /** Keeps only what the other has too. */
    void keep(Bits other) {
        for (int i = 0; i < words.length; i++) {
            words[i] &= other.words[i];
        }
    }

    Bits or(Bits other) {
        long[] both = words.clone();
        for (int i = 0; i < both.length; i++) {
            both[i] |= other.words[i];
        }
        return new Bits(size, both);
    }

    Bits copy() {
        return new Bits(size, words.clone());
    }

    boolean isEmpty() {
        for (long word : words) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    /** The places, upwards. */
    int[] toArray() {
        int many = 0;
        for (long word : words) {
            many += Long.bitCount(word);
        }
        int[] places = new int[many];
        int at = 0;
        for (int i = 0; i < words.length; i++) {
            for (long word = words[i]; word != 0; word &= word - 1) {
                places[at++] = (i << 6) + Long.numberOfTrailingZeros(word);
            }
        }
        return places;
    }
}
