package org.sizewright.library;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a vendor quoted to the user for one unit of something. The shipped library has none.
 *
 * @param of what exactly: the id of a catalog entry or of a GPU, or {@link #ANY}
 * @param amount for one unit, in the currency
 * @param currency three letters, such as {@code EUR}
 * @param date of the quote
 * @param quote which quote it was
 * @param term how long what is bought for that amount runs, such as {@code 3 years}; for licences only
 */
public record Price(
        String id,
        Item item,
        String of,
        double amount,
        String currency,
        LocalDate date,
        String quote,
        Optional<String> term,
        Optional<String> notes,
        List<String> sources)
        implements LibraryRecord {
    /** For whatever is of that item. */
    public static final String ANY = "*";

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    /** What is priced; the words are the units of the bill of materials. */
    public enum Item {
        SERVER("server"),
        GPU("GPU"),
        /** A board that carries several GPUs. */
        GPU_BOARD("GPU board"),
        CABLE("cable"),
        PROCESSOR("processor"),
        /** One GiB of memory. */
        MEMORY("GiB"),
        LICENCE("licence"),
        /** All risers that one host needs. */
        RISERS("riser set");

        private final String word;

        Item(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public Price {
        Checks.notBlank("id", id);
        Checks.notBlank("of", of);
        Checks.notBlank("quote", quote);
        if (!Double.isFinite(amount) || amount < 0) {
            throw new IllegalArgumentException("\"amount\" is " + amount + ", it must be zero or more");
        }
        if (!CURRENCY.matcher(currency).matches()) {
            throw new IllegalArgumentException(
                    "\"currency\" is \"" + currency + "\", it must be three letters such as EUR");
        }
        term.ifPresent(text -> Checks.notBlank("term", text));
        if (term.isPresent() && item != Item.LICENCE) {
            throw new IllegalArgumentException("\"term\" is for licences, not for an item \"" + item.word() + "\"");
        }
        sources = List.copyOf(sources);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.PRICE;
    }

    @Override
    public String key() {
        return id;
    }

    /** Which quote, and of which day. */
    public String toLine() {
        return quote + ", " + date;
    }

    /** Whether it is the price of that: the item, and the id or anything of it. */
    public boolean isFor(String unit, List<String> ids) {
        return item.word().toLowerCase(Locale.ROOT).equals(unit.toLowerCase(Locale.ROOT))
                && (of.equals(ANY) || ids.contains(of));
    }
}
