package org.sizewright.ui.workloads;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.VmDevices;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.FieldFrame;

/** Whether the whole GPUs of a machine are joined, and have network cards beside them. Belongs to the live option. */
final class LinkFields {
    private final Choice<VmDevices.Joined> joined;
    private final Choice<Boolean> rdma;

    LinkFields(Texts texts, WorkloadsViewModel model) {
        String joinedName = texts.get("workloads.field.joined");
        joined = new Choice<>(
                joinedName,
                Field.JOINED,
                each -> switch (each) {
                    case WHERE_LINKED -> texts.get("workloads.joined.whereLinked");
                    case NO -> texts.get("workloads.joined.no");
                    case ALWAYS -> texts.get("workloads.joined.always");
                },
                chosen -> model.assign(
                        joinedName,
                        assignment ->
                                assignment.withDevices(assignment.devices().withJoined(chosen))));
        String rdmaName = texts.get("workloads.field.rdma");
        rdma = new Choice<>(
                rdmaName,
                Field.RDMA,
                yes -> texts.get(yes ? "workloads.tuning.yes" : "workloads.tuning.no"),
                chosen -> model.assign(
                        rdmaName,
                        assignment ->
                                assignment.withDevices(assignment.devices().withRdma(chosen))));
    }

    List<FieldFrame> frames() {
        return List.of(joined, rdma);
    }

    Map<String, FieldFrame> framesById() {
        return Map.of(Field.JOINED, joined, Field.RDMA, rdma);
    }

    /** A slice of a GPU has no say. */
    void show(Optional<Assignment> assignment) {
        Optional<VmDevices> devices = assignment.map(Assignment::devices);
        boolean whole = assignment.filter(found -> found.profile().isEmpty()).isPresent();
        joined.show(List.of(VmDevices.Joined.values()), devices.map(VmDevices::joined));
        joined.setDisable(!whole);
        rdma.show(List.of(false, true), devices.map(VmDevices::rdma));
        rdma.setDisable(!whole);
    }
}
