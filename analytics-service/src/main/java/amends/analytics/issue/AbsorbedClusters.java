package amends.analytics.issue;

import amends.analytics.recurrence.ClusterFigure;
import amends.analytics.view.FigureWatcher;
import amends.contracts.figure.FigureView;

import org.bson.Document;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Which cluster became part of which.
@Component
final class AbsorbedClusters implements FigureWatcher {

    private final Map<String, String> into = new ConcurrentHashMap<>();

    @Override
    public void taken(FigureView view, String id, Instant computedAt, Document document) {
        if (view.equals(ClusterFigure.VIEW)) {
            String whole = document.getString("mergedInto");
            if (whole == null) {
                into.remove(id);
            } else {
                into.put(id, whole);
            }
        }
    }

    /// Returns the cluster that it is part of now, which may be itself.
    String whole(String cluster) {
        String whole = into.get(cluster);
        return whole == null ? cluster : whole(whole);
    }
}
