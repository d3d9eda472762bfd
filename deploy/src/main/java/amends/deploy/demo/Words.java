package amends.deploy.demo;

import java.util.Map;
import java.util.Objects;

/// What agents write, in the customer's language, and why customers decline.
record Words(
        String greeting,
        String demand,
        String reasoning,
        String proposal,
        String done,
        String summary,
        String handover,
        String promise,
        String decline) {

    private static final Map<String, Words> BY_LANGUAGE =
            Map.of(
                    "ja",
                            new Words(
                                    "ご不便をおかけして誠に申し訳ございません。担当者が責任をもって対応いたします。もう少し詳しくお聞かせいただけますか。",
                                    "状況の説明と早急な対応",
                                    "お客様のお話と記録が一致しました。同様のお申し出もあります。",
                                    "ご迷惑をおかけしたお詫びとともに、次の対応をご提案いたします。ご都合はいかがでしょうか。",
                                    "お約束の対応を完了いたしました。",
                                    "お客様にご確認いただき、解決いたしました。",
                                    "専門の担当者が対応したほうが早く解決できるため",
                                    "明日中に状況をご連絡いたします",
                                    "それでは納得できません。もう一度考えていただけませんか。"),
                    "en",
                            new Words(
                                    "I am very sorry for the trouble. I will look after this myself"
                                            + " until it is solved. May I ask for a few details?",
                                    "A quick and honest solution",
                                    "The customer's account matches our records, and others report"
                                            + " the same.",
                                    "With our apologies, this is what we would like to do for you."
                                            + " Would that be all right?",
                                    "We have done what we promised.",
                                    "Confirmed with the customer; solved.",
                                    "A specialist can solve this faster",
                                    "I will tell you tomorrow how far we are",
                                    "That does not make up for the trouble; please think again."),
                    "zh",
                            new Words(
                                    "给您带来不便，非常抱歉。这件事由我负责到底，请您再说明一下具体情况，好吗？",
                                    "尽快说明原因并解决",
                                    "客户所说与记录一致，也有其他客户反映同样的问题。",
                                    "再次向您道歉，我们建议这样处理，您看可以吗？",
                                    "答应您的事情已经办好。",
                                    "已与客户确认，问题解决。",
                                    "由专业人员处理会更快",
                                    "明天之内向您说明进展",
                                    "这样的处理我不能接受，请再考虑一下。"));

    static Words in(String language) {
        return Objects.requireNonNullElseGet(
                BY_LANGUAGE.get(language), () -> Objects.requireNonNull(BY_LANGUAGE.get("en")));
    }
}
