package org.sizewright.catalog;

/** What a GPU's name says beside the GPU itself, or how sure its reading is. */
public enum GpuFlag {
    POWER_VARIANT("power-limited variant"),
    COOLING_VARIANT("cooling variant"),
    PASSIVE("passively cooled"),
    MIG_NAMED("MIG instance named"),
    VGPU_NAMED("a vGPU or MIG profile, not a GPU"),
    EMBEDDED("embedded module, not a server GPU"),
    CONSUMER("consumer card: not a data-centre validation target"),
    CONVERGED("converged accelerator (GPU + DPU)"),
    BOARD_OF_SEVERAL("the board carries several GPUs: board count is not GPU count"),
    RACK_SCALE("part of a rack-scale system"),
    VIRTUALIZED("measured in a virtual machine"),
    SEVERAL_NODE_TYPES("several node types in one cell"),
    SEVERAL_GPUS("several GPUs in one name"),
    FORM_INFERRED("form inferred from the memory type"),
    FORM_CONTRADICTED("the form column says otherwise"),
    ALIAS_INFERRED("board name read as this GPU, inferred"),
    OCR_REPAIRED("misread by text recognition, repaired"),
    FAMILY_ASSUMED("the Turing generation assumed, since the others are named apart"),
    ANSWERED("as you answered");

    private final String text;

    GpuFlag(String text) {
        this.text = text;
    }

    /** A short phrase for people. */
    public String text() {
        return text;
    }
}
