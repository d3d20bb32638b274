package org.sizewright.rules;

import java.util.OptionalInt;
import org.sizewright.library.Gpu;
import org.sizewright.plan.setting.HostChoices.Firmware;
import org.sizewright.plan.setting.MachineSettings;
import org.sizewright.plan.setting.Settings;
import org.sizewright.quantity.Bytes;

/**
 * What the machines of a workload are set to on vSphere: stated where a template or an architect says so, else what their GPUs ask
 * for.
 *
 * @param hardwareVersion empty where the vSphere release is not known
 * @param mmioGb the window that all GPUs of the machine need together, a power of two; 0 if no setting is needed
 */
record VmSettings(Firmware firmware, OptionalInt hardwareVersion, int reservedPercent, boolean mmio64, int mmioGb) {
    /** What a machine has without any setting. */
    private static final int DEFAULT_WINDOW_GB = 32;

    /** The window that the GPUs of one machine need, in GB. */
    static int windowGb(MachineView machine, Gpu gpu) {
        int gpus = Math.max(1, machine.wholeGpus());
        double each = gpu.mmio()
                .asOptional()
                .map(Bytes::toGib)
                .orElseGet(() -> 2.0 * powerOfTwo(gpu.memory().nominalGb()));
        if (gpu.mmio().asOptional().isEmpty() && Gpus.isT4(gpu)) {
            return 0;
        }
        int all = powerOfTwo(each * gpus);
        return all > DEFAULT_WINDOW_GB ? all : 0;
    }

    private static int powerOfTwo(double number) {
        int power = 1;
        while (power < number) {
            power *= 2;
        }
        return power;
    }

    /** What machines of that workload get on such GPUs. */
    static VmSettings computed(MachineView machine, Gpu gpu, OptionalInt hardwareVersion) {
        int window = windowGb(machine, gpu);
        return new VmSettings(Firmware.EFI, hardwareVersion, 100, window > 0, window);
    }

    /** The same with what was stated. */
    VmSettings with(Settings stated) {
        return new VmSettings(
                stated.get(MachineSettings.FIRMWARE).orElse(firmware),
                stated.get(MachineSettings.HARDWARE_VERSION)
                        .map(OptionalInt::of)
                        .orElse(hardwareVersion),
                stated.get(MachineSettings.MEMORY_RESERVED).orElse(reservedPercent),
                stated.get(MachineSettings.MMIO_64).orElse(mmio64),
                stated.get(MachineSettings.MMIO_SIZE).orElse(mmioGb));
    }
}
