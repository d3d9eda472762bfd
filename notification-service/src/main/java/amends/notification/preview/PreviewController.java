package amends.notification.preview;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.Remedy;
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
import amends.notification.rule.Promised;
import amends.notification.rule.Recipient;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Shows a letter as its customer will read it. Nothing is sent or kept.
@RestController
class PreviewController {

    private final Letters letters;
    private final Clock clock;

    PreviewController(Letters letters, Clock clock) {
        this.letters = letters;
        this.clock = clock;
    }

    /// A remedy that somebody proposes.
    record Offer(Remedy remedy, FreeText explanation) {

        Offer {
            Objects.requireNonNull(remedy, "remedy");
            Objects.requireNonNull(explanation, "explanation");
        }
    }

    /// What somebody writes, and to whom: a reply's text, a promise or a proposal, one of them.
    ///
    /// @param title what the customer called the matter
    /// @param language the customer's
    record LetterDraft(
            ComplaintId complaint,
            BrandName brand,
            EmailAddress to,
            @Nullable PersonName name,
            LanguageTag language,
            FreeText title,
            @Nullable FreeText text,
            @Nullable Promised promise,
            @Nullable Offer proposal) {

        LetterDraft {
            Objects.requireNonNull(complaint, "complaint");
            Objects.requireNonNull(brand, "brand");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(language, "language");
            Objects.requireNonNull(title, "title");
            if (Stream.of(text, promise, proposal).filter(Objects::nonNull).count() != 1) {
                throw new IllegalArgumentException("Say one of text, promise and proposal");
            }
        }

        Notice notice() {
            if (promise != null) {
                return new Notice.Promise(promise);
            }
            return proposal != null
                    ? new Notice.Proposal(proposal.remedy(), proposal.explanation())
                    : new Notice.Reply(Objects.requireNonNull(text));
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
    Rendered preview(@RequestBody LetterDraft draft) {
        return letters.write(
                        new Occasion(draft.complaint(), 0, clock.instant()),
                        draft.notice(),
                        draft.correspondence(),
                        draft.to())
                .message();
    }
}
