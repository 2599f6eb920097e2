package io.hansa.launcher.context;

import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Signs in and remembers the proxy and the token as a context. */
@Command(
        name = "login",
        description = {
            "Signs in at a proxy and keeps it as a context that later commands use.",
            "Kept are address, account and token, in a file that only you may read. A password is kept nowhere;",
            "with env:NAME or file:PATH the place of it is, so that later commands can sign in anew.",
            "The context becomes the one in use; hansa context use NAME chooses another."
        },
        footer = {
            "",
            "Examples:",
            "  hansa login http://127.0.0.1:8181 --account admin",
            "  hansa login http://127.0.0.1:8181 --account admin --password env:PASSWORD --name test"
        },
        mixinStandardHelpOptions = true)
public final class LoginCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "URL",
            converter = ProxyAddress.class,
            description = "The proxy's address on the intranet, such as http://127.0.0.1:8080.")
    private URI url;

    @Option(names = "--account", required = true, description = "The account's name.")
    private String account;

    @Option(
            names = "--password",
            paramLabel = "SOURCE",
            description = "env:NAME, file:PATH, or - for a line of standard input; else a prompt.")
    private String password;

    @Option(
            names = "--name",
            defaultValue = "default",
            description = "The context's name, by default ${DEFAULT-VALUE}.")
    private String name;

    @Override
    public Integer call() throws InterruptedException {
        Contexts contexts = Contexts.load();
        String kept = PasswordSource.isKept(password) ? password : null;
        Context context =
                Context.of(url, account, kept).signIn(PasswordSource.read(password, account));
        contexts.put(name, context);
        contexts.use(name);
        contexts.save();
        System.out.printf(
                "Signed in at %s as %s until %s; the context is %s.%n",
                url, account, context.expiresAt(), name);
        return 0;
    }
}
