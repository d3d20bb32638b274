package org.sizewright.delivery.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sizewright.figure.Value;
import org.sizewright.library.HandOverRecord.Port;
import org.sizewright.plan.Option.Platform;

/** Licences, ports, and the machines that licences ask for; that each system shows is held by {@code SystemsTest}. */
class LicenceRowsTest {
    private static Supply stating(String... settings) {
        return SupplyPlan.plain().stating(settings).supply();
    }

    private static List<Port.Scope> scopes(Supply supply) {
        return supply.firewall().ports().stream().map(Port::scope).distinct().toList();
    }

    private static Optional<ServiceLine> dls(Supply supply) {
        return supply.services().stream()
                .filter(line -> line.name().contains("DLS"))
                .findFirst();
    }

    @Test
    void theCloudServiceNeedsItsPortsAndNoMachine() {
        Supply supply = stating("licence-service=CLS");
        assertThat(supply.firewall().ports())
                .filteredOn(port -> port.scope() == Port.Scope.LICENCE_CLOUD
                        && port.purpose().contains("licence"))
                .extracting(Port::port)
                .contains(80, 443);
        assertThat(dls(supply)).isEmpty();
        assertThat(String.join(" ", supply.licences().service())).contains("needs no machine here");
    }

    @Test
    void theOwnServiceHasMachinesOfASizeAndAPair() {
        Supply supply = stating("licence-service=DLS");
        assertThat(scopes(supply)).contains(Port.Scope.LICENCE_LOCAL).doesNotContain(Port.Scope.LICENCE_CLOUD);
        ServiceLine line = dls(supply).orElseThrow();
        assertThat(line.nodes()).contains(2);
        assertThat(line.vcpu()).contains(4);
        assertThat(line.memory().orElseThrow().toGb()).isEqualTo(8);
        assertThat(line.disk().orElseThrow().toGb()).isEqualTo(10);
        assertThat(line.notes().orElse("")).contains("fixed address").contains("NTP");
        ServiceLine stated = dls(stating(
                        "licence-service=DLS", "dls-nodes=3", "dls-disk=15", "dls-on-gpu-cluster=ELSEWHERE"))
                .orElseThrow();
        assertThat(stated.nodes()).contains(3);
        assertThat(stated.disk().orElseThrow().toGb()).isEqualTo(15);
        assertThat(stated.where()).isEqualTo("on another cluster");
    }

    @Test
    void licencesInFilesNeedNeitherPortNorMachine() {
        Supply supply = stating("licence-service=NODE_LOCKED");
        assertThat(scopes(supply)).doesNotContain(Port.Scope.LICENCE_LOCAL, Port.Scope.LICENCE_CLOUD);
        assertThat(dls(supply)).isEmpty();
        assertThat(String.join(" ", supply.licences().service())).contains("file of its own");
    }

    @Test
    void anAirGapTakesTheOwnServiceUnlessSomebodyStatesOtherwise() {
        assertThat(dls(SupplyPlan.plain()
                        .airGapped()
                        .stating("licence-service=")
                        .supply()))
                .isPresent();
        Supply wrong =
                SupplyPlan.plain().airGapped().stating("licence-service=CLS").supply();
        assertThat(String.join(" ", wrong.licences().service())).contains("no way to the cloud service");
    }

    @Test
    void gpusThatArePassedThroughNeedNoLicenceService() {
        Supply supply =
                SupplyPlan.plain().passedThrough().stating("licence-service=").supply();
        assertThat(scopes(supply)).doesNotContain(Port.Scope.LICENCE_LOCAL, Port.Scope.LICENCE_CLOUD);
        assertThat(supply.software())
                .extracting(line -> line.software().id())
                .contains("data-center-driver")
                .doesNotContain("vgpu-manager");
        assertThat(line(supply, "NVIDIA AI Enterprise").notes()).startsWith("Nothing in the plan asks for it");
    }

    @Test
    void aiEnterpriseIsCountedByGpu() {
        LicenceLine line = line(stating("ai-enterprise=7.5"), "NVIDIA AI Enterprise");
        assertThat(line.metric()).isEqualTo("physical GPU");
        assertThat(line.edition()).isEqualTo("7.5");
        assertThat(((Value.Known) line.count()).number()).isEqualTo(32);
    }

    @Test
    void otherProductsOfVgpuAreCountedByPeople() {
        assertThat(stating("licence-product=AI_ENTERPRISE").licences().lines())
                .extracting(LicenceLine::product)
                .doesNotContain("RTX Virtual Workstation");
        LicenceLine line = line(stating("licence-product=VWS"), "RTX Virtual Workstation");
        assertThat(line.metric()).isEqualTo("concurrent user");
        assertThat(line.count().isKnown()).isFalse();
    }

