/** Where the program starts. {@link org.sizewright.Main} is the only class that knows both faces, the window and the command line. */
@NullMarked
package org.sizewright;

import org.jspecify.annotations.NullMarked;
