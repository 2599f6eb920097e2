package io.hansa.launcher.context;

import io.hansa.launcher.proxy.Credentials;
import io.hansa.launcher.remote.Connection;
import io.hansa.launcher.remote.ExitStatus;
import io.hansa.launcher.workspace.LaunchException;
import jakarta.json.Json;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Changes the password of one's own account. */
@Command(
        name = "password",
        description = {
            "Changes the password of your own account, also a one-time password.",
            "Its tokens end; hansa login signs in with the new password.",
            "A source is env:NAME, file:PATH, or - for a line of standard input; without one, a prompt."
        },
        footer = {
            "",
            "Examples:",
            "  hansa password",
            "  hansa password --url http://127.0.0.1:8080 --account admin --old file:data/hansa-admin-password"
        },
        mixinStandardHelpOptions = true)
public final class PasswordCommand implements Callable<Integer> {
    @Option(
            names = "--context",
            paramLabel = "NAME",
            description = "The context; else HANSA_CONTEXT, else the one in use.")
    private String context = System.getenv("HANSA_CONTEXT");

    @Option(
            names = "--url",
            converter = ProxyAddress.class,
            description = "A proxy's address, instead of a context.")
    private URI url;

    @Option(names = "--account", description = "The account, with --url.")
    private String account;

    @Option(names = "--old", paramLabel = "SOURCE", description = "The password until now.")
    private String old;

    @Option(names = "--new", paramLabel = "SOURCE", description = "The password from now on.")
    private String next;

    @Override
    public Integer call() throws InterruptedException {
        if ("-".equals(old) && "-".equals(next)) {
            throw new LaunchException(
                    ExitStatus.USAGE,
                    "Standard input gives one password; give the other one as env:NAME or file:PATH.");
        }
        Context own = own();
        String until = PasswordSource.read(old, own.account());
        String from = PasswordSource.read(next, own.account(), "New password of %s: ");
        if (next == null && !from.equals(PasswordSource.read(null, own.account(), "Again: "))) {
            throw new LaunchException(
                    ExitStatus.USAGE, "The two are not the same; nothing was changed.");
        }
        new Connection(own.url(), new Credentials(own.account(), until).header())
                .put("/api/v1/account/password")
                .body(Json.createObjectBuilder().add("old", until).add("new", from).build())
                .send()
                .required();
        System.out.printf(
                "The password of %s is changed. Sign in again: hansa login %s --account %s%n",
                own.account(), own.url(), own.account());
        return ExitStatus.DONE;
    }

    private Context own() {
        if (url != null && account != null) {
            return Context.of(url, account, null);
        }
        Contexts contexts = Contexts.load();
        String name = context == null ? contexts.current().orElse(null) : context;
        Context kept = url != null || name == null ? null : contexts.get(name);
        if (kept == null || kept.account() == null) {
            throw new LaunchException(
                    ExitStatus.USAGE,
                    "Name the proxy and the account: hansa password --url URL --account NAME.");
        }
        return kept;
    }
}
