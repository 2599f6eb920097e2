/**
 * The caller's side of Hansa. It needs the JDK and nothing else; {@code jakarta.ejb} is for {@link
 * io.hansa.api.iiop} only.
 *
 * <p>A program that calls a capability:
 *
 * <pre>{@code
 * import io.hansa.client.HansaClient;
 * import java.net.URI;
 *
 * public class Settle {
 *     public static void main(String[] arguments) {
 *         String basket = "SETTLE|S-1001|shop\nITEM|keyboard|2\n";
 *         try (HansaClient client =
 *                 HansaClient.builder()
 *                         .seed(URI.create("http://127.0.0.1:8181"))
 *                         .account("shop", "shop-demo")
 *                         .build()) {
 *             System.out.println(client.capability("trade.settle").send(basket).body());
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>With {@code ./hansa demo --detach} running: {@code java -cp proxy-client.jar Settle.java}.
 */
module io.hansa.client {
    requires transitive java.net.http;
    requires java.naming;
    requires static java.rmi;
    requires static jakarta.ejb;

    exports io.hansa.api;
    exports io.hansa.api.iiop;
    exports io.hansa.client;
    exports io.hansa.client.listener;
}
