package io.hansa.demo.shop.pricing;

import static io.hansa.demo.shop.pricing.JsonText.quoted;

import java.math.BigDecimal;
import java.util.stream.Collectors;

/** The reply bodies. Amounts are JSON numbers with both cents digits. */
final class QuoteJson {

    private QuoteJson() {}

    static String of(Quote quote) {
        Inquiry inquiry = quote.inquiry();
        return quote.lines().stream()
                .map(QuoteJson::line)
                .collect(
                        Collectors.joining(
                                ",",
                                "{\"settlement\":"
                                        + quoted(inquiry.settlement())
                                        + ",\"order\":"
                                        + quoted(inquiry.order())
                                        + ",\"customer\":"
                                        + quoted(inquiry.customer())
                                        + ",\"lines\":[",
                                "],\"total\":"
                                        + amount(quote.total())
                                        + ",\"currency\":"
                                        + quoted(Quote.CURRENCY)
                                        + "}\n"));
    }

    static String error(String code, String sentence) {
        return "{\"error\":" + quoted(code) + ",\"message\":" + quoted(sentence) + "}\n";
    }

    private static String line(PricedLine line) {
        return "{\"product\":"
                + quoted(line.product().number())
                + ",\"name\":"
                + quoted(line.product().name())
                + ",\"pieces\":"
                + line.pieces()
                + ",\"listPrice\":"
                + amount(line.product().listPrice())
                + ",\"gross\":"
                + amount(line.gross())
                + ",\"discount\":"
                + amount(line.discount())
                + ",\"why\":"
                + line.reasons().stream()
                        .map(JsonText::quoted)
                        .collect(Collectors.joining(",", "[", "]"))
                + ",\"net\":"
                + amount(line.net())
                + "}";
    }

    private static String amount(BigDecimal amount) {
        return amount.toPlainString();
    }
}
