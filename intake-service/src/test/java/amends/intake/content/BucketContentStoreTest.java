package amends.intake.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import amends.intake.channel.FileContent;
import amends.intake.content.FileSettings.Bucket;

import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/// The same promises over the wire, to a server that checks Amazon's signatures.
class BucketContentStoreTest extends ContentStoreContract {

    private static S3Proxy server;
    private static int buckets;

    private String bucket;
    private S3Client client;

    @BeforeAll
    static void start() throws Exception {
        server =
                S3Proxy.builder()
                        .blobStore(new TransientNio2BlobStore())
                        .endpoint(URI.create("http://127.0.0.1:0"))
                        .awsAuthentication(AuthenticationType.AWS_V4, "key", "secret")
                        .build();
        server.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.stop();
    }

    @BeforeEach
    void createBucket() {
        bucket = "files-" + buckets++;
        client = BucketClient.of(settings(server.getPort(), "secret"));
        client.createBucket(create -> create.bucket(bucket));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Override
    ContentStore store() {
        return new BucketContentStore(bucket, client);
    }

    @Override
    List<String> kept() {
        return client.listObjectsV2(list -> list.bucket(bucket)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    @Override
    void leave(FileContent file) {
        client.putObject(
                put -> put.bucket(bucket).key(file.hash().value()),
                RequestBody.fromBytes(file.bytes()));
    }

    @Test
    void aBucketThatRefusesIsToldAtTheStartAndOneThatIsAwayIsWaitedFor() {
        new BucketContentStore(bucket, client).checkRights();
        try (S3Client wrong = BucketClient.of(settings(server.getPort(), "guessed"));
                S3Client away = BucketClient.of(settings(1, "secret"))) {
            assertThatIllegalStateException()
                    .isThrownBy(new BucketContentStore(bucket, wrong)::checkRights)
                    .withMessageContaining("s3:ListBucket");
            assertThatIllegalStateException()
                    .isThrownBy(new BucketContentStore("none", client)::checkRights);
            new BucketContentStore(bucket, away).checkRights();
        }
    }

    @Test
    void aKeyWithoutItsSecretIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BucketClient.of(settings(server.getPort(), null)))
                .withMessageContaining("secret-key");
    }

    @Test
    void twoInstancesSeeTheSame() throws Exception {
        store().keep(FILE);
        try (S3Client other = BucketClient.of(settings(server.getPort(), "secret"))) {
            assertThat(bytes(new BucketContentStore(bucket, other).find(FILE.hash()).orElseThrow()))
                    .isEqualTo(FILE.bytes());
        }
    }

    @Test
    void nothingIsPromisedByABucketThatIsNotThere() {
        ContentStore store = new BucketContentStore("none", client);
        assertThatIOException().isThrownBy(() -> store.keep(FILE));
        assertThatIOException().isThrownBy(() -> store.find(FILE.hash()));
    }

    @Test
    void nothingIsPromisedToWhoeverHasTheWrongKey() {
        try (S3Client wrong = BucketClient.of(settings(server.getPort(), "guessed"))) {
            ContentStore store = new BucketContentStore(bucket, wrong);
            assertThatIOException().isThrownBy(() -> store.keep(FILE));
            assertThatIOException().isThrownBy(() -> store.find(FILE.hash()));
        }
        assertThat(kept()).isEmpty();
    }

    @Test
    void nothingIsPromisedByAServerThatIsAway() {
        try (S3Client away = BucketClient.of(settings(1, "secret"))) {
            ContentStore store = new BucketContentStore(bucket, away);
            assertThatIOException().isThrownBy(() -> store.keep(FILE));
            assertThatIOException().isThrownBy(() -> store.withhold(FILE.hash(), FINDING));
            assertThatIOException().isThrownBy(() -> store.find(FILE.hash()));
        }
    }

    private static Bucket settings(int port, String secret) {
        return new Bucket(
                "unused",
                URI.create("http://127.0.0.1:" + port),
                "us-east-1",
                "key",
                secret,
                true,
                Duration.ofSeconds(30));
    }
}
