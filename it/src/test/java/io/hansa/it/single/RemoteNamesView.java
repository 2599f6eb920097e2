package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.RemoteTransport;
import io.hansa.it.system.RemoteTransport.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A program without an account can only read the names by which the remote view is found. */
interface RemoteNamesView extends SeenProxy {
    List<RemoteTransport> ways() throws IOException;

    @Test
    default void namesAreReadOnlyByIiop() throws IOException {
        RemoteTransport iiop =
                ways().stream().filter(way -> way.name().equals("IIOP")).findFirst().orElseThrow();

        Outcome told = iiop.asIntruderOfNames().call(Map.of(), "", "");

        assertThat(told.exit()).as(told.text()).isZero();
        assertThat(told.text())
                .contains("rebind refused", "unbind refused", "new_context refused")
                .contains("the view is there");
    }
}
