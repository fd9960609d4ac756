package gleaner.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gleaner.memory.Observation;
import gleaner.memory.PreferenceKey;
import gleaner.memory.Statement;
import java.util.List;

/**
 * For programs: each line is a JSON object with a text or a conversation, and is answered by one
 * line with what it teaches, or with why it could not be read; an empty line, by an empty one. So
 * the lines of both sides pair up.
 */
final class JsonLinesFormat implements LineFormat {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ConversationReading reading;
    private final ConversationLine.Decoder decoder;

    JsonLinesFormat(ConversationReading reading, ConversationLine.Decoder decoder) {
        this.reading = reading;
        this.decoder = decoder;
    }

    @Override
    public Answer answer(InputLine line) {
        if (line.text().isBlank()) {
            return new Answer("\n", 0, null);
        }
        return switch (decoder.decode(line.text())) {
            case ConversationLine.Understood(var id, var conversation) -> {
                var tooLong = reading.tooLong(conversation);
                yield tooLong.isPresent()
                        ? refusal(
                                id, "message " + tooLong.getAsInt() + " is longer than one may be")
                        : taught(id, reading.read(conversation));
            }
            case ConversationLine.Refused(var id, var why) -> refusal(id, why);
        };
    }

    @Override
    public Answer refuse(InputLine line, String why) {
        return refusal(NullNode.instance, why);
    }

    private static Answer refusal(JsonNode id, String why) {
        var answer = NODES.objectNode();
        answer.set("id", id);
        return new Answer(answer.put("error", why) + "\n", 0, why);
    }

    private static Answer taught(JsonNode id, List<Learned> learned) {
        var answer = NODES.objectNode();
        answer.set("id", id);
        var facts = answer.putArray("facts");
        var preferences = answer.putArray("preferences");
        for (var one : learned) {
            switch (one.observation().statement()) {
                case Statement.Fact fact -> facts.add(fact(one, fact));
                case Statement.Preference preference ->
                        preferences.add(preference(one, preference));
                case Statement.TopicWish wish -> preferences.add(topicWish(one, wish));
            }
        }
        return new Answer(answer + "\n", learned.size(), null);
    }

    private static ObjectNode fact(Learned learned, Statement.Fact fact) {
        var observation = learned.observation();
        var node =
                NODES.objectNode()
                        .put("turn", learned.turn())
                        .put("relation", fact.relation().wireName())
                        .put("entity", fact.entity().name())
                        .put("entity_type", fact.entity().type().wireName())
                        .put("polarity", observation.polarity().wireName())
                        .put("temporal", observation.temporal().wireName())
                        .put("confidence", observation.confidence())
                        .put("strength", observation.strength())
                        .put("emotion", observation.emotion().wireName());
        return reasons(node, observation);
    }

    private static ObjectNode preference(Learned learned, Statement.Preference preference) {
        return preference(learned, preference.key(), NODES.textNode(preference.value()));
    }

    private static ObjectNode topicWish(Learned learned, Statement.TopicWish wish) {
        var value = NODES.objectNode();
        value.putArray(wish.wish().wireName()).add(wish.topic());
        return preference(learned, PreferenceKey.TOPIC_PREFERENCES, value);
    }

    private static ObjectNode preference(Learned learned, PreferenceKey key, JsonNode value) {
        var node = NODES.objectNode().put("turn", learned.turn()).put("key", key.wireName());
        node.set("value", value);
        node.put("confidence", learned.observation().confidence());
        return reasons(node, learned.observation());
    }

    private static ObjectNode reasons(ObjectNode node, Observation observation) {
        return node.put("explicit", observation.explicit())
                .put("denied", observation.denied())
                .put("evidence", observation.evidence().quote())
                .put("rule", observation.evidence().rule());
    }
}
