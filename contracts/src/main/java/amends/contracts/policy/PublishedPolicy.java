package amends.contracts.policy;

import amends.contracts.complaint.Actor;
import amends.contracts.wire.Message;

import tools.jackson.databind.JsonNode;

import java.time.Instant;

/// One version of one policy, in force from the moment it is read until a higher version comes.
public record PublishedPolicy(
        PolicyVersion version, Instant publishedAt, Actor publishedBy, JsonNode body)
        implements Message {

    @Override
    public String key() {
        return version.toString();
    }

    @Override
    public String messageId() {
        return version.toString();
    }

    @Override
    public String type() {
        return "PolicyPublished";
    }

    @Override
    public Instant time() {
        return publishedAt;
    }
}
