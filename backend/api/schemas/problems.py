from __future__ import annotations

from pydantic import BaseModel, Field


class FieldProblem(BaseModel):
    """One refused field."""

    field: str = Field(description="Dotted path in the request.", examples=["data.email"])
    message: str
    line: int | None = Field(default=None, description="Of a document that was sent as text.")
    column: int | None = None


class Problem(BaseModel):
    """Problem details (RFC 9457) of every refusal and failure."""

    type: str = Field(examples=["about:blank"])
    title: str = Field(description="The kind of problem, in words.")
    status: int = Field(description="The HTTP status again.")
    detail: str = Field(description="What happened to which thing, and what to do next.")
    code: str = Field(description="The kind of problem, for programs.", examples=["not_found"])
    request_id: str = Field(description="Give this when you report the problem.")
    errors: list[FieldProblem] = Field(
        default_factory=list, description="Present when single fields were refused."
    )
