package io.hansa.web.admin;

import io.hansa.proxy.administration.Kind;
import io.hansa.web.access.Filters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Accounts, with or without a password. */
@Filters({"group", "role", "enabled"})
@Path("/admin/accounts")
@RequestScoped
public class AccountsResource extends ItemsResource {
    public AccountsResource() {
        super(Kind.ACCOUNT);
    }
}
