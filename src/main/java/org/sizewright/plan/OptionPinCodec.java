package org.sizewright.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.sizewright.partition.PartitionMode;

/** JSON form of pins. Where there are none, nothing is written. */
final class OptionPinCodec {
    private static final String PINS = "pins";
    private static final int MANY = 1_000_000;

    private OptionPinCodec() {}

    static void write(ObjectNode node, List<Pin> pins) {
        if (!pins.isEmpty()) {
            node.set(PINS, PlanJson.array(pins, OptionPinCodec::write));
        }
    }

    static List<Pin> read(PlanFields f) throws BrokenPlan {
        return f.find(PINS).isPresent() ? f.list(PINS, OptionPinCodec::readPin) : List.of();
    }

    private static ObjectNode write(Pin pin) {
        ObjectNode node = PlanJson.object()
                .put("cluster", pin.cluster().value())
                .put("machine", pin.machine())
                .put("number", pin.number())
                .put("group", pin.group().value())
                .put("host", pin.host());
        node.set("gpus", PlanJson.array(pin.gpus(), OptionPinCodec::write));
        return node;
    }

    private static ObjectNode write(Pin.Share share) {
        ObjectNode node = PlanJson.object().put("gpu", share.gpu());
        share.place()
                .ifPresent(place -> node.put("mode", place.mode().name())
                        .put("profile", place.profile())
                        .put("start", place.start()));
        return node;
    }

    private static Pin readPin(PlanFields f) throws BrokenPlan {
        return new Pin(
                f.id("cluster", ClusterId::of),
                f.text("machine"),
                f.whole("number", 1, MANY),
                f.id("group", GroupId::of),
                f.whole("host", 1, MANY),
                f.list("gpus", OptionPinCodec::readShare));
    }

    private static Pin.Share readShare(PlanFields f) throws BrokenPlan {
        int gpu = f.whole("gpu", 0, MANY);
        return new Pin.Share(
                gpu,
                f.find("mode").isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Pin.Place(
                                f.word("mode", PartitionMode.class), f.text("profile"), f.whole("start", 0, MANY))));
    }
}
