package io.hansa.launcher.output;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** The option {@code -o} of all commands that print an answer. */
public final class OutputOptions {
    /** In which form. */
    public enum Form {
        TABLE,
        JSON,
        YAML
    }

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            defaultValue = "TABLE",
            description = "table, json or yaml; by default a table.")
    private Form form;

    /** Prints the answer as it came, or as the table that the function makes of it. */
    public void print(JsonObject answer, Function<JsonObject, Object> table) {
        switch (form) {
            case TABLE -> System.out.print(table.apply(answer));
            case JSON -> System.out.println(pretty(answer));
            case YAML -> System.out.print(YamlText.print(answer));
        }
    }

    /** Whether a person reads it. */
    public boolean isTable() {
        return form == Form.TABLE;
    }

    /** An object without lists as lines of its members. */
    public static String lines(JsonObject json) {
        Table table = new Table("", "");
        json.keySet().forEach(name -> table.row(name, Cells.of(json, name)));
        return table.toString().stripLeading();
    }

    static String pretty(JsonObject json) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer =
                Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                        .createWriter(text)) {
            writer.write(json);
        }
        return text.toString().strip();
    }
}
