package amends.workflow.complaint;

import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.ReopeningReason;
import amends.contracts.complaint.WaitingFor;
import amends.contracts.contact.ContactContent;
import amends.contracts.personal.FreeText;
import amends.workflow.priority.News;
import amends.workflow.words.Said;

import java.util.Objects;

/// What follows when a contact comes in: a new complaint, or more about one that is known.
final class Registration {

    private Registration() {}

    static void follow(ComplaintCommand.RegisterContact command, Unfolding then) {
        ContactContent contact = command.contact();
        Said said = said(contact);
        News words = News.of(said, contact.channel());
        if (!then.state().exists()) {
            then.happens(
                    new ComplaintEvent.ComplaintReceived(
                            then.state().id().reference(),
                            command.brand(),
                            command.customer(),
                            contact,
                            command.original()));
            HandingOver.seen(contact.menus(), then);
            ComplaintDecider.change(then, words);
        } else if (then.state().isMerged()) {
            passOn(command, then);
        } else {
            append(command, words, then);
        }
        if (!then.state().isMerged()) {
            Recognising.follow(contact, said, then);
        }
    }

    /// It rests, but what is sent to it is not lost: the complaint that stands for it gets it.
    private static void passOn(ComplaintCommand.RegisterContact command, Unfolding then) {
        then.happens(
                new ComplaintEvent.ContactPassedOn(
                        Objects.requireNonNull(then.state().links().merge()).into(),
                        command.contact(),
                        command.customer(),
                        command.original(),
                        command.otherWords()));
    }

    private static void append(
            ComplaintCommand.RegisterContact command, News words, Unfolding then) {
        then.happens(
                new ComplaintEvent.ContactAppended(
                        command.contact(),
                        command.customer(),
                        command.original(),
                        command.via(),
                        command.otherWords()));
        if (then.state().waiting() == WaitingFor.CUSTOMER) {
            ComplaintDecider.endWaiting(then);
        }
        if (then.state().status().isOpen()) {
            HandingOver.seen(command.contact().menus(), then);
            ComplaintDecider.change(then, words);
        } else {
            ComplaintDecider.reopen(
                    ReopeningReason.CUSTOMER_CONTACTED_AGAIN, command.contact().id(), words, then);
            HandingOver.seen(command.contact().menus(), then);
            then.route();
        }
    }

    private static Said said(ContactContent contact) {
        FreeText subject = contact.subject();
        return Said.of(
                subject == null
                        ? contact.text().value()
                        : subject.value() + "\n" + contact.text().value());
    }
}
