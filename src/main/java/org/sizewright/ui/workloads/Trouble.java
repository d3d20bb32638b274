package org.sizewright.ui.workloads;

/**
 * Why a workload has no figures.
 *
 * @param unassigned whether letting a cluster carry it would help
 */
record Trouble(String sentence, String remedy, boolean unassigned) {}
