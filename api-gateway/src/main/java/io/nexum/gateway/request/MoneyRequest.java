package io.nexum.gateway.request;

import io.nexum.gateway.http.Caller;
import io.nexum.gateway.http.Keyed;

/** A request that counts once, however often it is sent. */
public interface MoneyRequest extends Request, Keyed {
    /** The longest key a client may send: the stored one also names the user. */
    int MAX_KEY_LENGTH = Caller.MAX_KEY_LENGTH;
}
