package io.hansa.connector.inbound;

import io.hansa.connector.CallFailedException;
import io.hansa.connector.correlation.ErrorReplies;
import io.hansa.connector.framing.FramingException;
import java.io.IOException;

/** One call after the other, each answered before the next one is read. For one thread. */
final class SequentialConversation implements Conversation {

    private final CallStream stream;
    private final Application application;
    private final ErrorReplies errors;
    private final Runnable ended;

    SequentialConversation(
            CallStream stream, Application application, ErrorReplies errors, Runnable ended) {
        this.stream = stream;
        this.application = application;
        this.errors = errors;
        this.ended = ended;
    }

    @Override
    public void hold() {
        try {
            byte[] call = stream.read();
            while (call != null) {
                stream.write(stream.frame(answer(call)));
                call = stream.hasOneCall() ? null : stream.read();
            }
        } catch (IOException | FramingException | RuntimeException e) {
            stream.fail(e);
        } finally {
            ended.run();
        }
    }

    private byte[] answer(byte[] call) {
        try {
            return application.answer(call);
        } catch (CallFailedException failure) {
            return errors.to(call, failure);
        }
    }
}
