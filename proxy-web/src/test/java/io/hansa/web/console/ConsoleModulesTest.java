package io.hansa.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the console's modules must not do, and what the build makes of them. */
class ConsoleModulesTest {
    private static final List<String> MARKUP_FROM_TEXT =
            List.of(
                    "innerHTML",
                    "outerHTML",
                    "insertAdjacentHTML",
                    "dangerouslySetInnerHTML",
                    "document.write",
                    "createContextualFragment",
                    "DOMParser",
                    "eval(",
                    "new Function");

    private static final int LINES = 150;
    private static final int FIRST_LOAD_BYTES = 100 * 1024;
    private static final List<String> FIRST_LOAD =
            List.of(
                    "index.html",
                    "app.css",
                    "app.js",
                    "preact.js",
                    "hooks.js",
                    "htm.js",
                    "icon.svg",
                    "zh-CN.json",
                    "overview.js",
                    "uplot.js");

    @Test
    void noModuleMakesMarkupFromText() {
        Map<String, String> modules = ConsoleSources.modules();

        assertThat(modules).hasSizeGreaterThan(30);
        modules.forEach(
                (name, text) ->
                        assertThat(MARKUP_FROM_TEXT).as(name).noneMatch(one -> text.contains(one)));
    }

    @Test
    void modulesAreShort() {
        ConsoleSources.modules()
                .forEach(
                        (name, text) ->
                                assertThat(text.lines().count())
                                        .as(name)
                                        .isLessThanOrEqualTo(LINES));
    }

    @Test
    void theFirstLoadIsSmall() {
        int bytes =
                FIRST_LOAD.stream().mapToInt(n -> ConsoleFile.read(n).compressed().length).sum();

        assertThat(bytes).isBetween(10_000, FIRST_LOAD_BYTES);
    }

    @Test
    void addressesOfFilesChangeWithTheirContent() {
        String page = new String(ConsoleFiles.index().plain());

        assertThat(page).containsPattern("/console/[0-9a-f]{16}/app\\.js");
        String path = page.replaceAll("(?s).*src=\"/console(/[0-9a-f]{16}/app\\.js)\".*", "$1");
        assertThat(ConsoleFiles.hashed(path)).isNotNull();
        assertThat(ConsoleFiles.hashed("/app.js")).isNull();
        assertThat(ConsoleFiles.hashed("/../console/app.js")).isNull();
    }
}
