package org.sizewright.sizing;

import java.util.List;
import java.util.Map;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.RowKey;
import org.sizewright.plan.Rack;
import org.sizewright.sizing.storage.StorageFigures;
import org.sizewright.sizing.storage.StorageTerms;

/** All figures of one option, demand to racks. */
public final class Sizing {
    public final Demand demand;
    public final ClusterFigures cluster;
    public final SiteFigures site;
    public final SearchFigures placement;
    public final StorageFigures storage;
    public final FigureBook figures;

    private Sizing(
            Demand demand, ClusterFigures cluster, SiteFigures site, SearchFigures placement, StorageFigures storage) {
        this.demand = demand;
        this.cluster = cluster;
        this.site = site;
        this.placement = placement;
        this.storage = storage;
        this.figures = demand.figures();
    }

    /** First the figures of the cluster, from the hosts that are typed in or were found. May be called once per demand. */
    public static ClusterFigures cluster(Demand demand, Map<RowKey, LaneCounts> foundHosts) {
        return new ClusterFigures(demand, foundHosts);
    }

    /** Then the racks with the hosts in them, and what the placement came to. */
    public static Sizing complete(
            Demand demand,
            ClusterFigures cluster,
            List<Rack> racks,
            List<RackLoad> loads,
            SearchFigures.Counts counts,
            StorageTerms storage) {
        SiteFigures site = new SiteFigures(demand, cluster, racks, loads);
        return new Sizing(
                demand,
                cluster,
                site,
                new SearchFigures(demand, cluster, site, counts),
                new StorageFigures(demand.book(), demand, storage));
    }
}
