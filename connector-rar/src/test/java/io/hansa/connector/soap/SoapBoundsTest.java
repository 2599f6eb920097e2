package io.hansa.connector.soap;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.hansa.connector.Soap;
import io.hansa.connector.Soap.Version;
import io.hansa.connector.pool.Deadline;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A reply that would take the parser quadratic time is refused, or costs linear time. */
class SoapBoundsTest {

    private static final String NS = Version.V1_1.namespace();
    private static final int MANY = 60_000;
    private static final Duration PROMPT = Duration.ofSeconds(20);

    private final SoapEnvelope envelope = new SoapEnvelope(new Soap(Version.V1_1, ""));

    @ParameterizedTest
    @ValueSource(strings = {"xmlns:n%d=\"u\"", "a%d='1'", "a%d = \">\"", "xmlns:n%d='/>'"})
    void manyAttributesAreRefused(String attribute) {
        String content = "<r " + repeated(MANY, attribute + " ") + "/>";
        prompt(
                () ->
                        assertThatThrownBy(() -> unwrapped(content))
                                .isInstanceOf(SoapException.class)
                                .rootCause()
                                .hasMessageContaining("attributes"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- don't -->",
                "<![CDATA[ it's ]]>",
                "<?x it's ?>",
                "<a b='\"'/>",
                "<a b=\"'\"/>"
            })
    void quotesElsewhereHideNoAttributes(String before) {
        String content = "<r>" + before + "<s " + repeated(MANY, "xmlns:n%d='u' ") + "/></r>";
        prompt(
                () ->
                        assertThatThrownBy(() -> unwrapped(content))
                                .rootCause()
                                .hasMessageContaining("attributes"));
    }

    @Test
    void namespacesOfAllAncestorsCount() {
        StringBuilder content = new StringBuilder();
        for (int level = 0; level < 100; level++) {
            content.append(
                    "<r xmlns:n%d='u' xmlns:m%d='u' xmlns:o%d='u'>".formatted(level, level, level));
        }
        assertThatThrownBy(() -> unwrapped(content + "x" + "</r>".repeat(100)))
                .rootCause()
                .hasMessageContaining("namespaces");
    }

    @Test
    void namespacesOfSiblingsDoNotAddUp() throws Exception {
        String content = "<r>" + repeated(10_000, "<s xmlns:n%d='u'/>") + "</r>";
        assertThat(unwrapped(content)).startsWith("<r><s xmlns:n0=\"u\"></s>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a>", "<a xmlns='u'>"})
    void deepElementsAreRefused(String element) {
        prompt(
                () ->
                        assertThatThrownBy(() -> unwrapped(element.repeat(MANY)))
                                .rootCause()
                                .hasMessageContaining("deeper"));
    }

    static Stream<String> longContents() {
        int bytes = 1 << 20;
        return Stream.of(
                "=".repeat(bytes),
                "&#65;".repeat(bytes / 5),
                "<![CDATA[x]]>".repeat(bytes / 13),
                "<!-- x -->".repeat(bytes / 10),
                "<?x y?>".repeat(bytes / 7),
                "<a/>".repeat(bytes / 4),
                "<a b='" + "=".repeat(bytes) + "'/>",
                "<a b='" + "&lt;".repeat(bytes / 4) + "'/>",
                "<a>" + "\r\n".repeat(bytes / 2) + "</a>");
    }

    @ParameterizedTest
    @MethodSource("longContents")
    void longRepliesCostLinearTime(String content) {
        prompt(() -> assertThat(unwrapped("<r>" + content + "</r>")).startsWith("<r>"));
    }

    @Test
    void nothingIsReadAfterTheDeadline() {
        byte[] reply = reply("<r/>").getBytes(UTF_8);
        assertThatThrownBy(() -> envelope.unwrap(reply, null, Deadline.inMillis(-1)))
                .rootCause()
                .hasMessageContaining("deadline");
        assertThatThrownBy(() -> envelope.wrap("<q/>".getBytes(UTF_8), null, Deadline.inMillis(-1)))
                .rootCause()
                .hasMessageContaining("deadline");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16", "UTF-16LE", "IBM1047"})
    void theStatedCharsetIsHonoured(String name) throws Exception {
        Charset charset = Charset.forName(name);
        byte[] reply = reply("<r>\u00fc</r>").getBytes(charset);
        assertThat(text(envelope.unwrap(reply, name, soon()))).isEqualTo("<r>\u00fc</r>");
    }

    @Test
    void theDeclaredCharsetIsHonoured() throws Exception {
        String reply = "<?xml version='1.0' encoding='ISO-8859-1'?>" + reply("<r>\u00fc</r>");
        assertThat(
                        text(
                                envelope.unwrap(
                                        reply.getBytes(Charset.forName("ISO-8859-1")),
                                        null,
                                        soon())))
                .isEqualTo("<r>\u00fc</r>");
        assertThat(text(envelope.unwrap(reply("<r>\u4ef7</r>").getBytes(UTF_16), null, soon())))
                .isEqualTo("<r>\u4ef7</r>");
        assertThat(
                        text(
                                envelope.unwrap(
                                        ("\uFEFF" + reply("<r>\u00fc</r>")).getBytes(UTF_8),
                                        null,
                                        soon())))
                .isEqualTo("<r>\u00fc</r>");
    }

    private static void prompt(Executable work) {
        assertTimeoutPreemptively(PROMPT, work);
    }

    private String unwrapped(String content) throws SoapException {
        return text(envelope.unwrap(reply(content).getBytes(UTF_8), null, soon()));
    }

    private static String text(SoapContent content) {
        return new String(content.xml(), UTF_8);
    }

    private static String reply(String content) {
        return "<s:Envelope xmlns:s='" + NS + "'><s:Body>" + content + "</s:Body></s:Envelope>";
    }

    private static String repeated(int times, String format) {
        return IntStream.range(0, times)
                .mapToObj(number -> format.replace("%d", Integer.toString(number)))
                .collect(Collectors.joining());
    }

    private static Deadline soon() {
        return Deadline.inMillis(60_000);
    }
}
