/**
 * The screen of the live option's clusters and hosts, and of the site with its racks: what is entered, what the library knows, and
 * what one host and all of them come to. May use everything above the window's screens; never another screen.
 */
@NullMarked
package org.sizewright.ui.cluster;

import org.jspecify.annotations.NullMarked;
