/**
 * The price server: {@code POST /quote} over HTTP in UTF-8. It takes a settlement's lines and
 * answers with JSON: each line's list price, the discounts applied and why, and the total. Prices
 * and discount rules are rows of an H2 database and are read for every quote, so a change there
 * holds from the next one on. Started by its {@code Main}; nothing else calls this package.
 *
 * <h2>Which discounts apply</h2>
 *
 * <ol>
 *   <li>A rule fits a line when the day is within its validity (both days included, none means
 *       open), its product and product group are the line's or not given, and the line has at least
 *       its pieces.
 *   <li>There are two kinds, {@code CAMPAIGN} and {@code QUANTITY}. Of each kind one rule applies
 *       at most: the one with the highest percentage; of equals the one for the product before the
 *       one for its group before the one for everything; of those the lowest number.
 *   <li>The campaign is taken from the list price, the quantity discount from what is left.
 *   <li>A product's floor, its lowest price for a piece, is never passed; when it is reached, the
 *       quote says so.
 *   <li>Amounts are decimal and exact; only a line's net amount is rounded, half up, to cents.
 * </ol>
 */
package io.hansa.demo.shop.pricing;
