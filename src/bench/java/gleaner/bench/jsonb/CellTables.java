package gleaner.bench.jsonb;

import java.util.EnumSet;
import java.util.Optional;

/** The numbers of one cell: look-ups, merges, sizes. */
final class CellTables {
    private static final String NONE = "–";

    private final CellResult result;

    CellTables(CellResult result) {
        this.result = result;
    }

    String text() {
        return """
        ### %s

        Documents of %,d bytes as text; tables with what is stored out of line: TEXT %s, JSONB %s.

        %s
        %s%s
        """
                .formatted(
                        result.cell().title(),
                        result.stored().documentBytes(),
                        table(Side.TEXT_BARE),
                        table(Side.JSONB),
                        lookUps(),
                        unserved(),
                        merges());
    }

    private String table(Side side) {
        return Figures.bytes(result.stored().tableBytes().getOrDefault(side, 0L));
    }

    private MarkdownTable lookUps() {
        var table =
                new MarkdownTable(
                        2,
                        "look-up",
                        "index",
                        "rounds",
                        "TEXT, no index",
                        "TEXT, same index",
                        "JSONB",
                        "no index / JSONB",
                        "same index / JSONB",
                        "buffers, TEXT no index",
                        "buffers, JSONB",
                        "plan, JSONB");
        result.measured().stream()
                .filter(m -> !m.operation().isMerge() && m.rounds().isPresent())
                .forEach(m -> {
                    var rounds = m.rounds().orElseThrow();
                    table.row(
                            m.operation().title(),
                            m.access().title(),
                            Integer.toString(rounds.count()),
                            millis(rounds, Side.TEXT_BARE),
                            millis(rounds, Side.TEXT_SAME),
                            millis(rounds, Side.JSONB),
                            ratio(m.claimed()),
                            ratio(m.ofTypeAlone()),
                            buffers(m, Side.TEXT_BARE),
                            buffers(m, Side.JSONB),
                            plan(m));
                });
        return table;
    }

    /** What the planner would not go through an index for. */
    private String unserved() {
        var text = new StringBuilder();
        for (var access : EnumSet.complementOf(EnumSet.of(Access.SHIPPED))) {
            var operations =
                    result.measured().stream()
                            .filter(m -> m.access() == access && m.rounds().isEmpty())
                            .filter(m -> m.operation().isSearch())
                            .filter(m -> m.operation() != Operation.RARE_KEY_AFTERWARDS)
                            .map(m -> m.operation().title())
                            .toList();
            if (!operations.isEmpty()) {
                text.append(access.title())
                        .append(" is not used for: ")
                        .append(String.join("; ", operations))
                        .append(".\n");
            }
        }
        return text.isEmpty() ? "" : text.append('\n').toString();
    }

    private MarkdownTable merges() {
        var table =
                new MarkdownTable(
                        1,
                        "merge, with",
                        "TEXT, no index",
                        "TEXT, same index",
                        "JSONB",
                        "no index / JSONB",
                        "same index / JSONB",
                        "250 users, JSONB",
                        "no index / JSONB",
                        "WAL, TEXT no index",
                        "WAL, JSONB",
                        "WAL of 1 in 250, TEXT no index",
                        "WAL of 1 in 250, JSONB",
                        "HOT, TEXT no index",
                        "HOT, JSONB",
                        "buffers, TEXT no index",
                        "buffers, JSONB",
                        "index, new",
                        "index, after the merges");
        for (var access : Access.values()) {
            result.of(access, Operation.MERGE)
                    .ifPresent(one ->
                            result.of(access, Operation.BATCH)
                                    .ifPresent(batch -> mergeRow(table, one, batch)));
        }
        return table;
    }

    private void mergeRow(MarkdownTable table, Measured one, Measured batch) {
        var rounds = one.rounds().orElseThrow();
        var size = result.sizes().stream().filter(s -> s.access() == one.access()).findFirst();
        table.row(
                one.access().title(),
                millis(rounds, Side.TEXT_BARE),
                millis(rounds, Side.TEXT_SAME),
                millis(rounds, Side.JSONB),
                ratio(one.claimed()),
                ratio(one.ofTypeAlone()),
                millis(batch.rounds().orElseThrow(), Side.JSONB),
                ratio(batch.claimed()),
                wal(one, Side.TEXT_BARE),
                wal(one, Side.JSONB),
                wal(batch, Side.TEXT_BARE),
                wal(batch, Side.JSONB),
                hot(one, Side.TEXT_BARE),
                hot(one, Side.JSONB),
                buffers(one, Side.TEXT_BARE),
                buffers(one, Side.JSONB),
                size.map(s -> Figures.bytes(s.built().getOrDefault(Side.JSONB, 0L))).orElse(NONE),
                size.map(s -> Figures.bytes((double) s.afterwards())).orElse(NONE));
    }

    private static String millis(Rounds rounds, Side side) {
        return rounds.has(side) ? Figures.millis(rounds.of(side).median()) : NONE;
    }

    private static String ratio(Optional<Spread> ratio) {
        return ratio.map(Figures::ratio).orElse(NONE);
    }

    private static String buffers(Measured measured, Side side) {
        return Optional.ofNullable(measured.plans().get(side))
                .map(plan -> "%,d".formatted(plan.buffers()))
                .orElse(NONE);
    }

    private static String plan(Measured measured) {
        return Optional.ofNullable(measured.plans().get(Side.JSONB))
                .map(Explained::nodes)
                .orElse(NONE);
    }

    private static String wal(Measured measured, Side side) {
        return Optional.ofNullable(measured.written().get(side))
                .map(written -> Figures.bytes(written.walBytes()))
                .orElse(NONE);
    }

    private static String hot(Measured measured, Side side) {
        return Optional.ofNullable(measured.written().get(side))
                .map(written -> Figures.percent(written.hotShare()))
                .orElse(NONE);
    }
}
