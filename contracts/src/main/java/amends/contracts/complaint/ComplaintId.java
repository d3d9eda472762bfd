package amends.contracts.complaint;

import amends.contracts.contact.BrandName;
import amends.contracts.contact.ChannelName;
import amends.contracts.name.Crockford;
import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// The case: one matter of one customer. Twelve letters of Crockford's Base32 (60 bits), derived
/// from brand, channel and conversation, so that it needs no look-up; its [ComplaintReference] is
/// the same with a check character.
public record ComplaintId(String value) implements TypedName {

    static final int LENGTH = 12;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ComplaintId {
        if (value.length() != LENGTH || !Crockford.isEncoded(value)) {
            throw new IllegalArgumentException(
                    "A complaint id has " + LENGTH + " characters of Crockford's Base32");
        }
    }

    public static ComplaintId derive(BrandName brand, ChannelName channel, String conversation) {
        return new ComplaintId(
                Crockford.hash(LENGTH, "complaint", brand.value(), channel.value(), conversation));
    }

    public ComplaintReference reference() {
        return new ComplaintReference(value + Crockford.checkCharacter(value));
    }

    @Override
    public String toString() {
        return value;
    }
}
