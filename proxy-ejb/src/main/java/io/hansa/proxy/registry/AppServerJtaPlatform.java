package io.hansa.proxy.registry;

import jakarta.transaction.TransactionManager;
import jakarta.transaction.UserTransaction;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.hibernate.engine.transaction.jta.platform.internal.AbstractJtaPlatform;
import org.hibernate.engine.transaction.jta.platform.spi.JtaPlatform;
import org.hibernate.engine.transaction.jta.platform.spi.JtaPlatformProvider;

/**
 * Tells Hibernate where Payara keeps its transaction manager, which Hibernate does not find out. A
 * server that has none at that place is left to Hibernate's own means, or tells it by itself.
 */
public final class AppServerJtaPlatform extends AbstractJtaPlatform implements JtaPlatformProvider {
    private static final long serialVersionUID = 1L;
    private static final String TRANSACTION_MANAGER = "java:appserver/TransactionManager";
    private static final String USER_TRANSACTION = "java:comp/UserTransaction";

    @Override
    public JtaPlatform getProvidedJtaPlatform() {
        try {
            return new InitialContext().lookup(TRANSACTION_MANAGER) instanceof TransactionManager
                    ? this
                    : null;
        } catch (NamingException anotherServer) {
            return null;
        }
    }

    @Override
    protected TransactionManager locateTransactionManager() {
        return (TransactionManager) jndiService().locate(TRANSACTION_MANAGER);
    }

    @Override
    protected UserTransaction locateUserTransaction() {
        return (UserTransaction) jndiService().locate(USER_TRANSACTION);
    }
}
