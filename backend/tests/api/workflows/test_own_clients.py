"""Clients that are generated from a workflow's own document know its answers by name and kind."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Api, Tenant
from tests.own_api import publish_one

ROOT = Path(__file__).parents[4]
FRONTEND = ROOT / "frontend"

TYPESCRIPT = """
import { submitFurniture } from './client';
import type { Answers } from './client';

const answers: Answers = {
  company: 'Möbel Huber', email: 'eva@example.com', phone: '+4315131515', seat: 'AT',
  deliver: { street: 'Hauptstraße 1', postcode: '1010', city: 'Wien', country: 'AT' },
  heard: 'fair', terms: true, signed: { name: 'Eva Huber' }, setup: false, floor: 3,
  lines: [{ part: 'LAMP', quantity: '3', price: { amount: '48.50' } }],
  budget: { amount: '1234.55', currency: 'CHF' },
  since: '2099-03-02', until: '2099-03-06', earliest: '09:30',
};

export async function order(): Promise<string> {
  const answer = await submitFurniture(
    { data: answers }, { headers: { 'Idempotency-Key': 'order-1' } },
  );
  if (answer.status === 202) return answer.data.reference;
  return answer.data.detail;
}
"""
PYTHON = """
import datetime

from client.api.workflows import submit_furniture
from client.client import AuthenticatedClient
from client.models.accepted_out import AcceptedOut
from client.models.answers import Answers
from client.models.answers_budget import AnswersBudget
from client.models.answers_budget_currency import AnswersBudgetCurrency
from client.models.answers_deliver import AnswersDeliver
from client.models.answers_heard import AnswersHeard
from client.models.answers_lines_item import AnswersLinesItem
from client.models.answers_lines_item_price import AnswersLinesItemPrice
from client.models.answers_signed import AnswersSigned
from client.models.country import Country
from client.models.submission import Submission

answers = Answers(
    company="Möbel Huber",
    email="eva@example.com",
    phone="+4315131515",
    seat=Country.AT,
    deliver=AnswersDeliver(
        street="Hauptstraße 1", postcode="1010", city="Wien", country=Country.AT
    ),
    heard=AnswersHeard.FAIR,
    terms=True,
    signed=AnswersSigned(name="Eva Huber"),
    setup=False,
    floor=3,
    lines=[
        AnswersLinesItem(part="LAMP", quantity="3", price=AnswersLinesItemPrice(amount="48.50"))
    ],
    budget=AnswersBudget(amount="1234.55", currency=AnswersBudgetCurrency.CHF),
    since=datetime.date(2099, 3, 2),
    until=datetime.date(2099, 3, 6),
    earliest="09:30",
)


def order(client: AuthenticatedClient) -> str:
    answer = submit_furniture.sync(
        client=client, body=Submission(data=answers), idempotency_key="order-1"
    )
    assert answer is not None
    return answer.reference if isinstance(answer, AcceptedOut) else answer.detail
"""


@pytest.fixture
def document(tenant: Tenant, machine: Api, tmp_path: Path) -> Path:
    publish_one(tenant.organization, "furniture")
    file = tmp_path / "furniture.json"
    file.write_text(machine.get("/api/v1/workflows/furniture/openapi.json").text)
    return file


def run(*command: object, inside: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command], cwd=inside, capture_output=True, text=True, check=False
    )


def node() -> str:
    own = ROOT / ".local" / "bin" / "node"
    found = str(own) if own.exists() else shutil.which("node")
    assert found, "there is no Node: run `make services`"
    assert (FRONTEND / "node_modules").is_dir(), "run `npm ci` in frontend/"
    return found


def test_a_typescript_client_compiles_and_refuses_what_the_form_does_not_ask(
    document: Path, tmp_path: Path
) -> None:
    orval = FRONTEND / "node_modules" / "orval" / "dist" / "bin" / "orval.mjs"
    made = run(
        node(), orval, "--input", document, "--output", "./client.ts", "--client", "fetch",
        inside=tmp_path,
    )  # fmt: skip
    assert made.returncode == 0, made.stdout + made.stderr
    compiler = FRONTEND / "node_modules" / "typescript" / "bin" / "tsc"
    options = {
        "strict": True, "noEmit": True, "module": "esnext", "moduleResolution": "bundler",
        "target": "es2022", "lib": ["es2023", "dom", "dom.iterable"], "types": [],
    }  # fmt: skip
    settings = {"compilerOptions": options, "files": ["client.ts", "use.ts"]}
    (tmp_path / "tsconfig.json").write_text(json.dumps(settings))

    def compiled(text: str) -> subprocess.CompletedProcess[str]:
        (tmp_path / "use.ts").write_text(text)
        return run(node(), compiler, "--project", tmp_path, inside=tmp_path)

    right = compiled(TYPESCRIPT)
    assert right.returncode == 0, right.stdout
    for wrong, complaint in (
        (TYPESCRIPT.replace("company:", "compagny:"), "compagny"),
        (TYPESCRIPT.replace("heard: 'fair'", "heard: 'radio'"), "radio"),
        (TYPESCRIPT.replace("floor: 3,", "floor: 'third',"), "number"),
        (TYPESCRIPT.replace("quantity: '3', ", ""), "quantity"),
        (TYPESCRIPT.replace("country: 'AT'", "country: 'XX'"), "XX"),
    ):
        refused = compiled(wrong)
        assert refused.returncode != 0
        assert complaint in refused.stdout


def test_a_python_client_is_typed_and_refuses_what_the_form_does_not_ask(
    document: Path, tmp_path: Path
) -> None:
    generator = Path(sys.executable).with_name("openapi-python-client")
    made = run(
        generator, "generate", "--path", document, "--output-path", tmp_path / "client",
        "--meta", "none", "--fail-on-warning", inside=tmp_path,
    )  # fmt: skip
    assert made.returncode == 0, made.stdout + made.stderr

    # The generator's own transport is not written for `strict`.
    strict = "[mypy]\nstrict = True\n[mypy-client.client]\nignore_errors = True\n"
    (tmp_path / "mypy.ini").write_text(strict)

    # mypy takes a file of the same size and second for unchanged: each text has its own.
    def checked(name: str, text: str) -> subprocess.CompletedProcess[str]:
        (tmp_path / f"{name}.py").write_text(text)
        return run(sys.executable, "-m", "mypy", f"{name}.py", inside=tmp_path)

    right = checked("right", PYTHON)
    assert right.returncode == 0, right.stdout
    for wrong, complaint in (
        (PYTHON.replace("    company=", "    compagny="), "compagny"),
        (PYTHON.replace("AnswersHeard.FAIR", "AnswersHeard.RADIO"), "RADIO"),
        (PYTHON.replace("floor=3", 'floor="third"'), "floor"),
        (PYTHON.replace('quantity="3", ', ""), "quantity"),
    ):
        refused = checked(f"without_{complaint}", wrong)
        assert refused.returncode != 0
        assert complaint in refused.stdout
