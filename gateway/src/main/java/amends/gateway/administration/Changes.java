package amends.gateway.administration;

import amends.contracts.access.AccessState;
import amends.contracts.access.AuditEvent;
import amends.contracts.access.RecordedAccess;
import amends.contracts.access.Subject;
import amends.contracts.complaint.Actor;
import amends.gateway.access.Callers;
import amends.gateway.directory.AccessTopics;
import amends.gateway.directory.AuditTrail;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Makes changes one after the other: first the line of the audit trail, then the change, which is
/// in force when the call is answered.
@Component
final class Changes {

    private final AccessTopics topics;
    private final AuditTrail trail;
    private final Callers callers;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();

    Changes(AccessTopics topics, AuditTrail trail, Callers callers, InstantSource clock) {
        this.topics = topics;
        this.trail = trail;
        this.callers = callers;
        this.clock = clock;
    }

    /// What is decided in it is not overtaken by another change.
    <T> T alone(Supplier<T> change) {
        lock.lock();
        try {
            return change.get();
        } finally {
            lock.unlock();
        }
    }

    void make(Subject subject, AccessState state, HttpServletRequest from, AuditEvent... events) {
        Actor by = callers.current().orElseThrow().actor();
        for (AuditEvent event : events) {
            trail.before(subject, by, from, event);
        }
        topics.put(new RecordedAccess(subject, now(), by, state));
    }

    Instant now() {
        return clock.instant();
    }
}
