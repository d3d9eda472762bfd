package amends.intake.content;

import amends.contracts.contact.ScanFinding;

import java.io.IOException;
import java.util.Optional;

/// Looks into files before they are kept.
public interface VirusScan {

    /// Nobody looks.
    VirusScan NONE = bytes -> Optional.empty();

    /// @return nothing when the file may be handed out
    /// @throws IOException when it could not be looked at now
    Optional<ScanFinding> look(byte[] bytes) throws IOException;
}
