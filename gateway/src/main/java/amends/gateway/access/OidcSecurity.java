package amends.gateway.access;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

import java.util.Collection;

/// The connection to an OpenID provider, if one is named. He is asked about himself when somebody
/// first comes by him, so that the gateway also starts while he is away.
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression(OidcSecurity.CONNECTED)
class OidcSecurity {

    static final String CONNECTED = "!'${amends.gateway.access.oidc.issuer:}'.isBlank()";

    /// Stands in the address that the provider sends people back to: `/login/oauth2/code/oidc`.
    static final String REGISTRATION = "oidc";

    @Bean
    ClientRegistrationRepository provider(OidcSettings settings) {
        return new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(registration(settings)));
    }

    private static ClientRegistration registration(OidcSettings settings) {
        ClientRegistration.Builder registration =
                ClientRegistrations.fromIssuerLocation(settings.issuer())
                        .registrationId(REGISTRATION)
                        .clientId(settings.clientId())
                        .clientSecret(settings.clientSecret())
                        .scope(settings.scopes());
        if (settings.clientSecret().isBlank()) {
            registration.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        }
        return registration.build();
    }

    /// For programs: signed by the provider, not over, and meant for us.
    @Bean
    JwtDecoder tokens(OidcSettings settings) {
        return new SupplierJwtDecoder(
                () -> {
                    NimbusJwtDecoder decoder =
                            NimbusJwtDecoder.withIssuerLocation(settings.issuer()).build();
                    decoder.setJwtValidator(
                            new DelegatingOAuth2TokenValidator<>(
                                    JwtValidators.createDefaultWithIssuer(settings.issuer()),
                                    new JwtClaimValidator<Collection<String>>(
                                            JwtClaimNames.AUD,
                                            audience ->
                                                    audience != null
                                                            && audience.contains(
                                                                    settings.clientId()))));
                    return decoder;
                });
    }
}
