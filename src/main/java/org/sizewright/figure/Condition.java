package org.sizewright.figure;

import java.util.List;

/** What an {@code if} in a formula asks. Numbers are compared after rounding both to six decimals, here and in the workbook. */
public sealed interface Condition {
    /** Order relations; {@code symbol} is that of the workbook. */
    enum Relation {
        LESS("<"),
        AT_MOST("<="),
        EQUAL("="),
        AT_LEAST(">="),
        MORE(">");

        private final String symbol;

        Relation(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }

        boolean holds(double left, double right) {
            return switch (this) {
                case LESS -> left < right;
                case AT_MOST -> left <= right;
                case EQUAL -> left == right;
                case AT_LEAST -> left >= right;
                case MORE -> left > right;
            };
        }
    }

    /** Compares in the unit of the left side. */
    record Compare(Formula left, Relation relation, Formula right) implements Condition {
        public Compare {
            left.unit().requireSameMeasure(right.unit());
        }
    }

    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("nothing to ask");
            }
        }
    }

    static Condition all(Condition... parts) {
        return new All(List.of(parts));
    }
}
