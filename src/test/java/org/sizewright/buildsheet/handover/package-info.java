@NullMarked
package org.sizewright.buildsheet.handover;

import org.jspecify.annotations.NullMarked;
