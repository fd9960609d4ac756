package gleaner.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The program as worker processes run it, once for all tests of this run: our classes in one jar,
 * and an archive of them as they are once loaded, which spares each start after the first half of
 * its work. A JVM archives classes of jars only.
 */
final class WorkerImage {
    private static final AtomicReference<@Nullable WorkerImage> SHARED = new AtomicReference<>();

    private final Path folder;
    private final String classPath;
    private @Nullable Path archive;
    private boolean isTraining;

    private WorkerImage(Path folder, String classPath) {
        this.folder = folder;
        this.classPath = classPath;
    }

    static synchronized WorkerImage shared() {
        var image = SHARED.get();
        if (image == null) {
            image = build();
            SHARED.set(image);
        }
        return image;
    }

    /**
     * The option that uses the archive, or the one that makes it.
     *
     * @param mayMake whether the process will do all that workers do; the first that may makes it
     */
    synchronized Loan borrow(boolean mayMake) {
        if (archive != null) {
            return new Loan(this, List.of("-XX:SharedArchiveFile=" + archive), null);
        }
        if (isTraining || !mayMake) {
            return new Loan(this, List.of(), null);
        }
        isTraining = true;
        var made = folder.resolve("worker.jsa");
        return new Loan(this, List.of("-XX:ArchiveClassesAtExit=" + made), made);
    }

    /**
     * What one process runs with.
     *
     * @param made where it leaves the archive if it ends in order
     */
    record Loan(WorkerImage image, List<String> options, @Nullable Path made) {

        String classPath() {
            return image.classPath;
        }

        /** The process has ended. */
        void end(boolean inOrder) {
            if (made != null) {
                image.trained(inOrder ? made : null);
            }
        }
    }

    private synchronized void trained(@Nullable Path made) {
        isTraining = false;
        archive = made;
    }

    private static WorkerImage build() {
        try {
            var folder =
                    Files.createDirectories(Path.of("target", "faults", "image").toAbsolutePath());
            var path = new ArrayList<String>();
            for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                var place = Path.of(entry);
                path.add(
                        Files.isDirectory(place)
                                ? jar(place, folder.resolve(path.size() + ".jar")).toString()
                                : entry);
            }
            return new WorkerImage(folder, String.join(File.pathSeparator, path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jar(Path classes, Path jar) throws IOException {
        try (var files = Files.walk(classes);
                var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var file : files.filter(f -> !f.equals(classes)).sorted().toList()) {
                add(file, classes.relativize(file).toString().replace('\\', '/'), out);
            }
        }
        return jar;
    }

    /** Folders too: without an entry of its own, nobody finds what is in one. */
    private static void add(Path file, String name, JarOutputStream out) throws IOException {
        var isFolder = Files.isDirectory(file);
        out.putNextEntry(new JarEntry(isFolder ? name + "/" : name));
        if (!isFolder) {
            Files.copy(file, out);
        }
        out.closeEntry();
    }
}
