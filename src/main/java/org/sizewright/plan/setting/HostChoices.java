package org.sizewright.plan.setting;

/** The choices of settings of hosts and machines. */
public final class HostChoices {
    private HostChoices() {}

    /** The graphics type of a host. */
    public enum GraphicsType implements Named {
        SHARED("Shared"),
        SHARED_DIRECT("Shared Direct");

        private final String title;

        GraphicsType(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** The active type of a GPU. */
    public enum DeviceType implements Named {
        BASIC("Basic"),
        SHARED_DIRECT("Shared Direct"),
        PASSTHROUGH("Direct (passthrough)");

        private final String title;

        DeviceType(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** How time slices are given out. */
    public enum Scheduler implements Named {
        BEST_EFFORT("best effort"),
        EQUAL_SHARE("equal share"),
        FIXED_SHARE("fixed share");

        private final String title;

        Scheduler(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** What a hypervisor starts from. */
    public enum BootDevice implements Named {
        M2("M.2 or internal drives"),
        SAN("SAN"),
        USB("USB or SD card");

        private final String title;

        BootDevice(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** What joins PCIe cards. */
    public enum Bridge implements Named {
        NONE("no bridges", 1),
        TWO_WAY("pairs", 2),
        FOUR_WAY("groups of four", 4);

        private final String title;
        private final int gpus;

        Bridge(String title, int gpus) {
            this.title = title;
            this.gpus = gpus;
        }

        /** How many GPUs are joined. */
        public int gpus() {
            return gpus;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** Sockets, GPUs and NICs of a reference node. */
    public enum Pattern implements Named {
        P_2_4_3("2-4-3"),
        P_2_8_5("2-8-5"),
        P_2_8_9("2-8-9");

        private final String title;

        Pattern(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** Where hosts stand. */
    public enum SiteClass implements Named {
        DATA_CENTER("data center"),
        EDGE("edge site");

        private final String title;

        SiteClass(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** The system of a machine. */
    public enum GuestOs implements Named {
        UBUNTU_22_04("Ubuntu 22.04"),
        UBUNTU_24_04("Ubuntu 24.04"),
        RHEL_8("Red Hat Enterprise Linux 8"),
        RHEL_9("Red Hat Enterprise Linux 9"),
        RHCOS("Red Hat CoreOS"),
        SLES_15("SUSE Linux Enterprise 15"),
        WINDOWS_SERVER("Windows Server"),
        WINDOWS_CLIENT("Windows 10 or 11");

        private final String title;

        GuestOs(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** The firmware of a machine. */
    public enum Firmware implements Named {
        EFI("EFI"),
        BIOS("BIOS");

        private final String title;

        Firmware(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }
}
