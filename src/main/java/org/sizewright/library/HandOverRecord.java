package org.sizewright.library;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sizewright.figure.Evidence;

/** What the files that are handed over go by: forms of files, ports and commands of hosts. No plan is calculated from it. */
public sealed interface HandOverRecord extends SupportRecord {
    String id();

    @Override
    default String key() {
        return id();
    }

    /**
     * The form of a file that a tool reads.
     *
     * @param tool what reads it
     * @param version the version of the tool, or of its form, that the file is written for
     * @param values what that version calls things, such as {@code apiVersion}
     */
    record Format(
            String id,
            String tool,
            String version,
            Map<String, String> values,
            Optional<String> notes,
            Evidence evidence,
            List<String> sources)
            implements HandOverRecord {
        public Format {
            Checks.notBlank("id", id);
            Checks.notBlank("tool", tool);
            Checks.notBlank("version", version);
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
            sources = List.copyOf(sources);
        }

        /** @throws IllegalArgumentException if the record does not have it: a fault of the library */
        public String value(String name) {
            return find(name)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "the record " + id + " of the library has no value \"" + name + "\""));
        }

        public Optional<String> find(String name) {
            return Optional.ofNullable(values.get(name));
        }

        Format inVersion(String other) {
            return new Format(id, tool, other, values, notes, evidence, sources);
        }

        @Override
        public RecordKind kind() {
            return RecordKind.HAND_OVER_FORMAT;
        }
    }

    /**
     * A port that a firewall between the two ends must let through.
     *
     * @param from who opens the connection
     * @param to who listens: a role, or a host name of the vendor
     * @param protocol TCP or UDP
     */
    record Port(
            String id,
            Scope scope,
            String from,
            String to,
            String protocol,
            int port,
            String purpose,
            Optional<String> notes,
            Evidence evidence,
            List<String> sources)
            implements HandOverRecord {
        /** Which plans need it. */
        public enum Scope {
            VSPHERE("vsphere"),
            /** vGPUs, licensed over the internet. */
            LICENCE_CLOUD("licence-cloud"),
            /** vGPUs, licensed by a server on the site. */
            LICENCE_LOCAL("licence-local"),
            /** Kubernetes that fetches charts and images from the vendors. */
            KUBERNETES_ONLINE("kubernetes-online"),
            /** Within any Kubernetes cluster with the GPU Operator. */
            KUBERNETES("kubernetes"),
            /** A registry on the site, where nothing reaches the vendors. */
            REGISTRY_LOCAL("registry-local"),
            /** Triton serves models. */
            TRITON("triton");

            private final String word;

            Scope(String word) {
                this.word = word;
            }

            public String word() {
                return word;
            }
        }

        public Port {
            Checks.notBlank("id", id);
            Checks.notBlank("from", from);
            Checks.notBlank("to", to);
            Checks.notBlank("purpose", purpose);
            Checks.between("port", 1, 65_535, port);
            if (!protocol.equals("TCP") && !protocol.equals("UDP")) {
                throw new IllegalArgumentException("\"protocol\" is \"" + protocol + "\", it must be TCP or UDP");
            }
            sources = List.copyOf(sources);
        }

        @Override
        public RecordKind kind() {
            return RecordKind.NETWORK_PORT;
        }
    }

    /**
     * A command for a host, in the order of the file.
     *
     * @param command with {@code {...}} where the plan's own values go
     * @param step what it does
     */
    record Command(
            String id,
            Need need,
            String step,
            String command,
            Optional<String> notes,
            Evidence evidence,
            List<String> sources)
            implements HandOverRecord {
        /** Which hosts need it. */
        public enum Need {
            EVERY_GPU_HOST("every-gpu-host"),
            /** GPUs are shared by the driver of the hypervisor. */
            VGPU("vgpu"),
            /** Some GPUs run in MIG mode: once for each of them. */
            MIG_GPU("mig-gpu"),
            /** Once for each time-sliced GPU. */
            TIME_SLICED_GPU("time-sliced-gpu"),
            /** GPUs belong to machines as they are. */
            PASSTHROUGH("passthrough");

            private final String word;

            Need(String word) {
                this.word = word;
            }

            public String word() {
                return word;
            }
        }

        public Command {
            Checks.notBlank("id", id);
            Checks.notBlank("step", step);
            Checks.notBlank("command", command);
            sources = List.copyOf(sources);
        }

        @Override
        public RecordKind kind() {
            return RecordKind.HOST_COMMAND;
        }
    }
}
