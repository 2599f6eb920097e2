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

    /** Described before they are served. Each goes from this list with the class that serves it. */
    private static final Set<String> COMING =
            Set.of(
                    "get /api/v1/admin/me",
                    "post /api/v1/admin/accounts/{}/revoke-tokens",
                    "put /api/v1/account/password");

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

        assertThat(missing).as("in openapi, but not served").isSubsetOf(COMING);
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
