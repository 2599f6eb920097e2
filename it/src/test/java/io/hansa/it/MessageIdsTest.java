package io.hansa.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an operator may search for: each message of the log has an id, which a page explains. */
class MessageIdsTest {
    private static final List<String> MODULES =
            List.of(
                    "proxy-client",
                    "connector-rar",
                    "proxy-ejb",
                    "proxy-web",
                    "server-config/http",
                    "server-config/grizzly",
                    "server-config/undertow",
                    "server-config/micro");

    private static final Pattern ROW = Pattern.compile("(?m)^\\| HANSA-(\\d{4}) \\|");

    @Test
    void everyMessageAboveDebugHasOneId() {
        List<LogCall> calls = calls().filter(call -> !call.isForDevelopers()).toList();

        assertThat(calls).hasSizeGreaterThan(50);
        assertThat(calls).allSatisfy(call -> assertThat(call.ids()).hasSize(1));
    }

    @Test
    void noTwoMessagesShareAnId() {
        Set<Integer> seen = new HashSet<>();

        assertThat(calls().flatMap(call -> call.ids().stream())).allMatch(seen::add);
    }

    @Test
    void idsAreInTheRangeOfTheirPackage() throws IOException {
        List<MessageRange> ranges = ranges();

        assertThat(calls().filter(call -> !call.ids().isEmpty()))
                .isNotEmpty()
                .allSatisfy(
                        call ->
                                assertThat(ranges)
                                        .filteredOn(range -> range.holds(call.ids().get(0)))
                                        .extracting(MessageRange::packageName)
                                        .containsExactly(call.packageName()));
    }

    @Test
    void rangesDoNotOverlap() throws IOException {
        List<MessageRange> ranges = ranges();

        assertThat(ranges)
                .isNotEmpty()
                .allSatisfy(
                        range ->
                                assertThat(ranges)
                                        .filteredOn(range::overlaps)
                                        .containsExactly(range));
    }

    @Test
    void thePageExplainsEachId() throws IOException {
        String page = Files.readString(Project.path("docs/messages.md"));
        List<Integer> explained =
                ROW.matcher(page).results().map(row -> Integer.valueOf(row.group(1))).toList();

        assertThat(explained)
                .containsExactlyElementsOf(
                        calls().flatMap(call -> call.ids().stream()).sorted().toList());
    }

    private static Stream<LogCall> calls() {
        return MODULES.stream()
                .map(module -> Project.path(module).resolve("src/main/java"))
                .filter(Files::exists)
                .flatMap(LogCall::in);
    }

    private static List<MessageRange> ranges() throws IOException {
        Path file = Project.path("src/checks/message-ranges.txt");
        return MessageRange.read(file);
    }
}
