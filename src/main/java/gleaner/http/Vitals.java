package gleaner.http;

import java.util.List;

/**
 * How the worker stands. Asked on an event loop of its own for each probe: the answer is what is
 * known at the moment, without waiting.
 */
public interface Vitals {

    /** What must hold for the process to go on; if it does not, only a restart helps. */
    List<Check> liveness();

    /** What must hold for events to be taken up; if it does not, waiting may help. */
    List<Check> readiness();
}
