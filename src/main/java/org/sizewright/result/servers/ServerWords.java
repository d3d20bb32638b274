package org.sizewright.result.servers;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.placement.LowerBound;
import org.sizewright.placement.Proof;
import org.sizewright.placement.RackLimit;
import org.sizewright.placement.SiteLimits;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Rack;
import org.sizewright.plan.Workload;

/** Outcomes in words, for every face alike. */
public final class ServerWords {
    private final List<Rack> racks;

    /** @param racks those of the site that the outcomes are of */
    public ServerWords(List<Rack> racks) {
        this.racks = List.copyOf(racks);
    }

    /** Sentences of a search with the names of workloads in the place of their ids. */
    public static String named(String words, Plan plan) {
        String named = words;
        for (Workload workload : plan.workloads()) {
            named = named.replaceAll(
                    "\\b" + Pattern.quote(workload.id().value()) + "\\b", Matcher.quoteReplacement(workload.name()));
        }
        return named;
    }

    /** A number of hosts with its noun. */
    public static String hosts(int hosts) {
        return hosts + (hosts == 1 ? " host" : " hosts");
    }

    /** Power of all hosts, as far as it is known. */
    public static String power(ServerOutcome outcome) {
        return outcome.watts().isPresent()
                ? kilowatts(outcome.watts().getAsDouble())
                : "at least " + kilowatts(outcome.wattsAtLeast());
    }

    /** Height of all hosts. */
    public static String units(ServerOutcome outcome) {
        return outcome.units().isPresent()
                ? ValueText.number(outcome.units().getAsDouble()) + " U"
                : Value.UNKNOWN_TEXT;
    }

    /** What all hosts cost, as far as it is quoted. */
    public static String price(ServerPrice price) {
        return price.lines().isEmpty() || price.currency().isEmpty()
                ? Value.UNKNOWN_TEXT
                : (price.without().isEmpty() ? "" : "at least ")
                        + ValueText.number(price.amount(), 0) + " "
                        + price.currency().get();
    }

    static String kilowatts(double watts) {
        return ValueText.of(Value.of(watts / 1000), Unit.KILOWATT, 1);
    }

    /** The amount that a server is ranked by. */
    public static String amount(RankBy by, TriedServer server) {
        return switch (by) {
            case HOSTS -> hosts(server.outcome().hosts());
            case POWER -> power(server.outcome());
            case UNITS -> units(server.outcome());
            case PRICE -> price(server.price());
        };
    }

    /** What the site says, in a word or two. */
    public static String verdict(ServerOutcome outcome) {
        return switch (outcome.verdict()) {
            case FITS -> "fits the racks";
            case OPEN -> "fits as far as known";
            case BEYOND -> "beyond the racks";
        };
    }

    /** Hosts per rack and what binds, one sentence for alike racks. */
    public String perRack(ServerOutcome outcome) {
        SiteLimits.Kind limits = outcome.limits();
        if (limits.racks().isEmpty()) {
            return "The site has no racks.";
        }
        return limits.racks().stream()
                .distinct()
                .map(rack -> names(limits, rack) + ": "
                        + inRack(
                                rack,
                                limits.racks().stream().filter(rack::equals).count() > 1 ? " each" : ""))
                .collect(Collectors.joining(" "));
    }

