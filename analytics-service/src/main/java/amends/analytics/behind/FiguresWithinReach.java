package amends.analytics.behind;

import amends.analytics.view.FigureTable;
import amends.contracts.access.Reach;
import amends.contracts.contact.BrandName;
import amends.contracts.identity.IdentityFilter;
import amends.contracts.routing.QueueName;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

import java.util.Map;

/// Leaves to whoever is limited to brands or queues their figures, and their complaints in the
/// lists behind. What is told apart by neither does not come here: the table of rights closes it.
@RestControllerAdvice
final class FiguresWithinReach implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(
            MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
        Class<?> type = method.getParameterType();
        return FigureTable.class.isAssignableFrom(type)
                || ComplaintsBehind.Page.class.isAssignableFrom(type);
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter method,
            MediaType mediaType,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        Reach reach =
                IdentityFilter.caller(((ServletServerHttpRequest) request).getServletRequest())
                        .reach();
        if (reach.seesAll()) {
            return body;
        }
        return switch (body) {
            case FigureTable table ->
                    table.only(row -> isOfBrand(row, reach) && isOfQueue(row, reach));
            case ComplaintsBehind.Page page -> page.within(reach);
            case null, default -> body;
        };
    }

    private static boolean isOfBrand(Map<String, Object> row, Reach reach) {
        return reach.brands().isEmpty()
                || (row.get("brand") instanceof String brand && reach.covers(new BrandName(brand)));
    }

    private static boolean isOfQueue(Map<String, Object> row, Reach reach) {
        return reach.queues().isEmpty()
                || ("queue".equals(row.get("by"))
                        && reach.covers(new QueueName(String.valueOf(row.get("value")))));
    }
}
