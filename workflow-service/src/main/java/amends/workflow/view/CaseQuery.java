package amends.workflow.view;

import amends.contracts.complaint.AgentId;
import amends.contracts.routing.QueueName;
import amends.workflow.complaint.Status;

import org.jspecify.annotations.Nullable;

/// Which cases a list shows; what is absent does not restrict.
///
/// @param cursor the `next` of the page before
public record CaseQuery(
        @Nullable QueueName queue,
        @Nullable Status status,
        @Nullable AgentId owner,
        @Nullable String cursor,
        int limit) {}
