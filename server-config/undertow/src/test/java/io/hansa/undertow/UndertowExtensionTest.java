package io.hansa.undertow;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Version;
import org.junit.jupiter.api.Test;

class UndertowExtensionTest {
    /** A new version needs the review that docs/server-internals.md describes. */
    @Test
    void theVersionOfTheseTestsIsTested() {
        assertThat(UndertowExtension.TESTED).contains(Version.getVersionString());
    }
}
