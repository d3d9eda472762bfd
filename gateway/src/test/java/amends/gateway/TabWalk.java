package amends.gateway;

import com.microsoft.playwright.Page;

import java.util.List;
import java.util.Objects;

/// Walks through a page by the Tab key alone, from the link to its content on until nothing new
/// comes, and tells what was not reached, as behind something that holds the focus, does not show
/// that it has the focus, or lies out of sight then.
final class TabWalk {

    private static final int AT_ONCE = 25;

    /// So often nothing new may come before the walk ends: a long list draws its rows as one goes.
    private static final int IDLE = 5;

    private static final String REACHED = "walk.missed().length === 0";

    private static final String BEGIN =
            """
            () => {
              window.walk?.stop();
              const named = each => each.tagName.toLowerCase() + ' ' + (each.dataset.testid ?? each.className) + ' ' + (each.textContent ?? '').trim().slice(0, 30);
              const walk = {visited: new Set(), suspects: new Set(), found: []};
              const isOut = (each) => {
                const box = each.getBoundingClientRect();
                return box.width === 0 || box.bottom <= 0 || box.right <= 0 || box.top >= innerHeight || box.left >= innerWidth;
              };
              const settle = () => {
                const each = walk.last;
                if (each?.isConnected && !each.matches('.skip') && isOut(each)) {
                  walk.suspects.add(each);
                }
              };
              // a browser brings what is focused into sight a moment after it has told so
              walk.hidden = async () => {
                const hidden = [];
                for (const each of walk.suspects) {
                  document.activeElement?.blur();
                  each.focus();
                  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
                  if (each.isConnected && isOut(each)) {
                    hidden.push('out of sight: ' + named(each));
                  }
                }
                return hidden;
              };
              const focused = ({target}) => {
                settle();
                const style = getComputedStyle(target);
                if (walk.last && (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) === 0)) {
                  walk.found.push('not seen to have the focus: ' + named(target));
                }
                walk.last = target;
                walk.visited.add(target);
              };
              document.addEventListener('focusin', focused);
              walk.stop = () => document.removeEventListener('focusin', focused);
              walk.missed = () => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
                .filter(each => each.checkVisibility({visibilityProperty: true}) && !each.matches(':disabled') && each.tabIndex >= 0 && each.type !== 'radio' && !walk.visited.has(each))
                .map(each => 'not reached: ' + named(each));
              window.walk = walk;
              document.querySelector('.skip').focus();
            }\
            """;

    private TabWalk() {}

    static List<String> obstacles(Page page) {
        page.evaluate(BEGIN);
        int visited = 0;
        for (int idle = 0; idle < IDLE && !(boolean) page.evaluate(REACHED); idle++) {
            for (int i = 0; i < AT_ONCE; i++) {
                page.keyboard().press("Tab");
            }
            int now = (int) page.evaluate("walk.visited.size");
            if (now > visited) {
                visited = now;
                idle = 0;
            }
        }
        List<?> obstacles =
                (List<?>)
                        page.evaluate(
                                "async () => { walk.stop(); return [...walk.found,"
                                        + " ...walk.missed(), ...await walk.hidden()]; }");
        return obstacles.stream().map(Objects::toString).toList();
    }
}
