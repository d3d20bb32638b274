/**
 * Servers of a list in the place of those of a plan: which of them carry its workloads under its site, how many hosts each takes, and
 * what decides between them. Each server is calculated as the plan with it would be, so that both say the same.
 *
 * <p>Pure. May use {@code result} and what it uses; {@code result} itself knows nothing of it.
 */
@NullMarked
package org.sizewright.result.servers;

import org.jspecify.annotations.NullMarked;