    @Test
    void coresOfNewHostsCountForSixteenPerSocketAtLeast() {
        Supply supply = stating("edition=VCF");
        LicenceList.CoreCount count = supply.licences().cores().getFirst();
        assertThat(count.perHost()).isEqualTo(2 * 56);
        LicenceLine line = line(supply, "VMware Cloud Foundation");
        assertThat(((Value.Known) line.count()).number())
                .isEqualTo(supply.licences().cores().stream()
                        .mapToDouble(each -> each.total().asNumber().orElseThrow())
                        .sum());
        assertThat(new LicenceList.CoreCount(count.row(), 2, 8, 16, Value.of(4)).total())
                .isEqualTo(Value.of(128));
        assertThat(new LicenceList.CoreCount(count.row(), 2, 8, 16, Value.unknown("AUTO"))
                        .total()
                        .isKnown())
                .isFalse();
        assertThat(SupplyPlan.plain()
                        .on(Platform.BARE_METAL)
                        .supply()
                        .licences()
                        .cores())
                .isEmpty();
    }

    /**
     * Worked examples of Red Hat's subscription guide: 2 sockets with 96 cores take one subscription, with 192 cores two; a GPU that is
     * shared into many vGPUs counts once.
     */
    @Test
    void openShiftIsCountedByHostsOrByVirtualCpus() {
        // four hosts with two processors of 56 cores and eight GPUs each
        LicenceLine metal = line(openShift("BARE_METAL"), "Red Hat OpenShift");
        assertThat(metal.metric()).isEqualTo("bare metal socket pair");
        assertThat(metal.count()).isEqualTo(Value.of(4));
        assertThat(metal.source()).contains("subscription guide");
        assertThat(line(openShift("BARE_METAL"), "Red Hat AI Accelerator").count())
                .isEqualTo(Value.of(32));

        Supply onVsphere = openShift("VSPHERE");
        LicenceLine pairs = line(onVsphere, "Red Hat OpenShift");
        assertThat(pairs.metric()).isEqualTo("core pair");
        long vcpu =
                SupplyPlan.plain().on(Platform.OPENSHIFT).stating("openshift-on=VSPHERE").result().placements().stream()
                        .flatMap(placed -> placed.whole().vms().stream())
                        .mapToLong(vms -> (long) vms.count() * vms.vcpu())
                        .sum();
        assertThat(vcpu).isPositive();
        assertThat(pairs.count()).isEqualTo(Value.of((vcpu + 3) / 4));
        assertThat(pairs.formula()).startsWith(vcpu + " vCPU");

        LicenceLine unstated = line(openShift(""), "Red Hat OpenShift");
        assertThat(unstated.count().isKnown()).isFalse();
        assertThat(SupplyPlan.plain().supply().licences().lines())
                .extracting(LicenceLine::product)
                .doesNotContain("Red Hat OpenShift", "Red Hat AI Accelerator");
    }

    private static Supply openShift(String below) {
        return SupplyPlan.plain()
                .on(Platform.OPENSHIFT)
                .stating("openshift-on=" + below)
                .supply();
    }

    @Test
    void theRegistryOfAClosedSiteHasAMachineAndAPort() {
        Supply supply = SupplyPlan.plain().on(Platform.BARE_METAL).airGapped().supply();
        assertThat(supply.services())
                .extracting(ServiceLine::name)
                .contains("Private registry", "Mirror of OS packages");
        assertThat(scopes(supply)).contains(Port.Scope.REGISTRY_LOCAL).doesNotContain(Port.Scope.KUBERNETES_ONLINE);
        Supply open = SupplyPlan.plain().on(Platform.BARE_METAL).supply();
        assertThat(open.services()).extracting(ServiceLine::name).doesNotContain("Private registry");
        assertThat(scopes(open)).contains(Port.Scope.KUBERNETES_ONLINE);
    }

    @Test
    void esxiBehindAnAirGapHasADepot() {
        assertThat(SupplyPlan.plain().airGapped().supply().services())
                .extracting(ServiceLine::name)
                .contains("Depot for ESXi");
        assertThat(SupplyPlan.plain().supply().services())
                .extracting(ServiceLine::name)
                .doesNotContain("Depot for ESXi");
    }

    @Test
    void openShiftOnVsphereOpensThePortsOfBoth() {
        assertThat(scopes(SupplyPlan.plain()
                        .on(Platform.OPENSHIFT)
                        .stating("openshift-on=")
                        .supply()))
                .doesNotContain(Port.Scope.VSPHERE);
        assertThat(scopes(SupplyPlan.plain()
                        .on(Platform.OPENSHIFT)
                        .stating("openshift-on=VSPHERE")
                        .supply()))
                .contains(Port.Scope.VSPHERE, Port.Scope.KUBERNETES);
    }

    private static LicenceLine line(Supply supply, String product) {
        return supply.licences().lines().stream()
                .filter(each -> each.product().equals(product))
                .findFirst()
                .orElseThrow();
    }
}
