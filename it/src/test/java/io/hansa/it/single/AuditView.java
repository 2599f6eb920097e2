package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.it.system.Administration;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.Reply;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What an auditor finds besides changes: refused calls, the chain, and exports. */
interface AuditView extends SeenProxy {
    String ROLELESS = "audit.roleless";

    @Test
    default void changeNamesNodeSourceAndTrace() throws IOException {
        Administration admin = proxy().administration();
        Reply made = admin.put("/capabilities/audit.origin", JsonObject.EMPTY_JSON_OBJECT);
        admin.delete("/capabilities/audit.origin").status(204);
        JsonObject created = awaitRecord("kind=capability&key=audit.origin&action=CREATED");
        assertThat(made.status()).isEqualTo(201);
        assertThat(created.getString("who")).isEqualTo("admin");
        assertThat(created.getString("node")).isNotEmpty();
        assertThat(created.getString("source")).isEqualTo("127.0.0.1");
        assertThat(created.getString("traceId")).matches("[0-9a-f]{32}");
        assertThat(created.getString("outcome")).isEqualTo("done");
    }

    @Test
    default void refusedChangeIsRecorded() throws IOException {
        Reply refused =
                proxy().administration()
                        .put(
                                "/peers/audit.refused",
                                Json.createObjectBuilder().add("no", 1).build());
        refused.problem(400, "request-invalid");
        JsonObject record = awaitRecord("kind=peer&key=audit.refused");
        assertThat(record.getString("action")).isEqualTo("REFUSED");
        assertThat(record.getString("who")).isEqualTo("admin");
        assertThat(record.getString("outcome")).isEqualTo("request-invalid");
        assertThat(record.getString("traceId")).isEqualTo(refused.header("Hansa-Trace-Id"));
        assertThat(record.getString("source")).isEqualTo("127.0.0.1");
        assertThat(record.getJsonObject("details").getString("method")).isEqualTo("PUT");
        assertThat(record.isNull("before")).isTrue();
        assertThat(record.isNull("after")).isTrue();
    }

    @Test
    default void callWithoutRoleIsRecorded() throws IOException {
        Administration admin = proxy().administration();
        admin.put("/accounts/" + ROLELESS, Specimen.caller("a roleless password")).status(201);
        try {
            Administration roleless =
                    proxy().administration(Credentials.basic(ROLELESS, "a roleless password"));
            roleless.get("/accounts").problem(403, "permission-denied");
            roleless.delete("/accounts/admin").problem(403, "permission-denied");
            JsonObject record = awaitRecord("account=" + ROLELESS + "&key=admin");
            assertThat(record.getString("action")).isEqualTo("REFUSED");
            assertThat(record.getString("kind")).isEqualTo("account");
            assertThat(record.getString("outcome")).isEqualTo("permission-denied");
            awaitRecord("account=" + ROLELESS + "&action=REFUSED&sort=when");
        } finally {
            admin.delete("/accounts/" + ROLELESS).status(204);
        }
    }

    @Test
    default void callWithoutAuthenticationIsRecorded() {
        Administration guesser =
                proxy().administration(Credentials.basic("audit.guesser", "not the password"));
        JsonObject record =
                awaitRecord(
                        "account=audit.guesser",
                        () -> guesser.get("/peers").problem(401, "authentication-failed"));
        assertThat(record.getString("outcome")).isEqualTo("authentication-failed");
        assertThat(record.getString("kind")).isEqualTo("peer");
        assertThat(record.getJsonObject("details").getInt("status")).isEqualTo(401);
    }

    @Test
    default void chainIsWholeAndKeepsANotedHash() throws IOException {
        Administration admin = proxy().administration();
        JsonObject found = admin.get("/audit/verify").ok().json();
        assertThat(found.getBoolean("whole")).as(found.toString()).isTrue();
        assertThat(found.getInt("checked")).isEqualTo(found.getInt("last")).isPositive();
        String noted = "/audit/verify?sequence=%d&hash=%s";
        String hash = found.getString("hash");
        assertThat(
                        admin.get(noted.formatted(found.getInt("last"), hash))
                                .ok()
                                .json()
                                .getBoolean("whole"))
                .isTrue();
        JsonObject other = admin.get(noted.formatted(1, "0".repeat(64))).ok().json();
        assertThat(other.getBoolean("whole")).isFalse();
        assertThat(other.getJsonObject("break").getString("fault")).isEqualTo("REWRITTEN");
        admin.get("/audit/verify?sequence=1").problem(400, "request-invalid");
    }

    @Test
    default void exportProvesItself() throws IOException, GeneralSecurityException {
        Reply export = proxy().administration().get("/audit/export").ok();
        assertThat(export.header("Content-Type")).startsWith("application/jsonl");
        JsonObject last = null;
        for (String line : export.text().lines().toList()) {
            JsonObject record = Json.createReader(new StringReader(line)).readObject();
            String unhashed = line.substring(0, line.lastIndexOf(",\"hash\":\"")) + "}";
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(unhashed.getBytes(StandardCharsets.UTF_8));
            assertThat(HexFormat.of().formatHex(hash)).isEqualTo(record.getString("hash"));
            if (last != null) {
                assertThat(record.getString("previous")).isEqualTo(last.getString("hash"));
                assertThat(record.getInt("sequence")).isEqualTo(last.getInt("sequence") + 1);
            }
            last = record;
        }
        assertThat(last).isNotNull();
    }

    @Test
    default void exportAsCsvIsForSpreadsheets() throws IOException {
        Administration admin = proxy().administration();
        admin.get("/audit/export?format=xml").problem(400, "request-invalid");
        admin.get("/audit/export?limit=1").problem(400, "request-invalid");
        Reply export = admin.get("/audit/export?format=csv&kind=account").ok();
        assertThat(export.header("Content-Type")).startsWith("text/csv");
        assertThat(export.header("Content-Disposition")).contains("audit.csv");
        assertThat(export.text()).startsWith("sequence,previous,when,who,").endsWith("\r\n");
    }

    @Test
    default void pagesOfTheAuditGiveEachRecordOnce() throws IOException {
        Administration admin = proxy().administration();
        List<Integer> seen = new ArrayList<>();
        String after = "";
        for (int page = 0; page < 3; page++) {
            JsonObject json = admin.get("/audit?limit=2" + after).ok().json();
            json.getJsonArray("audit")
                    .forEach(record -> seen.add(record.asJsonObject().getInt("sequence")));
            assertThat(json.getInt("total")).isPositive();
            if (!json.containsKey("next")) {
                break;
            }
            after = "&after=" + json.getString("next");
        }
        Set<Integer> different = new HashSet<>(seen);
        assertThat(seen).hasSizeGreaterThan(2).hasSameSizeAs(different);
        admin.get("/audit?after=somewhere").problem(400, "request-invalid");
        admin.get("/audit?who=admin").problem(400, "request-invalid");
        admin.get("/audit?limit=1001").problem(400, "request-invalid");
    }

    private JsonObject awaitRecord(String filters) {
        return awaitRecord(filters, () -> null);
    }

    /** The newest record of the filters, which a background thread writes. */
    private JsonObject awaitRecord(String filters, Callable<?> call) {
        Administration admin = proxy().administration();
        return await(filters)
                .atMost(Duration.ofSeconds(15))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(3))
                .until(
                        () -> {
                            call.call();
                            var found =
                                    admin.get("/audit?" + filters)
                                            .ok()
                                            .json()
                                            .getJsonArray("audit");
                            return found.isEmpty() ? null : found.getJsonObject(0);
                        },
                        record -> record != null);
    }
}
