"""The only module that calls the cryptographic library. Nothing here is a construction of our own.

Profile ``standard-1``: Argon2id (RFC 9106) for passwords, HKDF-SHA256 (RFC 5869) for derived keys, AES-256-GCM
(SP 800-38D) for envelopes, HPKE (RFC 9180) with ML-KEM-768 + X25519 for boxes, Ed25519 (RFC 8032) for signatures.
Every sealed value starts with a version byte and holds a padded payload, so that its size tells steps and not content.
"""

import hashlib
import os
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import (
    AEAD,
    KDF,
    KEM,
    MLKEM768X25519PrivateKey,
    MLKEM768X25519PublicKey,
    Suite,
)
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

KEY_BYTES = 32
SALT_BYTES = 16
_NONCE_BYTES = 12
_LENGTH_BYTES = 4
_VERSION = b"\x01"
_MLKEM_SEED_BYTES = 64
_MLKEM_PUBLIC_BYTES = 1184
_X25519_BYTES = 32
_SUITE = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


class SealBrokenError(Exception):
    """A seal does not open: it was made for another key or another place, or it was changed. For this room only."""


@dataclass(frozen=True, slots=True)
class KdfParameters:
    """Cost of turning a password into a key with Argon2id (RFC 9106).

    Attributes:
        memory_kib: Memory in KiB.
        iterations: Passes over the memory.
        lanes: Degree of parallelism.
    """

    memory_kib: int
    iterations: int
    lanes: int


@dataclass(frozen=True, slots=True)
class KdfLimits:
    """What an opened vault may ask for: below the floor a stolen file is soon guessed, above the ceiling is a bomb."""

    floor: KdfParameters
    ceiling: KdfParameters

    def allow(self, asked: KdfParameters) -> bool:
        """Whether every cost lies between floor and ceiling."""
        return all(
            low <= value <= high
            for low, value, high in (
                (self.floor.memory_kib, asked.memory_kib, self.ceiling.memory_kib),
                (self.floor.iterations, asked.iterations, self.ceiling.iterations),
                (self.floor.lanes, asked.lanes, self.ceiling.lanes),
            )
        )


STANDARD_KDF = KdfParameters(memory_kib=64 * 1024, iterations=3, lanes=4)
"""RFC 9106 section 4, second recommended option."""

STANDARD_LIMITS = KdfLimits(
    floor=KdfParameters(memory_kib=64 * 1024, iterations=3, lanes=1),
    ceiling=KdfParameters(memory_kib=1024 * 1024, iterations=20, lanes=16),
)


def random_key() -> bytes:
    """A fresh key of 32 random bytes."""
    return os.urandom(KEY_BYTES)


def random_salt() -> bytes:
    """A fresh salt of 16 random bytes."""
    return os.urandom(SALT_BYTES)


def random_id() -> str:
    """A fresh random id of 32 hex digits."""
    return os.urandom(16).hex()


def sha256(data: bytes) -> bytes:
    """SHA-256 of ``data``, 32 bytes."""
    return hashlib.sha256(data).digest()


def derive(key: bytes, purpose: bytes) -> bytes:
    """A key of 32 bytes for one purpose, from a uniformly random key (HKDF-Expand, SHA-256)."""
    return HKDFExpand(hashes.SHA256(), KEY_BYTES, b"manifest-app\0" + purpose).derive(key)


