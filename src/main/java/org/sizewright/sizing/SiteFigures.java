package org.sizewright.sizing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Given;
import org.sizewright.figure.Range;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Rows;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.plan.Rack;

/**
 * Each rack with the hosts that stand in it: power against what the feeds carry when one is lost, height, weight and cooling.
 *
 * <p>Which hosts stand in which rack was searched; it holds as long as {@code racks_current} is 1.
 */
public final class SiteFigures {
    private static final Source FEEDS = Source.of(
            "With two feeds, one must carry the whole rack when the other is lost",
            "A/B feed practice",
            "",
            Evidence.INFERRED);
    private static final Source SEARCH = Source.of("Hosts put into racks, first fit", "", "", Evidence.COMPUTED);

    public final Rows racks;
    public final Rows rackGroups;
    public final Figure current;
    public final Figure hostsInRack;
    public final Figure usablePerFeed;
    public final Figure feeds;
    public final Figure rackPower;
    public final Figure powerPerFeed;
    public final Figure usableFeedLost;
    public final Figure powerLeft;
    public final Figure rackHeat;
    public final Figure unitsUsed;
    public final Figure unitsLeft;
    public final Figure weightUsed;
    public final Figure weightLeft;
    public final Figure coolingLeft;
    public final Figure usablePower;
    public final Figure sitePower;
    public final Figure siteUnitsLeft;

