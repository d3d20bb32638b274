package org.sizewright.buildsheet;

import java.util.ArrayList;
import java.util.List;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.plan.Rack;
import org.sizewright.result.OptionResult;

/** The rack of each host: hosts of a group fill the racks in the order of their numbers. */
final class RackPlaces {
    static final String NONE = "no rack";

    private final OptionResult result;
    private final List<Rack> racks;

    RackPlaces(OptionResult result) {
        this.result = result;
        this.racks = result.plan().plan().site().racks();
    }

    /** The name of the rack of that host of the cluster, by host number. */
    String rackOf(ClusterPlacement placed, int host) {
        int group = placed.groupOf(host);
        int numberInGroup = host;
        for (int before = 0; before < group; before++) {
            numberInGroup -= placed.problem().groups().get(before).count();
        }
        int kind = group;
        for (ClusterPlacement earlier : result.placements()) {
            if (earlier.equals(placed)) {
                break;
            }
            kind += earlier.cluster().groups().size();
        }
        List<String> places = new ArrayList<>();
        for (int rack = 0; rack < racks.size(); rack++) {
            for (int i = 0; i < result.racks().hosts().get(rack).get(kind); i++) {
                places.add(racks.get(rack).name());
            }
        }
        return numberInGroup < places.size() ? places.get(numberInGroup) : NONE;
    }
}
