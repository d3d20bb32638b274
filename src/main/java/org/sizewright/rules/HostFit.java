package org.sizewright.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Value;
import org.sizewright.inventory.Fittings;
import org.sizewright.inventory.InventoryHost;
import org.sizewright.library.Fact;
import org.sizewright.library.Gpu;
import org.sizewright.library.Library;
import org.sizewright.plan.Origin;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.sizing.Demand;
import org.sizewright.sizing.GroupSubject;
import org.sizewright.sizing.HostFigures;

/**
 * Whether GPUs go into hosts that are there already: what blocks them, by how much, and what must be found out first. What is unknown
 * never passes silently.
 *
 * @param problems heaviest first; none = the GPUs go in, as far as everything needed is known
 */
public record HostFit(List<Problem> problems) {
    /** What a problem is about; each is a rule of its own. */
    public enum About {
        QUALIFICATION,
        COUNT,
        FORM,
        SLOTS,
        SLOT_POWER,
        POWER_SUPPLIES,
        MEMORY,
        RISER,
        CABLE,
        LOAD
    }

    /**
     * One problem.
     *
     * @param severity ERROR blocks, OPEN_ITEM must be found out
     * @param hosts whom it concerns
     * @param distance by how much it fails, where that can be said
     * @param field the field of the host to change
     */
    public record Problem(
            About about,
            Severity severity,
            List<String> hosts,
            String sentence,
            String remedy,
            Optional<String> distance,
            String field) {
        public Problem {
            hosts = List.copyOf(hosts);
        }

        public boolean blocks() {
            return severity == Severity.ERROR;
        }
    }

    public HostFit {
        problems = problems.stream()
                .sorted(java.util.Comparator.comparing(Problem::severity))
                .toList();
    }

    public boolean isBlocked() {
        return problems.stream().anyMatch(Problem::blocks);
    }

    /** A group that is not in a plan yet, to see what would block it. */
    public static HostFit preview(ResolvedGroup group, Library library) {
        RowKey row = new RowKey(group.group().id().value(), group.group().name());
        Demand demand = Demand.of(
                List.of(),
                List.of(),
                List.of(new GroupSubject(row, group.group(), group.gpu(), group.chassis(), group.existing(), "")),
                library);
        return of(group, demand.hosts, (figure, at) -> demand.value(figure, at, org.sizewright.figure.Lane.VALUE));
    }

    /** Reads the value of a figure. */
    interface Values {
        Value of(org.sizewright.figure.Figure figure, RowKey row);
    }

    static HostFit of(ResolvedGroup group, HostFigures figures, Values values) {
        if (group.existing().isEmpty()) {
            return new HostFit(List.of());
        }
        Check check = new Check(group, figures, values);
        check.qualification();
        check.form();
        check.slots();
        check.powerSupplies();
        check.riser();
        check.cable();
        check.load();
        return new HostFit(check.problems);
    }

    /** What a PCIe slot supplies by itself; a card that draws more has a cable. */
    private static final double SLOT_WATTS = 75;

    private static final class Check {
        private final ResolvedGroup group;
        private final HostFigures figures;
        private final Values values;
        private final RowKey row;
        private final List<InventoryHost> hosts;
        private final Gpu gpu;
        private final Fittings fittings;
        private final List<String> names;
        private final String who;
        private final boolean one;
        private final int toAdd;
        private final List<Problem> problems = new ArrayList<>();

        private Check(ResolvedGroup group, HostFigures figures, Values values) {
            this.group = group;
            this.figures = figures;
            this.values = values;
            row = new RowKey(group.group().id().value(), group.group().name());
            hosts = group.existing();
            gpu = group.gpu();
            fittings = hosts.getFirst().fittings();
            names = hosts.stream().map(InventoryHost::name).toList();
            who = names.stream().map(Check::shortName).collect(Collectors.joining(", "));
            one = hosts.size() == 1;
            int there = group.group().origin() instanceof Origin.Existing existing ? existing.gpusThere() : 0;
            toAdd = group.group().gpusPerHost() - there;
        }

