package amends.intake.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|refund pls",
                "en|It leaks",
                "en|still waiting for my order",
                "en|Wrong size, I ordered 42 and got 40.",
                "en|where is my parcel?",
                "en|item damaged on arrival, please help",
                "en|The lamp arrived in pieces.",
                "de|Geld zurück bitte",
                "de|Mein Paket ist nicht angekommen",
                "de|Gerät defekt",
                "fr|Le colis est arrivé cassé et personne ne répond.",
                "fr|je veux être remboursé",
                "fr|Où est ma commande ?",
                "es|El paquete llegó roto y nadie contesta.",
                "es|La lavadora no funciona",
                "pt|A máquina de lavar não funciona e ninguém responde.",
                "pt|quero meu dinheiro de volta",
                "it|La lavatrice non funziona e nessuno risponde.",
                "it|voglio il rimborso",
                "nl|De wasmachine is alweer kapot en niemand neemt de telefoon op.",
                "nl|Ik wil mijn geld terug",
                "pl|Pralka znowu nie działa i nikt nie odbiera telefonu.",
                "pl|Proszę o zwrot pieniędzy",
                "pl|Moja paczka nie dotarla i nikt nie odpowiada",
                "sv|Tvättmaskinen är trasig igen och ingen svarar i telefon.",
                "sv|Jag vill ha pengarna tillbaka",
                "da|Vaskemaskinen er i stykker igen, og ingen tager telefonen.",
                "da|Jeg vil have mine penge tilbage",
                "nb|Vaskemaskinen er ødelagt igjen og ingen svarer på telefonen.",
                "nb|Jeg vil ha pengene mine tilbake",
                "fi|Pesukone on taas rikki eikä kukaan vastaa puhelimeen.",
                "fi|Haluan rahani takaisin",
                "cs|Pračka zase nefunguje a nikdo nezvedá telefon.",
                "cs|Chci vrátit peníze",
                "tr|Çamaşır makinesi yine bozuldu ve kimse telefona cevap vermiyor.",
                "tr|Paramı geri istiyorum",
                "vi|Máy giặt lại hỏng và không ai trả lời điện thoại.",
                "vi|Tôi muốn hoàn tiền",
                "id|Mesin cuci rusak lagi dan tidak ada yang menjawab telepon.",
                "id|Saya mau uang saya kembali",
                "hu|A mosógép megint elromlott, és senki sem veszi fel a telefont.",
                "ro|Mașina de spălat s-a stricat din nou și nimeni nu răspunde."
            })
    void alsoAFewWordsInLatinLettersAreRecognised(String language, String text) {
        assertThat(Languages.of(text).value()).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ru|Стиральная машина опять сломалась, никто не отвечает.",
                "ru|Верните деньги, пожалуйста, мы ждём",
                "ru|Я хочу вернуть деньги за этот товар",
                "uk|Пральна машина знову зламалася, ніхто не відповідає.",
                "bg|Пералнята пак се развали и никой не отговаря на телефона.",
                "th|เครื่องซักผ้าเสียอีกแล้ว ไม่มีใครรับสาย",
                "ar|الغسالة لا تعمل مرة أخرى ولا أحد يجيب",
                "fa|ماشین لباسشویی دوباره خراب شده و کسی پاسخ نمی‌دهد. چرا؟ گفتم پول",
                "he|מכונת הכביסה שוב התקלקלה ואף אחד לא עונה",
                "el|Το πλυντήριο χάλασε πάλι και κανείς δεν απαντά",
                "hi|वॉशिंग मशीन फिर से खराब हो गई है",
                "ko|세탁기가 또 고장났어요. Samsung 모델입니다"
            })
    void scriptsAndLettersOfOneLanguageDecide(String language, String text) {
        assertThat(Languages.of(text).value()).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"test", "xyz", "K2 L42", "asdf qwer zxcv", "Kettle K2", "ok", "???", ""})
    void whatCouldBeAnyLanguageIsUndetermined(String text) {
        assertThat(Languages.of(text).value()).isEqualTo("und");
    }

    @Test
    void aModelNumberAmongOtherLettersChangesNothing() {
        assertThat(Languages.of("iPhone 15 Pro Max: экран не работает, верните деньги").value())
                .isEqualTo("ru");
    }
}
