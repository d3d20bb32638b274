package org.sizewright.plan;

/** How the load of a workload changes after day 1. */
public sealed interface Growth {
    /** Nothing was stated: the load stays as it is. */
    Growth CONSTANT = new Constant();

    double LEAST_PERCENT = -90;
    double MOST_PERCENT = 900;
    double LEAST_FACTOR = 0.1;
    double MOST_FACTOR = 1000;

    /** What the load of day 1 is multiplied with after so many months; 1 on day 1. */
    double factor(int months);

    /** As people read it. */
    String words();

    /** The load of day 1 for good. */
    record Constant() implements Growth {
        @Override
        public double factor(int months) {
            return 1;
        }

        @Override
        public String words() {
            return "constant, as no growth is stated";
        }
    }

    /**
     * By the same share each year, on top of the year before.
     *
     * @param percent below zero where the load shrinks
     */
    record Yearly(double percent) implements Growth {
        public Yearly {
            PlanChecks.between("the growth in percent a year", LEAST_PERCENT, MOST_PERCENT, percent);
        }

        @Override
        public double factor(int months) {
            return percent == 0 ? 1 : Math.pow(1 + percent / 100, months / 12.0);
        }

        @Override
        public String words() {
            return number(percent) + " % a year";
        }
    }

    /** So many times the load of day 1 after 12 and after 36 months, in a straight line between and flat afterwards. */
    record Factors(double after12, double after36) implements Growth {
        private static final int FIRST = 12;
        private static final int SECOND = 36;

        public Factors {
            PlanChecks.between("the factor after 12 months", LEAST_FACTOR, MOST_FACTOR, after12);
            PlanChecks.between("the factor after 36 months", LEAST_FACTOR, MOST_FACTOR, after36);
        }

        @Override
        public double factor(int months) {
            if (months <= 0) {
                return 1;
            }
            if (months <= FIRST) {
                return 1 + (after12 - 1) * months / FIRST;
            }
            return months >= SECOND ? after36 : after12 + (after36 - after12) * (months - FIRST) / (SECOND - FIRST);
        }

        @Override
        public String words() {
            return number(after12) + " times after 12 months, " + number(after36) + " times after 36";
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
