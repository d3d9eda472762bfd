package amends.intake.content;

import amends.contracts.contact.ContentHash;
import amends.contracts.contact.ScanFinding;
import amends.intake.channel.FileContent;
import amends.intake.content.ContentStore.Found.Stored;
import amends.intake.content.ContentStore.Found.Withheld;

import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.utils.Md5Utils;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Keeps files in a bucket that speaks S3, each under its hash, so that all instances see the same.
/// An object has its name only when all of it is there, and the bucket says whether it came whole.
final class BucketContentStore implements ContentStore, AutoCloseable {

    private static final String ANY_BYTES = "application/octet-stream";

    private final String bucket;
    private final S3Client client;

    BucketContentStore(String bucket, S3Client client) {
        this.bucket = bucket;
        this.client = client;
    }

    @Override
    public void keep(FileContent file) throws IOException {
        try {
            if (!isKept(file)) {
                delete(withheld(file.hash()));
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
