# Two commands are enough: `make run` and `make test`. Everything they need they install under .venv/ and data/.
PY ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
PORT ?= 8000
WORKERS ?= 2
RULES := screening/rules/*,screening/case.py,screening/fields.py,screening/assessment.py,programs/rules/*,programs/revising.py,programs/prescribing.py,programs/restarting.py,programs/dosing.py,programs/arranging.py,programs/holding.py
RULE_TESTS := $(addprefix tests/screening/test_,case.py red_flags.py single_leg_squat.py pattern.py assessment.py numbers.py forms.py self_check_properties.py) \
	$(addprefix tests/programs/test_,assignment.py mileage.py progression.py vignettes.py body_position.py case_commands.py run_properties.py) $(addprefix tests/programs/test_,revising.py prescribing.py restarting.py dosing.py second_look.py rechecks.py holding.py)
PYTEST := $(BIN)/python -m pytest

.PHONY: run serve test test-rules test-fast coverage test-browser test-figures test-postgres check format mutate bench samples figures lock clean clean-demo

run: .venv/run.stamp
	@HASHED_STATIC=on $(BIN)/python manage.py collectstatic --no-input -v0
	@$(BIN)/python manage.py migrate --no-input -v0
	@$(BIN)/python manage.py seed_demo --if-empty --address http://127.0.0.1:$(PORT)
	@HASHED_STATIC=on SITE_URL=$${SITE_URL:-http://127.0.0.1:$(PORT)} $(BIN)/python manage.py runserver --noreload 127.0.0.1:$(PORT)

# As in production, but on this machine only: hashed files, several processes, no debug.
serve: .venv/run.stamp
	@HASHED_STATIC=on $(BIN)/python manage.py collectstatic --no-input -v0
	@$(BIN)/python manage.py migrate --no-input -v0
	HASHED_STATIC=on SITE_URL=$${SITE_URL:-http://127.0.0.1:$(PORT)} $(BIN)/gunicorn itbcare.wsgi --config deploy/gunicorn.conf.py --bind 127.0.0.1:$(PORT)

test: check test-rules test-fast test-browser

# Counting branches makes every test twice as slow: here only the rules are counted, and all of theirs must be walked.
test-rules: .venv/dev.stamp
	$(PYTEST) -n $(WORKERS) $(RULE_TESTS) --cov --cov-report= --no-cov-on-fail
	$(BIN)/coverage report --fail-under=100 --include="$(RULES)"

# All the others that need no browser.
test-fast: .venv/dev.stamp
	$(PYTEST) -n $(WORKERS) -m "not browser" $(addprefix --ignore=,$(RULE_TESTS))

# The whole site's coverage, with the parts that no test walks.
coverage: .venv/dev.stamp
	$(PYTEST) -n $(WORKERS) -m "not browser" --cov --cov-report=term-missing:skip-covered --cov-fail-under=90

test-browser: .venv/dev.stamp
	scripts/ensure-chromium
	$(PYTEST) -n $(WORKERS) -m browser $(shell grep -rl --include=*.py "mark.browser" tests)

# The drawing room, which needs what the site does not.
test-figures: .venv/dev.stamp .venv/figures.stamp
	DRAWING=required $(PYTEST) -n $(WORKERS) tests/programs/figures

test-postgres: .venv/dev.stamp
	scripts/with-postgres $(PYTEST) -n $(WORKERS) -m "not browser and not pure" --ignore=tests/journeys --ignore=tests/programs/figures $(addprefix --ignore=,$(RULE_TESTS))

check: .venv/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy .
	$(BIN)/lint-imports
	$(BIN)/python manage.py makemigrations --check --dry-run -v0
	scripts/check-deploy

format: .venv/dev.stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

mutate: .venv/dev.stamp
	$(BIN)/mutmut run
	$(BIN)/mutmut results

# Without Pango the yardstick for sheets says "not run".
bench: .venv/bench.stamp
	@scripts/ensure-libraries libpango-1.0.so.0:libpango-1.0-0 libpangoft2-1.0.so.0:libpangoft2-1.0-0 libharfbuzz-subset.so.0:libharfbuzz-subset0
	$(BIN)/python -m bench

# Every kind of sheet in every layout on both papers, as PDF and as pictures.
samples: .venv/run.stamp
	@rm -rf build/samples && mkdir -p build/samples
	@export DATA_DIR=$(CURDIR)/build/samples/data && $(BIN)/python manage.py migrate --no-input -v0 && $(BIN)/python manage.py seed_demo > build/samples/demo.txt && $(BIN)/python manage.py samples --to build/samples --pictures

# Redraws the figures whose numbers changed. `make figures ARGS=--check` only names them.
figures: .venv/figures.stamp
	@scripts/ensure-libraries libcairo.so.2:libcairo2
	$(BIN)/python -m programs.figures $(ARGS)

lock:
	scripts/lock

# Never data/: it may hold a clinic's database.
clean:
	rm -rf .venv build .mypy_cache .ruff_cache .pytest_cache .hypothesis mutants

# Only a demo makes a key of its own, so that a folder without one is somebody's data.
clean-demo:
	@[ "$${ENVIRONMENT:-demo}$$ENVIRONMENT_FILE" = demo ] || { echo "ENVIRONMENT is not demo: data/ stays." >&2; exit 1; }
	@[ ! -e data ] || [ -e data/secret-key ] || { echo "data/ was not made by a demo: it stays." >&2; exit 1; }
	rm -rf data

.venv/run.stamp: requirements.txt
	@scripts/ensure-venv $(PY)
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/dev.stamp: requirements-dev.txt | .venv/run.stamp
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

.venv/figures.stamp: requirements-figures.txt | .venv/run.stamp
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-figures.txt
	@touch $@

.venv/bench.stamp: requirements-bench.txt | .venv/dev.stamp
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.txt
	@touch $@
