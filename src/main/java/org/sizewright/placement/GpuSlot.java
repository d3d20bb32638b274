package org.sizewright.placement;

import org.sizewright.partition.PartitionMode;

/**
 * Where on a host a machine's share of a GPU lies.
 *
 * @param gpu number of the GPU on its host, from 0
 * @param mode the mode of this GPU
 * @param profile the profile, {@code PartitionScheme.WHOLE} for a whole GPU
 * @param start offset in units of the mode's scheme
 */
public record GpuSlot(int gpu, PartitionMode mode, String profile, int start) {}
