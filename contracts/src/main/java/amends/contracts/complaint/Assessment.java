package amends.contracts.complaint;

import amends.contracts.personal.FreeText;

/// The three questions of deliberation, answered on record, with the cause.
///
/// @param justified is the complaint right?
/// @param obliged must the company solve it?
/// @param able can it?
public record Assessment(
        boolean justified,
        boolean obliged,
        boolean able,
        RootCause rootCause,
        ResponsibleArea responsibleArea,
        FreeText reasoning) {}
