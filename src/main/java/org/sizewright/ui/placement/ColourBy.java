package org.sizewright.ui.placement;

/** What the colours of the machines stand for. */
enum ColourBy {
    WORKLOAD,
    PROFILE
}
