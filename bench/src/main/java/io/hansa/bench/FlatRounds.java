package io.hansa.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Each case stands between two rounds of the usual one, so that other load of the machine and the
 * compilers affect both.
 */
final class FlatRounds {
    private final FlatNode node;
    private final FlatLoad load;
    private final BenchOptions options;
    private final List<Sample> usual = new ArrayList<>();
    private final Map<String, List<Beside>> cases = new LinkedHashMap<>();

    FlatRounds(FlatNode node, FlatLoad load, BenchOptions options) {
        this.node = node;
        this.load = load;
        this.options = options;
    }

    void warmUp() throws IOException, InterruptedException, SQLException {
        node.become(RegistrySize.USUAL);
        double left = options.warmUpSeconds();
        while (left > 0) {
            double step = Math.min(10, left);
            FlatLoad.show("warm-up", load.load(FlatCase.USUAL, step));
            left -= step;
        }
    }

    void cases() throws IOException, InterruptedException, SQLException {
        Sample before = usual();
        for (FlatCase one : FlatCase.all()) {
            Sample its = load.measure(one);
            Sample after = usual();
            keep(one.title(), new Beside(before, its, after));
            before = after;
        }
    }

    void whileAccountsChange() throws IOException, InterruptedException, SQLException {
        Sample before = usual();
        load.prepare(FlatCase.ACCOUNTS_CHANGE);
        Changes changes = new Changes(node);
        Thread thread = new Thread(changes, "changes");
        thread.start();
        Sample its;
        try {
            its = load.measure(FlatCase.ACCOUNTS_CHANGE);
        } finally {
            thread.interrupt();
            thread.join();
        }
        System.err.println(changes.sentence());
        if (!changes.failure().isEmpty()) {
            its = its.spoilt(changes.failure());
        }
        keep(FlatCase.ACCOUNTS_CHANGE.title(), new Beside(before, its, usual()));
    }

    SlowFigures besideSlowCallers(Worker slow, int callers)
            throws IOException, InterruptedException, SQLException {
        Sample before = usual();
        double without = node.node().meter().threads();
        slow.ask(load.order(FlatNode.SLOW, callers, 4096, 1000, "Bearer " + node.node().token()));
        Sample its = load.measure(FlatCase.USUAL);
        double with = node.node().meter().threads();
        JsonObject told = json(slow.ask("end"));
        if (!told.getString("firstAnswer").isEmpty()) {
            System.err.println("A slow caller was answered: " + told.getString("firstAnswer"));
        }
        keep(
                String.format(Locale.ROOT, "%,d slow callers besides", callers),
                new Beside(before, its, usual()));
        int held = told.getInt("held");
        return new SlowFigures(held, callers - held, told.getString("firstAnswer"), without, with);
    }

    LargeFigures large(Worker large, int callers, int bytes)
            throws IOException, InterruptedException, SQLException {
        NodeWatch watch = new NodeWatch(node.node());
        Thread watching = new Thread(watch, "watch");
        watching.start();
        JsonObject told;
        try {
            told =
                    json(
                            large.ask(
                                    load.order(
                                            FlatNode.LARGE,
                                            callers,
                                            bytes,
                                            Math.round(2000 * options.seconds()),
                                            "Bearer " + node.node().token())));
        } finally {
            watching.interrupt();
            watching.join();
        }
        LargeFigures figures =
                new LargeFigures(
                        callers,
                        told.getInt("good"),
                        told.getInt("refused"),
                        told.getInt("bad"),
                        told.getString("firstBad"),
                        watch.peak(),
                        load.measure(FlatCase.USUAL));
        System.err.println(figures);
        return figures;
    }

    List<Sample> allUsual() {
        return usual;
    }

    List<FlatFigures> allCases() {
        return cases.entrySet().stream()
                .map(entry -> new FlatFigures(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Sample usual() throws IOException, InterruptedException, SQLException {
        Sample sample = load.measure(FlatCase.USUAL);
        usual.add(sample);
        return sample;
    }

    private void keep(String title, Beside round) {
        cases.computeIfAbsent(title, name -> new ArrayList<>()).add(round);
    }

    private static JsonObject json(String line) {
        try (var reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }
}
