package amends.deploy.bench;

import amends.deploy.local.PlatformOptions;

/// Some measurements on a platform of their own, in which only the services concerned run.
interface Stage {

    PlatformOptions platform();

    void measure(Bench bench, Table table) throws Exception;
}
