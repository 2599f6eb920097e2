package io.hansa.web.console;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.web.operation.DocumentServlet;
import io.hansa.web.problem.ServletProblems;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;

/**
 * The console: a page, and files whose addresses change with their content. No account is needed
 * for them, since they hold nothing of this proxy; the page asks the API as the person who signs
 * in. {@code ExtranetGate} hides them from peers of other organizations.
 */
@WebServlet("/console/*")
public class ConsoleServlet extends DocumentServlet {
    private static final long serialVersionUID = 1L;

    /** Content-Security-Policy level 3, with Trusted Types: no string becomes markup or script. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'; require-trusted-types-for 'script';"
                    + " trusted-types 'none'";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String path = request.getPathInfo();
        if (path == null) {
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            response.setHeader("Location", "/console/");
            return;
        }
        boolean index = path.equals("/") || path.equals("/index.html");
        ConsoleFile file = index ? ConsoleFiles.index() : ConsoleFiles.hashed(path);
        if (file == null) {
            ServletProblems.write(
                    Failure.of(
                            ErrorCode.NOT_FOUND,
                            "The console has no such file; open /console/ to load its present"
                                    + " version."),
                    request,
                    response);
            return;
        }
        protect(response);
        response.setHeader(
                "Cache-Control", index ? "no-cache" : "public, max-age=31536000, immutable");
        write(file, request, response);
    }

    private static void protect(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader(
                "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
    }

    private static void write(
            ConsoleFile file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("ETag", file.tag());
        response.setHeader("Vary", "Accept-Encoding");
        String known = request.getHeader("If-None-Match");
        if (known != null && known.contains(file.tag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        String codings = request.getHeader("Accept-Encoding");
        boolean compressed = codings != null && codings.toLowerCase(Locale.ROOT).contains("gzip");
        if (compressed) {
            response.setHeader("Content-Encoding", "gzip");
        }
        byte[] bytes = compressed ? file.compressed() : file.plain();
        response.setHeader("Content-Type", file.mediaType());
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
