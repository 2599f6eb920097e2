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
    private Registry noted;

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
                public Registry noted(Registry before, long stored) {
                    noted = registry();
                    return noted;
                }

                @Override
                public boolean decidedAfter(long stored) {
                    return false;
                }

                @Override
                public Registry loadUndisturbed(Registry before) {
                    undisturbed++;
                    return registry();
                }
            };
    private final RegistryRefresh refresh =
            new RegistryRefresh(loader, registries, new Losses(null));

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
    void databaseThatWentBackIsHeld() {
        refresh.refreshIfMoved();
        revision = 2;
        refresh.refreshIfMoved();
        assertThat(basis).isSameAs(Registry.EMPTY);
        assertThat(registries.held().orElseThrow().text())
                .isEqualTo("The database went back from revision 4 of the registry to 2.");
        assertThat(registries.current()).isSameAs(noted);
        revision = 3;
        refresh.refreshIfMoved();
        assertThat(basis).isSameAs(noted);
        assertThat(registries.current().revision()).isEqualTo(3);
        assertThat(registries.held()).isPresent();
    }

    private Registry registry() {
        return Registry.of(revision, List.of(), List.of(), List.of(), List.of(), List.of());
    }
}
