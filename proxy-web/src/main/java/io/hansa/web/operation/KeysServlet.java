package io.hansa.web.operation;

import io.hansa.proxy.token.SigningKeys;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The keys that verify this proxy's tokens, as a JWK set (RFC 7517). */
@WebServlet("/.well-known/jwks.json")
public class KeysServlet extends DocumentServlet {
    private static final long serialVersionUID = 1L;

    @Inject private transient SigningKeys keys;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "max-age=60");
        byte[] document = keys.document().getBytes(StandardCharsets.UTF_8);
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }
}
