package amends.gateway.directory;

import amends.contracts.access.AddressKind;
import amends.contracts.access.AuditEvent;
import amends.contracts.access.RecordedAudit;
import amends.contracts.access.Subject;
import amends.contracts.complaint.Actor;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;

/// Writes down who came in, who was turned away, and who changed whose rights.
@Component
public final class AuditTrail {

    private final AccessTopics topics;
    private final InstantSource clock;

    AuditTrail(AccessTopics topics, InstantSource clock) {
        this.topics = topics;
        this.clock = clock;
    }

    /// Something that has happened already.
    public void happened(Subject to, Actor by, HttpServletRequest from, AuditEvent event) {
        topics.putSoon(line(to, by, from, event));
    }

    /// Something that is about to be done, and only if this is durable.
    ///
    /// @throws NotDurable when it is not
    public void before(Subject to, Actor by, HttpServletRequest from, AuditEvent event) {
        topics.put(line(to, by, from, event));
    }

    private RecordedAudit line(Subject to, Actor by, HttpServletRequest from, AuditEvent event) {
        return new RecordedAudit(to, clock.instant(), by, kind(from.getRemoteAddr()), event);
    }

    /// An IPv6 address within a site counts as private.
    static AddressKind kind(String address) {
        try {
            InetAddress from = InetAddress.getByName(address);
            if (from.isLoopbackAddress()) {
                return AddressKind.LOOPBACK;
            }
            boolean unique =
                    from.getAddress().length == 16 && (from.getAddress()[0] & 0xfe) == 0xfc;
            return from.isSiteLocalAddress() || from.isLinkLocalAddress() || unique
                    ? AddressKind.PRIVATE
                    : AddressKind.PUBLIC;
        } catch (UnknownHostException e) {
            return AddressKind.PUBLIC;
        }
    }
}
