package io.hansa.proxy.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.listing.Page;
import io.hansa.proxy.registry.RegistryDatabase;
import io.hansa.proxy.registry.SharedDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages of a list hold, on each database. */
@ParameterizedClass
@EnumSource(SharedDatabase.class)
class ListItemsTest {
    private static final String SERVER =
            "{\"endpoint\":\"http://127.0.0.1:9002\",\"capabilities\":[\"price.quote\"]}";

    private final AdministrationNode node;

    ListItemsTest(SharedDatabase shared) {
        RegistryDatabase database = shared.get();
        node = AdministrationNode.onEmpty(database);
        node.put(Kind.ACCOUNT, "bert", "{\"groups\":[\"retail\"]}");
        node.put(Kind.ACCOUNT, "anne", "{\"roles\":[\"ADMIN\"]}");
        node.put(Kind.ACCOUNT, "Carl", "{\"groups\":[\"retail\"],\"enabled\":false}");
        node.put(Kind.ACCOUNT, "dora", "{\"groups\":[\"retail\",\"night\"]}");
        node.put(Kind.ACCOUNT, "emil", "{}");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 100})
    void pagesHoldEachItemOnce(int limit) {
        assertThat(all(Map.of("limit", "" + limit)))
                .containsExactly("Carl", "anne", "bert", "dora", "emil");
        assertThat(all(Map.of("limit", "" + limit, "sort", "-name")))
                .containsExactly("emil", "dora", "bert", "anne", "Carl");
        assertThat(all(Map.of("limit", "" + limit, "sort", "-changedAt")))
                .containsExactly("emil", "dora", "Carl", "anne", "bert");
    }

    @Test
    void serversAreFoundByState() {
        node.put(Kind.SERVER, "well", SERVER);
        node.put(Kind.SERVER, "off", SERVER.replace("{", "{\"enabled\":false,"));
        node.put(Kind.SERVER, "drained", SERVER);
        node.put(Kind.OVERRIDE, "server:drained", "{\"state\":\"DRAINING\",\"reason\":\"r\"}");

        assertThat(serversIn("UP")).containsExactly("well");
        assertThat(serversIn("DOWN")).containsExactly("off");
        assertThat(serversIn("DRAINING")).containsExactly("drained");
        assertThat(serversIn("QUARANTINED")).isEmpty();
        assertThatThrownBy(() -> serversIn("down"))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("state is \"down\"; give one of [UP, ");
    }

    private List<String> serversIn(String state) {
        return node.api().list(Kind.SERVER, Map.of("state", state)).items().stream()
                .map(Item::key)
                .toList();
    }

    @Test
    void aChangedItemComesFirst() {
        node.patch(Kind.ACCOUNT, "bert", "{\"enabled\":false}");
        assertThat(all(Map.of("sort", "-changedAt", "limit", "2")))
                .containsExactly("bert", "emil", "dora", "Carl", "anne");
    }

    @Test
    void pageContinuesBehindARemovedItem() {
        Page<Item> first = page(Map.of("limit", "2"));
        node.put(Kind.ACCOUNT, "Zoe", "{\"roles\":[\"ADMIN\"]}");
        node.remove(Kind.ACCOUNT, "anne");
        node.put(Kind.ACCOUNT, "aaron", "{}");
        Page<Item> second = page(Map.of("limit", "2", "after", first.next()));
        assertThat(second.items()).extracting(Item::key).containsExactly("bert", "dora");
        assertThat(second.total()).isEqualTo(6);
    }

    @Test
    void findsTextInAnyCaseAndCountsIt() {
        node.put(Kind.CAPABILITY, "price.quote", "{\"description\":\"Gives the PRICE of Größe\"}");
        node.put(Kind.CAPABILITY, "stock.move", "{}");
        assertThat(all(Map.of("q", "AR"))).containsExactly("Carl");
        assertThat(page(Map.of("q", "E", "limit", "1")).total()).isEqualTo(3);
        assertThat(node.api().list(Kind.CAPABILITY, Map.of("q", "grÖsse")).items()).isEmpty();
        assertThat(node.api().list(Kind.CAPABILITY, Map.of("q", "GRÖßE")).items()).hasSize(1);
    }

    @Test
    void narrowsByFilters() {
        assertThat(all(Map.of("group", "retail"))).containsExactly("Carl", "bert", "dora");
        assertThat(all(Map.of("group", "retail", "enabled", "true")))
                .containsExactly("bert", "dora");
        assertThat(all(Map.of("role", "ADMIN"))).containsExactly("anne");
        assertThat(page(Map.of("group", "retail", "limit", "1")).total()).isEqualTo(3);
        node.grant("{\"subject\":\"account:anne\",\"capability\":\"a\"}");
        node.grant("{\"subject\":\"account:bert\",\"capability\":\"a\"}");
        node.grant("{\"subject\":\"account:bert\",\"capability\":\"b\"}");
        assertThat(node.api().list(Kind.PERMISSION, Map.of("subject", "account:bert")).total())
                .isEqualTo(2);
        assertThat(node.api().list(Kind.PERMISSION, Map.of("capability", "a")).total())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=1001",
                "limit=x",
                "sort=colour",
                "after=x",
                "enabled=1",
                "role=ROOT"
            })
    void refusesWhatIsNoParameter(String parameter) {
        String[] parts = parameter.split("=");
        Refused.with(ErrorCode.REQUEST_INVALID, () -> page(Map.of(parts[0], parts[1])));
    }

    @Test
    void refusesAPositionOfAnotherSort() {
        String next = page(Map.of("limit", "2")).next();
        Refused.with(
                ErrorCode.REQUEST_INVALID, () -> page(Map.of("after", next, "sort", "-changedAt")));
    }

    private Page<Item> page(Map<String, String> parameters) {
        return node.api().list(Kind.ACCOUNT, parameters);
    }

    private List<String> all(Map<String, String> parameters) {
        List<String> keys = new ArrayList<>();
        Map<String, String> next = new HashMap<>(parameters);
        for (int pages = 0; pages < 10; pages++) {
            Page<Item> page = page(next);
            page.items().forEach(item -> keys.add(item.key()));
            if (page.next() == null) {
                return keys;
            }
            next.put("after", page.next());
        }
        throw new AssertionError("The list has no last page.");
    }
}
