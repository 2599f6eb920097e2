package io.hansa.proxy.administration;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registry.RegistryDatabase;
import io.hansa.proxy.registry.SharedDatabase;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Two nodes that change at the same moment, on each database. */
@ParameterizedClass
@EnumSource(SharedDatabase.class)
class ChangesAtOnceTest {
    private static final String ADMIN = "{\"roles\":[\"ADMIN\"]}";

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final RegistryDatabase database;
    private final AdministrationNode node;

    ChangesAtOnceTest(SharedDatabase shared) {
        database = shared.get();
        node = AdministrationNode.onEmpty(database);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void oneOfTwoNodesWinsTheSameCreate() {
        List<Boolean> created =
                atOnce(each -> each.put(Kind.CAPABILITY, "a", "{}", Precondition.ABSENT).created());
        assertThat(created).containsExactlyInAnyOrder(true, false);
        assertThat(node.audit(10)).hasSize(1);
    }

    @Test
    void keepsAnAdministratorWhenTwoRemoveEachOther() {
        node.put(Kind.ACCOUNT, "anne", ADMIN);
        node.put(Kind.ACCOUNT, "bert", ADMIN);
        Iterator<String> names = List.of("anne", "bert").iterator();
        List<Boolean> removed =
                atOnce(
                        names::next,
                        (each, name) -> {
                            each.remove(Kind.ACCOUNT, name);
                            return true;
                        });
        assertThat(removed).containsExactlyInAnyOrder(true, false);
        node.node().refresh().refresh();
        assertThat(node.registry().accounts()).hasSize(1);
    }

    @Test
    void countsEveryConcurrentChange() {
        long revision = node.registry().revision();
        AtomicInteger count = new AtomicInteger();
        atOnce(
                each -> {
                    for (int i = 0; i < 20; i++) {
                        each.put(
                                Kind.CAPABILITY,
                                "c" + i,
                                "{\"timeoutMillis\":" + count.incrementAndGet() + "}");
                    }
                    return true;
                });
        node.node().poll();
        assertThat(node.registry().revision()).isEqualTo(revision + 40);
        assertThat(node.registry().capabilities()).hasSize(20);
        assertThat(node.audit(1000)).hasSize(40);
    }

    private List<Boolean> atOnce(Predicate<AdministrationNode> change) {
        return atOnce(() -> "", (each, none) -> change.test(each));
    }

    /** Has two nodes begin at the same moment; says of each whether its change was made. */
    private List<Boolean> atOnce(
            Supplier<String> names, BiPredicate<AdministrationNode, String> change) {
        CyclicBarrier start = new CyclicBarrier(2);
        List<CompletableFuture<Boolean>> results = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            AdministrationNode each = new AdministrationNode(database.node());
            String name = names.get();
            results.add(
                    CompletableFuture.supplyAsync(
                            () -> {
                                try {
                                    start.await(10, TimeUnit.SECONDS);
                                    return change.test(each, name);
                                } catch (Failure refused) {
                                    return false;
                                } catch (Exception broken) {
                                    throw new IllegalStateException(broken);
                                }
                            },
                            threads));
        }
        return results.stream().map(CompletableFuture::join).toList();
    }
}
