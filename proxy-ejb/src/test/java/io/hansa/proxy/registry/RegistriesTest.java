package io.hansa.proxy.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistriesTest {
    private final Registries registries = new Registries();

    @Test
    void olderReadDoesNotReplaceANewerSnapshot() {
        List<Registry> heard = new ArrayList<>();
        registries.onReplaced(heard::add);
        Registry newer = at(4);
        registries.replace(newer);

        registries.replace(at(3));

        assertThat(registries.current()).isSameAs(newer);
        assertThat(heard).containsExactly(newer);
    }

    @Test
    void restoredDatabaseIsInForceAndReported() {
        List<Registry> heard = new ArrayList<>();
        registries.replace(at(4));
        registries.onReplaced(heard::add);
        Registry stored = at(3);

        registries.goBackTo(stored);

        assertThat(registries.current()).isSameAs(stored);
        assertThat(heard).containsExactly(stored);
    }

    private static Registry at(long revision) {
        return Registry.of(revision, List.of(), List.of(), List.of(), List.of(), List.of());
    }
}
