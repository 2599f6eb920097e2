package io.hansa.web;

import io.hansa.web.access.AdministrationGate;
import io.hansa.web.access.ContentTypeGate;
import io.hansa.web.access.QueryGate;
import io.hansa.web.admin.AccountsResource;
import io.hansa.web.admin.AssistResource;
import io.hansa.web.admin.AuditExportResource;
import io.hansa.web.admin.AuditResource;
import io.hansa.web.admin.BreakersResource;
import io.hansa.web.admin.CapabilitiesResource;
import io.hansa.web.admin.ConnectionsResource;
import io.hansa.web.admin.DanglingNamesResource;
import io.hansa.web.admin.DocumentsResource;
import io.hansa.web.admin.ExpiringPermissionsResource;
import io.hansa.web.admin.ExplainPermissionResource;
import io.hansa.web.admin.ExplainRouteResource;
import io.hansa.web.admin.FramingResource;
import io.hansa.web.admin.GroupsResource;
import io.hansa.web.admin.HeldRegistryResource;
import io.hansa.web.admin.KeysResource;
import io.hansa.web.admin.MeResource;
import io.hansa.web.admin.NodeOverrideResource;
import io.hansa.web.admin.NodesResource;
import io.hansa.web.admin.OverridesResource;
import io.hansa.web.admin.OverviewResource;
import io.hansa.web.admin.OwnPasswordResource;
import io.hansa.web.admin.PeersResource;
import io.hansa.web.admin.PermissionsResource;
import io.hansa.web.admin.SeriesResource;
import io.hansa.web.admin.ServerHealthResource;
import io.hansa.web.admin.ServerOverrideResource;
import io.hansa.web.admin.ServerProbeResource;
import io.hansa.web.admin.ServerTryResource;
import io.hansa.web.admin.ServersResource;
import io.hansa.web.admin.TokensResource;
import io.hansa.web.admin.UnusedPermissionsResource;
import io.hansa.web.operation.CapabilityInformationResource;
import io.hansa.web.operation.TokenResource;
import io.hansa.web.operation.TracesResource;
import io.hansa.web.problem.ResourceProblems;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/**
 * Everything under {@code /api/v1} but the calling path; listed, so that nothing is found by
 * accident.
 */
@ApplicationPath("/api/v1")
public class HansaApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                ContentTypeGate.class,
                QueryGate.class,
                AdministrationGate.class,
                ResourceProblems.class,
                AccountsResource.class,
                AssistResource.class,
                AuditResource.class,
                AuditExportResource.class,
                BreakersResource.class,
                CapabilitiesResource.class,
                DocumentsResource.class,
                GroupsResource.class,
                ConnectionsResource.class,
                FramingResource.class,
                HeldRegistryResource.class,
                KeysResource.class,
                DanglingNamesResource.class,
                ExpiringPermissionsResource.class,
                ExplainPermissionResource.class,
                ExplainRouteResource.class,
                UnusedPermissionsResource.class,
                MeResource.class,
                NodeOverrideResource.class,
                OverridesResource.class,
                OverviewResource.class,
                SeriesResource.class,
                ServerOverrideResource.class,
                ServerHealthResource.class,
                NodesResource.class,
                OwnPasswordResource.class,
                PeersResource.class,
                PermissionsResource.class,
                ServerProbeResource.class,
                ServerTryResource.class,
                ServersResource.class,
                TokensResource.class,
                CapabilityInformationResource.class,
                TokenResource.class,
                TracesResource.class);
    }
}
