package org.sizewright.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON form of how far the steps of an option are. Where nothing was said, nothing is written. */
final class PlanProgressCodec {
    private static final String PROGRESS = "progress";

    private PlanProgressCodec() {}

    private record Entry(StepKey step, StepState state) {}

    static void write(ObjectNode option, Progress progress) {
        if (!progress.isEmpty()) {
            option.set(PROGRESS, PlanJson.array(List.copyOf(progress.states().entrySet()), PlanProgressCodec::write));
        }
    }

    private static ObjectNode write(Map.Entry<StepKey, StepState> entry) {
        StepState state = entry.getValue();
        ObjectNode node = PlanJson.object().put("step", entry.getKey().step());
        put(node, "subject", entry.getKey().subject());
        node.put("status", state.status().name());
        put(node, "owner", state.owner());
        state.date().ifPresent(date -> node.put("date", date.toString()));
        put(node, "note", state.note());
        return node;
    }

    private static void put(ObjectNode node, String field, String text) {
        if (!text.isEmpty()) {
            node.put(field, text);
        }
    }

    static Progress read(PlanFields option) throws BrokenPlan {
        if (option.find(PROGRESS).isEmpty()) {
            return Progress.NOTHING;
        }
        Map<StepKey, StepState> states = new LinkedHashMap<>();
        for (Entry entry : option.list(PROGRESS, PlanProgressCodec::readEntry)) {
            states.put(entry.step(), entry.state());
        }
        return new Progress(states);
    }

    private static Entry readEntry(PlanFields f) throws BrokenPlan {
        return new Entry(
                new StepKey(f.text("step"), f.findText("subject").orElse("")),
                new StepState(
                        f.word("status", StepState.Status.class),
                        f.findText("owner").orElse(""),
                        f.find("date").isPresent() ? Optional.of(f.date("date")) : Optional.empty(),
                        f.findText("note").orElse("")));
    }
}
