# Every target sets up what it needs: .venv and, as root on Debian, system packages.
.PHONY: seal-samples test-screen test-designs demo app test lint bench pictures screenshots sheets catalogue schemas rule-pages docs wheel clean

PY = .venv/bin/python

demo:
	@tools/setup.sh run
	@$(PY) main.py demo -o build/demo

app:
	@tools/setup.sh app
	@$(PY) main.py

test: lint
	@$(PY) -m pytest -n 2 --cov --cov-report=term:skip-covered --cov-fail-under=90

test-screen:
	@tools/setup.sh test
	@COVERKIT_SCREEN=1 xvfb-run -a -s "-screen 0 1600x1000x24" $(PY) -m pytest tests/gui

test-designs:
	@tools/setup.sh test
	@COVERKIT_DESIGNS=all $(PY) -m pytest tests/app

lint:
	@tools/setup.sh test
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy
	@.venv/bin/lint-imports

bench:
	@tools/setup.sh test
	@$(PY) -m benchmarks -o build/bench

pictures:
	@tools/setup.sh run
	@$(PY) -m tools.pictures

screenshots:
	@tools/setup.sh app
	@$(PY) -m tools.screenshots

seal-samples:
	@tools/setup.sh run
	@$(PY) -m tools.seal_samples

sheets:
	@tools/setup.sh run
	@$(PY) -m tools.contact_sheets

catalogue:
	@tools/setup.sh test
	@$(PY) -m tools.catalogue
	@$(PY) -m tools.rule_pages

docs: schemas rule-pages

schemas:
	@tools/setup.sh run
	@$(PY) -m tools.schemas

rule-pages:
	@tools/setup.sh run
	@$(PY) -m tools.rule_pages

wheel:
	@tools/setup.sh test
	@$(PY) -m pip wheel --quiet --no-deps --wheel-dir dist .

clean:
	rm -rf build dist .venv .mypy_cache .ruff_cache .pytest_cache
