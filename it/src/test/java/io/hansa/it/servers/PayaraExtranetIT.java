package io.hansa.it.servers;

import io.hansa.it.system.RunningServer;
import java.io.IOException;
import java.util.Map;

/** The extranet listener of Payara Server. */
class PayaraExtranetIT extends ExtranetListenerIT {
    @Override
    RunningServer start(Map<String, String> settings) throws IOException {
        return RunningServer.start("payara", "on-extranet", settings);
    }

    @Override
    int portOffset() {
        return 0;
    }
}
