package amends.intake.drop;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.nio.file.Path;
import java.time.Duration;

/// @param folder with a folder per mapping in it; absent: nothing is looked for
/// @param poll how often to look
/// @param quiet how long a file must not have changed before it counts as whole
@ConfigurationProperties("amends.intake.drop")
record DropSettings(
        @Nullable Path folder,
        @DefaultValue("5s") Duration poll,
        @DefaultValue("10s") Duration quiet) {}
