package org.sizewright.plan;

import java.util.Optional;

/**
 * What a workload keeps on the datastore, as far as it was stated; its models, checkpoints and vectors are calculated.
 *
 * @param modelVersions versions of each served model that stay, the one in use included
 * @param modelCopies copies of each version
 * @param users people with a home directory
 * @param homeGb one home directory, in GB
 * @param diskGb disks of one machine, in GB
 * @param imagesGb container images of the workload, all of them together, in GB
 */
public record DiskNeeds(
        Optional<Integer> modelVersions,
        Optional<Integer> modelCopies,
        Optional<Integer> users,
        Optional<Double> homeGb,
        Optional<Double> diskGb,
        Optional<Double> imagesGb) {
    public static final int MOST_VERSIONS = 1000;
    public static final int MOST_USERS = 10_000_000;
    public static final double MOST_GB = 1e9;

    /** Nothing was stated. */
    public static final DiskNeeds UNSTATED = new DiskNeeds(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public DiskNeeds {
        modelVersions.ifPresent(value -> PlanChecks.between("the versions of a model", 1, MOST_VERSIONS, value));
        modelCopies.ifPresent(value -> PlanChecks.between("the copies of a model", 1, MOST_VERSIONS, value));
        users.ifPresent(value -> PlanChecks.between("the users with a home directory", 0, MOST_USERS, value));
        homeGb.ifPresent(value -> PlanChecks.between("the home directory in GB", 0, MOST_GB, value));
        diskGb.ifPresent(value -> PlanChecks.between("the disks of a machine in GB", 0, MOST_GB, value));
        imagesGb.ifPresent(value -> PlanChecks.between("the container images in GB", 0, MOST_GB, value));
    }

    public DiskNeeds withModelVersions(Optional<Integer> changed) {
        return new DiskNeeds(changed, modelCopies, users, homeGb, diskGb, imagesGb);
    }

    public DiskNeeds withModelCopies(Optional<Integer> changed) {
        return new DiskNeeds(modelVersions, changed, users, homeGb, diskGb, imagesGb);
    }

    public DiskNeeds withUsers(Optional<Integer> changed) {
        return new DiskNeeds(modelVersions, modelCopies, changed, homeGb, diskGb, imagesGb);
    }

    public DiskNeeds withHomeGb(Optional<Double> changed) {
        return new DiskNeeds(modelVersions, modelCopies, users, changed, diskGb, imagesGb);
    }

    public DiskNeeds withDiskGb(Optional<Double> changed) {
        return new DiskNeeds(modelVersions, modelCopies, users, homeGb, changed, imagesGb);
    }

    public DiskNeeds withImagesGb(Optional<Double> changed) {
        return new DiskNeeds(modelVersions, modelCopies, users, homeGb, diskGb, changed);
    }
}