        /** Sentences bear the name without its domain; the finding's subject bears all of it. */
        private static String shortName(String name) {
            int dot = name.indexOf('.');
            boolean address = !name.isEmpty() && Character.isDigit(name.charAt(0));
            return dot > 0 && !address ? name.substring(0, dot) : name;
        }

        private void blocked(About about, String field, String sentence, String remedy, Optional<String> distance) {
            problems.add(new Problem(about, Severity.ERROR, names, sentence, remedy, distance, field));
        }

        private void open(About about, String field, String sentence, String remedy) {
            problems.add(new Problem(about, Severity.OPEN_ITEM, names, sentence, remedy, Optional.empty(), field));
        }

        private void qualification() {
            String server = group.server().vendor() + " " + group.server().model();
            if (!group.listed()) {
                blocked(
                        About.QUALIFICATION,
                        "model",
                        who + (one ? " is" : " are") + " not qualified for " + gpu.name()
                                + ": the server list has no entry of " + server + " with this GPU.",
                        "Ask the vendor, choose a GPU that the list has for this server, or import a newer list.",
                        Optional.empty());
                return;
            }
            CatalogEntry entry = group.server();
            int wanted = group.group().gpusPerHost();
            int boards = gpu.boards(wanted);
            if (entry.maxGpu().isEmpty()) {
                open(
                        About.COUNT,
                        "model",
                        "The server list does not say how many " + gpu.name() + " fit in " + server + ".",
                        "Ask the vendor.");
            } else if (boards > entry.maxGpu().getAsInt()) {
                int most = entry.maxGpu().getAsInt();
                blocked(
                        About.COUNT,
                        "model",
                        who + (one ? " takes" : " take") + " at most " + most + " " + gpu.name() + "; the plan has "
                                + wanted + " per host"
                                + (boards == wanted ? "." : ", that is " + boards + " boards."),
                        "Use at most " + most + (boards == wanted ? "" : " boards") + " per host.",
                        Optional.of((boards - most) + (boards == wanted ? "" : " boards") + " too many"));
            } else if (wanted > entry.maxGpu().getAsInt()) {
                open(
                        About.COUNT,
                        "model",
                        HostRules.boardsOrGpus(server, gpu, entry.maxGpu().getAsInt(), wanted),
                        HostRules.ASK_WHAT_IS_COUNTED);
            }
        }

        private boolean isCard() {
            return gpu.form().startsWith("PCIe") || gpu.form().startsWith("NVL");
        }

        private void form() {
            if (toAdd > 0 && !isCard()) {
                blocked(
                        About.FORM,
                        "model",
                        gpu.name() + " is a module on the server's board (" + gpu.form() + "); it cannot be added to "
                                + who + ".",
                        "Choose a PCIe card, or new hosts with this GPU.",
                        Optional.empty());
            }
        }

        private void slots() {
            if (toAdd > 0 && isCard()) {
                problems.addAll(SlotFit.problems(group, names, who, gpu.boards(toAdd)));
            }
        }

        private void powerSupplies() {
            if (toAdd == 0 || figures.existing.isEmpty()) {
                return;
            }
            Value left = values.of(figures.existing.get().supplies().left, row);
            switch (left) {
                case Value.Known known -> {
                    if (known.number() < 0) {
                        long missing = (long) Math.ceil(-known.number());
                        Value budget = values.of(figures.existing.get().supplies().budget, row);
                        long carried = Math.round(budget.asNumber().orElse(0));
                        blocked(
                                About.POWER_SUPPLIES,
                                "powerSupplies",
                                "The power supplies of " + who + " carry " + carried + " W under redundancy; with "
                                        + group.group().gpusPerHost() + " " + gpu.name() + " a host draws "
                                        + (carried + missing) + " W.",
                                "Use larger supplies, fewer GPUs, or a GPU that draws less.",
                                Optional.of(missing + " W too little"));
                    }
                }
                case Value.Unknown ignored ->
                    open(
                            About.POWER_SUPPLIES,
                            "powerSupplies",
                            "Whether the power supplies of " + who + " carry " + toAdd + " more " + gpu.name()
                                    + " is not known: find out " + String.join(", ", missingForPower()) + ".",
                            "Take it from the server's management or the vendor, and type it in at the host.");
            }
        }

