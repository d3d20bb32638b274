/** Tests of the page of found servers. */
@NullMarked
package org.sizewright.ui.find;

import org.jspecify.annotations.NullMarked;
