package amends.workflow.view;

import amends.contracts.complaint.AgentId;
import amends.contracts.routing.QueueName;
import amends.contracts.wire.Wire;

import org.bson.Document;

import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;

/// How a case stands in MongoDB: what lists are filtered and ordered by as fields, row and timeline
/// as their JSON text. A case is written at each change and always whole; as nested documents it
/// took four times the processor time, here and in the database.
final class CaseBson {

    static final String ROW = "row";
    static final String OPEN = "open";
    static final String RECEIVED_AT = "receivedAt";
    static final String QUEUE = "queue";
    static final String STATUS = "status";
    static final String OWNER = "owner";
    static final String CUSTOMER = "customer";
    static final String POINTS = "points";
    static final String OFFERED_FOR = "offeredFor";
    static final String AMOUNT = "amount";
    static final String JUDGED = "judged";
    static final String AWAITS = "awaits";
    private static final String TIMELINE = "timeline";
    private static final String VERSION = "version";

    private CaseBson() {}

    static Document write(CaseFile file) {
        BoardRow row = file.row();
        QueueName queue = row.queue();
        AgentId owner = row.owner();
        Document document =
                new Document("_id", row.id().value())
                        .append(VERSION, row.version())
                        .append(OPEN, row.isOpen())
                        .append(RECEIVED_AT, Date.from(row.receivedAt()))
                        .append(QUEUE, queue == null ? null : queue.value())
                        .append(STATUS, row.status().toString())
                        .append(OWNER, owner == null ? null : owner.value())
                        .append(CUSTOMER, row.customer().id().value())
                        .append(ROW, json(row))
                        .append(TIMELINE, json(file.timeline()));
        Offer.made(file)
                .ifPresent(
                        offer ->
                                document.append(OFFERED_FOR, offeredFor(offer))
                                        .append(AMOUNT, offer.remedy().amount().doubleValue()));
        List<String> judged = CareFold.judged(file.timeline());
        if (!judged.isEmpty()) {
            document.append(JUDGED, judged);
        }
        List<String> points = ContactPoints.of(file).all();
        if (!points.isEmpty()) {
            document.append(POINTS, points);
        }
        List<String> awaits = Awaited.of(file);
        return awaits.isEmpty() ? document : document.append(AWAITS, awaits);
    }

    /// What comparable offers have in common, besides amounts that are near each other.
    static String offeredFor(Offer offer) {
        return offer.rootCause() + " " + offer.remedy().currency();
    }

    static CaseFile read(Document document) {
        List<TimelineEntry> timeline =
                List.of(Wire.read(bytes(document, TIMELINE), TimelineEntry[].class));
        return new CaseFile(readRow(document), timeline);
    }

    static BoardRow readRow(Document document) {
        return Wire.read(bytes(document, ROW), BoardRow.class);
    }

    private static String json(Object value) {
        return new String(Wire.write(value), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Document document, String field) {
        return document.getString(field).getBytes(StandardCharsets.UTF_8);
    }
}
