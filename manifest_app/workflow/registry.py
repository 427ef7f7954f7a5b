"""The protection registry: imported, searched, corrected and ended by two persons."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from manifest_app.errors import KnownError, NotAllowedError, NotFoundError
from manifest_app.intake.bases import bases
from manifest_app.intake.corrections import corrected_identity
from manifest_app.intake.layout import Layout, Purpose
from manifest_app.intake.manifest import RowProblem
from manifest_app.intake.person import RowNote
from manifest_app.intake.records import RecordReading, read_records
from manifest_app.intake.table import HiddenThing, Table
from manifest_app.model.people import Person, Role
from manifest_app.model.progress import Progress, silent
from manifest_app.model.protection import ProtectionDetails, Record, RecordChange, RecordSource
from manifest_app.review.records import News, change_digest, news
from manifest_app.standards.names import fold
from manifest_app.standards.text import clean
from manifest_app.vault import Writer
from manifest_app.vault import imports as import_store
from manifest_app.vault import layouts as layout_store
from manifest_app.vault import registry as store
from manifest_app.vault.imports import ImportFacts
from manifest_app.workflow.importing import ImportOptions, settle_layout, source_bytes
from manifest_app.workflow.lookup import find
from manifest_app.workflow.session import SecondPerson, Session

RECORD_ROLES = (Role.SUPERVISOR, Role.OFFICER)
"""Who keeps the registry and the exposure lists."""


@dataclass(frozen=True, slots=True)
class RecordImportReport:
    """What an import of records did.

    Attributes:
        imported: Records.
        problems: Rows with a fault; a row that names anyone at all is a record in spite of it.
        hidden: What the file hides.
        unmapped: Headings without a meaning here; their cells are kept with the details.
        unknown_bases: Records whose basis could not be recognised (they count as needing two persons).
        notes: What was done to single cells: a whole name cut by a rule, invisible marks taken out.
        known: Rows that say exactly what a record in force says; they are not imported again.
        returned: Records of people whose record was ended; they hold again until two persons end them.
    """

    imported: int
    problems: tuple[RowProblem, ...]
    hidden: tuple[HiddenThing, ...]
    unmapped: tuple[str, ...]
    unknown_bases: int
    notes: tuple[RowNote, ...] = ()
    known: int = 0
    returned: int = 0


@dataclass(frozen=True, slots=True)
class RegistryRow:
    """A record, and as much of its details as this session's keys open.

    Attributes:
        record: The record.
        details: The details, or None when the keys don't open them.
        basis_name: Name of the basis; ``restricted`` when it is of a restricted class that the keys don't open; "" for
            an exposure or where nothing may be known.
    """

    record: Record
    details: ProtectionDetails | None
    basis_name: str


def preview_records(session: Session, table: Table, options: ImportOptions) -> Layout:
    """The mapping of columns that an import of records would use.

    Raises:
        IntakeError: The file can't be understood as a whole.
        QuestionError: The program would have to guess.
    """
    return settle_layout(session, table, options, Purpose.RECORDS)


def import_protection(
    session: Session,
    path: Path,
    table: Table,
    options: ImportOptions | None = None,
    *,
    progress: Progress = silent,
) -> RecordImportReport:
    """Import people into the protection registry; all of the file, or nothing.

    Raises:
        NotAllowedError: Only supervisors and privacy officers keep the registry.
        IntakeError: The file can't be understood as a whole.
        CancelledError: ``progress`` cancelled; nothing is stored.
    """
    return import_records(session, path, table, options, RecordSource.REGISTRY, session.new_id(), progress=progress)


def import_records(
    session: Session,
    path: Path,
    table: Table,
    options: ImportOptions | None,
    source: RecordSource,
    list_id: str,
    *,
    progress: Progress,
) -> RecordImportReport:
    """Import records of either source; `import_protection` and `incidents.import_list` say more."""
    session.require("import protection records or exposure lists", *RECORD_ROLES)
    options = options or ImportOptions()
    data = source_bytes(path, table)
    layout = settle_layout(session, table, options, Purpose.RECORDS)
    reading = read_records(
        table, layout, source=source, list_id=list_id, new_id=session.new_id, today=session.today, progress=progress
    )
    if not reading.records:
        raise KnownError(f"{table.file_name}: no row names a person.", "Check the mapping of the columns.")
    progress(0, None, "storing")
    details = {"problems": str(len(reading.problems))}
    action = "protection.import" if source is RecordSource.REGISTRY else "incident.import"
    with session.vault.write(action, list_id, details) as writer:
        if any(facts.sha256 == table.sha256 for facts in import_store.record_imports(writer, _shelf(source, list_id))):
            raise KnownError(f"{table.file_name} has been imported already.", "Nothing was changed.")
        found = _news(writer, reading, source, list_id)
        if found.records:
            store.add_records(writer, found.records, found.details)
        writer.note("records", str(len(found.records)))
        _keep_source(session, writer, table, reading, _shelf(source, list_id), data)
        if options.remember and options.overrides:
            layout_store.save_layout(writer, layout.fingerprint, layout.mapping())
        progress(1, 1, "storing")
    unknown = sum(one.basis == "UNK" for one in found.details) if source is RecordSource.REGISTRY else 0
    return RecordImportReport(
        len(found.records),
        reading.problems,
        table.hidden,
        reading.unmapped,
        unknown,
        reading.notes,
        found.known,
        found.returned,
    )


def _news(writer: Writer, reading: RecordReading, source: RecordSource, list_id: str) -> News:
    on_list = [
        record
        for record in store.records(writer)
        if record.source is source and (source is RecordSource.REGISTRY or record.list_id == list_id)
    ]
    opened = store.details(writer, [record.id for record in on_list])
    return news(reading.records, reading.details, on_list, opened)


def _shelf(source: RecordSource, list_id: str) -> str:
    """Imports of the registry lie together, those of an exposure list with their incident."""
    return "registry" if source is RecordSource.REGISTRY else list_id


def _keep_source(
    session: Session, writer: Writer, table: Table, reading: RecordReading, parent: str, data: bytes
) -> None:
    facts = ImportFacts(
        session.new_id(),
        parent,
        table.file_name,
        table.sha256,
        len(reading.records),
        tuple((thing.kind, thing.where, thing.what) for thing in table.hidden),
        reading.unmapped,
        session.person.name,
        session.clock(),
    )
    import_store.save_record_import(writer, facts)
    import_store.save_source(writer, facts.id, data)


def registry(session: Session, text: str = "") -> tuple[RegistryRow, ...]:
    """The registry's records, by name; with ``text`` only those whose name, A-number or document shows it.

    Raises:
        NotAllowedError: This person doesn't keep the registry.
    """
    session.require("see the protection registry", *RECORD_ROLES)
    wanted = fold(text)
    with session.vault.read() as reader:
        found = [
            record
            for record in store.records(reader)
            if record.source is RecordSource.REGISTRY and (not wanted or wanted in _searchable(record))
        ]
        found.sort(key=lambda record: (fold(record.identity.family_name), fold(record.identity.given_names), record.id))
        details = store.details(reader, [record.id for record in found])
    return tuple(registry_row(record, details) for record in found)


def _searchable(record: Record) -> str:
    identity = record.identity
    numbers = [identity.a_number, *(document.number for document in identity.documents)]
    return fold(" ".join([identity.family_name, identity.given_names, *identity.other_names, *numbers]))


def registry_row(record: Record, details: Mapping[str, ProtectionDetails]) -> RegistryRow:
    """A record beside what the session's keys open of it."""
    known = details.get(record.id)
    if known is None:
        return RegistryRow(record, None, "restricted" if record.restricted else "")
    table = bases()
    return RegistryRow(record, known, table[known.basis].name if known.basis in table else known.basis)


