package io.hansa.web.ingress;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

/**
 * A request whose data has been taken already. Whoever asks for it, as stream, text or form, gets
 * it as if it had just come.
 */
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
            in = new ByteArrayServletInputStream(data);
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
}
