package org.sizewright.rules;

/** Rules about hosts that the customer has: whether the GPUs of the plan go into them. */
final class ExistingHostRules {
    private ExistingHostRules() {}

    static void noMoreGpusThanListed(Inspection at) {
        tell(at, HostFit.About.COUNT);
    }

    static void slotsAreFree(Inspection at) {
        tell(at, HostFit.About.SLOTS);
    }

    static void slotsFeedTheCard(Inspection at) {
        tell(at, HostFit.About.SLOT_POWER);
    }

    static void memoryIsLeft(Inspection at) {
        tell(at, HostFit.About.MEMORY);
    }

    static void riserIsKnown(Inspection at) {
        tell(at, HostFit.About.RISER);
    }

    static void loadIsKnown(Inspection at) {
        tell(at, HostFit.About.LOAD);
    }

    static void gpuIsACard(Inspection at) {
        tell(at, HostFit.About.FORM);
    }

    /** What stands in the way of the GPUs in hosts that are there, as far as it is about that. */
    static void tell(Inspection at, HostFit.About about) {
        for (HostFit.Problem problem : at.hostProblems()) {
            if (problem.about() == about) {
                Finding finding = at.finding(
                                problem.blocks() ? at.severity() : problem.severity(),
                                String.join(", ", problem.hosts()),
                                problem.sentence(),
                                problem.remedy())
                        .withPath("/site/existingHosts/" + problem.hosts().getFirst() + "/" + problem.field());
                at.add(problem.distance().map(finding::withDistance).orElse(finding));
            }
        }
    }
}
