package io.hansa.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.administration.Item;
import io.hansa.proxy.administration.Precondition;
import io.hansa.proxy.failure.Failure;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {
    private static final Optional<Item> SEVENTH =
            Optional.of(new Item("a", JsonValue.EMPTY_JSON_OBJECT, 7));

    @Test
    void asksNothingWithoutHeaders() {
        holds(Conditions.match(null), Optional.empty());
        holds(Conditions.noneMatch(null), SEVENTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", " \"7\" ", "\"6\", \"7\"", "W/\"6\",\"7\"", "*"})
    void holdsForAVersionThatIsNamed(String header) {
        holds(Conditions.match(header), SEVENTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "\"6\",\"8\"", "W/\"7\"", "\"\""})
    void failsForAVersionThatIsNotNamedOrOnlyWeakly(String header) {
        fails(Conditions.match(header), SEVENTH);
    }

    @Test
    void failsWhereThereIsNothingToMatch() {
        fails(Conditions.match("*"), Optional.empty());
        fails(Conditions.match("\"7\""), Optional.empty());
    }

    @Test
    void failsWhereAnItemExistsThatMustNot() {
        holds(Conditions.noneMatch("*"), Optional.empty());
        fails(Conditions.noneMatch("*"), SEVENTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "", "\"7", "\"7\" \"8\"", "\"7\",8", "**"})
    void refusesWhatIsNoEntityTag(String header) {
        assertThatThrownBy(() -> Conditions.match(header))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("quotes included");
    }

    @Test
    void longHeaderIsReadLinearlyAndShortened() {
        String spaces = "\"7\"," + " ".repeat(1_000_000) + "x";
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () ->
                        assertThatThrownBy(() -> Conditions.match(spaces))
                                .isInstanceOf(Failure.class)
                                .satisfies(
                                        failure ->
                                                assertThat(failure.getMessage())
                                                        .hasSizeLessThan(300)));
    }

    @Test
    void refusesIfNoneMatchThatWouldBeIgnored() {
        assertThatThrownBy(() -> Conditions.noneMatch("\"7\"")).isInstanceOf(Failure.class);
    }

    private static void holds(Precondition precondition, Optional<Item> item) {
        assertThatCode(() -> precondition.check(item)).doesNotThrowAnyException();
    }

    private static void fails(Precondition precondition, Optional<Item> item) {
        assertThatThrownBy(() -> precondition.check(item))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CHANGE_CONFLICT));
    }
}
