package io.hansa.demo.shop.pricing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;

/**
 * {@code POST /quote}. What cannot be priced is still an answer (200 with {@code error}); what is
 * no inquiry gets 400, another method 405, a body over {@value #MAX_BYTES} bytes 413, and a
 * database that fails 500.
 */
final class QuoteHandler implements HttpHandler {

    private static final int MAX_BYTES = 64 * 1024;

    private final PriceDesk desk;

    QuoteHandler(PriceDesk desk) {
        this.desk = desk;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange;
                InputStream in = exchange.getRequestBody()) {
            byte[] body = in.readNBytes(MAX_BYTES + 1);
            if (!exchange.getRequestMethod().equals("POST")) {
                send(exchange, 405, QuoteJson.error("METHOD", "POST an inquiry to /quote."));
            } else if (body.length > MAX_BYTES) {
                send(exchange, 413, QuoteJson.error("SIZE", "Send at most 64 KiB."));
            } else {
                price(exchange, InquiryReader.read(new String(body, StandardCharsets.UTF_8)));
            }
        }
    }

    private void price(HttpExchange exchange, Optional<Inquiry> inquiry) throws IOException {
        if (inquiry.isEmpty()) {
            String remedy = "Send SETTLEMENT|number|order|customer and lines of ITEM|product|n.";
            send(exchange, 400, QuoteJson.error("INQUIRY", remedy));
            return;
        }
        try {
            send(exchange, 200, QuoteJson.of(desk.quote(inquiry.get())));
        } catch (UnknownProductException e) {
            send(exchange, 200, QuoteJson.error("UNKNOWN-PRODUCT", e.getMessage()));
        } catch (SQLException e) {
            System.err.println("The price list could not be read: " + e.getMessage());
            send(exchange, 500, QuoteJson.error("DATABASE", "The price list is not available."));
        }
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
