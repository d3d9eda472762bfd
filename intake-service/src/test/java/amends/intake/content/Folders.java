package amends.intake.content;

import java.nio.file.Path;

/// Folders that files are kept in.
public final class Folders {

    private Folders() {}

    public static ContentStore in(Path folder) {
        return new FolderContentStore(folder, 0);
    }
}
