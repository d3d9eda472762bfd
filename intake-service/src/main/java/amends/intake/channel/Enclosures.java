package amends.intake.channel;

import amends.contracts.contact.Attachment;
import amends.contracts.contact.MediaTypeName;
import amends.contracts.personal.FreeText;
import amends.intake.normalise.PlainText;

import java.util.ArrayList;
import java.util.List;

/// Files that came with an input, and how their contact names them, in the same order.
record Enclosures(List<Attachment> attachments, List<FileContent> files) {

    static final Enclosures NONE = new Enclosures(List.of(), List.of());

    private static final String ANY_BYTES = "application/octet-stream";

    Enclosures {
        attachments = List.copyOf(attachments);
        files = List.copyOf(files);
    }

    static Enclosures of(List<FormPart> parts) {
        List<Attachment> attachments = new ArrayList<>();
        List<FileContent> files = new ArrayList<>();
        for (FormPart part : parts) {
            FileContent file = new FileContent(part.content());
            files.add(file);
            attachments.add(attachment(part, file));
        }
        return new Enclosures(attachments, files);
    }

    private static Attachment attachment(FormPart part, FileContent file) {
        String type = part.mediaType();
        return new Attachment(
                new FreeText(PlainText.ofPlain(part.fileName())),
                new MediaTypeName(
                        type.contains("/") && type.length() <= MediaTypeName.LONGEST
                                ? type
                                : ANY_BYTES),
                file.bytes().length,
                file.hash());
    }
}
