package io.hansa.web.ingress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BufferedRequestTest {
    private String method = "POST";
    private String type = "application/x-www-form-urlencoded; charset=whatever";
    private String encoding;

    @Test
    void dataIsReadAsStreamOrAsText() throws IOException {
        assertThat(with("ä").getInputStream().readAllBytes()).isEqualTo(bytes("ä"));
        assertThat(with("ä").getReader().readLine()).isEqualTo("ä");
        encoding = "ISO-8859-1";
        assertThat(new BufferedRequest(request(), new byte[] {(byte) 0xe4}).getReader().readLine())
                .isEqualTo("ä");
    }

    @Test
    void aFormsParametersFollowThoseOfTheAddress() {
        BufferedRequest request = with("a=1&b=x+y%C3%A4&c&a=2&");

        assertThat(request.getParameterValues("a")).containsExactly("of the address", "1", "2");
        assertThat(request.getParameter("a")).isEqualTo("of the address");
        assertThat(request.getParameter("b")).isEqualTo("x yä");
        assertThat(request.getParameter("c")).isEmpty();
        assertThat(request.getParameter("d")).isNull();
        assertThat(Collections.list(request.getParameterNames())).containsExactly("a", "b", "c");
    }

    @Test
    void aFormHasItsOwnEncoding() {
        encoding = "ISO-8859-1";

        assertThat(with("b=%E4").getParameter("b")).isEqualTo("ä");
    }

    @Test
    void otherContentTypeHasNoParameters() {
        type = "application/json";
        assertThat(with("b=1").getParameter("b")).isNull();

        type = "application/x-www-form-urlencoded";
        method = "PUT";
        assertThat(with("b=1").getParameter("b")).isNull();
    }

    @Test
    void malformedFormIsRefused() {
        Failure refusal =
                catchThrowableOfType(Failure.class, () -> with("b=%zz").getParameter("b"));

        assertThat(refusal.code()).isEqualTo(ErrorCode.REQUEST_INVALID);
    }

    private BufferedRequest with(String data) {
        return new BufferedRequest(request(), bytes(data));
    }

    private static byte[] bytes(String text) {
        Charset charset = StandardCharsets.UTF_8;
        return text.getBytes(charset);
    }

    private HttpServletRequest request() {
        return (HttpServletRequest)
                Proxy.newProxyInstance(
                        BufferedRequestTest.class.getClassLoader(),
                        new Class<?>[] {HttpServletRequest.class},
                        (proxy, called, arguments) ->
                                switch (called.getName()) {
                                    case "getMethod" -> method;
                                    case "getContentType" -> type;
                                    case "getCharacterEncoding" -> encoding;
                                    case "getParameterMap" ->
                                            Map.of("a", new String[] {"of the address"});
                                    default ->
                                            throw new UnsupportedOperationException(
                                                    called.getName());
                                });
    }
}
