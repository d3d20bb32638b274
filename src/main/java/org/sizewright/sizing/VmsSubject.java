package org.sizewright.sizing;

import org.sizewright.figure.RowKey;
import org.sizewright.plan.GpuShare;
import org.sizewright.plan.Workload.GpuVms;

/** Equal VMs on shares of GPUs, with the profile that was chosen for them. */
public record VmsSubject(RowKey row, GpuVms workload, GpuShare.Shared share) {}
