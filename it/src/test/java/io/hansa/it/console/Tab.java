package io.hansa.it.console;

import static org.awaitility.Awaitility.await;

import io.hansa.it.system.Project;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.awaitility.core.ConditionTimeoutException;

/** A tab of the browser: opens addresses, finds what a person sees, and acts on it. */
class Tab implements AutoCloseable {
    static final Duration SHOWN_WITHIN = Duration.ofSeconds(15);
    private static final String FINDER = resource("finder.js");

    private final DevTools tools;
    private final Watch watch;
    private final URI base;

    Tab(DevTools tools, URI base) {
        this.tools = tools;
        this.base = base;
        this.watch = new Watch(tools, base);
        for (String domain : new String[] {"Page", "Runtime", "Log", "Network"}) {
            tools.send(domain + ".enable");
        }
        tools.send("Page.addScriptToEvaluateOnNewDocument", object().add("source", FINDER));
    }

    static String resource(String name) {
        try {
            return Files.readString(Project.path("it/src/test/resources/console/" + name));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static JsonObjectBuilder object() {
        return Json.createObjectBuilder();
    }

    /** What went wrong in it, and what it asked the proxy. */
    Watch watch() {
        return watch;
    }

    /**
     * @param path such as {@code /console/#/accounts}
     */
    void open(String path) {
        tools.send("Page.navigate", object().add("url", base.resolve(path).toString()));
        await("the page is there").atMost(SHOWN_WITHIN).until(() -> isTrue("!!window.hansaFind"));
    }

    void size(int width, int height) {
        tools.send(
                "Emulation.setDeviceMetricsOverride",
                object().add("width", width)
                        .add("height", height)
                        .add("deviceScaleFactor", 1)
                        .add("mobile", false));
    }

    /** The value of an expression, or of the promise that it is. */
    JsonValue evaluate(String expression) {
        JsonObject answer =
                tools.send(
                        "Runtime.evaluate",
                        object().add("expression", expression)
                                .add("awaitPromise", true)
                                .add("returnByValue", true));
        if (answer.containsKey("exceptionDetails")) {
            throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
        }
        return answer.getJsonObject("result").getOrDefault("value", JsonValue.NULL);
    }

    boolean isTrue(String expression) {
        return evaluate(expression) == JsonValue.TRUE;
    }

    boolean shows(String text) {
        return isTrue("document.body.innerText.includes(" + quoted(text) + ")");
    }

    void awaitText(String text) {
        awaitFound("document.body.innerText.includes(" + quoted(text) + ")");
    }

    /** A button, link or choice with that text or name, on the page or the open dialog. */
    void click(String name) {
        awaitFound("hansaFind.action(" + quoted(name) + ")");
        JsonObject place =
                evaluate("hansaFind.placeOf(hansaFind.action(" + quoted(name) + "))")
                        .asJsonObject();
        for (String type : new String[] {"mousePressed", "mouseReleased"}) {
            tools.send(
                    "Input.dispatchMouseEvent",
                    object().add("type", type)
                            .add("x", place.get("x"))
                            .add("y", place.get("y"))
                            .add("button", "left")
                            .add("clickCount", 1));
        }
    }

    /** Replaces what is in the field with that label. */
    void type(String label, String text) {
        awaitFound("hansaFind.field(" + quoted(label) + ")");
        evaluate("hansaFind.select(hansaFind.field(" + quoted(label) + "))");
        tools.send("Input.insertText", object().add("text", text));
    }

    void choose(String label, String value) {
        awaitFound("hansaFind.field(" + quoted(label) + ")");
        evaluate(
                "hansaFind.choose(hansaFind.field(%s), %s)"
                        .formatted(quoted(label), quoted(value)));
    }

    void press(String key) {
        int code = key.equals("Enter") ? 13 : key.equals("Escape") ? 27 : key.codePointAt(0);
        for (String type : new String[] {"keyDown", "keyUp"}) {
            JsonObjectBuilder event =
                    object().add("type", type).add("key", key).add("windowsVirtualKeyCode", code);
            tools.send(
                    "Input.dispatchKeyEvent",
                    key.equals("Enter") && type.equals("keyDown")
                            ? event.add("text", "\r")
                            : event);
        }
    }

    /**
     * @throws AssertionError it does not come; with what the page shows instead
     */
    void awaitFound(String expression) {
        try {
            await(expression)
                    .atMost(SHOWN_WITHIN)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> isTrue("!!(" + expression + ")"));
        } catch (ConditionTimeoutException late) {
            throw new AssertionError(
                    expression + " is not on the page: " + evaluate("document.body.innerText"),
                    late);
        }
    }

    /** A picture of the whole page. */
    void photograph(Path file) throws IOException {
        JsonObject answer =
                tools.send(
                        "Page.captureScreenshot",
                        object().add("format", "png").add("captureBeyondViewport", true));
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(answer.getString("data")));
    }

    static String quoted(String text) {
        return Json.createValue(text).toString();
    }

    @Override
    public void close() {
        tools.send("Page.close");
        tools.close();
    }
}
