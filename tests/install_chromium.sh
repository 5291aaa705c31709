#!/bin/sh
# The browser tests need Chromium. Use the one that is there; else take Debian's or Ubuntu's package.
set -eu
for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null 2>&1 && exit 0
done
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-cjk && exit 0
fi
echo "no Chromium: the browser tests will be skipped (they fail where CI=true); install one to run them" >&2
