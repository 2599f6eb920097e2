package io.hansa.it.connector;

import io.hansa.it.system.NodeSite;
import io.hansa.it.system.Project;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The same application and the same resource adapter on WildFly. */
class AdapterAloneOnWildFlyIT implements OtherApplication {
    private static OtherWar war;
    private static WildFlySystem node;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        war = OtherWar.in(directory);
        node =
                WildFlySystem.start(
                        List.of(
                                Project.built("proxy-ear/target/hansa-micro/hansa-connector.rar"),
                                war.file()),
                        List.of("connector"),
                        List.of(
                                "-D" + OtherWar.PASSWORD_PROPERTY + "=" + TlsKey.PASSWORD,
                                "-Dother.connections=java:/eis/hansa"),
                        "/up.txt");
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
