package amends.intake.normalise;

import amends.contracts.personal.PhoneNumber;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

import java.util.Optional;

/// Phone numbers in one spelling, E.164.
final class PhoneNumbers {

    private PhoneNumbers() {}

    /// @param region the country whose dialling habits a number without country code follows, ISO
    ///   3166
    static Optional<PhoneNumber> read(String written, String region) {
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        try {
            var number = phones.parse(Unicode.nfkc(written), region);
            return phones.isValidNumber(number)
                    ? Optional.of(new PhoneNumber(phones.format(number, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
