package amends.workflow.web;

import amends.contracts.wire.Wire;
import amends.workflow.view.Sight;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.Set;

/// Leaves out of lists, and of the live stream, what somebody with a limited reach may not see.
/// Only the lists of the board do that themselves; the others know nothing of it, and whoever sees
/// everything pays nothing for it; pages of the others are shorter than they asked for.
final class ListsWithinReach extends OncePerRequestFilter {

    private static final Set<String> OF_BOARD =
            Set.of(
                    "/board",
                    "/board/forecast",
                    "/board/escalations",
                    "/board/approvals",
                    "/board/appeals",
                    "/queues");
    private static final String STREAM = "/board/stream";
    private static final String ITEMS = "items";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET")
                || request.getServletPath().startsWith("/actuator/")
                || OF_BOARD.contains(request.getServletPath())
                || !Sights.of(request).isLimited();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Sight sight = Sights.of(request);
        if (request.getServletPath().equals(STREAM)) {
            chain.doFilter(request, new ChangesWithinReach(response, sight));
            return;
        }
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        if (MediaType.APPLICATION_JSON_VALUE.equals(answer.getContentType())) {
            leaveOut(answer, sight);
        }
        answer.copyBodyToResponse();
    }

    private static void leaveOut(ContentCachingResponseWrapper answer, Sight sight)
            throws IOException {
        JsonNode body = Wire.mapper().readTree(answer.getContentAsByteArray());
        if (body instanceof ObjectNode list
                && list.path(ITEMS) instanceof ArrayNode items
                && items.valueStream().anyMatch(ListsWithinReach::isAboutComplaints)) {
            ArrayNode left = list.putArray(ITEMS);
            items.valueStream().filter(sight::covers).forEach(left::add);
            answer.resetBuffer();
            answer.getOutputStream().write(Wire.write(list));
        }
    }

    /// Rows, or what has one: not versions of policies, or the timeline of one complaint.
    private static boolean isAboutComplaints(JsonNode item) {
        return item.has("queue") || item.has("reference") || item.path("complaint").isObject();
    }
}
