package org.sizewright.placement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.partition.GpuLayout;
import org.sizewright.partition.PartitionScheme;

/** Whether an empty host can carry all shares of one machine together: every way is tried. */
final class SharesOnHost {
    /** Layouts of the used GPUs, and how many shares lie there already. */
    private record Tried(int placed, List<String> layouts) {}

    private final GpuGeometry geometry;
    private final int gpus;
    private final Policy.VgpuMode vgpuMode;
    private final List<GpuNeed> shares;
    private final Set<Tried> dead = new HashSet<>();

    private SharesOnHost(GpuGeometry geometry, int gpus, Policy.VgpuMode vgpuMode, List<GpuNeed> shares) {
        this.geometry = geometry;
        this.gpus = gpus;
        this.vgpuMode = vgpuMode;
        this.shares = shares;
    }

    static boolean fit(HostSpec host, Policy.VgpuMode vgpuMode, GpuNeed.Several need) {
        return host.geometry()
                .filter(geometry ->
                        new SharesOnHost(geometry, host.gpus(), vgpuMode, need.shares()).place(List.of(), 0))
                .isPresent();
    }

    private boolean place(List<GpuLayout> used, int placed) {
        if (placed == shares.size()) {
            return true;
        }
        Tried now = new Tried(
                placed, used.stream().map(GpuLayout::toString).sorted().toList());
        if (dead.contains(now)) {
            return false;
        }
        GpuNeed share = shares.get(placed);
        List<PartitionScheme> schemes = GpuMoves.schemes(geometry, vgpuMode, share, true);
        for (int gpu = 0; gpu < used.size(); gpu++) {
            if (schemes.contains(used.get(gpu).scheme())
                    && used.indexOf(used.get(gpu)) == gpu
                    && onto(used, Optional.of(gpu), used.get(gpu), share, placed)) {
                return true;
            }
        }
        if (used.size() < gpus) {
            for (PartitionScheme scheme : schemes) {
                if (onto(used, Optional.empty(), GpuLayout.empty(scheme), share, placed)) {
                    return true;
                }
            }
        }
        dead.add(now);
        return false;
    }

    private boolean onto(List<GpuLayout> used, Optional<Integer> gpu, GpuLayout layout, GpuNeed share, int placed) {
        for (int start : layout.freeStarts(share.profile())) {
            List<GpuLayout> next = new ArrayList<>(used);
            gpu.ifPresent(number -> next.remove(number.intValue()));
            next.add(layout.place(share.profile(), start));
            if (place(next, placed + 1)) {
                return true;
            }
        }
        return false;
    }
}
