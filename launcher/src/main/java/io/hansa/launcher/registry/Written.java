package io.hansa.launcher.registry;

import io.hansa.launcher.output.Cells;
import io.hansa.launcher.output.OutputOptions;
import io.hansa.launcher.remote.Answer;
import jakarta.json.JsonObject;

/** Tells what came of a write. */
final class Written {
    private Written() {}

    static int tell(Answer answer, boolean dryRun, Kind kind, String key, OutputOptions output) {
        JsonObject json = answer.required().json();
        if (dryRun) {
            output.print(json, Plan::text);
            return 0;
        }
        String name = key == null ? Cells.of(json, kind.key()) : key;
        String sentence =
                "The %s %s is %s.%n".formatted(kind.singular(), name, done(answer.status()));
        output.print(json, item -> sentence);
        if (json.containsKey("warnings")) {
            for (JsonObject one : json.getJsonArray("warnings").getValuesAs(JsonObject.class)) {
                System.err.println(Cells.of(one, "severity") + ": " + Cells.of(one, "text"));
            }
        }
        return 0;
    }

    private static String done(int status) {
        return status == 201 ? "created" : status == 204 ? "removed" : "written";
    }
}
