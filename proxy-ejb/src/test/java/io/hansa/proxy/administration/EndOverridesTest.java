package io.hansa.proxy.administration;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.audit.AuditRecord;
import io.hansa.proxy.audit.AuditRecords;
import io.hansa.proxy.breaker.BreakerSamples;
import io.hansa.proxy.breaker.BreakerSettings;
import io.hansa.proxy.override.StoredOverrides;
import io.hansa.proxy.registry.RegistryDatabase;
import io.hansa.proxy.registry.Revisions;
import io.hansa.proxy.registry.SharedDatabase;
import io.hansa.proxy.token.ManualClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The ends of overrides on two nodes, on each database. */
@ParameterizedClass
@EnumSource(SharedDatabase.class)
class EndOverridesTest {
    private static final String SERVER =
            "{\"endpoint\":\"http://127.0.0.1:9002\",\"capabilities\":[\"price.quote\"]}";

    private final ManualClock clock = new ManualClock();
    private final AdministrationNode node;
    private final AdministrationNode other;

    EndOverridesTest(SharedDatabase shared) {
        RegistryDatabase database = shared.get();
        node = AdministrationNode.onEmpty(database);
        other = new AdministrationNode(database.node());
        node.put(Kind.SERVER, "pricing", SERVER);
    }

    @Test
    void oneNodeRecordsTheEndOnce() {
        Instant end = Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.MICROS);
        node.put(
                Kind.OVERRIDE,
                "server:pricing",
                "{\"state\":\"DRAINING\",\"reason\":\"r\",\"until\":\"%s\"}".formatted(end));
        node.put(
                Kind.BREAKER,
                "server:pricing",
                "{\"state\":\"FORCED_OPEN\",\"reason\":\"r\",\"until\":\"%s\"}".formatted(end));
        other.node().refresh().refresh();
        assertThat(other.registry().overrides()).containsKey("server:pricing");

        Duration later = Duration.between(clock.instant(), end);
        ends(node).run();
        assertThat(node.registry().overrides()).isNotEmpty();
        clock.forward(later);
        ends(node).run();
        ends(other).run();

        assertThat(node.registry().overrides()).isEmpty();
        assertThat(other.registry().overrides()).isEmpty();
        assertThat(other.registry().breakers()).isEmpty();
        assertThat(removals())
                .extracting(AuditRecord::kind)
                .containsExactlyInAnyOrder("override", "breaker");
    }

    @Test
    void auditRecordHasTheReasonOfWhatIsSet() {
        node.put(Kind.OVERRIDE, "server:pricing", "{\"weight\":0.5,\"reason\":\"is slow\"}");
        node.put(
                Kind.BREAKER,
                "server:pricing",
                "{\"state\":\"FORCED_OPEN\",\"reason\":\"is repaired\"}");

        assertThat(node.audit(2))
                .extracting(AuditRecord::reason)
                .containsExactly("is repaired", "is slow");
    }

    @Test
    void removedServerTakesItsOverrideAlong() {
        node.put(Kind.OVERRIDE, "server:pricing", "{\"weight\":0.5,\"reason\":\"r\"}");
        node.remove(Kind.SERVER, "pricing");

        assertThat(node.registry().overrides()).isEmpty();
    }

    private List<AuditRecord> removals() {
        return node.audit(100).stream()
                .filter(record -> record.action() == AuditRecord.Action.REMOVED)
                .toList();
    }

    private EndOverrides ends(AdministrationNode of) {
        var entityManager = of.node().entityManager();
        RemoveEnded removal =
                new RemoveEnded(
                        new Revisions(entityManager),
                        new StoredOverrides(entityManager),
                        new BreakerSettings(entityManager),
                        new AuditTrail(new AuditRecords(entityManager), Clock.systemUTC()),
                        clock) {
                    @Override
                    public void override(String target) {
                        of.node().transaction(() -> done(() -> super.override(target)));
                    }

                    @Override
                    public void breaker(String target) {
                        of.node().transaction(() -> done(() -> super.breaker(target)));
                    }
                };
        return new EndOverrides(
                of.node().registries(),
                BreakerSamples.breakers(clock),
                removal,
                of.node().refresh(),
                clock);
    }

    private static Object done(Runnable work) {
        work.run();
        return null;
    }
}
