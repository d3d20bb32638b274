package org.sizewright.library;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sizewright.figure.Evidence;

/** What is known about releases, drivers, hypervisors and licences; no plan is calculated from it. */
public sealed interface SupportRecord extends LibraryRecord
        permits SupportRecord.VgpuRelease,
                SupportRecord.DriverBranch,
                SupportRecord.AiEnterpriseRelease,
                SupportRecord.GpuSupport,
                SupportRecord.Hypervisor,
                SupportRecord.LicenceServer,
                SupportRecord.Statement,
                SupportRecord.MixedPlacements,
                HandOverRecord,
                SupplyRecord {

    /**
     * A vGPU release with its drivers. A driver's sources are the places where exactly that version was seen.
     *
     * @param version such as {@code 20.1}
     * @param branch key of the {@link DriverBranch}
     * @param hostDriver for the hypervisor; the number of Linux KVM, which ESXi normally shares
     * @param released month, as {@code 2026-04}
     */
    record VgpuRelease(
            String version,
            String branch,
            Fact<String> hostDriver,
            Fact<String> linuxGuest,
            Fact<String> windowsGuest,
            Fact<String> released,
            Optional<String> notes,
            List<String> sources)
            implements SupportRecord {
        public VgpuRelease {
            Checks.notBlank("version", version);
            Checks.notBlank("branch", branch);
            sources = List.copyOf(sources);
        }

        @Override
        public RecordKind kind() {
            return RecordKind.VGPU_RELEASE;
        }

        @Override
        public String key() {
            return version;
        }

        /** The major version, such as {@code 20}. */
        public String major() {
            return version.split("\\.", 2)[0];
        }
    }

    /**
     * A branch of drivers.
     *
     * @param branch such as {@code R580}
     * @param support {@code LTSB} (long-term), {@code PB} (production) or {@code NFB} (new features)
     * @param vgpu the vGPU releases built on it, such as {@code 19.x}
     * @param dataCenterEnd month in which support of the data center driver ends
     * @param vgpuEnd month in which support of its vGPU releases ends
     */
    record DriverBranch(
            String branch,
            Optional<String> support,
            Optional<String> vgpu,
            Fact<String> dataCenterEnd,
            Fact<String> vgpuEnd,
            Optional<String> notes,
            Evidence evidence,
            List<String> sources)
            implements SupportRecord {
        public DriverBranch {
            Checks.notBlank("branch", branch);
            sources = List.copyOf(sources);
        }

        @Override
        public RecordKind kind() {
            return RecordKind.DRIVER_BRANCH;
        }

        @Override
        public String key() {
            return branch;
        }
    }

    /**
     * A release of NVIDIA AI Enterprise and what it is built on.
     *
     * @param version such as {@code 7.x (Infra 7)}
     * @param vgpu vGPU release, such as {@code 19.x}
     * @param branch key of the {@link DriverBranch}
     * @param support as in {@link DriverBranch#support}
     */
    record AiEnterpriseRelease(
            String version,
            Optional<String> vgpu,
            Optional<String> branch,
            Optional<String> support,
            Optional<String> status,
            Evidence evidence,
            List<String> sources)
            implements SupportRecord {
        public AiEnterpriseRelease {
            Checks.notBlank("version", version);
            sources = List.copyOf(sources);
        }

        @Override
        public RecordKind kind() {
            return RecordKind.AI_ENTERPRISE_RELEASE;
        }

        @Override
        public String key() {
            return version;
        }
    }

    /** Which GPUs a release supports, in the words of its documents. */
    record GpuSupport(String release, String gpus, Evidence evidence, List<String> sources) implements SupportRecord {
        public GpuSupport {
            Checks.notBlank("release", release);
            Checks.notBlank("gpus", gpus);
            sources = List.copyOf(sources);
        }

        @Override
        public RecordKind kind() {
            return RecordKind.GPU_SUPPORT;
        }

        @Override
        public String key() {
            return release;
        }
    }

    /**
     * What a hypervisor supports.
     *
     * @param versions empty where no matrix of versions was seen
     */
    record Hypervisor(
            String name, List<Version> versions, Optional<String> notes, Evidence evidence, List<String> sources)
            implements SupportRecord {
        /** What is said about one version of it. */
        public record Version(String version, String support) {
            public Version {
                Checks.notBlank("version", version);
                Checks.notBlank("support", support);
            }
        }

        public Hypervisor {
            Checks.notBlank("name", name);
            versions = List.copyOf(versions);
            sources = List.copyOf(sources);
        }

        @Override
        public RecordKind kind() {
            return RecordKind.HYPERVISOR;
        }

        @Override
        public String key() {
            return name;
        }
    }

    /**
     * The licence server that runs on the customer's own site.
     *
     * @param ports single ports and ranges, such as {@code 8080-8085}
     * @param containerMemoryGb memory that its container wants
     * @param appliance size of the virtual machine to begin with
     */
    record LicenceServer(
            String id,
            String name,
            String version,
            List<String> ports,
            List<String> forms,
            Optional<Integer> containerMemoryGb,
            Optional<Appliance> appliance,
            Evidence evidence,
            List<String> sources)
            implements SupportRecord {
        /** A virtual machine. */
        public record Appliance(int vcpu, int memoryGb, int diskGb) {
            public Appliance {
                Checks.between("vcpu", 1, 1024, vcpu);
                Checks.atLeast("memoryGb", 1, memoryGb);
                Checks.atLeast("diskGb", 1, diskGb);
            }
        }

        public LicenceServer {
            Checks.notBlank("id", id);
            Checks.notBlank("name", name);
            ports = List.copyOf(ports);
            forms = List.copyOf(forms);
            sources = List.copyOf(sources);
        }

        @Override
        public RecordKind kind() {
            return RecordKind.LICENCE_SERVER;
        }

        @Override
        public String key() {
            return id;
        }
    }

    /**
     * A rule or fact that only words can hold.
     *
     * @param topic what it is about
     * @param months the number of months that the text speaks of, where something goes by it
     * @param notes where sources contradict it, or where it does not hold
     */
    record Statement(
            String id,
            Topic topic,
            String text,
            Optional<Integer> months,
            Optional<String> notes,
            Evidence evidence,
            List<String> sources)
            implements SupportRecord {
        /** What a statement is about. */
        public enum Topic {
            LIFECYCLE("lifecycle"),
            COMPATIBILITY("compatibility"),
            DRIVERS("drivers"),
            LICENSING("licensing"),
            VSPHERE("vsphere"),
            MIG("mig"),
            VGPU("vgpu"),
            MEMORY("memory"),
            CATALOG("catalog");

            private final String word;

            Topic(String word) {
                this.word = word;
            }

            public String word() {
                return word;
            }
        }

        public Statement {
            Checks.notBlank("id", id);
            Checks.notBlank("text", text);
            months.ifPresent(count -> Checks.between("months", 1, 1200, count));
            sources = List.copyOf(sources);
        }

        @Override
        public RecordKind kind() {
            return RecordKind.STATEMENT;
        }

        @Override
        public String key() {
            return id;
        }
    }

    /**
     * Where vGPUs of each size may start on a GPU of that frame buffer in mixed-size mode.
     *
     * @param regionGb frame buffer of the GPU
     */
    record MixedPlacements(int regionGb, List<Size> sizes, Evidence evidence, List<String> sources)
            implements SupportRecord {
        /** A size with its placement ids, in GB from the start of the frame buffer. */
        public record Size(int sizeGb, List<Integer> starts) {
            public Size {
                Checks.atLeast("sizeGb", 1, sizeGb);
                starts = List.copyOf(starts);
                Checks.notEmpty("starts", starts);
                starts.forEach(start -> Checks.atLeast("starts", 0, start));
            }
        }

        public MixedPlacements {
            Checks.between("regionGb", 1, 100_000, regionGb);
            sizes = List.copyOf(sizes);
            sources = List.copyOf(sources);
            Set<Integer> seen = new HashSet<>();
            for (Size size : sizes) {
                if (!seen.add(size.sizeGb())) {
                    throw new IllegalArgumentException("the size of " + size.sizeGb() + " GB is listed twice");
                }
            }
        }

        @Override
        public RecordKind kind() {
            return RecordKind.MIXED_PLACEMENTS;
        }

        @Override
        public String key() {
            return String.valueOf(regionGb);
        }

        /** Placement ids of that size; empty if the table does not have it. */
        public List<Integer> startsOf(int sizeGb) {
            return sizes.stream()
                    .filter(size -> size.sizeGb() == sizeGb)
                    .findFirst()
                    .map(Size::starts)
                    .orElse(List.of());
        }
    }
}
