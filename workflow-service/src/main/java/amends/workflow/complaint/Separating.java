package amends.workflow.complaint;

import amends.contracts.complaint.ComplaintCommand.RejoinCustomer;
import amends.contracts.complaint.ComplaintCommand.SeparateCustomer;
import amends.contracts.complaint.ComplaintEvent.CustomerRejoined;
import amends.contracts.complaint.ComplaintEvent.CustomerSeparated;
import amends.contracts.contact.CustomerId;
import amends.contracts.insight.Insight.CustomerComplainsAgain;
import amends.workflow.priority.News;

import java.util.Objects;

/// What follows when a person tells the customer of a complaint apart from those who use the same
/// contact point, or takes it back.
final class Separating {

    private Separating() {}

    /// Of a customer of his own it is the first complaint.
    static void follow(SeparateCustomer command, Unfolding then) {
        CustomerId own = CustomerId.ofComplaint(then.state().id());
        then.happens(new CustomerSeparated(own, customer(then), command.reason()));
        if (then.state().status().isOpen()) {
            ComplaintDecider.change(then, News.of(new CustomerComplainsAgain(1)));
        }
    }

    static void undo(RejoinCustomer command, Unfolding then) {
        CustomerId before = Objects.requireNonNull(then.arrival().separatedFrom());
        then.happens(new CustomerRejoined(before, customer(then), command.reason()));
    }

    private static CustomerId customer(Unfolding then) {
        return Objects.requireNonNull(then.arrival().customer());
    }
}
