package amends.intake.channel;

/// One thing that is wrong with an input, and where.
///
/// @param detail what is wrong and what to do
/// @param pointer a JSON pointer, empty for the whole
public record Fault(String detail, String pointer) {}
