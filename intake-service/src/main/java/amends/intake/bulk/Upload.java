package amends.intake.bulk;

import amends.contracts.contact.SourceName;
import amends.intake.channel.Scope;
import amends.intake.mapping.Mapping;

import org.jspecify.annotations.Nullable;

/// What somebody wants to import.
///
/// @param mapping reads CSV; without it the file is NDJSON in canonical form
/// @param source where the rows come from, unless they say so themselves; absent: the mapping's
/// @param charset as the sender names it
/// @param gzip the sender calls it packed; a file that begins like one is, whatever it is called
/// @param scope what the sender may send
public record Upload(
        ImportId id,
        @Nullable Mapping mapping,
        @Nullable SourceName source,
        @Nullable String charset,
        boolean gzip,
        Scope scope) {}
