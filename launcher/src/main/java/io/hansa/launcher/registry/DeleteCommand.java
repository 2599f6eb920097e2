package io.hansa.launcher.registry;

import io.hansa.launcher.context.ProxyOptions;
import io.hansa.launcher.output.OutputOptions;
import io.hansa.launcher.remote.Answer;
import io.hansa.launcher.remote.Connection;
import io.hansa.launcher.remote.ExitStatus;
import io.hansa.launcher.workspace.LaunchException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Removes items. */
@Command(
        name = "delete",
        description = "Removes items; what still names one is told, and --cascade takes it along.",
        footer = {
            "",
            "Examples:",
            "  hansa delete server pricing-1 --cascade --dry-run",
            "  hansa delete account alice bob --reason 'have left'"
        },
        mixinStandardHelpOptions = true)
public final class DeleteCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "KIND",
            converter = KindConverter.class,
            completionCandidates = KindConverter.class,
            description = "The items' kind.")
    private Kind kind;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "KEY", description = "Name or id.")
    private List<String> keys;

    @Option(names = "--cascade", description = "Removes what names it, too.")
    private boolean cascade;

    @Mixin private WriteOptions write;
    @Mixin private ProxyOptions proxy;
    @Mixin private OutputOptions output;

    /** Goes on behind a failure: the exit status of one is that of it, of some PARTLY. */
    @Override
    public Integer call() throws InterruptedException {
        Connection connection = proxy.connect();
        int failed = 0;
        int status = 0;
        for (String key : keys) {
            Answer answer =
                    write.on(connection.delete(kind.path()).segment(key))
                            .query("cascade", cascade ? "true" : null)
                            .send();
            if (answer.isGood()) {
                Written.tell(answer, write.isDryRun(), kind, key, output);
            } else {
                LaunchException failure = answer.failure();
                System.err.println(key + ": " + failure.getMessage());
                status = failure.status();
                failed++;
            }
        }
        return failed > 0 && failed < keys.size() ? ExitStatus.PARTLY : status;
    }
}
