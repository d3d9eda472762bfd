package amends.workflow;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// workflow-service: decides what happens to complaints, keeps their clocks, shows the board.
@SpringBootApplication
class WorkflowApplication {

    static void main(String[] args) {
        SpringApplication.run(WorkflowApplication.class, args);
    }
}
