@NullMarked
package org.sizewright.session;

import org.jspecify.annotations.NullMarked;
