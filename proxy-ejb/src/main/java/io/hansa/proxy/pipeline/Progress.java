package io.hansa.proxy.pipeline;

/** How far a request has come: it is completed, or it is pending and says what it waits for. */
public sealed interface Progress permits Progress.Completed, PendingRequest {
    /** The request is answered. */
    record Completed(ServiceReply reply) implements Progress {}

    /** The caller's password is being checked. Nothing is known of the caller yet. */
    final class AwaitingSignIn extends PendingRequest {
        AwaitingSignIn(RequestPipeline pipeline, RequestContext context) {
            super(pipeline, context);
        }

        /**
         * Runs the callback once, when the password has been checked: at once, or on a thread that
         * must not wait long.
         */
        public void onChecked(Runnable callback) {
            context().signIn.whenComplete((caller, failure) -> callback.run());
        }
    }

    /** Some of the body has not arrived yet. */
    final class AwaitingBody extends PendingRequest {
        AwaitingBody(RequestPipeline pipeline, RequestContext context) {
            super(pipeline, context);
        }
    }

    /** The next step takes long, or its reply is not there yet: it needs a thread that may wait. */
    final class AwaitingReply extends PendingRequest {
        AwaitingReply(RequestPipeline pipeline, RequestContext context) {
            super(pipeline, context);
        }
    }
}
