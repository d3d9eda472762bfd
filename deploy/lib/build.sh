# shellcheck shell=bash
# Builds the modules whose sources are newer than their jars. Source it after jdk.sh.

readonly MODULES=(contracts intake-service workflow-service analytics-service notification-service gateway deploy)

# The modules of the project in folder $1 that have to be built, one a line; all of them when what they share has changed.
stale_modules() {
  local root=$1 module shared_changed=false
  if is_stale "$root" contracts; then shared_changed=true; fi
  for module in "${MODULES[@]}"; do
    [[ -d "$root/$module/src/main" ]] || continue
    if $shared_changed || is_stale "$root" "$module"; then printf '%s\n' "$module"; fi
  done
}

is_stale() {
  local root=$1 module=$2
  local jar="$root/$module/target/$module.jar" stamp="$root/$module/target/up-to-date"
  [[ -f "$jar" && -f "$stamp" ]] || return 0
  [[ -n "$(find "$root/pom.xml" "$root/$module/pom.xml" "$root/$module/src/main" -newer "$stamp" -print 2>/dev/null | head -n 1)" ]]
}

# Builds what is stale below folder $1; says nothing when nothing is.
build_stale() {
  local root=$1 started module stale=()
  while IFS= read -r module; do stale+=("$module"); done < <(stale_modules "$root")
  [[ ${#stale[@]} -gt 0 ]] || return 0
  find_maven
  printf 'building %s …\n' "${stale[*]}" >&2
  started=$(mktemp)
  (
    cd "$root"
    IFS=,
    # Maven lives for seconds: start quickly, and no warnings about what its libraries do
    export MAVEN_OPTS="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}"
    "$MAVEN" -q -T2 -DskipTests -Dfast -pl "${stale[*]}" -am package
  ) || fail "the build failed, see above. Nothing was started."
  for module in "${stale[@]}"; do
    mkdir -p "$root/$module/target"
    touch -r "$started" "$root/$module/target/up-to-date"
  done
  rm -f "$started"
}
