package io.hansa.it.connector;

import java.nio.file.Path;
import org.jboss.shrinkwrap.api.asset.Asset;
import org.jboss.shrinkwrap.api.asset.StringAsset;

/**
 * What {@link OtherWar} tells the servers about its message-driven beans, as docs/connector.md
 * shows.
 */
final class Descriptors {
    static final Asset UP = new StringAsset("up");

    static final Asset PAYARAS =
            new StringAsset(
                    """
                    <glassfish-ejb-jar>
                      <enterprise-beans>
                        <ejb>
                          <ejb-name>CallBean</ejb-name>
                          <mdb-resource-adapter>
                            <resource-adapter-mid>hansa-connector</resource-adapter-mid>
                          </mdb-resource-adapter>
                        </ejb>
                        <ejb>
                          <ejb-name>TillBean</ejb-name>
                          <mdb-resource-adapter>
                            <resource-adapter-mid>hansa-connector</resource-adapter-mid>
                          </mdb-resource-adapter>
                        </ejb>
                      </enterprise-beans>
                    </glassfish-ejb-jar>
                    """);

    static final Asset WILDFLYS =
            new StringAsset(
                    """
                    <jboss:ejb-jar xmlns:jboss="http://www.jboss.com/xml/ns/javaee" xmlns="http://java.sun.com/xml/ns/javaee"
                        xmlns:ra="urn:resource-adapter-binding" version="3.1" impl-version="2.0">
                      <assembly-descriptor>
                        <ra:resource-adapter-binding>
                          <ejb-name>*</ejb-name>
                          <ra:resource-adapter-name>hansa-connector.rar</ra:resource-adapter-name>
                        </ra:resource-adapter-binding>
                      </assembly-descriptor>
                    </jboss:ejb-jar>
                    """);

    static final Asset WILDFLYS_CLASSES =
            new StringAsset(
                    """
                    <jboss-deployment-structure>
                      <deployment>
                        <dependencies>
                          <module name="deployment.hansa-connector.rar"/>
                        </dependencies>
                      </deployment>
                    </jboss-deployment-structure>
                    """);

    static final Asset WILDFLYS_ROOT =
            new StringAsset("<jboss-web><context-root>/</context-root></jboss-web>");

    private static final String BEANS =
            """
            <ejb-jar xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0">
              <enterprise-beans>
                %s
              </enterprise-beans>
            </ejb-jar>
            """;
    private static final String BEAN =
            """
            <message-driven>
              <ejb-name>%s</ejb-name>
              <messaging-type>io.hansa.connector.ServerCallListener</messaging-type>
              <activation-config>
                %s
              </activation-config>
            </message-driven>
            """;
    private static final String PROPERTY =
            """
            <activation-config-property>
              <activation-config-property-name>%s</activation-config-property-name>
              <activation-config-property-value>%s</activation-config-property-value>
            </activation-config-property>
            """;

    private Descriptors() {}

    /** The standard's own descriptor, with where each bean is called. */
    static Asset beans(OtherWar war, Path trust) {
        String password = "property:" + OtherWar.PASSWORD_PROPERTY;
        String calls =
                PROPERTY.formatted("name", "orders")
                        + PROPERTY.formatted("port", war.callPort())
                        + PROPERTY.formatted("framing", "delimiter 15")
                        + PROPERTY.formatted("charset", "IBM037");
        String tills =
                PROPERTY.formatted("name", "tills")
                        + PROPERTY.formatted("port", war.tillPort())
                        + PROPERTY.formatted("framing", "delimiter 0A")
                        + PROPERTY.formatted("correlate", "bytes 0 4")
                        + PROPERTY.formatted("maxInFlight", 4)
                        + PROPERTY.formatted("keystore", war.own().file())
                        + PROPERTY.formatted("keystorePassword", password)
                        + PROPERTY.formatted("truststore", trust)
                        + PROPERTY.formatted("truststorePassword", password)
                        + PROPERTY.formatted("clientCertificates", "required");
        return new StringAsset(
                BEANS.formatted(
                        BEAN.formatted("CallBean", calls) + BEAN.formatted("TillBean", tills)));
    }
}
