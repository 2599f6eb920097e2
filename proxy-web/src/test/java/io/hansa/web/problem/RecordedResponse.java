package io.hansa.web.problem;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What a servlet answered. Knows the few methods that the problem writer calls, and no others. */
final class RecordedResponse {
    final Map<String, String> headers = new HashMap<>();
    final ByteArrayOutputStream body = new ByteArrayOutputStream();
    boolean committed;
    int status;
    int length;

    HttpServletResponse response() {
        return (HttpServletResponse)
                Proxy.newProxyInstance(
                        HttpServletResponse.class.getClassLoader(),
                        new Class<?>[] {HttpServletResponse.class},
                        (proxy, method, arguments) -> called(method.getName(), arguments));
    }

    String text() {
        return body.toString(StandardCharsets.UTF_8);
    }

    private Object called(String method, Object... arguments) {
        switch (method) {
            case "isCommitted":
                return committed;
            case "resetBuffer":
                body.reset();
                return null;
            case "setStatus":
                status = (int) arguments[0];
                return null;
            case "setHeader":
                headers.put((String) arguments[0], (String) arguments[1]);
                return null;
            case "setContentLength":
                length = (int) arguments[0];
                return null;
            case "getOutputStream":
                return new Out();
            default:
                throw new UnsupportedOperationException(method);
        }
    }

    private final class Out extends ServletOutputStream {
        @Override
        public void write(int b) {
            body.write(b);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
