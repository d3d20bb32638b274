package org.sizewright.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sizewright.inventory.Fittings;
import org.sizewright.inventory.FreeSlots;
import org.sizewright.inventory.ModelSlots;
import org.sizewright.library.Chassis;
import org.sizewright.library.Chassis.SlotGroup;
import org.sizewright.library.Fact;
import org.sizewright.library.Gpu;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.rules.HostFit.About;
import org.sizewright.rules.HostFit.Problem;

/** Whether a host has free slots for cards: by width, by lanes, by watts. What the host does not say, its server model may. */
final class SlotFit {
    private final Gpu gpu;
    private final List<String> names;
    private final String who;
    private final int wanted;
    private final List<Problem> problems = new ArrayList<>();

    private SlotFit(Gpu gpu, List<String> names, String who, int wanted) {
        this.gpu = gpu;
        this.names = names;
        this.who = who;
        this.wanted = wanted;
    }

    /** @param cards how many cards go into each host */
    static List<Problem> problems(ResolvedGroup group, List<String> names, String who, int cards) {
        SlotFit fit = new SlotFit(group.gpu(), names, who, cards);
        Fittings fittings = group.existing().getFirst().fittings();
        Optional<Integer> width = group.gpu().slots().asOptional();
        if (width.isEmpty()) {
            fit.open(
                    "It is not known how many slots " + group.gpu().name() + " takes.", "Take it from the data sheet.");
        } else if (fittings.freeSlots().isPresent()) {
            fit.check(fittings.freeSlots().get(), width.get());
        } else {
            fit.byChassis(group, fittings, width.get());
        }
        return fit.problems;
    }

    private void open(String sentence, String remedy) {
        problems.add(
                new Problem(About.SLOTS, Severity.OPEN_ITEM, names, sentence, remedy, Optional.empty(), "freeSlots"));
    }

    private void blocked(About about, String sentence, String remedy, String distance) {
        problems.add(new Problem(about, Severity.ERROR, names, sentence, remedy, Optional.of(distance), "freeSlots"));
    }

    private static int count(List<FreeSlots> slots) {
        return slots.stream().mapToInt(FreeSlots::count).sum();
    }

    private void check(List<FreeSlots> free, int width) {
        String wide = width == 1 ? "single-wide" : width == 2 ? "double-wide" : width + "-slot";
        List<FreeSlots> wideEnough =
                free.stream().filter(slot -> slot.width().takes(width)).toList();
        if (count(wideEnough) < wanted) {
            blocked(
                    About.SLOTS,
                    who + has()
                            + (count(wideEnough) == 0
                                    ? "no free " + wide + " slot"
                                    : count(wideEnough) + " free " + wide
                                            + (count(wideEnough) == 1 ? " slot" : " slots"))
                            + " per host; " + wanted + " " + gpu.name()
                            + (wanted == 1 ? " needs one." : " need " + wanted + "."),
                    "Use fewer GPUs, a narrower card, or another host.",
                    tooFew(wanted - count(wideEnough)));
            return;
        }
        lanes(wideEnough);
        watts(wideEnough);
    }

    private String has() {
        return names.size() == 1 ? " has " : " have ";
    }

    private void lanes(List<FreeSlots> slots) {
        Optional<Gpu.PcieLink> link = gpu.pcie().asOptional();
        if (link.isEmpty()) {
            open("It is not known how many PCIe lanes " + gpu.name() + " has.", "Take it from the data sheet.");
            return;
        }
        int lanes = link.get().lanes();
        int enough = count(slots.stream()
                .filter(slot -> slot.lanes().filter(wired -> wired >= lanes).isPresent())
                .toList());
        int unknown =
                count(slots.stream().filter(slot -> slot.lanes().isEmpty()).toList());
        if (enough + unknown < wanted) {
            blocked(
                    About.SLOTS,
                    who + has()
                            + (enough == 0
                                    ? "no free slot"
                                    : "only " + enough + " free " + (enough == 1 ? "slot" : "slots"))
                            + " with the " + lanes + " lanes of " + gpu.name() + "; " + wanted
                            + (wanted == 1 ? " is" : " are") + " needed per host.",
                    "Use a riser with more lanes, fewer GPUs, or another host.",
                    tooFew(wanted - enough));
        } else if (enough < wanted) {
            open(
                    "It is not known how many lanes the free slots of " + who + " have; " + gpu.name() + " wants "
                            + lanes + ".",
                    "Look at the server's slots, and type it in at the host.");
        }
    }

    private void watts(List<FreeSlots> slots) {
        Optional<Double> power = gpu.tdp().asOptional().map(watts -> watts.value());
        if (power.isEmpty()) {
            return;
        }
        double watts = power.get();
        int enough = count(slots.stream()
                .filter(slot ->
                        slot.watts().filter(most -> most.value() >= watts).isPresent())
                .toList());
        int unknown =
                count(slots.stream().filter(slot -> slot.watts().isEmpty()).toList());
        if (enough + unknown < wanted) {
            double best = slots.stream()
                    .flatMap(slot -> slot.watts().stream())
                    .mapToDouble(most -> most.value())
                    .filter(most -> most < watts)
                    .max()
                    .orElse(0);
            blocked(
                    About.SLOT_POWER,
                    "The free slots of " + who + " feed and cool " + Math.round(best) + " W; " + gpu.name() + " draws "
                            + Math.round(watts) + " W.",
                    "Choose a GPU that draws less, or a host made for it.",
                    Math.round(watts - best) + " W too much");
        } else if (enough < wanted) {
            problems.add(new Problem(
                    About.SLOT_POWER,
                    Severity.OPEN_ITEM,
                    names,
                    "It is not known how many watts a card in the free slots of " + who + " may draw; " + gpu.name()
                            + " draws " + Math.round(watts) + " W.",
                    "Ask the vendor, and type it in at the host.",
                    Optional.empty(),
                    "freeSlots"));
        }
    }

