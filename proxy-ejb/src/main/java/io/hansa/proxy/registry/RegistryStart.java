package io.hansa.proxy.registry;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Brings the registry into force before the first request, and keeps it up to date: a change made
 * on another node is in force here within a second. What needs the registry at its own start
 * depends on this bean.
 */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class RegistryStart {
    private static final long POLL_MILLIS = 500;

    @Resource private ManagedScheduledExecutorService scheduler;

    @PersistenceUnit(unitName = "hansa")
    private EntityManagerFactory unit;

    @Inject private RegistryBeans beans;
    @Inject private FirstAdministrator firstAdministrator;
    @Inject private OneTimePassword oneTimePassword;
    @Inject private Registries registries;
    @Inject private RegistryRefresh refresh;

    private ScheduledFuture<?> poll;

    @PostConstruct
    void start() {
        beans.open(unit);
        RegistrySchema.migrate(RegistryDataSource.find());
        firstAdministrator.create(
                ConfigProvider.getConfig().getOptionalValue("hansa.admin.password", String.class));
        oneTimePassword.removeAfterUse(registries);
        refresh.refresh();
        poll =
                scheduler.scheduleWithFixedDelay(
                        new RegistryPoll(refresh), POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        if (poll != null) {
            poll.cancel(false);
        }
    }
}
