package amends.intake.channel;

import amends.contracts.contact.ChannelName;
import amends.contracts.quarantine.AsideKind;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What telephone systems tell of a call (CTI and IVR). A call that nobody took becomes a contact
/// that asks to be called back, words that were written down become a contact, and so does being
/// led twice into the same menu; everything else is noted. All of one call is one complaint.
public final class CallChannel extends JsonChannel {

    private static final ChannelName CALL = new ChannelName("call");
    private static final ChannelName CALL_BACK = new ChannelName("call-back");
    private static final ChannelName VOICEMAIL = new ChannelName("voicemail");

    private static final int FEWEST_DIGITS = 3;

    private enum Event {
        OFFERED,
        ANSWERED,
        ON_HOLD,
        TRANSFERRED,
        ENDED,
        MISSED,
        ABANDONED,
        VOICEMAIL
    }

    public CallChannel(CanonicalForm form) {
        super("calls", form);
    }

    @Override
    public Set<ChannelName> contactsAs() {
        return Set.of(CALL, CALL_BACK, VOICEMAIL);
    }

    @Override
    Reading translated(Draft draft) {
        Event event = draft.own().oneOf("event", Event.class);
        String call = draft.own().needed("call");
        String caller = draft.own().text("from");
        String transcript = draft.own().text("transcript");
        List<String> menus = draft.own().texts("menus");
        draft.customer("phone", caller).together(CALL, call);
        if (event == null) {
            return draft.complaint(CALL); // which is at fault
        }
        if (transcript != null && !transcript.isBlank()) {
            draft.identified("call", call + "/" + Members.word(event)).put("text", transcript);
            return draft.complaint(event == Event.VOICEMAIL ? VOICEMAIL : CALL);
        }
        return switch (event) {
            case MISSED, ABANDONED, VOICEMAIL -> unanswered(draft, call, event, caller);
            case OFFERED, ANSWERED, ON_HOLD, TRANSFERRED, ENDED ->
                    repeated(menus)
                            .map(menu -> circled(draft, call, menu))
                            .orElseGet(() -> noted(draft, call, event));
        };
    }

    /// A call whose number is withheld can't be returned.
    private static Reading unanswered(
            Draft draft, String call, Event event, @Nullable String caller) {
        boolean isKnown =
                caller != null
                        && caller.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS;
        if (!isKnown && event != Event.VOICEMAIL) {
            return noted(draft, call, event);
        }
        String language = draft.language("");
        return draft.identified("call", call + "/call-back")
                .put("subject", Phrases.of(language, "call-back"))
                .put("text", Phrases.of(language, Members.word(event)))
                .complaint(CALL_BACK);
    }

    private static Reading circled(Draft draft, String call, String menu) {
        return draft.identified("call", call + "/circle")
                .put("text", Phrases.of(draft.language(""), "circle", menu))
                .complaint(CALL);
    }

    private static Reading noted(Draft draft, String call, Event event) {
        return draft.identified("call", call + "/" + Members.word(event))
                .notComplaint(
                        AsideKind.CALL_NOTICE,
                        Phrases.of(draft.language(""), "call", Members.word(event)),
                        CALL);
    }

    /// The first menu that he heard again, at once or after others.
    private static Optional<String> repeated(List<String> menus) {
        Set<String> seen = new HashSet<>();
        return menus.stream()
                .map(String::strip)
                .filter(menu -> !menu.isEmpty() && !seen.add(menu))
                .findFirst();
    }
}
