/**
 * Which MIG instances and vGPUs go together on one GPU, and where they may start: pure geometry. Knows profiles, sizes and
 * starts only; the facts come from the library, hosts and virtual machines from placement. Depends on nothing but the JDK.
 */
@NullMarked
package org.sizewright.partition;

import org.jspecify.annotations.NullMarked;
