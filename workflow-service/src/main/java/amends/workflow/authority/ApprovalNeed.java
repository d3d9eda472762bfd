package amends.workflow.authority;

import amends.contracts.authority.ApprovalReason;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// Why a remedy can't be promised yet, and what it takes.
///
/// @param approvals how many people must approve
/// @param stake what counts against the limits
public record ApprovalNeed(SortedSet<ApprovalReason> reasons, int approvals, BigDecimal stake) {

    public ApprovalNeed {
        reasons = Collections.unmodifiableSortedSet(new TreeSet<>(reasons));
    }
}
