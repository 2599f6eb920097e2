package io.hansa.proxy.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** How a change is refused. */
final class Refused {
    private Refused() {}

    static void conflict(ThrowingCallable change) {
        with(ErrorCode.CHANGE_CONFLICT, change);
    }

    static void with(ErrorCode code, ThrowingCallable change) {
        assertThatThrownBy(change)
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(code))
                .hasMessageNotContaining("%");
    }
}
