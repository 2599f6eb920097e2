package io.hansa.proxy.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class VisitsTest {
    @Property
    void whatIsSentIsWhatIsRead(@ForAll("ways") Visits visits) {
        assertThat(Visits.parse(visits.header())).isEqualTo(visits);
    }

    @Property
    void whateverIsSentIsReadOrRefused(@ForAll String anything) {
        try {
            assertThat(Visits.parse(anything).header()).isNotNull();
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageStartingWith("Hansa-Visited ");
        }
    }

    @Example
    void noHeaderIsNoWay() {
        assertThat(Visits.parse(null)).isEqualTo(Visits.NONE);
        assertThat(Visits.parse("  ")).isEqualTo(Visits.NONE);
        assertThat(Visits.NONE.header()).isEmpty();
    }

    @Example
    void whatCannotBeReadIsShown() {
        assertThatThrownBy(() -> Visits.parse("a/x,b"))
                .hasMessage("Hansa-Visited must be proxy/capability,\u2026 and not \"b\"");
        assertThatThrownBy(() -> Visits.parse("/x")).hasMessageContaining("not \"/x\"");
        assertThatThrownBy(() -> Visits.parse("a/")).hasMessageContaining("not \"a/\"");
        assertThatThrownBy(() -> Visits.parse("a/" + "x".repeat(8192)))
                .hasMessage("Hansa-Visited is longer than 8192");
    }

    @Example
    void whatCannotGoOnInAHeaderIsRefused() {
        assertThatThrownBy(() -> Visits.parse("a/x,".repeat(65)))
                .hasMessage("Hansa-Visited has more than 64 stops");
        assertThatThrownBy(() -> Visits.parse("a/" + "x".repeat(101)))
                .hasMessageContaining("which is no proxy and capability");
        assertThatThrownBy(() -> Visits.parse("a b/x"))
                .hasMessageContaining("which is no proxy and capability");
    }

    @Example
    void theSameProxyWithAnotherCapabilityIsAnotherPlace() {
        Visits visits = Visits.NONE.and("a", "x").and("b", "y");

        assertThat(visits.contains("a", "x")).isTrue();
        assertThat(visits.contains("a", "y")).isFalse();
        assertThat(visits.contains("b", "x")).isFalse();
    }

    @Example
    void aProxyThatFollowsItselfIsShownOnceAndOneThatReturnsTwice() {
        Visits visits = Visits.NONE.and("a", "x").and("a", "y").and("b", "z").and("a", "z");

        assertThat(visits.proxies()).isEqualTo(List.of("a", "b", "a"));
    }

    @Provide
    Arbitrary<Visits> ways() {
        Arbitrary<String> name =
                Arbitraries.strings()
                        .withChars("abcXYZ019.-_")
                        .ofMaxLength(12)
                        .map(rest -> "n" + rest);
        return Combinators.combine(name, name)
                .as(Visits.Visit::new)
                .list()
                .ofMaxSize(8)
                .map(Visits::new);
    }
}
