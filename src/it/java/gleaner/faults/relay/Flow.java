package gleaner.faults.relay;

import java.util.List;

/** One direction of all connections: what goes wrong in it now. Switched at any time, by anyone. */
public final class Flow {

    private List<Toxic> toxics = List.of();

    Flow() {}

    /** From here on, in this order; what is on its way already has been decided about. */
    public synchronized void set(Toxic... next) {
        toxics = List.of(next);
        notifyAll();
    }

    /** From here on all is well. */
    public void clear() {
        set();
    }

    synchronized List<Toxic> toxics() {
        return toxics;
    }

    /** Waits for another state than one that stalls. */
    synchronized List<Toxic> onceNotStalled() throws InterruptedException {
        while (toxics.contains(new Toxic.Stalled())) {
            wait();
        }
        return toxics;
    }
}
