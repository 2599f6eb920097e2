package io.hansa.web.service;

import io.hansa.proxy.request.Body;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;

/** The body of a servlet request, read whole and never beyond what is allowed. */
record ServletBody(HttpServletRequest request) implements Body {
    @Override
    public byte[] read(int most) throws IOException {
        long announced = request.getContentLengthLong();
        if (announced > most) {
            return null;
        }
        ServletInputStream in = request.getInputStream();
        if (announced < 0) {
            byte[] data = in.readNBytes(most + 1);
            return data.length > most ? null : data;
        }
        byte[] data = new byte[(int) announced];
        if (in.readNBytes(data, 0, data.length) < data.length) {
            throw new EOFException("The body is shorter than announced.");
        }
        return data;
    }
}
