package amends.notification.preview;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.contact.BrandName;
import amends.contracts.contact.LanguageTag;
import amends.contracts.notification.Rendered;
import amends.contracts.personal.EmailAddress;
import amends.contracts.personal.FreeText;
import amends.contracts.personal.PersonName;
import amends.notification.rule.Correspondence;
import amends.notification.rule.Letters;
import amends.notification.rule.Notice;
import amends.notification.rule.Occasion;
import amends.notification.rule.Recipient;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Shows a reply as its customer will read it. Nothing is sent or kept.
@RestController
class PreviewController {

    private final Letters letters;
    private final Clock clock;

    PreviewController(Letters letters, Clock clock) {
        this.letters = letters;
        this.clock = clock;
    }

    /// A reply that somebody writes, and to whom.
    ///
    /// @param title what the customer called the matter
    /// @param language the customer's
    record ReplyDraft(
            ComplaintId complaint,
            BrandName brand,
            EmailAddress to,
            @Nullable PersonName name,
            LanguageTag language,
            FreeText title,
            FreeText text) {

        ReplyDraft {
            Objects.requireNonNull(complaint, "complaint");
            Objects.requireNonNull(brand, "brand");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(language, "language");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(text, "text");
        }

        Correspondence correspondence() {
            return new Correspondence(
                    complaint.reference(),
                    brand,
                    new Recipient(name, List.of(to), language),
                    title,
                    true,
                    Map.of(),
                    0,
                    null);
        }
    }

    @PostMapping("/notifications/preview")
    Rendered preview(@RequestBody ReplyDraft draft) {
        return letters.write(
                        new Occasion(draft.complaint(), 0, clock.instant()),
                        new Notice.Reply(draft.text()),
                        draft.correspondence(),
                        draft.to())
                .message();
    }
}
