package org.sizewright.rules;

import org.sizewright.plan.setting.BiosSettings;

/** Rules about the BIOS of hosts. */
final class BiosRules {
    private BiosRules() {}

    static void iommuIsOn(Inspection at) {
        for (HostView host : at.hosts()) {
            if (at.platform().onVsphere()) {
                at.mustBe(
                        true,
                        host,
                        BiosSettings.IOMMU,
                        "The IOMMU of " + host.name() + " is off, so that no GPU can be given to a machine.",
                        "Switch on Intel VT-d or AMD I/O virtualisation in the BIOS.");
            }
        }
    }

    static void srIovIsOn(Inspection at) {
        for (HostView host : at.hosts()) {
            if (at.platform().onVsphere()
                    && host.hasVgpu()
                    && (Gpus.isAmpereOrNewer(host.gpu()) || Gpus.isT4(host.gpu()))) {
                at.mustBe(
                        true,
                        host,
                        BiosSettings.SR_IOV,
                        "SR-IOV of " + host.name() + " is off: machines with a vGPU of "
                                + host.gpu().name() + " do not start.",
                        "Switch on SR-IOV in the BIOS.");
            }
        }
    }

    static void memoryAbove4GbCanBeMapped(Inspection at) {
        for (HostView host : at.hosts()) {
            if (!Gpus.hasSmallWindow(host.gpu(), at.limit("windowMib"))) {
                at.mustBe(
                        true,
                        host,
                        BiosSettings.ABOVE_4G,
                        "Memory mapping above 4 GB of " + host.name() + " is off: "
                                + host.gpu().name() + " has no room below.",
                        "Switch on Above 4G decoding (also 64-bit BAR or Large BAR) in the BIOS.");
            }
        }
    }

    static void subNumaIsOff(Inspection at) {
        for (HostView host : at.hosts()) {
            int halfNode = host.group().memoryGib() / host.group().sockets() / 2;
            boolean large = host.machines().stream()
                    .anyMatch(machine -> machine.wholeGpus() > 0
                            || machine.vm().vcpu() * 2 > host.group().coresPerSocket()
                            || machine.vm().memoryGib() > halfNode);
            if (at.platform().onVsphere() && large) {
                at.mustBe(
                        false,
                        host,
                        BiosSettings.SUB_NUMA,
                        "Sub-NUMA clustering of " + host.name()
                                + " is on: its large machines spread over halves of a socket.",
                        "Switch it off (AMD: NPS 1); see what workload profiles of the BIOS do to it.");
            }
        }
    }

    static void powerProfileIsHigh(Inspection at) {
        for (HostView host : at.hosts()) {
            at.mustBe(
                    true,
                    host,
                    BiosSettings.HIGH_PERFORMANCE,
                    "The power profile of " + host.name() + " is not high performance.",
                    "Choose the high performance profile in the BIOS.");
        }
    }
}
