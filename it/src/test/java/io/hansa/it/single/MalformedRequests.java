package io.hansa.it.single;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Requests by the byte: those that must be refused, and some that must not. */
final class MalformedRequests {
    private static final String HOST = "Host: here\r\n";
    private static final String LIVE = "GET /health/live HTTP/1.1\r\n";
    private static final String GET = LIVE + HOST;
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String POST = "POST /api/v1/token HTTP/1.1\r\n" + HOST + FORM;
    private static final String CHUNK = "\r\n\r\n5\r\nhello\r\n0\r\n\r\n";

    private MalformedRequests() {}

    static Stream<Arguments> all() {
        return Stream.of(codings(), lengths(), hosts(), lines(), fields()).flatMap(each -> each);
    }

    private static Stream<Arguments> codings() {
        return Stream.of(
                of("another coding", POST + "Transfer-Encoding: xchunked" + CHUNK),
                of("a coding that only begins so", POST + "Transfer-Encoding: chunkedx" + CHUNK),
                of("identity", POST + "Transfer-Encoding: identity" + CHUNK),
                of("two codings", POST + "Transfer-Encoding: gzip, chunked" + CHUNK),
                of("chunked not last", POST + "Transfer-Encoding: chunked, identity" + CHUNK),
                of("chunked twice", POST + "Transfer-Encoding: chunked, chunked" + CHUNK),
                of("no coding", POST + "Transfer-Encoding: " + CHUNK),
                of("another coding of a GET", GET + "Transfer-Encoding: xchunked" + CHUNK),
                of(
                        "two fields of coding",
                        POST + "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity" + CHUNK),
                of(
                        "a coding in HTTP/1.0",
                        POST.replace("1.1", "1.0")
                                + "Connection: keep-alive\r\nTransfer-Encoding: chunked"
                                + CHUNK),
                of(
                        "a coding for a service",
                        "POST /api/v1/services/a HTTP/1.1\r\n"
                                + HOST
                                + "Transfer-Encoding: xchunked"
                                + CHUNK));
    }

    private static Stream<Arguments> lengths() {
        return Stream.of(
                length("length and coding", "5\r\nTransfer-Encoding: chunked"),
                length("lengths that differ", "5\r\nContent-Length: 6"),
                length("the same length twice", "5\r\nContent-Length: 5"),
                length("a list of lengths", "5, 5"),
                length("a plus", "+5"),
                length("a minus", "-5"),
                length("hexadecimal", "0x5"),
                length("no length", ""),
                length("2^63", "9223372036854775808"),
                length("2^64 and 5", "18446744073709551621"),
                length("2^64", "18446744073709551616"),
                length("far more", "9".repeat(40)));
    }

    private static Stream<Arguments> hosts() {
        return Stream.of(
                of("two hosts", GET + "Host: there\r\n\r\n"),
                of("the same host twice", GET + HOST + "\r\n"),
                of("no host", LIVE + "\r\n"),
                of("a host that is none", LIVE + "Host: a b/@c\r\n\r\n"));
    }

    private static Stream<Arguments> lines() {
        return Stream.of(
                of("HTTP/0.9", "GET /health/live\r\n\r\n"),
                of("HTTP/0.9 by name", GET.replace("1.1", "0.9") + "\r\n"),
                of("HTTP/2.0", GET.replace("1.1", "2.0") + "\r\n"),
                of("a method that is no word", GET.replace("GET", "G(T") + "\r\n"),
                of("POST to a star", "POST * HTTP/1.1\r\n" + HOST + "Content-Length: 0\r\n\r\n"),
                of("GET of a star", "GET * HTTP/1.1\r\n" + HOST + "\r\n"),
                of("no slash", GET.replace("/health", "health") + "\r\n"),
                of("a tunnel", "CONNECT there:80 HTTP/1.1\r\n" + HOST + "\r\n"));
    }

    private static Stream<Arguments> fields() {
        return Stream.of(
                field("NUL in a value", "X-A: a\0b"),
                field("a control character in a value", "X-A: a\1b"),
                field("NUL in a name", "X-\0A: a"),
                field("a space before the colon of a coding", "Transfer-Encoding : chunked"));
    }

    /** What Undertow's parser hides from later handlers. */
    static Stream<Arguments> hidden() {
        return Stream.of(
                of("LF alone", GET.replace("\r", "") + "\n"),
                of("LF alone behind the first line", LIVE.replace("\r", "") + HOST + "\r\n"),
                of("LF alone at the end", GET + "\n"),
                field("LF in a value", "X-A: a\nX-B: b"),
                field("CR in a value", "X-A: a\rb"),
                field("a value on two lines", "X-A: a\r\n b"),
                field("a coding on the second line", "Transfer-Encoding:\r\n\tchunked"),
                field("a space before the name", " X-A: a"),
                field("a space before the colon", "X-A : a"),
                field("no name", ": a"),
                field("no colon", "X-A"),
                of("two spaces", GET.replace(" /", "  /") + "\r\n"),
                of("tabs", GET.replace(" /health/live ", "\t/health/live\t") + "\r\n"));
    }

    static Stream<Arguments> fine() {
        return Stream.of(
                of("plain", GET + "\r\n"),
                of("white space around a value", GET + "X-A:\t a b\t \r\nX-B:\r\n\r\n"),
                of("the whole address", GET.replace("/health", "http://here/health") + "\r\n"),
                of("a host with port", LIVE + "Host: [::1]:8080\r\n\r\n"));
    }

    private static Arguments length(String name, String value) {
        return of("length: " + name, POST + "Content-Length: " + value + "\r\n\r\nhello");
    }

    private static Arguments field(String name, String line) {
        return of("field: " + name, GET + line + "\r\n\r\n");
    }

    private static Arguments of(String name, String request) {
        return Arguments.of(name, request);
    }
}
