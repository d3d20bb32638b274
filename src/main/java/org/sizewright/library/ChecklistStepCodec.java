package org.sizewright.library;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** JSON form of the steps of checklists. */
final class ChecklistStepCodec {
    private ChecklistStepCodec() {}

    static ChecklistStep read(Fields f) throws InvalidRecord {
        return new ChecklistStep(
                f.text("id"),
                PartitionCodec.word(f, "phase", List.of(ChecklistStep.Phase.values()), ChecklistStep.Phase::word),
                PartitionCodec.word(f, "per", List.of(ChecklistStep.Per.values()), ChecklistStep.Per::word),
                f.text("text"),
                f.texts("when").stream().map(ChecklistStep.Condition::parse).toList(),
                f.texts("commands"),
                f.texts("hostCommands"),
                f.text("reason"),
                f.texts("rules"),
                f.texts("settings"),
                f.findText("caveat"),
                f.evidence("evidence"),
                f.texts("sources"));
    }

    static ObjectNode write(ChecklistStep step) {
        return new Written()
                .put("id", step.id())
                .put("phase", step.phase().word())
                .put("per", step.per().word())
                .put("text", step.text())
                .put("when", step.when(), condition -> Written.text(condition.toText()))
                .put("commands", step.commands(), Written::text)
                .put("hostCommands", step.hostCommands(), Written::text)
                .put("reason", step.reason())
                .put("rules", step.rules(), Written::text)
                .put("settings", step.settings(), Written::text)
                .put("caveat", step.caveat(), Written::text)
                .put("evidence", step.evidence().word())
                .put("sources", step.sources(), Written::text)
                .node();
    }
}
