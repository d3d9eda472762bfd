package amends.intake.content;

import java.nio.file.Path;

/// Folders that files are kept in.
public final class Folders {

    private Folders() {}

    public static Filing filing(Path folder) {
        return new Filing(new FolderContentStore(folder, 0), VirusScan.NONE);
    }
}
