package org.sizewright.placement;

/**
 * So many equal hosts.
 *
 * @param host what each of them is
 * @param count how many
 * @param turn hosts of a lower turn are filled before those of a higher one where that costs nothing
 */
public record HostGroupSpec(HostSpec host, int count, int turn) {
    public HostGroupSpec {
        if (count < 0) {
            throw new IllegalArgumentException("a group has no negative number of hosts");
        }
    }

    /** Hosts of the first turn. */
    public HostGroupSpec(HostSpec host, int count) {
        this(host, count, 0);
    }

    public HostGroupSpec withCount(int changed) {
        return new HostGroupSpec(host, changed, turn);
    }
}
