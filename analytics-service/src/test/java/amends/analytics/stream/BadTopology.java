package amends.analytics.stream;

import com.mongodb.client.MongoDatabase;

/// Breaks a rule on purpose.
public record BadTopology(MongoDatabase database) {}
