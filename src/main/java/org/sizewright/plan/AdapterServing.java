package org.sizewright.plan;

/**
 * How adapters are served afterwards, side by side with the model.
 *
 * @param slots adapters that are held on each GPU at a time
 * @param largestRank for which room is kept
 * @param tensor GPUs that share the model
 * @param inSeries adapters that one request goes through, one after the other
 */
public record AdapterServing(int slots, int largestRank, int tensor, int inSeries) {
    public static final int MAX_SLOTS = 100_000;
    public static final int MAX_RANK = 1_000_000;
    public static final int MAX_TENSOR = 1024;
    public static final int MAX_IN_SERIES = 1000;
    public static final AdapterServing USUAL = new AdapterServing(1, 16, 1, 1);

    public AdapterServing {
        PlanChecks.between("the adapters served at a time", 1, MAX_SLOTS, slots);
        PlanChecks.between("the largest rank", 1, MAX_RANK, largestRank);
        PlanChecks.between("the GPUs that share the served model", 1, MAX_TENSOR, tensor);
        PlanChecks.between("the adapters one after the other", 1, MAX_IN_SERIES, inSeries);
    }

    public AdapterServing withSlots(int changed) {
        return new AdapterServing(changed, largestRank, tensor, inSeries);
    }

    public AdapterServing withLargestRank(int changed) {
        return new AdapterServing(slots, changed, tensor, inSeries);
    }

    public AdapterServing withTensor(int changed) {
        return new AdapterServing(slots, largestRank, changed, inSeries);
    }

    public AdapterServing withInSeries(int changed) {
        return new AdapterServing(slots, largestRank, tensor, changed);
    }
}
