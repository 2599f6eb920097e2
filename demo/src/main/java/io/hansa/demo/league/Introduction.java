package io.hansa.demo.league;

import java.util.List;

/** The demo's fixed texts. */
final class Introduction {

    static final List<String> LINES =
            List.of(
                    "An online shop settles baskets at its proxy shop-a. Goods are priced behind"
                            + " shop-b, in the same region (intranet);",
                    "tickets are issued behind tickets, in another organization (extranet, mutual"
                            + " TLS). All listens on 127.0.0.1 only.");

    static final List<String> ADDRESSES =
            List.of(
                    "",
                    "Open:  http://127.0.0.1:8181/console/               shop-a to look at and manage"
                            + " (admin / admin-demo)",
                    "       http://127.0.0.1:8181/api/v1/capabilities    what shop-a offers, and"
                            + " through whom",
                    "       http://127.0.0.1:8181/api/v1/admin/traces    its latest requests"
                            + " (admin / admin-demo)",
                    "       http://127.0.0.1:8181/metrics                its figures; 8182 and 8183"
                            + " are shop-b and tickets",
                    "Call:  curl -i -u shop:shop-demo -H 'Content-Type: text/plain; charset=utf-8'"
                            + " \\",
                    "         --data-binary $'SETTLE|S-1003|me\\nITEM|mouse|5'"
                            + " http://127.0.0.1:8181/api/v1/services/trade.settle");

    static final List<String> STAYING = List.of("", "Ctrl-C ends the demo and all it started.");

    static final List<String> DETACHED =
            List.of("", "It goes on in the background: ./hansa status, ./hansa demo --stop.");

    private Introduction() {}
}
