package amends.intake.content;

import amends.contracts.contact.ContentHash;
import amends.contracts.contact.ScanFinding;
import amends.intake.channel.FileContent;
import amends.intake.content.ContentStore.Found.Stored;
import amends.intake.content.ContentStore.Found.Withheld;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.utils.Md5Utils;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Keeps files in a bucket that speaks S3, each under its hash, so that all instances see the same.
/// An object has its name only when all of it is there, and the bucket says whether it came whole.
final class BucketContentStore implements ContentStore, AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(BucketContentStore.class);
    private static final String NEVER_KEPT = "0";
    private static final int FAILS_ITSELF = 500;
    private static final String NEEDED =
            "; it has to be there and to allow s3:ListBucket, s3:GetObject, s3:PutObject"
                    + " and s3:DeleteObject";
    private static final String ANY_BYTES = "application/octet-stream";

    private final String bucket;
    private final S3Client client;

    BucketContentStore(String bucket, S3Client client) {
        this.bucket = bucket;
        this.client = client;
    }

    /// A bucket tells that a file is not there only to whoever may list it, else it refuses.
    ///
    /// @throws IllegalStateException when the bucket refuses to be used as it will have to be; one
    ///   that can't be reached may be there later
    void checkRights() {
        try {
            get(NEVER_KEPT).ifPresent(ResponseInputStream::abort);
        } catch (S3Exception e) {
            if (e.statusCode() < FAILS_ITSELF) {
                throw new IllegalStateException(notNow(e).getMessage() + NEEDED, e);
            }
            LOGGER.warn("{}", notNow(e).getMessage());
        } catch (SdkException e) {
            LOGGER.warn("{}", notNow(e).getMessage());
        }
    }

    @Override
    public void keep(FileContent file) throws IOException {
        try {
            delete(withheld(file.hash()));
            if (!isKept(file)) {
                put(file.hash().value(), file.bytes());
            }
        } catch (SdkException e) {
            throw notNow(e);
        }
    }

    @Override
    public void withhold(ContentHash hash, ScanFinding finding) throws IOException {
        try {
            put(withheld(hash), finding.value().getBytes(StandardCharsets.UTF_8));
            delete(hash.value());
        } catch (SdkException e) {
            throw notNow(e);
        }
    }

    private void put(String key, byte[] bytes) {
        client.putObject(
                put ->
                        put.bucket(bucket)
                                .key(key)
                                .contentType(ANY_BYTES)
                                .contentMD5(Md5Utils.md5AsBase64(bytes)),
                RequestBody.fromBytes(bytes));
    }

    private void delete(String key) {
        client.deleteObject(delete -> delete.bucket(bucket).key(key));
    }

    private static String withheld(ContentHash hash) {
        return hash + ".withheld";
    }

    private boolean isKept(FileContent file) {
        try {
            return client.headObject(head -> head.bucket(bucket).key(file.hash().value()))
                            .contentLength()
                    == file.bytes().length;
        } catch (NoSuchKeyException e) {
            return false;
        }
    }

    @Override
    public Optional<Found> find(ContentHash hash) throws IOException {
        try {
            Optional<Found> finding = finding(hash);
            return finding.isPresent()
                    ? finding
                    : get(hash.value())
                            .map(kept -> new Stored(kept.response().contentLength(), kept));
        } catch (SdkException e) {
            throw notNow(e);
        }
    }

    private Optional<Found> finding(ContentHash hash) throws IOException {
        var told = get(withheld(hash));
        if (told.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream words = told.get()) {
            String finding = new String(words.readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(new Withheld(new ScanFinding(finding)));
        }
    }

    private Optional<ResponseInputStream<GetObjectResponse>> get(String key) {
        try {
            return Optional.of(client.getObject(get -> get.bucket(bucket).key(key)));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    private IOException notNow(SdkException e) {
        return new IOException(
                "The bucket " + bucket + " does not take part: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        client.close();
    }
}
