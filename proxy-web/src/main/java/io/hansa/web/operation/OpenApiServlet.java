package io.hansa.web.operation;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The description of everything that this proxy serves. No account is needed. {@code ExtranetGate}
 * hides it from peers of other organizations.
 */
@WebServlet({"/openapi.yaml", "/openapi.json"})
public class OpenApiServlet extends DocumentServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        OpenApiText text =
                request.getServletPath().endsWith(".yaml")
                        ? OpenApiText.yaml()
                        : OpenApiText.json();
        response.setHeader("ETag", text.tag());
        response.setHeader("Cache-Control", "no-cache");
        if (text.isKnown(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setHeader("Content-Type", text.mediaType());
        response.setContentLength(text.length());
        text.writeTo(response.getOutputStream());
    }
}
