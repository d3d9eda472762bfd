package amends.gateway;

import com.microsoft.playwright.Page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Walks through a page by the Tab key alone, from the link to its content round to it again, and
/// tells what cannot be reached, does not show that it has the focus, or lies out of sight then.
final class TabWalk {

    private static final int AT_ONCE = 25;
    private static final int MOST = 500;

    private static final String BEGIN =
            """
            () => {
              window.walk?.stop();
              const named = each => each.tagName.toLowerCase() + ' ' + (each.dataset.testid ?? each.className) + ' ' + (each.textContent ?? '').trim().slice(0, 30);
              const walk = {visited: new Set(), found: [], rounds: 0};
              const settle = () => {
                // a browser brings what is focused into sight after it has told so
                const each = walk.last;
                if (each?.isConnected) {
                  const box = each.getBoundingClientRect();
                  if (box.width === 0 || box.bottom <= 0 || box.right <= 0 || box.top >= innerHeight || box.left >= innerWidth) {
                    walk.found.push('out of sight: ' + named(each));
                  }
                }
              };
              const focused = ({target}) => {
                settle();
                const style = getComputedStyle(target);
                if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) === 0) {
                  walk.found.push('not seen to have the focus: ' + named(target));
                }
                walk.rounds += target.matches('.skip') ? 1 : 0;
                walk.last = target;
                walk.visited.add(target);
              };
              const framed = () => document.activeElement.tagName === 'IFRAME' && walk.visited.add(document.activeElement);
              document.addEventListener('focusin', focused);
              window.addEventListener('blur', framed);
              walk.stop = () => {
                document.removeEventListener('focusin', focused);
                window.removeEventListener('blur', framed);
              };
              walk.missed = () => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, iframe, [tabindex="0"]')]
                .filter(each => each.checkVisibility({visibilityProperty: true}) && !each.disabled && each.tabIndex >= 0 && each.type !== 'radio' && !walk.visited.has(each))
                .map(each => 'not reached: ' + named(each));
              window.walk = walk;
              document.querySelector('.skip').focus();
            }\
            """;

    private TabWalk() {}

    static List<String> obstacles(Page page) {
        page.evaluate(BEGIN);
        int pressed = 0;
        while (pressed < MOST && (int) page.evaluate("walk.rounds") < 2) {
            for (int i = 0; i < AT_ONCE; i++) {
                page.keyboard().press("Tab");
            }
            pressed += AT_ONCE;
        }
        List<String> obstacles = new ArrayList<>();
        if (pressed >= MOST) {
            obstacles.add("does not come round to the link to the content");
        }
        ((List<?>) page.evaluate("[...walk.found, ...walk.missed()]"))
                .forEach(each -> obstacles.add(Objects.toString(each)));
        page.evaluate("walk.stop()");
        return obstacles;
    }
}
