package io.hansa.web.operation;

import io.hansa.proxy.configuration.ProxyIdentity;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Sends a browser that opens the address of a proxy to the console, and tells others what this is
 * and where to read next. The extranet listener does not show it.
 */
@WebServlet("")
public class AboutServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final String TEXT =
            """
            Hansa: a proxy in front of business servers.
            This is the proxy %s, region %s, organization %s.

            GET  /console/                      is where people manage and watch it
            POST /api/v1/services/{capability}  calls a business server
            GET  /api/v1/capabilities           lists what can be called
            POST /api/v1/token                  gives an account a token
                 /api/v1/admin/...              administers accounts, permissions, servers and peers
            GET  /health/ready                  tells whether the proxy takes requests
            GET  /metrics                       has its figures
            """;

    @Inject private transient ProxyIdentity proxy;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String accepted = request.getHeader("Accept");
        if (accepted != null && accepted.contains("text/html")) {
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", "/console/");
            return;
        }
        byte[] page =
                TEXT.formatted(proxy.id(), proxy.region(), proxy.organization())
                        .getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/plain; charset=utf-8");
        response.setHeader("Cache-Control", "no-cache");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }
}
