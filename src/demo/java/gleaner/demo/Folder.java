package gleaner.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;

/** A temporary folder that goes with everything in it. */
public record Folder(Path path) implements AutoCloseable {

    public static Folder temporary(String prefix) throws IOException {
        return new Folder(Files.createTempDirectory(prefix));
    }

    @Override
    public void close() throws IOException {
        try (var everything = Files.walk(path)) {
            everything.sorted(Comparator.reverseOrder()).forEach(Folder::delete);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** What is gone already was on its way out: a server that just stopped tidies up too. */
    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
