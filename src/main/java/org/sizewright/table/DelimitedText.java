package org.sizewright.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads delimited text whose separator and encoding nobody has told. */
final class DelimitedText {
    private static final char[] SEPARATORS = {'\t', ';', ',', '|'};
    private static final int SAMPLE_RECORDS = 50;
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    /** The line with which Excel is told the separator; it is not a row of the table. */
    private static final Pattern SEP_LINE =
            Pattern.compile("\\A\"?sep=(\\\\t|[^\\r\\n])\"?[ \\t]*(?:\\r\\n|\\r|\\n|\\z)", Pattern.CASE_INSENSITIVE);

    private DelimitedText() {}

    static Optional<TextTable> read(byte[] bytes, String file, Limits limits) throws UnreadableException {
        return read(decode(bytes, file), file, limits);
    }

    static Optional<TextTable> read(String text, String file, Limits limits) throws UnreadableException {
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        Matcher sep = SEP_LINE.matcher(body);
        char separator;
        if (sep.find()) {
            separator = sep.group(1).equals("\\t") ? '\t' : sep.group(1).charAt(0);
            body = body.substring(sep.end());
        } else {
            separator = sniff(body);
        }
        try {
            return parse(body, format(separator, true), file, limits);
        } catch (IOException unclosedQuote) {
            // a quotation mark that is never closed would swallow the rest of the file: take quotation marks as they
            // stand
            try {
                return parse(body, format(separator, false), file, limits);
            } catch (IOException e) {
                throw new UnreadableException(
                        "%s cannot be taken apart into rows and columns.".formatted(file),
                        "Save the list as an Excel workbook (.xlsx) or as CSV and try again.");
            }
        }
    }

    private static Optional<TextTable> parse(String body, CSVFormat format, String file, Limits limits)
            throws IOException, UnreadableException {
        Grid grid = new Grid(file, file, limits, new Tally(file, limits));
        int row = 0;
        try (CSVParser parser = CSVParser.parse(new StringReader(body), format)) {
            for (CSVRecord record : parser) {
                grid.writes(row);
                for (int column = 0; column < record.size(); column++) {
                    grid.put(row, column, record.get(column));
                }
                row++;
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return grid.toTable();
    }

    private static CSVFormat format(char separator, boolean quotes) {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setQuote(quotes ? (Character) '"' : null)
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .setLenientEof(false)
                .get();
    }

    /** The separator under which most records have the same number of columns, more columns first; comma if none splits. */
    private static char sniff(String body) {
        char best = ',';
        long bestScore = 0;
        for (char candidate : SEPARATORS) {
            long score = score(body, candidate);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static long score(String body, char separator) {
        Map<Integer, Integer> recordsBySize = new HashMap<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(body), format(separator, true))) {
            int seen = 0;
            for (CSVRecord record : parser) {
                if (record.size() > 1) {
                    recordsBySize.merge(record.size(), 1, Integer::sum);
                }
                if (++seen == SAMPLE_RECORDS) {
                    break;
                }
            }
        } catch (IOException | UncheckedIOException unclosedQuote) {
            // what was counted before it still tells
        }
        return recordsBySize.entrySet().stream()
                .mapToLong(entry -> (long) entry.getValue() * (entry.getKey() - 1))
                .max()
                .orElse(0);
    }

    private static String decode(byte[] bytes, String file) throws UnreadableException {
        String text = decodeLeniently(bytes);
        if (text.indexOf('\0') >= 0 || controlShare(text) > 0.02) {
            throw new UnreadableException(
                    "%s is neither text nor a workbook.".formatted(file),
                    "Export the list as Excel (.xlsx) or CSV and open that file.");
        }
        return text;
    }

    private static String decodeLeniently(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return new String(bytes, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return new String(bytes, StandardCharsets.UTF_16BE);
        }
        for (Charset wide : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            if (looksWide(bytes, wide)) {
                return new String(bytes, wide);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, WINDOWS);
        }
    }

    /** Text in Latin letters as UTF-16 without a mark: nearly every second byte is zero, and only every second. */
    private static boolean looksWide(byte[] bytes, Charset charset) {
        int zeroAt = charset.equals(StandardCharsets.UTF_16LE) ? 1 : 0;
        int pairs = Math.min(bytes.length / 2, 2000);
        int zeros = 0;
        for (int i = 0; i < pairs; i++) {
            if (bytes[2 * i + 1 - zeroAt] == 0) {
                return false;
            }
            if (bytes[2 * i + zeroAt] == 0) {
                zeros++;
            }
        }
        return pairs > 1 && zeros > pairs * 0.7;
    }

    private static double controlShare(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        long controls = text.chars()
                .filter(c -> (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 0xFFFD)
                .count();
        return (double) controls / text.length();
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
