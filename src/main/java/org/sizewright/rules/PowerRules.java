package org.sizewright.rules;

import java.util.Optional;
import org.sizewright.catalog.Validation;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Value;
import org.sizewright.library.Chassis;
import org.sizewright.plan.setting.HostChoices.SiteClass;
import org.sizewright.plan.setting.HostSettings;
import org.sizewright.quantity.Watts;

/** Rules about power and air of hosts. */
final class PowerRules {
    private PowerRules() {}

    static void powerOfAHostHasABasis(Inspection at) {
        for (HostView host : at.hosts()) {
            RowKey row = HostRules.row(host.group());
            Optional<Watts> most = host.resolved()
                    .chassis()
                    .flatMap(chassis -> chassis.maxSystemPower().asOptional());
            if (most.isPresent()
                    && at.value(at.sizing().demand.hosts.hostPower, row) instanceof Value.Known counted
                    && counted.number() < most.get().value() * at.limit("percent") / 100) {
                at.add(at.violated(
                                host.name(),
                                "The plan counts " + Math.round(counted.number()) + " W for each " + host.name()
                                        + "; its maker states up to "
                                        + Math.round(most.get().value()) + " W.",
                                "Plan with the maker's maximum, or with its power calculator.")
                        .withDistance(Math.round(most.get().value() - counted.number()) + " W less")
                        .withFigure(at.sizing().demand.hosts.hostPower.cell(row, Lane.VALUE))
                        .withPath(host.path() + "/typed/basePower"));
            }
        }
    }

    static void suppliesCarryTheHost(Inspection at) {
        ExistingHostRules.tell(at, HostFit.About.POWER_SUPPLIES);
        for (HostView host : at.hosts()) {
            if (host.group().isExisting()) {
                continue;
            }
            Optional<Chassis> chassis = host.resolved().chassis();
            Optional<Chassis.PowerSupplies> listed =
                    chassis.flatMap(each -> each.powerSupplies().asOptional());
            Optional<Integer> count = host.get(HostSettings.POWER_SUPPLIES)
                    .or(() -> listed.map(Chassis.PowerSupplies::count))
                    .or(() -> at.need(host, HostSettings.POWER_SUPPLIES));
            Optional<Integer> watts = host.get(HostSettings.SUPPLY_WATTS)
                    .or(() -> listed.map(each -> (int) each.each().value()))
                    .or(() -> at.need(host, HostSettings.SUPPLY_WATTS));
            Optional<Integer> spare = host.get(HostSettings.SPARE_SUPPLIES)
                    .or(() -> chassis.flatMap(
                                    each -> each.details().redundancy().asOptional())
                            .flatMap(redundancy -> count.map(all -> spare(redundancy, all))))
                    .or(() -> at.need(host, HostSettings.SPARE_SUPPLIES));
            if (count.isPresent()
                    && watts.isPresent()
                    && spare.isPresent()
                    && at.value(at.sizing().demand.hosts.hostPower, HostRules.row(host.group()))
                            instanceof Value.Known drawn
                    && (count.get() - spare.get()) * (double) watts.get() < drawn.number()) {
                double left = (count.get() - spare.get()) * (double) watts.get();
                at.add(at.violated(
                                host.name(),
                                host.name() + " draws up to " + Math.round(drawn.number()) + " W; with " + spare.get()
                                        + " of " + count.get() + " supplies failed " + Math.round(left)
                                        + " W are left.",
                                "Choose larger supplies or more of them.")
                        .withDistance(Math.round(drawn.number() - left) + " W too little")
                        .withPath(host.setupPath() + "/" + HostSettings.SUPPLY_WATTS.key()));
            }
        }
    }

    private static int spare(Chassis.Redundancy redundancy, int all) {
        return switch (redundancy) {
            case NONE -> 0;
            case N_PLUS_1 -> 1;
            case N_PLUS_N -> all / 2;
        };
    }

    static void edgeSiteHasThePower(Inspection at) {
        for (HostView host : at.hosts()) {
            if (!host.get(HostSettings.SITE_CLASS).equals(Optional.of(SiteClass.EDGE))) {
                continue;
            }
            Optional<Integer> watts = at.need(host, HostSettings.EDGE_WATTS).map(Double::intValue);
            Optional<Watts> each = host.gpu().tdp().asOptional();
            if (watts.isPresent() && each.isPresent() && at.hostsOf(host).isPresent()) {
                double drawn = each.get().value()
                        * host.gpu().boards(host.group().gpusPerHost())
                        * at.hostsOf(host).getAsInt();
                if (drawn > watts.get()) {
                    at.add(at.wrong(
                                    host,
                                    HostSettings.EDGE_WATTS,
                                    "The GPUs of " + host.name() + " draw up to " + Math.round(drawn)
                                            + " W; the site gives them " + watts.get() + " W.",
                                    "Use smaller GPUs or fewer of them.")
                            .withDistance(Math.round(drawn - watts.get()) + " W too much"));
                }
            }
        }
    }

    static void cardsGetTheirAir(Inspection at) {
        for (HostView host : at.hosts()) {
            boolean fanless = host.hasCards()
                    && host.gpu()
                            .cooling()
                            .asOptional()
                            .map(cooling -> cooling.startsWith("passive"))
                            .orElse(true);
            boolean tested =
                    host.resolved().listed() && host.resolved().server().validation() != Validation.UNKNOWN;
            boolean asked = !tested && !host.group().isExisting();
            if (fanless && (asked || host.get(HostSettings.AIRFLOW).isPresent())) {
                at.mustBe(
                        true,
                        host,
                        HostSettings.AIRFLOW,
                        host.name() + " does not give " + host.gpu().name()
                                + ", which has no fans of its own, the air that it needs, as far as its maker says.",
                        "Choose a server that is listed with this card.");
            }
        }
    }
}
