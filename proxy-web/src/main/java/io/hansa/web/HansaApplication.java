package io.hansa.web;

import io.hansa.web.access.AdministrationGate;
import io.hansa.web.operation.CapabilitiesResource;
import io.hansa.web.operation.TokenResource;
import io.hansa.web.operation.TracesResource;
import io.hansa.web.problem.ResourceProblems;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Everything under {@code /api/v1} but the calling path; listed, so that nothing is found by accident. */
@ApplicationPath("/api/v1")
public class HansaApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                ResourceProblems.class,
                AdministrationGate.class,
                CapabilitiesResource.class,
                TokenResource.class,
                TracesResource.class);
    }
}
