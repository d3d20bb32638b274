@NullMarked
package org.sizewright.delivery.checklist;

import org.jspecify.annotations.NullMarked;
