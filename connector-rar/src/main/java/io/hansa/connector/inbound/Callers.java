package io.hansa.connector.inbound;

import io.hansa.connector.Dialogue;
import io.hansa.connector.Fixed;
import io.hansa.connector.ListenerSettings;
import io.hansa.connector.ServerCallListener;
import io.hansa.connector.correlation.ErrorReplies;
import io.hansa.connector.pool.Alarms;
import io.hansa.connector.pool.KeepAlive;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/** The connections to one port, no more than it takes. For any number of threads. */
final class Callers {

    private static final Logger LOG = System.getLogger(Callers.class.getName());

    private final ListenerSettings settings;
    private final ServerCallListener listener;
    private final Executor threads;
    private final Alarms alarms;
    private final ErrorReplies errors;
    private final Semaphore free;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    Callers(
            ListenerSettings settings,
            ServerCallListener listener,
            Executor threads,
            Alarms alarms) {
        this.settings = settings;
        this.listener = listener;
        this.threads = threads;
        this.alarms = alarms;
        this.errors =
                ErrorReplies.of(
                        settings.correlation(),
                        settings.charset(),
                        Dialogue.bare(settings.framing()) instanceof Fixed fixed
                                ? fixed.bytes()
                                : Integer.MAX_VALUE);
        this.free = new Semaphore(settings.limits().maxConnections());
    }

    /** Serves a connection, or closes it where there are as many as may be. */
    void take(Socket socket) {
        if (!free.tryAcquire()) {
            LOG.log(
                    Level.WARNING,
                    "HANSA-1103 Listener {0} has {1} connections, its maximum. A new one was closed: raise its limit or close some.",
                    settings.name(),
                    settings.limits().maxConnections());
            quietly(socket);
            return;
        }
        open.add(socket);
        try {
            threads.execute(() -> serve(socket));
        } catch (RejectedExecutionException e) {
            LOG.log(
                    Level.WARNING,
                    "HANSA-1104 Listener {0} has no thread for another connection: enlarge the container''s pool.",
                    settings.name());
            ended(socket);
        }
    }

    void close() {
        open.forEach(Callers::quietly);
    }

    private void serve(Socket socket) {
        try {
            KeepAlive.on(socket);
            conversation(socket).hold();
        } catch (IOException e) {
            LOG.log(
                    Level.DEBUG,
                    "A connection to listener {0} ended: {1}",
                    settings.name(),
                    e.getMessage());
            ended(socket);
        }
    }

    private Conversation conversation(Socket socket) throws IOException {
        CallStream stream = new CallStream(settings, socket, alarms);
        String from = String.valueOf(socket.getInetAddress().getHostAddress());
        Application application = new Application(settings, listener, from);
        Runnable ended = () -> ended(socket);
        if (settings.correlation() == null) {
            return new SequentialConversation(stream, application, errors, ended);
        }
        return new MultiplexedConversation(
                stream,
                new CorrelatedCalls(settings, application, errors),
                settings.limits().maxInFlight(),
                threads,
                ended);
    }

    private void ended(Socket socket) {
        quietly(socket);
        if (open.remove(socket)) {
            free.release();
        }
    }

    static void quietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            LOG.log(Level.DEBUG, "A socket did not close in order; it is gone all the same.", e);
        }
    }
}
