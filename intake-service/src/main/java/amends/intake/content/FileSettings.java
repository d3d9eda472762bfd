package amends.intake.content;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/// Where the files of contacts are kept.
///
/// @param folder unless there is a bucket
/// @param leastFree what the folder's disk has to have left; below, mails with files wait at their
///   senders
/// @param s3 a bucket that all instances share
@ConfigurationProperties("amends.intake.files")
record FileSettings(
        Path folder,
        @DefaultValue("256MB") DataSize leastFree,
        @DefaultValue Bucket s3,
        @DefaultValue Scan scan) {

    /// Who looks for viruses in them.
    ///
    /// @param clamd host and port of ClamAV's daemon; absent: nobody looks
    /// @param patience for one file; afterwards the file is withheld, or waits while the scanner
    ///   says nothing at all
    record Scan(@Nullable String clamd, @DefaultValue("30s") Duration patience) {}

    /// A bucket of Amazon's, or of a server that speaks as Amazon's do.
    ///
    /// @param bucket absent: files are kept in the folder
    /// @param endpoint absent: Amazon's, by the region
    /// @param accessKey absent: the usual places, `AWS_ACCESS_KEY_ID` of the environment first
    /// @param pathStyle whether the bucket stands in the path and not in the host name
    /// @param patience how long it may take until a file counts as not kept
    record Bucket(
            @Nullable String bucket,
            @Nullable URI endpoint,
            @DefaultValue("us-east-1") String region,
            @Nullable String accessKey,
            @Nullable String secretKey,
            @DefaultValue("false") boolean pathStyle,
            @DefaultValue("10s") Duration patience) {

        /// Without the secret.
        @Override
        public String toString() {
            return bucket + " at " + (endpoint == null ? region : endpoint);
        }
    }
}
