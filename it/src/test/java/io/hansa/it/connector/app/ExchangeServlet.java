package io.hansa.it.connector.app;

import io.hansa.connector.Delimiter;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.ServerConnection;
import io.hansa.connector.ServerConnectionFactory;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import jakarta.resource.ResourceException;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Sends what is posted to a server that speaks lines in EBCDIC, and answers with its reply. */
@WebServlet("/exchange/*")
public class ExchangeServlet extends HttpServlet {
    @Serial private static final long serialVersionUID = 1L;

    private static final long TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(5);

    private transient ServerConnectionFactory connections;

    /** The server says by what name it has bound the factory: names differ between servers. */
    @Override
    public void init() throws ServletException {
        String name = System.getProperty("other.connections", "eis/hansa");
        try {
            connections = InitialContext.doLookup(name);
        } catch (NamingException e) {
            throw new ServletException("There is no connection factory " + name, e);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ServerTarget target = target(Integer.parseInt(request.getPathInfo().substring(1)));
        ServerRequest toServer =
                new ServerRequest(
                        request.getInputStream().readAllBytes(),
                        "text/plain",
                        Map.of(),
                        System.nanoTime() + TIMEOUT_NANOS);
        try (ServerConnection connection = connections.getConnection()) {
            ServerReply reply = connection.exchange(target, toServer);
            response.getOutputStream().write(reply.payload());
        } catch (ExchangeException failed) {
            response.sendError(
                    failed.sent() ? 502 : 503, failed.kind() + " " + failed.getMessage());
        } catch (ResourceException exhausted) {
            response.sendError(503, exhausted.getMessage());
        }
    }

    private static ServerTarget target(int port) {
        return new ServerTarget(
                "mainframe-" + port,
                URI.create("tcp://127.0.0.1:" + port),
                new Delimiter(new byte[] {0x15}),
                Charset.forName("IBM037"),
                8,
                500,
                1 << 20,
                null);
    }
}
