package io.hansa.demo.status;

import io.hansa.demo.example.ExampleProxy;
import io.hansa.demo.league.DemoDirectory;
import io.hansa.launcher.HansaCommand;
import io.hansa.launcher.process.ProcessLedger;
import io.hansa.launcher.workspace.LaunchException;
import io.hansa.launcher.workspace.Workspace;
import picocli.CommandLine.Command;

/** Prints a table of the proxies; exit status 1 when no demo runs. */
@Command(
        name = "status",
        description = "Shows the proxies of the running demo, their load and capabilities.",
        mixinStandardHelpOptions = true)
public final class StatusCommand implements HansaCommand {

    @Override
    public Integer call() throws InterruptedException {
        ProcessLedger ledger = new ProcessLedger(DemoDirectory.of(Workspace.current()).ledger());
        if (ledger.running().isEmpty()) {
            throw new LaunchException("No demo is running here; ./hansa demo --detach starts one.");
        }
        System.out.println(ProxyLine.HEAD);
        for (ExampleProxy proxy : ExampleProxy.values()) {
            System.out.println(ProxyLine.of(proxy));
        }
        return 0;
    }
}
