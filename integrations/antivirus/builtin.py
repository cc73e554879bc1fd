"""A scanner for demonstrations: it knows the EICAR test file and nothing else.

Production names one that asks clamd or a scanner of its own; ``check --deploy`` warns while this one is set.
"""

from hall.files.scanning import Content, Scanner, Verdict

# The test file that every scanner recognises, kept in halves so that no scanner takes this source for it.
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}" + rb"$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


class SignatureScanner(Scanner):
    """Looks for the one signature, across the borders of the pieces it reads."""

    def scan(self, content: Content) -> Verdict:
        tail = b""
        while piece := content.read(1 << 20):
            if EICAR in tail + piece:
                return Verdict("EICAR-Test-File")
            tail = piece[-len(EICAR) :]
        return Verdict()
