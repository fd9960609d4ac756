package gleaner.demo;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes all that worker, broker and clients log, so that the terminal stays ours. */
record LogFile(Path file) {
    private static final int LAST = 12;

    /** From here on nothing is logged anywhere else. */
    static LogFile in(Path folder) {
        var file = folder.resolve("gleaner.log");
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d{HH:mm:ss.SSS} %-5level %logger{0} %msg%kvp{NONE}%n%ex");
        encoder.start();
        var appender = new FileAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setFile(file.toString());
        appender.start();
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(appender);
        context.getLogger("gleaner").setLevel(Level.INFO);
        return new LogFile(file);
    }

    /** Its last lines, for whoever wonders what went wrong. */
    void tell(Terminal terminal) throws IOException {
        var lines = Files.readAllLines(file);
        var section = new Section(terminal);
        section.heading("log", "last lines of " + lines.size());
        lines.stream().skip(Math.max(0, lines.size() - LAST)).forEach(section::line);
        terminal.blank();
    }
}
