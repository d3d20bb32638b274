package org.sizewright.ui.look;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;

/**
 * Writes amounts of memory in the unit that the user chose. Rounded for reading: to the whole from 1,000, to one decimal from 10, to two
 * below; {@link #both} says the same in both units with one decimal more, for tooltips.
 */
public record MemoryText(Texts texts, MemoryUnit unit) {
    /** With the unit, in a smaller one where there is less than one: {@code 33.9 GiB}, {@code 512 MiB}, {@code 80 KiB}. */
    public String text(double bytes) {
        return written(unit, unit.rank(bytes), bytes, 0);
    }

    /** Only the number, always in GiB or GB, where the unit stands in a heading. */
    public String number(double bytes) {
        return rounded(unit.of(bytes), 0);
    }

    /** From one amount to another, the unit written once. */
    public String band(double low, double high) {
        return texts.get("unit.band", number(low), number(high), unit.symbol());
    }

    /** In both units, the chosen one first; small amounts in bytes too: {@code 74.51 GiB = 80 GB}. */
    public String both(double bytes) {
        int rank = unit.rank(bytes);
        String here = written(unit, rank, bytes, 1);
        if (rank == 0) {
            return here;
        }
        String there = written(unit.other(), unit.other().rank(bytes), bytes, 1);
        return rank < 2
                ? texts.get("unit.same3", here, there, written(unit, 0, bytes, 0))
                : texts.get("unit.same", here, there);
    }

    private String written(MemoryUnit in, int rank, double bytes, int more) {
        double amount = bytes / in.perSymbol(rank);
        // there are no parts of a byte
        String number = rank == 0 ? formatted(amount, 0) : rounded(amount, more);
        return number + " " + in.symbol(rank);
    }

    private String rounded(double amount, int more) {
        double size = Math.abs(amount);
        return formatted(amount, (size >= 999.5 ? 0 : size >= 9.995 ? 1 : 2) + more);
    }

    private String formatted(double amount, int decimals) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(texts.locale()));
        format.setMaximumFractionDigits(decimals);
        return format.format(amount);
    }
}
