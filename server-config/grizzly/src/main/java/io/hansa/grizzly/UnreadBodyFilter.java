package io.hansa.grizzly;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.FilterChainEvent;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpEvents;
import org.glassfish.grizzly.http.HttpHeader;

/**
 * Closes the connection of an answered request whose body has not come two seconds later. Grizzly
 * drops such a body as it comes, and closes the connection of a client that sends nothing only when
 * the keep-alive time-out has passed. The client may wait for {@code 100 Continue}. Stands behind
 * Grizzly's HTTP parser. Safe for many threads.
 */
final class UnreadBodyFilter extends BaseFilter {
    private static final long MAX_MILLIS = 2000;

    /**
     * One thread for all listeners. Its tasks are at most as many as the requests of two seconds.
     */
    private static final ScheduledExecutorService CLOSER = closer();

    @Override
    public NextAction handleEvent(FilterChainContext context, FilterChainEvent event) {
        Connection<?> connection = context.getConnection();
        HttpHeader request = HeadProbe.arriving(connection);
        if (event.type() == HttpEvents.ResponseCompleteEvent.TYPE
                && request != null
                && request.isExpectContent()) {
            Object body = new Object();
            Pipeline.of(connection).bodyUnread(body);
            CLOSER.schedule(() -> close(connection, body), MAX_MILLIS, TimeUnit.MILLISECONDS);
        }
        return context.getInvokeAction();
    }

    private static void close(Connection<?> connection, Object body) {
        HttpHeader request = HeadProbe.arriving(connection);
        if (Pipeline.of(connection).isUnread(body)
                && request != null
                && request.isSkipRemainder()) {
            connection.closeSilently();
        }
    }

    /**
     * Its thread starts with the first listener. Started by a request, it would keep that
     * application's class loader, by the access control context that a thread inherits.
     */
    private static ScheduledExecutorService closer() {
        ScheduledThreadPoolExecutor closer =
                new ScheduledThreadPoolExecutor(1, UnreadBodyFilter::thread);
        closer.prestartCoreThread();
        return closer;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(null, task, "hansa-unread-bodies", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(UnreadBodyFilter.class.getClassLoader());
        return thread;
    }
}
