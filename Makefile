# De opdrachten van dit project. `make` of `make help` laat ze zien.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

BOT := .venv/bin/samenwerkwijzer
ARGS ?=
# Wat geen model, Node, server of browser nodig heeft.
CORE := -m "not rasa and not node and not postgres and not browser"

# --- gebruiken -------------------------------------------------------------------------------

.PHONY: chat
chat: .venv/.chat ## Start een gesprek in de terminal (installeert wat nodig is)
	@exec $(BOT) chat $(ARGS)

.PHONY: web
web: .venv/.chat ## Open de pagina in je browser (ARGS="--port 8080")
	@exec $(BOT) web $(ARGS)

.PHONY: telegram
telegram: .venv/.chat ## Start de bot op Telegram (zet eerst TELEGRAM_TOKEN)
	@if [ -z "$$TELEGRAM_TOKEN" ]; then \
		echo "Ik mis het token van je Telegram-bot." >&2; \
		echo "Maak een bot bij @BotFather op Telegram. Je krijgt daar een token." >&2; \
		echo "Start dan zo:  TELEGRAM_TOKEN=jouw-token make telegram" >&2; \
		exit 2; \
	fi
	@exec $(BOT) telegram $(ARGS)

.PHONY: train
train: .venv/.chat ## Leer het taalmodel de vragen en antwoorden (installeert Rasa)
	@sh scripts/nlu-env.sh
	@exec $(BOT) train $(ARGS)

.PHONY: install
install: .venv/.chat ## Installeer de bot, zonder hem te starten

# --- toetsen ---------------------------------------------------------------------------------

.PHONY: test
test: check .tools/dictionary/.ready ## Toets alles: stijl, types, imports, taal en alle proeven
	@sh scripts/nlu-env.sh
	@sh scripts/test.sh $(ARGS)

.PHONY: test-core
test-core: check .tools/dictionary/.ready ## Hetzelfde, maar zonder Rasa, Node, PostgreSQL en Chromium
	@SKIPS_ALLOWED=1 sh scripts/test.sh $(CORE) $(ARGS)

.PHONY: check
check: .venv/.dev ## Toets alleen stijl, types en imports (snel)
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports

.PHONY: format
format: .venv/.dev ## Zet de code in de stijl van het huis
	@.venv/bin/ruff check --fix --quiet .
	@.venv/bin/ruff format .

.PHONY: lang
lang: .venv/.dev .tools/dictionary/.ready ## Meet of de teksten eenvoudig en goed gespeld zijn
	@exec $(BOT) kennis taal $(ARGS)

.PHONY: record
record: .venv/.dev ## Neem op wat het taalmodel zegt van de voorbeeldgesprekken (na nieuwe voorbeelden)
	@sh scripts/nlu-env.sh
	@.venv/bin/python -m tests.conversations.record

.PHONY: schema
schema: .venv/.dev ## Schrijf docs/pakket.schema.json opnieuw (na een nieuwe sleutel of soort)
	@.venv/bin/python -c "from pathlib import Path; from bot.packs.format.json_schema import schema_text; \
		Path('docs/pakket.schema.json').write_text(schema_text(), 'utf-8')"

.PHONY: vectors
vectors: .venv/.dev ## Maak de vectoren van de voorbeeldzinnen opnieuw (na nieuwe zinnen)
	@sh scripts/nlu-env.sh
	@.venv/bin/python -m bot.language.model.shipped

.PHONY: bench
bench: .venv/.dev ## Meet hoe snel de bot is
	@exec .venv/bin/python -m benchmarks $(ARGS)

.PHONY: starts
starts: ## Probeer de start op vreemde plekken: andere gebruiker, geen HOME, verhuisde map
	@sh scripts/odd-starts.sh

# --- onderhouden -----------------------------------------------------------------------------

.PHONY: image
image: ## Bouw het containerimage (Docker, Podman of Buildah)
	@sh scripts/image.sh $(ARGS)

.PHONY: clean
clean: ## Gooi weg wat geïnstalleerd is (je gesprekken blijven)
	@rm -rf .venv .venv-nlu .tools .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.PHONY: help
help: ## Laat deze lijst zien
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | \
		awk -F '\t' '{ printf "  make %-10s %s\n", $$1, $$2 }'

# A stamp says that a world stands as locked: then uv is not even called. It says nothing where
# Python is gone: on another computer, or for another user.
ifneq ($(shell .venv/bin/python -c '' 2>/dev/null || echo gone),)
$(shell rm -f .venv/.chat .venv/.dev)
endif

.venv/.chat: pyproject.toml uv.lock scripts/bot-env.sh
	@sh scripts/bot-env.sh

.venv/.dev: pyproject.toml uv.lock scripts/bot-env.sh
	@sh scripts/bot-env.sh dev

.tools/dictionary/.ready: scripts/dictionary/package-lock.json scripts/dictionary.sh .venv/.dev
	@sh scripts/dictionary.sh
	@touch $@
