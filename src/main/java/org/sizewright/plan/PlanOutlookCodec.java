package org.sizewright.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** JSON form of how a load grows and of what is kept on disk. Where nothing was stated, nothing is written. */
final class PlanOutlookCodec {
    private static final String GROWTH = "growth";
    private static final String PERCENT = "percentPerYear";
    private static final String AFTER_12 = "after12Months";
    private static final String AFTER_36 = "after36Months";
    private static final String DISK = "storage";
    private static final String VERSIONS = "modelVersions";
    private static final String COPIES = "modelCopies";
    private static final String USERS = "users";
    private static final String HOME = "homeGb";
    private static final String MACHINE = "diskGb";
    private static final String IMAGES = "imagesGb";

    private PlanOutlookCodec() {}

    static void write(ObjectNode workload, RunTerms terms) {
        ObjectNode growth = PlanJson.object();
        switch (terms.growth()) {
            case Growth.Constant constant -> {}
            case Growth.Yearly yearly -> growth.set(PERCENT, PlanJson.number(yearly.percent()));
            case Growth.Factors factors -> {
                growth.set(AFTER_12, PlanJson.number(factors.after12()));
                growth.set(AFTER_36, PlanJson.number(factors.after36()));
            }
        }
        if (!growth.isEmpty()) {
            workload.set(GROWTH, growth);
        }
        ObjectNode disk = PlanJson.object();
        DiskNeeds needs = terms.disk();
        needs.modelVersions().ifPresent(value -> disk.put(VERSIONS, value));
        needs.modelCopies().ifPresent(value -> disk.put(COPIES, value));
        needs.users().ifPresent(value -> disk.put(USERS, value));
        put(disk, HOME, needs.homeGb());
        put(disk, MACHINE, needs.diskGb());
        put(disk, IMAGES, needs.imagesGb());
        if (!disk.isEmpty()) {
            workload.set(DISK, disk);
        }
    }

    private static void put(ObjectNode node, String field, Optional<Double> value) {
        value.ifPresent(number -> node.set(field, PlanJson.number(number)));
    }

    static RunTerms read(PlanFields workload, RunTerms terms) throws BrokenPlan {
        return terms.withGrowth(workload.findObject(GROWTH, PlanOutlookCodec::readGrowth)
                        .orElse(Growth.CONSTANT))
                .withDisk(workload.findObject(DISK, PlanOutlookCodec::readDisk).orElse(DiskNeeds.UNSTATED));
    }

    private static Growth readGrowth(PlanFields f) throws BrokenPlan {
        return f.find(PERCENT).isPresent()
                ? new Growth.Yearly(f.number(PERCENT, Growth.LEAST_PERCENT, Growth.MOST_PERCENT))
                : new Growth.Factors(
                        f.number(AFTER_12, Growth.LEAST_FACTOR, Growth.MOST_FACTOR),
                        f.number(AFTER_36, Growth.LEAST_FACTOR, Growth.MOST_FACTOR));
    }

    private static DiskNeeds readDisk(PlanFields f) throws BrokenPlan {
        return new DiskNeeds(
                f.findWhole(VERSIONS, 1, DiskNeeds.MOST_VERSIONS),
                f.findWhole(COPIES, 1, DiskNeeds.MOST_VERSIONS),
                f.findWhole(USERS, 0, DiskNeeds.MOST_USERS),
                f.findAmount(HOME),
                f.findAmount(MACHINE),
                f.findAmount(IMAGES));
    }
}
