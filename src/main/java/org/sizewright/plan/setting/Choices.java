package org.sizewright.plan.setting;

/** The choices of settings of a platform. */
public final class Choices {
    private Choices() {}

    /** The vSphere product that was bought. */
    public enum Edition implements Named {
        VSPHERE_STANDARD("vSphere Standard"),
        ENTERPRISE_PLUS("vSphere Enterprise Plus"),
        VSPHERE_FOUNDATION("vSphere Foundation"),
        VCF("VMware Cloud Foundation"),
        PRIVATE_AI_FOUNDATION("VMware Private AI Foundation");

        private final String title;

        Edition(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** What OpenShift runs on. */
    public enum Below implements Named {
        BARE_METAL("bare metal"),
        VSPHERE("vSphere");

        private final String title;

        Below(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** The kind of host driver. */
    public enum HostComponent implements Named {
        AI_ENTERPRISE("NVD-AIE (AI Enterprise)"),
        GRAPHICS("NVD-VGPU (graphics)");

        private final String title;

        HostComponent(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** How the host driver comes to the hosts. */
    public enum DriverInstall implements Named {
        IMAGE("image of the cluster"),
        MANUAL("by hand");

        private final String title;

        DriverInstall(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** The workload domain of the GPU hosts. */
    public enum Domain implements Named {
        OWN("a workload domain of their own"),
        MANAGEMENT("the management domain");

        private final String title;

        Domain(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** The size of NSX edges. */
    public enum EdgeSize implements Named {
        SMALL("small"),
        MEDIUM("medium"),
        LARGE("large"),
        EXTRA_LARGE("extra large");

        private final String title;

        EdgeSize(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** The system of nodes. */
    public enum NodeOs implements Named {
        UBUNTU_22_04("Ubuntu 22.04"),
        UBUNTU_24_04("Ubuntu 24.04"),
        RHEL("Red Hat Enterprise Linux"),
        RHCOS("Red Hat CoreOS"),
        PHOTON("Photon OS");

        private final String title;

        NodeOs(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** Where the GPU Operator comes from. */
    public enum OperatorSource implements Named {
        NVAIE("helm.ngc.nvidia.com/nvaie"),
        NVIDIA("helm.ngc.nvidia.com/nvidia"),
        INSTALLER("installer from NGC");

        private final String title;

        OperatorSource(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** The driver of the GPU Operator. */
    public enum OperatorDriver implements Named {
        VGPU_GUEST("vGPU guest driver"),
        DATA_CENTER("data center driver");

        private final String title;

        OperatorDriver(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** Where an image stands. */
    public enum Registry implements Named {
        PRIVATE("private registry"),
        PUBLIC("public registry");

        private final String title;

        Registry(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** How the licence token is given to the operator. */
    public enum TokenForm implements Named {
        SECRET("Secret"),
        CONFIG_MAP("ConfigMap");

        private final String title;

        TokenForm(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** How pods share a GPU within a node. */
    public enum PodSharing implements Named {
        NONE("not at all"),
        TIME_SLICED("time slices of the operator"),
        MIG("MIG instances");

        private final String title;

        PodSharing(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** What runs containers. */
    public enum ContainerRuntime implements Named {
        CONTAINERD("containerd"),
        CRI_O("CRI-O"),
        DOCKER("Docker");

        private final String title;

        ContainerRuntime(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** Who hands out licences. */
    public enum LicenceService implements Named {
        CLS("cloud service (CLS)"),
        DLS("own service (DLS)"),
        NODE_LOCKED("files on the nodes");

        private final String title;

        LicenceService(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** The product of vGPU licences. */
    public enum LicenceProduct implements Named {
        AI_ENTERPRISE("NVIDIA AI Enterprise"),
        VWS("RTX Virtual Workstation"),
        VPC("Virtual PC"),
        VAPPS("Virtual Applications"),
        NONE("none");

        private final String title;

        LicenceProduct(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** Where the own licence service runs. */
    public enum DlsPlace implements Named {
        ELSEWHERE("another cluster"),
        SPREAD("this cluster and another"),
        GPU_CLUSTER("this cluster only");

        private final String title;

        DlsPlace(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** The adapter of the GPU network. */
    public enum Nic implements Named {
        CONNECTX_5("ConnectX-5"),
        CONNECTX_6("ConnectX-6"),
        CONNECTX_7("ConnectX-7"),
        CONNECTX_8("ConnectX-8"),
        BLUEFIELD_2("BlueField-2"),
        BLUEFIELD_3("BlueField-3"),
        OTHER("another adapter");

        private final String title;

        Nic(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** What joins GPUs of different hosts. */
    public enum Fabric implements Named {
        NONE("nothing but the application network"),
        ETHERNET("Ethernet"),
        INFINIBAND("InfiniBand");

        private final String title;

        Fabric(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** Storage for GPUDirect Storage. */
    public enum GdsStorage implements Named {
        LOCAL_NVME("local NVMe"),
        NFS("NFS over RDMA"),
        OTHER("another one");

        private final String title;

        GdsStorage(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** How far DRS acts on its own. */
    public enum DrsLevel implements Named {
        MANUAL("manual"),
        PARTIAL("partially automated"),
        FULL("fully automated");

        private final String title;

        DrsLevel(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }
}
