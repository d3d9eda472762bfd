package amends.intake.channel;

import amends.contracts.contact.ChannelName;

import java.util.Set;

/// Complaints by the code that is printed on packaging, sent by programs that read the code
/// themselves. A camera opens the same link as a form, see [FormChannel].
public final class PackagingChannel extends JsonChannel {

    static final ChannelName PACKAGING = new ChannelName("packaging-code");

    public PackagingChannel(CanonicalForm form) {
        super("packaging-code", form);
    }

    @Override
    public Set<ChannelName> contactsAs() {
        return Set.of(PACKAGING);
    }

    @Override
    Reading translated(Draft draft) {
        Members own = draft.own();
        PackagingCode code = PackagingCode.parse(own.needed("code")).orElse(null);
        if (code == null) {
            own.fault("code", "is not a link with product and lot, like …/form?product=K2&lot=L42");
        } else {
            String text = own.needed("text");
            draft.put("product", code.product())
                    .put("text", code.inWords(text, draft.language(text)));
        }
        return draft.identified("packaging-code", own.needed("id")).complaint(PACKAGING);
    }
}
