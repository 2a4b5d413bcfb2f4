from __future__ import annotations

from psycopg.conninfo import conninfo_to_dict

from dev.environment import stack_variables
from dev.processes.ports import PREFERRED
from dev.stores import postgres
from dev.stores.services import Services

SERVICES = Services("postgresql://db", "postgresql://admin", "redis://r")


def test_a_password_with_special_characters_survives_the_address() -> None:
    address = postgres.url("waybill", "p@ss:/?#", 5432, "waybill")
    assert conninfo_to_dict(address)["password"] == "p@ss:/?#"


def test_processes_are_not_told_the_stores_own_passwords() -> None:
    secrets = {"POSTGRES_PASSWORD": "a", "VALKEY_PASSWORD": "b", "WAYBILL_SECRET_KEY": "c"}
    variables = stack_variables(SERVICES, secrets, PREFERRED)
    assert "POSTGRES_PASSWORD" not in variables
    assert "VALKEY_PASSWORD" not in variables
    assert variables["WAYBILL_SECRET_KEY"] == "c"


def test_delivery_may_reach_the_demo_systems_and_nothing_else_here() -> None:
    variables = stack_variables(SERVICES, {}, PREFERRED)
    allowed = variables["WAYBILL_EGRESS_ALLOW"].split(",")
    assert f"127.0.0.1:{PREFERRED['TRYTON_PORT']}" in allowed
    assert f"127.0.0.1:{PREFERRED['API_PORT']}" not in allowed
