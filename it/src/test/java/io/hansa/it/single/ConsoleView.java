package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.Reply;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The console's page and files, as a browser gets them. */
interface ConsoleView extends SeenProxy {
    @Test
    default void theConsoleIsProtectedFromForeignScripts() throws IOException {
        Reply page = proxy().get("/console/").ok();

        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy"))
                .contains(
                        "default-src 'none'",
                        "script-src 'self'",
                        "frame-ancestors 'none'",
                        "require-trusted-types-for 'script'")
                .doesNotContain("unsafe");
        assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.response().headers().allValues("Set-Cookie")).isEmpty();
        assertThat(page.text()).doesNotContain("<script>", "style=");
        assertThat(proxy().getUnlessUnchanged("/console/", page.header("ETag")).status())
                .isEqualTo(304);
    }

    @Test
    default void theConsolesFilesAreKeptForEver() throws IOException {
        Matcher named =
                Pattern.compile("(?:src|href)=\"(/console/[^\"]+)\"")
                        .matcher(proxy().get("/console/").ok().text());
        int files = 0;
        while (named.find()) {
            Reply file = proxy().get(named.group(1)).ok();
            assertThat(file.header("Cache-Control")).contains("immutable");
            assertThat(file.bytes()).as(named.group(1)).isNotEmpty();
            files++;
        }
        assertThat(files).isGreaterThan(4);
    }

    @Test
    default void nothingElseIsBelowTheConsole() throws IOException {
        for (String path :
                new String[] {"/console/app.js", "/console/files.txt", "/console/0123/app.js"}) {
            proxy().get(path).problem(404, "not-found").withoutEffect();
        }
        assertThat(proxy().get("/console").header("Location")).isEqualTo("/console/");
    }
}
