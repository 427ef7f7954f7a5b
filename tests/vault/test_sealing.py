"""What is sealed opens with its key at its place, and nowhere else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from manifest_app.vault.sealing import (
    STANDARD_KDF,
    STANDARD_LIMITS,
    BoxKey,
    BoxLid,
    Envelope,
    KdfParameters,
    SealBrokenError,
    SigningKey,
    derive,
    random_key,
    signature_holds,
    stretch,
)

KEY = BoxKey(bytes(range(96)))
ENVELOPE = Envelope(bytes(32))
STEPS = st.sampled_from([16, 256, 8192])


@given(payload=st.binary(max_size=2000), place=st.binary(max_size=50), step=STEPS)
def test_envelopes_open_at_their_place_only(payload: bytes, place: bytes, step: int) -> None:
    sealed = ENVELOPE.seal(payload, place, step)
    assert ENVELOPE.open(sealed, place) == payload
    for envelope, at in ((ENVELOPE, place + b"x"), (Envelope(random_key()), place)):
        with pytest.raises(SealBrokenError):
            envelope.open(sealed, at)


@settings(max_examples=20)
@given(payload=st.binary(max_size=2000), place=st.binary(max_size=50), step=STEPS)
def test_boxes_open_at_their_place_only(payload: bytes, place: bytes, step: int) -> None:
    sealed = BoxLid(KEY.lid.public).seal(payload, place, step)
    assert KEY.open(sealed, place) == payload
    for key, at in ((KEY, place + b"x"), (BoxKey.fresh(), place)):
        with pytest.raises(SealBrokenError):
            key.open(sealed, at)


@given(data=st.data(), payload=st.binary(max_size=40))
def test_one_changed_bit_breaks_a_seal(data: st.DataObject, payload: bytes) -> None:
    for seal, opens in ((ENVELOPE.seal, ENVELOPE.open), (KEY.lid.seal, KEY.open)):
        sealed = bytearray(seal(payload, b"here", 64))
        bit = data.draw(st.integers(0, len(sealed) * 8 - 1))
        sealed[bit // 8] ^= 1 << bit % 8
        with pytest.raises(SealBrokenError):
            opens(bytes(sealed), b"here")


@given(sealed=st.binary(max_size=1400))
def test_noise_never_opens_and_never_crashes(sealed: bytes) -> None:
    for opens in (ENVELOPE.open, KEY.open):
        with pytest.raises(SealBrokenError):
            opens(b"\x01" + sealed, b"")
        with pytest.raises(SealBrokenError):
            opens(sealed[1:], b"")


@given(sizes=st.tuples(st.integers(0, 250), st.integers(0, 250)))
def test_sizes_tell_steps_only(sizes: tuple[int, int]) -> None:
    for seal in (ENVELOPE.seal, KEY.lid.seal):
        short, long = (len(seal(bytes(size), b"", 256)) for size in sizes)
        assert short == long


@pytest.mark.parametrize("public", [b"", b"x" * 1215, b"\xff" * 1216])
def test_a_public_key_that_is_none(public: bytes) -> None:
    with pytest.raises(SealBrokenError):
        BoxLid(public)


def test_a_private_key_that_is_none() -> None:
    with pytest.raises(SealBrokenError):
        BoxKey(b"short")


def test_derived_keys_differ_by_purpose() -> None:
    assert len({derive(key, purpose) for key in (bytes(32), b"1" * 32) for purpose in (b"a", b"b")}) == 4


def test_keys_of_passwords_differ_by_password_and_salt() -> None:
    cost = KdfParameters(memory_kib=64, iterations=1, lanes=1)
    keys = {stretch(secret, salt, cost) for secret in ("one", "two") for salt in (b"s" * 16, b"t" * 16)}
    assert len(keys) == 4
    assert all(len(key) == 32 for key in keys)


@given(message=st.binary(max_size=100), other=st.binary(max_size=100))
def test_signatures_hold_for_their_message_only(message: bytes, other: bytes) -> None:
    key = SigningKey(bytes(range(32)))
    signature = key.sign(message)
    assert signature_holds(key.public, message, signature)
    assert signature_holds(key.public, other, signature) == (message == other)
    assert not signature_holds(SigningKey.fresh().public, message, signature)
    assert not signature_holds(b"no key", message, signature)


@pytest.mark.parametrize(
    ("cost", "allowed"),
    [
        (STANDARD_KDF, True),
        (KdfParameters(1024 * 1024, 20, 16), True),
        (KdfParameters(8, 1, 1), False),
        (KdfParameters(64 * 1024, 2, 4), False),
        (KdfParameters(2**30, 3, 4), False),
        (KdfParameters(64 * 1024, 2**31, 4), False),
        (KdfParameters(64 * 1024, 3, 2**20), False),
        (KdfParameters(-1, 3, 4), False),
    ],
)
def test_costs_have_a_floor_and_a_ceiling(cost: KdfParameters, allowed: bool) -> None:
    assert STANDARD_LIMITS.allow(cost) is allowed
