"""`waybill-admin doctor`: every part of an installation by itself, and what to do about it."""

from administration.doctor.examination import examine
from administration.doctor.findings import Finding, State
from administration.doctor.program import doctor_main, doctor_options, doctor_run
from administration.doctor.report import as_json

__all__ = [
    "Finding",
    "State",
    "as_json",
    "doctor_main",
    "doctor_options",
    "doctor_run",
    "examine",
]
