package amends.contracts.authority;

import amends.contracts.complaint.CommandRequest;
import amends.contracts.complaint.CorrelationId;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What the ledger of a customer's grants must know, so that no payment slips under a limit in
/// several complaints.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface GrantEvent {

    /// A material remedy shall be proposed: what was the customer granted elsewhere? The ledger
    /// sends the proposal back with its answer and counts the grant until the complaint has
    /// decided.
    record GrantAsked(Grant grant, CommandRequest proposal) implements GrantEvent {}

    /// All that the complaint has granted or is about to grant, in place of what it said before.
    ///
    /// @param decided the question that this settles
    record GrantsStand(@Nullable CorrelationId decided, List<Grant> grants) implements GrantEvent {
        public GrantsStand {
            grants = List.copyOf(grants);
        }
    }
}
