package amends.intake.content;

import amends.contracts.contact.ScanFinding;

import java.io.IOException;
import java.util.Optional;

/// Looks into files before they are kept.
public interface VirusScan {

    /// Nobody looks.
    VirusScan NONE = bytes -> Optional.empty();

    /// @return nothing when the file may be handed out; that it could not be scanned is a finding
    ///   too
    /// @throws IOException when nobody is there to look now
    Optional<ScanFinding> look(byte[] bytes) throws IOException;
}
