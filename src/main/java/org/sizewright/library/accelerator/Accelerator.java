package org.sizewright.library.accelerator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sizewright.library.Gpu;
import org.sizewright.library.GpuId;
import org.sizewright.library.Library;
import org.sizewright.library.MigProfileSet;
import org.sizewright.library.VgpuType;

/**
 * A GPU with all that the library knows about sharing it.
 *
 * @param mig empty where no MIG profiles are known
 * @param vgpuTypes all series and modes, in the order of the files
 */
public record Accelerator(Gpu gpu, Optional<MigProfileSet> mig, List<VgpuType> vgpuTypes) {
    public Accelerator {
        vgpuTypes = List.copyOf(vgpuTypes);
    }

    /** Every GPU of the library, in the order of the files. */
    public static List<Accelerator> all(Library library) {
        Map<GpuId, List<VgpuType>> types = new LinkedHashMap<>();
        for (VgpuType type : library.vgpuTypes()) {
            for (GpuId id : type.gpuIds()) {
                types.computeIfAbsent(id, ignored -> new ArrayList<>()).add(type);
            }
        }
        return library.gpus().stream()
                .map(gpu -> new Accelerator(
                        gpu,
                        gpu.migProfileSet().flatMap(library::migProfileSet),
                        types.getOrDefault(gpu.id(), List.of())))
                .toList();
    }

    public GpuId id() {
        return gpu.id();
    }

    /** The vGPU types of one series that share the GPU by time, the large ones first as in the files. */
    public List<VgpuType> timeSliced(VgpuType.Series series) {
        return vgpuTypes.stream()
                .filter(type -> type.mode() == VgpuType.Mode.TIME_SLICED && type.series() == series)
                .toList();
    }

    /**
     * Whether the GPU carries a profile of that name: a MIG profile or vGPU type by its full name, by the beginning of it, or by the
     * last part of a type's name, such as {@code 48C}. Case does not matter.
     */
    public boolean carries(String profile) {
        String wanted = AcceleratorQuery.normal(profile);
        return mig.stream()
                        .flatMap(set -> set.profiles().stream())
                        .anyMatch(each -> AcceleratorQuery.normal(each.name()).startsWith(wanted))
                || vgpuTypes.stream().anyMatch(type -> {
                    String name = AcceleratorQuery.normal(type.name().value());
                    return name.startsWith(wanted) || name.endsWith("-" + wanted);
                });
    }
}
