package org.openadmin.portal.internal;

import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;

/**
 * Pax Web provides a WebSocket container only to a context that has an endpoint. Vaadin then adds its own endpoint for
 * push.
 */
@ServerEndpoint("/websocket-enabler")
public final class WebSocketEnabler {

    @OnMessage
    public void ignore(String message) {
        // never used by a client
    }
}
