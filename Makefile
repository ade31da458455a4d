# Everything for a checkout, with GNU or BSD make. `make run` and `make test` do all the set-up, in .venv
# and, on Debian and its kin, through apt; nothing else outside the checkout is touched.

PYTHON ?=
VENV ?= .venv
UV ?= uv
ARGS ?=

BIN = $(VENV)/bin
LINUX = installers/linux
BUILT = dist/work

help:
	@echo "make run     set everything up and open the window   (ARGS='--home DIR' passes arguments)"
	@echo "make test    set everything up and run every check   (ARGS='-k word' goes to pytest)"
	@echo "make format  put the code into the one format"
	@echo "make translations   take new words into the catalogues and compile them   (ARGS='--forget')"
	@echo "make references   write the command line's help page, man page and completions anew"
	@echo "make screenshots  take the pictures of the README anew"
	@echo "make bench   measure beside aria2, curl and wget   (ARGS='--quick'; see tests/bench/bench.py)"
	@echo "make soak    kill it, take its home over, storm a busy server, run it beside its model, let monkeys play (an hour)"
	@echo "make package build the packages for Linux into dist/, on Debian and its kin"
	@echo "make package-test  install them in clean systems, use them, remove them, look for what is left (root)"
	@echo "make package-same  build them again, elsewhere, and see that no byte differs"
	@echo "make extension      pack the extension for browsers into dist/, as the shops want it"
	@echo "make bundle-test   let the tests of the whole program run what was built"
	@echo "make clean   remove .venv and all that was made"
	@echo "PYTHON=...   which Python makes .venv (3.11, 3.12 or 3.13; else one is looked for)"

run: venv $(VENV)/.run
	@$(BIN)/python $(LINUX)/syslibs.py --fix
	@$(BIN)/holdfast $(ARGS)

test: venv $(VENV)/.test
	@$(BIN)/python $(LINUX)/syslibs.py --fix --test
	@failed=; \
	for check in "ruff format --check ." "ruff check ." mypy lint-imports; do \
	  echo "== $$check"; $(BIN)/$$check || failed="$$failed$$check, "; \
	done; \
	echo "== pytest"; \
	$(BIN)/python tests/side_by_side.py $(ARGS) || failed="$${failed}pytest, "; \
	if [ -n "$$failed" ]; then echo "Failed: $${failed%, }" >&2; exit 1; fi

format: venv $(VENV)/.test
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

translations: venv $(VENV)/.test
	@$(BIN)/python tests/catalogues.py $(ARGS)

references: venv $(VENV)/.test
	@$(BIN)/python tests/references.py $(ARGS)

screenshots: venv $(VENV)/.test
	@$(BIN)/python $(LINUX)/syslibs.py --fix
	@$(BIN)/python tests/pictures/screenshot.py $(ARGS)

bench: venv $(VENV)/.test
	@$(BIN)/python $(LINUX)/syslibs.py --fix --test
	@$(BIN)/python tests/bench/bench.py $(ARGS)

soak: venv $(VENV)/.test
	@$(BIN)/python $(LINUX)/syslibs.py --fix --test
	$(BIN)/python -m pytest -rA -o python_files='soak_*.py' -o python_functions='soak_*' -o timeout=3600 \
	  tests/soak $(ARGS)

package:
	@python3 $(LINUX)/syslibs.py --fix --package
	@python3 $(LINUX)/package.py $(ARGS)

package-test:
	@python3 $(LINUX)/syslibs.py --fix --package
	@python3 $(LINUX)/package_test.py $(ARGS)
	@echo "== AppImage"
	@python3 installers/appimage/appimage.py --try
	@echo "== Flatpak"
	@python3 installers/flatpak/try_flatpak.py

extension:
	@python=$$(sh $(LINUX)/need_python.sh "$(PYTHON)") && "$$python" installers/extension.py $(ARGS)

package-same:
	@python3 $(LINUX)/package_same.py $(ARGS)

bundle-test: venv $(VENV)/.test
	@$(BIN)/python $(LINUX)/syslibs.py --fix --test
	@BUILT_HOLDFAST="$$PWD/$(BUILT)/portable/holdfast/holdfast" $(BIN)/python -m pytest tests/end_to_end $(ARGS)

clean:
	rm -rf $(VENV) dist .coverage .coverage-* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

venv:
	@sh $(LINUX)/venv.sh $(VENV) "$(UV)" "$(PYTHON)"

$(VENV)/.run: pyproject.toml
	@sh $(LINUX)/install.sh $(VENV) "$(UV)" -e .
	@touch $@

$(VENV)/.test: pyproject.toml
	@sh $(LINUX)/install.sh $(VENV) "$(UV)" -e ".[dev]"
	@touch $(VENV)/.run $@

.NOTPARALLEL:
.PHONY: help run test format translations references screenshots bench soak package package-test package-same bundle-test extension clean venv
