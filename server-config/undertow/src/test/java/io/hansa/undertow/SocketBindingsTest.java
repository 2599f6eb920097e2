package io.hansa.undertow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
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
    void bindingIsKnownByItsBoundPort() throws Exception {
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

    @Test
    void concurrentCallerGetsTheNameToo() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        beans.registerMBean(
                new Bound(8080) {
                    @Override
                    public Object getAttribute(String attribute) {
                        asked.countDown();
                        awaitUninterruptibly(told);
                        return super.getAttribute(attribute);
                    }
                },
                new ObjectName(
                        "jboss.as:socket-binding-group=standard-sockets,socket-binding=http"));
        SocketBindings bindings = new SocketBindings(beans);
        FutureTask<String> first = new FutureTask<>(() -> bindings.name(8080));
        FutureTask<String> second = new FutureTask<>(() -> bindings.name(8080));
        new Thread(first).start();
        asked.await();
        Thread meanwhile = new Thread(second);
        meanwhile.start();
        await().until(() -> second.isDone() || meanwhile.getState() == Thread.State.BLOCKED);
        told.countDown();

        assertThat(first.get()).isEqualTo("http");
        assertThat(second.get()).isEqualTo("http");
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void bind(String name, Integer port) throws Exception {
        beans.registerMBean(
                new Bound(port),
                new ObjectName(
                        "jboss.as:socket-binding-group=standard-sockets,socket-binding=" + name));
    }

    private static class Bound implements DynamicMBean {
        private final Integer port;

        Bound(Integer port) {
            this.port = port;
        }

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
