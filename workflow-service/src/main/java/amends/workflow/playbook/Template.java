package amends.workflow.playbook;

/// A text that an agent may begin from. `{customer}` and `{reference}` are filled in; what stands
/// in brackets is for the agent.
public record Template(String title, String text) {

    Template filled(String customer, String reference) {
        return new Template(
                title, text.replace("{customer}", customer).replace("{reference}", reference));
    }
}
