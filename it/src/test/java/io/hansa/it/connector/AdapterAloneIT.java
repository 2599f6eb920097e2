package io.hansa.it.connector;

import io.hansa.it.system.MicroOrder;
import io.hansa.it.system.MicroSystem;
import io.hansa.it.system.NodeSite;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Another application and the shipped resource adapter on Payara Micro. */
class AdapterAloneIT implements OtherApplication {
    private static OtherWar war;
    private static MicroSystem node;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        war = OtherWar.in(directory);
        node =
                MicroSystem.start(
                        MicroOrder.application(
                                war.file(),
                                List.of("-D" + OtherWar.PASSWORD_PROPERTY + "=" + TlsKey.PASSWORD),
                                "/up.txt"));
    }

    @AfterAll
    static void stop() {
        if (node != null) {
            node.close();
        }
    }

    @Override
    public NodeSite site() {
        return node.site();
    }

    @Override
    public OtherWar war() {
        return war;
    }
}
