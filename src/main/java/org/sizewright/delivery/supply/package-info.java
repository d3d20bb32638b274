/**
 * What an installation fetches, serves and lets through: software by workload, machines beside the workloads, what an air-gapped
 * site brings in, ports, licences. May use {@code result} and what it uses, and of {@code delivery} only {@code machine}.
 */
@NullMarked
package org.sizewright.delivery.supply;

import org.jspecify.annotations.NullMarked;
