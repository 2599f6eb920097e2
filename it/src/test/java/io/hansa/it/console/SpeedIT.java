package io.hansa.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.console.ConsoleSite.Role;
import io.hansa.it.system.Progress;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * How fast it is, with two thousand accounts, or with a hundred thousand under {@code -Pproof}. The
 * bounds are generous; the figures are printed.
 */
@WithConsole
class SpeedIT {
    private static final boolean LONG = Boolean.getBoolean("hansa.it.proof");
    private static final int ACCOUNTS = LONG ? 100_000 : 2_000;
    private static final int CHUNK = LONG ? 2_500 : 500;
    private static final String PAINT =
            "new Promise((told) => { const look = () => {"
                    + " const one = performance.getEntriesByName('first-contentful-paint')[0];"
                    + " one ? told(one.startTime) : setTimeout(look, 20); }; look(); })";
    private static final String LOADED =
            "performance.getEntriesByType('resource').filter((one) => one.name.includes('/console/'))"
                    + ".reduce((sum, one) => sum + one.encodedBodySize, 0)";

    /** Milliseconds from a change of the search until the list shows what was found. */
    private static final String SEARCH =
            "new Promise((told) => { const began = performance.now(); const look = () =>"
                    + " document.querySelector('tbody')?.innerText.includes('many-%s')"
                    + " && document.querySelectorAll('tbody tr').length === 1"
                    + " ? told(performance.now() - began) : setTimeout(look, 5);"
                    + " location.hash = '#/accounts?q=many-%s'; look(); })";

    /** Milliseconds from the click on a button until the page shows a text. */
    private static final String EFFECT =
            "new Promise((told) => { const began = performance.now(); const look = () =>"
                    + " document.querySelector('main').innerText.includes('%2$s')"
                    + " ? told(performance.now() - began) : setTimeout(look, 5);"
                    + " [...document.querySelectorAll('button')]"
                    + ".find((one) => one.innerText.trim() === '%1$s').click(); look(); })";

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void pagesAppearAndListsAnswerAtOnce(ConsoleSite site) throws Exception {
        for (int from = 0; from < ACCOUNTS; from += CHUNK) {
            site.proxy().administration().post("/apply", accounts(from)).ok();
        }
        try (Person admin = site.signedIn(Role.ADMIN)) {
            double paint = number(admin, PAINT);
            admin.goTo("overview");
            double bytes = number(admin, LOADED);
            admin.goTo("accounts");
            number(admin, SEARCH.formatted("000007", "000007"));
            double search = number(admin, SEARCH.formatted("001876", "001876"));
            create(admin, "quick-1");
            String effects = create(admin, "quick-2");
            Progress.say(
                    "First paint %.0f ms; first load %.0f bytes; search of %d accounts %.0f ms; %s.",
                    paint, bytes, ACCOUNTS, search, effects);
            assertThat(paint).isBetween(0.0, 5000.0);
            assertThat(bytes).isBetween(10_000.0, 150_000.0);
            assertThat(search).isLessThan(3000);
        } finally {
            remove(site);
        }
    }

    private static String create(Person admin, String name) {
        admin.goTo("accounts");
        admin.clicks("New account");
        admin.types("Name", name);
        double preview = number(admin, EFFECT.formatted("Preview the change", "What this changes"));
        double saved = number(admin, EFFECT.formatted("Save", "Show who changed it"));
        assertThat(preview).isLessThan(3000);
        assertThat(saved).isLessThan(3000);
        return "preview of a new account %.0f ms, saved %.0f ms".formatted(preview, saved);
    }

    /** So that the other pages are as they were; the long form runs alone. */
    private static void remove(ConsoleSite site) throws Exception {
        site.proxy().administration().deleteAll("/accounts/quick-1");
        site.proxy().administration().deleteAll("/accounts/quick-2");
        if (!LONG) {
            site.proxy()
                    .administration()
                    .post(
                            "/apply?prune=console=many&allowDeletes=true",
                            DevTools.read("{\"accounts\":[]}"))
                    .ok();
        }
    }

    private static JsonObject accounts(int from) {
        List<String> items =
                IntStream.range(from, from + CHUNK)
                        .mapToObj(
                                n ->
                                        "{\"name\":\"many-%06d\",\"labels\":{\"console\":\"many\"}}"
                                                .formatted(n))
                        .toList();
        return DevTools.read(
                items.stream().collect(Collectors.joining(",", "{\"accounts\":[", "]}")));
    }

    private static double number(Person person, String expression) {
        return ((jakarta.json.JsonNumber) person.tab().evaluate(expression)).doubleValue();
    }
}
