"""What a list may say of a passenger, as text."""

from manifest_app.model.passenger import Identity, TravelDocument
from manifest_app.model.release import PublicPassenger


def public_passenger(identity: Identity) -> PublicPassenger:
    """What a profile may name of a passenger, as text."""
    document = identity.documents[0] if identity.documents else TravelDocument()
    return PublicPassenger(
        identity.family_name,
        identity.given_names,
        str(identity.birth_date or ""),
        identity.sex.value if identity.sex else "",
        identity.nationality,
        document.kind,
        document.number,
        document.issuer,
        str(document.expiry or ""),
    )
