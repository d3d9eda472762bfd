package amends.gateway.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.time.Duration;

/// How often and how much.
///
/// @param key requests by one API key; generous, an import or a benchmark is one key
/// @param user requests by one console user
/// @param address requests from one address by those who are not known, survey links for example
/// @param form form pages sent from one address
/// @param failure failed keys, and separately failed log-ins, from one address
/// @param name failed log-ins of one user, from wherever they come
/// @param subjects how many keys, users and addresses are remembered; beyond it the one longest
///   unheard of is forgotten
/// @param single largest body of one complaint, event, mail or command
/// @param bulk largest bulk stream
/// @param survey largest survey answer
@ConfigurationProperties("amends.gateway.limits")
public record LimitSettings(
        @DefaultValue Rate key,
        @DefaultValue Rate user,
        @DefaultValue Rate address,
        @DefaultValue Rate form,
        @DefaultValue Rate failure,
        @DefaultValue Rate name,
        @DefaultValue("10000") int subjects,
        @DefaultValue("10MB") DataSize single,
        @DefaultValue("2GB") DataSize bulk,
        @DefaultValue("64KB") DataSize survey) {

    /// `requests` per `period`, as many at once as `burst`.
    public record Rate(
            @DefaultValue("1") long requests,
            @DefaultValue("1s") Duration period,
            @DefaultValue("1") long burst) {}
}
