# The product as people run it: built when something changed, in artifacts/product. Sourced by ./run and ./bench.
# Building speaks on standard error: standard output carries only the verb's own output.
product_repo="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
product="$product_repo/artifacts/product/Rotfeste.Host"

product_publish() {
  dotnet publish "$product_repo/src/Rotfeste.Host" -c Release --use-current-runtime --self-contained false \
    -o "$product_repo/artifacts/product" -v quiet --nologo "$@"
}

product_is_current() {
  [ -x "$product" ] && [ -z "$(find "$product_repo/src" "$product_repo/Directory.Build.props" "$product_repo/Directory.Packages.props" \
    \( -name bin -o -name obj -o -name node_modules -o -name dist \) -prune -o -type f -newer "$product.dll" -print -quit)" ]
}

# Compiled ahead of time, every start is faster; a machine that lacks the compiler for that gets the product without.
product_build() {
  product_is_current && return 0
  echo "Building (the first time takes a minute or two) …" >&2
  local log
  log="$(mktemp)"
  if ! product_publish -p:PublishReadyToRun=true >"$log" 2>&1 && ! product_publish >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    echo "The build failed; what it said stands above." >&2
    return 1
  fi
  rm -f "$log"
  touch "$product.dll"
}
