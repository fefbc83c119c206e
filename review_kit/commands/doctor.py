"""`review-kit doctor`: look at network, proxy, certificates, clock and files."""

import argparse
from pathlib import Path

from review_kit.commands.shared import DONE


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the others."""
    doctor = commands.add_parser("doctor", help="look at network, proxy, certificates, clock and files")
    doctor.add_argument("register", nargs="?", type=Path, default=Path("offer_register.xlsx"))
    doctor.set_defaults(run=_doctor)


def _doctor(options: argparse.Namespace) -> int:
    from review_kit import doctor
    for line in doctor.examine(options.register):
        print(line)
    return DONE
