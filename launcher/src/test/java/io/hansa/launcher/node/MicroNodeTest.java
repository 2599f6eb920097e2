package io.hansa.launcher.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.launcher.micro.MicroRuntime;
import io.hansa.launcher.process.Child;
import io.hansa.launcher.process.ProcessOrder;
import io.hansa.launcher.workspace.LaunchException;
import io.hansa.launcher.workspace.Workspace;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MicroNodeTest {

    private static final Extranet EXTRANET =
            new Extranet(
                    8281,
                    Path.of("/stores/own.p12"),
                    "key-secret",
                    "proxy",
                    Path.of("/stores/roots.p12"),
                    "trust-secret");

    @TempDir private Path home;
    private Workspace workspace;

    @BeforeEach
    void configure() throws IOException {
        workspace = new Workspace(home);
        Files.createDirectories(workspace.microConfiguration());
        for (String part :
                List.of(
                        "preboot",
                        "extranet",
                        "listen",
                        "datasource",
                        "postgresql",
                        "h2-server",
                        "connector")) {
            Path file = workspace.microConfiguration().resolve(part + ".asadmin");
            Files.writeString(file, "the " + part + " commands\n");
        }
    }

    @BeforeEach
    void build() throws IOException {
        Files.createDirectories(home.resolve("proxy-ear/target/hansa-micro"));
        Files.writeString(home.resolve("proxy-ear/target/hansa-micro/hansa-connector.rar"), "rar");
        Files.createDirectories(home.resolve("runtime/config"));
        Files.createDirectories(home.resolve("runtime/lib/install"));
        Files.writeString(home.resolve("runtime/config/domain.xml"), "<domain/>");
    }

    @Test
    void givesEachNodeItsOwnServerConfiguration() throws IOException {
        order(plan(Optional.empty()));
        assertThat(file("server/config/domain.xml")).isEqualTo("<domain/>");
        assertThat(file("java.args")).contains("/runtime/launch-micro.jar\"");
    }

    @Test
    void opensNoExtranetListenerUnlessThereIsOne() throws IOException {
        order(plan(Optional.empty()));
        assertThat(file("preboot.asadmin")).contains("preboot").doesNotContain("extranet");
        assertThat(file("java.args")).contains("\"-Dhansa.http.port=8181\"").doesNotContain("ssl");
    }

    @Test
    void listensOnOtherAddressesOnlyWhenAsked() throws IOException {
        order(plan(Optional.of(EXTRANET)));
        assertThat(file("preboot.asadmin")).doesNotContain("the listen commands");
        home = home.resolve("another");
        configure();
        build();
        order(plan(new Listeners(InetAddress.getByName("0.0.0.0"), 8181, Optional.of(EXTRANET))));
        assertThat(file("preboot.asadmin"))
                .containsSubsequence("the preboot", "the extranet", "the listen");
        assertThat(file("java.args")).contains("\"-Dhansa.listen=0.0.0.0\"");
    }

    @Test
    void leavesIpv6SwitchedOn() throws IOException {
        order(plan(Optional.empty()));
        assertThat(file("java.args")).contains("\"-Djava.net.preferIPv4Stack=false\"");
    }

    @Test
    void keepsItsRegistryWhereThePlanSays() throws IOException {
        NodePlan plan = plan(Optional.empty());
        NodeFiles files = new NodeFiles(plan.directory(), home.resolve("kept"), Optional.empty());
        order(new NodePlan(plan.name(), files, plan.listeners(), plan.jvm(), plan.environment()));
        assertThat(file("java.args")).contains("\"-Dhansa.data=" + home.resolve("kept") + "\"");
    }

    @Test
    void givesListenerAndApplicationTheSameStores() throws IOException {
        ProcessOrder order = order(plan(Optional.of(EXTRANET)));
        assertThat(file("preboot.asadmin")).contains("the preboot", "the extranet");
        assertThat(file("java.args"))
                .contains("\"-Dhansa.extranet.port=8281\"")
                .contains("\"-Djavax.net.ssl.keyStore=/stores/own.p12\"")
                .contains("\"-Djavax.net.ssl.trustStorePassword=trust-secret\"");
        assertThat(order.environment())
                .containsEntry("HANSA_EXTRANET_KEYSTORE", "/stores/own.p12")
                .containsEntry("HANSA_EXTRANET_KEYSTORE_PASSWORD", "key-secret")
                .containsEntry("HANSA_EXTRANET_TRUSTSTORE", "/stores/roots.p12")
                .containsEntry("HANSA_EXTRANET_PORT", "8281")
                .containsEntry("HANSA_PROXY_ID", "shop-a");
    }

    @Test
    void deploysDatasourceThenConnectorThenApplication() throws IOException {
        order(plan(Optional.empty()));
        assertThat(file("postboot.asadmin"))
                .containsSubsequence("the datasource commands", "the connector commands");
        assertThat(file("java.args"))
                .contains("\"-Dhansa.rar=hansa-connector.rar\"")
                .contains("\"--deploy\"")
                .contains("hansa.war\"");
        assertThat(file("hansa-connector.rar")).isEqualTo("rar");
    }

    @Test
    void usesTheDatabaseThatTheEnvironmentNames() throws IOException {
        Path driver = Files.writeString(home.resolve("driver.jar"), "driver");
        order(
                plan(
                        Map.of(
                                "HANSA_DB_URL",
                                "jdbc:postgresql://127.0.0.1/hansa",
                                "HANSA_DB_DRIVER",
                                driver.toString())));
        assertThat(file("postboot.asadmin"))
                .contains("the postgresql commands")
                .doesNotContain("the datasource commands");
        assertThat(file("server/lib/postgresql.jar")).isEqualTo("driver");
    }

    @Test
    void refusesPostgresqlWithoutItsDriver() {
        assertThatThrownBy(() -> order(plan(Map.of("HANSA_DB_URL", "jdbc:postgresql://h/hansa"))))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("HANSA_DB_DRIVER");
    }

    @Test
    void takesNoOtherDatabaseForItsOwnFile() {
        assertThatThrownBy(() -> order(plan(Map.of("HANSA_DB_URL", "jdbc:oracle:thin:@h"))))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("jdbc:postgresql://");
    }

    @Test
    void serverThatLostBeansIsToldFromOneThatCannotLoadTheApplication() throws Exception {
        String lost = "DeploymentContext does not contain any EJB. Check the archive";
        assertThat(MicroNode.hasLostBeans(said("No META-INF/deploy directory"))).isFalse();
        assertThat(
                        MicroNode.hasLostBeans(
                                said(lost + "\nException while preparing the app : " + lost)))
                .isTrue();
        Child other = said("Exception while loading the app : no database");
        assertThatThrownBy(() -> MicroNode.hasLostBeans(other))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("no database");
    }

    private Child said(String log) throws Exception {
        Path file = Files.writeString(home.resolve("node.log"), log);
        Process ended = new ProcessBuilder("true").start();
        return new Child("node", ended, Optional.of(file), 0, Optional.empty());
    }

    @Test
    void keepsPasswordsOutOfTheProcessList() throws IOException {
        ProcessOrder order = order(plan(Optional.of(EXTRANET)));
        assertThat(order.command()).hasSize(2).last().isEqualTo("@java.args");
    }

    @Test
    void quotesWhatAnArgumentFileWouldTakeApart() {
        assertThat(ArgumentFile.of(List.of("-Da=b c", "-Dd=\"e\\f\"")))
                .isEqualTo("\"-Da=b c\"\n\"-Dd=\\\"e\\\\f\\\"\"\n");
    }

    private ProcessOrder order(NodePlan plan) throws IOException {
        return new MicroNode(workspace, new MicroRuntime(home.resolve("runtime")), plan).order();
    }

    private NodePlan plan(Optional<Extranet> extranet) {
        return plan(Listeners.onLoopback(8181, extranet));
    }

    private NodePlan plan(Listeners listeners) {
        return plan(listeners, Map.of("HANSA_PROXY_ID", "shop-a"));
    }

    private NodePlan plan(Map<String, String> environment) {
        return plan(Listeners.onLoopback(8181, Optional.empty()), environment);
    }

    private NodePlan plan(Listeners listeners, Map<String, String> environment) {
        return new NodePlan(
                "shop-a",
                NodeFiles.below(home.resolve("node"), Optional.empty()),
                listeners,
                new NodeJvm(List.of("-Xmx1m"), true),
                environment);
    }

    private String file(String name) throws IOException {
        return Files.readString(home.resolve("node").resolve(name));
    }
}
