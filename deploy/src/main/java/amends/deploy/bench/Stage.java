package amends.deploy.bench;

import amends.deploy.local.Part;

import java.util.Set;

/// Some measurements on a platform of their own, in which only the services concerned run.
interface Stage {

    Set<Part> services();

    void measure(Bench bench, Table table) throws Exception;
}
