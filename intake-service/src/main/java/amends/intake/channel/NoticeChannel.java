package amends.intake.channel;

import amends.contracts.contact.ChannelName;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Notices of authorities and inquiries of media: a complaint that has already gone outside. All
/// about one file number is one complaint.
public final class NoticeChannel extends JsonChannel {

    private static final ChannelName AUTHORITY = new ChannelName("authority-notice");
    private static final ChannelName MEDIA = new ChannelName("media-notice");

    private enum Sender {
        AUTHORITY,
        MEDIA
    }

    public NoticeChannel(CanonicalForm form) {
        super("notices", form);
    }

    @Override
    public Set<ChannelName> contactsAs() {
        return Set.of(AUTHORITY, MEDIA);
    }

    @Override
    Reading translated(Draft draft) {
        Members own = draft.own();
        Members from = own.object("from");
        Sender sender = from.oneOf("kind", Sender.class);
        String name = from.needed("name");
        String file = own.needed("fileNumber");
        if (own.text("id") == null) {
            draft.identified("notice", name + "/" + file);
        } else {
            draft.identified("notice", name + "/" + own.needed("id"));
        }
        if (own.object("customer").isEmpty()) {
            draft.customer("name", name).customer("account", "notice:" + name);
        }
        draft.put("conversation", name + "/" + file)
                .put("text", words(draft, name, file, own.needed("text")));
        return draft.complaint(sender == Sender.MEDIA ? MEDIA : AUTHORITY);
    }

    /// Whoever works on it sees at once from whom it is and until when it has to be answered.
    private static String words(Draft draft, String name, String file, String text) {
        List<String> words = new ArrayList<>();
        String language = draft.language(text);
        words.add(Phrases.of(language, "notice", name, file));
        Instant answerBy = draft.time("answerBy");
        if (answerBy != null) {
            String written = draft.own().needed("answerBy");
            words.add(Phrases.of(language, "answer-by", written.strip()));
        }
        words.add(text);
        return String.join("\n", words);
    }
}
