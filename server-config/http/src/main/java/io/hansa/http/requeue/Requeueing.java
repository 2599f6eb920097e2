package io.hansa.http.requeue;

import io.hansa.http.Switches;
import java.util.Set;

/**
 * Whether connections are requeued on this server. Requeueing relies on internals of the server's
 * HTTP library (docs/server-internals.md), so it is on only for versions that it is tested with.
 * The log tells the outcome in one line.
 */
public final class Requeueing {
    private static final System.Logger LOG = System.getLogger(Requeueing.class.getName());

    private Requeueing() {}

    /**
     * @param library the HTTP library's name, for the log
     * @param version the version that is running
     * @param tested the versions that the tests of this build ran with
     */
    public static boolean isOn(String library, String version, Set<String> tested) {
        if (!Switches.isOn(Switches.REQUEUE)) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "HANSA-7001 Connections are not requeued: {0} is false.",
                    Switches.REQUEUE);
            return false;
        }
        if (!tested.contains(version)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "HANSA-7002 Connections are not requeued: {0} {1} is not a tested version; tested: {2}.",
                    library,
                    version,
                    String.join(", ", tested));
            return false;
        }
        LOG.log(
                System.Logger.Level.INFO,
                "HANSA-7003 Connections are requeued behind those that wait for a worker: {0} {1}.",
                library,
                version);
        return true;
    }
}
