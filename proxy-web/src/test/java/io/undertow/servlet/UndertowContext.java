package io.undertow.servlet;

import jakarta.servlet.ServletContext;
import java.lang.reflect.Proxy;

/**
 * A context whose class is in a package of Undertow's, by which that container is known; it answers
 * nothing.
 */
public final class UndertowContext {
    private UndertowContext() {}

    public static ServletContext make() {
        return (ServletContext)
                Proxy.newProxyInstance(
                        UndertowContext.class.getClassLoader(),
                        new Class<?>[] {OfThisPackage.class},
                        (proxy, method, arguments) -> {
                            throw new UnsupportedOperationException(method.getName());
                        });
    }

    /** Not public: the class of a proxy is in the package of such an interface. */
    interface OfThisPackage extends ServletContext {}
}
