package amends.intake.web;

import amends.contracts.contact.ContentHash;
import amends.contracts.contact.SourceName;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.Map;

/// Remembers which payload an idempotency key stood for.
///
/// The memory is bounded and ends with the process. Beyond it nothing is taken twice either,
/// because the key becomes the source's own id and the same id is the same contact; only the
/// refusal of another payload is then missing.
@Component
class IdempotencyKeys {

    private record Key(SourceName source, String value) {}

    private record Use(ContentHash payload, boolean running) {}

    private final Map<Key, Use> uses;

    IdempotencyKeys(WebSettings settings) {
        this.uses =
                new LinkedHashMap<>() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<Key, Use> eldest) {
                        return size() > settings.rememberedKeys();
                    }
                };
    }

    /// The right to use a key; to be closed whatever happens.
    final class Claim implements AutoCloseable {

        private final Key key;
        private final ContentHash payload;
        private boolean done;

        private Claim(Key key, ContentHash payload, boolean repeated) {
            this.key = key;
            this.payload = payload;
            this.done = repeated;
        }

        void done() {
            done = true;
        }

        @Override
        public void close() {
            synchronized (uses) {
                if (done) {
                    uses.put(key, new Use(payload, false));
                } else {
                    uses.remove(key);
                }
            }
        }
    }

    /// @throws Refusal 422 when the key stood for another payload, 409 when a request with it is
    ///   being handled
    Claim claim(SourceName source, String value, ContentHash payload) {
        Key key = new Key(source, value);
        synchronized (uses) {
            Use before = uses.get(key);
            if (before != null && !before.payload().equals(payload)) {
                throw new Refusal(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "This Idempotency-Key was used for another payload. Use a new key for a new"
                                + " complaint.");
            }
            if (before != null && before.running()) {
                throw new Refusal(
                        HttpStatus.CONFLICT,
                        "A request with this Idempotency-Key is being handled. Wait for its"
                                + " answer.");
            }
            uses.put(key, new Use(payload, true));
            return new Claim(key, payload, before != null);
        }
    }
}
