package amends.intake.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.time.Duration;
import java.util.Map;

/// @param largestBody the largest single input
/// @param bodiesInWork bytes of inputs that may be in work at the same time; further ones wait for
///   `turn`
/// @param turn how long a request waits for its turn
/// @param requestsOfOne that may be in work at the same time
/// @param importsOfOne the same for files
/// @param rememberedKeys how many idempotency keys are remembered
/// @param webhookRate events a minute that are allowed to whoever asks before he sends
/// @param webhookSecrets by the name of the sender's key: what he sends has to be signed by it
@ConfigurationProperties("amends.intake.web")
record WebSettings(
        @DefaultValue("10MB") DataSize largestBody,
        @DefaultValue("32MB") DataSize bodiesInWork,
        @DefaultValue("3s") Duration turn,
        @DefaultValue("256") int requestsOfOne,
        @DefaultValue("3") int importsOfOne,
        @DefaultValue("100000") int rememberedKeys,
        @DefaultValue("6000") int webhookRate,
        @DefaultValue Map<String, String> webhookSecrets) {}
