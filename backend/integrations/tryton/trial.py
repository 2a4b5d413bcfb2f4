"""The test of a connection to Tryton: what answers, who is signed in, and what it may do."""

from typing import Any

from integrations.sdk import AuthFailed, ConnectorError, InvalidInput, Problem
from integrations.tryton.api import TrytonApi
from integrations.tryton.models import TrytonConfig

_NEEDED_SERIES = "8.0"
_CREATED = {"party.party": "parties", "sale.opportunity": "opportunities", "sale.sale": "sales"}
_USER = ("user.name", "user.companies.rec_name", "user.employees.rec_name")


async def try_out(api: TrytonApi, config: TrytonConfig) -> str:
    """One sentence or two about what answers. Nothing is written.

    Raises:
        AuthFailed: the key is refused, or its user may create nothing that Waybill creates.
        InvalidInput: no such database, company or employee, or it is not Tryton.
    """
    try:
        # A user sees the keys of their own alone, so this tells who it is.
        domain = [["application", "=", "rest"]]
        keys = await api.search("res.user.application", domain, _USER, 2, for_company=False)
    except ConnectorError as error:
        if error.problem not in (Problem.WRONG_SETTINGS, Problem.NOT_THIS_SYSTEM):
            raise
        raise await _explained(error, api, config) from error
    user = keys[0].get("user") if len(keys) == 1 else None
    known = user if isinstance(user, dict) else {}
    company = _chosen(known, "companies", config.company, "company")
    if config.employee is not None:
        _chosen(known, "employees", config.employee, "employee")
    series = await api.series()
    name = known.get("name")
    signed_in = f" as {name}" if name else ""
    version = series or _NEEDED_SERIES
    return (
        f"Tryton {version} at {config.base_url}, database {config.database}, "
        f"signed in{signed_in} (company {company}).{await _rights(api)}"
    )


async def _explained(error: ConnectorError, api: TrytonApi, config: TrytonConfig) -> ConnectorError:
    """The database or the address? Tryton tells its version to everybody, so that settles it."""
    series = await api.series()
    if series is None:
        return InvalidInput(
            f"{config.base_url} does not answer as Tryton does. Check the address of the "
            f"connection: it is the server's own, without the database.",
            {"base_url": "no Tryton answers there"},
            problem=Problem.NOT_THIS_SYSTEM,
        )
    if not f"{series}.".startswith(f"{_NEEDED_SERIES}."):
        return InvalidInput(
            f"Tryton {series} answers at {config.base_url}; Waybill needs {_NEEDED_SERIES}, the "
            "first with this REST API.",
            {"base_url": f"Tryton {series} is there"},
            problem=Problem.WRONG_SETTINGS,
        )
    if error.problem is Problem.WRONG_SETTINGS:
        return InvalidInput(
            f"Tryton {series} at {config.base_url} has no database {config.database}, or does not "
            "serve it. Correct the database of the connection.",
            {"database": f"there is no {config.database}"},
            problem=Problem.WRONG_SETTINGS,
        )
    return error


def _chosen(user: dict[str, Any], field: str, number: int, setting: str) -> str:
    """The name of the user's company or employee with that number; the number if it is hidden.

    Raises InvalidInput when it is none of the user's.
    """
    theirs = user.get(field)
    if not isinstance(theirs, list):
        return str(number)
    names = {
        identifier: str(one.get("rec_name"))
        for one in theirs
        if isinstance(one, dict) and type(identifier := one.get("id")) is int
    }
    if number in names:
        return names[number]
    listed = ", ".join(f"{identifier} ({name})" for identifier, name in names.items())[:300]
    who, choice = user.get("name") or "The user of the key", listed or "none"
    raise InvalidInput(
        f"{who} does not work for {setting} {number} in "
        f"Tryton, but for: {choice}. Correct the {setting} of the connection, or give "
        "it to the user in Tryton.",
        {setting: f"choose one of: {choice}"},
        problem=Problem.WRONG_SETTINGS,
    )


async def _rights(api: TrytonApi) -> str:
    """What may be created. Raises AuthFailed if that is nothing."""
    domain = [["name", "in", list(_CREATED)]]
    found = await api.search("ir.model", domain, ("name",), len(_CREATED))
    known = {str(one.get("name")) for one in found}
    there = [name for name in _CREATED if name in known]
    rights = await api.rights(there) if there else {}
    asked = {name: rights[name] for name in there if isinstance(rights.get(name), dict)}
    may = [_CREATED[name] for name, right in asked.items() if right.get("create")]
    may_not = [words for words in _CREATED.values() if words not in may]
    if not asked:
        return ""
    if not may:
        raise AuthFailed(
            "Tryton takes the key, but its user may create neither parties nor opportunities nor "
            "sales. Give the user a role with these rights in Tryton "
            "(Administration > Users > Users).",
            problem=Problem.MISSING_RIGHTS,
        )
    created = _and(may)
    if not may_not:
        return f" It may create {created}."
    not_created = _and(may_not)
    return f" It may create {created}, but not {not_created}."


def _and(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if words[1:] else words)
