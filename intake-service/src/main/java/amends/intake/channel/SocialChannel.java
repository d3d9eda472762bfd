package amends.intake.channel;

import amends.contracts.contact.ChannelName;

import java.util.Set;

/// Posts and comments on social networks, whatever network. Its author is known by his name there,
/// and a thread is one conversation.
public final class SocialChannel extends JsonChannel {

    private static final ChannelName SOCIAL = new ChannelName("social");

    public SocialChannel(CanonicalForm form) {
        super("social", form);
    }

    @Override
    public Set<ChannelName> contactsAs() {
        return Set.of(SOCIAL);
    }

    @Override
    Reading translated(Draft draft) {
        Members own = draft.own();
        String network = own.needed("network");
        String id = own.needed("id");
        String thread = own.text("thread");
        Members author = own.object("author");
        own.needed("text");
        return draft.identified("social", network + "/" + id)
                .put("conversation", network + "/" + (thread == null ? id : thread))
                .occurred(draft.time("postedAt"))
                .customer("account", network + ":" + author.needed("handle"))
                .customer("name", author.text("name"))
                .complaint(SOCIAL);
    }
}
