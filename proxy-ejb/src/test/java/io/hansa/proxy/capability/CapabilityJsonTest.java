package io.hansa.proxy.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.failure.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapabilityJsonTest {
    @Test
    void fillsInWhatHoldsForAnUndescribedOne() {
        assertThat(parse("{}")).isEqualTo(Capability.undescribed("trade.settle"));
    }

    @Test
    void takesBackWhatItPrinted() {
        Capability capability =
                parse(
                        """
                        {"description":"settles a basket","priority":"CORE","replay":"IDEMPOTENT",
                         "timeoutMillis":500,"balancing":"PEAK_EWMA",
                         "rateLimit":{"permits":100,"perMillis":1000}}""");
        assertThat(parse(CapabilityJson.print(capability).toString())).isEqualTo(capability);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"priority\":\"HIGH\"}",
                "{\"replay\":true}",
                "{\"timeoutMillis\":0}",
                "{\"timeoutMillis\":3600001}",
                "{\"balancing\":\"\"}",
                "{\"rateLimit\":{}}",
                "{\"rateLimit\":{\"permits\":1}}",
                "{\"rateLimit\":{\"permits\":0,\"perMillis\":1000}}",
                "{\"rateLimit\":{\"permits\":1,\"perMillis\":1000,\"burst\":3}}",
                "{\"rateLimit\":[]}",
                "{\"description\":\"\\u0000\"}",
                "{\"name\":\"trade.cancel\"}",
                "{\"timeout\":5}"
            })
    void refusesWhatItDoesNotKnowOrWhatIsOutOfRange(String json) {
        assertThatThrownBy(() -> parse(json)).isInstanceOf(Failure.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".a", "a b", "a/b", "ä", "*"})
    void refusesANameThatDoesNotFitAnAddress(String name) {
        assertThatThrownBy(() -> CapabilityJson.parse(name, JsonText.object("{}")))
                .isInstanceOf(Failure.class);
    }

    private static Capability parse(String json) {
        return CapabilityJson.parse("trade.settle", JsonText.object(json));
    }
}
