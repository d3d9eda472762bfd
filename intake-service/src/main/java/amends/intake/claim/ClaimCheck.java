package amends.intake.claim;

import amends.contracts.contact.ContactId;
import amends.contracts.contact.SourceName;
import amends.contracts.ledger.RecordedClaim;
import amends.contracts.personal.FreeText;
import amends.contracts.policy.PolicyName;
import amends.intake.channel.EmailChannel;

import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// One claim and what of it has not been found yet. Found once is found for ever, so the log is
/// read on from where it was read to.
final class ClaimCheck {

    private static final Logger LOGGER = LoggerFactory.getLogger(ClaimCheck.class);
    private static final int MOST_LISTED = 100;

    private final RecordedClaim claim;
    private final Map<String, String> missing = new LinkedHashMap<>();
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final CountDownLatch look = new CountDownLatch(1);
    private long counted;

    ClaimCheck(RecordedClaim claim) {
        this.claim = claim;
        for (FreeText id : claim.ids()) {
            missing.put(contact(id.value()), id.value());
        }
    }

    RecordedClaim claim() {
        return claim;
    }

    boolean hasIds() {
        return !claim.ids().isEmpty();
    }

    Map<TopicPartition, Long> positions() {
        return positions;
    }

    synchronized void found(String contactId) {
        missing.remove(contactId);
    }

    /// It lies in quarantine under the id that was told beside it.
    synchronized void foundUnderId(SourceName source, String id) {
        if (source.equals(claim.source())) {
            missing.remove(contact(id));
        }
    }

    /// @param booked what intake has booked for the source in the span
    synchronized void counted(long booked) {
        counted = booked;
    }

    /// It was looked for once, as far as the log went.
    void looked() {
        look.countDown();
    }

    boolean isLookedFor() {
        return look.getCount() == 0;
    }

    /// Waits for the first look, and no longer than this.
    void awaitLook(Duration most) {
        try {
            if (!look.await(most.toMillis(), TimeUnit.MILLISECONDS)) {
                LOGGER.debug("Claim {} is looked for later", claim.id());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized Standing standing() {
        long told = Objects.requireNonNullElse(claim.count(), (long) claim.ids().size());
        long arrived =
                hasIds() ? claim.ids().stream().distinct().count() - missing.size() : counted;
        long lacking =
                Math.max(
                        missing.size(),
                        claim.count() == null ? 0 : Math.max(0, told - Math.max(counted, arrived)));
        List<String> ids = missing.values().stream().limit(MOST_LISTED).toList();
        return new Standing(
                claim.id(),
                claim.source().value(),
                claim.from(),
                claim.until(),
                claim.count(),
                arrived,
                lacking,
                ids,
                isLookedFor());
    }

    /// A minute's books are whole minutes.
    boolean covers(Instant minute) {
        return minute.plusSeconds(60).isAfter(claim.from()) && minute.isBefore(claim.until());
    }

    /// Mails are told apart by their Message-ID alone, whatever mailbox they reach.
    private SourceName giver(String id) {
        return id.startsWith("<") && id.endsWith(">") ? EmailChannel.MAIL : claim.source();
    }

    private String contact(String id) {
        SourceName source = Objects.requireNonNullElseGet(claim.within(), () -> giver(id));
        PolicyName mapping = claim.mapping();
        return ContactId.derive(source, mapping == null ? id : mapping + ":" + id).value();
    }
}
