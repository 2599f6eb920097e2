package io.hansa.demo.shop.pricing;

import io.hansa.demo.shop.pricing.DiscountRule.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applies the package's discount rules to one line. Exact until the net amount is rounded. */
final class LinePrice {

    private LinePrice() {}

    static PricedLine of(Product product, int pieces, List<DiscountRule> rules, LocalDate day) {
        List<String> reasons = new ArrayList<>();
        BigDecimal piece = product.listPrice();
        for (Kind kind : Kind.values()) {
            Optional<DiscountRule> rule =
                    rules.stream()
                            .filter(each -> each.kind() == kind && each.fits(product, pieces, day))
                            .min(DiscountRule.BEST_FIRST);
            if (rule.isPresent()) {
                piece = reduced(piece, rule.get().percent());
                reasons.add(rule.get().description());
            }
        }
        if (piece.compareTo(product.floorPrice()) < 0) {
            piece = product.floorPrice();
            reasons.add("limited by the lowest price of " + product.floorPrice().toPlainString());
        }
        return priced(product, pieces, piece, reasons);
    }

    private static PricedLine priced(
            Product product, int pieces, BigDecimal piece, List<String> reasons) {
        BigDecimal count = BigDecimal.valueOf(pieces);
        BigDecimal net = piece.multiply(count).setScale(2, RoundingMode.HALF_UP);
        return new PricedLine(product, pieces, product.listPrice().multiply(count), net, reasons);
    }

    private static BigDecimal reduced(BigDecimal price, BigDecimal percent) {
        return price.multiply(BigDecimal.ONE.subtract(percent.movePointLeft(2)));
    }
}
