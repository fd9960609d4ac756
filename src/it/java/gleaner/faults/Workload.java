package gleaner.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Conversations out of a seed: messages that teach, messages that teach nothing, edits, deletions,
 * and users who are forgotten and speak again. The same seed gives the same events.
 */
final class Workload {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");
    private static final int REMEMBERED = 20;

    private final RandomGenerator random;
    private final Mix mix;
    private final Sayings sayings;
    private final Map<String, Speaker> speakers = new HashMap<>();
    private final Deque<Speaker> asked = new ArrayDeque<>();
    private long seconds;

    Workload(RandomGenerator random, Mix mix) {
        this.random = random;
        this.mix = mix;
        this.sayings = new Sayings(random);
    }

    /** One who speaks, and which of their messages can still be taken back. */
    private static final class Speaker {
        final String user;
        final List<String> messages = new ArrayList<>();
        long number;

        Speaker(String user) {
            this.user = user;
        }
    }

    /** The next events, over all users. */
    List<WorkloadEvent> next(int count) {
        var events = new ArrayList<WorkloadEvent>();
        while (events.size() < count) {
            events.add(next(speaker()));
        }
        return events;
    }

    /** An event in which somebody says just this. */
    WorkloadEvent saying(String text) {
        seconds++;
        var speaker = speaker();
        asked.remove(speaker);
        return says(speaker, "user", text, BEGIN.plusSeconds(seconds), false);
    }

    /** Who was asked answers within a few turns, at least before they say anything else. */
    private Speaker speaker() {
        if (!asked.isEmpty() && random.nextInt(3) == 0) {
            return asked.getFirst();
        }
        var isHot = random.nextInt(100) < mix.hotShare();
        var number = isHot || mix.users() == 1 ? 0 : random.nextInt(mix.users());
        return speakers.computeIfAbsent("user-" + number, Speaker::new);
    }

    private WorkloadEvent next(Speaker speaker) {
        seconds++;
        if (asked.remove(speaker)) {
            return says(speaker, "user", sayings.answer(), BEGIN.plusSeconds(seconds), true);
        }
        var chance = random.nextInt(100);
        if (mix.answers() && chance < 8) {
            return ask(speaker);
        }
        if (mix.revisions() && chance < 25) {
            return revise(speaker, chance);
        }
        return chance < 50
                ? says(speaker, "user", sayings.chatter(), time(), false)
                : says(speaker, "user", sayings.teaching(), time(), true);
    }

    private WorkloadEvent revise(Speaker speaker, int chance) {
        if (chance == 24) {
            return forget(speaker);
        }
        if (speaker.messages.isEmpty()) {
            return says(speaker, "user", sayings.teaching(), time(), true);
        }
        return chance < 16 ? edit(speaker) : delete(speaker);
    }

    /** Some things are told late: said long before they arrive. */
    private Instant time() {
        var late = random.nextInt(10) == 0 ? random.nextInt(3_600) : 0;
        return BEGIN.plusSeconds(seconds - late);
    }

    private WorkloadEvent ask(Speaker speaker) {
        asked.addLast(speaker);
        return says(speaker, "assistant", sayings.question(), BEGIN.plusSeconds(seconds), false);
    }

    private WorkloadEvent says(
            Speaker speaker, String role, String content, Instant at, boolean teaches) {
        var message = "m-" + speaker.number;
        speaker.messages.add(message);
        if (speaker.messages.size() > REMEMBERED) {
            speaker.messages.removeFirst();
        }
        return event(
                speaker,
                teaches,
                json("message.created", at)
                        .put("message_id", message)
                        .put("role", role)
                        .put("content", content));
    }

    private WorkloadEvent edit(Speaker speaker) {
        return event(
                speaker,
                true,
                json("message.edited", BEGIN.plusSeconds(seconds))
                        .put("message_id", anyMessage(speaker))
                        .put("role", "user")
                        .put("content", sayings.teaching()));
    }

    private WorkloadEvent delete(Speaker speaker) {
        var message = anyMessage(speaker);
        speaker.messages.remove(message);
        return event(
                speaker,
                false,
                json("message.deleted", BEGIN.plusSeconds(seconds)).put("message_id", message));
    }

    private WorkloadEvent forget(Speaker speaker) {
        speaker.messages.clear();
        return event(speaker, false, json("user.forgotten", BEGIN.plusSeconds(seconds)));
    }

    private String anyMessage(Speaker speaker) {
        return speaker.messages.get(random.nextInt(speaker.messages.size()));
    }

    private static ObjectNode json(String type, Instant at) {
        return JSON.createObjectNode().put("type", type).put("timestamp", at.toString());
    }

    private static WorkloadEvent event(Speaker speaker, boolean teaches, ObjectNode json) {
        var number = speaker.number++;
        var id = speaker.user + "/" + number;
        json.put("event_id", id)
                .put("user_id", speaker.user)
                .put("conversation_id", "c-" + speaker.user);
        return new WorkloadEvent(speaker.user, number, id, teaches, json.toString());
    }
}
