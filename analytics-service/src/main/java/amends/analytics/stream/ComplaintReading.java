package amends.analytics.stream;

import amends.analytics.facts.ComplaintFacts;
import amends.analytics.facts.FactsFold;
import amends.analytics.facts.KnownComplaint;
import amends.analytics.recurrence.Listening;
import amends.analytics.stream.Finding.ConcernHeard;
import amends.analytics.stream.Finding.CustomerComplained;
import amends.analytics.stream.Finding.FactsKnown;
import amends.analytics.stream.Finding.PartialTally;
import amends.analytics.tally.Cell;
import amends.analytics.tally.Measurement;
import amends.analytics.tally.Question;
import amends.analytics.tally.Stand;
import amends.analytics.tally.Tally;
import amends.contracts.complaint.ComplaintEvent.ComplaintMerged;
import amends.contracts.complaint.ComplaintEvent.ComplaintReceived;
import amends.contracts.complaint.ComplaintEvent.ComplaintUnmerged;
import amends.contracts.complaint.ComplaintEvent.CustomerRejoined;
import amends.contracts.complaint.ComplaintEvent.CustomerSeparated;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.contact.IdentifiedBy;

import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Folds the log into facts per complaint, and keeps for its part of the log what the complaints
/// count for in each figure.
final class ComplaintReading
        extends ContextualProcessor<String, @Nullable RecordedEvent, String, Finding> {

    static final String FACTS = "facts";
    static final String TALLIES = "partial-tallies";
    static final String CHANGED = "changed-partial-tallies";
    static final String CHANGED_FACTS = "changed-facts";

    /// Figures go first: after a large import their complaints follow within minutes.
    private static final int FACTS_AT_ONCE = 300;

    /// Read from disk in one go while nothing else is processed.
    private static final int COUNTED_AT_ONCE = 5_000;

    private final List<Question> questions;
    private final Listening listening;
    private final Duration publishEvery;
    private final int brandsApart;

    private KeyValueStore<String, ComplaintFacts> facts;
    private KeyValueStore<String, Tally> tallies;
    private ChangedKeys changed;
    private ChangedKeys changedFacts;
    private BrandCounting brandCounting;
    private BrandsApart brands;

    @SuppressWarnings("NullAway.Init") // set by init, before anything is processed
    ComplaintReading(
            List<Question> questions, Listening listening, Duration publishEvery, int brandsApart) {
        this.questions = questions;
        this.listening = listening;
        this.publishEvery = publishEvery;
        this.brandsApart = brandsApart;
    }

    @Override
    public void init(ProcessorContext<String, Finding> context) {
        super.init(context);
        facts = context.getStateStore(FACTS);
        tallies = context.getStateStore(TALLIES);
        changed = new ChangedKeys(context.getStateStore(CHANGED));
        changedFacts = new ChangedKeys(context.getStateStore(CHANGED_FACTS));
        brandCounting = new BrandCounting(facts, tallies, COUNTED_AT_ONCE);
        brands = new BrandsApart(tallies, brandsApart);
        context.schedule(publishEvery, PunctuationType.WALL_CLOCK_TIME, this::publish);
    }

    @Override
    public void process(Record<String, @Nullable RecordedEvent> record) {
        RecordedEvent event = record.value();
        if (event == null) {
            return;
        }
        boolean byBrand = brandCounting.hasReached(event.key());
        ComplaintFacts before = facts.get(event.key());
        ComplaintFacts after = FactsFold.fold(before, event);
        if (!after.equals(before)) {
            facts.put(event.key(), after);
            changedFacts.add(event.key());
            questions.forEach(
                    question -> count(question, before, after, c -> byBrand || c.brand() == null));
            find(event, after);
        }
    }

    private void count(
            Question question,
            @Nullable ComplaintFacts before,
            ComplaintFacts after,
            Predicate<Cell> where) {
        Stand past = before == null ? Stand.NOTHING : Stand.of(question, before);
        Stand.of(question, after)
                .since(past)
                .forEach(
                        (cell, difference) -> {
                            if (where.test(cell) && brands.count(cell)) {
                                change(question, cell, tally -> tally.plus(difference));
                            }
                        });
        for (Measurement measured : Measurement.of(question, before, after)) {
            measured.cells().stream()
                    .filter(where)
                    .filter(brands::count)
                    .forEach(cell -> change(question, cell, tally -> tally.plus(measured)));
        }
    }

    private void countBrands() {
        brandCounting.goOn(
                known ->
                        questions.forEach(
                                question -> count(question, null, known, c -> c.brand() != null)));
    }

    private void change(Question question, Cell cell, UnaryOperator<Tally> change) {
        String figure = FigureName.of(question.view(), cell.key());
        Tally known = tallies.get(figure);
        tallies.put(figure, change.apply(known == null ? Tally.EMPTY : known));
        changed.add(figure);
    }

    private void find(RecordedEvent event, ComplaintFacts complaint) {
        listening
                .hear(event, complaint)
                .ifPresent(concern -> forward(concern.product(), new ConcernHeard(concern)));
        if (complaint.origin().identifiedBy() != IdentifiedBy.CONTACT_ALONE) {
            findAboutCustomer(event, complaint.origin().customer().value());
        }
    }

    private void findAboutCustomer(RecordedEvent event, String customer) {
        if (event.event() instanceof ComplaintReceived) {
            forward(customer, complained(event, null));
        } else if (event.event() instanceof ComplaintMerged) {
            forward(customer, complained(event, -1));
        } else if (event.event() instanceof ComplaintUnmerged) {
            forward(customer, complained(event, 1));
        } else if (event.event() instanceof CustomerSeparated separated) {
            forward(separated.from().value(), complained(event, -1));
            forward(customer, complained(event, 1));
        } else if (event.event() instanceof CustomerRejoined rejoined) {
            forward(rejoined.from().value(), complained(event, -1));
            forward(customer, complained(event, 1));
        }
    }

    private static CustomerComplained complained(RecordedEvent event, @Nullable Integer change) {
        return new CustomerComplained(event.complaintId(), event.at(), change);
    }

    private void publish(long now) {
        countBrands();
        int part = context().taskId().partition();
        changed.drain(
                Integer.MAX_VALUE,
                figure ->
                        forward(
                                figure,
                                new PartialTally(
                                        part, Objects.requireNonNull(tallies.get(figure)))));
        changedFacts.drain(FACTS_AT_ONCE, this::forwardFacts);
    }

    private void forwardFacts(String complaint) {
        ComplaintFacts known = Objects.requireNonNull(facts.get(complaint));
        forward(complaint, new FactsKnown(new KnownComplaint(new ComplaintId(complaint), known)));
    }

    private void forward(String key, Finding finding) {
        context().forward(new Record<>(key, finding, context().currentSystemTimeMs()));
    }
}
