/**
 * What the workloads keep on the datastore, by purpose: models, checkpoints, vectors, homes, disks of machines, container images; and
 * how large the datastore is with a share of it left free.
 *
 * <p>Pure. May use {@code sizing} and what it uses.
 */
@NullMarked
package org.sizewright.sizing.storage;

import org.jspecify.annotations.NullMarked;
