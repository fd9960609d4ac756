package gleaner.kafka.doctor;

import gleaner.config.Settings;
import gleaner.doctor.Finding;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** One thing to ask the brokers about. */
interface LogCheck {

    /** What it finds. */
    List<Finding> at(Admin admin, Settings.Kafka settings)
            throws ExecutionException, InterruptedException;
}
