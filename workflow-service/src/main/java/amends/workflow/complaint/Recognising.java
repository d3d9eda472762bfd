package amends.workflow.complaint;

import amends.contracts.complaint.ComplaintCommand.CorrectTypology;
import amends.contracts.complaint.ComplaintEvent.TypologyCorrected;
import amends.contracts.contact.ContactContent;
import amends.contracts.insight.Insight;
import amends.contracts.insight.Insight.CustomerComplainsAgain;
import amends.workflow.typology.Observation;
import amends.workflow.words.Said;

/// What follows from what is seen of the customer, and from what a person says of him.
final class Recognising {

    private Recognising() {}

    /// After a contact of his.
    static void follow(ContactContent contact, Said words, Unfolding then) {
        Arrival arrival = then.arrival();
        look(
                new Observation(
                        words,
                        contact.language(),
                        contact.channel(),
                        arrival.tier(),
                        arrival.contacts(),
                        0),
                then);
    }

    /// After analytics learned something about him.
    static void follow(Insight insight, Unfolding then) {
        if (insight instanceof CustomerComplainsAgain(int complaints)) {
            Arrival arrival = then.arrival();
            look(
                    new Observation(
                            Said.NOTHING,
                            arrival.language(),
                            arrival.channel(),
                            arrival.tier(),
                            arrival.contacts(),
                            complaints),
                    then);
        }
    }

    private static void look(Observation now, Unfolding then) {
        then.policies().typology().recognise(now, then.state().typology()).ifPresent(then::happens);
    }

    static void correct(CorrectTypology command, Unfolding then) {
        then.happens(new TypologyCorrected(command.temper(), command.relation()));
    }
}
