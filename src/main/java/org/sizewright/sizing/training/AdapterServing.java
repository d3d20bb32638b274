package org.sizewright.sizing.training;

/**
 * How adapters are served afterwards, side by side with the model.
 *
 * @param slots adapters that are held on each GPU at a time
 * @param largestRank for which room is kept
 * @param tensor GPUs that share the model
 * @param inSeries adapters that one request goes through, one after the other
 */
public record AdapterServing(int slots, int largestRank, int tensor, int inSeries) {
    public static final AdapterServing USUAL = new AdapterServing(1, 16, 1, 1);

    public AdapterServing {
        if (slots < 1 || largestRank < 1 || tensor < 1 || inSeries < 1) {
            throw new IllegalArgumentException(
                    "slots, rank, tensor parallel and adapters in series are at least 1, not " + slots + ", "
                            + largestRank + ", " + tensor + ", " + inSeries);
        }
    }
}
