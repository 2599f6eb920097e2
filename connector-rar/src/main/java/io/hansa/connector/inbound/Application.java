package io.hansa.connector.inbound;

import io.hansa.connector.CallFailedException;
import io.hansa.connector.ListenerSettings;
import io.hansa.connector.ServerCall;
import io.hansa.connector.ServerCallListener;
import io.hansa.connector.text.Transcoder;
import java.nio.charset.CharacterCodingException;

/**
 * The listener as one caller sees it: on the wire, in the caller's charset. For any number of
 * threads.
 */
final class Application {

    private final ListenerSettings settings;
    private final ServerCallListener listener;
    private final String from;
    private final Transcoder transcoder;

    /**
     * @param from the caller's address
     */
    Application(ListenerSettings settings, ServerCallListener listener, String from) {
        this.settings = settings;
        this.listener = listener;
        this.from = from;
        this.transcoder = new Transcoder(settings.charset());
    }

    /**
     * @throws CallFailedException of the listener's, and for text that is none in its charset
     */
    byte[] answer(byte[] call) throws CallFailedException {
        byte[] payload;
        try {
            payload = transcoder.framed(call, settings.contentType());
        } catch (CharacterCodingException e) {
            throw Refusals.unreadable("The call is no text in " + settings.charset() + ".");
        }
        byte[] reply = reply(payload);
        try {
            return transcoder.outgoing(reply, settings.contentType());
        } catch (CharacterCodingException e) {
            throw Refusals.wrongReply("The reply cannot be said in " + settings.charset() + ".");
        }
    }

    private byte[] reply(byte[] payload) throws CallFailedException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(listener.getClass().getClassLoader());
        try {
            return listener.answer(
                    new ServerCall(settings.name(), payload, settings.contentType(), from));
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
