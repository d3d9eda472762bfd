package amends.gateway.console;

import amends.contracts.identity.RequestPath;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.header.HeaderWriter;
import org.springframework.stereotype.Component;

/// What a browser may do with an answer: the console runs its own scripts and nothing else, data
/// and originals of contacts run nothing at all, and the survey page brings its own policy.
@Component
public final class ContentPolicy implements HeaderWriter {

    private static final String HEADER = "Content-Security-Policy";
    private static final String NOTHING =
            "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox";
    private static final String SURVEY =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; "
                    + "base-uri 'none'; frame-ancestors 'none'";

    private final String console;

    ContentPolicy(ImportMap imports) {
        this.console =
                "default-src 'none'; script-src 'self' "
                        + imports.hash()
                        + "; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src"
                        + " 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader(HEADER)) {
            response.setHeader(HEADER, policy(RequestPath.of(request)));
        }
    }

    private String policy(String path) {
        if (path.startsWith("/api/")) {
            return NOTHING;
        }
        return path.startsWith("/survey/") ? SURVEY : console;
    }
}
