package org.sizewright.session;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.sizewright.catalog.CatalogDifference;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.ImportResult.Imported;

/**
 * Two exports of a server list compared, and the plans that rest on what was removed or changed. Comparing long lists takes its time,
 * so not on the window's thread.
 *
 * @param older the list that counts as the older one
 * @param newer the other one
 * @param difference what the newer one says differently
 * @param plans the plans that were looked at, with what touches them
 */
public record ExportComparison(Export older, Export newer, CatalogDifference difference, List<PlanCheck> plans) {
    /**
     * One of the two lists.
     *
     * @param day for which it holds, as far as the file tells
     */
    public record Export(String name, LocalDate day, Imported list) {
        public Export {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(day, "day");
            Objects.requireNonNull(list, "list");
        }
    }

    /** A plan, before it is known whether the difference touches it. */
    public sealed interface PlanSource {
        /**
         * A plan that was read.
         *
         * @param title of the plan
         * @param file where it is saved; empty if it is in no file
         * @param open whether it is the plan in the window
         * @param servers the entries that it rests on
         */
        record Found(String title, Optional<Path> file, boolean open, List<CatalogEntry> servers)
                implements PlanSource {
            public Found {
                Objects.requireNonNull(title, "title");
                Objects.requireNonNull(file, "file");
                servers = List.copyOf(servers);
            }
        }

        /** A plan's file that cannot be read. */
        record Unreadable(Path file, String sentence, String advice) implements PlanSource {}
    }

    /**
     * A plan and what of it is touched.
     *
     * @param touched empty for a plan that cannot be read
     */
    public record PlanCheck(PlanSource plan, Optional<CatalogDifference.Touched> touched) {
        public PlanCheck {
            Objects.requireNonNull(plan, "plan");
            Objects.requireNonNull(touched, "touched");
        }
    }

    public ExportComparison {
        Objects.requireNonNull(older, "older");
        Objects.requireNonNull(newer, "newer");
        Objects.requireNonNull(difference, "difference");
        plans = List.copyOf(plans);
    }

    /** Compares two lists, whichever is the older one by its day; of the same day the first one counts as the older. */
    public static ExportComparison byDay(Export one, Export other, Collection<? extends PlanSource> plans) {
        return one.day().isAfter(other.day()) ? of(other, one, plans) : of(one, other, plans);
    }

    /** Compares a list with an older one. */
    public static ExportComparison of(Export older, Export newer, Collection<? extends PlanSource> plans) {
        CatalogDifference difference = CatalogDifference.between(older.list(), newer.list());
        List<PlanCheck> checks = plans.stream()
                .map(plan -> new PlanCheck(
                        plan,
                        switch (plan) {
                            case PlanSource.Found found -> Optional.of(difference.touching(found.servers()));
                            case PlanSource.Unreadable unreadable -> Optional.empty();
                        }))
                .toList();
        return new ExportComparison(older, newer, difference, checks);
    }

    /** The same two lists, the other one as the older. */
    public ExportComparison swapped() {
        return of(newer, older, plans.stream().map(PlanCheck::plan).toList());
    }
}
