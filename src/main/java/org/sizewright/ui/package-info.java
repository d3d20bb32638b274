/**
 * The window: the {@link org.sizewright.ui.Shell} that frames the screens, and the pictures of it. May use everything before it in
 * the package order; nothing but the program's start and the command line may use it.
 */
@NullMarked
package org.sizewright.ui;

import org.jspecify.annotations.NullMarked;
