/**
 * The screen of accelerators: all GPUs of the library in a table, some side by side, charts, and how each can be shared, to scale.
 *
 * <p>May use what the window shares ({@code ui.screen}, {@code ui.part}, {@code ui.look}) and the domain; no other screen.
 */
@NullMarked
package org.sizewright.ui.accel;

import org.jspecify.annotations.NullMarked;
