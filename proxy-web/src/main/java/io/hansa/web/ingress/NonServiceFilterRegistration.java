package io.hansa.web.ingress;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Puts {@link NoSniff}, {@link ExtranetGate}, {@link OriginGate} and then {@link
 * BodyBufferingFilter} before every servlet but that of the services: it is open to peers, looks
 * after its data itself, and its requests are to pass no filter more than they must. No pattern of
 * addresses can say that, and a container may read an address in its own way; so it goes by names.
 */
@WebListener
public class NonServiceFilterRegistration implements ServletContextListener {
    /** What answers where no other servlet does. Not every container tells that it is there. */
    private static final String DEFAULT = "default";

    @Override
    public void contextInitialized(ServletContextEvent starting) {
        ServletContext context = starting.getServletContext();
        Set<String> servlets = new HashSet<>(context.getServletRegistrations().keySet());
        servlets.add(DEFAULT);
        if (!servlets.remove(ServicesServlet.NAME)) {
            throw new IllegalStateException("There is no servlet " + ServicesServlet.NAME + ".");
        }
        String[] others = servlets.toArray(String[]::new);
        put(context, NoSniff.class, EnumSet.of(DispatcherType.REQUEST), others);
        put(context, ExtranetGate.class, EnumSet.of(DispatcherType.REQUEST), others);
        put(context, OriginGate.class, EnumSet.of(DispatcherType.REQUEST), others);
        put(
                context,
                BodyBufferingFilter.class,
                EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC),
                others);
    }

    private static void put(
            ServletContext context,
            Class<? extends Filter> filter,
            EnumSet<DispatcherType> dispatches,
            String... servlets) {
        FilterRegistration.Dynamic registered = context.addFilter(filter.getName(), filter);
        registered.setAsyncSupported(true);
        registered.addMappingForServletNames(dispatches, true, servlets);
    }
}
