package org.sizewright.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.inventory.InventoryHost;
import org.sizewright.library.Chassis;
import org.sizewright.library.Gpu;
import org.sizewright.library.MigProfileSet;
import org.sizewright.library.VgpuType;

/**
 * A group of hosts with its records looked up.
 *
 * @param chassis empty if the library knows nothing of this server model
 * @param vgpuTypes those of the GPU that compute (C series), and those of other series that the plan names
 * @param existing the hosts, where the customer has them; empty where they are to be bought
 * @param listed whether the server is from a server list; if not, its entry only says what the hosts themselves say
 * @param listedOn the day for which that list holds, if known
 */
public record ResolvedGroup(
        HostGroup group,
        CatalogEntry server,
        Gpu gpu,
        Optional<Chassis> chassis,
        List<VgpuType> vgpuTypes,
        Optional<MigProfileSet> migProfiles,
        List<InventoryHost> existing,
        boolean listed,
        Optional<LocalDate> listedOn) {
    public ResolvedGroup {
        vgpuTypes = List.copyOf(vgpuTypes);
        existing = List.copyOf(existing);
    }

    /** Whether its GPU has what a machine takes; of whole GPUs every one has some. */
    public boolean offers(GpuShare share) {
        return switch (share) {
            case GpuShare.Whole whole -> true;
            case GpuShare.Shared shared -> shared.parts().stream().allMatch(this::offers);
        };
    }

    private boolean offers(GpuShare.Fraction part) {
        return switch (part) {
            case GpuShare.Mig mig ->
                migProfiles.stream()
                        .flatMap(set -> set.profiles().stream())
                        .anyMatch(profile -> profile.name().equals(mig.profile()));
            case GpuShare.TimeSliced sliced -> vgpuTypes.contains(sliced.type());
        };
    }

    ResolvedGroup withVgpuTypes(List<VgpuType> types) {
        return new ResolvedGroup(group, server, gpu, chassis, types, migProfiles, existing, listed, listedOn);
    }
}
