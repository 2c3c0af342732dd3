package org.openadmin.portal.internal;

import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;

/** Pax Web gives a WebSocket container only to a context that has an endpoint; Vaadin's push then adds its own. */
@ServerEndpoint("/websocket-enabler")
public final class WebSocketEnabler {

    @OnMessage
    public void ignore(String message) {
        // nobody talks to this endpoint
    }
}
