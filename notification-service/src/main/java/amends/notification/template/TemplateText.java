package amends.notification.template;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.template.PebbleTemplate;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/// One compiled piece of text with placeholders.
record TemplateText(PebbleTemplate template) {

    /// Plain text; a missing value is an error rather than a gap in a letter.
    private static final PebbleEngine PLAIN = engine(false);

    /// HTML: every value is escaped.
    private static final PebbleEngine HTML = engine(true);

    static TemplateText plain(String source) {
        return new TemplateText(PLAIN.getLiteralTemplate(source));
    }

    static TemplateText html(String source) {
        return new TemplateText(HTML.getLiteralTemplate(source));
    }

    String with(Map<String, Object> values) {
        StringWriter text = new StringWriter();
        try {
            template.evaluate(text, values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static PebbleEngine engine(boolean escaping) {
        return new PebbleEngine.Builder()
                .autoEscaping(escaping)
                .strictVariables(true)
                .newLineTrimming(false)
                .cacheActive(false)
                .build();
    }
}
