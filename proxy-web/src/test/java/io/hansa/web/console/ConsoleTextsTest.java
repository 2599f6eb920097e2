package io.hansa.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every text of the console is there in every language. */
class ConsoleTextsTest {
    private static final Pattern USED = Pattern.compile("\\bt\\(\\s*'([^']+)'");
    private static final Pattern EITHER =
            Pattern.compile("\\bt\\([^'`()]*\\? '([^']+)' : '([^']+)'");
    private static final Pattern VALUE = Pattern.compile("\\{\\w+}");

    @Test
    void languagesHaveTheSameKeys() {
        Set<String> english = ConsoleSources.texts("en").keySet();

        assertThat(english).hasSizeGreaterThan(300);
        assertThat(ConsoleSources.languages()).contains("en", "zh-CN");
        for (String language : ConsoleSources.languages()) {
            assertThat(ConsoleSources.texts(language).keySet())
                    .as(language)
                    .containsExactlyElementsOf(english);
        }
    }

    @Test
    void noTextIsEmptyOrLosesAValue() {
        Map<String, String> english = ConsoleSources.texts("en");
        for (String language : ConsoleSources.languages()) {
            ConsoleSources.texts(language)
                    .forEach(
                            (key, text) -> {
                                assertThat(text).as("%s in %s", key, language).isNotBlank();
                                assertThat(values(text))
                                        .as("%s in %s", key, language)
                                        .isEqualTo(values(english.get(key)));
                            });
        }
    }

    @Test
    void everyKeyInTheModulesHasAText() {
        Set<String> used = new TreeSet<>();
        ConsoleSources.modules().values().forEach(module -> collect(module, used));

        assertThat(used).hasSizeGreaterThan(200);
        used.removeAll(ConsoleSources.texts("en").keySet());
        assertThat(used).as("texts that are missing").isEmpty();
    }

    private static void collect(String module, Set<String> used) {
        Matcher one = USED.matcher(module);
        while (one.find()) {
            used.add(one.group(1));
        }
        Matcher either = EITHER.matcher(module);
        while (either.find()) {
            used.add(either.group(1));
            used.add(either.group(2));
        }
    }

    private static Set<String> values(String text) {
        Set<String> values = new TreeSet<>();
        Matcher one = VALUE.matcher(text);
        while (one.find()) {
            values.add(one.group());
        }
        return values;
    }
}
