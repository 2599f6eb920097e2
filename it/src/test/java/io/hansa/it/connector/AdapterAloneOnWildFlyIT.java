package io.hansa.it.connector;

import io.hansa.it.system.Project;
import io.hansa.it.system.StartedNode;
import java.io.IOException;
import java.util.List;

/** The same application and the same resource adapter on WildFly. */
class AdapterAloneOnWildFlyIT extends OtherApplication {
    @Override
    StartedNode start(OtherWar war) throws IOException {
        return WildFlySystem.start(
                List.of(
                        Project.built("proxy-ear/target/hansa-micro/hansa-connector.rar"),
                        war.file()),
                List.of("connector"),
                List.of(OtherWar.PASSWORD, "-Dother.connections=java:/eis/hansa"),
                "/up.txt");
    }
}
