package amends.intake.channel;

import amends.contracts.contact.Attachment;
import amends.contracts.contact.MediaTypeName;
import amends.contracts.personal.FreeText;
import amends.intake.normalise.PlainText;

import java.util.List;

/// Files that came with an input, and how their contact names them, in the same order.
record Enclosures(List<Attachment> attachments, List<FileContent> files) {

    static final Enclosures NONE = new Enclosures(List.of(), List.of());

    private static final String ANY_BYTES = "application/octet-stream";

    Enclosures {
        attachments = List.copyOf(attachments);
        files = List.copyOf(files);
    }

    static Enclosures of(List<FormData.Part> parts) {
        return new Enclosures(
                parts.stream().map(Enclosures::attachment).toList(),
                parts.stream().map(part -> new FileContent(part.content())).toList());
    }

    private static Attachment attachment(FormData.Part part) {
        String type = part.mediaType();
        return new Attachment(
                new FreeText(PlainText.ofPlain(part.fileName())),
                new MediaTypeName(
                        type.contains("/") && type.length() <= MediaTypeName.LONGEST
                                ? type
                                : ANY_BYTES),
                part.content().length,
                new FileContent(part.content()).hash());
    }
}
