"""The QR code that leads to the verification page of a paper; as pixels, which print faster than outlines."""

import segno


def qr_uri(address: str) -> str:
    """The address as a data URI; level M survives a stamp or a fold."""
    return str(segno.make(address, error="m", micro=False).png_data_uri(border=0, scale=8))
