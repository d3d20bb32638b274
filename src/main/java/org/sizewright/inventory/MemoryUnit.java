package org.sizewright.inventory;

import org.sizewright.quantity.Bytes;

/** The unit of a column of memory. Memory modules are sized in powers of two, so "GB" of a server's memory are GiB. */
public enum MemoryUnit {
    MIB("MiB", Bytes.PER_MIB),
    GIB("GiB", Bytes.PER_GIB);

    private final String word;
    private final long bytes;

    MemoryUnit(String word, long bytes) {
        this.word = word;
        this.bytes = bytes;
    }

    public String word() {
        return word;
    }

    Bytes of(double number) {
        return Bytes.of(Math.round(number * bytes));
    }
}
