@echo off
rem Opens CoverKit's window with a double click. The first time it is set up in this folder (.venv), which takes some minutes.
chcp 65001 >nul
setlocal
cd /d "%~dp0"
set "WINDOW=.venv\Scripts\coverkit-window.exe"
if exist "%WINDOW%" goto start
echo CoverKit: đang cài đặt lần đầu, mất vài phút ... / setting up, this takes some minutes ...
set "PYTHON=py -3"
where py >nul 2>nul || set "PYTHON=python"
%PYTHON% -c "import sys; sys.exit(sys.version_info < (3, 11))" 2>nul
if errorlevel 1 (
  echo Cần Python 3.11 trở lên: https://www.python.org/downloads/windows/ / Python 3.11 or newer is needed.
  goto failed
)
%PYTHON% -m venv .venv || goto failed
".venv\Scripts\python.exe" -m pip install --disable-pip-version-check . || goto failed
:start
start "" "%WINDOW%" %*
exit /b 0
:failed
echo Không cài đặt được. / CoverKit could not be set up.
pause
exit /b 1
