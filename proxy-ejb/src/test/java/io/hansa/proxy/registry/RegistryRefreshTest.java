package io.hansa.proxy.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegistryRefreshTest {
    private final Registries registries = new Registries();
    private int loads;
    private int undisturbed;
    private int quietFrom;
    private long revision = 4;
    private Registry basis;

    private final RegistryLoader loader =
            new RegistryLoader(null, null, null, null, null, null) {
                @Override
                public long revision() {
                    return revision;
                }

                @Override
                public Optional<Registry> load(Registry before) {
                    basis = before;
                    return ++loads < quietFrom ? Optional.empty() : Optional.of(registry());
                }

                @Override
                public Registry loadUndisturbed(Registry before) {
                    undisturbed++;
                    return registry();
                }
            };
    private final RegistryRefresh refresh = new RegistryRefresh(loader, registries);

    @Test
    void readsAgainWhereAChangeCameInBetween() {
        quietFrom = 2;
        refresh.refresh();
        assertThat(registries.current().revision()).isEqualTo(4);
        assertThat(loads).isEqualTo(2);
        assertThat(undisturbed).isZero();
    }

    @Test
    void holdsChangesUpWhereTheyNeverCease() {
        quietFrom = Integer.MAX_VALUE;
        refresh.refresh();
        assertThat(registries.current().revision()).isEqualTo(4);
        assertThat(undisturbed).isEqualTo(1);
    }

    @Test
    void readsNothingWhileTheRevisionStands() {
        refresh.refreshIfMoved();
        refresh.refreshIfMoved();
        assertThat(loads).isEqualTo(1);
        revision = 5;
        refresh.refreshIfMoved();
        assertThat(loads).isEqualTo(2);
    }

    @Test
    void goesBackWithTheDatabaseAndReadsAll() {
        refresh.refreshIfMoved();
        revision = 2;
        refresh.refreshIfMoved();
        assertThat(basis).isSameAs(Registry.EMPTY);
        assertThat(registries.current().revision()).isEqualTo(2);
        revision = 3;
        refresh.refreshIfMoved();
        assertThat(basis.revision()).isEqualTo(2);
        assertThat(registries.current().revision()).isEqualTo(3);
    }

    private Registry registry() {
        return Registry.of(revision, List.of(), List.of(), List.of(), List.of(), List.of());
    }
}
