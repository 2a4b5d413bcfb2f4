"""A stored sentence is told in German by the template that fits it best."""

from __future__ import annotations

import time

import pytest

from core.sentences import read_in, told
from core.sentences.matching import LONGEST, Catalogue, Pair

REFUSED = (
    "mail.example.com refused the sign-in. Check the user name and the password of the connection."
)
TOLD = {
    f"{REFUSED} It says: 535 5.7.8 Bad credentials": (
        "mail.example.com hat die Anmeldung abgelehnt. Prüfen Sie Benutzername und Passwort der"
        " Verbindung. Antwort: 535 5.7.8 Bad credentials"
    ),
    "Mail server at mail:25 cannot be reached: connection refused. Check that it runs, and the"
    " address and the port in the connection.": (
        "Mail server unter mail:25 ist nicht erreichbar: die Verbindung wurde abgelehnt. Prüfen"
        " Sie, ob es läuft, und Adresse und Port in der Verbindung."
    ),
    "crm answered HTTP 500. It says: Out of order It may have been done there.": (
        "crm hat mit HTTP 500 geantwortet. Antwort: Out of order Es kann dort trotzdem ausgeführt"
        " worden sein."
    ),
    "Given up at its deadline. crm asks to slow down (HTTP 429).": (
        "Zum Ablauf der Frist aufgegeben. crm bittet, langsamer zu senden (HTTP 429)."
    ),
    "Tryton 8.0 at http://erp, database main, signed in as Ann (company Acme). It may create"
    " parties, opportunities and sales.": (
        "Tryton 8.0 unter http://erp, Datenbank main, angemeldet als Ann (Unternehmen Acme)."
        " Anlegen darf der Benutzer Parteien, Verkaufschancen und Verkäufe."
    ),
    "Not sent, because “Products” did not succeed.": (
        "Nicht gesendet, weil „Products“ nicht gelungen ist."
    ),
    "Nobody wrote this sentence.": "Nobody wrote this sentence.",
}


@pytest.mark.parametrize("english", TOLD)
def test_a_sentence_is_told_whole(english: str) -> None:
    assert told(english) == english
    with read_in("de"):
        assert told(english) == TOLD[english]
        assert told(told(english)) == TOLD[english]
    assert told(english) == english


def test_what_a_server_says_stays_though_it_reads_like_a_part_of_ours() -> None:
    with read_in("de"):
        assert told("crm answered HTTP 500. It says: sales") == (
            "crm hat mit HTTP 500 geantwortet. Antwort: sales"
        )


def test_the_most_literal_text_wins_and_one_place_means_one_thing() -> None:
    pairs = [
        Pair("{a} fell.", "{a} fiel."),
        Pair("{a} of {b} fell.", "{a} von {b} fiel."),
        Pair("{a} is {a}.", "{a} ist {a}."),
    ]
    catalogue = Catalogue(pairs, " und ")
    assert catalogue.tell("One of two fell.") == "One von two fiel."
    assert catalogue.tell("a is a.") == "a ist a."
    assert catalogue.tell("a is b.") == "a is b."
    assert catalogue.tell("fell.") == "fell."


@pytest.mark.parametrize("part", ["a", " (HTTP 1).", ", and ", " It may have been done there."])
def test_a_long_sentence_takes_a_moment_at_most_and_a_longer_one_stays(part: str) -> None:
    long = part * (LONGEST // len(part) + 1)
    with read_in("de"):
        began = time.perf_counter()
        told(long[:LONGEST])
        assert time.perf_counter() - began < 0.2
        assert told(long + REFUSED) == long + REFUSED