    SiteFigures(Demand demand, ClusterFigures cluster, List<Rack> rackList, List<RackLoad> loads) {
        FigureBook.Builder book = demand.book();
        HostFigures host = demand.hosts;
        Map<RowKey, Rack> byRow = new HashMap<>();
        List<RowKey> rackKeys = new ArrayList<>();
        for (Rack rack : rackList) {
            RowKey key = new RowKey(rack.id().value(), rack.name());
            byRow.put(key, rack);
            rackKeys.add(key);
        }
        racks = new Rows("rack", "Rack", rackKeys);
        Map<RowKey, RowKey> groupOf = new HashMap<>();
        Map<RowKey, List<RowKey>> inRack = new HashMap<>();
        Map<RowKey, RackLoad> loadOf = new HashMap<>();
        List<RowKey> pairKeys = new ArrayList<>();
        for (RackLoad load : loads) {
            RowKey key = new RowKey(
                    load.rack().id() + load.group().id(),
                    load.rack().title() + ": " + load.group().title());
            pairKeys.add(key);
            groupOf.put(key, load.group());
            loadOf.put(key, load);
            inRack.computeIfAbsent(load.rack(), rack -> new ArrayList<>()).add(key);
        }
        rackKeys.forEach(rack -> inRack.putIfAbsent(rack, List.of()));
        rackGroups = new Rows("rackgroup", "Hosts in a rack", pairKeys);

        FigureBook.Scope r = book.over(racks);
        FigureBook.Scope p = book.over(rackGroups);
        FigureBook.Scope all = book.single();
        usablePerFeed = r.input(
                "usable_per_feed",
                Unit.KILOWATT,
                "Usable power per feed",
                Range.NOT_NEGATIVE,
                row -> input(
                        byRow,
                        row,
                        "usablePerFeed",
                        rack -> rack.usablePerFeed().toKilowatts()));
        feeds = r.input("feeds", Unit.COUNT, "Feeds", Range.of(1, 2), row -> input(byRow, row, "feeds", Rack::feeds));
        Figure existingPower = r.input(
                "existing_power",
                Unit.KILOWATT,
                "Load that is there already",
                Range.NOT_NEGATIVE,
                row -> input(
                        byRow,
                        row,
                        "existing/load",
                        rack -> rack.existing().load().toKilowatts()));
        Figure rackUnits = r.input(
                "rack_units",
                Unit.RACK_UNIT,
                "Height of the rack",
                Range.of(1, 100),
                row -> input(byRow, row, "units", Rack::units));
        Figure existingUnits = r.input(
                "existing_units",
                Unit.RACK_UNIT,
                "Units in use already",
                Range.of(0, 100),
                row -> input(
                        byRow, row, "existing/units", rack -> rack.existing().units()));
        Figure maxLoad = r.input(
                "max_load",
                Unit.KILOGRAM,
                "Weight that the rack carries",
                Range.NOT_NEGATIVE,
                row -> typed(
                        byRow,
                        row,
                        "maxLoad",
                        "weight that the rack carries",
                        rack -> rack.maxLoad().map(kg -> kg.value())));
        Figure existingWeight = r.input(
                "existing_weight",
                Unit.KILOGRAM,
                "Weight that is there already",
                Range.NOT_NEGATIVE,
                row -> input(
                        byRow,
                        row,
                        "existing/weight",
                        rack -> rack.existing().weight().value()));
        Figure cooling = r.input(
                "cooling",
                Unit.KILOWATT,
                "Heat that can be taken away",
                Range.NOT_NEGATIVE,
                row -> typed(
                        byRow,
                        row,
                        "cooling",
                        "cooling of the rack",
                        rack -> rack.cooling().map(heat -> heat.toKilowatts())));

        current = new Snapshot(book)
                .withValueOf(cluster.hosts, host.hostPower, host.height, host.weight)
                .withValueOf(
                        usablePerFeed, feeds, existingPower, rackUnits, existingUnits, maxLoad, existingWeight, cooling)
                .define("racks_current", "Racking holds for these numbers (1 = yes)", SEARCH);
        Figure found = p.fact("found_hosts_in_rack", Unit.COUNT, "Hosts put into the rack", row -> {
            RackLoad load = loadOf.get(row);
            if (load == null) {
                throw new IllegalArgumentException("no hosts in row " + row.id());
            }
            return Given.fact(load.hosts(), SEARCH);
        });
        hostsInRack = p.searched(
                "hosts_in_rack",
                Unit.COUNT,
                "Hosts in the rack",
                Formula.when(
                        current.equalTo(Formula.constant(1)),
                        found,
                        new Formula.Missing("stale", "an input under the search was changed", Unit.COUNT)),
                SEARCH);
        Figure addedPower = p.define(
                "added_power", Unit.KILOWATT, "Power of these hosts", hostsInRack.times(host.hostPower.at(groupOf)));
        Figure addedUnits = p.define(
                "added_units", Unit.RACK_UNIT, "Height of these hosts", hostsInRack.times(host.height.at(groupOf)));
        Figure addedWeight = p.define(
                "added_weight", Unit.KILOGRAM, "Weight of these hosts", hostsInRack.times(host.weight.at(groupOf)));

        rackPower = r.define(
                "rack_power",
                Unit.KILOWATT,
                "Power of the rack at full load",
                existingPower.plus(addedPower.sumOver(inRack)));
        powerPerFeed = r.define(
                "power_per_feed", Unit.KILOWATT, "Load per feed, all feeds up", rackPower.dividedBy(feeds), FEEDS);
        usableFeedLost = r.define(
                "usable_feed_lost",
                Unit.KILOWATT,
                "Usable with one feed lost",
                usablePerFeed.times(Formula.max(Formula.constant(1), feeds.minus(Formula.constant(1)))),
                FEEDS);
        powerLeft = r.define(
                "power_left", Unit.KILOWATT, "Power left with one feed lost", usableFeedLost.minus(rackPower), FEEDS);
        rackHeat = r.define("rack_heat", Unit.BTU_PER_HOUR, "Heat of the rack", rackPower);
        unitsUsed =
                r.define("units_used", Unit.RACK_UNIT, "Units in use", existingUnits.plus(addedUnits.sumOver(inRack)));
        unitsLeft = r.define("units_left", Unit.RACK_UNIT, "Units left", rackUnits.minus(unitsUsed));
        weightUsed = r.define(
                "weight_used", Unit.KILOGRAM, "Weight in the rack", existingWeight.plus(addedWeight.sumOver(inRack)));
        weightLeft = r.define("weight_left", Unit.KILOGRAM, "Weight left", maxLoad.minus(weightUsed));
        coolingLeft = r.define("cooling_left", Unit.KILOWATT, "Cooling left", cooling.minus(rackPower));
        usablePower = all.output(
                "usable_power", Unit.KILOWATT, "Usable power with one feed lost", usableFeedLost.sum(), FEEDS);
        sitePower = all.output(
                "site_power",
                Unit.KILOWATT,
                "Power at full load, existing load included",
                cluster.totalPower.plus(existingPower.sum()));
        siteUnitsLeft = all.output("site_units_left", Unit.RACK_UNIT, "Rack units left", unitsLeft.sum());
    }

    private static Given input(Map<RowKey, Rack> racks, RowKey row, String field, Function<Rack, Number> number) {
        Rack rack = rack(racks, row);
        return Given.input(number.apply(rack).doubleValue(), "/site/racks/" + rack.id() + "/" + field);
    }

    private static Given typed(
            Map<RowKey, Rack> racks, RowKey row, String field, String what, Function<Rack, Optional<Double>> number) {
        Rack rack = rack(racks, row);
        return Facts.typedOrUnknown(number.apply(rack), "/site/racks/" + rack.id() + "/" + field, what);
    }

    private static Rack rack(Map<RowKey, Rack> racks, RowKey row) {
        return Optional.ofNullable(racks.get(row)).orElseThrow();
    }
}
