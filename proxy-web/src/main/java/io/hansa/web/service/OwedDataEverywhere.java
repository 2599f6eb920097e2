package io.hansa.web.service;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Puts {@link OwedData} before every servlet but that of the services, which looks after its data itself and whose requests are
 * to pass no filter more than they must: no pattern of addresses can say that. So it goes by names.
 */
@WebListener
public class OwedDataEverywhere implements ServletContextListener {
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
        FilterRegistration.Dynamic filter =
                context.addFilter(OwedData.class.getName(), OwedData.class);
        filter.setAsyncSupported(true);
        filter.addMappingForServletNames(
                EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC),
                true,
                servlets.toArray(String[]::new));
    }
}
