package io.hansa.web.listener;

import static org.assertj.core.api.Assertions.assertThat;

import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.DynamicMBean;
import javax.management.MBeanInfo;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class SocketBindingsTest {
    private final MBeanServer beans = MBeanServerFactory.newMBeanServer();

    @Test
    void aBindingIsKnownByThePortThatItIsBoundTo() throws Exception {
        bind("http", 8180);
        bind("extranet", 8544);
        bind("https", null);
        SocketBindings bindings = new SocketBindings(beans);

        assertThat(bindings.name(8180)).isEqualTo("http");
        assertThat(bindings.name(8544)).isEqualTo("extranet");
        assertThat(bindings.name(8444)).isEqualTo("port:8444");
    }

    @Test
    void withoutBindingsThePortIsAllThereIs() {
        assertThat(new SocketBindings(beans).name(8080)).isEqualTo("port:8080");
    }

    private void bind(String name, Integer port) throws Exception {
        beans.registerMBean(
                new Bound(port),
                new ObjectName(
                        "jboss.as:socket-binding-group=standard-sockets,socket-binding=" + name));
    }

    private record Bound(Integer port) implements DynamicMBean {
        @Override
        public Object getAttribute(String attribute) {
            return attribute.equals("boundPort") ? port : null;
        }

        @Override
        public MBeanInfo getMBeanInfo() {
            return new MBeanInfo(Bound.class.getName(), "a binding", null, null, null, null);
        }

        @Override
        public AttributeList getAttributes(String[] attributes) {
            return new AttributeList();
        }

        @Override
        public void setAttribute(Attribute attribute) {
            throw new UnsupportedOperationException();
        }

        @Override
        public AttributeList setAttributes(AttributeList attributes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Object invoke(String action, Object[] parameters, String[] signature) {
            throw new UnsupportedOperationException();
        }
    }
}
