package org.sizewright.library;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sizewright.figure.Evidence;
import org.sizewright.quantity.Bytes;

/** What an installation fetches, serves and lets through: software, machines beside the workloads, metrics of licences. */
public sealed interface SupplyRecord extends SupportRecord {
    String id();

    @Override
    default String key() {
        return id();
    }

    /**
     * A piece of software that data scientists or the platform need.
     *
     * @param when what of a plan calls for it
     * @param summary what it is, in a sentence
     * @param contains ids of software that comes within it
     * @param settles keys of the settings that it asks for
     * @param rules ids of the rules that it ties to
     * @param services ids of the {@link Service}s that it brings
     * @param parts what of it is fetched
     * @param obstacle why it cannot be had on {@code notOn}
     */
    record Software(
            String id,
            String name,
            Group group,
            When when,
            String summary,
            List<String> contains,
            List<String> settles,
            List<String> rules,
            List<String> services,
            List<Part> parts,
            Fact<String> licence,
            Set<On> notOn,
            Optional<String> obstacle,
            Optional<String> notes,
            Evidence evidence,
            List<String> sources)
            implements SupplyRecord {
        public Software {
            Checks.notBlank("id", id);
            Checks.notBlank("name", name);
            Checks.notBlank("summary", summary);
            contains = List.copyOf(contains);
            settles = List.copyOf(settles);
            rules = List.copyOf(rules);
            services = List.copyOf(services);
            parts = List.copyOf(parts);
            notOn = Set.copyOf(notOn);
            sources = List.copyOf(sources);
            if (notOn.isEmpty() == obstacle.isPresent()) {
                throw new IllegalArgumentException("\"notOn\" and \"obstacle\" go together");
            }
        }

        @Override
        public RecordKind kind() {
            return RecordKind.SOFTWARE;
        }
    }

    /** Which shelf a piece of software stands on. */
    enum Group {
        NETWORK("network", "Magnum IO: network"),
        FABRIC("fabric", "Magnum IO: compute in the network"),
        STORAGE("storage", "Magnum IO: storage"),
        MANAGEMENT("management", "Magnum IO: management"),
        CUDA_X("cuda-x", "CUDA-X"),
        NGC("ngc", "NGC"),
        NEMO("nemo", "NeMo"),
        RETRIEVAL("retrieval", "Retrieval"),
        PLATFORM("platform", "Platform"),
        OPERATORS("operators", "Kubernetes operators"),
        DRIVERS("drivers", "Drivers");

        private final String word;
        private final String title;

        Group(String word, String title) {
            this.word = word;
            this.title = title;
        }

        public String word() {
            return word;
        }

        public String title() {
            return title;
        }
    }

    /** What of a plan calls for a piece of software. */
    enum When {
        /** It is ticked for a workload. */
        TICKED("ticked"),
        /** The machines of a workload talk by GPUDirect RDMA. */
        RDMA("rdma"),
        GPUDIRECT_STORAGE("gpudirect-storage"),
        NVME_SNAP("nvme-snap"),
        /** A workload runs containers without Kubernetes. */
        CONTAINERS("containers"),
        NIM("nim"),
        /** Passages are found for a language model. */
        RETRIEVAL("retrieval"),
        KUBERNETES("kubernetes"),
        KUBERNETES_RDMA("kubernetes-rdma"),
        /** Nodes have whole GPUs. */
        KUBERNETES_WHOLE("kubernetes-whole"),
        /** Nodes have vGPUs. */
        KUBERNETES_VGPU("kubernetes-vgpu"),
        /** Machines have vGPUs on a hypervisor. */
        VGPU("vgpu"),
        /** Machines without Kubernetes have whole GPUs. */
        WHOLE("whole"),
        /** No plan decides on it. */
        NEVER("never");

        private final String word;

        When(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** A platform. */
    enum On {
        VSPHERE("vsphere"),
        VSPHERE_KUBERNETES("vsphere-kubernetes"),
        OPENSHIFT("openshift"),
        BARE_METAL("bare-metal");

        private final String word;

        On(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * Something to be fetched.
     *
     * @param name without its version; {@code {...}} where values of the plan go
     * @param version the one of the record's sources; empty where each plan chooses its own
     * @param system the family of operating systems that it is for, such as {@code ubuntu}; empty for all
     * @param size as a public source states it
     */
    record Part(
            Kind kind,
            String name,
            Optional<String> version,
            Optional<String> from,
            Optional<String> system,
            Fact<Bytes> size,
            Optional<String> notes) {
        /** What it is. */
        public enum Kind {
            IMAGE("image", "Container image"),
            CHART("chart", "Helm chart"),
            PACKAGE("package", "OS package"),
            FILE("file", "File");

            private final String word;
            private final String title;

            Kind(String word, String title) {
                this.word = word;
                this.title = title;
            }

            public String word() {
                return word;
            }

            public String title() {
                return title;
            }
        }

        public Part {
            Checks.notBlank("name", name);
        }
    }

    /**
     * A machine or a pod beside the workloads.
     *
     * @param nodes how many, where a source says so
     * @param memoryGb of each
     * @param diskGb of each
     */
    record Service(
            String id,
            String name,
            String purpose,
            Optional<Integer> nodes,
            Optional<Integer> vcpu,
            Optional<Integer> memoryGb,
            Optional<Integer> diskGb,
            Optional<String> notes,
            Evidence evidence,
            List<String> sources)
            implements SupplyRecord {
        public Service {
            Checks.notBlank("id", id);
            Checks.notBlank("name", name);
            Checks.notBlank("purpose", purpose);
            nodes.ifPresent(value -> Checks.between("nodes", 1, 1000, value));
            vcpu.ifPresent(value -> Checks.between("vcpu", 1, 1024, value));
            memoryGb.ifPresent(value -> Checks.atLeast("memoryGb", 1, value));
            diskGb.ifPresent(value -> Checks.atLeast("diskGb", 1, value));
            sources = List.copyOf(sources);
        }

        @Override
        public RecordKind kind() {
            return RecordKind.SERVICE;
        }
    }

    /**
     * What a licence is counted by.
     *
     * @param metric such as {@code physical core}
     * @param minimumPerSocket cores that every processor counts for at least
     * @param vcpuPerUnit virtual CPUs that one subscription covers, over all machines together
     * @param socketsPerUnit sockets of one host that a subscription covers; a host takes whole ones
     * @param coresPerUnit physical cores of one host that a subscription covers
     */
    record Metric(
            String id,
            String product,
            String metric,
            Optional<Integer> minimumPerSocket,
            Optional<Integer> vcpuPerUnit,
            Optional<Integer> socketsPerUnit,
            Optional<Integer> coresPerUnit,
            Optional<String> notes,
            Evidence evidence,
            List<String> sources)
            implements SupplyRecord {
        public Metric {
            Checks.notBlank("id", id);
            Checks.notBlank("product", product);
            Checks.notBlank("metric", metric);
            minimumPerSocket.ifPresent(value -> Checks.between("minimumPerSocket", 1, 1024, value));
            vcpuPerUnit.ifPresent(value -> Checks.between("vcpuPerUnit", 1, 1024, value));
            socketsPerUnit.ifPresent(value -> Checks.between("socketsPerUnit", 1, 1024, value));
            coresPerUnit.ifPresent(value -> Checks.between("coresPerUnit", 1, 4096, value));
            sources = List.copyOf(sources);
        }

        @Override
        public RecordKind kind() {
            return RecordKind.LICENCE_METRIC;
        }
    }
}
