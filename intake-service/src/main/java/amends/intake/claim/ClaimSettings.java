package amends.intake.claim;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/// @param looked how often what has not arrived is looked for
/// @param patience how long one that makes a claim waits for the first look
@ConfigurationProperties("amends.intake.claims")
record ClaimSettings(@DefaultValue("30s") Duration looked, @DefaultValue("5s") Duration patience) {}
