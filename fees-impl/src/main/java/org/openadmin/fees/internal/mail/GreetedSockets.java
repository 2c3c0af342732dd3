package org.openadmin.fees.internal.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.SocketFactory;

/**
 * Opens the connections of the mail library. The library has one limit for all answers; this allows a short one for the greeting,
 * and a longer one afterwards.
 */
final class GreetedSockets extends SocketFactory {

    private Socket last = new Socket();

    /** Changes how long to wait for each answer in the connection opened last. */
    void waitForAnswers(Duration limit) throws IOException {
        last.setSoTimeout((int) limit.toMillis());
    }

    @Override
    public Socket createSocket() {
        last = new Socket();
        return last;
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw unused();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress here, int herePort) {
        throw unused();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw unused();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress here, int herePort) {
        throw unused();
    }

    private static UnsupportedOperationException unused() {
        return new UnsupportedOperationException("the library connects the socket itself, with a time limit");
    }
}
