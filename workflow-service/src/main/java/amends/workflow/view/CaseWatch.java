package amends.workflow.view;

import amends.contracts.complaint.RecordedEvent;

import java.util.List;

/// Hears what happened once the cases show it. It may hear the same again.
public interface CaseWatch {

    void shown(List<RecordedEvent> events);
}
