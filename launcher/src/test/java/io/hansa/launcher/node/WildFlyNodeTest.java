package io.hansa.launcher.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.launcher.process.ProcessOrder;
import io.hansa.launcher.workspace.LaunchException;
import io.hansa.launcher.workspace.Workspace;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WildFlyNodeTest {

    private static final Extranet EXTRANET =
            new Extranet(8281, Path.of("/own.p12"), "key-pw", "proxy", Path.of("/t.p12"), "tr-pw");

    private static final OptionalInt OFF = OptionalInt.empty();

    @TempDir private Path home;
    private Workspace workspace;

    @BeforeEach
    void provision() throws IOException {
        workspace = new Workspace(home);
        Path configuration = workspace.wildfly().resolve("standalone/configuration");
        Files.createDirectories(configuration);
        Files.createDirectories(workspace.wildfly().resolve("modules"));
        Files.createFile(workspace.wildfly().resolve("jboss-modules.jar"));
        Files.writeString(configuration.resolve("standalone.xml"), "<server/>");
        Files.createDirectories(workspace.ear().getParent());
        Files.writeString(workspace.ear(), "ear");
    }

    @Test
    void runsOnABaseDirectoryOfItsOwn() throws Exception {
        ProcessOrder order = WildFlyNode.prepare(workspace, plan(Optional.empty()), OFF);
        assertThat(file("server/configuration/standalone.xml")).isEqualTo("<server/>");
        assertThat(file("server/deployments/hansa.ear")).isEqualTo("ear");
        assertThat(order.command())
                .contains("-Djboss.server.base.dir=" + home.resolve("node/server"))
                .contains("-Djboss.home.dir=" + workspace.wildfly(), "-Xmx1m");
    }

    @Test
    void takesNoPortThatAnotherNodeMayHave() throws Exception {
        assertThat(WildFlyNode.prepare(workspace, plan(Optional.empty()), OFF).command())
                .contains("-Djboss.http.port=8181", "-Djboss.management.http.port=0")
                .noneMatch(argument -> argument.startsWith("-Dhansa.iiop"));
    }

    @Test
    void listensWhereThePlanSays() throws Exception {
        Listeners all = new Listeners(InetAddress.getByName("0.0.0.0"), 8181, Optional.empty());
        assertThat(WildFlyNode.prepare(workspace, plan(all), OFF).command())
                .contains("-Djboss.bind.address=0.0.0.0");
    }

    /** The digest is the one that {@code bin/add-user.sh -a -u hansa -p secret-1} writes. */
    @Test
    void remotingUserIsWrittenInTheServersFormat() throws Exception {
        NodePlan plan = plan(Optional.empty());
        WildFlyNode.prepare(workspace, plan, OFF);
        WildFlyNode.addUser(plan, "hansa", "secret-1");
        assertThat(file("server/configuration/application-users.properties"))
                .isEqualTo("hansa=123fd5e8bd0aa327ed4e0f16968bc6df\n");
    }

    @Test
    void iiopIsConfiguredOnlyWhenAskedFor() throws Exception {
        script("echo \"$1\" > \"$WILDFLY_BASE/configured\"");
        ProcessOrder order =
                WildFlyNode.prepare(workspace, plan(Optional.empty()), OptionalInt.of(3999));
        assertThat(file("server/configured").strip()).isEqualTo("iiop");
        assertThat(order.command()).contains("-Dhansa.iiop.port=3999");
    }

    @Test
    void configuresExtranetListenerOnlyWhenThereIsOne() throws Exception {
        script("echo \"$1 $WILDFLY_HOME\" > \"$WILDFLY_BASE/configured\"");
        WildFlyNode.prepare(workspace, plan(Optional.empty()), OFF);
        assertThat(home.resolve("node/server/configured")).doesNotExist();
        Files.delete(home.resolve("node/server/configuration/standalone.xml"));
        Files.delete(home.resolve("node/server/deployments/hansa.ear"));
        ProcessOrder order = WildFlyNode.prepare(workspace, plan(Optional.of(EXTRANET)), OFF);
        assertThat(file("server/configured").strip()).isEqualTo("extranet " + workspace.wildfly());
        assertThat(order.environment()).containsEntry("HANSA_EXTRANET_KEYSTORE_PASSWORD", "key-pw");
        assertThat(String.join(" ", order.command())).doesNotContain("key-pw", "tr-pw");
    }

    @Test
    void saysWhyItCouldNotBeConfigured() throws Exception {
        script("echo no such resource; exit 1");
        assertThatThrownBy(() -> WildFlyNode.prepare(workspace, plan(Optional.of(EXTRANET)), OFF))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("no such resource");
    }

    private void script(String line) throws IOException {
        Path script = workspace.wildflyConfiguration().resolve("configure");
        Files.writeString(script, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private NodePlan plan(Optional<Extranet> extranet) {
        return plan(Listeners.onLoopback(8181, extranet));
    }

    private NodePlan plan(Listeners listeners) {
        return new NodePlan(
                "shop-a",
                NodeFiles.below(home.resolve("node"), Optional.empty()),
                listeners,
                new NodeJvm(List.of("-Xmx1m"), true),
                Map.of("HANSA_PROXY_ID", "shop-a"));
    }

    private String file(String name) throws IOException {
        return Files.readString(home.resolve("node").resolve(name));
    }
}
