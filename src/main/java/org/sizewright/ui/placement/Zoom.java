package org.sizewright.ui.placement;

/** How large hosts are drawn. */
enum Zoom {
    NORMAL,
    COMPACT,
    /** Many hosts in a row, without words on their GPUs. */
    OVERVIEW
}
