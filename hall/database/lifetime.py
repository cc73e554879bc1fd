"""From the first process that needs the server to the last that leaves: one starts it, one stops it."""

import atexit

from hall.database import clusters, servers
from hall.database.binaries import fitting
from hall.database.leases import Lease, alone
from hall.database.places import Place, here

_leases: dict[Place, Lease] = {}


def bring_up(place: Place | None = None) -> Place:
    """Make sure the server serves and stays while this process lives; nearly free when it is up already."""
    place = place or here()
    _ensure_lease(place)
    if not servers.answers(place):
        with alone(place.home / "start.lock"):
            _ensure_server(place)
    return place


def _ensure_lease(place: Place) -> None:
    if place in _leases:
        return
    clusters.prepare(place)
    _leases[place] = Lease(place.home / "use.lock")
    atexit.register(take_down, place)


def _ensure_server(place: Place) -> None:
    """Asked again under the lock: whoever held it before us has probably started the server."""
    if servers.answers(place):
        return
    binaries = fitting(place)
    if not place.data.exists():
        clusters.create(place, binaries)
    if not place.sockets.exists():  # something swept /tmp
        servers.stop(place)
        clusters.prepare(place)
    servers.start(place, binaries)


def take_down(place: Place | None = None) -> None:
    """Leave the server; the last to leave stops it, so that no process stays behind."""
    place = place or here()
    if place not in _leases:
        return
    with _leases.pop(place).ending() as last:
        if last:
            servers.stop(place)
