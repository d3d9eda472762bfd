package amends.gateway.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.List;
import java.util.Map;

/// Which OpenID provider people and programs may be known by, and how his words are understood.
///
/// @param issuer his address; empty: there is none
/// @param clientId what the gateway is called there; bearer tokens must be meant for it
/// @param name the claim that holds a person's name; a token without it is a program's
/// @param roles his words for roles; what is not named here is a role by our own word, or none
/// @param rolesClaim where his words for roles are, dots lead into an object: `realm_access.roles`
/// @param brandsClaim brands that somebody sees; a claim that is absent limits nothing
/// @param queuesClaim queues that somebody sees
/// @param channelsClaim channels that a program sends by
@ConfigurationProperties("amends.gateway.access.oidc")
record OidcSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("amends") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue({"openid", "profile"}) List<String> scopes,
        @DefaultValue("preferred_username") String name,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue Map<String, String> roles,
        @DefaultValue("brands") String brandsClaim,
        @DefaultValue("queues") String queuesClaim,
        @DefaultValue("channels") String channelsClaim) {

    boolean isConnected() {
        return !issuer.isBlank();
    }
}
