package amends.intake.channel;

import amends.contracts.complaint.ComplaintReference;
import amends.contracts.contact.BrandName;
import amends.contracts.contact.ChannelName;
import amends.contracts.contact.Contact;
import amends.contracts.contact.SourceName;
import amends.contracts.wire.Wire;
import amends.intake.normalise.Complainant;
import amends.intake.normalise.Hashes;
import amends.intake.normalise.Moments;
import amends.intake.normalise.Normalisation;
import amends.intake.normalise.Report;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/// The canonical JSON of a complaint, shared by the channels that speak it. Members it doesn't know
/// are skipped.
public final class CanonicalForm {

    private static final ObjectReader JSON =
            Wire.mapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final House house;
    private final Normalisation normalisation;
    private final Moments moments;

    public CanonicalForm(House house, Normalisation normalisation) {
        this.house = house;
        this.normalisation = normalisation;
        this.moments = new Moments(house.zone(), List.of());
    }

    /// @param channel the channel of a contact that doesn't name one
    Reading read(Arrival arrival, ChannelName channel) {
        return parsed(arrival.content(), json -> read(json, arrival, channel));
    }

    Reading read(JsonNode json, Arrival arrival, ChannelName channel) {
        return read(json, arrival, channel, Enclosures.NONE);
    }

    Reading read(JsonNode json, Arrival arrival, ChannelName channel, Enclosures enclosed) {
        if (!json.isObject()) {
            return new Reading.Invalid(
                    true, List.of(new Fault("A complaint is one JSON object", "")));
        }
        List<Fault> faults = new ArrayList<>();
        Report report = report(new Members(json, "", faults), arrival, channel, enclosed);
        return faults.isEmpty()
                ? understood(normalisation.contact(report, arrival.at()), enclosed)
                : new Reading.Invalid(false, faults);
    }

    /// What was written may be nothing but mark-up.
    private static Reading understood(Contact contact, Enclosures enclosed) {
        return contact.content().text().isBlank()
                ? new Reading.Invalid(
                        false, List.of(new Fault("text is blank; it needs content", "/text")))
                : new Reading.Understood(contact, enclosed.files());
    }

    /// What JSON means to whoever knows its members; text that is no JSON is malformed.
    static Reading parsed(byte[] text, Function<JsonNode, Reading> meaning) {
        JsonNode json;
        try {
            json = JSON.readTree(text);
        } catch (JacksonException e) {
            return new Reading.Invalid(true, List.of(new Fault(notJson(e), "")));
        }
        return meaning.apply(json);
    }

    House house() {
        return house;
    }

    Moments moments() {
        return moments;
    }

    private Report report(Members json, Arrival arrival, ChannelName channel, Enclosures enclosed) {
        SourceName source =
                Objects.requireNonNullElse(json.name("source", SourceName::new), arrival.source());
        return new Report(
                Objects.requireNonNullElse(
                        json.name("brand", BrandName::new), house.brandOf(source)),
                Objects.requireNonNullElse(json.name("channel", ChannelName::new), channel),
                source,
                identity(json.text("id"), arrival),
                json.text("conversation"),
                reference(json),
                receivedAt(json, arrival),
                json.moment("occurredAt", moments),
                complainant(json.object("customer")),
                json.text("language"),
                json.text("subject"),
                json.needed("text"),
                json.text("product"),
                json.texts("orders"),
                enclosed.attachments(),
                arrival.original(),
                json.texts("menus"));
    }

    private Instant receivedAt(Members json, Arrival arrival) {
        Instant told = json.moment("receivedAt", moments);
        if (told == null) {
            return arrival.at();
        }
        if (arrival.isStillToCome(told)) {
            json.fault("receivedAt", Arrival.STILL_TO_COME);
        }
        return told;
    }

    private static String identity(@Nullable String id, Arrival arrival) {
        if (id != null && !id.isBlank()) {
            return id;
        }
        String told = arrival.idAtSource();
        return told == null ? Hashes.of(arrival.content()).value() : told;
    }

    private static Complainant complainant(Members customer) {
        return new Complainant(
                customer.text("name"),
                both(customer, "email", "emails"),
                both(customer, "phone", "phones"),
                both(customer, "account", "accounts"),
                customer.text("area"),
                customer.text("tier"),
                List.of());
    }

    private static List<String> both(Members customer, String one, String many) {
        List<String> all = new ArrayList<>(customer.texts(one));
        all.addAll(customer.texts(many));
        return all;
    }

    private static @Nullable ComplaintReference reference(Members json) {
        String typed = json.text("reference");
        if (typed == null || typed.isBlank()) {
            return null;
        }
        ComplaintReference reference = ComplaintReference.parse(typed).orElse(null);
        if (reference == null) {
            json.fault(
                    "reference",
                    "is not a complaint reference, or a character of it is wrong; leave it out if"
                            + " unsure");
        }
        return reference;
    }

    private static String notJson(JacksonException e) {
        TokenStreamLocation place = e.getLocation();
        return "Not readable as JSON"
                + (place == null
                        ? ": " + e.getOriginalMessage()
                        : " in line " + place.getLineNr() + ", column " + place.getColumnNr())
                + "; send one complete JSON object in UTF-8";
    }
}
