package amends.gateway;

import com.microsoft.playwright.Page;

import java.util.List;
import java.util.Objects;

/// Tells what on a page hangs over an edge, or is wider than the part of the page that shows it;
/// tables and sources that are made to be scrolled are not meant.
final class Edges {

    private static final String OVER =
            """
            () => {
              const named = each => each.tagName.toLowerCase() + (each.className ? '.' + each.className : '');
              const wide = [...document.querySelectorAll('body *')].filter(each =>
                each.scrollWidth > each.clientWidth + 1 && ['auto', 'scroll'].includes(getComputedStyle(each).overflowX)
                && !each.matches('.scroll, .scrolls, .card:has(> table), pre, textarea'));
              const over = document.documentElement.scrollWidth > innerWidth ? ['the page'] : [];
              const sketch = document.createElement('canvas').getContext('2d');
              const cut = [...document.querySelectorAll('.top input')].filter(each => {
                const style = getComputedStyle(each);
                sketch.font = style.font;
                return sketch.measureText(each.placeholder).width > each.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
              });
              return [...over, ...wide.map(named), ...cut.map(each => 'cut: ' + each.placeholder)];
            }\
            """;

    private Edges() {}

    static List<String> over(Page page) {
        return ((List<?>) page.evaluate(OVER)).stream().map(Objects::toString).toList();
    }
}
