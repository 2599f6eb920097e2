package io.hansa.proxy.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.configuration.ExtranetStores;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CertificatesTest {
    @Test
    void storesThatCannotBeOpenedAreAFinding() {
        ExtranetStores unusable =
                new ExtranetStores(
                        Optional.empty(), "hansa.extranet.keystore is \"x\", which is none.");

        assertThat(new Certificates(unusable, Clock.systemUTC()).findings())
                .extracting(finding -> finding.json().getString("text"))
                .containsExactly(
                        "No peer of another organization can be reached. hansa.extranet.keystore is \"x\", which is none.");
    }

    @Test
    void withoutAnExtranetNothingIsFound() {
        assertThat(new Certificates(ExtranetStores.NONE, Clock.systemUTC()).findings()).isEmpty();
    }
}
