package amends.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.complaint.ComplaintReference;
import amends.contracts.contact.BrandName;
import amends.contracts.contact.ChannelName;
import amends.contracts.contact.ContactId;
import amends.contracts.contact.SourceName;

import org.junit.jupiter.api.Test;

import java.util.Random;

class IdentityTest {

    private static final ComplaintId SOME =
            ComplaintId.derive(new BrandName("Example"), new ChannelName("email"), "<1@a>");

    @Test
    void theSameConversationIsTheSameComplaint() {
        assertThat(ComplaintId.derive(new BrandName("Example"), new ChannelName("email"), "<1@a>"))
                .isEqualTo(SOME);
        assertThat(ComplaintId.derive(new BrandName("Example"), new ChannelName("email"), "<2@a>"))
                .isNotEqualTo(SOME);
    }

    @Test
    void partsDoNotRunIntoEachOther() {
        assertThat(ContactId.derive(new SourceName("ab"), "c"))
                .isNotEqualTo(ContactId.derive(new SourceName("a"), "bc"));
    }

    @Test
    void aReferenceLeadsBackToItsComplaintHoweverItIsTyped() {
        String shown = SOME.reference().toString();
        assertThat(shown).matches("([0-9A-Z]{4}-){3}[0-9A-Z]");
        for (String typed :
                new String[] {
                    shown,
                    shown.toLowerCase(java.util.Locale.ROOT),
                    shown.replace("-", ""),
                    shown.replace("-", " "),
                    shown.replace('0', 'o')
                }) {
            assertThat(ComplaintReference.parse(typed).orElseThrow().complaintId()).isEqualTo(SOME);
        }
    }

    @Test
    void everyWrongCharacterIsNoticed() {
        String plain = SOME.reference().plain();
        String alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        for (int i = 0; i < plain.length(); i++) {
            for (char other : alphabet.toCharArray()) {
                if (other != plain.charAt(i)) {
                    String wrong = plain.substring(0, i) + other + plain.substring(i + 1);
                    assertThat(ComplaintReference.parse(wrong)).as(wrong).isEmpty();
                }
            }
        }
    }

    @Test
    void idsSpreadEvenly() {
        Random random = new Random(7);
        long distinct =
                java.util.stream.IntStream.range(0, 100_000)
                        .mapToObj(
                                i ->
                                        ComplaintId.derive(
                                                new BrandName("b"),
                                                new ChannelName("c"),
                                                "" + random.nextLong()))
                        .distinct()
                        .count();
        assertThat(distinct).isEqualTo(100_000);
    }
}
