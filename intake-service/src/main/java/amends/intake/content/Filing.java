package amends.intake.content;

import amends.contracts.contact.Attachment;
import amends.contracts.contact.Contact;
import amends.contracts.contact.ContentHash;
import amends.contracts.contact.ScanFinding;
import amends.intake.channel.FileContent;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts the files of contacts away, those that the virus scan lets through.
public final class Filing {

    private final ContentStore files;
    private final VirusScan scan;

    Filing(ContentStore files, VirusScan scan) {
        this.files = files;
        this.scan = scan;
    }

    /// Returns when its files are durable, or withheld.
    ///
    /// @return the contact as it goes on the log: with what was found in its files
    /// @throws IOException when they can't be made so now; nothing may be promised then
    public Contact file(Contact contact, List<FileContent> these) throws IOException {
        Map<ContentHash, ScanFinding> findings = new HashMap<>();
        for (FileContent file : these) {
            Optional<ScanFinding> found = scan.look(file.bytes());
            if (found.isPresent()) {
                files.withhold(file.hash(), found.get());
                findings.put(file.hash(), found.get());
            } else {
                files.keep(file);
            }
        }
        return findings.isEmpty() ? contact : marked(contact, findings);
    }

    private static Contact marked(Contact contact, Map<ContentHash, ScanFinding> findings) {
        List<Attachment> attachments =
                contact.content().attachments().stream()
                        .map(each -> marked(each, findings.get(each.hash())))
                        .toList();
        return contact.with(contact.content().with(attachments));
    }

    private static Attachment marked(Attachment attachment, @Nullable ScanFinding finding) {
        return finding == null ? attachment : attachment.withheld(finding);
    }
}
