package amends.intake.partner;

import amends.contracts.contact.BrandName;
import amends.contracts.contact.ChannelName;
import amends.contracts.contact.Contact;
import amends.contracts.personal.FreeText;
import amends.contracts.policy.PolicyName;
import amends.contracts.quarantine.AsideKind;
import amends.contracts.wire.Wire;
import amends.intake.channel.Arrival;
import amends.intake.channel.Channel;
import amends.intake.channel.Fault;
import amends.intake.channel.House;
import amends.intake.channel.Reading;
import amends.intake.normalise.Normalisation;
import amends.intake.normalise.Report;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Partner systems that push their own JSON. What is no JSON goes back to the sender; what the
/// mapping can't read is kept, because a partner's webhook can't mend it.
public final class PartnerChannel implements Channel {

    private static final ChannelName NAME = new ChannelName("partners");
    private static final ObjectReader JSON =
            Wire.mapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Map<PolicyName, PartnerReader> readers;
    private final House house;
    private final Normalisation normalisation;

    public PartnerChannel(
            Collection<PartnerMapping> mappings, House house, Normalisation normalisation) {
        this.readers =
                mappings.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        PartnerMapping::name, PartnerReader::new));
        this.house = house;
        this.normalisation = normalisation;
    }

    @Override
    public ChannelName name() {
        return NAME;
    }

    /// The names of the mappings.
    public SortedSet<String> mappings() {
        return readers.keySet().stream()
                .map(PolicyName::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Reading read(Arrival arrival) {
        return read(arrival, false);
    }

    @Override
    public Reading readAsWritten(Arrival arrival) {
        return read(arrival, true);
    }

    private Reading read(Arrival arrival, boolean byPerson) {
        PolicyName name = arrival.mapping();
        PartnerReader reader = name == null ? null : readers.get(name);
        if (reader == null) {
            return Reading.Unclear.because(
                    "mapping-unknown", "No mapping named " + name + "; there are " + mappings());
        }
        try {
            JsonNode body = JSON.readTree(arrival.content());
            return body.isMissingNode() ? notJson() : read(reader, body, arrival, byPerson);
        } catch (JacksonException e) {
            return notJson();
        }
    }

    private static Reading notJson() {
        return new Reading.Invalid(
                true, List.of(new Fault("Not readable as JSON; send one complete document", "")));
    }

    private Reading read(PartnerReader reader, JsonNode body, Arrival arrival, boolean byPerson) {
        Optional<String> leftOut = byPerson ? Optional.empty() : reader.leftOut(body);
        if (leftOut.isPresent()) {
            return new Reading.SetAside(
                    AsideKind.PARTNER_NOTICE, new FreeText(leftOut.get()), List.of());
        }
        return reader.misfit(body)
                .map(PartnerChannel::misfit)
                .orElseGet(() -> understood(reader, body, arrival));
    }

    private static Reading misfit(PartnerReader.Misfit misfit) {
        return Reading.Unclear.because(misfit.reason(), misfit.detail());
    }

    private Reading understood(PartnerReader reader, JsonNode body, Arrival arrival) {
        BrandName brand = house.brands().getOrDefault(arrival.source(), house.brand());
        Report report = reader.read(body, arrival, brand);
        if (arrival.isStillToCome(report.receivedAt())) {
            return Reading.Unclear.because("received-in-future", Arrival.STILL_TO_COME);
        }
        Contact contact = normalisation.contact(report, arrival.at());
        return contact.content().text().isBlank()
                ? misfit(reader.withoutText())
                : new Reading.Understood(contact);
    }
}
