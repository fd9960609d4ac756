package gleaner.postgres;

import gleaner.cycle.StoreTimes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a store told of its times. */
final class RecordedTimes implements StoreTimes {
    final List<Duration> merges = new CopyOnWriteArrayList<>();
    final List<Duration> lookUps = new CopyOnWriteArrayList<>();

    @Override
    public void merged(Duration took) {
        merges.add(took);
    }

    @Override
    public void lookedUp(Duration took) {
        lookUps.add(took);
    }
}
