"""Takes out of an image's packages what Waybill never reads, and compiles what it loads at start.

    python trim.py /opt/venv

Bytecode is worth its room where it is loaded: without any, each process computes 2.7 seconds
longer at start. Python compiles the rest in memory, if somebody imports it.

A cut that finds nothing ends the build: a package changed its shape, and the image would grow
without a word. `make test-images` tries in started images what must still work.
"""

from __future__ import annotations

import compileall
import re
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cut:
    """Files and folders below the packages, by pattern. ``kept``: names that stay."""

    why: str
    patterns: tuple[str, ...]
    kept: frozenset[str] = frozenset()

    def found(self, packages: Path) -> list[Path]:
        return [
            path
            for pattern in self.patterns
            for path in packages.glob(pattern)
            if path.name not in self.kept
        ]


CUTS = (
    Cut(
        "places, carriers and time zones of phone numbers: only their plans are asked",
        ("phonenumbers/geodata", "phonenumbers/carrierdata", "phonenumbers/tzdata"),
    ),
    Cut(
        "translations by gettext: USE_I18N is off, and Waybill's own sentences are YAML",
        ("**/*.po", "**/*.mo", "pycountry/locales"),
    ),
    Cut(
        "interfaces of AWS but S3, and STS, which gives a role's credentials",
        ("botocore/data/*/", "boto3/data/*/"),
        frozenset({"s3", "sts"}),
    ),
    Cut(
        "sign-in at providers that are not in INSTALLED_APPS",
        ("allauth/socialaccount/providers/*/",),
        frozenset(
            {
                "base",
                "oauth",
                "oauth2",
                "google",
                "microsoft",
                "github",
                "openid_connect",
                "saml",
            }
        ),
    ),
    Cut(
        "extensions of CEL that no expression may use",
        tuple(f"cel_expr_python/ext/ext_{name}.*" for name in ("bindings", "encoders", "proto")),
    ),
    Cut(
        "maps and the administration's pages of Django",
        (
            "django/contrib/gis",
            "django/contrib/admindocs",
            "django/contrib/admin/static",
        ),
    ),
    Cut(
        "source maps of the API's documentation",
        ("**/*.map", "ninja/static/ninja/redoc.standalone.js"),
    ),
    Cut("tests, and types for editors", ("tornado/test", "**/*.pyi")),
)

RARELY_LOADED = re.compile(
    r"/(allauth/idp|botocore/docs|django/conf/locale|django/contrib/admin"
    r"|django/db/backends/(mysql|oracle|sqlite3)|dns|google/api|kombu/transport"
    r"|opentelemetry/semconv/_incubating|phonenumbers/(short)?data|pycparser|pydantic/v1|qrcode"
    r"|sentry_sdk/integrations|tornado/test|wcwidth/table_grapheme_overrides/_known)"
)
"""Left without bytecode: for other databases and brokers, for one country's numbers."""


def main(environment: Path) -> int:
    """Make every cut. Exit code 1 if one finds nothing."""
    (packages,) = environment.glob("lib/python3*/site-packages")
    for cut in CUTS:
        found = cut.found(packages)
        if not found:
            print(
                f"trim: nothing is left to cut of: {cut.why}. See dev/images/trim.py",
                file=sys.stderr,
            )
            return 1
        print(f"{_megabytes(found):6.1f} MB  {cut.why}")
        for path in found:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    compiled = compileall.compile_dir(packages, quiet=1, workers=0, rx=RARELY_LOADED)
    return 0 if compiled else 1


def _megabytes(paths: Iterable[Path]) -> float:
    files = (each for path in paths for each in ([path] if path.is_file() else path.rglob("*")))
    return sum(each.lstat().st_size for each in files) / 1e6


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
