package io.hansa.it.servers;

import io.hansa.it.system.RunningServer;
import java.io.IOException;
import java.util.Map;

/** The extranet listener of WildFly, whose ports are moved by an offset. */
class WildFlyExtranetIT extends ExtranetListenerIT {
    private static final int OFFSET = 100;

    @Override
    RunningServer start(Map<String, String> settings) throws IOException {
        return RunningServer.startMoved("wildfly", "on-extranet", settings, OFFSET);
    }

    @Override
    int portOffset() {
        return OFFSET;
    }
}
