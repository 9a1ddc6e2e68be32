package io.nexum.command.store;

import io.nexum.kernel.log.HashChain;
import java.util.Arrays;

/** Where a tenant's log ends. */
@SuppressWarnings("ArrayRecordComponent") // the hash is written and compared by content, see is()
record ChainHead(long position, byte[] hash) {
    static final ChainHead EMPTY = new ChainHead(0, HashChain.genesis());

    boolean is(ChainHead other) {
        return position == other.position && Arrays.equals(hash, other.hash);
    }
}
