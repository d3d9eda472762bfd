package amends.gateway.directory;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.nio.file.Path;

/// Whom the gateway knows when it has not been told by anybody.
///
/// @param credentials the file that the launcher writes at its first start
@ConfigurationProperties("amends.gateway.access")
record DirectorySettings(@DefaultValue("credentials.json") Path credentials) {}
