package org.sizewright.ui.cluster;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sizewright.inventory.ModelSlots;
import org.sizewright.inventory.PowerSupplies;
import org.sizewright.library.Chassis;
import org.sizewright.library.Fact;
import org.sizewright.ui.look.Texts;

/**
 * What the library knows of a server model, each in words with its evidence; empty where it knows nothing.
 *
 * @param chassis empty if the library has no record of the model
 */
record ModelWords(Texts texts, Optional<Chassis> chassis) {

    Optional<String> slots() {
        return of(each -> each.details().slots(), ModelSlots::toText)
                .or(() -> of(Chassis::doubleWideSlots, count -> count + " double"))
                .or(() -> of(Chassis::singleWideSlots, count -> count + " single"));
    }

    Optional<String> powerSupplies() {
        Optional<Chassis.Redundancy> redundancy =
                chassis.flatMap(each -> each.details().redundancy().asOptional());
        return of(
                Chassis::powerSupplies,
                supplies -> new PowerSupplies(
                                supplies.count(),
                                supplies.each(),
                                redundancy.filter(
                                        kind -> PowerSupplies.spare(kind, supplies.count()) < supplies.count()))
                        .toText());
    }

    Optional<String> basePower() {
        return of(Chassis::basePower, watts -> Math.round(watts.value()) + " W");
    }

    Optional<String> memorySlots() {
        return of(each -> each.details().memorySlots(), String::valueOf);
    }

    Optional<String> risers() {
        List<String> risers = chassis.map(each -> each.details().risersFor(1)).orElse(List.of());
        return risers.isEmpty()
                ? Optional.empty()
                : of(each -> each.details().slots(), ignored -> String.join(", ", risers));
    }

    private <T> Optional<String> of(Function<Chassis, Fact<T>> fact, Function<T, String> text) {
        return chassis.map(fact).flatMap(found -> switch (found) {
            case Fact.Known<T> known ->
                Optional.of(text.apply(known.value()) + " (" + known.evidence().word() + ")");
            case Fact.Unknown<T> unknown -> Optional.<String>empty();
        });
    }

    /** Under a field: what the library says as long as nothing is typed in, else how it is written. */
    String note(Optional<String> known, boolean typed, String example) {
        return known.filter(ignored -> !typed)
                .map(text -> texts.get("existing.fromLibrary", text))
                .orElse(example);
    }
}
