package amends.intake;

import amends.contracts.contact.BrandName;
import amends.contracts.contact.SourceName;
import amends.contracts.notification.MailTraces;
import amends.intake.channel.CanonicalForm;
import amends.intake.channel.ComplaintChannel;
import amends.intake.channel.EmailChannel;
import amends.intake.channel.EventChannel;
import amends.intake.channel.House;
import amends.intake.normalise.Normalisation;
import amends.intake.normalise.SharedPoints;
import amends.intake.partner.PartnerChannel;
import amends.intake.partner.PartnerMapping;
import amends.intake.recognise.Recogniser;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The pure parts, wired; further channels stand in [ChannelConfiguration].
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeSettings.class)
class IntakeConfiguration {

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    House house(IntakeSettings settings) {
        Map<SourceName, BrandName> brands = new HashMap<>();
        settings.sources()
                .forEach(
                        (source, brand) ->
                                brands.put(new SourceName(source), new BrandName(brand)));
        return new House(new BrandName(settings.brand()), brands, settings.zone());
    }

    @Bean
    Normalisation normalisation(IntakeSettings settings) {
        Map<BrandName, String> regions = new HashMap<>();
        settings.regions().forEach((brand, region) -> regions.put(new BrandName(brand), region));
        return new Normalisation(
                regions, SharedPoints.of(settings.sharedPhones()), recogniser(settings));
    }

    private static Recogniser recogniser(IntakeSettings settings) {
        Map<BrandName, List<String>> products = new HashMap<>();
        settings.products().forEach((brand, names) -> products.put(new BrandName(brand), names));
        return new Recogniser(settings.zone(), products);
    }

    @Bean
    CanonicalForm canonicalForm(House house, Normalisation normalisation) {
        return new CanonicalForm(house, normalisation);
    }

    @Bean
    ComplaintChannel complaintChannel(CanonicalForm form) {
        return new ComplaintChannel(form);
    }

    @Bean
    EventChannel eventChannel(CanonicalForm form) {
        return new EventChannel(form);
    }

    @Bean
    EmailChannel emailChannel(House house, Normalisation normalisation, IntakeSettings settings) {
        return new EmailChannel(house, normalisation, new MailTraces(settings.mailDomain()));
    }

    @Bean
    PartnerChannel partnerChannel(
            House house,
            Normalisation normalisation,
            @Value("${amends.intake.partners:}") String folder)
            throws IOException {
        return new PartnerChannel(
                new MappingFiles<>(PartnerMapping.class, PartnerMapping::name)
                        .read("partners", folder),
                house,
                normalisation);
    }
}
