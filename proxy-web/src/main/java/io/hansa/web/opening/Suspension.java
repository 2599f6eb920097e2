package io.hansa.web.opening;

import io.hansa.proxy.lifecycle.Drain;
import io.hansa.proxy.lifecycle.ListenerState;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Begins the {@link Opening} of the node. Where the server can be suspended, the server's first
 * resumption begins it, the node drains as it does at SIGTERM when the server is suspended, and
 * takes requests again when it is resumed. The extension of the HTTP server calls this with the
 * phase's name.
 */
@WebListener
public class Suspension implements ServletContextListener {
    private static final Logger LOG = System.getLogger(Suspension.class.getName());
    private static final String SUSPENSION = "io.hansa.http.suspension";
    private static final CompletionStage<Void> DONE = CompletableFuture.completedStage(null);

    @Resource private ManagedThreadFactory threads;
    @Inject private Drain drain;
    @Inject private Opening opening;
    private Runnable leave = () -> {};

    @Override
    public void contextInitialized(ServletContextEvent started) {
        ServletContext context = started.getServletContext();
        if (context.getAttribute(SUSPENSION) instanceof Function<?, ?> registration) {
            @SuppressWarnings("unchecked") // the contract of the attribute
            var register =
                    (Function<Function<String, CompletionStage<Void>>, Runnable>) registration;
            try {
                leave = register.apply(this::take);
            } catch (RuntimeException | LinkageError otherVersion) {
                LOG.log(
                        Level.WARNING,
                        "HANSA-5503 The node does not drain when the server is suspended.",
                        otherVersion);
                opening.begin();
            }
        } else {
            opening.begin();
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent stopped) {
        leave.run();
        if (ListenerState.SERVING.isTold()) {
            ListenerState.forget();
        }
    }

    private CompletionStage<Void> take(String phase) {
        return switch (phase) {
            case "prepare" -> drained();
            case "suspend" -> held();
            default -> resumed();
        };
    }

    private CompletionStage<Void> drained() {
        CompletableFuture<Void> end = new CompletableFuture<>();
        threads.newThread(
                        () -> {
                            try {
                                // WildFly would suspend itself where this ended after a resume.
                                if (drain.run()) {
                                    end.complete(null);
                                }
                            } catch (InterruptedException | RuntimeException failed) {
                                end.completeExceptionally(failed);
                            }
                        })
                .start();
        return end;
    }

    /** Also where the application is deployed while the server starts or is suspended. */
    private static CompletionStage<Void> held() {
        if (!ListenerState.STOPPED.isTold()) {
            ListenerState.STARTING.tell();
        }
        return DONE;
    }

    private CompletionStage<Void> resumed() {
        drain.resume();
        if (ListenerState.STARTING.isTold()) {
            opening.begin();
        } else {
            ListenerState.SERVING.tell();
        }
        return DONE;
    }
}
