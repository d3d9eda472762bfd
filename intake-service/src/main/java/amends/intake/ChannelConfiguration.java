package amends.intake;

import amends.intake.channel.CallChannel;
import amends.intake.channel.CanonicalForm;
import amends.intake.channel.ChatChannel;
import amends.intake.channel.FormChannel;
import amends.intake.channel.FormTokens;
import amends.intake.channel.LetterChannel;
import amends.intake.channel.LineChannel;
import amends.intake.channel.NoticeChannel;
import amends.intake.channel.PackagingChannel;
import amends.intake.channel.SmsChannel;
import amends.intake.channel.SocialChannel;
import amends.intake.channel.StaffChannel;
import amends.intake.channel.SurveyChannel;
import amends.intake.transcribe.CommandTranscriber;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;

/// A list of the channels that are posted to.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChannelConfiguration.Settings.class)
class ChannelConfiguration {

    private static final int SECRET_BYTES = 32;

    /// @param formSecret signs form pages; when empty, pages that were opened before a restart have
    ///   to be sent again
    /// @param formShortest in which no person fills in the form
    /// @param transcriber a command and its arguments; the path of a scan is added, and it writes
    ///   the words; empty: nothing reads scans
    /// @param transcriberPatience how long it may take for one scan
    @ConfigurationProperties("amends.intake.channels")
    record Settings(
            @DefaultValue("") String formSecret,
            @DefaultValue("3s") Duration formShortest,
            @DefaultValue List<String> transcriber,
            @DefaultValue("20s") Duration transcriberPatience) {}

    @Bean
    CallChannel callChannel(CanonicalForm form) {
        return new CallChannel(form);
    }

    @Bean
    ChatChannel chatChannel(CanonicalForm form) {
        return new ChatChannel(form);
    }

    @Bean
    LineChannel lineChannel(CanonicalForm form) {
        return new LineChannel(form);
    }

    @Bean
    SocialChannel socialChannel(CanonicalForm form) {
        return new SocialChannel(form);
    }

    @Bean
    SmsChannel smsChannel(CanonicalForm form) {
        return new SmsChannel(form);
    }

    @Bean
    StaffChannel receptionChannel(CanonicalForm form) {
        return StaffChannel.reception(form);
    }

    @Bean
    StaffChannel fieldVisitChannel(CanonicalForm form) {
        return StaffChannel.fieldVisit(form);
    }

    @Bean
    PackagingChannel packagingChannel(CanonicalForm form) {
        return new PackagingChannel(form);
    }

    @Bean
    SurveyChannel surveyChannel(CanonicalForm form) {
        return new SurveyChannel(form);
    }

    @Bean
    NoticeChannel noticeChannel(CanonicalForm form) {
        return new NoticeChannel(form);
    }

    @Bean
    LetterChannel letterChannel(CanonicalForm form, Settings settings) {
        return new LetterChannel(
                form,
                CommandTranscriber.of(settings.transcriber(), settings.transcriberPatience()));
    }

    @Bean
    FormTokens formTokens(Settings settings) {
        return new FormTokens(secret(settings.formSecret()), settings.formShortest());
    }

    @Bean
    FormChannel formChannel(CanonicalForm form, FormTokens tokens) {
        return new FormChannel(form, tokens);
    }

    private static byte[] secret(String told) {
        if (!told.isBlank()) {
            return told.getBytes(StandardCharsets.UTF_8);
        }
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return secret;
    }
}
