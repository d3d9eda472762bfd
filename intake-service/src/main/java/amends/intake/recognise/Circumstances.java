package amends.intake.recognise;

import amends.contracts.contact.BrandName;
import amends.contracts.contact.LanguageTag;

import java.time.Instant;

/// What has to be known to understand how a contact writes days and amounts.
///
/// @param productTold so that none has to be recognised
/// @param region the country that the brand serves (ISO 3166); `ZZ`: unknown
public record Circumstances(
        BrandName brand,
        boolean productTold,
        LanguageTag language,
        String region,
        Instant receivedAt) {}
