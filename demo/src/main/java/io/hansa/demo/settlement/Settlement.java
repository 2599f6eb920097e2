package io.hansa.demo.settlement;

import io.hansa.launcher.proxy.ServiceReply;
import java.util.ArrayList;
import java.util.List;

/** A settlement and what has to come back for it. */
public enum Settlement {
    GOODS(
            "a basket of goods, priced by shop-b over the intranet",
            "SETTLE|S-1001|shop\nITEM|keyboard|2\nITEM|cable|100\n",
            List.of("shop-a", "shop-b"),
            "shop-b/pricing-1",
            "\"total\":1105.93"),
    TICKET(
            "a basket with a ticket, issued by tickets over the extranet",
            "SETTLE|S-1002|shop\nTICKET|CONCERT-7|2\n",
            List.of("shop-a", "tickets"),
            "tickets/ticket-1",
            "TICKET00CONCERT-7");

    private final String title;
    private final String request;
    private final List<String> path;
    private final String server;
    private final String part;

    Settlement(String title, String request, List<String> path, String server, String part) {
        this.title = title;
        this.request = request;
        this.path = path;
        this.server = server;
        this.part = part;
    }

    public String title() {
        return title;
    }

    public String request() {
        return request;
    }

    /** What is wrong with the reply, a sentence each; nothing if it came out right. */
    public List<String> faults(ServiceReply reply) {
        List<String> faults = new ArrayList<>();
        if (reply.status() != 200) {
            faults.add("The status is " + reply.status() + ", not 200.");
        }
        if (!reply.path().equals(path)) {
            faults.add("The path is " + reply.path() + ", not " + path + ".");
        }
        if (!reply.server().equals(server)) {
            faults.add("The result is of " + reply.server() + ", not of " + server + ".");
        }
        if (!reply.body().contains(part)) {
            faults.add("The result has no " + part + ".");
        }
        if (reply.traceId().isEmpty()) {
            faults.add("There is no trace id.");
        }
        return faults;
    }
}
