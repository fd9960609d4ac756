package gleaner.http;

import gleaner.cycle.StoreTimes;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.LongStream;

/** The store's times as histograms, fine below a millisecond, where they should be. */
public final class MicrometerStoreTimes implements StoreTimes {
    private static final Duration[] BUCKETS =
            LongStream.of(
                            100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000,
                            250_000, 1_000_000, 5_000_000)
                    .mapToObj(micros -> Duration.ofNanos(micros * 1_000))
                    .toArray(Duration[]::new);

    private final Timer merge;
    private final Timer lookUp;

    public MicrometerStoreTimes(MeterRegistry registry) {
        merge =
                timer(
                        registry,
                        "preferences.merge.duration",
                        "A statement that merges preferences, of up to 250 users");
        lookUp =
                timer(
                        registry,
                        "preferences.lookup.duration",
                        "A look-up by a key of the preferences, such as the readers'");
    }

    @Override
    public void merged(Duration took) {
        merge.record(took);
    }

    @Override
    public void lookedUp(Duration took) {
        lookUp.record(took);
    }

    private static Timer timer(MeterRegistry registry, String name, String help) {
        return Timer.builder("gleaner." + name)
                .description(help)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
