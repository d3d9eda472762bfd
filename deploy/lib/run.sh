# shellcheck shell=bash
# Shared by the scripts that run the Java program of this folder: amends <command> <arguments>.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
readonly ROOT
# shellcheck source=deploy/lib/jdk.sh
source "$ROOT/deploy/lib/jdk.sh"
# shellcheck source=deploy/lib/build.sh
source "$ROOT/deploy/lib/build.sh"

JVM=(-Xss512k -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+UseCompactObjectHeaders
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)

# Needs the jar of deploy alone: a question about a running platform must not rebuild it.
need_launcher() {
  find_jdk
  [[ -f "$ROOT/deploy/target/deploy.jar" && -d "$ROOT/deploy/target/lib" ]] || build_stale "$ROOT"
}

# Becomes the Java program: largest heap, command, arguments.
exec_amends() {
  exec "$JAVA_HOME/bin/java" "-Xmx$1" "${JVM[@]}" "-Damends.root=$ROOT" -jar "$ROOT/deploy/target/deploy.jar" "${@:2}"
}

wants_help() {
  local argument
  for argument in "$@"; do
    if [[ $argument == --help || $argument == -h ]]; then return 0; fi
  done
  return 1
}
