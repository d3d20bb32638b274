package org.sizewright.session;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.ClassOrigin;
import org.sizewright.catalog.GpuFacts;
import org.sizewright.catalog.SystemClass;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Source;
import org.sizewright.inventory.ModelSlots;
import org.sizewright.library.Chassis;
import org.sizewright.library.Fact;
import org.sizewright.library.Library;

/**
 * Up to four servers beside each other: what the list says, what the library knows of their chassis, and where they differ. Unknown
 * is told as such and is no difference.
 *
 * @param servers the servers, in the order of their columns
 * @param rows only those that some server has a value for, except for what matters even while it is unknown
 */
public record ServerComparison(List<CatalogEntry> servers, List<Row> rows) {
    /** So many fit beside each other. */
    public static final int MOST = 4;

    /** What a row is about. */
    public sealed interface Topic {
        /** What every server has, known or not. */
        enum Known implements Topic {
            VENDOR,
            MODEL,
            GPU,
            FORM,
            MEMORY,
            MAX_GPU,
            CPU,
            MAX_CPU,
            VALIDATION,
            SYSTEM_CLASS,
            HEIGHT,
            DOUBLE_WIDE_SLOTS,
            SINGLE_WIDE_SLOTS,
            SLOTS,
            GPU_POWER,
            SOCKETS,
            BASE_POWER,
            SYSTEM_POWER,
            POWER_SUPPLIES,
            REDUNDANCY,
            MEMORY_SLOTS,
            WEIGHT,
            COOLING
        }

        /** A further column of the list. */
        record Extra(String column) implements Topic {}
    }

    /** Whether the servers agree. */
    public enum Agreement {
        SAME,
        /** two known values differ */
        DIFFERENT,
        /** no known values differ, but some are unknown */
        OPEN
    }

    /**
     * What is known of one server.
     *
     * @param text with its unit; empty if unknown
     * @param evidence how far it can be trusted, for facts of the library
     * @param source where it comes from, in a line; empty for what the list itself says
     */
    public record Value(Optional<String> text, Optional<Evidence> evidence, String source) {
        static final Value UNKNOWN = new Value(Optional.empty(), Optional.empty(), "");

        static Value listed(String text) {
            return text.isBlank() ? UNKNOWN : new Value(Optional.of(text), Optional.empty(), "");
        }
    }

    /** A property of all servers, one value each. */
    public record Row(Topic topic, List<Value> values) {
        public Row {
            values = List.copyOf(values);
        }

        public Agreement agreement() {
            Set<String> known =
                    values.stream().flatMap(value -> value.text().stream()).collect(Collectors.toSet());
            if (known.size() > 1) {
                return Agreement.DIFFERENT;
            }
            return values.stream().allMatch(value -> value.text().isPresent()) ? Agreement.SAME : Agreement.OPEN;
        }

        /** Whether anything is known of any of the servers. */
        public boolean isKnown() {
            return values.stream().anyMatch(value -> value.text().isPresent());
        }
    }

    public ServerComparison {
        servers = List.copyOf(servers);
        rows = List.copyOf(rows);
        if (servers.isEmpty() || servers.size() > MOST) {
            throw new IllegalArgumentException("one to four servers are compared: " + servers.size());
        }
    }

    /**
     * Compares servers.
     *
     * @param gpus form and memory of an entry's GPU
     * @param chassis what the library has for an entry
     */
    public static ServerComparison of(
            List<CatalogEntry> servers,
            Library library,
            Function<CatalogEntry, GpuFacts> gpus,
            Function<CatalogEntry, Optional<Chassis>> chassis) {
        return new Making(servers, library, gpus, chassis).make();
    }

