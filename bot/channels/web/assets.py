"""The files that never change while the page runs: style, script and signs, kept in memory."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

STATIC = Path(__file__).parent / "static"
THEME = "thema.css"
"""The one file that a municipality replaces."""

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".md": "text/plain; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class Asset:
    """A file: its bytes, the same gzipped, what it is, and a mark that changes with it."""

    plain: bytes
    zipped: bytes
    kind: str
    mark: str


class Assets:
    """The files by name. ``theme``: a file of the owner's own, over the neutral theme: what it
    leaves out stays as it was, and without a part for the dark it changes only what is light.

    Raises OSError when that file can't be read.
    """

    def __init__(self, theme: Path | None = None) -> None:
        files = {file.name: file for file in STATIC.iterdir() if file.suffix in _TYPES}
        assets = {name: _asset(file.read_bytes(), file.suffix) for name, file in files.items()}
        if theme is not None:
            assets[THEME] = _asset(assets[THEME].plain + _over(theme.read_bytes()), ".css")
        self._assets: Mapping[str, Asset] = assets

    def address(self, name: str) -> str:
        """Where a file is; another address when it was changed. Raises KeyError."""
        return f"/static/{name}?v={self._assets[name].mark}"

    async def serve(self, request: Request) -> Response:
        """One file, to be kept for ever where its address names this version."""
        asset = self._assets.get(request.path_params["name"])
        if asset is None:
            return Response(status_code=404)
        pinned = request.query_params.get("v") == asset.mark
        age = "public, max-age=31536000, immutable" if pinned else "no-cache"
        headers = {"Cache-Control": age, "Vary": "Accept-Encoding", "ETag": f'"{asset.mark}"'}
        if request.headers.get("if-none-match") == headers["ETag"]:
            return Response(status_code=304, headers=headers)
        if "gzip" in request.headers.get("accept-encoding", ""):
            headers["Content-Encoding"] = "gzip"
            return Response(asset.zipped, media_type=asset.kind, headers=headers)
        return Response(asset.plain, media_type=asset.kind, headers=headers)

    def file(self, name: str) -> Asset:
        """A file by its name. Raises KeyError."""
        return self._assets[name]


def _over(theme: bytes) -> bytes:
    """An owner's theme, for what is light alone unless it says what is dark."""
    if b"prefers-color-scheme" in theme:
        return b"\n" + theme
    return b"\n@media not (prefers-color-scheme: dark) {\n" + theme + b"\n}\n"


def _asset(plain: bytes, kind: str) -> Asset:
    mark = hashlib.sha256(plain).hexdigest()[:12]
    return Asset(plain, gzip.compress(plain, mtime=0), _TYPES[kind], mark)
