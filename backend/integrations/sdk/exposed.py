from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Exposed:
    """Marks an input of an action that is shown or logged elsewhere: no place for a secret.

    ``where``: in words, such as "the address of a request".
    """

    where: str
