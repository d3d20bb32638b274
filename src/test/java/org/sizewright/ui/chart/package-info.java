@NullMarked
package org.sizewright.ui.chart;

import org.jspecify.annotations.NullMarked;
