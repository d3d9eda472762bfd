package amends.analytics.facts;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.figure.FigureView;

/// A complaint with what is known about it, as a document: from it the figures that count it can be
/// told again, so that each figure leads to its complaints.
public record KnownComplaint(ComplaintId complaint, ComplaintFacts facts) {

    public static final FigureView VIEW = new FigureView("facts");
}
