package io.hansa.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadTest {
    private static final String LINE = "GET /a HTTP/1.1\r\n";
    private static final String HEAD = LINE + "Host: x\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /a HTTP/1.1\r\nHost: x\r\n\r\n",
                "\r\n\r\nGET /a HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET http://x/a HTTP/1.1\r\nHost: x\r\n\r\nGET  what follows is not looked at",
                "OPTIONS * HTTP/1.1\r\nHost: [::1]:80\r\n\r\n",
                "POST /a HTTP/1.0\r\nContent-Length: 999999999999999999\r\n\r\n",
                "POST /a HTTP/1.1\r\nhost: x\r\nTRANSFER-ENCODING:\t Chunked \r\n\r\n",
                "GET /a HTTP/1.1\r\nHost: x\r\nX:\r\nY: \u00e9\t\r\n\r\n"
            })
    void validHeadHasNoFault(String head) {
        assertThat(fault(head)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X: a\nY: b\r\n",
                "X: a\rb\r\n",
                "X: a\0\r\n",
                "X: \u007f\r\n",
                "X: a\r\n b\r\n",
                " X: a\r\n",
                "\tX: a\r\n",
                "X : a\r\n",
                "X\r\n",
                ": a\r\n",
                "X(: a\r\n",
                "Host: y\r\n",
                "Content-Length: 1\r\nContent-Length: 1\r\n",
                "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n",
                "Content-Length: -1\r\n",
                "Content-Length: 9999999999999999999\r\n",
                "Content-Length:\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: \u000bchunked\r\n",
                "Transfer-Encoding: identity\r\n"
            })
    void malformedFieldIsFault(String fields) {
        assertThat(fault(HEAD + fields + "\r\n")).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "GET /a,first line",
        "GET  /a HTTP/1.1,first line",
        "'GET\t/a HTTP/1.1',first line",
        "GET /a b HTTP/1.1,protocol",
        "GET /a HTTP/0.9,protocol",
        "GET a HTTP/1.1,slash",
        "POST * HTTP/1.1,slash",
        "CONNECT a:80 HTTP/1.1,tunnel"
    })
    void malformedLineIsFault(String line, String named) {
        assertThat(fault(line + "\r\nHost: x\r\n\r\n")).contains(named);
    }

    @Test
    void faultIsFoundInUnfinishedInvalidHeadOnly() {
        String head = HEAD + "X: a\r\n\r\n";
        for (int end = 0; end <= head.length(); end++) {
            assertThat(fault(head.substring(0, end))).as("up to %d", end).isNull();
        }
        assertThat(fault(HEAD + "X: a\r\n b")).isNull();
        assertThat(fault(HEAD + "X: a\r\n b\r\n")).contains("white space");
    }

    private static String fault(String head) {
        byte[] bytes = ("..." + head).getBytes(StandardCharsets.ISO_8859_1);
        return RequestHead.fault(bytes, 3, bytes.length);
    }
}
