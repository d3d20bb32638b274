package org.sizewright.library;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The form of a file in the release of its tool that a plan states. A record counts for the releases that its value {@code
 * releases} lists, oldest first; older ones have records of their own, such as {@code gpu-operator-25.10}.
 *
 * @param release that the file is written for
 * @param unread the stated release, where the library does not know its form and {@code release} is another one
 */
public record FormInRelease(HandOverRecord.Format format, String release, Optional<String> unread) {
    private static final String RELEASES = "releases";

    /**
     * The form of the stated release; that of the usual one where nothing is stated or the stated one was not read.
     *
     * @param stated such as {@code 25.10.1}, or {@code 25.10} for the newest of them
     */
    public static Optional<FormInRelease> of(Library library, String id, Optional<String> stated) {
        return library.handOverFormat(id).map(usual -> {
            Optional<String> wanted = stated.map(text -> text.strip().replaceFirst("^[A-Za-z ]+", ""));
            return wanted.isEmpty()
                    ? new FormInRelease(usual, newest(usual), Optional.empty())
                    : in(usual, wanted.get())
                            .or(() -> library.handOverFormat(id + "-" + series(wanted.get()))
                                    .flatMap(older -> in(older, wanted.get())))
                            .orElseGet(() -> new FormInRelease(usual, newest(usual), wanted));
        });
    }

    private static Optional<FormInRelease> in(HandOverRecord.Format format, String wanted) {
        return releases(format).reversed().stream()
                .filter(release -> release.equals(wanted) || release.startsWith(wanted + "."))
                .findFirst()
                .map(release -> new FormInRelease(
                        format.inVersion(format.version().replace(newest(format), release)),
                        release,
                        Optional.empty()));
    }

    /** Major and minor number. */
    private static String series(String release) {
        List<String> numbers = Arrays.asList(release.split("\\.", -1));
        return String.join(".", numbers.subList(0, Math.min(2, numbers.size())));
    }

    private static List<String> releases(HandOverRecord.Format format) {
        return List.of(format.find(RELEASES).orElse(format.version()).split(" ", -1));
    }

    private static String newest(HandOverRecord.Format format) {
        return releases(format).getLast();
    }

    /** What the release calls something, if it differs from the others of the record; else what they call it. */
    public String value(String name) {
        return format.find(name + " " + release).orElseGet(() -> format.value(name));
    }
}
