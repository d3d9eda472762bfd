package amends.intake.channel;

import amends.contracts.contact.ChannelName;
import amends.contracts.personal.FreeText;
import amends.contracts.quarantine.AsideKind;
import amends.contracts.wire.Wire;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;

/// The form page that customers fill in, as browsers send it. With a lot number it came by the code
/// on a packaging. Nobody is known who fills it in: only the fields of the form are read.
public final class FormChannel implements Channel {

    /// A field that people don't see and programs fill in.
    public static final String TRAP = "website";

    /// Where the page says that it was opened here.
    public static final String TOKEN = "token";

    /// Points at what is wrong with a page that was sent within a moment: a program does that, and
    /// sometimes a person, who sends it once more.
    public static final String AT_ONCE = "/" + TOKEN + "/at-once";

    private static final ChannelName NAME = new ChannelName("web-form");
    private static final int MOST_FILES = 10;

    private final CanonicalForm form;
    private final FormTokens tokens;

    public FormChannel(CanonicalForm form, FormTokens tokens) {
        this.form = form;
        this.tokens = tokens;
    }

    @Override
    public ChannelName name() {
        return NAME;
    }

    @Override
    public Reading read(Arrival arrival) {
        return read(arrival, false);
    }

    @Override
    public Reading readAsWritten(Arrival arrival) {
        return read(arrival, true);
    }

    private Reading read(Arrival arrival, boolean byPerson) {
        Arrival discreet = arrival.discreet();
        Optional<FormData> data = FormData.parse(discreet.mediaType(), discreet.content());
        if (data.isEmpty()) {
            return invalid(true, "Send the form as it is", "");
        }
        FormData fields = data.get();
        String token = fields.field(TOKEN);
        if (byPerson) {
            return written(fields, FormTokens.unique(token).orElse(token), discreet);
        }
        return switch (tokens.verdict(token, arrival.at())) {
            case FormTokens.Verdict.Useless() ->
                    invalid(false, "Open the form again and send it", "/" + TOKEN);
            case FormTokens.Verdict.TooFast(_) ->
                    fields.field(TRAP).isEmpty()
                            ? invalid(false, "Sent faster than people type; send it again", AT_ONCE)
                            : robot();
            case FormTokens.Verdict.Sound(String unique) ->
                    fields.field(TRAP).isEmpty() ? written(fields, unique, discreet) : robot();
        };
    }

    private Reading written(FormData fields, String unique, Arrival arrival) {
        List<FormPart> files = fields.files("file");
        if (files.size() > MOST_FILES) {
            return invalid(false, "At most " + MOST_FILES + " files", "/file");
        }
        ObjectNode json = Wire.mapper().createObjectNode();
        for (String same : List.of("text", "product", "occurredAt", "language")) {
            json.put(same, fields.field(same));
        }
        json.putArray("orders").add(fields.field("order"));
        ObjectNode customer = json.putObject("customer");
        for (String same : List.of("name", "email", "phone")) {
            customer.put(same, fields.field(same));
        }
        return Draft.of(
                json,
                arrival,
                form,
                false,
                draft -> translated(draft, fields, unique, Enclosures.of(files)));
    }

    /// A page that is sent twice is one contact; one that was changed meanwhile is another.
    private static Reading translated(
            Draft draft, FormData fields, String unique, Enclosures files) {
        String text = draft.own().needed("text");
        Optional<PackagingCode> code =
                PackagingCode.of(fields.field("product"), fields.field("lot"));
        code.ifPresent(it -> draft.put("text", it.inWords(text, draft.language(text))));
        return draft.identified("web-form", unique + "/" + fields.fingerprint(TOKEN))
                .enclosing(files)
                .complaint(code.isPresent() ? PackagingChannel.PACKAGING : NAME);
    }

    private static Reading robot() {
        return new Reading.SetAside(
                AsideKind.ROBOT, new FreeText("Filled in what nobody sees"), List.of());
    }

    private static Reading invalid(boolean malformed, String detail, String pointer) {
        return new Reading.Invalid(malformed, List.of(new Fault(detail, pointer)));
    }
}
