package amends.workflow.routing;

import amends.contracts.complaint.AgentId;
import amends.contracts.complaint.ComplaintId;
import amends.contracts.contact.ChannelName;
import amends.contracts.contact.CustomerId;
import amends.contracts.name.Crockford;
import amends.contracts.routing.DispatchEvent;
import amends.contracts.routing.QueueName;
import amends.contracts.routing.Skill;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Complaints as tests let them wait.
record Waiting(DispatchEvent.ComplaintWaits event) {

    static Waiting complaint(String name, Instant since) {
        return new Waiting(
                new DispatchEvent.ComplaintWaits(
                        id(name),
                        new QueueName("general"),
                        new TreeSet<>(),
                        0,
                        null,
                        since,
                        null,
                        null,
                        null,
                        null));
    }

    static ComplaintId id(String name) {
        return new ComplaintId(Crockford.hash(12, name));
    }

    Waiting score(int score) {
        return with(event.skills(), score, levels(), event.channel(), event.customer(), owner());
    }

    Waiting needs(String skill, int level) {
        TreeMap<Skill, Integer> levels = new TreeMap<>();
        TreeSet<Skill> skills = new TreeSet<>(event.skills());
        skills.add(new Skill(skill));
        if (level > 1) {
            levels.put(new Skill(skill), level);
        }
        return with(skills, event.score(), levels, event.channel(), event.customer(), owner());
    }

    Waiting by(String channel) {
        return with(
                event.skills(),
                event.score(),
                levels(),
                new ChannelName(channel),
                event.customer(),
                owner());
    }

    Waiting of(String customer) {
        CustomerId id = new CustomerId(Crockford.hash(26, customer));
        return with(event.skills(), event.score(), levels(), event.channel(), id, owner());
    }

    Waiting earlierOf(String agent) {
        return with(
                event.skills(),
                event.score(),
                levels(),
                event.channel(),
                event.customer(),
                new AgentId(agent));
    }

    private @Nullable AgentId owner() {
        return event.earlierOwner();
    }

    private @Nullable TreeMap<Skill, Integer> levels() {
        return event.levels() == null ? null : new TreeMap<>(event.levels());
    }

    private Waiting with(
            SortedSet<Skill> skills,
            int score,
            @Nullable TreeMap<Skill, Integer> levels,
            @Nullable ChannelName channel,
            @Nullable CustomerId customer,
            @Nullable AgentId earlierOwner) {
        return new Waiting(
                new DispatchEvent.ComplaintWaits(
                        event.complaint(),
                        event.queue(),
                        skills,
                        score,
                        event.due(),
                        event.since(),
                        levels,
                        channel,
                        customer,
                        earlierOwner));
    }
}
