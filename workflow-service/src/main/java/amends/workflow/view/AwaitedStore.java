package amends.workflow.view;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/// Finds the cases that wait for somebody with authority, oldest complaint first. Pages are filled
/// with what somebody may see, however much else waits before it.
@Component
public class AwaitedStore {

    private final MongoCollection<Document> cases;

    AwaitedStore(MongoDatabase database) {
        this.cases = database.getCollection(CaseStore.COLLECTION);
    }

    /// @param cursor the `next` of the page before
    public Page<AwaitedApproval> approvals(Sight sight, @Nullable String cursor, int most) {
        Page<CaseFile> page = oldest(Awaited.APPROVAL, sight, cursor, most);
        return new Page<>(page.items().stream().map(AwaitedApproval::of).toList(), page.next());
    }

    /// The appeals that nobody has decided.
    ///
    /// @param cursor the `next` of the page before
    public Page<AwaitedAppeal> appeals(Sight sight, @Nullable String cursor, int mostCases) {
        Page<CaseFile> page = oldest(Awaited.APPEAL, sight, cursor, mostCases);
        return new Page<>(page.items().stream().flatMap(AwaitedAppeal::of).toList(), page.next());
    }

    private Page<CaseFile> oldest(Awaited what, Sight sight, @Nullable String cursor, int most) {
        List<CaseFile> found = new ArrayList<>();
        try (MongoCursor<CaseFile> waiting =
                cases.find(waiting(what, cursor))
                        .sort(Sorts.ascending(CaseBson.RECEIVED_AT, "_id"))
                        .map(CaseBson::read)
                        .iterator()) {
            while (found.size() <= most && waiting.hasNext()) {
                CaseFile file = waiting.next();
                if (sight.covers(file.row())) {
                    found.add(file);
                }
            }
        }
        if (found.size() <= most) {
            return new Page<>(found, null);
        }
        List<CaseFile> shown = found.subList(0, most);
        BoardRow last = shown.getLast().row();
        return new Page<>(shown, Cursor.write(last.receivedAt().toEpochMilli(), last.id()));
    }

    private static Bson waiting(Awaited what, @Nullable String cursor) {
        Bson waiting = eq(CaseBson.AWAITS, what.toString());
        return cursor == null ? waiting : and(waiting, after(Cursor.read(cursor, 2)));
    }

    private static Bson after(List<String> cursor) {
        Date receivedAt = Date.from(Instant.ofEpochMilli(Long.parseLong(cursor.getFirst())));
        return or(
                gt(CaseBson.RECEIVED_AT, receivedAt),
                and(eq(CaseBson.RECEIVED_AT, receivedAt), gt("_id", cursor.getLast())));
    }
}
