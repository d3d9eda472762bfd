package amends.intake.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.contact.Contact;
import amends.contracts.notification.FailureReason;
import amends.contracts.notification.NotificationEvent.NotificationBounced;
import amends.contracts.notification.NotificationId;
import amends.contracts.notification.NotificationKind;
import amends.contracts.notification.RecordedNotification;
import amends.contracts.quarantine.AsideKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class MachinesTest {

    private static final ComplaintId COMPLAINT = new ComplaintId("K3F9Q2X7MN5T");
    private static final NotificationId NOTIFICATION =
            new NotificationId("7ZQ4KX2M9N5T0V8W3Y6B1C4D2F");
    private static final String OUR_HEADERS =
            "Message-ID: <"
                    + NOTIFICATION
                    + "@amends.example>\r\n"
                    + "References: <"
                    + COMPLAINT
                    + "@amends.example>\r\n"
                    + "Amends-Notification-Kind: FOLLOW_UP\r\n"
                    + "Subject: Did it help?\r\n";

    @ParameterizedTest
    @CsvSource({
        "Auto-Submitted: auto-replied (vacation),AUTOMATIC_REPLY",
        "X-Autoreply: yes,AUTOMATIC_REPLY",
        "Precedence: auto_reply,AUTOMATIC_REPLY",
        "X-Failed-Recipients: b@example.com,DELIVERY_FAILURE",
        "Amends-Notification-Kind: THANKS,LOOP",
        "Message-ID: <7ZQ4KX2M9N5T0V8W3Y6B1C4D2F@Amends.Example>,LOOP"
    })
    void aMachinesMailIsNoComplaint(String header, AsideKind kind) {
        assertThat(
                        machine(header + "\r\nFrom: a@example.com\r\nSubject: s\r\n\r\nI am away")
                                .kind())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: no",
                "Auto-Submitted: auto-generated",
                "Return-Path: <>",
                "List-Id: <support.example.com>\r\nList-Post: <mailto:support@example.com>",
                "Precedence: list\r\nList-Post: <mailto:support@example.com>",
                "Precedence: bulk\r\nReferences: <K3F9Q2X7MN5T@amends.example>",
                "List-Id: <a.example.com>\r\nReferences: <K3F9Q2X7MN5T@amends.example>",
                "Precedence: first-class",
                "Subject: Out of office chairs",
                "Subject: Automatic reply never came",
                "Subject: Re: Automatic reply: hi",
                "Subject: My question (automatic reply)",
                "Subject: 自動返信が届きません",
                "Subject: 不在通知: 荷物が届かない",
                "Subject: Fwd: 【自動返信】お問い合わせ",
                "X-Auto-Response-Suppress: All",
                "Return-Path: <a@example.com>",
                "In-Reply-To: <x@example.com>"
            })
    void aPersonsMailIsNotTakenForAMachines(String header) {
        assertThat(read(header + "\r\nFrom: a@example.com\r\n\r\nIt leaks"))
                .isInstanceOf(Reading.Understood.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Precedence: bulk",
                "Precedence: List",
                "List-Id: News <news.example.com>",
                "List-Unsubscribe: <https://example.com/u>",
                "List-Id: <news.example.com>\r\nList-Post: NO",
                "List-Unsubscribe: <mailto:u@example.com>\r\nReferences: <issue-1@example.com>"
            })
    void whatIsSentToManyIsNoComplaint(String headers) {
        assertThat(
                        machine(
                                        headers
                                                + "\r\nFrom: a@example.com\r\nSubject: Our spring"
                                                + " offers\r\n\r\nBuy two")
                                .kind())
                .isEqualTo(AsideKind.MAILING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Auto-Submitted: auto-generated", "Return-Path: <>"})
    void whatAFormSaysTooCountsOnlyInAnAnswer(String header) {
        for (String answer : List.of("In-Reply-To", "References")) {
            assertThat(
                            machine(
                                            header
                                                    + "\r\n"
                                                    + answer
                                                    + ": <x@example.com>\r\n"
                                                    + "From: a@example.com\r\n\r\n"
                                                    + "I am away")
                                    .kind())
                    .isEqualTo(AsideKind.AUTOMATIC_REPLY);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"不在票が入っていません", "不在連絡票の件", "不在でした"})
    void whoWritesOfAMissedParcelIsNoMachine(String subject) {
        String mail = "From: a@example.com\r\nIn-Reply-To: <x@example.com>\r\nSubject: ";
        assertThat(read(mail + subject + "\r\n\r\nIt is wrong"))
                .isInstanceOf(Reading.Understood.class);
        assertThat(machine(mail + "不在のお知らせ\r\n\r\nI am away").kind())
                .isEqualTo(AsideKind.AUTOMATIC_REPLY);
    }

    @Test
    void aMachinesMailCanBeReadAsAPersons() {
        Arrival mail =
                Channels.arrival(
                        "message/rfc822",
                        "From: a@example.com\r\nX-Autoreply: yes\r\n\r\nIt leaks");
        assertThat(Channels.EMAIL.read(mail)).isInstanceOf(Reading.SetAside.class);
        assertThat(Channels.understood(Channels.EMAIL.readAsWritten(mail)).content().text().value())
                .isEqualTo("It leaks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Automatic reply: Your complaint",
                "Automatic reply: hi",
                "Automatic reply",
                "Auto-Reply: hi",
                "Out of office: until Monday",
                "自動返信",
                "自動返信: お問い合わせ",
                "(自動応答) お問い合わせ",
                "自动回复: 您好",
                "Abwesenheitsnotiz: Ihre Frage",
                "【自動返信】お問い合わせ",
                "Out of Office",
                "自动回复：您好"
            })
    void aMailThatSaysFirstToBeAutomaticIsBelieved(String subject) {
        String mail = "From: a@example.com\r\nSubject: " + subject + "\r\n";
        assertThat(machine(mail + "In-Reply-To: <x@example.com>\r\n\r\nI am away").kind())
                .isEqualTo(AsideKind.AUTOMATIC_REPLY);
        assertThat(machine(mail + "\r\nI am away").kind()).isEqualTo(AsideKind.AUTOMATIC_REPLY);
    }

    @Test
    void anAnswerMaySayItInMoreWords() {
        String mail = "From: a@example.com\r\nSubject: Out of office until Monday\r\n";
        assertThat(machine(mail + "In-Reply-To: <x@example.com>\r\n\r\nI am away").kind())
                .isEqualTo(AsideKind.AUTOMATIC_REPLY);
        assertThat(read(mail + "\r\nIt is wrong")).isInstanceOf(Reading.Understood.class);
    }

    @Test
    void aMailThatGoesInCirclesIsALoop() {
        assertThat(machine("Received: by x\r\n".repeat(51) + "From: a@b.c\r\n\r\nhi").kind())
                .isEqualTo(AsideKind.LOOP);
    }

    @Test
    void aMailOfOursThatCouldNotBeDeliveredIsNamed() {
        Reading.SetAside machine = machine(report("failed", "5.1.1", OUR_HEADERS));
        assertThat(machine.kind()).isEqualTo(AsideKind.DELIVERY_FAILURE);
        assertThat(machine.detail().value()).isEqualTo("failed, 5.1.1");
        assertThat(machine.about())
                .containsExactly(
                        new RecordedNotification(
                                COMPLAINT,
                                Channels.NOW,
                                new NotificationBounced(
                                        NOTIFICATION,
                                        NotificationKind.FOLLOW_UP,
                                        new FailureReason("dsn-5.1.1"))));
    }

    @Test
    void aDelayOrSomebodyElsesMailIsOnlyKept() {
        Reading.SetAside delayed = machine(report("delayed", "4.4.1", OUR_HEADERS));
        assertThat(delayed.kind()).isEqualTo(AsideKind.DELIVERY_NOTICE);
        assertThat(delayed.about()).isEmpty();
        assertThat(
                        machine(
                                        report(
                                                "failed",
                                                "5.1.1",
                                                OUR_HEADERS.replace("amends.example", "b.example")))
                                .about())
                .isEmpty();
        assertThat(machine(report("failed", "nonsense <a@b.c>", OUR_HEADERS)).about())
                .extracting(each -> ((NotificationBounced) each.event()).reason().value())
                .containsExactly("dsn-5.0.0");
    }

    @Test
    void anAnswerToAMailOfOursBelongsToItsComplaint() {
        for (String answer :
                List.of(
                        "In-Reply-To: <n@amends.example>\r\n"
                                + "References: <K3F9Q2X7MN5T@amends.example>",
                        "To: reply+" + COMPLAINT.reference().plain() + "@amends.example",
                        "Subject: Re: [" + COMPLAINT.reference() + "] Did it help?")) {
            Contact contact =
                    Channels.understood(
                            read(answer + "\r\nFrom: a@example.com\r\n\r\nIt still leaks"));
            assertThat(contact.complaintId()).as(answer).isEqualTo(COMPLAINT);
        }
        assertThat(
                        Channels.understood(
                                        read(
                                                "References: <K3F9Q2X7MN5T@b.example>\r\n"
                                                        + "From: a@example.com\r\n\r\n"
                                                        + "It leaks"))
                                .complaintId())
                .isNotEqualTo(COMPLAINT);
    }

    @Test
    void reportsOfTheCollectionsAreRecognised() throws IOException {
        Path folder =
                Path.of(
                        System.getProperty("amends.shared.data"),
                        "mail/mail-mikel/emails/multipart_report_emails");
        assumeThat(folder).as("collection of reports").exists();
        Map<AsideKind, Integer> kinds = new EnumMap<>(AsideKind.class);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Reading reading =
                        Channels.EMAIL.read(
                                Channels.arrival("message/rfc822", Files.readAllBytes(file)));
                assertThat(reading).as(file.toString()).isInstanceOf(Reading.SetAside.class);
                kinds.merge(((Reading.SetAside) reading).kind(), 1, Integer::sum);
            }
        }
        assertThat(kinds)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(AsideKind.DELIVERY_FAILURE, 4, AsideKind.DELIVERY_NOTICE, 1));
    }

    private static String report(String action, String status, String returned) {
        return "From: MAILER-DAEMON@b.example\r\n"
                + "Subject: Undelivered\r\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
                + "--b\r\n\r\nSorry.\r\n"
                + "--b\r\nContent-Type: message/delivery-status\r\n\r\n"
                + "Reporting-MTA: dns; b.example\r\n\r\n"
                + "Final-Recipient: rfc822; a@b.example\r\nAction: "
                + action
                + "\r\nStatus: "
                + status
                + "\r\n\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\n"
                + returned
                + "\r\n--b--\r\n";
    }

    private static Reading.SetAside machine(String mail) {
        assertThat(read(mail)).isInstanceOf(Reading.SetAside.class);
        return (Reading.SetAside) read(mail);
    }

    private static Reading read(String mail) {
        return Channels.EMAIL.read(Channels.arrival("message/rfc822", mail));
    }
}
