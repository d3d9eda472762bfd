package amends.intake.channel;

import amends.contracts.contact.ChannelName;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Letters and faxes: a form with the field `cover` (JSON: who wrote, when) and one or several
/// files `scan`. The words are those that somebody typed on the cover, else those that a machine
/// read; without either it waits in quarantine, where it is tried again.
public final class LetterChannel implements PostedChannel {

    private static final ChannelName NAME = new ChannelName("letters");
    private static final ChannelName LETTER = new ChannelName("letter");
    private static final ChannelName FAX = new ChannelName("fax");
    private static final Set<String> SCANS = Set.of("application/pdf", "image/tiff");

    private final CanonicalForm form;
    private final Transcriber transcriber;

    private enum Kind {
        LETTER,
        FAX
    }

    public LetterChannel(CanonicalForm form, Transcriber transcriber) {
        this.form = form;
        this.transcriber = transcriber;
    }

    @Override
    public ChannelName name() {
        return NAME;
    }

    @Override
    public String mediaType() {
        return FORM_DATA;
    }

    @Override
    public Set<ChannelName> contactsAs() {
        return Set.of(LETTER, FAX);
    }

    @Override
    public Reading read(Arrival arrival) {
        Arrival discreet = arrival.discreet();
        Optional<FormData> data = FormData.parse(discreet.mediaType(), discreet.content());
        if (data.isEmpty()) {
            return invalid(true, "Send a form of parts, each whole", "");
        }
        List<FormPart> scans = data.get().files("scan");
        if (scans.isEmpty() || !scans.stream().allMatch(scan -> SCANS.contains(scan.mediaType()))) {
            return invalid(false, "scan must be one or several files of " + SCANS, "/scan");
        }
        return CanonicalForm.parsed(
                data.get().bytes("cover"),
                cover -> Draft.of(cover, discreet, form, false, draft -> translated(draft, scans)));
    }

    private Reading translated(Draft draft, List<FormPart> scans) {
        Kind kind = draft.own().oneOf("kind", Kind.class);
        draft.identified("letter", draft.own().needed("id")).enclosing(Enclosures.of(scans));
        String typed = draft.own().text("text");
        if (typed == null || typed.isBlank()) {
            String read =
                    scans.stream()
                            .flatMap(
                                    scan ->
                                            transcriber
                                                    .words(scan.mediaType(), scan.content())
                                                    .stream())
                            .collect(Collectors.joining("\n"));
            if (read.isBlank() && draft.isSound()) {
                return Reading.Unclear.because(
                        "needs-transcription",
                        "Nobody typed its words and no machine read them. Send it again with"
                                + " `text` on the cover, or try again when a reader is set up.");
            }
            draft.put("text", read);
        }
        return draft.complaint(kind == Kind.FAX ? FAX : LETTER);
    }

    private static Reading invalid(boolean malformed, String detail, String pointer) {
        return new Reading.Invalid(malformed, List.of(new Fault(detail, pointer)));
    }
}
