package amends.intake.partner;

import amends.contracts.contact.BrandName;
import amends.contracts.contact.ChannelName;
import amends.contracts.policy.PolicyName;
import amends.intake.mapping.Mapping;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// How the JSON of a partner system becomes a complaint; written as YAML, see `partners/`. What a
/// row's column is in [Mapping] is a JSON Pointer here: `{/detail/subject|/subject}`.
///
/// @param version raised with every change
/// @param brand the house's when absent
/// @param zone where dates without a zone are meant
/// @param when pointer → values of which it must have one; an empty one stands for nothing there
/// @param needs pointers where something must be
/// @param id the system's own id of it, a template; blank: the id told beside the body, else all of
///   the body
/// @param conversation template: what ties it to earlier ones; blank: it stands alone
/// @param reference template: the complaint that it quotes
/// @param language template; recognised when blank
/// @param dates spellings of dates, besides the usual ones
public record PartnerMapping(
        PolicyName name,
        int version,
        @Nullable BrandName brand,
        ChannelName channel,
        ZoneId zone,
        Map<String, List<String>> when,
        List<String> needs,
        @Nullable String id,
        @Nullable String conversation,
        @Nullable String reference,
        @Nullable String language,
        Mapping.Fields fields,
        List<String> dates) {

    public PartnerMapping {
        Objects.requireNonNull(fields, "A mapping needs fields");
        when = when == null ? Map.of() : new LinkedHashMap<>(when);
        needs = needs == null ? List.of() : List.copyOf(needs);
        dates = dates == null ? List.of() : List.copyOf(dates);
    }
}