def stretch(password: str, salt: bytes, cost: KdfParameters) -> bytes:
    """The 32-byte key of a password (Argon2id over its UTF-8 bytes)."""
    kdf = Argon2id(
        salt=salt, length=KEY_BYTES, iterations=cost.iterations, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    return kdf.derive(password.encode())


def _pad(payload: bytes, step: int) -> bytes:
    framed = len(payload).to_bytes(_LENGTH_BYTES, "big") + payload
    return framed + bytes(-len(framed) % step)


def _unpad(framed: bytes) -> bytes:
    length = int.from_bytes(framed[:_LENGTH_BYTES], "big")
    if len(framed) < _LENGTH_BYTES or length > len(framed) - _LENGTH_BYTES:
        raise SealBrokenError
    return framed[_LENGTH_BYTES : _LENGTH_BYTES + length]


class Envelope:
    """Seals payloads with one symmetric key (AES-256-GCM, a random nonce each)."""

    __slots__ = ("_cipher",)

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(key)

    def seal(self, payload: bytes, place: bytes, step: int) -> bytes:
        """Seal ``payload``, padded to a multiple of ``step`` bytes, so that it opens at ``place`` only."""
        nonce = os.urandom(_NONCE_BYTES)
        return _VERSION + nonce + self._cipher.encrypt(nonce, _pad(payload, step), place)

    def open(self, sealed: bytes, place: bytes) -> bytes:
        """The payload.

        Raises:
            SealBrokenError: Another key, another place, or changed bytes.
        """
        if sealed[:1] != _VERSION:
            raise SealBrokenError
        nonce, body = sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :]
        try:
            return _unpad(self._cipher.decrypt(nonce, body, place))
        except (InvalidTag, ValueError) as error:
            raise SealBrokenError from error


class BoxLid:
    """The public half of a box: whoever has it can put something in and can't look inside (HPKE, base mode)."""

    __slots__ = ("_key", "public")

    def __init__(self, public: bytes) -> None:
        if len(public) != _MLKEM_PUBLIC_BYTES + _X25519_BYTES:
            raise SealBrokenError
        self.public = public
        try:
            self._key = MLKEM768X25519PublicKey(
                MLKEM768PublicKey.from_public_bytes(public[:_MLKEM_PUBLIC_BYTES]),
                X25519PublicKey.from_public_bytes(public[_MLKEM_PUBLIC_BYTES:]),
            )
        except ValueError as error:
            raise SealBrokenError from error

    def seal(self, payload: bytes, place: bytes, step: int) -> bytes:
        """Seal ``payload``, padded to a multiple of ``step`` bytes, so that it opens at ``place`` only."""
        return _VERSION + _SUITE.encrypt(_pad(payload, step), self._key, info=place)


class BoxKey:
    """The private half of a box."""

    __slots__ = ("_key", "lid", "private")

    def __init__(self, private: bytes) -> None:
        if len(private) != _MLKEM_SEED_BYTES + _X25519_BYTES:
            raise SealBrokenError
        self.private = private
        kem = MLKEM768PrivateKey.from_seed_bytes(private[:_MLKEM_SEED_BYTES])
        curve = X25519PrivateKey.from_private_bytes(private[_MLKEM_SEED_BYTES:])
        self._key = MLKEM768X25519PrivateKey(kem, curve)
        self.lid = BoxLid(kem.public_key().public_bytes_raw() + curve.public_key().public_bytes_raw())

    @classmethod
    def fresh(cls) -> "BoxKey":
        """A new random pair."""
        return cls(os.urandom(_MLKEM_SEED_BYTES + _X25519_BYTES))

    def open(self, sealed: bytes, place: bytes) -> bytes:
        """The payload.

        Raises:
            SealBrokenError: Another key, another place, or changed bytes.
        """
        if sealed[:1] != _VERSION:
            raise SealBrokenError
        try:
            return _unpad(_SUITE.decrypt(sealed[1:], self._key, info=place))
        except (InvalidTag, ValueError) as error:
            raise SealBrokenError from error


class SigningKey:
    """A person's Ed25519 key."""

    __slots__ = ("_key", "private", "public")

    def __init__(self, private: bytes) -> None:
        self.private = private
        self._key = Ed25519PrivateKey.from_private_bytes(private)
        self.public = self._key.public_key().public_bytes_raw()

    @classmethod
    def fresh(cls) -> "SigningKey":
        """A new random key."""
        return cls(random_key())

    def sign(self, message: bytes) -> bytes:
        """The signature, 64 bytes."""
        return self._key.sign(message)


def signature_holds(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether the owner of ``public`` signed exactly ``message``."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
