package org.sizewright.ui.workloads;

import org.sizewright.plan.WorkloadId;
import org.sizewright.ui.look.Icon;

/** A workload in the list. */
record WorkloadItem(WorkloadId id, String name, String kind, Icon icon, Verdict verdict) {}
