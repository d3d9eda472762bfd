# shellcheck shell=bash
# Finds what the scripts need: a JDK 25 or newer, and Maven. Source it, then call find_jdk or find_maven.

readonly WANTED_JDK=25

fail() {
  printf 'amends: %s\n' "$*" >&2
  exit 1
}

# The major version of the JDK in a folder; nothing when there is no complete JDK.
jdk_version() {
  [[ -x "$1/bin/java" && -x "$1/bin/javac" ]] || return 0
  if [[ -r "$1/release" ]]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
  else
    "$1/bin/java" -version 2>&1 | sed -n '1s/.*version "\([0-9]*\).*/\1/p'
  fi
}

# Follows links to the folder in which a program's bin folder lies.
home_of() {
  local program=$1 link
  while link=$(readlink "$program"); do
    case $link in
      /*) program=$link ;;
      *) program=$(dirname "$program")/$link ;;
    esac
  done
  (cd "$(dirname "$program")/.." && pwd)
}

jdk_candidates() {
  [[ -z "${JAVA_HOME:-}" ]] || printf '%s\n' "$JAVA_HOME"
  local java
  if java=$(command -v javac); then home_of "$java"; fi
  local folder
  for folder in \
    /usr/lib/jvm/* /usr/java/* /opt/*jdk* /opt/java/* /opt/*/*jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.jabba/jdk/* "$HOME"/.asdf/installs/java/* \
    "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if [[ -d "$folder" ]]; then printf '%s\n' "$folder"; fi
  done
}

# Sets and exports JAVA_HOME.
find_jdk() {
  local folder version
  while IFS= read -r folder; do
    version=$(jdk_version "$folder")
    if [[ -n "$version" && "$version" -ge "$WANTED_JDK" ]]; then
      export JAVA_HOME=$folder
      return
    fi
  done < <(jdk_candidates)
  fail "no JDK $WANTED_JDK or newer found (looked at JAVA_HOME, PATH and the usual folders).
Install one, for example:
  Debian, Ubuntu   apt-get install temurin-25-jdk (Adoptium's packages) or openjdk-25-jdk
  Fedora           dnf install java-25-openjdk-devel
  macOS            brew install openjdk@25
  any              sdk install java 25-tem   (sdkman.io)
or set JAVA_HOME to the folder of an installed one, then try again."
}

# Sets MAVEN.
find_maven() {
  MAVEN=$(command -v mvn || true)
  [[ -n "$MAVEN" ]] || fail "Maven not found on the PATH.
Install 3.8.7 or newer, for example: apt-get install maven · dnf install maven · brew install maven · sdk install maven"
  readonly MAVEN
}
