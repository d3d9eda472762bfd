package amends.contracts.identity;

import amends.contracts.access.Role;

import java.util.Collections;
import java.util.Set;

/// One line of the table of rights.
///
/// @param path parts in braces stand for anything, `**` for all that follows
/// @param anybody also those who are not known
/// @param apart by what the answer is told apart for whoever does not see everything
public record Right(String method, String path, boolean anybody, Set<Role> roles, Apart apart) {

    private static final String REST = "**";

    public Right {
        roles = Collections.unmodifiableSet(roles);
    }

    public boolean allows(Identity who) {
        return anybody || !Collections.disjoint(roles, who.roles());
    }

    boolean fits(String[] asked) {
        String[] mine = parts(path);
        for (int i = 0; i < mine.length; i++) {
            if (mine[i].equals(REST)) {
                return true;
            }
            if (i >= asked.length || !fits(mine[i], asked[i])) {
                return false;
            }
        }
        return mine.length == asked.length;
    }

    private static boolean fits(String mine, String asked) {
        return mine.startsWith("{") ? !asked.isEmpty() : mine.equals(asked);
    }

    static String[] parts(String path) {
        return path.split("/", -1);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
