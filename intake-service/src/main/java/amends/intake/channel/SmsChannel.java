package amends.intake.channel;

import amends.contracts.contact.ChannelName;
import amends.intake.normalise.Mentions;

import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;

/// Text messages. A reference in the words leads to its complaint; without one, what a number sends
/// on one day is one conversation.
public final class SmsChannel extends JsonChannel {

    private static final ChannelName SMS = new ChannelName("sms");
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

    public SmsChannel(CanonicalForm form) {
        super("sms", form);
    }

    @Override
    public Set<ChannelName> contactsAs() {
        return Set.of(SMS);
    }

    @Override
    Reading translated(Draft draft) {
        Members own = draft.own();
        String from = own.needed("from");
        if (!from.isEmpty() && !E164.matcher(from).matches()) {
            own.fault("from", "must be a phone number in E.164, like +819012345678");
        }
        String text = own.needed("text");
        own.needed("sentAt");
        Instant sent = draft.time("sentAt");
        draft.identified("sms", own.needed("id")).customer("phone", from).occurred(sent);
        if (sent != null && own.text("conversation") == null) {
            draft.conversation(from, sent);
        }
        if (own.text("reference") == null) {
            Mentions.reference(text)
                    .ifPresent(reference -> draft.put("reference", reference.toString()));
        }
        return draft.complaint(SMS);
    }
}
