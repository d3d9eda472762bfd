package amends.workflow.view;

import java.util.Objects;

/// A proposal that the customer does not hear of before somebody entitled approves it.
public record AwaitedApproval(BoardRow complaint, ApprovalRow approval) {

    static AwaitedApproval of(CaseFile file) {
        return new AwaitedApproval(
                file.row(), Objects.requireNonNull(CareFold.over(file.timeline()).approval()));
    }
}
