import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The modules of the console, put into one file for the start ({@code app.js}) and one for each
 * page that is loaded when it is opened. A bundle is its modules one behind another, those that are
 * imported first. So each name at the top of a module stands once in all modules, and modules
 * export by name; what does not hold to that fails the build.
 */
final class ConsoleModules {
    private static final String START = "main.js";
    private static final String APP = "app.js";

    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import\\s+(\\{[^}]*}|\\w+)\\s+from\\s+'([^']+)';\\n");
    private static final Pattern LATER = Pattern.compile("import\\('([^']+)'\\)");
    private static final Pattern DECLARED =
            Pattern.compile("(?m)^(export )?(?:async )?(?:function|const|let|class) (\\w+)");
    private static final Pattern COMMENT =
            Pattern.compile("(?ms)^[ ]*/\\*\\*.*?\\*/\\n|^[ ]*//[^\\n]*\\n");

    private final Map<String, String> texts = new TreeMap<>();
    private final Map<String, String> owners = new TreeMap<>();

    ConsoleModules(Map<String, String> texts) {
        texts.forEach((name, text) -> this.texts.put(name, COMMENT.matcher(text).replaceAll("")));
    }

    /** The texts of the bundles by the names of their files. */
    Map<String, String> bundles() {
        Set<String> pages = new TreeSet<>();
        texts.forEach(
                (name, text) ->
                        found(LATER, text).forEach(m -> pages.add(resolved(name, m.group(1)))));
        Set<String> start = new LinkedHashSet<>();
        reach(START, start);
        Map<String, Integer> uses = new TreeMap<>();
        for (String page : pages) {
            Set<String> all = new LinkedHashSet<>();
            reach(page, all);
            all.forEach(one -> uses.merge(one, 1, Integer::sum));
        }
        uses.forEach(
                (name, count) -> {
                    if (count > 1) {
                        reach(name, start);
                    }
                });
        Map<String, String> bundles = new TreeMap<>();
        bundles.put(APP, bundle(start, start, null));
        for (String page : pages) {
            Set<String> own = new LinkedHashSet<>();
            reach(page, own);
            own.removeAll(start);
            bundles.put(flat(page), bundle(own, start, page));
        }
        Set<String> unused = new TreeSet<>(texts.keySet());
        unused.removeAll(start);
        unused.removeAll(uses.keySet());
        if (!unused.isEmpty()) {
            throw new IllegalStateException("No module imports " + unused + "; remove them.");
        }
        return bundles;
    }

    /** A module and all that it imports, which come before it. */
    private void reach(String name, Set<String> found) {
        reach(name, found, new LinkedHashSet<>());
    }

    private void reach(String name, Set<String> found, Set<String> open) {
        if (found.contains(name) || !open.add(name)) {
            return;
        }
        String text = texts.get(name);
        if (text == null) {
            throw new IllegalStateException("There is no module " + name + "; it is imported.");
        }
        found(IMPORT, text).stream()
                .filter(m -> m.group(2).startsWith("."))
                .forEach(m -> reach(resolved(name, m.group(2)), found, open));
        found.add(name);
    }

    private String bundle(Set<String> modules, Set<String> start, String page) {
        Map<String, Set<String>> imports = new TreeMap<>();
        Set<String> exports = new TreeSet<>();
        StringBuilder body = new StringBuilder();
        for (String name : modules) {
            String text = texts.get(name);
            for (MatchResult one : found(IMPORT, text)) {
                String from = one.group(2);
                if (!from.startsWith(".")) {
                    imports.computeIfAbsent("./" + from + ".js", f -> new TreeSet<>())
                            .add(one.group(1));
                } else if (page != null && start.contains(resolved(name, from))) {
                    imports.computeIfAbsent("./" + APP, f -> new TreeSet<>()).add(one.group(1));
                }
            }
            for (MatchResult one : found(DECLARED, text)) {
                String before = owners.put(one.group(2), name);
                if (before != null) {
                    throw new IllegalStateException(
                            "Both %s and %s declare %s; rename one."
                                    .formatted(before, name, one.group(2)));
                }
                if (one.group(1) != null && (page == null || name.equals(page))) {
                    exports.add(one.group(2));
                }
            }
            text = IMPORT.matcher(text).replaceAll("");
            text = Pattern.compile("(?m)^export ").matcher(text).replaceAll("");
            body.append(
                    LATER.matcher(text).replaceAll(m -> "import('./" + flat(m.group(1)) + "')"));
        }
        StringBuilder head = new StringBuilder();
        imports.forEach((from, names) -> head.append(statements(from, names)));
        return head.append(body)
                .append("export{")
                .append(String.join(",", exports))
                .append("};\n")
                .toString();
    }

    private static String statements(String from, Set<String> clauses) {
        Set<String> named = new TreeSet<>();
        StringBuilder all = new StringBuilder();
        for (String clause : clauses) {
            if (!clause.startsWith("{")) {
                all.append("import ").append(clause).append(" from'").append(from).append("';\n");
                continue;
            }
            for (String name : clause.substring(1, clause.length() - 1).split(",")) {
                if (!name.isBlank()) {
                    named.add(name.strip());
                }
            }
        }
        return named.isEmpty()
                ? all.toString()
                : all + "import{" + String.join(",", named) + "}from'" + from + "';\n";
    }

    private static List<MatchResult> found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return new ArrayList<>(matcher.results().toList());
    }

    private static String resolved(String importer, String path) {
        int end = importer.lastIndexOf('/');
        return java.nio.file.Path.of("/" + (end < 0 ? "" : importer.substring(0, end)))
                .resolve(path)
                .normalize()
                .toString()
                .substring(1);
    }

    private static String flat(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
