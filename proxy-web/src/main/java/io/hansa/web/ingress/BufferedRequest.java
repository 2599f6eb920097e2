package io.hansa.web.ingress;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

/** A request whose body has been read already, and is given as stream, text or form parameters. */
final class BufferedRequest extends HttpServletRequestWrapper {
    private final byte[] data;
    private ServletInputStream in;
    private BufferedReader reader;
    private Map<String, String[]> parameters;

    BufferedRequest(HttpServletRequest request, byte[] data) {
        super(request);
        this.data = data;
    }

    @Override
    public ServletInputStream getInputStream() {
        if (in == null) {
            in = new BodyStream(data);
        }
        return in;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        if (reader == null) {
            String encoding = getCharacterEncoding();
            reader =
                    new BufferedReader(
                            new InputStreamReader(
                                    getInputStream(), encoding == null ? "UTF-8" : encoding));
        }
        return reader;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        if (parameters == null) {
            parameters = Form.in(this, data, super.getParameterMap());
        }
        return parameters;
    }

    @Override
    public String[] getParameterValues(String name) {
        return getParameterMap().get(name);
    }

    @Override
    public String getParameter(String name) {
        String[] values = getParameterValues(name);
        return values == null ? null : values[0];
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    /** A stream that never waits. */
    private static final class BodyStream extends ServletInputStream {
        private final ByteArrayInputStream in;

        BodyStream(byte[] data) {
            in = new ByteArrayInputStream(data);
        }

        @Override
        public int read() {
            return in.read();
        }

        @Override
        public int read(byte[] to, int from, int max) {
            return in.read(to, from, max);
        }

        @Override
        public int available() {
            return in.available();
        }

        @Override
        public boolean isFinished() {
            return in.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("The whole body is here; read it without a listener.");
        }
    }
}
