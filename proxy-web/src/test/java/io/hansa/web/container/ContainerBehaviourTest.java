package io.hansa.web.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerBehaviourTest {
    @ParameterizedTest
    @CsvSource({
        "Payara Server 6.2025.10 #badassfish,GRIZZLY",
        "Payara Micro 6.2025.10,GRIZZLY",
        "Eclipse GlassFish 7.0.20,GRIZZLY",
        "WildFly 39.0.1.Final (WildFly Core 31.0.1.Final) - 2.3.23.Final,UNDERTOW",
        "JBoss EAP 8.1 - 2.3.18.SP2,UNDERTOW",
        "Undertow - 2.3.23.Final,UNDERTOW",
        "Apache Tomcat/10.1.30,STANDARD",
        "'',STANDARD"
    })
    void containerIsKnownByItsServerInfo(String serverInfo, ContainerBehaviour expected) {
        assertThat(ContainerBehaviour.of(serverInfo)).isEqualTo(expected);
    }

    @Test
    void missingServerInfoGivesStandardBehaviour() {
        assertThat(ContainerBehaviour.of(null)).isEqualTo(ContainerBehaviour.STANDARD);
    }
}
