package io.hansa.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.launcher.workspace.LaunchException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildrenTest {

    @TempDir private Path directory;
    private ProcessLedger ledger;
    private Children children;

    @BeforeEach
    void open() throws Exception {
        ledger = new ProcessLedger(directory.resolve("processes.json"));
        children = new Children(Optional.of(ledger));
    }

    @Test
    void endsAllThatItStarted() throws Exception {
        Child first = children.start(Shell.lingering("first", log()));
        Child second = children.start(Shell.lingering("second", log()));
        assertThat(ledger.running())
                .extracting(ProcessRecord::name)
                .containsExactly("launcher", "first", "second");
        children.close();
        children.close();
        assertThat(first.alive()).isFalse();
        assertThat(second.alive()).isFalse();
        assertThat(ledger.file()).doesNotExist();
    }

    @Test
    void startsNothingOnceItIsClosed() throws Exception {
        children.close();
        assertThatThrownBy(() -> children.start(Shell.lingering("late", log())))
                .isInstanceOf(LaunchException.class);
    }

    @Test
    void releasesThemToTheLedger() throws Exception {
        Child child = children.start(Shell.lingering("background", log()));
        children.release();
        children.close();
        assertThat(child.alive()).isTrue();
        List<ProcessRecord> running = ledger.running();
        assertThat(running).extracting(ProcessRecord::name).containsExactly("background");
        assertThat(
                        Termination.of(
                                List.of(running.get(0).running().orElseThrow()),
                                Termination.PATIENCE))
                .isTrue();
        assertThat(ledger.running()).isEmpty();
    }

    @Test
    void saysWhatAProcessWroteBeforeItEnded() throws Exception {
        String script = "echo $HANSA_GREETING; echo oops >&2; exit 3";
        Child child = children.start(Shell.order("node", script, log()));
        assertThatThrownBy(() -> child.mustOutlive(Duration.ofSeconds(10)))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("node ended by itself with status 3")
                .hasMessageContaining("hello")
                .hasMessageContaining("oops");
        assertThatThrownBy(children::awaitFirstEnd).hasMessageContaining("status 3");
        children.close();
    }

    @Test
    void believesAProcessThatSaysItCannotWork() throws Exception {
        Child child = children.start(Shell.order("node", "echo it is broken", log()));
        child.awaitEnd();
        assertThat(child.hasSaid("all is well")).isFalse();
        assertThat(child.hasSaid("is broken")).isTrue();
        assertThat(child.cannotWork())
                .hasMessageContaining("node cannot do its work")
                .hasMessageContaining("it is broken");
        children.close();
    }

    @Test
    void whatAnEarlierRunSaidIsNotThatOfThisOne() throws Exception {
        Files.writeString(log(), "it is broken\n");
        Child child =
                children.start(
                        Shell.order("node", "echo it is mended", log()),
                        log(),
                        OutputStream.nullOutputStream());
        child.awaitEnd();

        assertThat(child.hasSaid("is mended")).isTrue();
        assertThat(child.hasSaid("is broken")).isFalse();
        children.close();
    }

    @Test
    void endedProcessCanBeStartedAgain() throws Exception {
        Child first = children.start(Shell.lingering("node", log()));
        children.end(first);
        Child second = children.start(Shell.lingering("node", log()));

        assertThat(first.alive()).isFalse();
        assertThat(second.alive()).isTrue();
        assertThat(ledger.running())
                .extracting(ProcessRecord::name)
                .containsExactly("launcher", "node");
        children.close();
    }

    @Test
    void stoppedProcessIsNoFailure() throws Exception {
        Child child = children.start(Shell.lingering("node", log()));
        child.process().destroy();
        children.awaitFirstEnd();
        assertThatThrownBy(() -> child.mustOutlive(Duration.ofSeconds(10)))
                .hasMessage("node was told to stop.");
        children.close();
    }

    private Path log() {
        return directory.resolve("log");
    }
}
