package io.hansa.proxy.routing;

import static io.hansa.checks.SeededCases.between;
import static io.hansa.checks.SeededCases.list;
import static io.hansa.checks.SeededCases.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.checks.SeededCases;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VisitsTest {
    @Test
    void writtenPathIsReadTheSame() {
        SeededCases.check(
                1000,
                random -> {
                    Visits visits = ways(random);
                    assertThat(Visits.parse(visits.header())).isEqualTo(visits);
                });
    }

    @Test
    void whateverIsSentIsReadOrRefused() {
        SeededCases.check(
                1000,
                random -> {
                    String anything = text(random);
                    try {
                        assertThat(Visits.parse(anything).header()).isNotNull();
                    } catch (IllegalArgumentException refused) {
                        assertThat(refused).hasMessageStartingWith("Hansa-Visited ");
                    }
                });
    }

    @Test
    void noHeaderIsNoWay() {
        assertThat(Visits.parse(null)).isEqualTo(Visits.NONE);
        assertThat(Visits.parse("  ")).isEqualTo(Visits.NONE);
        assertThat(Visits.NONE.header()).isEmpty();
    }

    @Test
    void unreadablePathIsShown() {
        assertThatThrownBy(() -> Visits.parse("a/x,b"))
                .hasMessage("Hansa-Visited must be proxy/capability,\u2026 and not \"b\"");
        assertThatThrownBy(() -> Visits.parse("/x")).hasMessageContaining("not \"/x\"");
        assertThatThrownBy(() -> Visits.parse("a/")).hasMessageContaining("not \"a/\"");
        assertThatThrownBy(() -> Visits.parse("a/" + "x".repeat(8192)))
                .hasMessage("Hansa-Visited is longer than 8192");
    }

    @Test
    void invalidHeaderCharactersAreRefused() {
        assertThatThrownBy(() -> Visits.parse("a/x,".repeat(65)))
                .hasMessage("Hansa-Visited has more than 64 stops");
        assertThatThrownBy(() -> Visits.parse("a/" + "x".repeat(101)))
                .hasMessageContaining("which is no proxy and capability");
        assertThatThrownBy(() -> Visits.parse("a b/x"))
                .hasMessageContaining("which is no proxy and capability");
    }

    @Test
    void sameProxyWithAnotherCapabilityIsAnotherVisit() {
        Visits visits = Visits.NONE.and("a", "x").and("b", "y");

        assertThat(visits.contains("a", "x")).isTrue();
        assertThat(visits.contains("a", "y")).isFalse();
        assertThat(visits.contains("b", "x")).isFalse();
    }

    @Test
    void consecutiveVisitsAreShownOnceReturnsTwice() {
        Visits visits = Visits.NONE.and("a", "x").and("a", "y").and("b", "z").and("a", "z");

        assertThat(visits.proxies()).isEqualTo(List.of("a", "b", "a"));
    }

    private static Visits ways(Random random) {
        return new Visits(list(random, 0, 8, () -> new Visits.Visit(name(random), name(random))));
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder("n");
        for (int length = between(random, 0, 12); length > 0; length--) {
            name.append("abcXYZ019.-_".charAt(random.nextInt(12)));
        }
        return name.toString();
    }
}
