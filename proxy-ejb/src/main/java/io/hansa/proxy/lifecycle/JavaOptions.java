package io.hansa.proxy.lifecycle;

import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/**
 * The options that HotSpot lets a program change while it runs; by the bean's name, since WildFly
 * shows no deployment its class. (com.sun.management.HotSpotDiagnosticMXBean)
 */
record JavaOptions(MBeanServer beans) {
    private static final String BEAN = "com.sun.management:type=HotSpotDiagnostic";
    private static final String TEXT = String.class.getName();

    String get(String option) throws JMException {
        Object found =
                beans.invoke(
                        new ObjectName(BEAN),
                        "getVMOption",
                        new Object[] {option},
                        new String[] {TEXT});
        return (String) ((CompositeData) found).get("value");
    }

    void set(String option, String value) throws JMException {
        beans.invoke(
                new ObjectName(BEAN),
                "setVMOption",
                new Object[] {option, value},
                new String[] {TEXT, TEXT});
    }
}
