package amends.workflow.view;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;

import amends.contracts.complaint.AgentId;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds cases by what their customers were offered and by whose service was judged.
@Component
public class CareStore {

    private static final int MOST_COMPARED = 200;

    /// Amounts from half to twice as much are similar.
    private static final double SIMILAR = 2;

    private final MongoCollection<Document> cases;

    CareStore(MongoDatabase database) {
        this.cases = database.getCollection(CaseStore.COLLECTION);
    }

    /// What other customers were offered for the same cause in the same currency, if the amounts
    /// are similar: the nearest among the latest [#MOST_COMPARED].
    public List<Offer> comparable(Offer offer, int most) {
        double amount = offer.remedy().amount().doubleValue();
        Bson similar =
                and(
                        eq(CaseBson.OFFERED_FOR, CaseBson.offeredFor(offer)),
                        gte(CaseBson.AMOUNT, amount / SIMILAR),
                        lte(CaseBson.AMOUNT, amount * SIMILAR),
                        ne("_id", offer.complaint().value()));
        return newest(similar, MOST_COMPARED).stream()
                .map(Offer::made)
                .flatMap(Optional::stream)
                .sorted(offer.nearest())
                .limit(most)
                .toList();
    }

    /// What was seen of an agent's service in the latest cases that say anything of it.
    public AgentCare of(AgentId agent, int mostCases) {
        return AgentCare.of(agent, newest(eq(CaseBson.JUDGED, agent.value()), mostCases));
    }

    private List<CaseFile> newest(Bson filter, int most) {
        return cases.find(filter)
                .sort(Sorts.descending(CaseBson.RECEIVED_AT, "_id"))
                .limit(most)
                .map(CaseBson::read)
                .into(new ArrayList<>());
    }
}
