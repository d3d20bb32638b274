package org.sizewright.catalog;

import java.util.Arrays;
import java.util.Optional;

/** How a GPU sits in a server. */
public enum GpuForm {
    /** a card in a PCIe slot */
    PCIE("PCIe"),
    /** a PCIe card made to be bridged, with its own memory size and power (H100 NVL, H200 NVL) */
    NVL("NVL"),
    /** a module on an HGX board */
    SXM("SXM"),
    /** GPU and Grace CPU on one module */
    SUPERCHIP("superchip"),
    /** an embedded module */
    MODULE("module");

    private final String text;

    GpuForm(String text) {
        this.text = text;
    }

    /** The usual spelling. */
    public String text() {
        return text;
    }

    /** The form with this usual spelling. */
    public static Optional<GpuForm> of(String text) {
        return Arrays.stream(values()).filter(form -> form.text.equals(text)).findFirst();
    }
}
