package gleaner.cycle;

import gleaner.cycle.RecordSource.LogBounds;

/** Where to start in a partition that nobody ever worked on. */
@FunctionalInterface
public interface InitialPosition {
    long in(LogBounds bounds);
}
