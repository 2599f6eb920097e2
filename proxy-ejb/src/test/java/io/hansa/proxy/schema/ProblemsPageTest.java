package io.hansa.proxy.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.ErrorCode;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** {@code docs/problems.md} has a section for each type of problem. */
class ProblemsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "problems.md");
    private static final List<String> ANSWERS =
            List.of("**Means.**", "**Comes from**", "**The caller**", "**The operator**");

    @Test
    void everyCodeHasASection() throws IOException {
        Set<String> codes = new TreeSet<>(documented());
        codes.addAll(Arrays.stream(ErrorCode.values()).map(ErrorCode::code).toList());

        assertThat(new TreeSet<>(sections().keySet())).isEqualTo(codes);
    }

    @Test
    void everySectionTellsMeaningCauseAndRemedies() throws IOException {
        sections().forEach((code, text) -> assertThat(text).as(code).contains(ANSWERS));
    }

    private static Map<String, String> sections() throws IOException {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        List<String> section = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            if (line.startsWith("## ")) {
                section = new ArrayList<>();
                lines.put(line.substring(3), section);
            }
            section.add(line);
        }
        Map<String, String> sections = new LinkedHashMap<>();
        lines.forEach((code, text) -> sections.put(code, String.join("\n", text)));
        return sections;
    }

    private static List<String> documented() {
        return ApiDocument.json()
                .getJsonObject("components")
                .getJsonObject("schemas")
                .getJsonObject("ProblemCode")
                .getJsonArray("enum")
                .getValuesAs(JsonString::getString);
    }
}
