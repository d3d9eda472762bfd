package amends.gateway.access;

import amends.gateway.directory.Directory;

import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/// Finds users by name for whoever checks their passwords.
@Component
final class LocalUsers implements UserDetailsService {

    private final Directory directory;

    LocalUsers(Directory directory) {
        this.directory = directory;
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        return directory
                .user(name)
                .map(user -> new LocalPerson(name, user.password().value(), user.passwordSince()))
                .orElseThrow(() -> new UsernameNotFoundException("no such user"));
    }
}
