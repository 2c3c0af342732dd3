package org.openadmin.fees.itest.portal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Free ports of this machine, all different. */
record FreePorts(int http, int registry, int management, int shell) {

    static FreePorts find() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket a = new ServerSocket(0, 1, here);
                ServerSocket b = new ServerSocket(0, 1, here);
                ServerSocket c = new ServerSocket(0, 1, here);
                ServerSocket d = new ServerSocket(0, 1, here)) {
            return new FreePorts(a.getLocalPort(), b.getLocalPort(), c.getLocalPort(), d.getLocalPort());
        }
    }
}
