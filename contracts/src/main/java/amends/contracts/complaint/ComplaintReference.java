package amends.contracts.complaint;

import amends.contracts.name.Crockford;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.Optional;

/// What people say and write for a complaint: `K3F9-Q2X7-MN5T-C`. The last character catches slips
/// of the tongue.
public record ComplaintReference(String plain) {

    private static final int GROUP = 4;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ComplaintReference {
        plain = Crockford.normalised(plain);
        if (!isSound(plain)) {
            throw new IllegalArgumentException(
                    "Not a complaint reference, or a character of it is wrong");
        }
    }

    /// Reads what somebody typed: any case, with or without hyphens, `O` for zero.
    public static Optional<ComplaintReference> parse(String typed) {
        String plain = Crockford.normalised(typed);
        return isSound(plain) ? Optional.of(new ComplaintReference(plain)) : Optional.empty();
    }

    public ComplaintId complaintId() {
        return new ComplaintId(plain.substring(0, ComplaintId.LENGTH));
    }

    private static boolean isSound(String plain) {
        return plain.length() == ComplaintId.LENGTH + 1
                && Crockford.isEncoded(plain)
                && Crockford.checkCharacter(plain.substring(0, ComplaintId.LENGTH))
                        == plain.charAt(ComplaintId.LENGTH);
    }

    @Override
    @JsonValue
    public String toString() {
        return plain.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }
}
