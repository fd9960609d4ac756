package gleaner.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import gleaner.config.Kind.Raw;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the settings of a YAML file, with the line that each stands in. */
final class YamlLayer {
    private static final YAMLFactory YAML =
            YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final String file;
    private final List<Given> given = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    private YamlLayer(String file) {
        this.file = file;
    }

    /**
     * The settings in a YAML text.
     *
     * @param file how messages call the place
     */
    static Layer read(String file, String yaml) {
        var layer = new YamlLayer(file);
        try (var parser = YAML.createParser(yaml)) {
            layer.document(parser);
        } catch (JsonProcessingException broken) {
            layer.problems.add(broken(file, broken));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Layer(layer.given, layer.problems);
    }

    private void document(JsonParser parser) throws IOException {
        var first = parser.nextToken();
        if (first == JsonToken.START_OBJECT) {
            section("", parser);
        } else if (first != null && first != JsonToken.VALUE_NULL) {
            problems.add(new Problem("(all)", file, "the file must hold sections, such as kafka:"));
            return;
        }
        if (first != null && parser.nextToken() != null) {
            problems.add(new Problem("(all)", origin(parser), "a second document in one file"));
        }
    }

    private void section(String prefix, JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = prefix + parser.currentName();
            var origin = origin(parser);
            switch (parser.nextToken()) {
                case START_OBJECT -> section(name + ".", parser);
                case START_ARRAY -> give(name, list(name, parser), origin);
                case VALUE_NULL -> give(name, new Raw.Text(""), origin);
                case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                        give(name, new Raw.Text(parser.getText()), origin);
                case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                        problems.add(new Problem(name, origin, "neither a value nor a section"));
            }
        }
    }

    /** A section and a name with a dot can give the same setting. */
    private void give(String name, Raw raw, String origin) {
        if (names.add(name)) {
            given.add(new Given(name, raw, origin));
        } else {
            problems.add(new Problem(name, origin, "given a second time"));
        }
    }

    private Raw list(String name, JsonParser parser) throws IOException {
        var texts = new ArrayList<String>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken().isScalarValue()) {
                texts.add(parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText());
            } else {
                problems.add(new Problem(name, origin(parser), "a list holds plain values only"));
                parser.skipChildren();
            }
        }
        return new Raw.Listed(texts);
    }

    private String origin(JsonParser parser) {
        return file + ", line " + parser.currentTokenLocation().getLineNr();
    }

    /**
     * Says where only: the parser's own message quotes the file, and with it perhaps a password.
     */
    private static Problem broken(String file, JsonProcessingException broken) {
        var at = broken.getLocation();
        return new Problem(
                "(all)",
                at == null
                        ? file
                        : file + ", line " + at.getLineNr() + ", column " + at.getColumnNr(),
                broken.getOriginalMessage().startsWith("Duplicate field")
                        ? "the same name twice in one section"
                        : "no YAML");
    }
}
