package io.hansa.demo.league;

import io.hansa.launcher.process.ProcessLedger;
import io.hansa.launcher.process.ProcessRecord;
import io.hansa.launcher.process.Termination;
import io.hansa.launcher.workspace.LaunchException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Ends a demo that runs in the background, or in another terminal. */
final class StopDemo {

    /** A launcher that is told to stop first ends its own processes. */
    private static final Duration FOR_THE_LAUNCHER = Duration.ofSeconds(30);

    private StopDemo() {}

    static int run(DemoDirectory directory) throws IOException {
        ProcessLedger ledger = new ProcessLedger(directory.ledger());
        List<ProcessRecord> running = ledger.running();
        if (running.isEmpty()) {
            System.out.println("No demo is running here.");
        } else {
            Predicate<ProcessRecord> launcher = ProcessRecord::isLauncher;
            boolean ended =
                    end(running.stream().filter(launcher).toList(), FOR_THE_LAUNCHER)
                            & end(
                                    running.stream().filter(launcher.negate()).toList(),
                                    Termination.PATIENCE);
            if (!ended) {
                throw new LaunchException(
                        "Some processes did not end; end them by the pids in " + ledger.file());
            }
            System.out.println("The demo has ended.");
        }
        ledger.remove();
        directory.clear();
        return 0;
    }

    private static boolean end(List<ProcessRecord> records, Duration patience) {
        return Termination.of(
                records.stream().map(ProcessRecord::running).flatMap(Optional::stream).toList(),
                patience);
    }
}
