package amends.analytics.compliance;

import amends.analytics.view.BrandChoice;
import amends.analytics.view.Figures;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Answers how the clocks are kept: one item per clock, overall, per priority and per queue.
@RestController
class ComplianceQuery {

    private final Figures figures;

    ComplianceQuery(Figures figures) {
        this.figures = figures;
    }

    @GetMapping("/analytics/sla")
    Figures.Listing sla(
            @RequestParam(required = false) @Nullable String brand, HttpServletRequest request) {
        Figures.Listing found = figures.counted(Compliance.VIEW, BrandChoice.cells(brand, request));
        return new Figures.Listing(
                found.asOf(), found.items().stream().flatMap(ComplianceQuery::clocks).toList());
    }

    private static Stream<Map<String, Object>> clocks(Map<String, Object> figure) {
        return figure.get("clocks") instanceof List<?> clocks
                ? clocks.stream().map(clock -> item(figure, (Map<?, ?>) clock))
                : Stream.empty();
    }

    private static Map<String, Object> item(Map<String, Object> figure, Map<?, ?> clock) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("by", figure.get("by"));
        item.put("value", figure.get("value"));
        if (figure.get("brand") != null) {
            item.put("brand", figure.get("brand"));
        }
        clock.forEach((name, value) -> item.put(String.valueOf(name), value));
        return item;
    }
}
