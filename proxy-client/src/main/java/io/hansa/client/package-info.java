/**
 * Calls capabilities of business proxies: it picks a proxy that can and has room, and fails over
 * where that is safe.
 *
 * <pre>{@code
 * String basket = "SETTLE|S-1001|shop\nITEM|keyboard|2\n";
 * try (HansaClient client =
 *         HansaClient.builder()
 *                 .seed(URI.create("http://127.0.0.1:8181"))
 *                 .account("shop", "shop-demo")
 *                 .build()) {
 *     HansaReply<String> reply = client.capability("trade.settle").send(basket);
 *     System.out.println(reply.body() + " from " + reply.server().orElse("?"));
 * } catch (HansaException failed) {
 *     System.err.println(failed.getMessage());
 * }
 * }</pre>
 *
 * <p>Types of this package and {@link io.hansa.client.listener} are for every program.
 */
package io.hansa.client;
