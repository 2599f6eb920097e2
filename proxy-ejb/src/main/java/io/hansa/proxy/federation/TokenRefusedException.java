package io.hansa.proxy.federation;

import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.token.TokenFault;
import java.io.Serial;
import java.util.Optional;

/**
 * A peer refused this proxy's token and would take another one. Between a call and {@link
 * RenewingCall} only.
 */
final class TokenRefusedException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final transient Failure failure;
    private final TokenFault fault;

    private TokenRefusedException(Failure failure, TokenFault fault) {
        super(failure.getMessage(), failure, false, false);
        this.failure = failure;
        this.fault = fault;
    }

    /**
     * @param told what the peer answered about this proxy's token
     */
    static RuntimeException orElse(Failure told) {
        Object member = told.extensions().get(TokenFault.MEMBER);
        Optional<TokenFault> fault =
                member == null
                        ? Optional.empty()
                        : TokenFault.of(member.toString().replace("\"", ""));
        return fault.isPresent() ? new TokenRefusedException(told, fault.get()) : told;
    }

    Failure failure() {
        return failure;
    }

    TokenFault fault() {
        return fault;
    }
}
