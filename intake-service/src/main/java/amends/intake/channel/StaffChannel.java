package amends.intake.channel;

import amends.contracts.contact.ChannelName;

import java.util.Set;

/// What staff write down of a conversation: at the counter of a branch (`reception`) or at a
/// customer's (`field-visit`). The branch is the source of the contact.
public final class StaffChannel extends JsonChannel {

    private final ChannelName channel;

    private StaffChannel(String name, CanonicalForm form) {
        super(name, form);
        this.channel = new ChannelName(name);
    }

    public static StaffChannel reception(CanonicalForm form) {
        return new StaffChannel("reception", form);
    }

    public static StaffChannel fieldVisit(CanonicalForm form) {
        return new StaffChannel("field-visit", form);
    }

    @Override
    public Set<ChannelName> contactsAs() {
        return Set.of(channel);
    }

    @Override
    Reading translated(Draft draft) {
        Members own = draft.own();
        String branch = own.needed("branch");
        if (channel.value().length() + branch.length() >= ChannelName.LONGEST) {
            own.fault("branch", "is too long for a name");
        }
        String id = own.needed("id");
        own.needed("text");
        return draft.identified(channel.value(), id)
                .put("source", channel + ":" + branch.strip())
                .complaint(channel);
    }
}
