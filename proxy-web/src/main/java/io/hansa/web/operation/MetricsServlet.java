package io.hansa.web.operation;

import io.hansa.proxy.monitoring.RequestMetrics;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Prometheus text. */
@WebServlet("/metrics")
public class MetricsServlet extends DocumentServlet {
    private static final long serialVersionUID = 1L;

    @Inject private transient RequestMetrics metrics;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType("text/plain; version=0.0.4; charset=utf-8");
        response.getWriter().write(metrics.scrape());
    }
}
