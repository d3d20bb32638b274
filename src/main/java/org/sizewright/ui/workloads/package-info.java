/**
 * The screen where workloads are sized: what a language model or a group of VMs needs, against the live option's GPU and against
 * others. May use everything before the screens, and the parts; no other screen.
 */
@NullMarked
package org.sizewright.ui.workloads;

import org.jspecify.annotations.NullMarked;
