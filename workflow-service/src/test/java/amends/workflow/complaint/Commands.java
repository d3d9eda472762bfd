package amends.workflow.complaint;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.Assessment;
import amends.contracts.complaint.ClosingReason;
import amends.contracts.complaint.ComplaintCommand;
import amends.contracts.complaint.Concern;
import amends.contracts.complaint.Demand;
import amends.contracts.complaint.Remedy;
import amends.contracts.complaint.ResponsibleArea;
import amends.contracts.complaint.RootCause;
import amends.contracts.complaint.SurveyAnswer;
import amends.contracts.complaint.Verification;
import amends.contracts.complaint.WaitingFor;
import amends.contracts.contact.BrandName;
import amends.contracts.contact.ChannelName;
import amends.contracts.contact.ContactContent;
import amends.contracts.contact.ContactId;
import amends.contracts.contact.Customer;
import amends.contracts.contact.CustomerId;
import amends.contracts.contact.CustomerTier;
import amends.contracts.contact.IdentifiedBy;
import amends.contracts.contact.LanguageTag;
import amends.contracts.contact.MenuName;
import amends.contracts.contact.OriginalPosition;
import amends.contracts.contact.SourceName;
import amends.contracts.personal.FreeText;
import amends.contracts.typology.Relation;
import amends.contracts.typology.Temper;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/// Commands as tests need them.
final class Commands {

    static final BrandName BRAND = new BrandName("acme");

    private Commands() {}

    static ComplaintCommand.RegisterContact contact(String id, String text) {
        return contact(id, text, "en", "standard");
    }

    static ComplaintCommand.RegisterContact contact(
            String id, String text, String language, String tier) {
        return contact(id, text, language, tier, Case.START);
    }

    static ComplaintCommand.RegisterContact contact(String id, String text, Instant receivedAt) {
        return contact(id, text, "en", "standard", receivedAt);
    }

    private static ComplaintCommand.RegisterContact contact(
            String id, String text, String language, String tier, Instant receivedAt) {
        return new ComplaintCommand.RegisterContact(
                BRAND,
                new Customer(
                        CustomerId.derive(BRAND, IdentifiedBy.EMAIL, "a@example.org"),
                        IdentifiedBy.EMAIL,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        new CustomerTier(tier)),
                new ContactContent(
                        ContactId.derive(new SourceName("test"), id),
                        new ChannelName("web"),
                        new SourceName("test"),
                        receivedAt,
                        null,
                        new LanguageTag(language),
                        null,
                        text(text),
                        null,
                        List.of(),
                        List.of()),
                new OriginalPosition(0, 0));
    }

    /// A contact that tells nothing of who it is from.
    static ComplaintCommand.RegisterContact fromNobody(String id) {
        ComplaintCommand.RegisterContact plain = contact(id, "It broke");
        return new ComplaintCommand.RegisterContact(
                plain.brand(),
                new Customer(
                        CustomerId.derive(BRAND, IdentifiedBy.CONTACT_ALONE, id),
                        IdentifiedBy.CONTACT_ALONE,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        new CustomerTier("standard")),
                plain.contact(),
                plain.original());
    }

    /// A call for which the customer went through menus.
    static ComplaintCommand.RegisterContact call(String id, String... menus) {
        return by("call", id, menus);
    }

    static ComplaintCommand.RegisterContact by(String channel, String id, String... menus) {
        return saying("It broke", channel, id, menus);
    }

    static ComplaintCommand.RegisterContact saying(
            String words, String channel, String id, String... menus) {
        ComplaintCommand.RegisterContact plain = contact(id, words);
        ContactContent said = plain.contact();
        return new ComplaintCommand.RegisterContact(
                plain.brand(),
                plain.customer(),
                new ContactContent(
                        said.id(),
                        new ChannelName(channel),
                        said.source(),
                        said.receivedAt(),
                        null,
                        said.language(),
                        null,
                        said.text(),
                        null,
                        List.of(),
                        List.of(),
                        Stream.of(menus).map(MenuName::new).toList(),
                        null,
                        null),
                plain.original());
    }

    static ComplaintCommand.Assign assign(String agent) {
        return new ComplaintCommand.Assign(new AgentId(agent));
    }

    static ComplaintCommand.HandOver handOver(String agent) {
        return new ComplaintCommand.HandOver(new AgentId(agent), text("She knows the product"));
    }

    static ComplaintCommand.Clarify clarify() {
        return new ComplaintCommand.Clarify(
                new Concern(text("It stopped after a day"), null),
                new Demand(Demand.Kind.REFUND, text("My money back")));
    }

    static ComplaintCommand.Assess assess() {
        return new ComplaintCommand.Assess(
                new Assessment(
                        true,
                        true,
                        true,
                        RootCause.PRODUCT_DEFECT,
                        new ResponsibleArea("factory"),
                        text("Known weak part")));
    }

    static ComplaintCommand.ProposeSolution propose() {
        return propose("1200");
    }

    static ComplaintCommand.ProposeSolution propose(String yen) {
        return new ComplaintCommand.ProposeSolution(
                new Remedy.Material(
                        Remedy.MaterialKind.REFUND,
                        new BigDecimal(yen),
                        Currency.getInstance("JPY")),
                text("We pay it back at once"));
    }

    static ComplaintCommand.ExecuteRemedy execute() {
        return new ComplaintCommand.ExecuteRemedy(text("Paid"));
    }

    static ComplaintCommand.Resolve resolve(boolean onTheSpot) {
        return new ComplaintCommand.Resolve(
                onTheSpot, Verification.WITH_EVIDENCE, text("Paid back"));
    }

    static ComplaintCommand.MakePromise promise(Instant due) {
        return new ComplaintCommand.MakePromise(text("We call you"), due);
    }

    static ComplaintCommand.Reply reply(String words) {
        return new ComplaintCommand.Reply(text(words));
    }

    static ComplaintCommand.AnswerFollowUp answer(int round, boolean solved) {
        return new ComplaintCommand.AnswerFollowUp(
                round, new SurveyAnswer(solved, solved ? 5 : 1, null, null, null));
    }

    static ComplaintCommand.StartWaiting waiting(WaitingFor waitingFor) {
        return new ComplaintCommand.StartWaiting(waitingFor, text("Nothing to do meanwhile"));
    }

    /// Whatever chance says: a temper, a relation, both, or nothing.
    static ComplaintCommand.CorrectTypology correction(int chance) {
        Temper[] tempers = Temper.values();
        Relation[] relations = Relation.values();
        return new ComplaintCommand.CorrectTypology(
                (chance & 1) == 0 ? null : tempers[(chance >>> 2) % tempers.length],
                (chance & 2) == 0 ? null : relations[(chance >>> 5) % relations.length]);
    }

    static ComplaintCommand.Close close(ClosingReason reason) {
        return new ComplaintCommand.Close(reason);
    }

    static FreeText text(String words) {
        return new FreeText(words);
    }
}
