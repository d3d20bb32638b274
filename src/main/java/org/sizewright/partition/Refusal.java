package org.sizewright.partition;

/** Why a profile cannot start at a place of a GPU. */
public sealed interface Refusal {
    /** The scheme has no such profile. */
    record NoSuchProfile() implements Refusal {}

    /** The profile never starts there. */
    record NoSuchStart() implements Refusal {}

    /** Same-size mode: what lies there already has another size. */
    record OtherSize(GpuLayout.Part first) implements Refusal {}

    /** As many as one GPU may carry lie there already. */
    record AllUsed(int maxInstances) implements Refusal {}

    /** Another one of its group lies there already, of which a GPU carries one only. */
    record GroupTaken(GpuLayout.Part member) implements Refusal {}

    /** Something lies where it would have to. */
    record Overlap(GpuLayout.Part with) implements Refusal {}
}
