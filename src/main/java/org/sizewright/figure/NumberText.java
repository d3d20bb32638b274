package org.sizewright.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as text. */
final class NumberText {
    private NumberText() {}

    /** All digits and no exponent, so that a spreadsheet reads back the same number. */
    static String plain(double number) {
        BigDecimal exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        return exact.signum() == 0 ? "0" : exact.toPlainString();
    }

    /** Grouped, with as many decimals as the size of the number is worth reading: 131,072; 24.2; 0.035. */
    static String readable(double number) {
        double size = Math.abs(number);
        int decimals = size >= 1000 || number == Math.rint(number) ? 0 : size >= 100 ? 1 : size >= 0.1 ? 2 : 4;
        return readable(number, decimals);
    }

    static String readable(double number, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP);
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMaximumFractionDigits(decimals);
        return format.format(rounded);
    }
}
