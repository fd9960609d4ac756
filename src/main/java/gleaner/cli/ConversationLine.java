package gleaner.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import gleaner.event.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From a line of JSON to the conversation in it, or to the reason why there is none. */
sealed interface ConversationLine {

    /** As it stood in the line, or null. */
    JsonNode id();

    record Understood(JsonNode id, List<Said> conversation) implements ConversationLine {
        public Understood {
            conversation = List.copyOf(conversation);
        }
    }

    record Refused(JsonNode id, String why) implements ConversationLine {}

    /** Decodes lines; numbers in an id keep every digit. */
    final class Decoder {
        private final JsonMapper json;

        Decoder(int maxDepth) {
            json =
                    JsonMapper.builder(
                                    JsonFactory.builder()
                                            .streamReadConstraints(
                                                    StreamReadConstraints.builder()
                                                            .maxNestingDepth(maxDepth)
                                                            .build())
                                            .build())
                            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                            .build();
        }

        ConversationLine decode(String line) {
            try {
                return conversation(json.readTree(line));
            } catch (JsonProcessingException broken) {
                var at = broken.getLocation();
                return new Refused(
                        NullNode.instance,
                        "no JSON"
                                + (at == null ? "" : ", from column " + at.getColumnNr() + " on"));
            } catch (NumberFormatException huge) {
                return new Refused(
                        NullNode.instance, "a number with an exponent beyond all measure");
            }
        }

        private static ConversationLine conversation(JsonNode line) {
            if (!line.isObject()) {
                return new Refused(NullNode.instance, "no JSON object");
            }
            var id = line.path("id");
            if (!id.isTextual() && !id.isNumber() && !id.isNull() && !id.isMissingNode()) {
                return new Refused(NullNode.instance, "\"id\" is neither a string nor a number");
            }
            var known = id.isMissingNode() ? NullNode.instance : id;
            var messages = line.has("messages") ? line.get("messages") : line.get("context");
            if (messages != null) {
                return messages(known, messages);
            }
            return line.path("text").isTextual()
                    ? new Understood(known, List.of(new Said(Role.USER, line.get("text").asText())))
                    : new Refused(known, "neither \"text\", a string, nor \"messages\", a list");
        }

        private static ConversationLine messages(JsonNode id, JsonNode messages) {
            if (!messages.isArray()) {
                return new Refused(id, "\"messages\" is no list");
            }
            var conversation = new ArrayList<Said>();
            for (var message : messages) {
                var role = role(message.path("role").asText());
                var content =
                        message.has("content") ? message.get("content") : message.path("text");
                if (role.isEmpty() || !content.isTextual()) {
                    return new Refused(id, "message " + conversation.size() + wrongPart(role));
                }
                conversation.add(new Said(role.get(), content.asText()));
            }
            return new Understood(id, conversation);
        }

        private static String wrongPart(Optional<Role> role) {
            return role.isEmpty()
                    ? " has no \"role\" of user, assistant, bot, system or other"
                    : " has no \"content\", a string";
        }

        /** Whoever else takes part is, like an assistant, one whose questions the user answers. */
        private static Optional<Role> role(String name) {
            return switch (name) {
                case "user" -> Optional.of(Role.USER);
                case "assistant", "bot", "other" -> Optional.of(Role.ASSISTANT);
                case "system" -> Optional.of(Role.SYSTEM);
                default -> Optional.empty();
            };
        }
    }
}
