package amends.intake.channel;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.contact.Contact;
import amends.contracts.contact.IdentifiedBy;
import amends.contracts.quarantine.AsideKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallChannelTest {

    @ParameterizedTest
    @ValueSource(strings = {"missed", "abandoned"})
    void aCallThatNobodyTookAsksToBeCalledBack(String event) {
        Contact contact = call(event, "\"from\":\"03-1234-5678\",\"language\":\"ja\"");
        assertThat(contact.content().channel().value()).isEqualTo("call-back");
        assertThat(contact.content().subject().value()).contains("折り返し");
        assertThat(contact.content().language().value()).isEqualTo("ja");
        assertThat(contact.customer().identifiedBy()).isEqualTo(IdentifiedBy.PHONE);
        assertThat(contact.customer().phones().getFirst().value()).isEqualTo("+81312345678");
    }

    @Test
    void missedAndAbandonedIsOneCallBack() {
        assertThat(call("missed", "\"from\":\"+81312345678\"").content().id())
                .isEqualTo(call("abandoned", "\"from\":\"+81312345678\"").content().id());
    }

    @Test
    void allOfOneCallIsOneComplaint() {
        Contact missed = call("missed", "\"from\":\"+81312345678\"");
        Contact words = call("voicemail", "\"transcript\":\"It leaks\"");
        assertThat(words.complaintId()).isEqualTo(missed.complaintId());
        assertThat(words.content().id()).isNotEqualTo(missed.content().id());
        assertThat(words.content().channel().value()).isEqualTo("voicemail");
    }

    @ParameterizedTest
    @ValueSource(strings = {"offered", "answered", "on-hold", "transferred", "ended", "missed"})
    void whatLeavesNothingToDoIsNotedAndNotLost(String event) {
        Reading reading =
                PostedSamples.read(
                        PostedSamples.CALLS, json(event, "\"menus\":[\"a\",\"b\",\"c\"]"));
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.SetAside.class,
                        noted -> assertThat(noted.kind()).isEqualTo(AsideKind.CALL_NOTICE));
    }

    @Test
    void aWithheldNumberCantBeCalledBack() {
        assertThat(
                        PostedSamples.read(
                                PostedSamples.CALLS, json("missed", "\"from\":\"anonymous\"")))
                .isInstanceOf(Reading.SetAside.class);
        assertThat(call("voicemail", "\"from\":\"anonymous\"").content().channel().value())
                .as("what was said can be listened to")
                .isEqualTo("call-back");
    }

    @Test
    void whatWasNotedBecomesAContactWhenSomebodySaysSo() {
        Contact contact =
                Channels.understood(
                        PostedSamples.CALLS.readAsWritten(
                                Channels.arrival(
                                        "application/json", json("ended", "\"menus\":[]"))));
        assertThat(contact.content().channel().value()).isEqualTo("call");
        assertThat(contact.content().text().value()).isEqualTo("Record of a call: ended");
    }

    @Test
    void whoIsLedIntoTheSameMenuTwiceIsHeardAlthoughHeWasAnswered() {
        Contact contact = call("answered", "\"menus\":[\"top\",\"repairs\",\"top\"]");
        assertThat(contact.content().text().value()).contains("\"top\" twice");
        assertThat(contact.content().menus())
                .extracting(Object::toString)
                .containsExactly("top", "repairs", "top");
        assertThat(call("answered", "\"menus\":[\"top\",\"top\"]").content().text().value())
                .contains("\"top\" twice");
    }

    private static Contact call(String event, String rest) {
        return PostedSamples.understood(PostedSamples.CALLS, json(event, rest));
    }

    private static String json(String event, String rest) {
        return "{\"event\":\"" + event + "\",\"call\":\"c-1\"," + rest + "}";
    }
}
