package io.hansa.it.client;

import io.hansa.api.BusinessProxy;
import io.hansa.api.BusinessRequest;
import java.io.Serializable;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import javax.naming.NamingException;
import org.jboss.ejb.client.EJBClientContext;
import org.jboss.ejb.client.EJBClientInterceptor;
import org.jboss.ejb.client.EJBClientInvocationContext;

/**
 * Sends WildFly, over its own remoting protocol, what is no value of the remote interface: a queue
 * whose comparator would run while it is read, sets in sets, a map. Each takes the place of the
 * request and of a value that goes beside it. Prints what became of each and exits with 0 only if
 * the server read neither.
 *
 * <pre>ForeignValues remote+http://127.0.0.1:8080</pre>
 */
public final class ForeignValues {
    private static final BusinessRequest REQUEST =
            BusinessRequest.to("no.such")
                    .data("text/plain", new byte[1])
                    .timeoutMillis(1_000)
                    .build();

    private static final int LEVELS = 12;

    private ForeignValues() {}

    public static void main(String[] arguments) throws NamingException {
        BusinessProxy proxy = WildFlyCaller.proxy(arguments[0]);
        PriorityQueue<String> foreign = new PriorityQueue<>(Collections.reverseOrder());
        foreign.addAll(List.of("a", "b"));
        boolean refused = true;
        for (Serializable value : List.of(foreign, nested(), new HashMap<>(Map.of("a", "b")))) {
            refused &= refuses(proxy, new Smuggler(value, true));
            refused &= refuses(proxy, new Smuggler(value, false));
        }
        System.exit(refused ? 0 : 1);
    }

    /**
     * Sets in sets, which are hashed again on every level while they are read: each level doubles
     * the work.
     */
    private static HashSet<Object> nested() {
        HashSet<Object> outermost = new HashSet<>();
        Set<Object> left = outermost;
        Set<Object> right = new HashSet<>();
        for (int level = 0; level < LEVELS; level++) {
            Set<Object> first = new HashSet<>(Set.of("first"));
            Set<Object> second = new HashSet<>();
            left.add(first);
            left.add(second);
            right.add(first);
            right.add(second);
            left = first;
            right = second;
        }
        return outermost;
    }

    private static boolean refuses(BusinessProxy proxy, Smuggler smuggler) {
        try {
            EJBClientContext.getCurrent()
                    .withAddedInterceptors(smuggler)
                    .runCallable(() -> proxy.process(REQUEST));
            System.out.println("read");
            return false;
        } catch (Exception outcome) {
            boolean unread = String.valueOf(outcome).contains("InvalidClassException");
            System.out.println((unread ? "refused " : "read ") + outcome);
            return unread;
        }
    }

    private record Smuggler(Serializable foreign, boolean asRequest)
            implements EJBClientInterceptor {
        @Override
        public void handleInvocation(EJBClientInvocationContext call) throws Exception {
            if (asRequest) {
                call.getParameters()[0] = foreign;
            } else {
                call.getContextData().put("foreign", foreign);
            }
            call.sendRequest();
        }

        @Override
        public Object handleInvocationResult(EJBClientInvocationContext call) throws Exception {
            return call.getResult();
        }
    }
}
