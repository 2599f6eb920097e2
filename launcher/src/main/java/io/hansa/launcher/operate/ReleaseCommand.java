package io.hansa.launcher.operate;

import io.hansa.launcher.context.ProxyOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Ends what was set for a server or a node. */
@Command(
        name = "release",
        description = "Ends what was set for a server or a node.",
        footer = {"", "Example:", "  hansa operate release pricing-1"},
        mixinStandardHelpOptions = true)
final class ReleaseCommand implements Callable<Integer> {
    @Mixin private OperatedTarget target;

    @Option(names = "--reason", description = "Stands in the audit record.")
    private String reason;

    @Mixin private ProxyOptions proxy;

    @Override
    public Integer call() throws InterruptedException {
        String path = target.path();
        proxy.connect()
                .delete(path)
                .segment(target.id())
                .segment("override")
                .query("reason", reason)
                .send()
                .required();
        System.out.println("It takes part as before.");
        return 0;
    }
}
