"""Runs inside Tryton's environment: makes a company, countries, two users and their keys.

    python provision.py CONFIGURATION DATABASE ACCESS_FILE

Running it again changes nothing. Writes the keys to ACCESS_FILE, which only its owner can read.
"""

from __future__ import annotations

import json
import os
import sys
from decimal import Decimal
from typing import Any

import pycountry  # type: ignore[import-not-found,import-untyped,unused-ignore]
from trytond import config  # type: ignore[import-not-found,unused-ignore]
from trytond.pool import Pool  # type: ignore[import-not-found,unused-ignore]
from trytond.transaction import Transaction  # type: ignore[import-not-found,unused-ignore]

COMPANY = "Riverside Trading"
EMPLOYEE = "Waybill"
ROOT_USER = 0


def get_or_create(model: str, domain: list[Any], values: dict[str, Any]) -> Any:
    """The only record in the domain, made from the values if there is none."""
    records = Pool().get(model)
    found = records.search(domain, limit=1) or records.create([values])
    return found[0]


def make_company() -> tuple[Any, Any]:
    """A company that keeps its books in euros, and one employee."""
    euro = {"name": "Euro", "symbol": "€", "code": "EUR", "numeric_code": "978"}
    rounding = {"digits": 2, "rounding": Decimal("0.01")}
    currency = get_or_create("currency.currency", [("code", "=", "EUR")], euro | rounding)
    party = get_or_create("party.party", [("name", "=", COMPANY)], {"name": COMPANY})
    owner = [("party", "=", party.id)]
    company = get_or_create("company.company", owner, {"party": party.id, "currency": currency.id})
    person = get_or_create("party.party", [("name", "=", EMPLOYEE)], {"name": EMPLOYEE})
    employee = get_or_create(
        "company.employee",
        [("party", "=", person.id)],
        {"party": person.id, "company": company.id},
    )
    return company, employee


def make_countries() -> None:
    """Add the missing countries of ISO 3166-1."""
    country = Pool().get("country.country")
    known = {record.code for record in country.search([])}
    country.create(
        [
            {"code": item.alpha_2, "code3": item.alpha_3, "name": item.name}
            | {"code_numeric": item.numeric}
            for item in pycountry.countries
            if item.alpha_2 not in known
        ]
    )


def make_key(login: str, group: tuple[str, str], company: Any, employee: Any) -> str:
    """The key of a REST application whose user has one role with one group of rights."""
    group_id = Pool().get("ir.model.data").get_id(*group)
    role = get_or_create(
        "res.role",
        [("name", "=", login)],
        {"name": login, "groups": [("add", [group_id])]},
    )
    user = get_or_create(
        "res.user",
        [("login", "=", login)],
        {
            "name": login.title(),
            "login": login,
            "companies": [("add", [company.id])],
            "company": company.id,
            "employees": [("add", [employee.id])],
            "employee": employee.id,
            "roles": [("create", [{"role": role.id}])],
        },
    )
    application = get_or_create(
        "res.user.application",
        [("user", "=", user.id), ("application", "=", "rest"), ("state", "=", "validated")],
        {"user": user.id, "application": "rest", "state": "validated"},
    )
    return str(application.key)


def main(configuration: str, database: str, access_file: str) -> None:
    """Provision one database and write its access data."""
    config.update_etc(configuration)
    Pool.start()
    Pool(database).init()
    with Transaction().start(database, ROOT_USER):
        company, employee = make_company()
        make_countries()
        with Transaction().set_context(company=company.id):
            access = {
                "company": company.id,
                "employee": employee.id,
                "waybill_key": make_key(
                    "waybill", ("sale_opportunity", "group_opportunity"), company, employee
                ),
                "auditor_key": make_key("auditor", ("sale", "group_sale"), company, employee),
            }
    descriptor = os.open(access_file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump(access, file)


if __name__ == "__main__":
    main(*sys.argv[1:4])
