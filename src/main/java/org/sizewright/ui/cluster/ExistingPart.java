package org.sizewright.ui.cluster;

import java.util.List;
import java.util.Optional;
import org.sizewright.inventory.InventoryHost;
import org.sizewright.ui.cluster.ClusterPage.Word;

/**
 * The hosts that the customer has.
 *
 * @param listOpen whether there is a server list to hold them against
 */
record ExistingPart(List<Line> hosts, boolean listOpen) {
    ExistingPart {
        hosts = List.copyOf(hosts);
    }

    /**
     * One host.
     *
     * @param ready what the server list says, in a word
     * @param why the same in a sentence
     * @param usedIn the group that is made of it
     */
    record Line(InventoryHost host, Word ready, String why, Optional<String> usedIn) {}
}
