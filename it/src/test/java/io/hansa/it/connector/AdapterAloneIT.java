package io.hansa.it.connector;

import io.hansa.it.system.MicroOrder;
import io.hansa.it.system.MicroSystem;
import io.hansa.it.system.StartedNode;
import java.io.IOException;
import java.util.List;

/** Another application and the shipped resource adapter on Payara Micro. */
class AdapterAloneIT extends OtherApplication {
    @Override
    StartedNode start(OtherWar war) throws IOException {
        return MicroSystem.start(
                MicroOrder.application(war.file(), List.of(OtherWar.PASSWORD), "/up.txt"));
    }
}
