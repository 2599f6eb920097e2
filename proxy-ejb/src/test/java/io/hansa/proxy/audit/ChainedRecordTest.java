package io.hansa.proxy.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The published form of a record: every hash that exists depends on it. */
class ChainedRecordTest {
    private static final String LINE =
            "{\"sequence\":7,\"previous\":\"p\",\"when\":\"2026-01-31T08:00:00Z\","
                    + "\"who\":\"sh\\\"o\\\\p\\u000a€\",\"node\":\"n1\",\"source\":\"\",\"traceId\":\"t\","
                    + "\"action\":\"CREATED\",\"kind\":\"account\",\"key\":\"=k\",\"before\":null,"
                    + "\"after\":{\"a\":1.50},\"outcome\":\"done\",\"reason\":null,\"details\":null";

    /** {@code sha256sum} of the line above with a closing brace. */
    private static final String HASH =
            "ff23c6e4a7a3e623f94ce577b0982752c30a4f63b3eebaec7ed976baac1b62c4";

    private static Map<Member, String> values() {
        Map<Member, String> values = new EnumMap<>(Member.class);
        List<String> all =
                java.util.Arrays.asList(
                        "7",
                        "p",
                        "2026-01-31T08:00:00Z",
                        "sh\"o\\p\n€",
                        "n1",
                        "",
                        "t",
                        "CREATED",
                        "account",
                        "=k",
                        null,
                        "{\"a\":1.50}",
                        "done",
                        null,
                        null);
        for (int i = 0; i < all.size(); i++) {
            values.put(Member.values()[i], all.get(i));
        }
        return values;
    }

    @Test
    void lineHasThePublishedForm() {
        ChainedRecord record = new ChainedRecord(values(), null);
        assertThat(record.line()).isEqualTo(LINE + ",\"hash\":\"" + HASH + "\"}");
        assertThat(record.isUnchanged()).isTrue();
    }

    @Test
    void otherHashMeansChanged() {
        assertThat(new ChainedRecord(values(), "0").isUnchanged()).isFalse();
    }

    @Test
    void csvIsSafeInASpreadsheet() {
        assertThat(new ChainedRecord(values(), "h").csv())
                .isEqualTo(
                        "7,p,2026-01-31T08:00:00Z,\"sh\"\"o\\p\n€\",n1,,t,CREATED,account,'=k,,"
                                + "\"{\"\"a\"\":1.50}\",done,,,h");
    }

    @Test
    void everyFormulaGetsAnApostrophe() {
        assertThat(CsvLine.of(List.of("=1", "+1", "-1", "@a", "\ta", "\ra", "a=1", "'")))
                .isEqualTo("'=1,'+1,'-1,'@a,'\ta,\"'\ra\",a=1,'");
    }

    @Test
    void tamperedStateBecomesAString() {
        Map<Member, String> values = values();
        values.put(Member.AFTER, "{broken");
        assertThat(new ChainedRecord(values, "h").json().getString("after")).isEqualTo("{broken");
    }
}
