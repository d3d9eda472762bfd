package amends.intake.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;
import java.util.Map;

/// Of what is open to callers without a key.
///
/// @param lineSecrets the secrets of channels of the LINE Messaging API, by a name of ours
/// @param formFrames pages that may show the form within them, as `frame-ancestors` names them
/// @param uploadTime in which a body has to come
@ConfigurationProperties("amends.intake.web")
record OpenSettings(
        @DefaultValue Map<String, String> lineSecrets,
        @DefaultValue("'none'") String formFrames,
        @DefaultValue("2m") Duration uploadTime) {}
