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
     * The option that uses the archive, or the one that notes what belongs into it.
     *
     * @param isTypical whether the process will do all that workers do; the first such is noted
     */
    synchronized Loan borrow(boolean isTypical) {
        if (archive != null) {
            return new Loan(this, List.of("-XX:SharedArchiveFile=" + archive), null);
        }
        if (isTraining || !isTypical) {
            return new Loan(this, List.of(), null);
        }
        isTraining = true;
        var classes = folder.resolve("worker.classes");
        return new Loan(this, List.of("-XX:DumpLoadedClassList=" + classes), classes);
    }

    /**
     * What one process runs with.
     *
     * @param classes where it notes the classes it loads
     */
    record Loan(WorkerImage image, List<String> options, @Nullable Path classes) {

        String classPath() {
            return image.classPath;
        }

        /** The process has ended. */
        void end(boolean inOrder) {
            if (classes == null) {
                return;
            }
            if (inOrder) {
                Thread.ofPlatform().daemon().start(() -> image.trained(image.archive(classes)));
            } else {
                image.trained(null);
            }
        }
    }

    private synchronized void trained(@Nullable Path made) {
        isTraining = false;
        archive = made;
    }

    /**
     * By a process of its own: a worker that makes its archive while it ends sometimes crashes, and
     * looks as if it had not ended in order.
     */
    private @Nullable Path archive(Path classes) {
        var made = folder.resolve("worker.jsa");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command =
                new ProcessBuilder(
                        java,
                        "-Xshare:dump",
                        "-XX:+UseSerialGC",
                        "-XX:SharedClassListFile=" + classes,
                        "-XX:SharedArchiveFile=" + made,
                        "-cp",
                        classPath);
        try {
            var dump =
                    command.redirectErrorStream(true)
                            .redirectOutput(folder.resolve("dump.log").toFile())
                            .start();
            return dump.waitFor() == 0 ? made : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            return null;
        }
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
