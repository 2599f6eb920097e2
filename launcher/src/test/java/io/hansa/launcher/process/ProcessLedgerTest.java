package io.hansa.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.launcher.workspace.LaunchException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLedgerTest {

    @TempDir private Path directory;

    private final ProcessRecord self = ProcessRecord.launcher();

    @Test
    void isEmptyWithoutAFile() {
        assertThat(ledger().running()).isEmpty();
    }

    @Test
    void remembersRunningProcesses() throws Exception {
        ledger().write(List.of(self));
        assertThat(ledger().running()).containsExactly(self);
        assertThat(self.isLauncher()).isTrue();
    }

    @Test
    void isNotFooledByAReusedPid() throws Exception {
        ledger().write(
                        List.of(
                                new ProcessRecord(
                                        "node", self.pid(), self.startedAt().minusSeconds(60))));
        assertThat(ledger().running()).isEmpty();
    }

    @Test
    void unreadableFileIsReportedWithTheRemedy() throws Exception {
        for (String content : List.of("", "[]", "{}", "{\"processes\":[{\"name\":\"x\"}]}")) {
            Files.writeString(ledger().file(), content);
            assertThatThrownBy(() -> ledger().running())
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining("remove " + ledger().file());
        }
    }

    private ProcessLedger ledger() {
        return new ProcessLedger(directory.resolve("processes.json"));
    }
}
