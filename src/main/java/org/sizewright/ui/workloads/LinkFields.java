package org.sizewright.ui.workloads;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.GpuAccess;
import org.sizewright.plan.VmDevices;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.FieldFrame;

/** How a machine reaches its whole GPUs, whether they are joined, and have network cards beside them. Belongs to the live option. */
final class LinkFields {
    private final Choice<GpuAccess> access;
    private final Choice<VmDevices.Joined> joined;
    private final Choice<Boolean> rdma;

    LinkFields(Texts texts, WorkloadsViewModel model) {
        String accessName = texts.get("workloads.field.access");
        access = new Choice<>(
                accessName,
                Field.ACCESS,
                GpuAccess::words,
                chosen -> model.assign(accessName, assignment -> assignment.withAccess(chosen)));
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
        return List.of(access, joined, rdma);
    }

    Map<String, FieldFrame> framesById() {
        return Map.of(Field.ACCESS, access, Field.JOINED, joined, Field.RDMA, rdma);
    }

    /** A slice of a GPU has no say. */
    void show(Optional<Assignment> assignment) {
        show(assignment, assignment.filter(found -> found.profile().isEmpty()).isPresent());
    }

    /** @param whole whether the machines have whole GPUs */
    void show(Optional<Assignment> assignment, boolean whole) {
        Optional<VmDevices> devices = assignment.map(Assignment::devices);
        access.show(List.of(GpuAccess.values()), assignment.map(Assignment::access));
        access.setDisable(!whole);
        joined.show(List.of(VmDevices.Joined.values()), devices.map(VmDevices::joined));
        joined.setDisable(!whole);
        rdma.show(List.of(false, true), devices.map(VmDevices::rdma));
        rdma.setDisable(!whole);
    }
}
