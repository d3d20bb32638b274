package org.sizewright.placement;

/**
 * So many equal hosts.
 *
 * @param host what each of them is
 * @param count how many
 */
public record HostGroupSpec(HostSpec host, int count) {
    public HostGroupSpec {
        if (count < 0) {
            throw new IllegalArgumentException("a group has no negative number of hosts");
        }
    }
}
