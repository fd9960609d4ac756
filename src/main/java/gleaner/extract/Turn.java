package gleaner.extract;

import gleaner.event.Role;
import gleaner.memory.Source;
import org.jspecify.annotations.Nullable;

/**
 * One message of a conversation, as the reader sees it.
 *
 * @param userId whose memory it bears on, whoever spoke
 * @param role who spoke
 * @param text the words
 * @param locale BCP-47, if known
 * @param source where and when
 */
public record Turn(String userId, Role role, String text, @Nullable String locale, Source source) {}
