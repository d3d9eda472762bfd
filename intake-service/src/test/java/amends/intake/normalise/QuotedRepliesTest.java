package amends.intake.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import amends.contracts.wire.Wire;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class QuotedRepliesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "まだ直りません。\n\n2024年5月1日(水) 10:00 山田 <a@example.jp>:\n> 直りましたか",
                "まだ直りません。\n\n----- 元のメッセージ -----\n差出人: a@example.jp\n件名: x\n\n直りましたか",
                "まだ直りません。\n＞直りましたか\n＞いかがですか\n＞お返事ください",
                "まだ直りません。\n\n差出人: a <a@example.jp>\n送信日時: 2024年5月1日\n宛先: b\n件名: x\n\n直りましたか",
                "まだ直りません。\n在 2024年5月1日，客服 写道：\n> 修好了吗",
                "まだ直りません。\n------------------ 原始邮件 ------------------\n发件人: x\n\n修好了吗"
            })
    void onlyTheCustomersOwnWordsStay(String reply) {
        assertThat(QuotedReplies.strip(reply)).isEqualTo("まだ直りません。");
    }

    @Test
    void wordsThatOnlyLookLikeAQuotationStay() {
        String text =
                "Date: the 3rd.\nIt leaks since then.\n\n2024年5月1日に買いました。\n電話番号は 03-1234-5678 です。";
        assertThat(QuotedReplies.strip(text)).isEqualTo(text);
        assertThat(QuotedReplies.strip("> all\n> of it\n> quoted"))
                .isEqualTo("> all\n> of it\n> quoted");
    }

    /// A single line `From: …` within a complaint is no quotation here: customers copy such lines.
    @Test
    void theCollectionAgreesButForTheCaseThatContradictsCaution() throws Exception {
        Path file =
                Path.of(
                        System.getProperty("amends.shared.data"),
                        "mail-quoted-reply/planer_text.json");
        assumeThat(file).as("collection of quoted replies").exists();
        List<String> disagreed = new ArrayList<>();
        JsonNode cases = Wire.mapper().readTree(Files.readString(file));
        for (int i = 0; i < cases.size(); i++) {
            JsonNode example = cases.get(i);
            String own = QuotedReplies.strip(example.path("input").asString()).strip();
            assertThat(example.path("check").asString()).isEqualTo("equal");
            if (!own.equals(example.path("expected").asString().strip())) {
                disagreed.add(i + " " + example.path("name").asString());
            }
        }
        assertThat(cases.size()).isEqualTo(38);
        assertThat(disagreed)
                .containsExactly("28 is not fooled into thinking a link ends a quotation");
    }
}
