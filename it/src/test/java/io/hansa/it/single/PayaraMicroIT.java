package io.hansa.it.single;

import io.hansa.it.system.Credentials;
import io.hansa.it.system.Narrator;
import io.hansa.it.system.Project;
import io.hansa.it.system.ProxySystem;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** The shipped WAR and resource adapter on the shipped Payara Micro. */
@ExtendWith({MicroNode.class, Narrator.class, ArquillianExtension.class})
@RunAsClient
class PayaraMicroIT implements SingleProxy, MalformedBytesView {
    private final ProxySystem proxy = new ProxySystem(ID, MicroNode.base(), admin());

    @Deployment(testable = false)
    static WebArchive shipped() {
        return ShrinkWrap.createFromZipFile(
                WebArchive.class, Project.built("proxy-ear/target/hansa-micro/hansa.war").toFile());
    }

    @Override
    public ProxySystem proxy() {
        return proxy;
    }

    @Override
    public Credentials admin() {
        return Credentials.basic("admin", System.getenv("HANSA_ADMIN_PASSWORD"));
    }
}