        private List<String> missingForPower() {
            List<String> missing = new ArrayList<>();
            if (!values.of(figures.basePower, row).isKnown()) {
                missing.add("the power without GPUs");
            }
            if (!values.of(figures.gpuPower, row).isKnown()) {
                missing.add("the power of the GPU");
            }
            figures.existing.ifPresent(there -> {
                if (!values.of(there.otherGpuPower, row).isKnown()) {
                    missing.add("which GPUs are in there");
                }
                if (!values.of(there.supplies().budget, row).isKnown()) {
                    missing.add("number, watts and redundancy of the supplies");
                }
            });
            return missing;
        }

        private void riser() {
            if (toAdd == 0 || !isCard() || fittings.riser().isPresent()) {
                return;
            }
            List<String> ofModel = group.chassis()
                    .map(chassis ->
                            chassis.details().risersFor(gpu.slots().asOptional().orElse(1)))
                    .orElse(List.of());
            open(
                    About.RISER,
                    "riser",
                    "It is not known whether " + who + (one ? " needs" : " need") + " a riser for " + gpu.name()
                            + (ofModel.isEmpty()
                                    ? "."
                                    : "; the library has the slots of "
                                            + group.server().model() + " on " + String.join(" or ", ofModel) + "."),
                    ofModel.isEmpty()
                            ? "Ask the vendor which riser carries the card, and type it in at the host."
                            : "Look whether it is fitted, and type it in at the host.");
        }

        private void cable() {
            if (toAdd > 0
                    && isCard()
                    && !gpu.details().auxPower().isKnown()
                    && gpu.tdp().map(watts -> watts.value()).orElse(Double.MAX_VALUE) > SLOT_WATTS) {
                open(
                        About.CABLE,
                        "riser",
                        "The power connector of " + gpu.name() + " is not known, so neither is its cable in " + who
                                + ".",
                        "Ask the vendor which cable comes with the card in this server.");
            }
        }

        private String memorySlots() {
            return group.chassis()
                    .map(chassis -> switch (chassis.details().memorySlots()) {
                        case Fact.Known<Integer> known ->
                            " (the library counts " + known.value() + " memory slots in "
                                    + group.server().model() + ", "
                                    + known.evidence().word() + ")";
                        case Fact.Unknown<Integer> unknown -> "";
                    })
                    .orElse("");
        }

        private void load() {
            List<String> unknown = new ArrayList<>();
            for (InventoryHost host : hosts) {
                if (host.load().isEmpty()) {
                    unknown.add(host.name());
                }
            }
            if (!unknown.isEmpty()) {
                String which = unknown.stream().map(Check::shortName).collect(Collectors.joining(", "));
                problems.add(new Problem(
                        About.LOAD,
                        Severity.OPEN_ITEM,
                        unknown,
                        "It is not known which VMs run on " + which + "; until it is, nothing is placed on "
                                + (one ? "it." : "this group."),
                        "Import the list of VMs (RVTools: vInfo), or type in their vCPUs and memory; 0 for an empty host.",
                        Optional.empty(),
                        "load"));
                return;
            }
            int forVms = group.group().memoryGib() - group.group().reservedMemoryGib();
            for (InventoryHost host : hosts) {
                double used = host.load().orElseThrow().memory().toGib();
                if (used >= forVms) {
                    problems.add(new Problem(
                            About.MEMORY,
                            Severity.ERROR,
                            List.of(host.name()),
                            "The VMs on " + shortName(host.name()) + " have " + Math.round(used) + " GiB of the "
                                    + forVms
                                    + " GiB for VMs; nothing is left for VMs with a GPU, whose memory is reserved in full.",
                            "Move VMs away, add memory" + memorySlots() + ", or leave this host out.",
                            Optional.of(Math.max(1, Math.round(used - forVms + 1)) + " GiB too little"),
                            "load"));
                }
            }
        }
    }
}
