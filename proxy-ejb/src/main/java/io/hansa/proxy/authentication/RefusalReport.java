package io.hansa.proxy.authentication;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.authentication.SignInRefusal.Reason;
import io.hansa.proxy.failure.Failure;
import java.util.function.Consumer;

/**
 * Reports every refused sign-in before it is thrown.
 *
 * @param listener called on any thread; must neither wait nor throw
 */
record RefusalReport(Consumer<SignInRefusal> listener) {
    void add(Reason reason, String account, SignIn signIn) {
        listener.accept(SignInRefusal.of(reason, account, signIn));
    }

    /** The reported refusal, to be thrown. */
    Failure refused(Reason reason, String account, SignIn signIn, String detail) {
        add(reason, account, signIn);
        return refused(detail);
    }

    /** Credentials are missing or malformed. */
    Failure malformedOrMissing(SignIn signIn, String remedy) {
        Reason reason =
                signIn.isEmpty() ? Reason.CREDENTIALS_MISSING : Reason.CREDENTIALS_MALFORMED;
        return refused(reason, "", signIn, remedy);
    }

    /** A refusal that its caller reports. */
    static Failure refused(String detail) {
        return Failure.of(ErrorCode.AUTHENTICATION_FAILED, detail);
    }
}
