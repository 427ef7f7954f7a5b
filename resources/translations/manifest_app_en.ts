<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>AuditPage</name>
        <message numerus="yes">
            <source>%n entries exported to %1.</source>
            <translation>
                <numerusform>%n entry exported to %1.</numerusform>
                <numerusform>%n entries exported to %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n entries</source>
            <translation>
                <numerusform>%n entry</numerusform>
                <numerusform>%n entries</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>All %n entries are whole: every link and signature holds.</source>
            <translation>
                <numerusform>The one entry (%n) is whole: every link and signature holds.</numerusform>
                <numerusform>All %n entries are whole: every link and signature holds.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FlightPage</name>
        <message numerus="yes">
            <source>%n passenger(s)</source>
            <translation>
                <numerusform>%n passenger</numerusform>
                <numerusform>%n passengers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n passenger(s) on hold.</source>
            <translation>
                <numerusform>%n passenger on hold.</numerusform>
                <numerusform>%n passengers on hold.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) of the source are no passengers yet.</source>
            <translation>
                <numerusform>%n row of the source is no passenger yet.</numerusform>
                <numerusform>%n rows of the source are no passengers yet.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n passenger(s) screened.</source>
            <translation>
                <numerusform>%n passenger screened.</numerusform>
                <numerusform>%n passengers screened.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n on hold or off the flight.</source>
            <translation>
                <numerusform>%n on hold or off the flight.</numerusform>
                <numerusform>%n on hold or off the flight.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ImportPage</name>
        <message numerus="yes">
            <source>%n passenger(s)</source>
            <translation>
                <numerusform>%n passenger</numerusform>
                <numerusform>%n passengers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) to repair, now or after the import</source>
            <translation>
                <numerusform>%n row to repair, now or after the import</numerusform>
                <numerusform>%n rows to repair, now or after the import</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hidden thing(s) in the file</source>
            <translation>
                <numerusform>%n hidden thing in the file</numerusform>
                <numerusform>%n hidden things in the file</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n passenger(s) imported.</source>
            <translation>
                <numerusform>%n passenger imported.</numerusform>
                <numerusform>%n passengers imported.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) wait to be repaired.</source>
            <translation>
                <numerusform>%n row waits to be repaired.</numerusform>
                <numerusform>%n rows wait to be repaired.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n passenger(s) on hold because of what the list says.</source>
            <translation>
                <numerusform>%n passenger on hold because of what the list says.</numerusform>
                <numerusform>%n passengers on hold because of what the list says.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ImportRecordsPage</name>
        <message numerus="yes">
            <source>%n row(s). A row that names anyone becomes a record, even when a field of it can&apos;t be read.</source>
            <translation>
                <numerusform>%n row. A row that names anyone becomes a record, even when a field of it can&apos;t be read.</numerusform>
                <numerusform>%n rows. A row that names anyone becomes a record, even when a field of it can&apos;t be read.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) imported.</source>
            <translation>
                <numerusform>%n record imported.</numerusform>
                <numerusform>%n records imported.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n with a basis that is not known: two persons clear those.</source>
            <translation>
                <numerusform>%n with a basis that is not known: two persons clear it.</numerusform>
                <numerusform>%n with a basis that is not known: two persons clear those.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) have a fault; they are listed here.</source>
            <translation>
                <numerusform>%n row has a fault; it is listed here.</numerusform>
                <numerusform>%n rows have a fault; they are listed here.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>IncidentsPage</name>
        <message numerus="yes">
            <source>%n person(s) exposed:</source>
            <translation>
                <numerusform>%n person exposed:</numerusform>
                <numerusform>%n persons exposed:</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>JobBar</name>
        <message numerus="yes">
            <source>%n second(s) left</source>
            <translation>
                <numerusform>%n second left</numerusform>
                <numerusform>%n seconds left</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ProtectedDetails</name>
        <message numerus="yes">
            <source>Hidden again in %n second(s).</source>
            <translation>
                <numerusform>Hidden again in %n second.</numerusform>
                <numerusform>Hidden again in %n seconds.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RegistryPage</name>
        <message numerus="yes">
            <source>%n record(s)</source>
            <translation>
                <numerusform>%n record</numerusform>
                <numerusform>%n records</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReleaseTable</name>
        <message numerus="yes">
            <source>%n row(s). Nothing else is in the file: no other column, sheet, note or property.</source>
            <translation>
                <numerusform>%n row. Nothing else is in the file: no other column, sheet, note or property.</numerusform>
                <numerusform>%n rows. Nothing else is in the file: no other column, sheet, note or property.</numerusform>
            </translation>
        </message>
    </context>
</TS>
