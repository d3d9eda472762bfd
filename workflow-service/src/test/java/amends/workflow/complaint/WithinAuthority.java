package amends.workflow.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.Actor;
import amends.contracts.complaint.ComplaintEvent.ApprovalGranted;
import amends.contracts.complaint.ComplaintEvent.ApprovalRequested;
import amends.contracts.complaint.ComplaintEvent.RemedyExecuted;
import amends.contracts.complaint.ComplaintEvent.SolutionProposed;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.complaint.Remedy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Reads in a log alone that no remedy was carried out without the approval that it needs, by the
/// limits of the shipped policy.
final class WithinAuthority {

    private BigDecimal executed = BigDecimal.ZERO;
    private ApprovalRequested requested;
    private final List<String> approvers = new ArrayList<>();
    private Remedy authorised;
    private boolean byApproval;

    /// How many remedies were carried out that had to be approved before.
    private int approvedAndExecuted;

    static int in(List<RecordedEvent> log) {
        WithinAuthority reader = new WithinAuthority();
        log.forEach(reader::read);
        return reader.approvedAndExecuted;
    }

    private void read(RecordedEvent recorded) {
        switch (recorded.event()) {
            case ApprovalRequested e -> {
                requested = e;
                approvers.clear();
            }
            case ApprovalGranted e -> approvers.add(e.approver().value());
            case SolutionProposed e -> {
                byApproval = requested != null && approvers.size() >= requested.approvals();
                if (e.remedy() instanceof Remedy.Material material) {
                    check(material, recorded.actor());
                }
                authorised = e.remedy();
                requested = null;
                approvers.clear();
            }
            case RemedyExecuted e -> {
                assertThat(e.remedy()).isEqualTo(authorised);
                approvedAndExecuted += byApproval ? 1 : 0;
                if (e.remedy() instanceof Remedy.Material material) {
                    executed = executed.add(material.amount());
                }
            }
            default -> {}
        }
    }

    private void check(Remedy.Material remedy, Actor proposer) {
        BigDecimal matter = executed.add(remedy.amount());
        if (byApproval) {
            assertThat(remedy).isEqualTo(requested.remedy());
            assertThat(approvers)
                    .doesNotHaveDuplicates()
                    .doesNotContain(requested.proposer().name().value())
                    .isSubsetOf("tanaka", "johnson")
                    .hasSizeGreaterThanOrEqualTo(isBeyond(matter, 200_000) ? 2 : 1);
            assertThat(approvers.contains("tanaka") && isBeyond(matter, 500_000)).isFalse();
        } else {
            int limit =
                    switch (proposer.name().value()) {
                        case "tanaka" -> 100_000;
                        case "johnson" -> 300_000;
                        default -> 30_000;
                    };
            assertThat(isBeyond(matter, limit)).as("%s promises %s", proposer, matter).isFalse();
        }
    }

    private static boolean isBeyond(BigDecimal amount, int limit) {
        return amount.compareTo(BigDecimal.valueOf(limit)) > 0;
    }
}
