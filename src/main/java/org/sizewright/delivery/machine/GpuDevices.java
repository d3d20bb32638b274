package org.sizewright.delivery.machine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sizewright.library.HandOverRecord;
import org.sizewright.library.Library;
import org.sizewright.library.VgpuType;
import org.sizewright.plan.GpuAccess;
import org.sizewright.plan.GpuShare;
import org.sizewright.plan.Option;
import org.sizewright.plan.ResolvedOption.ResolvedAssignment;

/** What a machine gets of the GPUs of its host, as its platform attaches it. */
public sealed interface GpuDevices {
    /** The names of vGPU profiles that a hypervisor shows, by board. */
    String PROFILE_NAMES = "vgpu-profile";

    /** How many GPUs, or shares of one, it has. */
    int count();

    /** No GPU. */
    record None() implements GpuDevices {
        @Override
        public int count() {
            return 0;
        }
    }

    /**
     * A vGPU.
     *
     * @param type empty where the library does not know what the hypervisor calls it
     * @param profile name of the MIG profile or vGPU type that placement counts with
     */
    record Vgpu(Optional<VgpuType> type, String profile) {
        public String words() {
            return type.map(VgpuType::key).orElse("MIG " + profile);
        }

        /** The name in the list of the hypervisor; empty where its prefix is not known. */
        public Optional<String> listedName(Library library) {
            return type.flatMap(known -> {
                String key = known.key();
                String board = key.contains("-") ? key.substring(0, key.indexOf('-')) : key;
                return library.handOverFormat(PROFILE_NAMES)
                        .flatMap((HandOverRecord.Format format) -> format.find(board))
                        .map(prefix -> prefix + key.toLowerCase(Locale.ROOT));
            });
        }
    }

    /** vGPUs, of one type or of several. */
    record Vgpus(List<Vgpu> parts) implements GpuDevices {
        public Vgpus {
            parts = List.copyOf(parts);
        }

        @Override
        public int count() {
            return parts.size();
        }
    }

    /**
     * Whole GPUs as they are.
     *
     * @param fixed whether each is one device of one host, named by its address
     */
    record Passthrough(int count, boolean fixed) implements GpuDevices {}

    /** MIG instances without a hypervisor. */
    record MigInstances(List<String> profiles) implements GpuDevices {
        public MigInstances {
            profiles = List.copyOf(profiles);
        }

        @Override
        public int count() {
            return profiles.size();
        }
    }

    /** Of each machine of a workload. A whole GPU as vGPU whose type nobody knows is passed through. */
    static GpuDevices of(Option option, ResolvedAssignment assignment) {
        boolean hypervisor = !option.isOnHardware();
        return switch (assignment.share()) {
            case GpuShare.Whole whole -> whole(whole, assignment.access(), hypervisor);
            case GpuShare.Shared parts -> shares(parts.parts(), hypervisor);
        };
    }

    private static GpuDevices whole(GpuShare.Whole whole, GpuAccess access, boolean hypervisor) {
        if (hypervisor && access == GpuAccess.VGPU && whole.fullType().isPresent()) {
            String profile = whole.fullType().get().name().value();
            return new Vgpus(Collections.nCopies(whole.gpus(), new Vgpu(whole.fullType(), profile)));
        }
        return new Passthrough(whole.gpus(), access == GpuAccess.DIRECTPATH);
    }

    /** Without a hypervisor, MIG instances are what they are; vGPUs need one. */
    private static GpuDevices shares(List<GpuShare.Fraction> parts, boolean hypervisor) {
        if (!hypervisor && parts.stream().allMatch(GpuShare.Mig.class::isInstance)) {
            return new MigInstances(
                    parts.stream().map(GpuShare.Fraction::profile).toList());
        }
        return new Vgpus(parts.stream().map(GpuDevices::vgpu).toList());
    }

    private static Vgpu vgpu(GpuShare.Fraction part) {
        return switch (part) {
            case GpuShare.Mig mig -> new Vgpu(mig.vgpuType(), mig.profile());
            case GpuShare.TimeSliced sliced -> new Vgpu(Optional.of(sliced.type()), sliced.profile());
        };
    }

    default String words() {
        return switch (this) {
            case None none -> "no GPU";
            case Vgpus vgpus -> counted(vgpus.parts().stream().map(Vgpu::words).toList());
            case Passthrough whole -> whole.count() + (whole.count() == 1 ? " whole GPU" : " whole GPUs");
            case MigInstances mig ->
                counted(mig.profiles().stream().map(profile -> "MIG " + profile).toList());
        };
    }

    /** Equal words once, with their number. */
    static String counted(List<String> words) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        words.forEach(word -> counts.merge(word, 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " x " + entry.getKey())
                .collect(Collectors.joining(", "));
    }
}
