package amends.workflow.web;

import amends.contracts.wire.Wire;
import amends.workflow.view.Sight;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The live stream for somebody who does not see everything. A change of a complaint that he may
/// not see becomes an event `hidden` with its id alone: a complaint that he saw until now can be
/// taken off the screen, and the stream's positions stay complete.
final class ChangesWithinReach extends HttpServletResponseWrapper {

    private static final Pattern CHANGE =
            Pattern.compile("^event: change\n((?:id: .*\n)?)data: (.*)$", Pattern.MULTILINE);

    private final Sight sight;

    ChangesWithinReach(HttpServletResponse response, Sight sight) {
        super(response);
        this.sight = sight;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return new Events(super.getOutputStream());
    }

    private String within(String events) {
        return CHANGE.matcher(events).replaceAll(this::within);
    }

    private String within(java.util.regex.MatchResult change) {
        JsonNode row = Wire.mapper().readTree(change.group(2));
        return Matcher.quoteReplacement(
                sight.covers(row)
                        ? change.group()
                        : "event: hidden\n%sdata: {\"id\":\"%s\"}"
                                .formatted(change.group(1), row.path("id").asString("")));
    }

    /// Each write holds whole events.
    private final class Events extends ServletOutputStream {

        private final ServletOutputStream out;

        Events(ServletOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int single) throws IOException {
            out.write(single);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            String events = new String(bytes, offset, length, StandardCharsets.UTF_8);
            out.write(within(events).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public boolean isReady() {
            return out.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            out.setWriteListener(listener);
        }
    }
}
