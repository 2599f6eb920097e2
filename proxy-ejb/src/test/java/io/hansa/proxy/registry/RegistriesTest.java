package io.hansa.proxy.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.registry.HeldRevision.Reason;
import java.time.Instant;
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
    void heldRevisionLeavesItemsAndIsReported() {
        List<Registry> heard = new ArrayList<>();
        Registry good = at(4);
        registries.replace(good);
        registries.onReplaced(heard::add);
        HeldRevision why = new HeldRevision(Reason.WENT_BACK, 3, 4, Instant.EPOCH, List.of());
        Registry goesOn = at(3);

        assertThat(registries.hold(at(4), goesOn, why)).isFalse();
        assertThat(registries.hold(good, goesOn, why)).isTrue();

        assertThat(registries.held()).contains(why);
        assertThat(registries.current()).isSameAs(goesOn);
        registries.release(goesOn, good);
        assertThat(registries.held()).isEmpty();
        assertThat(heard).containsExactly(goesOn, good);
    }

    private static Registry at(long revision) {
        return Registry.of(revision, List.of(), List.of(), List.of(), List.of(), List.of());
    }
}
