package io.hansa.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.launcher.node.NodeFiles;
import io.hansa.launcher.node.NodePlan;
import io.hansa.launcher.workspace.LaunchException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmptyProxyTest {
    private static final String PASSWORD = "of this test";
    private static final NodeFiles FILES = NodeFiles.below(Path.of("/d"), Optional.empty());

    private final Map<String, String> variables =
            new HashMap<>(Map.of("HANSA_ADMIN_PASSWORD", "secret", "PATH", "/bin"));

    @Test
    void persistentDatabaseNeedsPersistentKeyFile() {
        EmptyProxy proxy = EmptyProxy.from(Map.of("HANSA_DB_URL", "jdbc:h2:tcp://h/n"), 8080);

        assertThatThrownBy(() -> proxy.requireKeyFile(false))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("Set HANSA_SECRET_KEY_FILE");
        assertThatCode(() -> proxy.requireKeyFile(true)).doesNotThrowAnyException();
        variables.putAll(
                Map.of("HANSA_DB_URL", "jdbc:h2:tcp://h/n", "HANSA_SECRET_KEY_FILE", "/d/key"));
        assertThatCode(() -> EmptyProxy.from(variables, 8080).requireKeyFile(false))
                .doesNotThrowAnyException();
    }

    @Test
    void ownRegistryNeedsNoKeyFile() {
        assertThatCode(() -> EmptyProxy.from(Map.of(), 8080).requireKeyFile(false))
                .doesNotThrowAnyException();
    }

    @Test
    void listensOnAnAddressOfThisMachineOnly() {
        assertThat(EmptyProxy.from(variables, 8080).listeners().http())
                .hasToString("http://127.0.0.1:8080");
        assertThat(EmptyProxy.from(variables, "0.0.0.0", 8080).listeners().http())
                .hasToString("http://127.0.0.1:8080");
        assertThat(EmptyProxy.from(variables, "::", 8080).listeners().http())
                .hasToString("http://[0:0:0:0:0:0:0:1]:8080");
        assertThatThrownBy(() -> EmptyProxy.from(variables, "192.0.2.1", 8080))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("--listen");
        assertThatThrownBy(() -> EmptyProxy.from(variables, "no such name", 8080))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("--listen");
    }

    @Test
    void theRemotingPasswordIsNotTheApplications() {
        variables.put("HANSA_REMOTING_PASSWORD", "for remoting");
        EmptyProxy proxy = EmptyProxy.from(variables, 8080);
        assertThat(proxy.remotingPassword()).hasValue("for remoting");
        assertThat(proxy.environment()).doesNotContainKey("HANSA_REMOTING_PASSWORD");
    }

    @Test
    void isCalledHansaUnlessTheEnvironmentNamesIt() {
        assertThat(EmptyProxy.from(variables, 8080).environment())
                .containsEntry("HANSA_PROXY_ID", "hansa")
                .containsEntry("HANSA_PROXY_REGION", "local")
                .containsEntry("HANSA_PROXY_ORGANIZATION", "local")
                .containsEntry("HANSA_ADMIN_PASSWORD", "secret")
                .doesNotContainKey("PATH");
        variables.put("HANSA_PROXY_ID", "harbour");
        assertThat(EmptyProxy.from(variables, 8080).plan(FILES).name()).isEqualTo("harbour");
    }

    @Test
    void hasNoIiopUnlessAskedFor() throws Exception {
        assertThat(EmptyProxy.iiopPort(plan())).isEmpty();
        variables.put("HANSA_IIOP_PORT", "3999");
        assertThat(EmptyProxy.iiopPort(plan())).isEmpty();
        variables.put("HANSA_IIOP", "on");
        assertThat(EmptyProxy.iiopPort(plan())).hasValue(3999);
        assertThat(EmptyProxy.advertise(plan(), EmptyProxy.iiopPort(plan())).environment())
                .containsEntry("HANSA_IIOP_ADVERTISED", "127.0.0.1:3999");
        variables.put("HANSA_IIOP", "yes");
        assertThatThrownBy(() -> EmptyProxy.iiopPort(plan()))
                .hasMessageContaining("Set HANSA_IIOP to on or off");
    }

    private NodePlan plan() {
        return EmptyProxy.from(variables, 8080).plan(FILES);
    }

    @Test
    void hasExtranetListenerOnlyWithPortAndStores(@TempDir Path directory) throws Exception {
        assertThat(EmptyProxy.from(variables, 8080).listeners().ports()).containsOnlyKeys(8080);
        variables.put("HANSA_EXTRANET_PORT", "8443");
        assertThatThrownBy(() -> EmptyProxy.from(variables, 8080))
                .hasMessageContaining("Set HANSA_EXTRANET_KEYSTORE as well");
        String store = keyStore(directory.resolve("own.p12")).toString();
        variables.put("HANSA_EXTRANET_KEYSTORE", store);
        variables.put("HANSA_EXTRANET_KEYSTORE_PASSWORD", PASSWORD);
        variables.put("HANSA_EXTRANET_TRUSTSTORE", store);
        variables.put("HANSA_EXTRANET_TRUSTSTORE_PASSWORD", PASSWORD);
        EmptyProxy proxy = EmptyProxy.from(variables, 8080);
        assertThat(proxy.listeners().ports()).containsOnlyKeys(8080, 8443);
        assertThat(proxy.listeners().extranet().orElseThrow().keyAlias()).isEqualTo("proxy");
        variables.put("HANSA_EXTRANET_KEYSTORE_PASSWORD", "wrong");
        assertThatThrownBy(() -> EmptyProxy.from(variables, 8080))
                .hasMessageContaining("HANSA_EXTRANET_KEYSTORE_PASSWORD")
                .hasMessageNotContaining(PASSWORD);
    }

    /** With the key that an operator makes by the JDK's own tool. */
    private static Path keyStore(Path file) throws Exception {
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "proxy",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=p",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                file.toString(),
                                "-storepass",
                                PASSWORD)
                        .inheritIO()
                        .start();
        assertThat(keytool.waitFor()).isZero();
        return file;
    }

    @Test
    void refusesPortsThatAreNone() {
        assertThatThrownBy(() -> EmptyProxy.from(variables, 0)).hasMessageContaining("--port");
        variables.put("HANSA_EXTRANET_PORT", "99999");
        assertThatThrownBy(() -> EmptyProxy.from(variables, 8080))
                .hasMessageContaining("HANSA_EXTRANET_PORT");
    }

    @Test
    void isSmallUnlessManyCallersAreExpected() {
        variables.put("HANSA_ADMIN_PASSWORD", "secret");
        assertThat(EmptyProxy.from(variables, 8080).plan(FILES).jvm().options())
                .contains("-XX:+UseSerialGC");
        variables.put("HANSA_JVM", "busy");
        assertThat(EmptyProxy.from(variables, 8080).plan(FILES).jvm().options())
                .contains("-XX:+UseParallelGC");
        variables.put("HANSA_JVM", "fast");
        EmptyProxy unknown = EmptyProxy.from(variables, 8080);
        assertThatThrownBy(() -> unknown.plan(FILES)).hasMessageContaining("HANSA_JVM");
    }
}
