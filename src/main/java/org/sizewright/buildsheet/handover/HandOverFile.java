package org.sizewright.buildsheet.handover;

import java.util.List;

/**
 * A file for the platform team.
 *
 * @param path where it lies in the hand-over folder, with {@code /} between folders
 * @param purpose what it is for, as a phrase
 * @param tool what reads it
 * @param version the version of the tool or format that it is written for
 * @param text the whole content, lines ending in a line feed
 * @param remarks what the reader must know or fill in by hand, as sentences
 */
public record HandOverFile(
        String path, String purpose, String tool, String version, String text, List<String> remarks) {
    public HandOverFile {
        remarks = List.copyOf(remarks);
        if (path.isBlank() || path.startsWith("/") || path.contains("..") || path.contains("\\")) {
            throw new IllegalArgumentException("\"" + path + "\" is no path within a folder");
        }
        if (!text.endsWith("\n") || text.contains("\r")) {
            throw new IllegalArgumentException(path + ": lines end in a line feed");
        }
    }
}
