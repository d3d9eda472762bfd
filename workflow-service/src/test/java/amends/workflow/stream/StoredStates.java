package amends.workflow.stream;

import amends.contracts.complaint.ComplaintId;
import amends.workflow.complaint.Complaint;

import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.QueryableStoreTypes;

/// Looks into the topology's store of complaints.
public final class StoredStates {

    private final ComplaintStreams streams;

    StoredStates(ComplaintStreams streams) {
        this.streams = streams;
    }

    public Complaint of(ComplaintId id) {
        return streams.streams()
                .store(
                        StoreQueryParameters.fromNameAndType(
                                ComplaintProcessor.COMPLAINTS,
                                QueryableStoreTypes.<String, Kept>keyValueStore()))
                .get(id.value())
                .complaint();
    }
}
