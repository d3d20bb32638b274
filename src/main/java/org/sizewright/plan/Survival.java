package org.sizewright.plan;

/** What must happen to a virtual machine when its host fails. Declared from the most to the least important. */
public enum Survival {
    /** Must run again on another host. */
    MUST_RESTART,
    /** Restarts if room is left, may stay down otherwise. */
    MAY_STAY_DOWN,
    /** May also be stopped on a healthy host to make room for one that must restart. */
    MAY_BE_EVICTED
}
