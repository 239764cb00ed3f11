# One step of a script: its output goes to a log, its progress to the screen. To be sourced.

# Says how the step named $1 goes on, from its log $2: every second to a person, twice a minute to a file.
pulse() {
  local started=$SECONDS line period=30
  [ -t 1 ] && period=1
  # The sleep must not hold our stdout open when we are gone.
  while sleep "$period" >/dev/null 2>&1 && kill -0 $$ 2>/dev/null; do
    line=$(tail -n 1 "$2" 2>/dev/null)
    if [ -t 1 ]; then
      printf '\r\033[K  %s · %d s · %s' "$1" $((SECONDS - started)) "${line:0:60}"
    else
      printf '  %s · %d s · %s\n' "$1" $((SECONDS - started)) "${line:0:90}"
    fi
  done
}

# step TITLE COMMAND…: runs the command; where it fails, shows the end of its log and passes its exit code on.
step() {
  local title=$1 log started=$SECONDS status=0 watcher
  shift
  mkdir -p .build/logs
  log=".build/logs/${title// /-}.log"
  : >"$log"
  pulse "$title" "$log" &
  watcher=$!
  "$@" >"$log" 2>&1 </dev/null || status=$?
  kill "$watcher" 2>/dev/null || true
  wait "$watcher" 2>/dev/null || true
  [ -t 1 ] && printf '\r\033[K'
  if [ "$status" -ne 0 ]; then
    tail -n 40 "$log" >&2
    printf '✗ %s failed with %d; all it said: %s\n' "$title" "$status" "$log" >&2
    return "$status"
  fi
  printf '✓ %s · %d s\n' "$title" $((SECONDS - started))
}
