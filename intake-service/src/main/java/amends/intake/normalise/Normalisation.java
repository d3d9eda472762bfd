package amends.intake.normalise;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.ComplaintReference;
import amends.contracts.contact.AreaName;
import amends.contracts.contact.BrandName;
import amends.contracts.contact.Contact;
import amends.contracts.contact.ContactContent;
import amends.contracts.contact.ContactId;
import amends.contracts.contact.Customer;
import amends.contracts.contact.CustomerTier;
import amends.contracts.contact.LanguageTag;
import amends.contracts.contact.MenuName;
import amends.contracts.contact.ProductName;
import amends.contracts.contact.Suggested;
import amends.contracts.name.TypedName;
import amends.contracts.personal.AccountHandle;
import amends.contracts.personal.EmailAddress;
import amends.contracts.personal.FreeText;
import amends.contracts.personal.PersonName;
import amends.contracts.personal.Personal;
import amends.contracts.personal.PhoneNumber;
import amends.intake.recognise.Circumstances;
import amends.intake.recognise.Recogniser;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Turns what a channel read into a contact in one spelling.
public final class Normalisation {

    private static final CustomerTier STANDARD = new CustomerTier("standard");
    private static final Map<String, String> REGIONS =
            Map.of("ja", "JP", "zh", "CN", "en", "US", "ko", "KR");
    private static final Map<String, LanguageTag> USUAL_LANGUAGES =
            Stream.of("ja", "en", "zh", "ko", "de", "fr", "es", "pt", "it")
                    .collect(Collectors.toUnmodifiableMap(Function.identity(), LanguageTag::new));
    private static final String ANYWHERE = "ZZ";
    private static final int MOST_MENUS = 100;

    private final Map<BrandName, String> regions;
    private final SharedPoints shared;
    private final Recogniser recogniser;

    /// @param regions the country a brand serves (ISO 3166), for phone numbers without country code
    /// @param shared what several people use
    public Normalisation(
            Map<BrandName, String> regions, SharedPoints shared, Recogniser recogniser) {
        this.regions = Map.copyOf(regions);
        this.shared = shared;
        this.recogniser = recogniser;
    }

    public Contact contact(Report report, Instant now) {
        return contact(report, ContactId.derive(report.source(), report.idAtSource()), now);
    }

    /// The same when its source does not tell it from others: whatever has this id is the same.
    public Contact contact(Report report, ContactId id, Instant now) {
        String text = PersonalNumbers.masked(PlainText.of(report.text()));
        String subject = discreet(report.subject());
        String inWhole = subject == null ? text : subject + "\n" + text;
        LanguageTag language = language(report.language(), inWhole);
        ProductName product = product(report, text);
        return new Contact(
                complaint(report, id),
                report.brand(),
                customer(report, id, language),
                new ContactContent(
                        id,
                        report.channel(),
                        report.source(),
                        report.receivedAt(),
                        report.occurredAt(),
                        language,
                        subject == null ? null : new FreeText(subject),
                        new FreeText(text),
                        product,
                        Mentions.orders(report.orders(), inWhole),
                        report.attachments(),
                        menus(report),
                        report.brand(),
                        suggested(report, product, inWhole, language)),
                report.original(),
                now);
    }

    private @Nullable Suggested suggested(
            Report report, @Nullable ProductName told, String text, LanguageTag language) {
        return recogniser.look(
                text,
                new Circumstances(
                        report.brand(),
                        told != null,
                        language,
                        region(report, language),
                        report.receivedAt()));
    }

    private String region(Report report, LanguageTag language) {
        return regions.getOrDefault(
                report.brand(), REGIONS.getOrDefault(language.value(), ANYWHERE));
    }

    private static ComplaintId complaint(Report report, ContactId id) {
        ComplaintReference quoted = report.reference();
        if (quoted != null) {
            return quoted.complaintId();
        }
        String conversation = report.conversation();
        return ComplaintId.derive(
                report.brand(), report.channel(), conversation == null ? id.value() : conversation);
    }

    private Customer customer(Report report, ContactId contact, LanguageTag language) {
        Complainant complainant = report.complainant();
        String region = region(report, language);
        List<EmailAddress> emails = readable(complainant.emails(), MailAddresses::read);
        List<PhoneNumber> phones =
                readable(complainant.phones(), phone -> PhoneNumbers.read(phone, region));
        List<AccountHandle> accounts = readable(complainant.accounts(), Normalisation::account);
        String name = discreet(complainant.name());
        CustomerIdentity identity =
                CustomerIdentity.strongest(
                        new CustomerIdentity.Told(
                                name, accounts, emails, phones, complainant.statedFacts()),
                        shared,
                        contact);
        return new Customer(
                identity.customer(report.brand()),
                identity.by(),
                name == null ? null : new PersonName(name),
                emails,
                phones,
                accounts,
                named(complainant.area(), AreaName::new),
                tier(complainant.tier()));
    }

    private static Optional<AccountHandle> account(String written) {
        String account = PlainText.ofPlain(written);
        if (account.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new AccountHandle(account.contains(":") ? account : "customer:" + account));
    }

    private static CustomerTier tier(@Nullable String written) {
        CustomerTier tier = named(written, name -> new CustomerTier(name.toLowerCase(Locale.ROOT)));
        return tier == null ? STANDARD : tier;
    }

    private static @Nullable ProductName product(Report report, String text) {
        return named(
                report.product() == null ? Mentions.product(text).orElse(null) : report.product(),
                name -> new ProductName(PersonalNumbers.masked(name)));
    }

    private static @Nullable List<MenuName> menus(Report report) {
        if (report.menus().isEmpty()) {
            return null;
        }
        List<MenuName> menus =
                report.menus().stream()
                        .limit(MOST_MENUS)
                        .flatMap(menu -> Stream.ofNullable(named(menu, MenuName::new)))
                        .toList();
        return menus.isEmpty() ? null : menus;
    }

    private static LanguageTag language(@Nullable String told, String text) {
        String tag = told == null ? "" : told.strip();
        LanguageTag usual = USUAL_LANGUAGES.get(tag);
        if (usual != null) {
            return usual;
        }
        return tag.isEmpty() || tag.length() > TypedName.LONGEST
                ? Languages.of(text)
                : new LanguageTag(
                        Locale.forLanguageTag(tag.replace('_', '-')).getLanguage().isEmpty()
                                ? Languages.of(text).value()
                                : Locale.forLanguageTag(tag.replace('_', '-')).getLanguage());
    }

    private static <T> @Nullable T named(@Nullable String written, Function<String, T> type) {
        String name = optional(written);
        if (name == null) {
            return null;
        }
        String oneLine = name.replace('\n', ' ');
        return type.apply(
                oneLine.length() <= TypedName.LONGEST
                        ? oneLine
                        : oneLine.substring(0, TypedName.LONGEST));
    }

    private static @Nullable String discreet(@Nullable String written) {
        String text = optional(written);
        return text == null ? null : PersonalNumbers.masked(text);
    }

    private static @Nullable String optional(@Nullable String written) {
        if (written == null) {
            return null;
        }
        String text = PlainText.ofPlain(written);
        return text.isEmpty() ? null : text;
    }

    private static <T extends Personal> List<T> readable(
            List<String> written, Function<String, Optional<T>> reader) {
        List<T> read = new ArrayList<>(written.size());
        for (String value : written) {
            T one = reader.apply(value).orElse(null);
            if (one != null && !read.contains(one)) {
                read.add(one);
            }
        }
        return read;
    }
}