    /** The host itself does not say; the library may know which slots its model has. */
    private void byChassis(ResolvedGroup group, Fittings fittings, int width) {
        Optional<Chassis> chassis = group.chassis();
        Fact<List<SlotGroup>> slots =
                chassis.map(each -> each.details().slots()).orElse(Fact.unknown());
        if (slots instanceof Fact.Known<List<SlotGroup>> known) {
            bySlots(group, fittings, width, known);
        } else {
            byCount(group, fittings, width, chassis);
        }
    }

    /** Slot groups of the model: those that take the card by width, by lanes, by watts, less the cards that must sit in them. */
    private void bySlots(ResolvedGroup group, Fittings fittings, int width, Fact.Known<List<SlotGroup>> known) {
        List<SlotGroup> all = known.value();
        List<SlotGroup> wide = all.stream().filter(slot -> slot.mayTake(width)).toList();
        List<SlotGroup> wired = wide.stream()
                .filter(slot -> gpu.pcie().asOptional().isEmpty()
                        || slot.lanes().isEmpty()
                        || slot.lanes().get() >= gpu.pcie().asOptional().get().lanes())
                .toList();
        List<SlotGroup> fed = wired.stream()
                .filter(slot -> gpu.tdp().asOptional().isEmpty()
                        || slot.maxWatts().isEmpty()
                        || slot.maxWatts()
                                        .get()
                                        .compareTo(gpu.tdp().asOptional().get())
                                >= 0)
                .toList();
        String source = "the library has for " + group.server().model() + ": " + ModelSlots.toText(all) + " ("
                + known.evidence().word() + ")";
        int cards = cardsThere(fittings);
        int free = sum(fed) - Math.max(0, cards - (sum(all) - sum(fed)));
        if (free < wanted) {
            boolean byWatts = sum(wired) - Math.max(0, cards - (sum(all) - sum(wired))) >= wanted;
            blocked(
                    byWatts ? About.SLOT_POWER : About.SLOTS,
                    who + " cannot take " + wanted + " more " + gpu.name() + " per host: " + source + there(cards),
                    "Use fewer GPUs, another card, or another host.",
                    tooFew(wanted - Math.max(0, free)));
        } else {
            openInModel(source);
        }
    }

    /** Only the number of slots of the model is known. */
    private void byCount(ResolvedGroup group, Fittings fittings, int width, Optional<Chassis> chassis) {
        Fact<Integer> all = chassis.map(
                        each -> width == 1 ? each.singleWideSlots().or(each.doubleWideSlots()) : each.doubleWideSlots())
                .orElse(Fact.unknown());
        if (!(all instanceof Fact.Known<Integer> known) || width > 2) {
            open(
                    "It is not known which slots are free in " + who + "; " + wanted + " " + gpu.name()
                            + " per host need " + width + (width == 1 ? " slot" : " slots") + " each.",
                    "Look into the server or ask its management, and type it in at the host.");
            return;
        }
        String source =
                "the library counts " + known.value() + (width == 1 ? " single-wide" : " double-wide") + " slots in "
                        + group.server().model() + " (" + known.evidence().word() + ")";
        int cards = cardsThere(fittings);
        int free = Math.max(0, known.value() - cards);
        if (free < wanted) {
            blocked(
                    About.SLOTS,
                    who + " cannot take " + wanted + " more " + gpu.name() + " per host: " + source + there(cards),
                    "Use fewer GPUs, or another host.",
                    tooFew(wanted - free));
        } else {
            openInModel(source);
        }
    }

    private void openInModel(String source) {
        open(
                "It is not known which slots are free in " + who + "; " + source + ".",
                "Check that " + wanted + " of them are free and fitted with risers, and type it in at the host.");
    }

    /** Cards in the host; of this GPU several may be on one, the boards of other GPUs are not known here. */
    private int cardsThere(Fittings fittings) {
        return fittings.gpus().stream()
                .flatMap(List::stream)
                .mapToInt(each -> each.gpu().equals(Optional.of(gpu.id())) ? gpu.boards(each.count()) : each.count())
                .sum();
    }

    private static String there(int cards) {
        return cards == 0 ? "." : cards == 1 ? ", and 1 card is in there." : ", and " + cards + " cards are in there.";
    }

    private static String tooFew(int slots) {
        return slots + (slots == 1 ? " slot" : " slots") + " too few";
    }

    private static int sum(List<SlotGroup> slots) {
        return slots.stream().mapToInt(SlotGroup::count).sum();
    }
}
