package org.sizewright.catalog;

import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;
import java.util.Optional;
import org.sizewright.library.Library;

/**
 * When what a list says about validation and class should be checked again.
 *
 * @param age how old it may be
 * @param reference the day against which ages are taken
 */
public record CheckAgain(Period age, LocalDate reference) {
    /** The statement of the library that names the age. */
    public static final String STATEMENT = "catalog-check-again";

    public CheckAgain {
        Objects.requireNonNull(age, "age");
        Objects.requireNonNull(reference, "reference");
        if (age.isNegative() || age.isZero()) {
            throw new IllegalArgumentException("an age is longer than nothing: " + age);
        }
    }

    /**
     * By the age that the library's statement {@code catalog-check-again} names; empty if it has none.
     *
     * @param reference the day against which ages are taken: a plan's reference date, never today
     */
    public static Optional<CheckAgain> by(Library library, LocalDate reference) {
        return library.statements().stream()
                .filter(statement -> statement.id().equals(STATEMENT))
                .findFirst()
                .flatMap(statement -> statement.months())
                .map(months -> new CheckAgain(Period.ofMonths(months), reference));
    }

    /** True if a fact of this day is older than the age. */
    public boolean isDue(LocalDate asOf) {
        return asOf.plus(age).isBefore(reference);
    }

    /** What to say about the validation that a list of this day states, if it is old. */
    public Optional<String> validation(LocalDate asOf) {
        return isDue(asOf)
                ? Optional.of("The list is of %s: check the validation again.".formatted(asOf))
                : Optional.empty();
    }

    /** What to say about a class, if its source is old. */
    public Optional<String> systemClass(SystemClass known) {
        return known.origin()
                .flatMap(ClassOrigin::date)
                .filter(this::isDue)
                .map(date -> "The class is of %s (%s): check it again."
                        .formatted(date, known.origin().map(ClassOrigin::text).orElse("")));
    }
}
