package amends.intake.channel;

import amends.contracts.contact.ChannelName;
import amends.contracts.quarantine.AsideKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Transcripts of chats: turns in their order, and who said each. What the customer said is the
/// text; the rest stays in the original.
public final class ChatChannel extends JsonChannel {

    private static final ChannelName CHAT = new ChannelName("chat");
    private static final String NOBODY_SAID = "The customer said nothing in this chat";

    private enum Speaker {
        CUSTOMER,
        AGENT,
        BOT,
        SYSTEM
    }

    public ChatChannel(CanonicalForm form) {
        super("chat", form);
    }

    @Override
    public Set<ChannelName> contactsAs() {
        return Set.of(CHAT);
    }

    @Override
    Reading translated(Draft draft) {
        draft.identified("chat", draft.own().needed("id"));
        List<String> words = new ArrayList<>();
        for (Members turn : draft.own().objects("turns")) {
            Speaker speaker = turn.oneOf("by", Speaker.class);
            String text = turn.text("text");
            if (speaker == Speaker.CUSTOMER && text != null && !text.isBlank()) {
                words.add(text);
            }
        }
        return words.isEmpty()
                ? draft.notComplaint(AsideKind.CHAT_NOTICE, NOBODY_SAID, CHAT)
                : draft.put("text", String.join("\n", words)).complaint(CHAT);
    }
}