    private String names(SiteLimits.Kind limits, SiteLimits.InRack rack) {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < limits.racks().size(); i++) {
            if (limits.racks().get(i).equals(rack)) {
                names.append(names.isEmpty() ? "" : ", ").append(racks.get(i).name());
            }
        }
        return names.toString();
    }

    /** How many hosts a rack takes, by what, and what could not be judged. */
    private static String inRack(SiteLimits.InRack rack, String each) {
        String hosts = rack.hosts().isPresent()
                ? (rack.open().isEmpty() ? "" : "at most ")
                        + hosts(rack.hosts().getAsInt()) + each + ", limited by "
                        + rack.binding().stream().map(RackLimit::words).collect(Collectors.joining(" and "))
                : "not known how many hosts";
        return hosts + (rack.open().isEmpty() ? "." : "; " + open(rack.open()) + ".");
    }

    /** Which limits could not be judged. */
    public static String open(List<RackLimit> open) {
        return open.stream().map(RackLimit::words).collect(Collectors.joining(", ")) + " could not be judged";
    }

    /** What the site lacks, or cannot say; empty if all is well. */
    public String site(ServerOutcome outcome) {
        return switch (outcome.verdict()) {
            case FITS -> "";
            case OPEN -> {
                String open = open(outcome.open());
                yield Character.toUpperCase(open.charAt(0)) + open.substring(1) + ".";
            }
            case BEYOND -> beyond(outcome);
        };
    }

    private String beyond(ServerOutcome outcome) {
        boolean alone = outcome.fit().hostsWithout() == 0;
        SiteLimits.Kind kind =
                (alone ? outcome.gpusAlone() : outcome.fit()).limits().kinds().get(outcome.kind());
        if (kind.without() == 0) {
            return "Other hosts of the option find no rack beside these.";
        }
        Optional<SiteLimits.Refusal> nearest = kind.nearest();
        return hosts(kind.without()) + (kind.without() == 1 ? " finds" : " find") + " no rack"
                + (alone ? ", even if a host drew only what its GPUs draw" : "")
                + nearest.map(refusal -> ": " + racks.get(refusal.rack()).name() + " needs "
                                + refusal.missing().stream()
                                        .map(missing -> missing.words() + " more "
                                                + missing.limit().words())
                                        .collect(Collectors.joining(" and "))
                                + ".")
                        .orElse(racks.isEmpty() ? ": the site has none." : ".");
    }

    /** Why it takes so many hosts: the bound from below, and what stopped one fewer. */
    public static String whyNotFewer(Proof proof) {
        return switch (proof) {
            case Proof.Optimal optimal -> bound(optimal.bound());
            case Proof.Between between -> between.whyNotFewer() + " " + bound(between.bound());
            case Proof.Mixture mixture -> mixture.bound().words();
            case Proof.NotFound notFound -> notFound.why();
            case Proof.CannotFit cannot -> cannot.reason();
        };
    }

    private static String bound(LowerBound bound) {
        return "At least " + hosts(bound.hosts()) + ": " + bound.words();
    }

    /** What puts one server before another; empty if they are alike in everything that is known. */
    public Optional<Decision> decision(RankBy by, TriedServer winner, TriedServer other) {
        ServerOutcome one = winner.outcome();
        ServerOutcome two = other.outcome();
        boolean sameAmount = by.of(winner).compareTo(by.of(other)) == 0;
        if (RankBy.isBeyond(winner) != RankBy.isBeyond(other) || (sameAmount && one.verdict() != two.verdict())) {
            return Optional.of(new Decision(Optional.empty(), verdict(one), verdict(two), site(two)));
        }
        for (RankBy next : by.order()) {
            if (next.of(winner).compareTo(next.of(other)) != 0) {
                return Optional.of(new Decision(
                        Optional.of(next), amount(next, winner), amount(next, other), because(next, other)));
            }
        }
        return Optional.empty();
    }

    private static String because(RankBy by, TriedServer other) {
        ServerOutcome outcome = other.outcome();
        return switch (by) {
            case HOSTS -> whyNotFewer(outcome.proof());
            case POWER ->
                outcome.hostWatts().isPresent()
                        ? hosts(outcome.hosts()) + " × "
                                + kilowatts(outcome.hostWatts().getAsDouble()) + "."
                        : "Its power without GPUs is unknown.";
            case UNITS -> each(outcome.hosts(), outcome.host().units(), " U", "Its height is unknown.");
            case PRICE ->
                other.price().without().isEmpty()
                        ? ""
                        : "Not quoted: " + String.join(", ", other.price().without()) + ".";
        };
    }

    private static String each(int hosts, OptionalDouble each, String unit, String unknown) {
        return each.isPresent() ? hosts(hosts) + " × " + ValueText.number(each.getAsDouble()) + unit + "." : unknown;
    }
}
