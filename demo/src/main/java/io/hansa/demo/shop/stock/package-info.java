/**
 * The stock server: keeps balances and moves them. Lines over TCP, each ended by 0x0A, in GB18030.
 * Started by its {@code Main}; nothing else calls this package.
 *
 * <pre>
 * MOVE|机械键盘|-2|S-1001     product (number or name), pieces with sign, occasion
 *   MOVED|M-000001|keyboard|机械键盘|-2|38     movement, product, pieces, balance after it
 *   REFUSED|SHORT|keyboard|机械键盘|38|库存不足   a balance never goes below zero
 * SHOW|keyboard
 *   BALANCE|keyboard|机械键盘|38
 * </pre>
 */
package io.hansa.demo.shop.stock;
