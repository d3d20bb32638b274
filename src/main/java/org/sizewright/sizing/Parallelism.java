package org.sizewright.sizing;

/**
 * How one replica is spread over GPUs.
 *
 * @param tensor GPUs that share every matrix
 * @param pipeline stages of layers, one after the other
 * @param expert groups that each do the attention of their own requests and share the experts with the others
 */
public record Parallelism(int tensor, int pipeline, int expert) {
    public static final Parallelism NONE = new Parallelism(1, 1, 1);

    public Parallelism {
        if (tensor < 1 || pipeline < 1 || expert < 1 || tensor > 1024 || pipeline > 1024 || expert > 1024) {
            throw new IllegalArgumentException("tensor, pipeline and expert parallel must be 1 to 1024, not " + tensor
                    + ", " + pipeline + ", " + expert);
        }
    }

    public static Parallelism tensor(int degree) {
        return new Parallelism(degree, 1, 1);
    }

    public int gpus() {
        return tensor * pipeline * expert;
    }
}
