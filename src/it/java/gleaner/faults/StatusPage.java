package gleaner.faults;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What a worker tells whoever watches it. */
record StatusPage(int port) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** At a port that nobody has; the worker is to be told to take it. */
    static StatusPage anywhere() throws IOException {
        try (var any = new ServerSocket(0)) {
            return new StatusPage(any.getLocalPort());
        }
    }

    /** The status of a page; 0 where nobody answers. */
    int status(String path) throws InterruptedException {
        try {
            return get(path).statusCode();
        } catch (IOException nobody) {
            return 0;
        }
    }

    /** The sum of a counter over all its labels. */
    double metric(String name) throws IOException, InterruptedException {
        return get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var uri = URI.create("http://127.0.0.1:" + port + path);
        return HTTP.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
