from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.definition_form_in import DefinitionFormIn
from ...models.form_out import FormOut
from ...models.problem import Problem
from ...types import Response


def _get_kwargs(
    *,
    body: DefinitionFormIn,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/workflows/preview/form",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> FormOut | Problem | None:
    if response.status_code == 200:
        response_200 = FormOut.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = Problem.from_dict(response.json())

        return response_415

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

    if response.status_code == 429:
        response_429 = Problem.from_dict(response.json())

        return response_429

    if response.status_code == 500:
        response_500 = Problem.from_dict(response.json())

        return response_500

    if response.status_code == 503:
        response_503 = Problem.from_dict(response.json())

        return response_503

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[FormOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: DefinitionFormIn,
) -> Response[FormOut | Problem]:
    """The form of a definition, as a page draws it once it is published. Nothing is saved.

     Only the form and its tables are read: steps may have faults, and whether its address is free
    and its connections are there is not looked at. `422` lists the faults of the form. It has no
    logo, and `version` is 0. Live choices: `/api/v1/connections/{connection}/lists/{list_name}`.

    Args:
        body (DefinitionFormIn): A definition whose form is to be drawn. It need not be saved.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FormOut | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: DefinitionFormIn,
) -> FormOut | Problem | None:
    """The form of a definition, as a page draws it once it is published. Nothing is saved.

     Only the form and its tables are read: steps may have faults, and whether its address is free
    and its connections are there is not looked at. `422` lists the faults of the form. It has no
    logo, and `version` is 0. Live choices: `/api/v1/connections/{connection}/lists/{list_name}`.

    Args:
        body (DefinitionFormIn): A definition whose form is to be drawn. It need not be saved.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FormOut | Problem
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: DefinitionFormIn,
) -> Response[FormOut | Problem]:
    """The form of a definition, as a page draws it once it is published. Nothing is saved.

     Only the form and its tables are read: steps may have faults, and whether its address is free
    and its connections are there is not looked at. `422` lists the faults of the form. It has no
    logo, and `version` is 0. Live choices: `/api/v1/connections/{connection}/lists/{list_name}`.

    Args:
        body (DefinitionFormIn): A definition whose form is to be drawn. It need not be saved.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FormOut | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: DefinitionFormIn,
) -> FormOut | Problem | None:
    """The form of a definition, as a page draws it once it is published. Nothing is saved.

     Only the form and its tables are read: steps may have faults, and whether its address is free
    and its connections are there is not looked at. `422` lists the faults of the form. It has no
    logo, and `version` is 0. Live choices: `/api/v1/connections/{connection}/lists/{list_name}`.

    Args:
        body (DefinitionFormIn): A definition whose form is to be drawn. It need not be saved.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FormOut | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
