package io.hansa.bench;

import java.util.Map;
import java.util.TreeMap;

/**
 * Figures of a node, each with the sum over its labels; what is no number or has no end is left
 * out. (Prometheus text exposition format 0.0.4)
 */
record Metrics(Map<String, Double> sums) {
    static Metrics parse(String text) {
        Map<String, Double> sums = new TreeMap<>();
        text.lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(
                        line -> {
                            String name = line.split("[{ ]", 2)[0];
                            double value = number(line.substring(line.lastIndexOf(' ') + 1));
                            if (!Double.isFinite(value)) {
                                return;
                            }
                            sums.merge(name, value, Double::sum);
                            if (line.contains("area=\"heap\"")) {
                                sums.merge(name + ".heap", value, Double::sum);
                            }
                        });
        return new Metrics(sums);
    }

    double mib(String name) {
        return sums.getOrDefault(name, Double.NaN) / (1 << 20);
    }

    private static double number(String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException infinite) {
            return Double.NaN;
        }
    }
}