def find_record(session: Session, key: str, source: RecordSource | None = None) -> Record:
    """The record of an id or of its beginning; with ``source`` only among the registry's, or the exposure lists'.

    Raises:
        NotFoundError: None, or more than one.
        NotAllowedError: The keys don't open the registry.
    """
    with session.vault.read() as reader:
        found = [record for record in store.records(reader) if source in (None, record.source)]
    return find(found, key, "incident" if source is RecordSource.EXPOSURE else "protection")


def correct_record(
    session: Session, record_id: str, values: Mapping[str, str], reason: str, second: SecondPerson
) -> Record:
    """Correct the identity of a record of either source: field key -> text. Supervisor and privacy officer together.

    Raises:
        KnownError: A value can't be read, or the reason is missing.
        NotAllowedError: Not a supervisor and a privacy officer.
        NotFoundError: No such record.
    """
    record = find_record(session, record_id)
    identity = corrected_identity(record.identity, values, today=session.today)
    return _two_persons(
        session, replace(record, identity=identity, version=record.version + 1), reason, second, "correct"
    )


def end_record(session: Session, record_id: str, reason: str, second: SecondPerson) -> Record:
    """End a record: it raises no finding any more, and stays readable. Two persons, as `correct_record`.

    Raises:
        KnownError: It has ended already, or the reason is missing.
        NotAllowedError: Not a supervisor and a privacy officer.
        NotFoundError: No such record.
    """
    record = find_record(session, record_id)
    if record.ended:
        raise KnownError("This record has ended already.")
    return _two_persons(session, replace(record, ended=True, version=record.version + 1), reason, second, "end")


def _two_persons(session: Session, record: Record, reason: str, second: SecondPerson, what: str) -> Record:
    session.require(f"{what} a record", *RECORD_ROLES)
    text = clean(reason)
    if not text:
        raise KnownError(f"To {what} a record takes a reason.", "Give one.")
    other = session.countersigner(second)
    _supervisor_and_officer(session.person, other.person)
    change = RecordChange(record, text, session.person.name, other.person.name, session.clock())
    digest = change_digest(change)
    signed = replace(change, signatures=(session.vault.sign("record", digest), other.sign("record", digest)))
    kept = "protection" if record.source is RecordSource.REGISTRY else "incident"
    with session.vault.write(f"{kept}.{what}", record.id, {"second": other.person.name}) as writer:
        _still(writer, record)
        store.update_record(writer, record)
        store.save_change(writer, signed)
    return record


def _supervisor_and_officer(*persons: Person) -> None:
    roles = {person.role for person in persons}
    if not roles <= set(RECORD_ROLES) or Role.OFFICER not in roles:
        raise NotAllowedError(
            "A record is corrected or ended by two persons, one of them a privacy officer.",
            "Name a privacy officer as the second person.",
        )


def _still(writer: Writer, changed: Record) -> None:
    current = next((record for record in store.records(writer) if record.id == changed.id), None)
    if current is None:
        raise NotFoundError("There is no such record any more.")
    if current.version != changed.version - 1:
        raise KnownError("Somebody else changed this record meanwhile.", "Look at it again.")
