package amends.workflow.web;

import amends.contracts.complaint.ComplaintEvent;
import amends.contracts.complaint.RecordedEvent;
import amends.contracts.sla.ClockName;
import amends.workflow.policy.Policies;
import amends.workflow.sla.Ledger;
import amends.workflow.sla.LedgerFold;
import amends.workflow.sla.RecordedLedger;
import amends.workflow.stream.PolicyBook;
import amends.workflow.view.CaseFile;
import amends.workflow.view.CaseStore;
import amends.workflow.view.TimelineEntry;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/// Gives account of one clock of a complaint, so that anybody can follow why it stands as it does.
@RestController
class LedgerController {

    private static final String NOW = "now";
    private static final String THEN = "then";

    private final CaseStore cases;
    private final PolicyBook policies;
    private final Clock clock;

    LedgerController(CaseStore cases, PolicyBook policies, Clock clock) {
        this.cases = cases;
        this.policies = policies;
        this.clock = clock;
    }

    /// @param ledger as known now: the complaint's events under the policy and calendar in force;
    ///   or as known then: by the versions that the log's events name
    /// @param recorded what the log says of the clock itself, with the versions of policy and
    ///   calendar that it was decided under
    record Account(@JsonUnwrapped Ledger ledger, List<TimelineEntry> recorded) {}

    @GetMapping("/complaints/{idOrReference}/clocks/{name}")
    Account account(
            @PathVariable String idOrReference,
            @PathVariable ClockName name,
            @RequestParam(defaultValue = NOW) String known) {
        CaseFile file =
                cases.find(ComplaintPath.read(idOrReference))
                        .orElseThrow(() -> Problems.unknownComplaint(idOrReference));
        List<RecordedEvent> events = file.events();
        Ledger ledger = isThen(known) ? then(name, events) : now(name, events);
        List<TimelineEntry> recorded =
                file.timeline().stream().filter(entry -> isOf(entry.event(), name)).toList();
        return new Account(ledger, recorded);
    }

    private Ledger now(ClockName name, List<RecordedEvent> events) {
        Policies current = policies.current();
        return LedgerFold.of(name, current.sla(), current.calendars(), events, clock.instant())
                .orElseThrow(() -> unknown(name, current));
    }

    private Ledger then(ClockName name, List<RecordedEvent> events) {
        return RecordedLedger.of(name, policies, events, clock.instant())
                .orElseThrow(
                        () ->
                                Problems.of(
                                        HttpStatus.NOT_FOUND,
                                        "The log knows nothing of %s: a measure, or a clock that never ran; ask with known=now"
                                                .formatted(name)));
    }

    private static boolean isThen(String known) {
        return switch (known) {
            case THEN -> true;
            case NOW -> false;
            default ->
                    throw Problems.of(
                            HttpStatus.BAD_REQUEST, "`known` is `%s` or `%s`".formatted(NOW, THEN));
        };
    }

    private static boolean isOf(ComplaintEvent event, ClockName name) {
        return event instanceof ComplaintEvent.OfClock ofClock && ofClock.clock().equals(name);
    }

    private static ErrorResponseException unknown(ClockName name, Policies policies) {
        List<ClockName> known =
                Stream.concat(
                                policies.sla().clocks().stream().map(rule -> rule.clock()),
                                policies.sla().measures().stream().map(measure -> measure.clock()))
                        .toList();
        return Problems.of(
                HttpStatus.NOT_FOUND, "There is no clock %s; use one of %s".formatted(name, known));
    }
}
