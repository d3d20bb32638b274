package org.sizewright.ui.workloads;

import org.sizewright.ui.look.Tone;

/** How it stands with a workload, in a word. */
record Verdict(String word, Tone tone) {}
