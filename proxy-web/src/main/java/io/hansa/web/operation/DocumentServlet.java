package io.hansa.web.operation;

import io.hansa.web.problem.ContainerRefusal;
import io.hansa.web.problem.ServletProblems;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** A document that can be read and nothing else. */
public abstract class DocumentServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final List<String> ALLOWED = List.of("GET", "HEAD", "OPTIONS");

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        switch (request.getMethod()) {
            case "GET", "HEAD" -> super.service(request, response);
            case "OPTIONS" -> response.setHeader("Allow", String.join(", ", ALLOWED));
            default ->
                    ServletProblems.write(
                            ContainerRefusal.methodNotAllowed(
                                    "This address can only be read; use GET or HEAD.", ALLOWED),
                            request,
                            response);
        }
    }
}
