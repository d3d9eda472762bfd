package amends.intake.quarantine;

import amends.contracts.contact.ChannelName;
import amends.contracts.contact.MediaTypeName;
import amends.contracts.contact.SourceName;
import amends.contracts.personal.FreeText;
import amends.contracts.personal.RawContent;
import amends.contracts.policy.PolicyName;
import amends.contracts.quarantine.QuarantineEvent.InputQuarantined;
import amends.contracts.quarantine.QuarantineEvent.InputSetAside;
import amends.intake.channel.Arrival;
import amends.intake.channel.Channel;
import amends.intake.channel.Fault;
import amends.intake.channel.Reading;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.stream.Collectors;

/// A document of the view as an input once more: as it came, or as somebody corrected it.
final class Resubmission {

    static final String CORRECTED = "editedContent";

    private Resubmission() {}

    /// What is kept was masked when it was, and stays as it is.
    static Arrival of(Document document, Instant now) {
        String corrected = document.getString(CORRECTED);
        String content = corrected == null ? document.getString("content") : corrected;
        return arrival(document, new RawContent(content).bytes(), now).kept();
    }

    /// A correction as it may be kept: without card numbers and the like.
    static RawContent discreet(Document document, byte[] corrected) {
        return RawContent.of(arrival(document, corrected, Instant.EPOCH).discreet().content());
    }

    static Reading reading(Channel channel, Document document, Arrival arrival) {
        return document.getString("status").equals(QuarantineView.SET_ASIDE)
                ? channel.readAsWritten(arrival)
                : channel.read(arrival);
    }

    static String details(Reading.Invalid invalid) {
        return invalid.faults().stream().map(Fault::detail).collect(Collectors.joining("; "));
    }

    /// It is not understood today either.
    static InputQuarantined still(Document document, Reading.Unclear unclear) {
        return new InputQuarantined(
                new ChannelName(document.getString("channel")),
                mapping(document),
                unclear.reason(),
                unclear.detail(),
                new MediaTypeName(document.getString("mediaType")),
                new RawContent(document.getString("content")),
                told(document));
    }

    /// It turned out to be no complaint.
    static InputSetAside setAside(Document document, Reading.SetAside aside) {
        return new InputSetAside(
                new ChannelName(document.getString("channel")),
                aside.kind(),
                aside.detail(),
                new MediaTypeName(document.getString("mediaType")),
                new RawContent(document.getString("content")),
                aside.about().stream().map(each -> each.event().id()).toList(),
                mapping(document),
                told(document));
    }

    private static @Nullable FreeText told(Document document) {
        String told = document.getString("idAtSource");
        return told == null ? null : new FreeText(told);
    }

    private static Arrival arrival(Document document, byte[] content, Instant now) {
        return new Arrival(
                new SourceName(document.getString("source")),
                id(document),
                mapping(document),
                new MediaTypeName(document.getString("mediaType")),
                content,
                now);
    }

    /// Without an id of the source's own, what was corrected is known by its place here: two
    /// corrections of one input are one contact.
    private static @Nullable String id(Document document) {
        String told = document.getString("idAtSource");
        return told == null && document.containsKey(CORRECTED)
                ? "quarantine:" + document.getString("_id")
                : told;
    }

    private static @Nullable PolicyName mapping(Document document) {
        String mapping = document.getString("mapping");
        return mapping == null ? null : new PolicyName(mapping);
    }
}
