package io.hansa.demo.shop.ticket;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** The events on sale and their seats, from the resource {@code programme.txt}. */
final class Programme {

    private Programme() {}

    static Map<String, Integer> load() throws IOException {
        try (var in = Programme.class.getResourceAsStream("programme.txt");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.split("\\|"))
                    .collect(Collectors.toMap(f -> f[0], f -> Integer.valueOf(f[1])));
        }
    }
}
