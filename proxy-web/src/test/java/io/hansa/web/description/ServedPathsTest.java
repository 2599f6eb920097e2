package io.hansa.web.description;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.schema.ApiDocument;
import io.hansa.web.HansaApplication;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The OpenAPI document names what is served, and nothing else. */
class ServedPathsTest {
    private static final Set<String> VERBS = Set.of("get", "put", "post", "patch", "delete");

    @Test
    void everyServedPathIsDescribed() {
        Set<String> missing = new TreeSet<>(ServedPaths.all());

        assertThat(missing).hasSizeGreaterThan(30);
        missing.removeAll(described());
        assertThat(missing).as("served, but not in openapi").isEmpty();
    }

    @Test
    void everyDescribedPathIsServed() {
        Set<String> missing = described();
        missing.removeAll(ServedPaths.all());

        assertThat(missing).as("in openapi, but not served").isEmpty();
    }

    @Test
    void everyResourceBelongsToTheApplication() {
        assertThat(new HansaApplication().getClasses()).containsAll(ServedPaths.resources());
    }

    private static Set<String> described() {
        Set<String> all = new TreeSet<>();
        ApiDocument.json()
                .getJsonObject("paths")
                .forEach(
                        (path, item) ->
                                item.asJsonObject().keySet().stream()
                                        .filter(VERBS::contains)
                                        .forEach(
                                                verb ->
                                                        all.add(
                                                                verb
                                                                        + " "
                                                                        + ServedPaths.nameless(
                                                                                path))));
        return all;
    }
}
