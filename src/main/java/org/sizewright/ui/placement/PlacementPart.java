package org.sizewright.ui.placement;

/** What the screen can show of the machines and hosts of an option. */
enum PlacementPart {
    PLACED,
    FAILURES,
    MAINTENANCE,
    ARRIVALS,
    POLICIES,
    PROFILES
}
