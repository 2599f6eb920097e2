package io.hansa.proxy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {
    private enum Colour {
        RED,
        BLUE
    }

    @Test
    void namesTheUnknownMemberAndTheKnownOnes() {
        Document document = document("{\"name\":\"a\",\"colour\":\"RED\",\"weigth\":1}");
        document.text("name");
        document.choice("colour", Colour.class, Colour.BLUE);
        refused(document::end, "paint has no member \"weigth\"; its members are name, colour.");
    }

    @Test
    void anArrayOfTextsIsBounded() {
        Document document = document("{\"groups\":[" + "\"a\",".repeat(1000) + "\"a\"]}");
        refused(
                () -> document.names("groups"),
                "groups of paint is 1001 texts long; give at most 1000.");
    }

    @Test
    void sentenceIsBoundedWithLongQuotes() {
        assertThat(document("{}").refused("x".repeat(100_000)).getMessage()).hasSize(2001);
    }

    @Test
    void takesNullForAbsent() {
        Document document = document("{\"a\":null,\"b\":null,\"c\":null}");
        assertThat(document.text("a")).isEmpty();
        assertThat(document.flag("b", true)).isTrue();
        assertThat(document.whole("c", 7, 1, 9)).isEqualTo(7);
        document.end();
    }

    @Test
    void doesNotRepeatAValueOfWrongType() {
        Document document = document("{\"password\":12345}");
        assertThatThrownBy(() -> document.text("password"))
                .hasMessage("password of paint is of the type number; give a text.")
                .hasMessageNotContaining("12345");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "1e999999999", "-1e999999999", "9223372036854775808"})
    void refusesANumberOutOfRangeHoweverItIsWritten(String number) {
        Document document = document("{\"layers\":" + number + "}");
        assertThatThrownBy(() -> document.whole("layers", 1, 1, 100))
                .isInstanceOf(Failure.class)
                .hasMessageEndingWith("give a number from 1 to 100.");
    }

    @Test
    void refusesAFractionForAWholeNumber() {
        Document document = document("{\"layers\":1.5}");
        refused(
                () -> document.whole("layers", 1, 1, 100),
                "layers of paint is 1.5; give a whole number.");
    }

    @Test
    void takesAWholeNumberInAnyNotation() {
        assertThat(document("{\"layers\":2.0e1}").whole("layers", 1, 1, 100)).isEqualTo(20);
    }

    @Test
    void namesTheConstantsOfAChoice() {
        Document document = document("{\"colour\":\"red\"}");
        refused(
                () -> document.choice("colour", Colour.class, Colour.RED),
                "colour of paint is \"red\"; give one of [RED, BLUE].");
    }

    @Test
    void refusesAnotherKeyThanTheAddress() {
        Document document = document("{\"name\":\"oil\"}");
        refused(
                () -> document.same("name", "lacquer"),
                "name is \"oil\", but the address contains \"lacquer\"; leave out the member.");
    }

    @Test
    void refusesNamesThatAnAddressCannotHold() {
        Document document = document("{\"names\":[\"ok\",\"a b\"]}");
        assertThatThrownBy(() -> document.names("names"))
                .hasMessageStartingWith("names is \"a b\"; give 1 to 100 letters");
    }

    @Test
    void shortensWhatItQuotes() {
        Document document = document("{\"colour\":\"" + "x".repeat(10_000) + "\"}");
        assertThatThrownBy(() -> document.choice("colour", Colour.class, Colour.RED))
                .message()
                .hasSizeLessThan(300);
    }

    private static Document document(String json) {
        return new Document("paint", JsonText.object(json));
    }

    private static void refused(ThrowingCallable call, String sentence) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.REQUEST_INVALID))
                .hasMessage(sentence);
    }
}
