package gleaner.http;

import gleaner.config.Settings;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Answers probes and the collector of metrics. */
public final class StatusServer {
    private static final int IDLE_SECONDS = 60;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int INTERNAL_ERROR = 500;
    private static final int UNAVAILABLE = 503;
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final HttpServer server;

    private StatusServer(HttpServer server) {
        this.server = server;
    }

    /** Listens; fails where the address cannot be had. */
    public static Future<StatusServer> start(
            Vertx vertx, Settings.Http at, Vitals vitals, PrometheusMeterRegistry metrics) {
        return vertx.createHttpServer(
                        new HttpServerOptions()
                                .setIdleTimeout(IDLE_SECONDS)
                                .setIdleTimeoutUnit(TimeUnit.SECONDS))
                .requestHandler(routes(vertx, vitals, metrics))
                .listen(at.port(), at.host())
                .map(StatusServer::new);
    }

    /** The port it listens on, also where any free one was asked for. */
    public int port() {
        return server.actualPort();
    }

    public Future<Void> close() {
        return server.close();
    }

    private static Router routes(Vertx vertx, Vitals vitals, PrometheusMeterRegistry metrics) {
        var routes = Router.router(vertx);
        routes.get("/health/live").handler(request -> answer(request, vitals::liveness));
        routes.get("/health/ready").handler(request -> answer(request, vitals::readiness));
        routes.get("/metrics").handler(request -> scrape(vertx, request, metrics));
        routes.errorHandler(NOT_FOUND, request -> refuse(request, NOT_FOUND, "no such page"));
        routes.errorHandler(
                METHOD_NOT_ALLOWED,
                request -> refuse(request, METHOD_NOT_ALLOWED, "only GET is allowed"));
        routes.errorHandler(
                INTERNAL_ERROR, request -> refuse(request, INTERNAL_ERROR, "the answer failed"));
        return routes;
    }

    private static void answer(RoutingContext request, Supplier<List<Check>> vitals) {
        var checks = vitals.get();
        var failed = checks.stream().anyMatch(check -> check.status() == Check.Status.FAILED);
        json(
                request,
                failed ? UNAVAILABLE : OK,
                new JsonObject()
                        .put("status", failed ? "down" : "up")
                        .put(
                                "checks",
                                new JsonArray(checks.stream().map(StatusServer::json).toList())));
    }

    private static JsonObject json(Check check) {
        return new JsonObject()
                .put("name", check.name())
                .put("status", check.status().wireName())
                .put("reason", check.reason());
    }

    /** Hundreds of lines, and some of the numbers are asked of the system: no event loop's work. */
    private static void scrape(
            Vertx vertx, RoutingContext request, PrometheusMeterRegistry metrics) {
        vertx.executeBlocking(() -> metrics.scrape(), false)
                .onSuccess(
                        text -> request.response().putHeader("Content-Type", PROMETHEUS).end(text))
                .onFailure(request::fail);
    }

    private static void refuse(RoutingContext request, int status, String error) {
        json(request, status, new JsonObject().put("error", error));
    }

    private static void json(RoutingContext request, int status, JsonObject body) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(body.toBuffer());
    }
}
