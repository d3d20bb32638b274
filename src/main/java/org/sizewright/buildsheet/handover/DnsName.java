package org.sizewright.buildsheet.handover;

import java.text.Normalizer;
import java.util.Locale;

/** Names that Kubernetes takes: lower-case letters, digits and hyphens, at most 63 of them (DNS-1123 label). */
final class DnsName {
    private static final int LONGEST = 63;

    private DnsName() {}

    /**
     * The words of a name, and an id that keeps it apart from others.
     *
     * @param id letters, digits and hyphens
     */
    static String of(String name, String id) {
        String tail = slug(id);
        String head = slug(name);
        int room = LONGEST - tail.length() - 1;
        if (head.length() > room) {
            head = trimmed(head.substring(0, Math.max(0, room)));
        }
        return head.isEmpty() ? tail : head + "-" + tail;
    }

    /** The words alone; empty where nothing of it is a letter or digit of ASCII. */
    static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return trimmed(plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
    }

    private static String trimmed(String text) {
        return text.replaceAll("^-+|-+$", "");
    }
}
