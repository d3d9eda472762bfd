package amends.gateway.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.nio.file.Path;

/// Where the credentials stand.
///
/// @param credentials the file that the launcher writes at its first start
@ConfigurationProperties("amends.gateway.access")
record AccessSettings(@DefaultValue("credentials.json") Path credentials) {}
