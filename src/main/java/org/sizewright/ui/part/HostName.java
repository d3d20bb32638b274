package org.sizewright.ui.part;

/** What a host is called where there is little room. */
public final class HostName {
    private HostName() {}

    /** The name without its domain; an address stays whole. */
    public static String brief(String name) {
        int dot = name.indexOf('.');
        return dot > 0 && !Character.isDigit(name.charAt(0)) ? name.substring(0, dot) : name;
    }
}
