# De Samenwerkwijzer als image. `make image` bouwt het; `docker compose up` start het.
#
#   --target plat   klein: knoppen, nummers en commando's; geen Rasa
#   --target bot    alles (standaard): Rasa en een getraind taalmodel erbij
#
# BASE mag elke Debian 12 zijn, ook een die je zelf maakt (docs/decisions/0005-image.md).
ARG BASE=docker.io/library/debian:bookworm-slim

# --- Python, en verder niets -------------------------------------------------------------------
FROM ${BASE} AS base
RUN apt-get update \
    && apt-get install --yes --no-install-recommends ca-certificates python3 \
    && rm -rf /var/lib/apt/lists/* /var/cache/apt/* /var/log/apt /var/log/dpkg.log
WORKDIR /app

# --- de wereld van de bot, met hetzelfde make-doel als op je eigen computer --------------------
FROM base AS build
RUN apt-get update && apt-get install --yes --no-install-recommends make python3-venv
ENV UV_LINK_MODE=copy UV_NO_CACHE=1
COPY Makefile pyproject.toml uv.lock README.md ./
COPY scripts scripts
COPY bot/__init__.py bot/__init__.py
RUN make install

# --- de wereld van Rasa, en het getrainde model ------------------------------------------------
FROM build AS taal
RUN sh scripts/nlu-env.sh
COPY . .
RUN make train

# --- klein: zonder Rasa ------------------------------------------------------------------------
FROM base AS plat
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin bot \
    && install --directory --owner=bot --group=bot --mode=0700 /data
COPY --from=build /app/.venv .venv
COPY . .
RUN .venv/bin/python -m compileall -q bot
ENV PATH=/app/.venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    SAMENWERKWIJZER_DATA=/data \
    SAMENWERKWIJZER_TAAL=plat
USER bot
VOLUME /data
HEALTHCHECK --interval=30s --timeout=30s --start-period=60s --retries=3 \
    CMD ["samenwerkwijzer", "health"]
ENTRYPOINT ["samenwerkwijzer"]
# De pagina; met TELEGRAM_TOKEN ook Telegram, met hetzelfde taalmodel.
EXPOSE 8000
CMD ["web", "--host", "0.0.0.0"]

# --- alles -------------------------------------------------------------------------------------
FROM plat AS bot
COPY --from=taal /app/.venv-nlu .venv-nlu
COPY --from=taal /app/models models
ENV SAMENWERKWIJZER_TAAL=rasa
