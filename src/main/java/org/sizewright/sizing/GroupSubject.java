package org.sizewright.sizing;

import java.util.Optional;
import org.sizewright.figure.RowKey;
import org.sizewright.library.Chassis;
import org.sizewright.library.Gpu;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.HostGroup;

/** A group of equal hosts with its records looked up. */
public record GroupSubject(
        RowKey row, Cluster cluster, HostGroup group, Gpu gpu, Optional<Chassis> chassis, String path) {}
