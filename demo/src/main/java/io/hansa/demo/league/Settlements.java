package io.hansa.demo.league;

import io.hansa.demo.example.Accounts;
import io.hansa.demo.example.ExampleProxy;
import io.hansa.demo.settlement.Settlement;
import io.hansa.demo.settlement.SettlementReport;
import io.hansa.launcher.proxy.ProxyClient;
import io.hansa.launcher.proxy.ServiceReply;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs the settlements at shop-a and shows each with its trace. */
final class Settlements {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Terminal terminal;

    Settlements(Terminal terminal) {
        this.terminal = terminal;
    }

    /** True if all came out right. */
    boolean run() throws InterruptedException {
        boolean right = true;
        ProxyClient shop = new ProxyClient(ExampleProxy.SHOP_A.http());
        for (Settlement settlement : Settlement.values()) {
            ServiceReply reply =
                    shop.ask("trade.settle", settlement.request(), Accounts.SHOP, PATIENCE);
            terminal.lines(List.of(""));
            terminal.lines(SettlementReport.lines(settlement, reply, traces(reply)));
            right &= settlement.faults(reply).isEmpty();
        }
        terminal.lines(Introduction.ADDRESSES);
        return right;
    }

    private static List<JsonObject> traces(ServiceReply reply) throws InterruptedException {
        List<JsonObject> traces = new ArrayList<>();
        for (ExampleProxy proxy : ExampleProxy.values()) {
            if (reply.path().contains(proxy.id())) {
                new ProxyClient(proxy.http())
                        .trace(reply.traceId(), Accounts.ADMINISTRATOR)
                        .ifPresent(traces::add);
            }
        }
        return traces;
    }
}
