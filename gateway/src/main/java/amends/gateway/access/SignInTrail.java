package amends.gateway.access;

import amends.contracts.access.AuditEvent;
import amends.contracts.access.SignInWay;
import amends.contracts.access.Subject;
import amends.contracts.complaint.Actor;
import amends.contracts.complaint.ActorName;
import amends.gateway.directory.AuditTrail;
import amends.gateway.directory.Directory;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.Optional;

/// Writes sign-ins, refused ones and sign-outs into the audit trail.
@Component
final class SignInTrail {

    private static final String NOBODY = "unknown";

    private final AuditTrail trail;
    private final Directory directory;

    SignInTrail(AuditTrail trail, Directory directory) {
        this.trail = trail;
        this.directory = directory;
    }

    void signedIn(String user, SignInWay way, HttpServletRequest from) {
        trail.happened(Subject.user(user), person(user), from, new AuditEvent.SignedIn(way));
    }

    void signedOut(String user, HttpServletRequest from) {
        trail.happened(Subject.user(user), person(user), from, new AuditEvent.SignedOut());
    }

    void passwordRefused(@Nullable String tried, HttpServletRequest from) {
        String known =
                Optional.ofNullable(tried)
                        .filter(name -> directory.user(name).isPresent())
                        .orElse(NOBODY);
        refused(Subject.user(known), SignInWay.PASSWORD, from);
    }

    void keyRefused(HttpServletRequest from) {
        refused(Subject.key(NOBODY), SignInWay.API_KEY, from);
    }

    void refused(SignInWay way, HttpServletRequest from) {
        refused(Subject.user(NOBODY), way, from);
    }

    private void refused(Subject who, SignInWay way, HttpServletRequest from) {
        trail.happened(who, person(NOBODY), from, new AuditEvent.SignInRefused(way));
    }

    private static Actor person(String name) {
        return new Actor(Actor.Kind.AGENT, new ActorName(name));
    }
}
