package io.hansa.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Documents lead a reader only to pages that exist, and the index of decisions has all of them. */
class DocumentsTest {
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]*`");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|mailto:|#)([^)#\\s]+)");
    private static final Pattern TITLE =
            Pattern.compile("# (\\d+)\\. (.+)\n\n(\\d{4}-\\d{2}-\\d{2}), ");

    @Test
    void everyDocumentLinkLeadsToAFile() throws IOException {
        List<String> broken = new ArrayList<>();
        List<Path> documents = documents();
        for (Path document : documents) {
            String text = CODE.matcher(Files.readString(document)).replaceAll("");
            LINK.matcher(text)
                    .results()
                    .map(link -> link.group(1))
                    .filter(link -> Files.notExists(document.resolveSibling(link)))
                    .forEach(link -> broken.add(document.getFileName() + " → " + link));
        }

        assertThat(documents).hasSizeGreaterThan(40);
        assertThat(broken).isEmpty();
    }

    @Test
    void indexHasEveryDecisionWithTitleAndDate() throws IOException {
        Path directory = Project.path("docs/decisions");
        String index = Files.readString(directory.resolve("README.md"));
        List<Path> decisions = markdown(directory).filter(DocumentsTest::isDecision).toList();

        assertThat(decisions).isNotEmpty();
        for (Path decision : decisions) {
            MatchResult head =
                    TITLE.matcher(Files.readString(decision)).results().findFirst().orElseThrow();
            assertThat(index)
                    .contains(
                            "| %s | [%s](%s) | %s |"
                                    .formatted(
                                            head.group(1),
                                            head.group(2),
                                            decision.getFileName(),
                                            head.group(3)));
        }
    }

    private static List<Path> documents() throws IOException {
        return Stream.of("", "docs", "docs/decisions")
                .map(Project::path)
                .flatMap(DocumentsTest::markdown)
                .toList();
    }

    private static Stream<Path> markdown(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".md")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isDecision(Path file) {
        return !file.endsWith("README.md");
    }
}
