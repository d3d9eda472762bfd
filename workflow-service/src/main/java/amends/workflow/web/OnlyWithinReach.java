package amends.workflow.web;

import amends.workflow.view.CaseStore;
import amends.workflow.view.Sight;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

import java.util.Map;

/// Before anything is read or done about one complaint: for whoever may not see it, it is not
/// there.
@Component
final class OnlyWithinReach implements HandlerInterceptor {

    private static final String COMPLAINT = "idOrReference";

    private final CaseStore cases;

    OnlyWithinReach(CaseStore cases) {
        this.cases = cases;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        Sight sight = Sights.of(request);
        if (sight.isLimited()) {
            check(sight, request);
        }
        return true;
    }

    private void check(Sight sight, HttpServletRequest request) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                        instanceof Map<?, ?> path
                && path.get(COMPLAINT) instanceof String named
                && cases.find(ComplaintPath.read(named))
                        .filter(file -> sight.covers(file.row()))
                        .isEmpty()) {
            throw Problems.unknownComplaint(named);
        }
    }
}
