package io.hansa.launcher.context;

import io.hansa.launcher.remote.Connection;
import io.hansa.launcher.remote.ExitStatus;
import io.hansa.launcher.workspace.LaunchException;
import java.net.URI;
import java.time.Instant;
import picocli.CommandLine.Option;

/** Which proxy a command talks to: that of a context, or one that is named. */
public final class ProxyOptions {
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

    @Option(
            names = "--password",
            paramLabel = "SOURCE",
            description = "With --account: env:NAME, file:PATH, or - for standard input.")
    private String password;

    private Contexts contexts;
    private String name;

    /** Signed in, where there is an account. */
    public Connection connect() throws InterruptedException {
        if (url != null) {
            Context named = Context.of(url, account, password);
            return account == null
                    ? new Connection(url, null)
                    : signedIn(named.signIn(PasswordSource.read(password, account)));
        }
        Context kept = kept();
        if (kept.account() == null) {
            return new Connection(kept.url(), null);
        }
        return signedIn(kept.isSignedIn(Instant.now()) ? kept : renewed(kept));
    }

    /** The name under which a command may keep what it has learned; the address where none is. */
    public String place() {
        return name == null ? String.valueOf(url) : name;
    }

    private Context kept() {
        contexts = Contexts.load();
        name = context == null ? contexts.current().orElse(null) : context;
        if (name == null) {
            throw new LaunchException(
                    ExitStatus.USAGE,
                    "No proxy is known; hansa login URL --account NAME signs in at one.");
        }
        return contexts.get(name);
    }

    private Context renewed(Context ended) throws InterruptedException {
        if (ended.password() == null) {
            throw new LaunchException(
                    ExitStatus.REFUSED,
                    "The sign-in of %s at %s has ended; sign in again: hansa login %s --account %s --name %s"
                            .formatted(
                                    ended.account(),
                                    ended.url(),
                                    ended.url(),
                                    ended.account(),
                                    name));
        }
        Context fresh = ended.signIn(PasswordSource.read(ended.password(), ended.account()));
        contexts.put(name, fresh);
        contexts.save();
        return fresh;
    }

    private static Connection signedIn(Context context) {
        return new Connection(context.url(), "Bearer " + context.token());
    }
}
