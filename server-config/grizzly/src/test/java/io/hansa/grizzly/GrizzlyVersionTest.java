package io.hansa.grizzly;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GrizzlyVersionTest {
    /** A new version needs the review that docs/server-internals.md describes. */
    @Test
    void theVersionOfTheseTestsIsTested() {
        assertThat(GrizzlyVersion.TESTED).contains(GrizzlyVersion.running());
    }
}
