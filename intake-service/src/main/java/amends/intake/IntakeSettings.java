package amends.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// @param brand whose customers complain, when an input doesn't say
/// @param zone where dates without a zone are meant
/// @param regions brand → country (ISO 3166), for phone numbers without country code
/// @param sources source → brand, for example of a mailbox
/// @param mailDomain in which the ids and reply addresses of our own mails end
/// @param products brand → names of what it sells, to be recognised in the words of contacts
/// @param sharedPhones telephones that several customers use, with country code
@ConfigurationProperties("amends.intake")
record IntakeSettings(
        @DefaultValue("Amends") String brand,
        @DefaultValue("Asia/Tokyo") ZoneId zone,
        @DefaultValue Map<String, String> regions,
        @DefaultValue Map<String, String> sources,
        @DefaultValue("amends.example") String mailDomain,
        @DefaultValue Map<String, List<String>> products,
        @DefaultValue List<String> sharedPhones) {}
