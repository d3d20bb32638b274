package org.sizewright.delivery.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.delivery.machine.MachineSetup.Key;
import org.sizewright.delivery.machine.MachineSetup.Line;
import org.sizewright.delivery.machine.MachineSetup.Origin;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.GpuAccess;
import org.sizewright.plan.Option;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Resolver;
import org.sizewright.plan.Setup;
import org.sizewright.plan.VmShape;
import org.sizewright.plan.WorkloadId;
import org.sizewright.plan.setting.Choices.Below;
import org.sizewright.plan.setting.HostChoices.Firmware;
import org.sizewright.plan.setting.HostSettings;
import org.sizewright.plan.setting.MachineSettings;
import org.sizewright.plan.setting.PlatformSettings;
import org.sizewright.plan.setting.Release;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;

/** The standard plan serves a model on two H100 SXM with 80 GB; what stands in its lines, and what changes them. */
class MachineSetupTest {
    private static final Plan STANDARD = SamplePlans.standard();

    private static List<MachineSetup> setups(UnaryOperator<Option> change) {
        Plan plan = STANDARD.withOption(change.apply(STANDARD.liveOption()));
        return MachineSetup.of(Calculation.of(Resolver.resolve(plan, new SampleReferences()), Cancellation.never())
                .live());
    }

    private static MachineSetup first(UnaryOperator<Option> change) {
        return setups(change).getFirst();
    }

    private static WorkloadId workload() {
        return STANDARD.liveOption().assignments().getFirst().workload();
    }

    private static Option with(Option option, UnaryOperator<Assignment> change) {
        return option.withAssignment(change.apply(option.assignment(workload()).orElseThrow()));
    }

    private static Option setUp(Option option, UnaryOperator<Setup> change) {
        return option.withSetup(change.apply(option.setup()));
    }

    private static Option passedThrough(Option option, GpuAccess access) {
        return with(option, assignment -> assignment.withAccess(access));
    }

    @Test
    void machinesGetWhatTheirGpusAskFor() {
        MachineSetup setup = first(option -> setUp(
                option,
                all -> all.withPlatform(settings -> settings.with(PlatformSettings.VSPHERE, Release.of("8.0U3")))));
        // virtual hardware 21 came with 8.0 U2; NVIDIA's table has 256 GB of addresses for each H100 with 80 GB
        assertThat(setup.value(Key.HARDWARE_VERSION)).contains("21");
        assertThat(setup.value(Key.FIRMWARE)).contains("efi");
        assertThat(setup.value(Key.MEMORY_RESERVED)).contains("100 %");
        assertThat(setup.value(Key.USE_MMIO)).contains("TRUE");
        assertThat(setup.value(Key.MMIO_SIZE)).contains("512");
        assertThat(setup.lines()).allSatisfy(line -> assertThat(line.origin()).isEqualTo(Origin.COMPUTED));
        assertThat(setup.lines()).allSatisfy(line -> assertThat(line.rules()).isNotEmpty());
        assertThat(devices(setup))
                .hasSize(2)
                .allMatch(line -> line.value().orElseThrow().contains("vGPU"));
    }

    @Test
    void anUnknownReleaseLeavesTheHardwareOpen() {
        Line line = first(option ->
                        setUp(option, all -> all.withPlatform(settings -> settings.without(PlatformSettings.VSPHERE))))
                .line(Key.HARDWARE_VERSION)
                .orElseThrow();
        assertThat(line.value()).isEmpty();
        assertThat(line.toFill()).isNotEmpty();
    }

    @Test
    void whatIsStatedStands() {
        MachineSetup setup = first(option -> setUp(
                option,
                all -> all.with(
                        workload(),
                        settings -> settings.with(MachineSettings.FIRMWARE, Firmware.BIOS)
                                .with(MachineSettings.MMIO_SIZE, 128)
                                .with(MachineSettings.MEMORY_RESERVED, 80))));
        assertThat(setup.value(Key.FIRMWARE)).contains("bios");
        assertThat(setup.value(Key.MMIO_SIZE)).contains("128");
        assertThat(setup.value(Key.MEMORY_RESERVED)).contains("80 %");
        assertThat(setup.line(Key.FIRMWARE).orElseThrow().origin()).isEqualTo(Origin.STATED);
        assertThat(setup.line(Key.USE_MMIO).orElseThrow().origin()).isEqualTo(Origin.COMPUTED);
    }

    @Test
    void aDeviceIsAskedForByItsIdOrByItsAddress() {
        // 10de:2330 is H100 SXM5 80GB in the list of PCI ids
        assertThat(devices(first(option -> passedThrough(option, GpuAccess.DYNAMIC_DIRECTPATH))))
                .extracting(Line::name, Line::value)
                .containsExactly(
                        tuple("pciPassthru0.allowedDevices", Optional.of("0x10de:0x2330")),
                        tuple("pciPassthru1.allowedDevices", Optional.of("0x10de:0x2330")));
        assertThat(devices(first(option -> passedThrough(option, GpuAccess.DIRECTPATH))))
                .extracting(Line::name, Line::toFill)
                .containsExactly(
                        tuple("pciPassthru0.id", "pci-address-of-the-GPU"),
                        tuple("pciPassthru1.id", "pci-address-of-the-GPU"));
    }

    @Test
    void labelledHostsAreAskedForByLabel() {
        List<Line> lines = devices(first(option -> setUp(
                passedThrough(option, GpuAccess.DYNAMIC_DIRECTPATH),
                all -> all.with(
                        option.clusters().getFirst().groups().getFirst().id(),
                        settings -> settings.with(HostSettings.DEVICE_LABEL, true)))));
        assertThat(lines).extracting(Line::name).contains("pciPassthru0.customLabel", "pciPassthru1.customLabel");
    }

    @Test
    void rdmaBringsThePeerKeys() {
        assertThat(first(UnaryOperator.identity()).line(Key.ALLOW_P2P)).isEmpty();
        MachineSetup setup = first(option -> with(
                option,
                assignment -> assignment.withDevices(assignment.devices().withRdma(true))));
        assertThat(setup.value(Key.ALLOW_P2P)).contains("TRUE");
        assertThat(setup.value(Key.RELAX_ACS)).contains("TRUE");
    }

    @Test
    void memoryBeyondANodeIsLaidOutOverTwo() {
        Plan plan = STANDARD.withWorkload(STANDARD.workload(workload())
                .map(each -> each.withVm(new VmShape(16, 1100)))
                .orElseThrow());
        MachineSetup setup = MachineSetup.of(
                        Calculation.of(Resolver.resolve(plan, new SampleReferences()), Cancellation.never())
                                .live())
                .getFirst();
        assertThat(setup.value(Key.CORES_PER_SOCKET)).contains("8");
        assertThat(setup.value(Key.NUMA_NODES)).contains("2");
    }

    @Test
    void onlyMachinesOfVsphereHaveThem() {
        assertThat(setups(option -> option.withPlatform(Option.Platform.BARE_METAL)))
                .isEmpty();
        assertThat(setups(option -> option.withPlatform(Option.Platform.OPENSHIFT)))
                .isEmpty();
        assertThat(setups(option -> setUp(
                        option.withPlatform(Option.Platform.OPENSHIFT),
                        all -> all.withPlatform(
                                settings -> settings.with(PlatformSettings.OPENSHIFT_ON, Below.VSPHERE)))))
                .isNotEmpty();
    }

    private static List<Line> devices(MachineSetup setup) {
        return setup.lines().stream().filter(line -> line.key() == Key.DEVICE).toList();
    }
}
