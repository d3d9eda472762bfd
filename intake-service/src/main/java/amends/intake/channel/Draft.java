package amends.intake.channel;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.contact.BrandName;
import amends.contracts.contact.ChannelName;
import amends.contracts.name.TypedName;
import amends.contracts.personal.FreeText;
import amends.contracts.quarantine.AsideKind;
import amends.intake.normalise.Languages;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A complaint on its way from a source's own JSON to the canonical form: canonical members stay as
/// they are, and what the source calls otherwise is put into their place.
final class Draft {

    private final Arrival arrival;
    private final CanonicalForm form;
    private final boolean asWritten;
    private final ObjectNode canonical;
    private final List<Fault> faults = new ArrayList<>();
    private final Members own;
    private Enclosures enclosed = Enclosures.NONE;

    private Draft(Arrival arrival, CanonicalForm form, boolean asWritten, JsonNode told) {
        this.arrival = arrival;
        this.form = form;
        this.asWritten = asWritten;
        this.own = new Members(told, "", faults);
        this.canonical = ((ObjectNode) told).deepCopy();
        canonical.remove("channel");
    }

    /// @param asWritten somebody has said that it is a complaint, whatever it looks like
    static Reading of(
            Arrival arrival,
            CanonicalForm form,
            boolean asWritten,
            Function<Draft, Reading> translation) {
        return CanonicalForm.parsed(
                arrival.content(), json -> of(json, arrival, form, asWritten, translation));
    }

    /// The same for JSON that is part of the arrival.
    static Reading of(
            JsonNode json,
            Arrival arrival,
            CanonicalForm form,
            boolean asWritten,
            Function<Draft, Reading> translation) {
        return json.isObject()
                ? translation.apply(new Draft(arrival, form, asWritten, json))
                : new Reading.Invalid(true, List.of(new Fault("Send one JSON object", "")));
    }

    Members own() {
        return own;
    }

    /// Of members of a stranger none are canonical: only what is put counts.
    Draft fromStranger() {
        canonical.removeAll();
        return this;
    }

    Draft put(String member, @Nullable String value) {
        return put(canonical, member, value);
    }

    /// What tells inputs of this kind apart; ids of other kinds may be the same.
    Draft identified(String kind, String id) {
        return put("id", kind + ":" + id);
    }

    Draft customer(String member, @Nullable String value) {
        JsonNode customer = canonical.path("customer");
        if (customer.isMissingNode() || customer.isNull()) {
            return put(canonical.putObject("customer"), member, value);
        }
        // the canonical form says that it must be an object
        return customer instanceof ObjectNode object ? put(object, member, value) : this;
    }

    Draft enclosing(Enclosures files) {
        this.enclosed = files;
        return this;
    }

    /// All with this key are one complaint, also when they count as several channels, unless the
    /// input itself quotes another.
    Draft together(ChannelName family, String key) {
        if (!canonical.hasNonNull("reference")) {
            put("reference", ComplaintId.derive(brand(), family, key).reference().toString());
        }
        return this;
    }

    private BrandName brand() {
        String told = canonical.path("brand").asString("");
        return told.isBlank() || told.length() > TypedName.LONGEST
                ? form.house().brandOf(arrival.source())
                : new BrandName(told.strip());
    }

    /// Whether nothing is wrong with it so far.
    boolean isSound() {
        return faults.isEmpty();
    }

    Reading complaint(ChannelName channel) {
        return faults.isEmpty()
                ? form.read(canonical, arrival, channel, enclosed)
                : new Reading.Invalid(false, faults);
    }

    /// It is kept, and no complaint, unless somebody says so: then these words stand for the
    /// customer's, if he said none.
    Reading notComplaint(AsideKind kind, String words, ChannelName channel) {
        if (asWritten) {
            if (canonical.path("text").asString("").isBlank()) {
                put("text", words);
            }
            return complaint(channel);
        }
        return faults.isEmpty()
                ? new Reading.SetAside(kind, new FreeText(words), List.of())
                : new Reading.Invalid(false, faults);
    }

    /// A point in time that the source tells in a member of its own; absent when it doesn't.
    @Nullable Instant time(String member) {
        return own.moment(member, form.moments());
    }

    /// What this one wrote on that day is one conversation.
    Draft conversation(String with, Instant on) {
        return put("conversation", with + "@" + form.house().day(on));
    }

    Draft occurred(@Nullable Instant at) {
        return put("occurredAt", at == null ? null : at.toString());
    }

    /// In which language to say something beside these words.
    String language(String words) {
        String told = own.text("language");
        return told == null || told.isBlank() ? Languages.of(words).value() : told;
    }

    private Draft put(ObjectNode object, String member, @Nullable String value) {
        if (value != null) {
            object.put(member, value);
        }
        return this;
    }
}
