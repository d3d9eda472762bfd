package amends.intake.normalise;

import amends.contracts.contact.RoleMailboxes;
import amends.contracts.personal.EmailAddress;
import amends.contracts.personal.PhoneNumber;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Contact points that several people use: the mailboxes of tasks, and telephones that the house
/// knows of, such as a company's switchboard. They tell nobody apart who does not give his name.
public record SharedPoints(Set<PhoneNumber> phones) {

    public static final SharedPoints ONLY_MAILBOXES = new SharedPoints(Set.of());

    public SharedPoints {
        phones = Set.copyOf(phones);
    }

    /// @param phones with their country code
    /// @throws IllegalArgumentException when one is no telephone number
    public static SharedPoints of(List<String> phones) {
        return new SharedPoints(
                phones.stream().map(SharedPoints::phone).collect(Collectors.toUnmodifiableSet()));
    }

    private static PhoneNumber phone(String written) {
        return PhoneNumbers.read(written, "ZZ")
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "amends.intake.shared-phones: %s is no number with its country code, such as +81312345678"
                                                .formatted(written)));
    }

    boolean isShared(EmailAddress address) {
        return RoleMailboxes.contains(address);
    }

    boolean isShared(PhoneNumber phone) {
        return phones.contains(phone);
    }
}