    private record Making(
            List<CatalogEntry> servers,
            Library library,
            Function<CatalogEntry, GpuFacts> gpus,
            Function<CatalogEntry, Optional<Chassis>> chassis) {

        ServerComparison make() {
            List<Row> rows = new ArrayList<>();
            rows.add(listed(Topic.Known.VENDOR, CatalogEntry::vendor));
            rows.add(listed(Topic.Known.MODEL, CatalogEntry::model));
            rows.add(listed(Topic.Known.GPU, entry -> entry.gpu().canonical().orElse("")));
            rows.add(listed(Topic.Known.FORM, entry -> gpus.apply(entry).form().orElse("")));
            rows.add(listed(Topic.Known.MEMORY, entry -> count(gpus.apply(entry).memoryGb(), " GB")));
            rows.add(listed(Topic.Known.MAX_GPU, entry -> count(entry.maxGpu(), "")));
            rows.add(listed(Topic.Known.CPU, CatalogEntry::cpu));
            rows.add(listed(Topic.Known.MAX_CPU, entry -> count(entry.maxCpu(), "")));
            rows.add(listed(Topic.Known.VALIDATION, ServerComparison::validation));
            rows.add(row(Topic.Known.SYSTEM_CLASS, entry -> systemClass(entry.systemClass())));
            Set<String> extras = new LinkedHashSet<>();
            servers.forEach(entry -> extras.addAll(entry.extra().keySet()));
            extras.forEach(column -> rows.add(
                    listed(new Topic.Extra(column), entry -> entry.extra().getOrDefault(column, ""))));
            rows.add(fact(Topic.Known.HEIGHT, Chassis::heightU, height -> height + " U"));
            rows.add(fact(Topic.Known.DOUBLE_WIDE_SLOTS, Chassis::doubleWideSlots, String::valueOf));
            rows.add(fact(Topic.Known.SINGLE_WIDE_SLOTS, Chassis::singleWideSlots, String::valueOf));
            rows.add(fact(Topic.Known.SLOTS, chassis -> chassis.details().slots(), ModelSlots::toText));
            rows.add(fact(Topic.Known.GPU_POWER, Chassis::maxGpu, watts -> number(watts.value(), "W")));
            rows.add(fact(Topic.Known.SOCKETS, Chassis::sockets, String::valueOf));
            rows.add(fact(Topic.Known.BASE_POWER, Chassis::basePower, watts -> number(watts.value(), "W")));
            rows.add(fact(Topic.Known.SYSTEM_POWER, Chassis::maxSystemPower, watts -> number(watts.value(), "W")));
            rows.add(fact(
                    Topic.Known.POWER_SUPPLIES,
                    Chassis::powerSupplies,
                    some -> some.count() + " \u00d7 " + number(some.each().value(), "W")));
            rows.add(fact(Topic.Known.REDUNDANCY, chassis -> chassis.details().redundancy(), Chassis.Redundancy::word));
            rows.add(fact(Topic.Known.MEMORY_SLOTS, chassis -> chassis.details().memorySlots(), String::valueOf));
            rows.add(fact(Topic.Known.WEIGHT, Chassis::weight, weight -> number(weight.value(), "kg")));
            rows.add(row(Topic.Known.COOLING, this::cooling));
            rows.removeIf(row -> !row.isKnown() && !matters(row.topic()));
            return new ServerComparison(servers, rows);
        }

        private Row row(Topic topic, Function<CatalogEntry, Value> value) {
            return new Row(topic, servers.stream().map(value).toList());
        }

        private Row listed(Topic topic, Function<CatalogEntry, String> text) {
            return row(topic, entry -> Value.listed(text.apply(entry)));
        }

        private <T> Row fact(Topic topic, Function<Chassis, Fact<T>> fact, Function<T, String> text) {
            return row(
                    topic,
                    entry -> chassis.apply(entry)
                            .map(found -> value(found, fact.apply(found), text))
                            .orElse(Value.UNKNOWN));
        }

        private <T> Value value(Chassis owner, Fact<T> fact, Function<T, String> text) {
            return switch (fact) {
                case Fact.Known<T> known ->
                    new Value(
                            Optional.of(text.apply(known.value())),
                            Optional.of(known.evidence()),
                            library.quote(owner, fact).stream()
                                    .map(Source::toLine)
                                    .collect(Collectors.joining("; ")));
                case Fact.Unknown<T> unknown -> Value.UNKNOWN;
            };
        }

        private Value cooling(CatalogEntry entry) {
            List<String> ways = chassis.apply(entry).map(Chassis::cooling).orElse(List.of());
            return Value.listed(String.join(" or ", ways));
        }
    }

    /** What an architect asks for first is told even if nobody knows it. */
    private static boolean matters(Topic topic) {
        return topic instanceof Topic.Known known
                && switch (known) {
                    case SINGLE_WIDE_SLOTS,
                            SLOTS,
                            GPU_POWER,
                            SOCKETS,
                            SYSTEM_POWER,
                            REDUNDANCY,
                            MEMORY_SLOTS,
                            COOLING -> false;
                    case VENDOR,
                            MODEL,
                            GPU,
                            FORM,
                            MEMORY,
                            MAX_GPU,
                            CPU,
                            MAX_CPU,
                            VALIDATION,
                            SYSTEM_CLASS,
                            HEIGHT,
                            DOUBLE_WIDE_SLOTS,
                            BASE_POWER,
                            POWER_SUPPLIES,
                            WEIGHT -> true;
                };
    }

    private static String validation(CatalogEntry entry) {
        return switch (entry.validation()) {
            case CERTIFIED -> "NVIDIA-Certified";
            case NGC_READY -> "NGC-Ready";
            case QUALIFIED -> "Qualified";
            case UNKNOWN -> "";
        };
    }

    private static Value systemClass(SystemClass systemClass) {
        String origin = systemClass.origin().map(ServerComparison::line).orElse("");
        return systemClass.isKnown()
                ? new Value(Optional.of(systemClass.text()), Optional.empty(), origin)
                : Value.UNKNOWN;
    }

    private static String line(ClassOrigin origin) {
        return origin.text() + origin.date().map(date -> ", " + date).orElse("");
    }

    private static String count(OptionalInt count, String unit) {
        return count.isPresent() ? count.getAsInt() + unit : "";
    }

    private static String number(double value, String unit) {
        return String.format(Locale.ENGLISH, "%,.0f %s", value, unit);
    }
}
