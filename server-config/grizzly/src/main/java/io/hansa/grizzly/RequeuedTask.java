package io.hansa.grizzly;

import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.ConnectionProbe;
import org.glassfish.grizzly.IOEvent;
import org.glassfish.grizzly.monitoring.MonitoringConfig;

/**
 * The task of a connection that the selector was not asked about, so there may be nothing to read.
 */
final class RequeuedTask extends ConnectionTask {
    private final ReadProbe reads;

    RequeuedTask(RequeueingIOStrategy strategy, Connection<?> connection) {
        super(strategy, connection, IOEvent.READ);
        this.reads = ReadProbe.of(connection);
    }

    @Override
    void fire() {
        reads.nothing = true;
        super.fire();
    }

    @Override
    boolean foundNothing() {
        return reads.nothing;
    }

    /** Notes whether anything was read. Grizzly does not tell that after the event. */
    private static final class ReadProbe extends ConnectionProbe.Adapter {
        volatile boolean nothing;

        /** The probe of the connection, which keeps it as long as it lives. */
        static ReadProbe of(Connection<?> connection) {
            MonitoringConfig<ConnectionProbe> probes = connection.getMonitoringConfig();
            for (ConnectionProbe probe : probes.getProbes()) {
                if (probe instanceof ReadProbe reads) {
                    return reads;
                }
            }
            ReadProbe reads = new ReadProbe();
            probes.addProbes(reads);
            return reads;
        }

        @Override
        public void onReadEvent(Connection connection, Buffer data, int size) {
            nothing = false;
        }
    }
}
