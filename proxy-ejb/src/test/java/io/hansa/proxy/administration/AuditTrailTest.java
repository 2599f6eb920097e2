package io.hansa.proxy.administration;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.audit.AuditRecord;
import io.hansa.proxy.audit.AuditRecord.Action;
import io.hansa.proxy.registry.RegistryDatabase;
import io.hansa.proxy.registry.SharedDatabase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the audit record holds, on each database. */
@ParameterizedClass
@EnumSource(SharedDatabase.class)
class AuditTrailTest {
    private final RegistryDatabase database;
    private final AdministrationNode node;

    AuditTrailTest(SharedDatabase shared) {
        database = shared.get();
        node = AdministrationNode.onEmpty(database);
    }

    @Test
    void recordsActorItemAndStateBeforeAndAfter() {
        Instant start = Instant.now().minusSeconds(1);
        node.put(Kind.ACCOUNT, "shop", "{\"password\":\"secret-1\"}");
        node.put(Kind.ACCOUNT, "shop", "{\"password\":\"secret-2\",\"enabled\":false}");
        node.put(Kind.ACCOUNT, "shop", "{\"enabled\":true}");
        node.remove(Kind.ACCOUNT, "shop");
        List<AuditRecord> records = node.audit(4);
        assertThat(records)
                .extracting(AuditRecord::action)
                .containsExactly(Action.REMOVED, Action.REPLACED, Action.REPLACED, Action.CREATED);
        assertThat(records).allMatch(r -> r.who().equals("admin") && r.key().equals("shop"));
        assertThat(records).allMatch(r -> r.when().isAfter(start) && r.kind().equals("account"));
        AuditRecord disabling = records.get(2);
        assertThat(disabling.before().getBoolean("enabled")).isTrue();
        assertThat(disabling.after().getBoolean("enabled")).isFalse();
        assertThat(disabling.after().getBoolean("passwordChanged")).isTrue();
        assertThat(records.get(1).after().getBoolean("passwordChanged")).isFalse();
        assertThat(records.toString()).doesNotContain("secret").doesNotContain("argon2");
        assertThat(node.audit(1)).hasSize(1);
    }

    @Test
    void recordsNothingOfAChangeThatIsRefused() {
        node.put(Kind.CAPABILITY, "a", "{}");
        Refused.conflict(() -> node.put(Kind.CAPABILITY, "a", "{}", Precondition.ABSENT));
        assertThat(node.audit(1000)).hasSize(1);
    }
}
