package io.hansa.connector.framing;

import io.hansa.connector.ExchangeException.Kind;
import java.nio.ByteBuffer;

/** Frames between STX and ETX, with or without a check byte. */
final class StxEtxCodec implements FrameCodec {

    static final byte STX = 0x02;
    static final byte ETX = 0x03;

    private final boolean lrc;

    StxEtxCodec(boolean lrc) {
        this.lrc = lrc;
    }

    @Override
    public byte[] encode(byte[] payload) throws FramingException {
        byte check = ETX;
        for (int index = 0; index < payload.length; index++) {
            check ^= payload[index];
            if (payload[index] == ETX) {
                throw new FramingException(
                        Kind.UNMAPPABLE,
                        "the payload holds an ETX (03) at byte %d and would end there; send data without it"
                                .formatted(index));
            }
        }
        byte[] frame = new byte[payload.length + (lrc ? 3 : 2)];
        frame[0] = STX;
        System.arraycopy(payload, 0, frame, 1, payload.length);
        frame[payload.length + 1] = ETX;
        if (lrc) {
            frame[payload.length + 2] = check;
        }
        return frame;
    }

    @Override
    public FrameDecoder decoder(int maxReplyBytes) {
        return new Decoder(lrc, maxReplyBytes);
    }

    private static final class Decoder implements FrameDecoder {

        private enum Next {
            STX,
            PAYLOAD,
            LRC
        }

        private final boolean lrc;
        private final int maxReplyBytes;
        private final ByteSink payload;
        private Next next = Next.STX;
        private byte check;

        Decoder(boolean lrc, int maxReplyBytes) {
            this.lrc = lrc;
            this.maxReplyBytes = maxReplyBytes;
            this.payload = ByteSink.upTo(maxReplyBytes);
        }

        @Override
        public boolean feed(ByteBuffer received) throws FramingException {
            while (received.hasRemaining()) {
                if (take(received.get())) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public byte[] payload() {
            return payload.without(0);
        }

        private boolean take(byte value) throws FramingException {
            return switch (next) {
                case STX -> begin(value);
                case PAYLOAD -> add(value);
                case LRC -> verify(value);
            };
        }

        private boolean begin(byte value) throws FramingException {
            if (value != STX) {
                throw broken("begins with the byte %02X and not with STX (02)".formatted(value));
            }
            next = Next.PAYLOAD;
            return false;
        }

        private boolean add(byte value) throws FramingException {
            check ^= value;
            if (value == ETX) {
                next = Next.LRC;
                return !lrc;
            }
            if (payload.full()) {
                throw broken(
                        "has more than %d bytes before its ETX; raise maxReplyBytes if that is right"
                                .formatted(maxReplyBytes));
            }
            payload.add(value);
            return false;
        }

        private boolean verify(byte value) throws FramingException {
            if (value != check) {
                throw broken(
                        "has the check byte %02X where its content makes %02X; check the line, or whether lrc is right"
                                .formatted(value, check));
            }
            return true;
        }

        private static FramingException broken(String what) {
            return new FramingException(Kind.PROTOCOL_ERROR, "the reply " + what);
        }
    }
}
