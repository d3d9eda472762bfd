package amends.contracts.notification;

import amends.contracts.contact.LanguageTag;

/// Which template in which version and language a message was made from.
public record TemplateVersion(TemplateName name, int version, LanguageTag language) {}
