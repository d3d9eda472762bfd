package amends.notification.rule;

import amends.contracts.notification.NotificationEvent.EmailRequested;
import amends.contracts.personal.EmailAddress;

/// Finds the words for a notice.
public interface Letters {

    EmailRequested write(Occasion occasion, Notice notice, Correspondence known, EmailAddress to);
}
