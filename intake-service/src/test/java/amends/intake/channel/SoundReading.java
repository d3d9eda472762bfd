package amends.intake.channel;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.contact.Contact;
import amends.contracts.contact.ContactContent;
import amends.contracts.quarantine.RecordedQuarantine;
import amends.contracts.wire.Topics;
import amends.contracts.wire.Wire;
import amends.intake.normalise.Hashes;
import amends.intake.normalise.PlainCards;
import amends.intake.normalise.PlainText;
import amends.intake.publish.Keeping;

import java.util.List;

/// What a reading must be whatever arrived: the same each time, and either a contact that says
/// something, or kept, or refused with what to correct; and what goes to the log can be read from
/// it.
final class SoundReading {

    private static final String TIMES = "0001-01-01T00:00:00Z";
    private static final String END = "9999-12-31T23:59:59Z";

    private SoundReading() {}

    static void of(Channel channel, Arrival arrival) {
        Reading reading = channel.read(arrival);
        of(channel, arrival, reading);
        assertThat(comparable(channel.read(arrival)))
                .as("read again")
                .isEqualTo(comparable(reading));
    }

    static void of(Channel channel, Arrival arrival, Reading reading) {
        switch (reading) {
            case Reading.Understood(Contact contact, List<FileContent> files) -> {
                sound(contact);
                sound(contact.content(), files);
            }
            case Reading.Unclear unclear -> kept(Keeping.quarantined(channel, arrival, unclear));
            case Reading.SetAside aside -> kept(Keeping.setAside(channel, arrival, aside));
            case Reading.Invalid(boolean _, List<Fault> faults) ->
                    assertThat(faults).isNotEmpty().noneMatch(fault -> fault.detail().isBlank());
        }
    }

    /// Files are told apart by their hashes, which their contact names.
    private static Object comparable(Reading reading) {
        return reading instanceof Reading.Understood(Contact contact, _) ? contact : reading;
    }

    private static void kept(RecordedQuarantine kept) {
        byte[] written = Topics.QUARANTINE.record(kept).value();
        assertThat(Wire.read(written, RecordedQuarantine.class)).isEqualTo(kept);
    }

    private static void sound(Contact contact) {
        byte[] written = Topics.CONTACTS.record(contact).value();
        assertThat(Wire.read(written, Contact.class)).isEqualTo(contact);
        assertThat(contact.content().receivedAt()).isBetween(TIMES, END);
        if (contact.content().occurredAt() != null) {
            assertThat(contact.content().occurredAt()).isBetween(TIMES, END);
        }
    }

    private static void sound(ContactContent content, List<FileContent> files) {
        String text = content.text().value();
        String subject = content.subject() == null ? "" : content.subject().value();
        assertThat(!text.isBlank() || !subject.isBlank() || !files.isEmpty())
                .as("it says something")
                .isTrue();
        assertThat(text).hasSizeLessThanOrEqualTo(PlainText.LONGEST);
        PlainCards.areNotIn(text);
        PlainCards.areNotIn(subject);
        assertThat(content.attachments()).hasSameSizeAs(files);
        for (int i = 0; i < files.size(); i++) {
            byte[] bytes = files.get(i).bytes();
            assertThat(content.attachments().get(i).size()).isEqualTo(bytes.length);
            assertThat(content.attachments().get(i).hash()).isEqualTo(Hashes.of(bytes));
        }
    }
}
