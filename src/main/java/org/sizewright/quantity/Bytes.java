package org.sizewright.quantity;

/**
 * An amount of memory or storage, exact to the byte and never negative.
 *
 * <p>GB (10^9) and GiB (2^30) are different units; both are views of the same count.
 */
public record Bytes(long count) implements Comparable<Bytes> {
    public static final long PER_KIB = 1L << 10;
    public static final long PER_MIB = 1L << 20;
    public static final long PER_GIB = 1L << 30;
    public static final long PER_GB = 1_000_000_000L;

    public Bytes {
        if (count < 0) {
            throw new IllegalArgumentException("memory cannot be negative: " + count + " bytes");
        }
    }

    public static Bytes of(long count) {
        return new Bytes(count);
    }

    public static Bytes ofMib(long mib) {
        return new Bytes(Math.multiplyExact(mib, PER_MIB));
    }

    /** Rounded to the nearest byte. */
    public static Bytes ofGib(double gib) {
        return new Bytes(Math.round(gib * PER_GIB));
    }

    /** Decimal gigabytes, rounded to the nearest byte. */
    public static Bytes ofGb(double gb) {
        return new Bytes(Math.round(gb * PER_GB));
    }

    public double toGib() {
        return (double) count / PER_GIB;
    }

    public double toGb() {
        return (double) count / PER_GB;
    }

    public double toMib() {
        return (double) count / PER_MIB;
    }

    @Override
    public int compareTo(Bytes other) {
        return Long.compare(count, other.count);
    }
}
