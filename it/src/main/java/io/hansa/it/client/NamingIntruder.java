package io.hansa.it.client;

import org.omg.CORBA.NO_PERMISSION;
import org.omg.CORBA.ORB;
import org.omg.CosNaming.NameComponent;
import org.omg.CosNaming.NamingContextExt;
import org.omg.CosNaming.NamingContextExtHelper;

/**
 * Tries, without an account, to change a server's naming service by IIOP: to put something else in
 * the place of the remote view, to take it away, to add names. Prints what became of each and exits
 * with 0 only if the server refused all, and still tells where the remote view is.
 *
 * <pre>NamingIntruder 127.0.0.1:3528</pre>
 */
public final class NamingIntruder {
    private static final String NAMES = "corbaname:iiop:1.2@%s";
    private static final String VIEW = "hansa/BusinessProxy";

    private NamingIntruder() {}

    private interface Attempt {
        void run() throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        ORB orb = ORB.init(new String[0], null);
        try {
            NamingContextExt names =
                    NamingContextExtHelper.narrow(
                            orb.string_to_object(NAMES.formatted(arguments[0])));
            NameComponent[] view = names.to_name(VIEW);
            NameComponent[] other = names.to_name("intruder");
            boolean refused = refused("rebind", () -> names.rebind(view, names));
            refused &= refused("bind", () -> names.bind(other, names));
            refused &= refused("unbind", () -> names.unbind(view));
            refused &= refused("rebind_context", () -> names.rebind_context(other, names));
            refused &= refused("bind_context", () -> names.bind_context(other, names));
            refused &= refused("new_context", names::new_context);
            refused &= refused("bind_new_context", () -> names.bind_new_context(other));
            refused &= refused("destroy", names::destroy);
            boolean there =
                    names.resolve_str(VIEW) != null && !names.resolve_str(VIEW)._is_a(names());
            System.out.println(there ? "the view is there" : "the view is gone");
            System.exit(refused && there ? 0 : 1);
        } finally {
            orb.destroy();
        }
    }

    /** What the view would be after the first attempt. */
    private static String names() {
        return NamingContextExtHelper.id();
    }

    private static boolean refused(String operation, Attempt attempt) {
        try {
            attempt.run();
            System.out.println(operation + " done");
            return false;
        } catch (NO_PERMISSION refusal) {
            System.out.println(operation + " refused");
            return true;
        } catch (Exception otherwise) {
            System.out.println(operation + " done or failed: " + otherwise);
            return false;
        }
    }
}
