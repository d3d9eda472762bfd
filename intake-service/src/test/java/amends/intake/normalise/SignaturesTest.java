package amends.intake.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It leaks.\n\n-- \nAda Byron\nExample Ltd.",
                "It leaks.\n\nSent from my iPhone",
                "It leaks.\n\niPhoneから送信\n",
                "It leaks.\n\n____________________\nAda Byron\nTel: 03-1234-5678\nada@example.org",
                "It leaks.\n\n━━━━━━━━━━━━\n株式会社 例\n電話 03-1234-5678\n━━━━━━━━━━━━",
                "It leaks.\n\n-- \nAda\n\nGet Outlook for iOS",
                "It leaks.\n\n"
                        + "____________________\n"
                        + "鈴木さくら\n"
                        + "本社 〒100-0001 東京都\n"
                        + "お電話 03-1234-5678\n"
                        + "www.example.jp",
                "It leaks.\n\n发自我的iPhone"
            })
    void aSignatureIsTakenOff(String mail) {
        assertThat(Signatures.strip(mail)).isEqualTo("It leaks.");
    }

    @Test
    void aLineHoweverLongIsRead() {
        String mail = "It leaks.\n" + "- ".repeat(300_000) + "x\n" + "=".repeat(300_000) + "\nbye";
        assertThat(Signatures.strip(mail)).isEqualTo(mail);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "昨日フォームから送信しました。",
                "It leaks.\n-- \n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17",
                "It leaks.\n------------\nI wrote you a mail about it.",
                "-- \nonly a signature",
                "フォームより\n"
                        + "----------\n"
                        + "電話番号:03-1234-5678\n"
                        + "メール:a@example.jp\n"
                        + "お問い合わせ内容: 掃除機から煙が出ました。\n"
                        + "----------",
                "フォームより\n==========\n電話番号:03-1234-5678\nメール:a@example.jp\nお問い合わせ内容: 発煙\n==========",
                "A form\n"
                        + "----------\n"
                        + "Phone: 03-1234-5678\n"
                        + "E-mail: a@example.org\n"
                        + "Message: It smokes\n"
                        + "----------",
                "A form\n"
                        + "----------\n"
                        + "Phone: 03-1234-5678\n"
                        + "E-mail: a@example.org\n"
                        + "it smokes, and it stinks\n"
                        + "----------",
                "A form\n----------\nTel: 1\nMail: a@example.org\nProduct: Kettle",
                "The parts:\n--\nKettle\nLid",
                "a -- b\n- - -",
                "I sent it from my office in a parcel, and it came back"
            })
    void whatMayBeTheCustomersWordsStays(String mail) {
        assertThat(Signatures.strip(mail)).isEqualTo(mail);
    }
}
