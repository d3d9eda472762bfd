package amends.gateway.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.nio.file.Path;

/// How the gateway tells services who calls, and where it keeps who is signed in.
///
/// @param identityKey the private key in PEM that it signs with; the launcher writes it at its
///   first start
/// @param sessions a folder for the sessions of people who are signed in
@ConfigurationProperties("amends.gateway.access")
record AccessSettings(
        @DefaultValue("identity-key.pem") Path identityKey,
        @DefaultValue("sessions") Path sessions) {}
