package amends.gateway.administration;

import amends.contracts.access.PasswordHash;
import amends.contracts.personal.FreeText;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Which passwords will do: long ones. Bcrypt looks at the first 72 bytes, so there may not be
/// more.
@Component
final class Passwords {

    private static final int SHORTEST = 12;
    private static final int MOST_BYTES = 72;

    private final PasswordEncoder encoder;

    Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    PasswordHash hash(@Nullable FreeText password) {
        String text = password == null ? "" : password.value();
        if (text.codePointCount(0, text.length()) < SHORTEST
                || text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new Refused(
                    HttpStatus.BAD_REQUEST,
                    "A password has at least %d characters and at most %d bytes."
                            .formatted(SHORTEST, MOST_BYTES));
        }
        return new PasswordHash(Objects.requireNonNull(encoder.encode(text)));
    }
}
