package io.hansa.launcher.registry;

import io.hansa.launcher.output.Cells;
import io.hansa.launcher.output.Table;
import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/** The kinds of items that a proxy lists. */
enum Kind {
    ACCOUNTS("name", "roles", "groups", "enabled"),
    GROUPS("name", "description"),
    CAPABILITIES("name", "priority", "replay", "timeoutMillis", "description"),
    SERVERS("id", "endpoint", "capabilities", "enabled"),
    PERMISSIONS("id", "subject", "capability", "action", "effect", "server", "validUntil"),
    PEERS("id", "url", "link", "organization", "enabled"),
    OVERRIDES("target", "state", "weight", "until", "reason"),
    BREAKERS("target", "state"),
    NODES("node", "load", "threshold", "accepting", "revision", "version"),
    KEYS("id", "state", "since", "until");

    private final List<String> columns;

    Kind(String... columns) {
        this.columns = List.of(columns);
    }

    /** As it stands in addresses and answers. */
    String plural() {
        return name().toLowerCase(Locale.ROOT);
    }

    String singular() {
        String plural = plural();
        return plural.endsWith("ies")
                ? plural.substring(0, plural.length() - 3) + "y"
                : plural.substring(0, plural.length() - 1);
    }

    String path() {
        return "/api/v1/admin/" + plural();
    }

    /** The member that tells items apart. */
    String key() {
        return columns.get(0);
    }

    /** Whether items are written with PUT; the others are only listed. */
    boolean isWritten() {
        return ordinal() <= PEERS.ordinal();
    }

    Table table(List<JsonObject> items) {
        Table table =
                new Table(
                        columns.stream()
                                .map(column -> column.toUpperCase(Locale.ROOT))
                                .toArray(String[]::new));
        for (JsonObject item : items) {
            table.row(columns.stream().map(column -> Cells.of(item, column)).toArray());
        }
        return table;
    }

    /** Also in the singular, which people write, too. */
    static Kind of(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        for (Kind kind : values()) {
            if (wanted.equals(kind.plural()) || wanted.equals(kind.singular())) {
                return kind;
            }
        }
        throw new TypeConversionException(
                "\"%s\" is no kind; give one of %s"
                        .formatted(
                                text,
                                String.join(
                                        ", ", Arrays.stream(values()).map(Kind::plural).toList())));
    }
}
