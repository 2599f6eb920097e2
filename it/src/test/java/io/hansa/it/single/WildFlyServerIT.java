package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Narrator;
import io.hansa.it.system.Offer;
import io.hansa.it.system.Project;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.RemoteTransport;
import io.hansa.it.system.RemoteTransport.Outcome;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The shipped EAR on the provisioned WildFly. */
@ExtendWith({WildFlyNode.class, Narrator.class, ArquillianExtension.class})
@RunAsClient
class WildFlyServerIT implements SingleProxy, RemoteCallersView, RemoteNamesView {
    private final ProxySystem proxy = new ProxySystem(ID, WildFlyNode.base(), admin());

    @Deployment(testable = false)
    static EnterpriseArchive shipped() {
        return ShrinkWrap.createFromZipFile(
                EnterpriseArchive.class, Project.built("proxy-ear/target/hansa.ear").toFile());
    }

    @Override
    public ProxySystem proxy() {
        return proxy;
    }

    @Override
    public Credentials admin() {
        return Credentials.basic("admin", System.getenv("HANSA_ADMIN_PASSWORD"));
    }

    @Override
    public List<RemoteTransport> ways() {
        return WildFlyNode.ways();
    }

    @Test
    void remotingAuthenticatesBeforeAnythingElse() throws Exception {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy.offer("single.stranger", server)) {
            for (Map<String, String> stranger :
                    List.of(
                            Map.<String, String>of(),
                            Map.of("WILDFLY_USER", "caller", "WILDFLY_PASSWORD", "wrong"))) {
                Outcome told = WildFlyNode.remoting(stranger).call(CLERK, offer.capability(), "x");

                assertThat(told.exit()).as(told.text()).isNotZero();
                assertThat(told.text()).doesNotContain("result ").doesNotContain("proxy " + ID);
            }
            assertThat(server.requests()).isZero();
        }
    }

    @Test
    void remotingReadsValuesOfTheRemoteInterfaceOnly() {
        Outcome told = ways().get(0).withForeignValues().call(Map.of(), "single.none", "x");

        assertThat(told.exit()).as(told.text()).isZero();
        assertThat(told.text()).contains("refused ").doesNotContain("read ");
    }
}
