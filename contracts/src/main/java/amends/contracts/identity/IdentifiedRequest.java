package amends.contracts.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;

/// A request whose caller is known. Controllers read who acts from [#ACTOR], which tells what the
/// signed identity says, whatever was sent under that name.
final class IdentifiedRequest extends HttpServletRequestWrapper {

    static final String ACTOR = "Amends-Actor";

    private final String actor;

    IdentifiedRequest(HttpServletRequest request, Identity who) {
        super(request);
        request.setAttribute(IdentityFilter.CALLER, who);
        this.actor = who.actor().kind().name().toLowerCase(Locale.ROOT) + ":" + who.actor().name();
    }

    @Override
    public @Nullable String getHeader(String name) {
        return name.equalsIgnoreCase(ACTOR) ? actor : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return name.equalsIgnoreCase(ACTOR)
                ? Collections.enumeration(List.of(actor))
                : super.getHeaders(name);
    }
}
