package gleaner.postgres;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import gleaner.memory.Observation;
import java.util.List;

/** The statements behind a belief, as the tables' JSON shows them. */
final class Evidences {
    private Evidences() {}

    /** Message, time and span of each, and the words where they are kept. */
    static ArrayNode of(List<Observation> support) {
        var list = JsonNodeFactory.instance.arrayNode();
        for (var observation : support) {
            var source = observation.source();
            var evidence =
                    list.addObject()
                            .put("message_id", source.messageId())
                            .put("conversation_id", source.conversationId())
                            .put("said_at", source.saidAt().toString())
                            .put("start", observation.evidence().start())
                            .put("end", observation.evidence().end());
            if (observation.evidence().quote() != null) {
                evidence.put("quote", observation.evidence().quote());
            }
        }
        return list;
    }
}
