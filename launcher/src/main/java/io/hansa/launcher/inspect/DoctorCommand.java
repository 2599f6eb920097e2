package io.hansa.launcher.inspect;

import io.hansa.launcher.context.ProxyOptions;
import io.hansa.launcher.output.Cells;
import io.hansa.launcher.remote.Answer;
import io.hansa.launcher.remote.Connection;
import io.hansa.launcher.remote.ExitStatus;
import io.hansa.launcher.workspace.LaunchException;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks at a proxy and says what to do. */
@Command(
        name = "doctor",
        description = {
            "Checks a proxy: address, health, clock, sign-in, nodes, servers, peers, certificates, names.",
            "Says what to do about each fault. Exit status 1: there is one."
        },
        footer = {"", "Example:", "  hansa doctor --context test"},
        mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {
    private static final Duration MAX_SKEW = Duration.ofSeconds(30);

    @Mixin private ProxyOptions proxy;

    private boolean faulty;

    @Override
    public Integer call() throws InterruptedException {
        Connection connection = proxy.connect();
        Answer ready = connection.get("/health/ready").send();
        good("The proxy answers at " + connection.base() + ".");
        if (ready.isGood()) {
            good("It is ready.");
        } else {
            fault("It is not ready: " + ready.text().strip());
        }
        clock(ready);
        me(connection);
        overview(connection);
        nodes(connection);
        dangling(connection);
        return faulty ? ExitStatus.NEGATIVE : ExitStatus.DONE;
    }

    private void clock(Answer answer) {
        String date = answer.header("Date");
        if (date.isEmpty()) {
            return;
        }
        Instant theirs =
                ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        Duration skew = Duration.between(theirs, Instant.now());
        if (skew.abs().compareTo(MAX_SKEW) > 0) {
            fault(
                    "Its clock differs by %d s from here; set both by NTP."
                            .formatted(skew.toSeconds()));
        } else {
            good("Its clock agrees with the one here.");
        }
    }

    private void me(Connection connection) throws InterruptedException {
        JsonObject me = connection.get("/api/v1/admin/me").send().required().json();
        good(
                "You are %s (%s) at proxy %s, node %s."
                        .formatted(
                                Cells.of(me, "account"),
                                Cells.of(me, "roles"),
                                Cells.of(me, "proxy"),
                                Cells.of(me, "node")));
    }

    private void overview(Connection connection) throws InterruptedException {
        JsonObject overview = read(connection, "/api/v1/admin/overview");
        if (!overview.containsKey("findings")) {
            return;
        }
        for (JsonObject one : overview.getJsonArray("findings").getValuesAs(JsonObject.class)) {
            String sentence = Cells.of(one, "text") + " " + Cells.of(one, "remedy") + on(one);
            if (Cells.of(one, "severity").equals("INFO")) {
                good(sentence);
            } else {
                fault(sentence);
            }
        }
    }

    /** The nodes that found it; nothing where the proxy does not tell. */
    private static String on(JsonObject finding) {
        String nodes = Cells.of(finding, "nodes");
        return nodes.isEmpty() ? "" : " (on %s)".formatted(nodes);
    }

    private void nodes(Connection connection) throws InterruptedException {
        JsonObject nodes = read(connection, "/api/v1/admin/nodes");
        if (!nodes.containsKey("nodes")) {
            return;
        }
        for (JsonObject one : nodes.getJsonArray("nodes").getValuesAs(JsonObject.class)) {
            String told = "Node %s".formatted(Cells.of(one, "node"));
            if (one.getBoolean("accepting", true)) {
                good(told + " takes requests.");
            } else {
                fault(told + " takes no requests: it drains, or its load is above the threshold.");
            }
        }
    }

    private void dangling(Connection connection) throws InterruptedException {
        JsonObject names = read(connection, "/api/v1/admin/permissions/dangling");
        if (names.containsKey("total") && names.getInt("total") > 0) {
            fault(
                    "%d permissions name what does not exist; see hansa get permissions, or /permissions/dangling."
                            .formatted(names.getInt("total")));
        }
    }

    /** Empty where the account may not read it. */
    private JsonObject read(Connection connection, String path) throws InterruptedException {
        try {
            return connection.get(path).send().required().json();
        } catch (LaunchException refused) {
            if (refused.status() == ExitStatus.REFUSED) {
                System.out.printf("skip   Your account may not read %s.%n", path);
                return JsonObject.EMPTY_JSON_OBJECT;
            }
            fault("%s cannot be read: %s".formatted(path, refused.getMessage()));
            return JsonObject.EMPTY_JSON_OBJECT;
        }
    }

    private static void good(String sentence) {
        System.out.println("ok     " + sentence);
    }

    private void fault(String sentence) {
        faulty = true;
        System.out.println("FAULT  " + sentence);
    }
}
