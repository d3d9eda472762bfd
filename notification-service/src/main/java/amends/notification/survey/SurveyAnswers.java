package amends.notification.survey;

import amends.contracts.complaint.SurveyAnswer;
import amends.contracts.notification.NotificationEvent.SurveyAnswered;
import amends.contracts.notification.NotificationId;
import amends.contracts.notification.RecordedNotification;
import amends.contracts.wire.Topics;
import amends.notification.log.DeliveryLog;

import com.mongodb.MongoException;

import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Puts answers on the log, one per question. The workflow has the last word on a second one that
/// slips through.
class SurveyAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(SurveyAnswers.class);
    private static final int REMEMBERED = 10_000;
    private static final long PATIENCE_SECONDS = 15;

    private final KafkaTemplate<String, byte[]> kafka;
    private final DeliveryLog log;
    private final Set<NotificationId> lately =
            Collections.synchronizedSet(Collections.newSetFromMap(new Recent()));

    SurveyAnswers(KafkaTemplate<String, byte[]> kafka, DeliveryLog log) {
        this.kafka = kafka;
        this.log = log;
    }

    /// How taking an answer ended.
    enum Taken {
        RECORDED,
        ANSWERED_BEFORE,
        NOT_NOW
    }

    boolean isAnswered(SurveyTicket ticket) {
        return lately.contains(ticket.question()) || isAnsweredInLog(ticket);
    }

    /// Returns when the answer is durable.
    Taken take(SurveyTicket ticket, SurveyAnswer answer, Instant now) {
        if (isAnsweredInLog(ticket) || !lately.add(ticket.question())) {
            return Taken.ANSWERED_BEFORE;
        }
        boolean durable = record(ticket, answer, now);
        if (!durable) {
            lately.remove(ticket.question());
        }
        return durable ? Taken.RECORDED : Taken.NOT_NOW;
    }

    private boolean isAnsweredInLog(SurveyTicket ticket) {
        try {
            return log.find(ticket.question()).map(entry -> entry.answer() != null).orElse(false);
        } catch (MongoException e) {
            LOG.warn("The delivery log cannot be asked; the answer is taken, workflow judges it");
            return false;
        }
    }

    private boolean record(SurveyTicket ticket, SurveyAnswer answer, Instant now) {
        RecordedNotification fact =
                new RecordedNotification(
                        ticket.complaint(),
                        now,
                        new SurveyAnswered(ticket.question(), ticket.round(), answer));
        try {
            kafka.send(Topics.NOTIFICATIONS.record(fact)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.warn(
                    "A survey answer could not be made durable; the customer is asked to send it"
                            + " again",
                    e);
        }
        return false;
    }

    /// Bounds what is remembered; the delivery log knows the rest.
    private static final class Recent extends LinkedHashMap<NotificationId, Boolean> {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<NotificationId, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }
}
