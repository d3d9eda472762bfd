package amends.intake.channel;

import amends.contracts.contact.BrandName;
import amends.contracts.contact.SourceName;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/// What is assumed about inputs that don't say it.
///
/// @param brand whose customers complain
/// @param brands the brand of single sources, for example of a mailbox
/// @param zone where dates without a zone are meant
public record House(BrandName brand, Map<SourceName, BrandName> brands, ZoneId zone) {

    public House {
        brands = Map.copyOf(brands);
    }

    /// The day that it is there.
    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    BrandName brandOf(SourceName source) {
        return brands.getOrDefault(source, brand);
    }
}
