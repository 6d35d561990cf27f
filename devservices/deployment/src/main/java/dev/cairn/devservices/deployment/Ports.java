package dev.cairn.devservices.deployment;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of this machine's loopback address. */
final class Ports {
    private static final String LOOPBACK = "127.0.0.1";

    private Ports() {}

    static InetSocketAddress on(int port) {
        return new InetSocketAddress(LOOPBACK, port);
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            // A port that a closed connection still lingers on is free for a new listener.
            socket.setReuseAddress(true);
            socket.bind(on(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    static int anyFree() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.getLocalPort();
        }
    }
}
