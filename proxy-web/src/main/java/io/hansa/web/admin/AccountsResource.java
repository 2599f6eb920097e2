package io.hansa.web.admin;

import io.hansa.proxy.administration.Kind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Accounts, with or without a password. */
@Path("/admin/accounts")
@RequestScoped
public class AccountsResource extends ReplaceableItemsResource {
    public AccountsResource() {
        super(Kind.ACCOUNT, "accounts");
    }
}
