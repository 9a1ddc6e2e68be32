package io.nexum.query.audit;

import io.nexum.kernel.log.HashChain;
import io.nexum.kernel.log.StoredEvent;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Follows the chain row by row and tells where it first breaks. */
final class ChainCheck {
    private final HashChain chain = new HashChain();
    private final Optional<NotedHead> noted;
    private long position;
    private byte[] hash;
    private Optional<Break> broken = Optional.empty();

    /** @param problem what is wrong there, in a sentence for a person */
    record Break(long position, String problem) {}

    /**
     * @param position the position before the first row to come
     * @param hash the hash stored there
     * @param noted a head to compare with when it is passed
     */
    ChainCheck(long position, byte[] hash, Optional<NotedHead> noted) {
        this.position = position;
        this.hash = hash;
        this.noted = noted;
    }

    /** Checks the next row; once the chain is broken the others aren't looked at. */
    void next(StoredEvent row) {
        if (broken.isPresent()) {
            return;
        }
        long expected = position + 1;
        if (row.position() != expected) {
            breakAt(
                    expected,
                    row.position() > expected
                            ? "the row is missing; the next one is " + row.position()
                            : "the row " + row.position() + " stands here a second time or out of order");
            return;
        }
        if (!Arrays.equals(chain.next(hash, row), row.hash())) {
            breakAt(
                    expected,
                    "the row's hash is not the one of its fields and the row before: one of its fields, its"
                            + " hash or the row itself is not the one that was written");
            return;
        }
        position = expected;
        hash = row.hash();
        if (noted.isPresent()
                && noted.get().position() == position
                && !hashText().equals(noted.get().hash())) {
            breakAt(position, "the hash is not the one that was noted: the log was rewritten up to here");
        }
    }

    /** To be asked after the last row: that it ends where its head is. */
    void end(long head, byte[] headHash) {
        if (broken.isPresent()) {
            return;
        }
        if (position < head) {
            breakAt(position + 1, "the row is missing: the log ends at position " + position + ", its head is " + head);
        } else if (position > head) {
            breakAt(head + 1, "the row stands after the log's head, which is " + head);
        } else if (!Arrays.equals(hash, headHash)) {
            breakAt(position, "the hash is not the one of the log's head");
        } else if (noted.isPresent() && noted.get().position() > head) {
            breakAt(
                    head + 1,
                    "the row is missing: the log ends at position " + head + ", but it reached "
                            + noted.get().position() + " when that was noted");
        }
    }

    void breakAt(long at, String problem) {
        if (broken.isEmpty()) {
            broken = Optional.of(new Break(at, problem));
        }
    }

    /** The last position that is good. */
    long position() {
        return position;
    }

    Optional<Break> broken() {
        return broken;
    }

    private String hashText() {
        return HexFormat.of().formatHex(hash);
    }
}
