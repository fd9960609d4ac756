package gleaner.cli;

import gleaner.cycle.RecordSource.LogBounds;
import gleaner.event.Partition;
import gleaner.kafka.KafkaLog;
import gleaner.kafka.LogUnavailable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A place in the log, as people name it: every partition has one of its own there. */
sealed interface LogPlace {

    /** The first record that the log still holds. */
    record Beginning() implements LogPlace {
        @Override
        public String toString() {
            return "beginning";
        }
    }

    /** Behind the last record. */
    record End() implements LogPlace {
        @Override
        public String toString() {
            return "end";
        }
    }

    /** The first record that the log took at this time or later. */
    record At(Instant time) implements LogPlace {
        @Override
        public String toString() {
            return time.toString();
        }
    }

    /** An offset, which says something only of one partition. */
    record Offset(long offset) implements LogPlace {
        @Override
        public String toString() {
            return Long.toString(offset);
        }
    }

    /** The offsets of the place in these partitions, all of which the log holds. */
    default SortedMap<Partition, Long> in(
            SortedSet<Partition> partitions, Map<Partition, LogBounds> bounds, KafkaLog log)
            throws LogUnavailable {
        var times =
                this instanceof At(var time)
                        ? log.offsetsAt(time, partitions)
                        : Map.<Partition, Long>of();
        if (this instanceof Offset && partitions.size() > 1) {
            throw new WrongCall(
                    "an offset says something of one partition only: choose one of "
                            + partitions
                            + " with --partition");
        }
        var offsets = new TreeMap<Partition, Long>();
        for (var partition : partitions) {
            offsets.put(
                    partition,
                    offset(
                            partition,
                            java.util.Objects.requireNonNull(bounds.get(partition)),
                            times));
        }
        return offsets;
    }

    private long offset(Partition partition, LogBounds bounds, Map<Partition, Long> times) {
        return switch (this) {
            case Beginning _ -> bounds.beginning();
            case End _ -> bounds.end();
            case At _ -> times.getOrDefault(partition, bounds.end());
            case Offset(var offset) -> {
                if (offset < bounds.beginning() || offset > bounds.end()) {
                    throw new WrongCall(
                            "%s holds %d to %d; offset %d is outside"
                                    .formatted(
                                            partition, bounds.beginning(), bounds.end(), offset));
                }
                yield offset;
            }
        };
    }

    /** Reads a place from the command line. */
    final class Converter implements ITypeConverter<LogPlace> {
        @Override
        public LogPlace convert(String text) {
            return switch (text) {
                case "beginning" -> new Beginning();
                case "end" -> new End();
                default -> text.matches("\\d{1,18}") ? new Offset(Long.parseLong(text)) : at(text);
            };
        }

        private static LogPlace at(String text) {
            try {
                return new At(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException noTime) {
                throw new TypeConversionException(
                        "'"
                                + text
                                + "' is no place in the log; allowed are beginning, end, an offset,"
                                + " and a time such as 2025-02-03T18:02:00Z");
            }
        }
    }
}
