package io.nexum.command.axon;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.common.lock.Lock;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * One command at a time decides about an entity. The lock is held from loading until the events are in the appender's
 * queue, not until they are durable: the next command then decides on the state that they will have led to, and its own
 * events stand behind them in the queue. If they are turned down, so are its own, and it decides anew.
 */
final class StreamLocks implements LockFactory {
    private static final String HELD = "nexum.locks";

    private final ConcurrentMap<String, Entry> entries = new ConcurrentHashMap<>();

    @Override
    public Lock obtainLock(String identifier) {
        Entry entry = entries.compute(identifier, (id, present) -> {
            Entry wanted = present == null ? new Entry() : present;
            wanted.users++;
            return wanted;
        });
        entry.lock.lock();
        HeldLock held = new HeldLock(identifier, entry);
        heldBy(CurrentUnitOfWork.get()).add(held);
        return held;
    }

    /** Lets go of all that the unit of work has locked. */
    static void releaseAll(UnitOfWork<?> unitOfWork) {
        heldBy(unitOfWork).forEach(Lock::release);
    }

    private static List<Lock> heldBy(UnitOfWork<?> unitOfWork) {
        return unitOfWork.getOrComputeResource(HELD, key -> new ArrayList<>());
    }

    private static final class Entry {
        private final ReentrantLock lock = new ReentrantLock();
        private int users;
    }

    private final class HeldLock implements Lock {
        private final String identifier;
        private final Entry entry;
        private boolean held = true;

        HeldLock(String identifier, Entry entry) {
            this.identifier = identifier;
            this.entry = entry;
        }

        @Override
        public void release() {
            if (held) {
                held = false;
                entry.lock.unlock();
                entries.computeIfPresent(identifier, (id, present) -> --present.users == 0 ? null : present);
            }
        }

        @Override
        public boolean isHeld() {
            return held;
        }
    }
}
