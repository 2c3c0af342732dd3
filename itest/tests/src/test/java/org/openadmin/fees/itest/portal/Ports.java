package org.openadmin.fees.itest.portal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Free ports of this machine, all different. */
record Ports(int http, int registry, int management, int shell) {

    static Ports free() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket a = new ServerSocket(0, 1, here);
                ServerSocket b = new ServerSocket(0, 1, here);
                ServerSocket c = new ServerSocket(0, 1, here);
                ServerSocket d = new ServerSocket(0, 1, here)) {
            return new Ports(a.getLocalPort(), b.getLocalPort(), c.getLocalPort(), d.getLocalPort());
        }
    }
}
