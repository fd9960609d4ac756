package gleaner.kafka.doctor;

import static java.util.Objects.requireNonNull;

import gleaner.config.Settings;
import gleaner.doctor.Finding;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Who is in the consumer group already. */
final class GroupCheck implements LogCheck {
    private static final String CHECK = "kafka.group";

    @Override
    public List<Finding> at(Admin admin, Settings.Kafka settings)
            throws ExecutionException, InterruptedException {
        try {
            return List.of(
                    finding(
                            requireNonNull(
                                            admin.describeConsumerGroups(
                                                            List.of(settings.groupId()),
                                                            new DescribeConsumerGroupsOptions()
                                                                    .includeAuthorizedOperations(
                                                                            true))
                                                    .describedGroups()
                                                    .get(settings.groupId()))
                                    .get()));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return List.of(isNew(settings.groupId()));
            }
            throw e;
        }
    }

    private static Finding finding(ConsumerGroupDescription group) {
        var allowed = group.authorizedOperations();
        if (allowed != null && !allowed.isEmpty() && !allowed.contains(AclOperation.READ)) {
            return Finding.blocks(
                    CHECK, group.groupId() + " may not be joined", "Grant READ on the group.");
        }
        if (group.groupState() == GroupState.DEAD) {
            return isNew(group.groupId());
        }
        return group.members().isEmpty()
                ? Finding.fine(CHECK, group.groupId() + " is there, without members")
                : Finding.tells(
                                CHECK,
                                group.groupId()
                                        + " is "
                                        + group.groupState()
                                        + ": members are replicas of this worker, or an older one"
                                        + " that would take turns with it")
                        .of(
                                group.members().size(),
                                group.members().stream().map(member -> member.clientId()).toList());
    }

    private static Finding isNew(String groupId) {
        return Finding.fine(CHECK, groupId + " is new");
    }
}
