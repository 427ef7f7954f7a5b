<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
    <context>
        <name>AddPersonDialog</name>
        <message>
            <source>The person gets the keys of the role, and should change the first password at once.</source>
            <translation>La persona recibe las claves de la función y debería cambiar enseguida la primera contraseña.</translation>
        </message>
        <message>
            <source>Add a person</source>
            <translation>Añadir una persona</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Añadir</translation>
        </message>
        <message>
            <source>&amp;Name:</source>
            <translation>&amp;Nombre:</translation>
        </message>
        <message>
            <source>R&amp;ole:</source>
            <translation>F&amp;unción:</translation>
        </message>
        <message>
            <source>15 characters or more; not common, and not the name</source>
            <translation>15 caracteres o más; que no sea común ni el nombre</translation>
        </message>
        <message>
            <source>&amp;First password:</source>
            <translation>&amp;Primera contraseña:</translation>
        </message>
        <message>
            <source>The same &amp;again:</source>
            <translation>La misma otra &amp;vez:</translation>
        </message>
        <message>
            <source>Give the person&apos;s name.</source>
            <translation>Escriba el nombre de la persona.</translation>
        </message>
    </context>
    <context>
        <name>AgreeDialog</name>
        <message>
            <source>As agreed with this recipient, in capitals, digits and spaces. Name general offices, never a person.</source>
            <translation>Lo acordado con este destinatario, en mayúsculas, cifras y espacios. Nombre oficinas generales, nunca a una persona.</translation>
        </message>
        <message>
            <source>Passenger list messages (PAXLST)</source>
            <translation>Mensajes de lista de pasajeros (PAXLST)</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>Guardarlo</translation>
        </message>
        <message>
            <source>This &amp;office is called:</source>
            <translation>Esta &amp;oficina se llama:</translation>
        </message>
        <message>
            <source>The &amp;recipient is called:</source>
            <translation>El &amp;destinatario se llama:</translation>
        </message>
        <message>
            <source>&amp;Questions go to:</source>
            <translation>&amp;Preguntas a:</translation>
        </message>
        <message>
            <source>&amp;Edition:</source>
            <translation>&amp;Edición:</translation>
        </message>
        <message>
            <source>&amp;Characters:</source>
            <translation>&amp;Caracteres:</translation>
        </message>
        <message>
            <source>Name this office, the recipient, and who answers questions.</source>
            <translation>Nombre esta oficina, el destinatario y quién responde a las preguntas.</translation>
        </message>
    </context>
    <context>
        <name>AuditPage</name>
        <message>
            <source>Audit log</source>
            <translation>Registro de auditoría</translation>
        </message>
        <message>
            <source>The log is being read.</source>
            <translation>Se está leyendo el registro.</translation>
        </message>
        <message>
            <source>Entries of the log, newest first</source>
            <translation>Entradas del registro, primero la más reciente</translation>
        </message>
        <message>
            <source>Filter the log</source>
            <translation>Filtrar el registro</translation>
        </message>
        <message>
            <source>Who, what, or a word of the details</source>
            <translation>Quién, qué o una palabra de los detalles</translation>
        </message>
        <message>
            <source>Head of the log</source>
            <translation>Cabeza del registro</translation>
        </message>
        <message>
            <source>&amp;Filter:</source>
            <translation>&amp;Filtro:</translation>
        </message>
        <message>
            <source>Reading the log</source>
            <translation>Leyendo el registro</translation>
        </message>
        <message>
            <source>Verifying the log</source>
            <translation>Verificando el registro</translation>
        </message>
        <message>
            <source>Export the log</source>
            <translation>Exportar el registro</translation>
        </message>
        <message>
            <source>JSON lines (*.jsonl)</source>
            <translation>Líneas JSON (*.jsonl)</translation>
        </message>
        <message numerus="yes">
            <source>%n entries exported to %1.</source>
            <translation>
                <numerusform>%n entrada exportada a %1.</numerusform>
                <numerusform>%n entradas exportadas a %1.</numerusform>
            </translation>
        </message>
        <message>
            <source>Exporting the log</source>
            <translation>Exportando el registro</translation>
        </message>
        <message>
            <source>Head of the log: entry %(entry)s, %(words)s. Write it down elsewhere: a log that was cut short has another.</source>
            <translation>Cabeza del registro: entrada %(entry)s, %(words)s. Anótela en otro lugar: un registro recortado tiene otra.</translation>
        </message>
        <message numerus="yes">
            <source>%n entries</source>
            <translation>
                <numerusform>%n entrada</numerusform>
                <numerusform>%n entradas</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>All %n entries are whole: every link and signature holds.</source>
            <translation>
                <numerusform>La única entrada (%n) está íntegra: cada enlace y cada firma valen.</numerusform>
                <numerusform>Las %n entradas están íntegras: cada enlace y cada firma valen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Stop work in this vault, and tell the privacy officer.</source>
            <translation>Deje de trabajar en esta bóveda y avise al responsable de privacidad.</translation>
        </message>
        <message>
            <source>Write the log into a new file, one entry a line.</source>
            <translation>Escribir el registro en un archivo nuevo, una entrada por línea.</translation>
        </message>
        <message>
            <source>Check every link and every signature of the log.</source>
            <translation>Revisar cada enlace y cada firma del registro.</translation>
        </message>
        <message>
            <source>&amp;Export...</source>
            <translation>&amp;Exportar...</translation>
        </message>
        <message>
            <source>&amp;Verify</source>
            <translation>&amp;Verificar</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>N.º</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Cuándo</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Quién</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Qué</translation>
        </message>
        <message>
            <source>On</source>
            <translation>Sobre</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Detalles</translation>
        </message>
    </context>
    <context>
        <name>Banner</name>
        <message>
            <source>Close this message</source>
            <translation>Cerrar este mensaje</translation>
        </message>
    </context>
    <context>
        <name>CallSheetDialog</name>
        <message>
            <source>Call sheet</source>
            <translation>Hoja de llamadas</translation>
        </message>
        <message>
            <source>The call sheet as it is printed</source>
            <translation>La hoja de llamadas tal como se imprime</translation>
        </message>
        <message>
            <source>&amp;Print...</source>
            <translation>&amp;Imprimir...</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Imprimir</translation>
        </message>
        <message>
            <source>&amp;Save...</source>
            <translation>&amp;Guardar...</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Guardar</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Save the call sheet</source>
            <translation>Guardar la hoja de llamadas</translation>
        </message>
        <message>
            <source>Text (*.txt)</source>
            <translation>Texto (*.txt)</translation>
        </message>
        <message>
            <source>Saving the call sheet</source>
            <translation>Guardando la hoja de llamadas</translation>
        </message>
        <message>
            <source>Saved: %s</source>
            <translation>Guardado: %s</translation>
        </message>
    </context>
    <context>
        <name>CancelFlightDialog</name>
        <message>
            <source>No list of flight %s can be released any more. Nothing of it is deleted.</source>
            <translation>Ya no se podrá entregar ninguna lista del vuelo %s. No se borra nada de él.</translation>
        </message>
        <message>
            <source>Cancel a flight</source>
            <translation>Cancelar un vuelo</translation>
        </message>
        <message>
            <source>Cancel the flight</source>
            <translation>Cancelar el vuelo</translation>
        </message>
        <message>
            <source>&amp;Reason:</source>
            <translation>&amp;Motivo:</translation>
        </message>
        <message>
            <source>Give the reason.</source>
            <translation>Indique el motivo.</translation>
        </message>
    </context>
    <context>
        <name>CheckPage</name>
        <message>
            <source>Check a file</source>
            <translation>Comprobar un archivo</translation>
        </message>
        <message>
            <source>Paste what you are about to &amp;say:</source>
            <translation>Pegue lo que está a punto de &amp;decir:</translation>
        </message>
        <message>
            <source>Places that keep it from leaving</source>
            <translation>Lugares que impiden que salga</translation>
        </message>
        <message>
            <source>Nothing is checked yet</source>
            <translation>Todavía no se ha comprobado nada</translation>
        </message>
        <message>
            <source>Anything that leaves the office can tell who asked for protection. Check it first.</source>
            <translation>Todo lo que sale de la oficina puede delatar a quien pidió protección. Compruébelo antes.</translation>
        </message>
        <message>
            <source>The text in the box</source>
            <translation>El texto del cuadro</translation>
        </message>
        <message>
            <source>Checking the file</source>
            <translation>Comprobando el archivo</translation>
        </message>
        <message>
            <source>Files that were checked, the worst first</source>
            <translation>Archivos comprobados, el peor primero</translation>
        </message>
        <message>
            <source>Checking the text</source>
            <translation>Comprobando el texto</translation>
        </message>
        <message>
            <source>Text (*.txt);;For a program (*.json)</source>
            <translation>Texto (*.txt);;Para un programa (*.json)</translation>
        </message>
        <message>
            <source>Save the report</source>
            <translation>Guardar el informe</translation>
        </message>
        <message>
            <source>Saving the report</source>
            <translation>Guardando el informe</translation>
        </message>
        <message>
            <source>Saved: %s</source>
            <translation>Guardado: %s</translation>
        </message>
        <message>
            <source>Checking...</source>
            <translation>Comprobando...</translation>
        </message>
        <message>
            <source>&amp;Choose files...</source>
            <translation>&amp;Elegir archivos...</translation>
        </message>
        <message>
            <source>Check files before they leave the office; you can also drop or paste them on this page</source>
            <translation>Comprobar archivos antes de que salgan de la oficina; también puede soltarlos o pegarlos en esta página</translation>
        </message>
        <message>
            <source>Check the &amp;text</source>
            <translation>Comprobar el &amp;texto</translation>
        </message>
        <message>
            <source>Check what stands in the box before you send it or say it</source>
            <translation>Comprobar lo que está en el cuadro antes de enviarlo o decirlo</translation>
        </message>
        <message>
            <source>Copy every place as text: where and by which way, nothing of what stands there</source>
            <translation>Copiar cada lugar como texto: dónde y por qué vía, nada de lo que dice allí</translation>
        </message>
        <message>
            <source>C&amp;opy the places</source>
            <translation>C&amp;opiar los lugares</translation>
        </message>
        <message>
            <source>Save what was found as a file, beside the file that was checked for instance</source>
            <translation>Guardar lo hallado como archivo, por ejemplo junto al archivo comprobado</translation>
        </message>
        <message>
            <source>Sa&amp;ve the report...</source>
            <translation>G&amp;uardar el informe...</translation>
        </message>
        <message>
            <source>Drop files or folders here that are about to leave.</source>
            <translation>Suelte aquí archivos o carpetas que van a salir.</translation>
        </message>
        <message>
            <source>Files: %s</source>
            <translation>Archivos: %s</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Resultado</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Archivo</translation>
        </message>
        <message>
            <source>Checking the files</source>
            <translation>Comprobando los archivos</translation>
        </message>
        <message>
            <source>Looking for files</source>
            <translation>Buscando archivos</translation>
        </message>
    </context>
    <context>
        <name>Checks</name>
        <message>
            <source>Every hold is decided and screening is current</source>
            <translation>Todas las retenciones están decididas y la comprobación está al día</translation>
        </message>
        <message>
            <source>Compared with every list of this flight that the recipient can have</source>
            <translation>Comparada con cada lista de este vuelo que el destinatario puede tener</translation>
        </message>
        <message>
            <source>The whole source is on the list or decided</source>
            <translation>Toda la fuente está en la lista o decidida</translation>
        </message>
        <message>
            <source>No value discloses by itself</source>
            <translation>Ningún valor delata algo por sí mismo</translation>
        </message>
        <message>
            <source>The file, read back by an independent reader, holds the table and nothing else</source>
            <translation>El archivo, releído por un lector independiente, contiene la tabla y nada más</translation>
        </message>
        <message>
            <source>Passed</source>
            <translation>Superado</translation>
        </message>
        <message>
            <source>Not passed</source>
            <translation>No superado</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Resultado</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Comprobación</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Motivo</translation>
        </message>
    </context>
    <context>
        <name>Compared</name>
        <message>
            <source>Nobody who gets this list has an earlier one of this flight.</source>
            <translation>Nadie que recibe esta lista tiene una anterior de este vuelo.</translation>
        </message>
        <message>
            <source>No passenger is gone or new.</source>
            <translation>Ningún pasajero falta ni es nuevo.</translation>
        </message>
        <message>
            <source>The last had another profile or file format.</source>
            <translation>La última tenía otro perfil u otro formato de archivo.</translation>
        </message>
        <message>
            <source>This list needs a privacy officer before it can leave.</source>
            <translation>Esta lista necesita a un responsable de privacidad antes de salir.</translation>
        </message>
        <message>
            <source>What an earlier list showed was not kept, so nobody can say what this one tells beside it.</source>
            <translation>No se guardó lo que mostraba una lista anterior, así que nadie puede decir qué revela esta junto a ella.</translation>
        </message>
        <message>
            <source>What was told about lists of this flight contradicts itself, or can&apos;t be worked out.</source>
            <translation>Lo que se dijo de las listas de este vuelo se contradice o no se puede calcular.</translation>
        </message>
        <message>
            <source>Earlier lists of this flight that this recipient has, or one that shares with it: %s.</source>
            <translation>Listas anteriores de este vuelo que tiene este destinatario, o uno que comparte con él: %s.</translation>
        </message>
        <message>
            <source>The last has %s passengers, the new list %s.</source>
            <translation>La última tiene %s pasajeros, la lista nueva %s.</translation>
        </message>
        <message>
            <source>What %s of them said was not kept, so they can&apos;t be compared.</source>
            <translation>De %s de ellas no se guardó lo que decían, así que no se pueden comparar.</translation>
        </message>
        <message>
            <source>Gone: %s. New: %s.</source>
            <translation>Faltan: %s. Nuevos: %s.</translation>
        </message>
        <message>
            <source>Passengers with another row number than before: %s, in another order.</source>
            <translation>Pasajeros con otro número de fila que antes: %s, en otro orden.</translation>
        </message>
        <message>
            <source>Passengers with another row number than before: %s.</source>
            <translation>Pasajeros con otro número de fila que antes: %s.</translation>
        </message>
        <message>
            <source>Rows of the source with an open problem, not on this list: %s.</source>
            <translation>Filas de la fuente con un problema abierto, que no están en esta lista: %s.</translation>
        </message>
        <message>
            <source>%s of them protected (%s %%; among all %s %%). The rule asks for at least %s others, and at most %s times the share among all. The recipient can tell.</source>
            <translation>%s de ellos protegidos (%s %%; entre todos %s %%). La regla pide al menos %s más, y como mucho %s veces la parte entre todos. El destinatario puede notarlo.</translation>
        </message>
        <message>
            <source>Passengers gone: %s,</source>
            <translation>Pasajeros que faltan: %s,</translation>
        </message>
        <message>
            <source>Passengers new: %s,</source>
            <translation>Pasajeros nuevos: %s,</translation>
        </message>
        <message>
            <source>From what was told, the recipient can be certain about this many passengers: %s.</source>
            <translation>Por lo que se dijo, el destinatario puede estar seguro de tantos pasajeros: %s.</translation>
        </message>
        <message>
            <source>Row %(row)s says something else: %(fields)s.</source>
            <translation>La fila %(row)s dice otra cosa: %(fields)s.</translation>
        </message>
    </context>
    <context>
        <name>Comparison</name>
        <message>
            <source>%1: %2. It carries no weight.</source>
            <translation>%1: %2. No tiene peso.</translation>
        </message>
        <message>
            <source>%1: %2. It %3 (%4 bits).</source>
            <translation>%1: %2. %3 (%4 bits).</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>Campo</translation>
        </message>
        <message>
            <source>Passenger</source>
            <translation>Pasajero</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>Registro</translation>
        </message>
        <message>
            <source>Comparison</source>
            <translation>Comparación</translation>
        </message>
        <message>
            <source>Bits</source>
            <translation>Bits</translation>
        </message>
    </context>
    <context>
        <name>ComparisonView</name>
        <message>
            <source>Passenger and record, field by field</source>
            <translation>Pasajero y registro, campo por campo</translation>
        </message>
        <message>
            <source>What the chosen field says</source>
            <translation>Lo que dice el campo elegido</translation>
        </message>
        <message>
            <source>Choose a line to read what it says.</source>
            <translation>Elija una línea para leer lo que dice.</translation>
        </message>
    </context>
    <context>
        <name>ContactDialog</name>
        <message>
            <source>Write down what was said by both sides, also what should not have been said: it can&apos;t be taken back, and must be known. It is sealed; supervisors and privacy officers read it.</source>
            <translation>Anote lo que dijeron ambas partes, también lo que no se debió decir: no se puede retirar y hay que saberlo. Queda sellado; lo leen supervisores y responsables de privacidad.</translation>
        </message>
        <message>
            <source>Record a contact about %s</source>
            <translation>Anotar un contacto sobre %s</translation>
        </message>
        <message>
            <source>Record it</source>
            <translation>Anotarlo</translation>
        </message>
        <message>
            <source>&amp;With:</source>
            <translation>&amp;Con:</translation>
        </message>
        <message>
            <source>&amp;How:</source>
            <translation>C&amp;ómo:</translation>
        </message>
        <message>
            <source>What was &amp;said:</source>
            <translation>Qué se &amp;dijo:</translation>
        </message>
        <message>
            <source>Was anything told about how many people of a list?</source>
            <translation>¿Se dijo algo de cuántas personas de una lista?</translation>
        </message>
        <message>
            <source>Choose with whom.</source>
            <translation>Elija con quién.</translation>
        </message>
        <message>
            <source>Write down what was said, in a few words.</source>
            <translation>Anote lo que se dijo, en pocas palabras.</translation>
        </message>
        <message>
            <source>What was told of a list is a number, or one of: none, some, all.</source>
            <translation>Lo que se dijo de una lista es un número, o una de estas palabras: ninguna, algunas, todas.</translation>
        </message>
        <message>
            <source>&amp;It was just now:</source>
            <translation>Fue a&amp;hora mismo:</translation>
        </message>
        <message>
            <source>W&amp;hen:</source>
            <translation>C&amp;uándo:</translation>
        </message>
        <message>
            <source>List %(number)s (passengers: %(count)s):</source>
            <translation>Lista %(number)s (pasajeros: %(count)s):</translation>
        </message>
        <message>
            <source>Nothing was told of it</source>
            <translation>No se dijo nada de ella</translation>
        </message>
        <message>
            <source>They have no list of this flight.</source>
            <translation>No tienen ninguna lista de este vuelo.</translation>
        </message>
    </context>
    <context>
        <name>Contacts</name>
        <message>
            <source>When</source>
            <translation>Cuándo</translation>
        </message>
        <message>
            <source>With</source>
            <translation>Con</translation>
        </message>
        <message>
            <source>How</source>
            <translation>Cómo</translation>
        </message>
        <message>
            <source>By</source>
            <translation>Por</translation>
        </message>
        <message>
            <source>Told of a list</source>
            <translation>Dicho de una lista</translation>
        </message>
        <message>
            <source>What was said</source>
            <translation>Qué se dijo</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>Llamada</translation>
        </message>
        <message>
            <source>Mail</source>
            <translation>Correo</translation>
        </message>
        <message>
            <source>Meeting</source>
            <translation>Reunión</translation>
        </message>
        <message>
            <source>none</source>
            <translation>ninguna</translation>
        </message>
        <message>
            <source>some</source>
            <translation>algunas</translation>
        </message>
        <message>
            <source>all</source>
            <translation>todas</translation>
        </message>
        <message>
            <source>Sealed</source>
            <translation>Sellado</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>Nada</translation>
        </message>
        <message>
            <source>What %s was told contradicts itself, or can&apos;t be worked out.</source>
            <translation>Lo que se dijo a %s se contradice o no se puede calcular.</translation>
        </message>
        <message>
            <source>From what was told, %(name)s can be certain about this many passengers: %(people)s.</source>
            <translation>Por lo que se dijo, %(name)s puede estar seguro de tantos pasajeros: %(people)s.</translation>
        </message>
        <message>
            <source>%s was told something, and can be certain of nobody by that alone.</source>
            <translation>A %s se le dijo algo, y solo por eso no puede estar seguro de nadie.</translation>
        </message>
        <message>
            <source>list %(number)s: %(how_many)s</source>
            <translation>lista %(number)s: %(how_many)s</translation>
        </message>
    </context>
    <context>
        <name>ContactsPage</name>
        <message>
            <source>Contacts</source>
            <translation>Contactos</translation>
        </message>
        <message>
            <source>Calls and mails about this flight</source>
            <translation>Llamadas y correos sobre este vuelo</translation>
        </message>
        <message>
            <source>Reading the contacts</source>
            <translation>Leyendo los contactos</translation>
        </message>
        <message>
            <source>Making the call sheet</source>
            <translation>Preparando la hoja de llamadas</translation>
        </message>
        <message>
            <source>Contacts about %(flight)s, %(day)s</source>
            <translation>Contactos sobre %(flight)s, %(day)s</translation>
        </message>
        <message>
            <source>A contact is with somebody who receives lists, and there is nobody yet.</source>
            <translation>Un contacto es con alguien que recibe listas, y todavía no hay nadie.</translation>
        </message>
        <message>
            <source>Add a recipient where the list is released.</source>
            <translation>Añada un destinatario donde se entrega la lista.</translation>
        </message>
        <message>
            <source>No call and no mail about this flight is recorded.</source>
            <translation>No hay ninguna llamada ni correo anotado sobre este vuelo.</translation>
        </message>
        <message>
            <source>Record each one before the list is closed.</source>
            <translation>Anote cada uno antes de que se cierre la lista.</translation>
        </message>
        <message>
            <source>What was said is sealed.</source>
            <translation>Lo que se dijo está sellado.</translation>
        </message>
        <message>
            <source>A privacy officer sees what can be concluded from it.</source>
            <translation>Un responsable de privacidad ve qué se puede deducir de ello.</translation>
        </message>
        <message>
            <source>No other list of this flight may leave for them.</source>
            <translation>Ninguna otra lista de este vuelo puede salir para ellos.</translation>
        </message>
        <message>
            <source>Nobody was told anything about how many people of a list.</source>
            <translation>A nadie se le dijo nada de cuántas personas de una lista.</translation>
        </message>
        <message>
            <source>The contact is recorded. Something was told about a list.</source>
            <translation>El contacto está anotado. Se dijo algo de una lista.</translation>
        </message>
        <message>
            <source>Call a privacy officer now, and say no more.</source>
            <translation>Llame ahora a un responsable de privacidad y no diga nada más.</translation>
        </message>
        <message>
            <source>The contact is recorded.</source>
            <translation>El contacto está anotado.</translation>
        </message>
        <message>
            <source>&amp;Back to the flight</source>
            <translation>&amp;Volver al vuelo</translation>
        </message>
        <message>
            <source>Go to the flight.</source>
            <translation>Ir al vuelo.</translation>
        </message>
        <message>
            <source>Show the sheet to keep beside the phone, to print or save it.</source>
            <translation>Mostrar la hoja que se tiene junto al teléfono, para imprimirla o guardarla.</translation>
        </message>
        <message>
            <source>Call &amp;sheet...</source>
            <translation>&amp;Hoja de llamadas...</translation>
        </message>
        <message>
            <source>Record a call, a mail or a meeting about this flight.</source>
            <translation>Anotar una llamada, un correo o una reunión sobre este vuelo.</translation>
        </message>
        <message>
            <source>&amp;Record a contact...</source>
            <translation>&amp;Anotar un contacto...</translation>
        </message>
    </context>
    <context>
        <name>CorrectRecordDialog</name>
        <message>
            <source>Every flight that has not left yet must be screened again after a correction.</source>
            <translation>Después de una corrección hay que comprobar otra vez todo vuelo que no haya salido.</translation>
        </message>
        <message>
            <source>Correct a record</source>
            <translation>Corregir un registro</translation>
        </message>
        <message>
            <source>Correct it</source>
            <translation>Corregirlo</translation>
        </message>
        <message>
            <source>Nothing was changed yet.</source>
            <translation>Todavía no se cambió nada.</translation>
        </message>
    </context>
    <context>
        <name>DecisionPanel</name>
        <message>
            <source>Decision</source>
            <translation>Decisión</translation>
        </message>
        <message>
            <source>Record the decision</source>
            <translation>Registrar la decisión</translation>
        </message>
        <message>
            <source>Recording the decision</source>
            <translation>Registrando la decisión</translation>
        </message>
        <message>
            <source>Choose a hold first.</source>
            <translation>Elija primero una retención.</translation>
        </message>
        <message>
            <source>Choose what you decide: uphold, clear, or not the same person.</source>
            <translation>Elija lo que decide: confirmar, levantar o no es la misma persona.</translation>
        </message>
        <message>
            <source>Choose a reason.</source>
            <translation>Elija un motivo.</translation>
        </message>
        <message>
            <source>Write a note: what you looked at, and what it showed.</source>
            <translation>Escriba una nota: qué miró y qué mostró.</translation>
        </message>
        <message>
            <source>Choose a reason...</source>
            <translation>Elija un motivo...</translation>
        </message>
        <message>
            <source>&amp;Uphold (U)</source>
            <translation>Confirmar (&amp;U)</translation>
        </message>
        <message>
            <source>The passenger stays off the flight.</source>
            <translation>El pasajero queda fuera del vuelo.</translation>
        </message>
        <message>
            <source>&amp;Clear (C)</source>
            <translation>Levantar (&amp;C)</translation>
        </message>
        <message>
            <source>The record is theirs, and it no longer stands in the way.</source>
            <translation>El registro es suyo y ya no se interpone.</translation>
        </message>
        <message>
            <source>&amp;Not the same person (N)</source>
            <translation>&amp;No es la misma persona (N)</translation>
        </message>
        <message>
            <source>The record belongs to someone else.</source>
            <translation>El registro es de otra persona.</translation>
        </message>
        <message>
            <source>&amp;Reason:</source>
            <translation>&amp;Motivo:</translation>
        </message>
        <message>
            <source>N&amp;ote:</source>
            <translation>N&amp;ota:</translation>
        </message>
        <message>
            <source>What you looked at, and what it showed. Kept sealed.</source>
            <translation>Qué miró y qué mostró. Se guarda sellado.</translation>
        </message>
    </context>
    <context>
        <name>Dialogs</name>
        <message>
            <source>You approve exactly this list: %(count)s passengers of %(flight)s for %(recipient)s. Your signature is over its content; any change makes it void.</source>
            <translation>Usted aprueba exactamente esta lista: %(count)s pasajeros de %(flight)s para %(recipient)s. Su firma cubre su contenido; cualquier cambio la deja sin efecto.</translation>
        </message>
        <message>
            <source>Approve a release</source>
            <translation>Aprobar una entrega</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>Aprobar</translation>
        </message>
        <message>
            <source>Spreadsheets (%s)</source>
            <translation>Hojas de cálculo (%s)</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Todos los archivos (*)</translation>
        </message>
    </context>
    <context>
        <name>DisableDialog</name>
        <message>
            <source>%s can&apos;t open the vault any more. What was signed before stays valid.</source>
            <translation>%s ya no podrá abrir la bóveda. Lo que firmó antes sigue siendo válido.</translation>
        </message>
        <message>
            <source>Disable a person</source>
            <translation>Desactivar a una persona</translation>
        </message>
        <message>
            <source>Disable</source>
            <translation>Desactivar</translation>
        </message>
    </context>
    <context>
        <name>EndRecordDialog</name>
        <message>
            <source>%s: the record raises no hold any more. It stays readable, with the reason.</source>
            <translation>%s: el registro ya no produce retenciones. Sigue siendo legible, con el motivo.</translation>
        </message>
        <message>
            <source>End a record</source>
            <translation>Terminar un registro</translation>
        </message>
        <message>
            <source>End it</source>
            <translation>Terminarlo</translation>
        </message>
    </context>
    <context>
        <name>Fields</name>
        <message>
            <source>Whole name</source>
            <translation>Nombre entero</translation>
        </message>
        <message>
            <source>Family name</source>
            <translation>Apellido</translation>
        </message>
        <message>
            <source>Given names</source>
            <translation>Nombres</translation>
        </message>
        <message>
            <source>Date of birth</source>
            <translation>Fecha de nacimiento</translation>
        </message>
        <message>
            <source>A-number</source>
            <translation>Número A</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Documento</translation>
        </message>
        <message>
            <source>Nationality</source>
            <translation>Nacionalidad</translation>
        </message>
        <message>
            <source>Sex</source>
            <translation>Sexo</translation>
        </message>
    </context>
    <context>
        <name>FindDialog</name>
        <message>
            <source>Find</source>
            <translation>Buscar</translation>
        </message>
        <message>
            <source>Find an action or a flight</source>
            <translation>Buscar una acción o un vuelo</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Qué</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>Lo que se encontró</translation>
        </message>
        <message>
            <source>Reading flights</source>
            <translation>Leyendo los vuelos</translation>
        </message>
        <message>
            <source>Flight on %(day)s %(way)s</source>
            <translation>Vuelo del %(day)s %(way)s</translation>
        </message>
    </context>
    <context>
        <name>FirstRunWizard</name>
        <message>
            <source>First steps - Manifest App</source>
            <translation>Primeros pasos - Manifest App</translation>
        </message>
        <message>
            <source>Making the demonstration</source>
            <translation>Creando la demostración</translation>
        </message>
        <message>
            <source>Making the vault</source>
            <translation>Creando la bóveda</translation>
        </message>
        <message>
            <source>The administrator adds people and changes the policy, and sees no passenger.</source>
            <translation>El administrador añade personas y cambia la política, y no ve a ningún pasajero.</translation>
        </message>
        <message>
            <source>The privacy officer opens everything that is known of protection, and is the second person where the rules ask for two. It must be another human than the administrator, who types an own password.</source>
            <translation>El responsable de privacidad abre todo lo que se sabe de protección y es la segunda persona donde las reglas piden dos. Debe ser otra persona que el administrador, y escribe su propia contraseña.</translation>
        </message>
    </context>
    <context>
        <name>FlightPage</name>
        <message>
            <source>Flight</source>
            <translation>Vuelo</translation>
        </message>
        <message>
            <source>This flight has no passenger list yet. Go to Flights and import, drop or paste it there.</source>
            <translation>Este vuelo aún no tiene lista de pasajeros. Vaya a Vuelos e impórtela, suéltela o péguela allí.</translation>
        </message>
        <message>
            <source>Passengers</source>
            <translation>Pasajeros</translation>
        </message>
        <message>
            <source>Rows to repair</source>
            <translation>Filas por corregir</translation>
        </message>
        <message>
            <source>Reading the flight</source>
            <translation>Leyendo el vuelo</translation>
        </message>
        <message>
            <source>Screening</source>
            <translation>Comprobando</translation>
        </message>
        <message>
            <source>A change makes the screening of this flight out of date.</source>
            <translation>Un cambio hace que la comprobación de este vuelo deje de estar al día.</translation>
        </message>
        <message>
            <source>Opening the hold</source>
            <translation>Abriendo la retención</translation>
        </message>
        <message>
            <source>The passenger said they &amp;fear return...</source>
            <translation>El pasajero dijo que &amp;teme regresar...</translation>
        </message>
        <message>
            <source>Holds the chosen passenger at once</source>
            <translation>Retiene enseguida al pasajero elegido</translation>
        </message>
        <message>
            <source>&amp;Correct...</source>
            <translation>&amp;Corregir...</translation>
        </message>
        <message>
            <source>Correct the chosen passenger</source>
            <translation>Corregir al pasajero elegido</translation>
        </message>
        <message>
            <source>Open in re&amp;view</source>
            <translation>Abrir en re&amp;visión</translation>
        </message>
        <message>
            <source>Go to the hold of the chosen passenger</source>
            <translation>Ir a la retención del pasajero elegido</translation>
        </message>
        <message>
            <source>Type what the row should say; it becomes a passenger</source>
            <translation>Escriba lo que la fila debe decir; se convierte en pasajero</translation>
        </message>
        <message>
            <source>&amp;Repair...</source>
            <translation>&amp;Corregir...</translation>
        </message>
        <message>
            <source>Decide that the row is no passenger</source>
            <translation>Decidir que la fila no es un pasajero</translation>
        </message>
        <message>
            <source>Set &amp;aside...</source>
            <translation>&amp;Apartar...</translation>
        </message>
        <message>
            <source>Compare every passenger with the registry and the exposure lists</source>
            <translation>Comparar a cada pasajero con el registro y las listas de exposición</translation>
        </message>
        <message>
            <source>&amp;Screen</source>
            <translation>Co&amp;mprobar</translation>
        </message>
        <message>
            <source>Ask for a list to leave the office</source>
            <translation>Pedir que una lista salga de la oficina</translation>
        </message>
        <message>
            <source>&amp;Release...</source>
            <translation>&amp;Entregar...</translation>
        </message>
        <message>
            <source>Calls and mails about this flight, and the sheet to keep beside the phone</source>
            <translation>Llamadas y correos sobre este vuelo, y la hoja que se tiene junto al teléfono</translation>
        </message>
        <message>
            <source>Co&amp;ntacts...</source>
            <translation>Co&amp;ntactos...</translation>
        </message>
        <message>
            <source>Show only passengers with...</source>
            <translation>Mostrar solo pasajeros con...</translation>
        </message>
        <message>
            <source>Show only passengers with</source>
            <translation>Mostrar solo pasajeros con</translation>
        </message>
        <message>
            <source>To repair</source>
            <translation>Por corregir</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Origen</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Por qué</translation>
        </message>
        <message>
            <source>Passengers (%s)</source>
            <translation>Pasajeros (%s)</translation>
        </message>
        <message>
            <source>To repair (%s)</source>
            <translation>Por corregir (%s)</translation>
        </message>
        <message numerus="yes">
            <source>%n passenger(s)</source>
            <translation>
                <numerusform>%n pasajero</numerusform>
                <numerusform>%n pasajeros</numerusform>
            </translation>
        </message>
        <message>
            <source>This flight is cancelled. No list of it can leave.</source>
            <translation>Este vuelo está cancelado. Ninguna lista suya puede salir.</translation>
        </message>
        <message numerus="yes">
            <source>%n passenger(s) on hold.</source>
            <translation>
                <numerusform>%n pasajero retenido.</numerusform>
                <numerusform>%n pasajeros retenidos.</numerusform>
            </translation>
        </message>
        <message>
            <source>No list can leave before the holds are decided.</source>
            <translation>Ninguna lista puede salir antes de que se decidan las retenciones.</translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) of the source are no passengers yet.</source>
            <translation>
                <numerusform>%n fila del origen aún no es un pasajero.</numerusform>
                <numerusform>%n filas del origen aún no son pasajeros.</numerusform>
            </translation>
        </message>
        <message>
            <source>Repair them or set them aside: see &apos;To repair&apos;.</source>
            <translation>Corríjalas o apártelas: vea «Por corregir».</translation>
        </message>
        <message>
            <source>Screen the flight.</source>
            <translation>Compruebe el vuelo.</translation>
        </message>
        <message>
            <source>File: %s</source>
            <translation>Archivo: %s</translation>
        </message>
        <message>
            <source>Imported by %(who)s, %(when)s</source>
            <translation>Importado por %(who)s, %(when)s</translation>
        </message>
        <message>
            <source>Rows: %s</source>
            <translation>Filas: %s</translation>
        </message>
        <message>
            <source>Columns not understood and kept sealed: %s</source>
            <translation>Columnas no entendidas y guardadas selladas: %s</translation>
        </message>
        <message>
            <source>Choose a passenger.</source>
            <translation>Elija un pasajero.</translation>
        </message>
        <message numerus="yes">
            <source>%n passenger(s) screened.</source>
            <translation>
                <numerusform>%n pasajero comprobado.</numerusform>
                <numerusform>%n pasajeros comprobados.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n on hold or off the flight.</source>
            <translation>
                <numerusform>%n retenido o fuera del vuelo.</numerusform>
                <numerusform>%n retenidos o fuera del vuelo.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FlightsPage</name>
        <message>
            <source>Flights</source>
            <translation>Vuelos</translation>
        </message>
        <message>
            <source>There is no flight yet. Make one with &apos;New flight&apos;, then drop its passenger list here.</source>
            <translation>Todavía no hay vuelos. Cree uno con «Vuelo nuevo» y suelte aquí su lista de pasajeros.</translation>
        </message>
        <message>
            <source>Reading flights</source>
            <translation>Leyendo los vuelos</translation>
        </message>
        <message>
            <source>Passenger list</source>
            <translation>Lista de pasajeros</translation>
        </message>
        <message>
            <source>Spreadsheets (%s)</source>
            <translation>Hojas de cálculo (%s)</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Todos los archivos (*)</translation>
        </message>
        <message>
            <source>Which flight is the list of?</source>
            <translation>¿De qué vuelo es la lista?</translation>
        </message>
        <message>
            <source>Choose a flight first.</source>
            <translation>Elija primero un vuelo.</translation>
        </message>
        <message>
            <source>&amp;New flight...</source>
            <translation>&amp;Vuelo nuevo...</translation>
        </message>
        <message>
            <source>Make a flight</source>
            <translation>Crear un vuelo</translation>
        </message>
        <message>
            <source>Import the passenger list of the chosen flight; you can also drop or paste it</source>
            <translation>Importar la lista de pasajeros del vuelo elegido; también puede soltarla o pegarla</translation>
        </message>
        <message>
            <source>&amp;Import list...</source>
            <translation>&amp;Importar lista...</translation>
        </message>
        <message>
            <source>Cancel the chosen flight, with a reason</source>
            <translation>Cancelar el vuelo elegido, con un motivo</translation>
        </message>
        <message>
            <source>&amp;Cancel flight...</source>
            <translation>&amp;Cancelar vuelo...</translation>
        </message>
        <message>
            <source>Import the file or the cells that were copied</source>
            <translation>Importar el archivo o las celdas que se copiaron</translation>
        </message>
        <message>
            <source>&amp;Paste a list</source>
            <translation>&amp;Pegar una lista</translation>
        </message>
        <message>
            <source>Flight</source>
            <translation>Vuelo</translation>
        </message>
        <message>
            <source>Departure</source>
            <translation>Salida</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Desde</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Hasta</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>Etapa</translation>
        </message>
        <message>
            <source>Passengers</source>
            <translation>Pasajeros</translation>
        </message>
        <message>
            <source>On hold</source>
            <translation>Retenidos</translation>
        </message>
        <message>
            <source>To repair</source>
            <translation>Por corregir</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Nota</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Cancelado</translation>
        </message>
        <message>
            <source>Shown are flights with &apos;%s&apos;.</source>
            <translation>Se muestran los vuelos con «%s».</translation>
        </message>
        <message>
            <source>Search for nothing to see all.</source>
            <translation>Busque sin texto para verlos todos.</translation>
        </message>
        <message>
            <source>Nothing was copied that could be a list.</source>
            <translation>No se copió nada que pueda ser una lista.</translation>
        </message>
        <message>
            <source>Copy a file, or cells of a spreadsheet.</source>
            <translation>Copie un archivo, o celdas de una hoja de cálculo.</translation>
        </message>
    </context>
    <context>
        <name>FormDialog</name>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
    </context>
    <context>
        <name>Header</name>
        <message>
            <source>DEMONSTRATION</source>
            <translation>DEMOSTRACIÓN</translation>
        </message>
        <message>
            <source>This is a demonstration vault with invented people</source>
            <translation>Esta es una bóveda de demostración con personas inventadas</translation>
        </message>
        <message>
            <source>Find a flight: number, place or day</source>
            <translation>Buscar un vuelo: número, lugar o día</translation>
        </message>
        <message>
            <source>Find a flight</source>
            <translation>Buscar un vuelo</translation>
        </message>
        <message>
            <source>Signed in: %(name)s (%(role)s)</source>
            <translation>Sesión de: %(name)s (%(role)s)</translation>
        </message>
        <message>
            <source>Manifest App</source>
            <translation>Manifest App</translation>
        </message>
    </context>
    <context>
        <name>HelpDialog</name>
        <message>
            <source>Help</source>
            <translation>Ayuda</translation>
        </message>
    </context>
    <context>
        <name>HoldPanel</name>
        <message>
            <source>The chosen hold</source>
            <translation>La retención elegida</translation>
        </message>
        <message>
            <source>Record compared</source>
            <translation>Registro comparado</translation>
        </message>
        <message>
            <source>Decisions so far</source>
            <translation>Decisiones hasta ahora</translation>
        </message>
        <message>
            <source>Choose a hold on the left.</source>
            <translation>Elija una retención a la izquierda.</translation>
        </message>
        <message>
            <source>row %s of the list</source>
            <translation>fila %s de la lista</translation>
        </message>
        <message>
            <source>Held because: %s.</source>
            <translation>Retenido por: %s.</translation>
        </message>
        <message>
            <source>What was said: %s</source>
            <translation>Lo que se dijo: %s</translation>
        </message>
        <message>
            <source>In the source: %s</source>
            <translation>En el origen: %s</translation>
        </message>
        <message>
            <source>exposure list</source>
            <translation>lista de exposición</translation>
        </message>
        <message>
            <source>protection registry</source>
            <translation>registro de protección</translation>
        </message>
        <message>
            <source>row %s</source>
            <translation>fila %s</translation>
        </message>
        <message>
            <source>%s bits</source>
            <translation>%s bits</translation>
        </message>
        <message>
            <source>ended</source>
            <translation>terminado</translation>
        </message>
        <message>
            <source>Record com&amp;pared:</source>
            <translation>Registro com&amp;parado:</translation>
        </message>
    </context>
    <context>
        <name>ImportPage</name>
        <message>
            <source>Import a passenger list</source>
            <translation>Importar una lista de pasajeros</translation>
        </message>
        <message>
            <source>The file is being read, in a process of its own that can do no harm.</source>
            <translation>Se está leyendo el archivo, en un proceso propio que no puede hacer daño.</translation>
        </message>
        <message>
            <source>&amp;Remember the corrections for files with these headings</source>
            <translation>&amp;Recordar las correcciones para archivos con estos encabezados</translation>
        </message>
        <message>
            <source>%(file)s into %(flight)s</source>
            <translation>%(file)s en %(flight)s</translation>
        </message>
        <message>
            <source>Reading the file</source>
            <translation>Leyendo el archivo</translation>
        </message>
        <message>
            <source>Reading the rows</source>
            <translation>Leyendo las filas</translation>
        </message>
        <message>
            <source>Importing</source>
            <translation>Importando</translation>
        </message>
        <message>
            <source>&amp;Sheet:</source>
            <translation>&amp;Hoja:</translation>
        </message>
        <message>
            <source>found by itself</source>
            <translation>se busca sola</translation>
        </message>
        <message>
            <source>&amp;Headings in row:</source>
            <translation>&amp;Encabezados en la fila:</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>Columnas</translation>
        </message>
        <message>
            <source>To repair</source>
            <translation>Por corregir</translation>
        </message>
        <message>
            <source>Passengers of the file</source>
            <translation>Pasajeros del archivo</translation>
        </message>
        <message>
            <source>Passengers</source>
            <translation>Pasajeros</translation>
        </message>
        <message>
            <source>What the file hides</source>
            <translation>Lo que el archivo esconde</translation>
        </message>
        <message>
            <source>Hidden</source>
            <translation>Oculto</translation>
        </message>
        <message>
            <source>Go back; nothing is kept</source>
            <translation>Volver; no se guarda nada</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Store the passengers and the rows to be repaired, all or nothing</source>
            <translation>Guardar los pasajeros y las filas por corregir, todo o nada</translation>
        </message>
        <message>
            <source>&amp;Import</source>
            <translation>&amp;Importar</translation>
        </message>
        <message>
            <source>Hidden (%s)</source>
            <translation>Oculto (%s)</translation>
        </message>
        <message>
            <source>Passengers (%s)</source>
            <translation>Pasajeros (%s)</translation>
        </message>
        <message>
            <source>To repair (%s)</source>
            <translation>Por corregir (%s)</translation>
        </message>
        <message numerus="yes">
            <source>%n passenger(s)</source>
            <translation>
                <numerusform>%n pasajero</numerusform>
                <numerusform>%n pasajeros</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) to repair, now or after the import</source>
            <translation>
                <numerusform>%n fila por corregir, ahora o después de importar</numerusform>
                <numerusform>%n filas por corregir, ahora o después de importar</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hidden thing(s) in the file</source>
            <translation>
                <numerusform>%n cosa oculta en el archivo</numerusform>
                <numerusform>%n cosas ocultas en el archivo</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n passenger(s) imported.</source>
            <translation>
                <numerusform>%n pasajero importado.</numerusform>
                <numerusform>%n pasajeros importados.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) wait to be repaired.</source>
            <translation>
                <numerusform>%n fila espera corrección.</numerusform>
                <numerusform>%n filas esperan corrección.</numerusform>
            </translation>
        </message>
        <message>
            <source>Sealed columns: %s.</source>
            <translation>Columnas selladas: %s.</translation>
        </message>
        <message numerus="yes">
            <source>%n passenger(s) on hold because of what the list says.</source>
            <translation>
                <numerusform>%n pasajero retenido por lo que dice la lista.</numerusform>
                <numerusform>%n pasajeros retenidos por lo que dice la lista.</numerusform>
            </translation>
        </message>
        <message>
            <source>Screen the flight next.</source>
            <translation>Ahora compruebe el vuelo.</translation>
        </message>
        <message>
            <source>This question can only be answered on the command line: %s</source>
            <translation>Esta pregunta solo se puede contestar en la línea de órdenes: %s</translation>
        </message>
    </context>
    <context>
        <name>ImportRecordsPage</name>
        <message>
            <source>Import records</source>
            <translation>Importar registros</translation>
        </message>
        <message>
            <source>The file is being read, in a process of its own that can do no harm.</source>
            <translation>Se está leyendo el archivo, en un proceso propio que no puede hacer daño.</translation>
        </message>
        <message>
            <source>&amp;Remember the corrections for files with these headings</source>
            <translation>&amp;Recordar las correcciones para archivos con estos encabezados</translation>
        </message>
        <message>
            <source>the protection registry</source>
            <translation>el registro de protección</translation>
        </message>
        <message>
            <source>%(file)s into %(list)s</source>
            <translation>%(file)s en %(list)s</translation>
        </message>
        <message>
            <source>Reading the file</source>
            <translation>Leyendo el archivo</translation>
        </message>
        <message>
            <source>Reading the columns</source>
            <translation>Leyendo las columnas</translation>
        </message>
        <message>
            <source>Importing</source>
            <translation>Importando</translation>
        </message>
        <message>
            <source>Hidden (%s)</source>
            <translation>Oculto (%s)</translation>
        </message>
        <message numerus="yes">
            <source>%n row(s). A row that names anyone becomes a record, even when a field of it can&apos;t be read.</source>
            <translation>
                <numerusform>%n fila. Una fila que nombra a alguien se convierte en registro, aunque un campo suyo no se pueda leer.</numerusform>
                <numerusform>%n filas. Una fila que nombra a alguien se convierte en registro, aunque un campo suyo no se pueda leer.</numerusform>
            </translation>
        </message>
        <message>
            <source>Faults (%s)</source>
            <translation>Fallos (%s)</translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) imported.</source>
            <translation>
                <numerusform>%n registro importado.</numerusform>
                <numerusform>%n registros importados.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n with a basis that is not known: two persons clear those.</source>
            <translation>
                <numerusform>%n con una base desconocida: esos los levantan dos personas.</numerusform>
                <numerusform>%n con una base desconocida: esos los levantan dos personas.</numerusform>
            </translation>
        </message>
        <message>
            <source>Kept sealed, not understood: %s.</source>
            <translation>Guardado sellado, no entendido: %s.</translation>
        </message>
        <message>
            <source>Screen every flight again that has not left.</source>
            <translation>Compruebe otra vez todos los vuelos que no hayan salido.</translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) have a fault; they are listed here.</source>
            <translation>
                <numerusform>%n fila tiene un fallo; aparece aquí.</numerusform>
                <numerusform>%n filas tienen un fallo; aparecen aquí.</numerusform>
            </translation>
        </message>
        <message>
            <source>This question can only be answered on the command line: %s</source>
            <translation>Esta pregunta solo se puede contestar en la línea de órdenes: %s</translation>
        </message>
        <message>
            <source>Faults</source>
            <translation>Fallos</translation>
        </message>
        <message>
            <source>Go back</source>
            <translation>Volver</translation>
        </message>
        <message>
            <source>Go back; before the import nothing is kept.</source>
            <translation>Volver; antes de importar no se guarda nada.</translation>
        </message>
        <message>
            <source>&amp;Import</source>
            <translation>&amp;Importar</translation>
        </message>
        <message>
            <source>Store every record, all or nothing.</source>
            <translation>Guardar todos los registros, todo o nada.</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>Columnas</translation>
        </message>
        <message>
            <source>Rows with a fault</source>
            <translation>Filas con un fallo</translation>
        </message>
        <message>
            <source>What the file hides</source>
            <translation>Lo que el archivo esconde</translation>
        </message>
        <message>
            <source>Hidden</source>
            <translation>Oculto</translation>
        </message>
    </context>
    <context>
        <name>IncidentsPage</name>
        <message>
            <source>Incidents</source>
            <translation>Incidentes</translation>
        </message>
        <message>
            <source>No incident is recorded. When data or a remark may have told someone who asked for protection, record it with New incident, then import the list of everyone it exposed.</source>
            <translation>No hay incidentes. Cuando unos datos o un comentario pudieron decir a alguien quién pidió protección, anótelo con Incidente nuevo e importe la lista de todos los expuestos.</translation>
        </message>
        <message>
            <source>Incidents, latest first</source>
            <translation>Incidentes, primero el más reciente</translation>
        </message>
        <message>
            <source>People on the exposure list</source>
            <translation>Personas de la lista de exposición</translation>
        </message>
        <message>
            <source>Reading the incidents</source>
            <translation>Leyendo los incidentes</translation>
        </message>
        <message>
            <source>Exposure list</source>
            <translation>Lista de exposición</translation>
        </message>
        <message>
            <source>The incident is recorded.</source>
            <translation>El incidente está anotado.</translation>
        </message>
        <message>
            <source>Import the list of everyone it exposed next.</source>
            <translation>Ahora importe la lista de todos los que expuso.</translation>
        </message>
        <message>
            <source>Reading the list...</source>
            <translation>Leyendo la lista...</translation>
        </message>
        <message>
            <source>Reading the exposure list</source>
            <translation>Leyendo la lista de exposición</translation>
        </message>
        <message>
            <source>Nobody is on the list of this incident yet. Import the exposure list.</source>
            <translation>Aún no hay nadie en la lista de este incidente. Importe la lista de exposición.</translation>
        </message>
        <message numerus="yes">
            <source>%n person(s) exposed:</source>
            <translation>
                <numerusform>%n persona expuesta:</numerusform>
                <numerusform>%n personas expuestas:</numerusform>
            </translation>
        </message>
        <message>
            <source>Import the people whom the incident chosen exposed, after a look at the columns.</source>
            <translation>Importar las personas que expuso el incidente elegido, después de mirar las columnas.</translation>
        </message>
        <message>
            <source>Record that something was disclosed, or may have been.</source>
            <translation>Anotar que algo se reveló, o pudo revelarse.</translation>
        </message>
        <message>
            <source>&amp;Import exposure list...</source>
            <translation>&amp;Importar lista de exposición...</translation>
        </message>
        <message>
            <source>&amp;New incident...</source>
            <translation>Incidente &amp;nuevo...</translation>
        </message>
        <message>
            <source>Incident</source>
            <translation>Incidente</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Día</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>desconocido</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personas</translation>
        </message>
        <message>
            <source>Recorded by</source>
            <translation>Anotado por</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>Fila</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>Born</source>
            <translation>Nacimiento</translation>
        </message>
        <message>
            <source>Nationality</source>
            <translation>Nacionalidad</translation>
        </message>
        <message>
            <source>A-number</source>
            <translation>Número A</translation>
        </message>
    </context>
    <context>
        <name>JobBar</name>
        <message>
            <source>Progress</source>
            <translation>Progreso</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Cancel the work in the status bar</source>
            <translation>Cancelar el trabajo de la barra de estado</translation>
        </message>
        <message numerus="yes">
            <source>%n second(s) left</source>
            <translation>
                <numerusform>queda %n segundo</numerusform>
                <numerusform>quedan %n segundos</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Ledger</name>
        <message>
            <source>Written: %s</source>
            <translation>Escrito: %s</translation>
        </message>
        <message>
            <source>Ledger: release %(id)s, list %(number)s, %(count)s passengers</source>
            <translation>Libro: entrega %(id)s, lista %(number)s, %(count)s pasajeros</translation>
        </message>
        <message>
            <source>SHA-256: %s</source>
            <translation>SHA-256: %s</translation>
        </message>
        <message>
            <source>Head of the log: entry %(entry)s, %(head)s</source>
            <translation>Cabeza del registro: entrada %(entry)s, %(head)s</translation>
        </message>
    </context>
    <context>
        <name>Lists</name>
        <message>
            <source>Row</source>
            <translation>Fila</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>Born</source>
            <translation>Nacimiento</translation>
        </message>
        <message>
            <source>Sex</source>
            <translation>Sexo</translation>
        </message>
        <message>
            <source>Nationality</source>
            <translation>Nacionalidad</translation>
        </message>
        <message>
            <source>A-number</source>
            <translation>Número A</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Documento</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Situación</translation>
        </message>
        <message>
            <source>Column</source>
            <translation>Columna</translation>
        </message>
        <message>
            <source>Problem</source>
            <translation>Problema</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Estado</translation>
        </message>
        <message>
            <source>To be repaired</source>
            <translation>Por corregir</translation>
        </message>
        <message>
            <source>Repaired</source>
            <translation>Corregida</translation>
        </message>
        <message>
            <source>Set aside</source>
            <translation>Apartada</translation>
        </message>
        <message>
            <source>By</source>
            <translation>Por</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Motivo</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Qué</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Dónde</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Detalles</translation>
        </message>
        <message>
            <source>Hidden row</source>
            <translation>Fila oculta</translation>
        </message>
        <message>
            <source>Hidden column</source>
            <translation>Columna oculta</translation>
        </message>
        <message>
            <source>Hidden sheet</source>
            <translation>Hoja oculta</translation>
        </message>
        <message>
            <source>Very hidden sheet</source>
            <translation>Hoja muy oculta</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Comentario</translation>
        </message>
        <message>
            <source>Macro</source>
            <translation>Macro</translation>
        </message>
        <message>
            <source>Link to another file</source>
            <translation>Enlace a otro archivo</translation>
        </message>
        <message>
            <source>Formula</source>
            <translation>Fórmula</translation>
        </message>
        <message>
            <source>Name of an author</source>
            <translation>Nombre de un autor</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>&amp;Lock</source>
            <translation>B&amp;loquear</translation>
        </message>
        <message>
            <source>Lock the vault at once</source>
            <translation>Bloquear la bóveda enseguida</translation>
        </message>
        <message>
            <source>&amp;Find</source>
            <translation>&amp;Buscar</translation>
        </message>
        <message>
            <source>Find an action or a flight</source>
            <translation>Buscar una acción o un vuelo</translation>
        </message>
        <message>
            <source>&amp;Shortcuts</source>
            <translation>&amp;Atajos</translation>
        </message>
        <message>
            <source>Show every key</source>
            <translation>Mostrar todas las teclas</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>A&amp;yuda</translation>
        </message>
        <message>
            <source>Explain the place you are at</source>
            <translation>Explicar el lugar donde está</translation>
        </message>
        <message>
            <source>Go to: %s</source>
            <translation>Ir a: %s</translation>
        </message>
        <message>
            <source>Places</source>
            <translation>Lugares</translation>
        </message>
        <message>
            <source> (DEMONSTRATION)</source>
            <translation> (DEMOSTRACIÓN)</translation>
        </message>
    </context>
    <context>
        <name>MappingWidget</name>
        <message>
            <source>Columns of the file</source>
            <translation>Columnas del archivo</translation>
        </message>
        <message>
            <source>Read this column as</source>
            <translation>Leer esta columna como</translation>
        </message>
        <message>
            <source>Read this column &amp;as:</source>
            <translation>Leer esta columna &amp;como:</translation>
        </message>
        <message>
            <source>Column</source>
            <translation>Columna</translation>
        </message>
        <message>
            <source>Heading</source>
            <translation>Encabezado</translation>
        </message>
        <message>
            <source>Read as</source>
            <translation>Leída como</translation>
        </message>
        <message>
            <source>First values</source>
            <translation>Primeros valores</translation>
        </message>
        <message>
            <source>Sealed: says something of status</source>
            <translation>Sellada: dice algo de la situación</translation>
        </message>
        <message>
            <source>Not understood: kept sealed</source>
            <translation>No entendida: se guarda sellada</translation>
        </message>
    </context>
    <context>
        <name>Messages</name>
        <message>
            <source>Cancelled. Nothing of it was kept.</source>
            <translation>Cancelado. No se guardó nada de ello.</translation>
        </message>
        <message>
            <source>The program made a mistake of its own (%s). Nothing was written.</source>
            <translation>El programa cometió un error propio (%s). No se escribió nada.</translation>
        </message>
        <message>
            <source>Go on with something else, and report what you did; no data of a passenger is needed for that.</source>
            <translation>Siga con otra cosa e informe de lo que hizo; para eso no hace falta ningún dato de pasajeros.</translation>
        </message>
    </context>
    <context>
        <name>NewFlightDialog</name>
        <message>
            <source>New flight</source>
            <translation>Vuelo nuevo</translation>
        </message>
        <message>
            <source>Make the flight</source>
            <translation>Crear el vuelo</translation>
        </message>
        <message>
            <source>Flight &amp;number:</source>
            <translation>&amp;Número de vuelo:</translation>
        </message>
        <message>
            <source>&amp;Day of departure:</source>
            <translation>&amp;Día de salida:</translation>
        </message>
        <message>
            <source>&amp;From:</source>
            <translation>D&amp;esde:</translation>
        </message>
        <message>
            <source>Airport or place, such as IAH</source>
            <translation>Aeropuerto o lugar, como IAH</translation>
        </message>
        <message>
            <source>&amp;To:</source>
            <translation>&amp;Hasta:</translation>
        </message>
        <message>
            <source>Airport or place, such as HAV</source>
            <translation>Aeropuerto o lugar, como HAV</translation>
        </message>
        <message>
            <source>Give the flight&apos;s number.</source>
            <translation>Indique el número del vuelo.</translation>
        </message>
    </context>
    <context>
        <name>NewIncidentDialog</name>
        <message>
            <source>Data or a remark may have told someone who asked for protection. The unit is the whole list: everyone on it is exposed, not only those who match.</source>
            <translation>Unos datos o un comentario pudieron decir a alguien quién pidió protección. Cuenta la lista entera: todos los que están en ella quedaron expuestos, no solo los que coinciden.</translation>
        </message>
        <message>
            <source>New incident</source>
            <translation>Incidente nuevo</translation>
        </message>
        <message>
            <source>Record it</source>
            <translation>Anotarlo</translation>
        </message>
        <message>
            <source>&amp;Name:</source>
            <translation>&amp;Nombre:</translation>
        </message>
        <message>
            <source>What happened, in a few words, without names</source>
            <translation>Qué pasó, en pocas palabras y sin nombres</translation>
        </message>
        <message>
            <source>&amp;The day is known:</source>
            <translation>&amp;Se sabe el día:</translation>
        </message>
        <message>
            <source>&amp;Day:</source>
            <translation>&amp;Día:</translation>
        </message>
        <message>
            <source>Give the incident a name.</source>
            <translation>Dé un nombre al incidente.</translation>
        </message>
    </context>
    <context>
        <name>OverrideDialog</name>
        <message>
            <source>List %(number)s of %(flight)s for %(recipient)s should stay here. Better ways are to cancel the flight, or to send no other list of it: who may not travel is stopped at boarding, by their hold. If it has to leave in spite of that, you and a second person sign for exactly this list and exactly this finding, %(finding)s.</source>
            <translation>La lista %(number)s de %(flight)s para %(recipient)s debería quedarse aquí. Es mejor cancelar el vuelo, o no mandar otra lista: a quien no puede viajar lo detiene su retención al embarcar. Si a pesar de eso tiene que salir, usted y una segunda persona firman por esta lista exacta y este hallazgo exacto, %(finding)s.</translation>
        </message>
        <message>
            <source>Approve in spite of what was found</source>
            <translation>Aprobar a pesar de lo hallado</translation>
        </message>
        <message>
            <source>Override and approve</source>
            <translation>Anular el alto y aprobar</translation>
        </message>
        <message>
            <source>&amp;Reason:</source>
            <translation>&amp;Motivo:</translation>
        </message>
        <message>
            <source>Password of %s:</source>
            <translation>Contraseña de %s:</translation>
        </message>
        <message>
            <source>Write why the list has to leave in spite of it.</source>
            <translation>Escriba por qué la lista tiene que salir a pesar de ello.</translation>
        </message>
        <message>
            <source>Type your password.</source>
            <translation>Escriba su contraseña.</translation>
        </message>
    </context>
    <context>
        <name>OwnPasswordDialog</name>
        <message>
            <source>Nobody can read or reset it for you. Five or six random words are a good password.</source>
            <translation>Nadie puede leerla ni restablecerla por usted. Cinco o seis palabras al azar son una buena contraseña.</translation>
        </message>
        <message>
            <source>Change my password</source>
            <translation>Cambiar mi contraseña</translation>
        </message>
        <message>
            <source>Change it</source>
            <translation>Cambiarla</translation>
        </message>
        <message>
            <source>&amp;Old password:</source>
            <translation>Contraseña &amp;anterior:</translation>
        </message>
        <message>
            <source>&amp;New password:</source>
            <translation>Contraseña &amp;nueva:</translation>
        </message>
        <message>
            <source>15 characters or more</source>
            <translation>15 caracteres o más</translation>
        </message>
        <message>
            <source>The same &amp;again:</source>
            <translation>La misma otra &amp;vez:</translation>
        </message>
        <message>
            <source>Type the old password.</source>
            <translation>Escriba la contraseña anterior.</translation>
        </message>
    </context>
    <context>
        <name>PasswordDialog</name>
        <message>
            <source>Password of %s:</source>
            <translation>Contraseña de %s:</translation>
        </message>
        <message>
            <source>Type your password.</source>
            <translation>Escriba su contraseña.</translation>
        </message>
    </context>
    <context>
        <name>Passwords</name>
        <message>
            <source>Type the new password.</source>
            <translation>Escriba la contraseña nueva.</translation>
        </message>
        <message>
            <source>The two new passwords are not the same.</source>
            <translation>Las dos contraseñas nuevas no son iguales.</translation>
        </message>
    </context>
    <context>
        <name>PeoplePage</name>
        <message>
            <source>People</source>
            <translation>Personas</translation>
        </message>
        <message>
            <source>People of this vault</source>
            <translation>Personas de esta bóveda</translation>
        </message>
        <message>
            <source>Policy in force</source>
            <translation>Política vigente</translation>
        </message>
        <message>
            <source>Reading the people</source>
            <translation>Leyendo las personas</translation>
        </message>
        <message>
            <source>The person is added.</source>
            <translation>La persona está añadida.</translation>
        </message>
        <message>
            <source>The role is changed.</source>
            <translation>La función está cambiada.</translation>
        </message>
        <message>
            <source>The person is disabled.</source>
            <translation>La persona está desactivada.</translation>
        </message>
        <message>
            <source>Your password is changed.</source>
            <translation>Su contraseña está cambiada.</translation>
        </message>
        <message>
            <source>The policy is changed.</source>
            <translation>La política está cambiada.</translation>
        </message>
        <message>
            <source>Add a person; administrator and privacy officer sign together.</source>
            <translation>Añadir una persona; firman juntos un administrador y un responsable de privacidad.</translation>
        </message>
        <message>
            <source>Give the person chosen another role, and with it other keys.</source>
            <translation>Dar otra función a la persona elegida, y con ella otras claves.</translation>
        </message>
        <message>
            <source>Take the keys of the person chosen away.</source>
            <translation>Quitar las claves a la persona elegida.</translation>
        </message>
        <message>
            <source>Change the password you sign in with.</source>
            <translation>Cambiar la contraseña con la que abre la sesión.</translation>
        </message>
        <message>
            <source>Change how much planners learn, and whether they screen.</source>
            <translation>Cambiar cuánto saben los planificadores y si comprueban.</translation>
        </message>
        <message>
            <source>Change &amp;my password...</source>
            <translation>Cambiar &amp;mi contraseña...</translation>
        </message>
        <message>
            <source>Change &amp;role...</source>
            <translation>Cambiar la &amp;función...</translation>
        </message>
        <message>
            <source>&amp;Disable...</source>
            <translation>&amp;Desactivar...</translation>
        </message>
        <message>
            <source>&amp;Add...</source>
            <translation>&amp;Añadir...</translation>
        </message>
        <message>
            <source>Change the &amp;policy...</source>
            <translation>Cambiar la &amp;política...</translation>
        </message>
        <message>
            <source>Policy</source>
            <translation>Política</translation>
        </message>
        <message>
            <source>Neutral words.</source>
            <translation>Palabras neutrales.</translation>
        </message>
        <message>
            <source>Category.</source>
            <translation>Categoría.</translation>
        </message>
        <message>
            <source>Planners screen flights themselves.</source>
            <translation>Los planificadores comprueban ellos mismos los vuelos.</translation>
        </message>
        <message>
            <source>Supervisors and privacy officers screen flights; planners do not.</source>
            <translation>Comprueban los vuelos los supervisores y los responsables de privacidad; los planificadores no.</translation>
        </message>
        <message>
            <source>Active</source>
            <translation>Activa</translation>
        </message>
        <message>
            <source>Disabled</source>
            <translation>Desactivada</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Función</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Estado</translation>
        </message>
    </context>
    <context>
        <name>PermittedSentence</name>
        <message>
            <source>Copy the sen&amp;tence</source>
            <translation>Copiar la &amp;frase</translation>
        </message>
        <message>
            <source>Copy the sentence</source>
            <translation>Copiar la frase</translation>
        </message>
        <message>
            <source>The only thing to say about a list, by phone or in writing:</source>
            <translation>Lo único que se dice de una lista, por teléfono o por escrito:</translation>
        </message>
        <message>
            <source>Never a number, never &quot;some&quot;, &quot;none&quot;, &quot;all&quot; or &quot;affected&quot;, and never why somebody is on a list or isn&apos;t.</source>
            <translation>Nunca un número, nunca «algunos», «ninguno», «todos» o «afectados», y nunca por qué alguien está o no está en una lista.</translation>
        </message>
    </context>
    <context>
        <name>PersonPage</name>
        <message>
            <source>&amp;Name:</source>
            <translation>&amp;Nombre:</translation>
        </message>
        <message>
            <source>At least 15 characters. A few words in a row are good; no rule about signs.</source>
            <translation>Al menos 15 caracteres. Varias palabras seguidas están bien; no hay reglas sobre signos.</translation>
        </message>
        <message>
            <source>&amp;Password:</source>
            <translation>&amp;Contraseña:</translation>
        </message>
        <message>
            <source>Password a&amp;gain:</source>
            <translation>Contraseña otra &amp;vez:</translation>
        </message>
        <message>
            <source>A name is needed.</source>
            <translation>Hace falta un nombre.</translation>
        </message>
        <message>
            <source>Administrator and privacy officer must be two people with two names.</source>
            <translation>El administrador y el responsable de privacidad deben ser dos personas con dos nombres.</translation>
        </message>
        <message>
            <source>The two passwords differ.</source>
            <translation>Las dos contraseñas difieren.</translation>
        </message>
        <message>
            <source>Type the same one twice.</source>
            <translation>Escriba dos veces la misma.</translation>
        </message>
    </context>
    <context>
        <name>PlacePage</name>
        <message>
            <source>What do you want to start with?</source>
            <translation>¿Con qué quiere empezar?</translation>
        </message>
        <message>
            <source>A &amp;new vault for the office</source>
            <translation>Una bóveda &amp;nueva para la oficina</translation>
        </message>
        <message>
            <source>The &amp;demonstration: a flight of 103 invented people</source>
            <translation>La &amp;demostración: un vuelo de 103 personas inventadas</translation>
        </message>
        <message>
            <source>&amp;Browse...</source>
            <translation>&amp;Examinar...</translation>
        </message>
        <message>
            <source>Choose where the folder is made</source>
            <translation>Elegir dónde se crea la carpeta</translation>
        </message>
        <message>
            <source>&amp;Folder:</source>
            <translation>&amp;Carpeta:</translation>
        </message>
        <message>
            <source>The folder is made; it must not exist yet.</source>
            <translation>La carpeta se crea; no debe existir todavía.</translation>
        </message>
        <message>
            <source>The folder holds all data, encrypted. Keep it on a disk of this computer, not in a folder that is copied to the internet.</source>
            <translation>La carpeta contiene todos los datos, cifrados. Guárdela en un disco de este equipo, no en una carpeta que se copie a internet.</translation>
        </message>
        <message>
            <source>No folder is given.</source>
            <translation>No se indicó ninguna carpeta.</translation>
        </message>
        <message>
            <source>Choose where the vault is to be.</source>
            <translation>Elija dónde estará la bóveda.</translation>
        </message>
        <message>
            <source>There is something in that folder already.</source>
            <translation>Ya hay algo en esa carpeta.</translation>
        </message>
        <message>
            <source>Choose a folder that doesn&apos;t exist yet.</source>
            <translation>Elija una carpeta que no exista todavía.</translation>
        </message>
        <message>
            <source>Where is the folder made?</source>
            <translation>¿Dónde se crea la carpeta?</translation>
        </message>
    </context>
    <context>
        <name>Places</name>
        <message>
            <source>Where</source>
            <translation>Dónde</translation>
        </message>
        <message>
            <source>How it would leave</source>
            <translation>Cómo saldría</translation>
        </message>
        <message>
            <source>What stands there</source>
            <translation>Qué hay allí</translation>
        </message>
        <message>
            <source>Clean</source>
            <translation>Limpio</translation>
        </message>
        <message>
            <source>Discloses</source>
            <translation>Revela</translation>
        </message>
        <message>
            <source>Cannot be explained</source>
            <translation>No se puede explicar</translation>
        </message>
        <message>
            <source>Nothing was found that keeps this from leaving, as it is now.</source>
            <translation>No se encontró nada que impida que salga, tal como está ahora.</translation>
        </message>
        <message>
            <source>Do not send it and do not say it. The places are listed below.</source>
            <translation>No lo envíe ni lo diga. Los lugares están en la lista de abajo.</translation>
        </message>
        <message>
            <source>Do not send it as it is: nobody can say what the places listed below tell.</source>
            <translation>No lo envíe tal como está: nadie puede decir qué revelan los lugares de la lista de abajo.</translation>
        </message>
        <message>
            <source>The words in pictures can&apos;t be read on this computer. Install Tesseract with English and Spanish, which reads them; or send the text itself, or a table, instead of a picture of it.</source>
            <translation>En este equipo no se pueden leer las palabras de las imágenes. Instale Tesseract con inglés y español, que las lee; o mande el texto mismo, o una tabla, en vez de una imagen.</translation>
        </message>
        <message>
            <source>line</source>
            <translation>línea</translation>
        </message>
        <message>
            <source>row</source>
            <translation>fila</translation>
        </message>
        <message>
            <source>page</source>
            <translation>página</translation>
        </message>
        <message>
            <source>part</source>
            <translation>parte</translation>
        </message>
        <message>
            <source>object</source>
            <translation>objeto</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Texto</translation>
        </message>
        <message>
            <source>Lines together</source>
            <translation>Líneas juntas</translation>
        </message>
        <message>
            <source>Cell</source>
            <translation>Celda</translation>
        </message>
        <message>
            <source>Text that stands in for a picture</source>
            <translation>Texto que sustituye a una imagen</translation>
        </message>
        <message>
            <source>Header or footer</source>
            <translation>Encabezado o pie de página</translation>
        </message>
        <message>
            <source>Footnote</source>
            <translation>Nota al pie</translation>
        </message>
        <message>
            <source>Name of a sheet</source>
            <translation>Nombre de una hoja</translation>
        </message>
        <message>
            <source>Chart</source>
            <translation>Gráfico</translation>
        </message>
        <message>
            <source>Drawing</source>
            <translation>Dibujo</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>Enlace</translation>
        </message>
        <message>
            <source>Form field</source>
            <translation>Campo de formulario</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Imagen</translation>
        </message>
        <message>
            <source>Font</source>
            <translation>Fuente</translation>
        </message>
        <message>
            <source>Embedded file</source>
            <translation>Archivo incrustado</translation>
        </message>
        <message>
            <source>Attachment</source>
            <translation>Archivo adjunto</translation>
        </message>
        <message>
            <source>Header of a mail</source>
            <translation>Encabezado de un correo</translation>
        </message>
        <message>
            <source>File name</source>
            <translation>Nombre del archivo</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personas</translation>
        </message>
        <message>
            <source>Whole file</source>
            <translation>Archivo entero</translation>
        </message>
        <message>
            <source>Hidden sheet</source>
            <translation>Hoja oculta</translation>
        </message>
        <message>
            <source>Hidden row</source>
            <translation>Fila oculta</translation>
        </message>
        <message>
            <source>Hidden column</source>
            <translation>Columna oculta</translation>
        </message>
        <message>
            <source>Hidden text</source>
            <translation>Texto oculto</translation>
        </message>
        <message>
            <source>Hidden slide</source>
            <translation>Diapositiva oculta</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Comentario</translation>
        </message>
        <message>
            <source>Tracked deletion</source>
            <translation>Eliminación con control de cambios</translation>
        </message>
        <message>
            <source>Tracked insertion</source>
            <translation>Inserción con control de cambios</translation>
        </message>
        <message>
            <source>Speaker notes</source>
            <translation>Notas del orador</translation>
        </message>
        <message>
            <source>Field code</source>
            <translation>Código de campo</translation>
        </message>
        <message>
            <source>Formula</source>
            <translation>Fórmula</translation>
        </message>
        <message>
            <source>Bookmark</source>
            <translation>Marcador</translation>
        </message>
        <message>
            <source>Text left over from a cell</source>
            <translation>Texto que quedó de una celda</translation>
        </message>
        <message>
            <source>Phonetic text</source>
            <translation>Texto fonético</translation>
        </message>
        <message>
            <source>Data behind a pivot table</source>
            <translation>Datos detrás de una tabla dinámica</translation>
        </message>
        <message>
            <source>Annotation</source>
            <translation>Anotación</translation>
        </message>
        <message>
            <source>Outline</source>
            <translation>Esquema</translation>
        </message>
        <message>
            <source>Older version</source>
            <translation>Versión anterior</translation>
        </message>
        <message>
            <source>Macro</source>
            <translation>Macro</translation>
        </message>
        <message>
            <source>Script</source>
            <translation>Script</translation>
        </message>
        <message>
            <source>Property of the document</source>
            <translation>Propiedad del documento</translation>
        </message>
        <message>
            <source>Defined name</source>
            <translation>Nombre definido</translation>
        </message>
        <message>
            <source>Custom XML</source>
            <translation>XML personalizado</translation>
        </message>
        <message>
            <source>Link to another file</source>
            <translation>Enlace a otro archivo</translation>
        </message>
        <message>
            <source>Data connection</source>
            <translation>Conexión de datos</translation>
        </message>
        <message>
            <source>Number format</source>
            <translation>Formato de número</translation>
        </message>
        <message>
            <source>Attribute in the markup</source>
            <translation>Atributo del marcado</translation>
        </message>
        <message>
            <source>Name in the markup</source>
            <translation>Nombre del marcado</translation>
        </message>
        <message>
            <source>Comment in the markup</source>
            <translation>Comentario del marcado</translation>
        </message>
        <message>
            <source>Metadata</source>
            <translation>Metadatos</translation>
        </message>
        <message>
            <source>Name of a part</source>
            <translation>Nombre de una parte</translation>
        </message>
        <message>
            <source>Archive</source>
            <translation>Archivo comprimido</translation>
        </message>
        <message>
            <source>Unknown part</source>
            <translation>Parte desconocida</translation>
        </message>
        <message>
            <source>A person of the registry or of an exposure list</source>
            <translation>Una persona del registro o de una lista de exposición</translation>
        </message>
        <message>
            <source>A word, form or code of protection</source>
            <translation>Una palabra, un formulario o un código de protección</translation>
        </message>
        <message>
            <source>A word of protection beside people</source>
            <translation>Una palabra de protección junto a personas</translation>
        </message>
        <message>
            <source>A statement about some of a group of people</source>
            <translation>Una afirmación sobre parte de un grupo de personas</translation>
        </message>
        <message>
            <source>Hidden content</source>
            <translation>Contenido oculto</translation>
        </message>
        <message>
            <source>Needs a privacy officer</source>
            <translation>Necesita a un responsable de privacidad</translation>
        </message>
        <message>
            <source>Encrypted</source>
            <translation>Cifrado</translation>
        </message>
        <message>
            <source>Script or action</source>
            <translation>Script o acción</translation>
        </message>
        <message>
            <source>Layer that is switched off</source>
            <translation>Capa desactivada</translation>
        </message>
        <message>
            <source>Film or sound</source>
            <translation>Vídeo o sonido</translation>
        </message>
        <message>
            <source>Picture without text</source>
            <translation>Imagen sin texto</translation>
        </message>
        <message>
            <source>Font without text</source>
            <translation>Fuente sin texto</translation>
        </message>
        <message>
            <source>File inside the document</source>
            <translation>Archivo dentro del documento</translation>
        </message>
        <message>
            <source>File of an unknown kind</source>
            <translation>Archivo de tipo desconocido</translation>
        </message>
        <message>
            <source>Part of an unknown kind</source>
            <translation>Parte de tipo desconocido</translation>
        </message>
        <message>
            <source>Stream of an unknown kind</source>
            <translation>Flujo de tipo desconocido</translation>
        </message>
        <message>
            <source>Document of an older office program, which is not read</source>
            <translation>Documento de un programa de oficina antiguo, que no se lee</translation>
        </message>
        <message>
            <source>Rich text format, which is not read</source>
            <translation>Formato de texto enriquecido, que no se lee</translation>
        </message>
        <message>
            <source>Can&apos;t be read, or is gone</source>
            <translation>No se puede leer, o ya no está</translation>
        </message>
        <message>
            <source>Larger than a check reads</source>
            <translation>Más grande de lo que se comprueba</translation>
        </message>
        <message>
            <source>Larger than the %s MB that a check reads</source>
            <translation>Mayor que los %s MB que lee una comprobación</translation>
        </message>
        <message>
            <source>More than a check looks at</source>
            <translation>Más de lo que se comprueba</translation>
        </message>
        <message>
            <source>More pages than a check looks at</source>
            <translation>Más páginas de las que se comprueban</translation>
        </message>
        <message>
            <source>Too many files inside one another</source>
            <translation>Demasiados archivos unos dentro de otros</translation>
        </message>
        <message>
            <source>Line of more than a million characters</source>
            <translation>Línea de más de un millón de caracteres</translation>
        </message>
        <message>
            <source>More than the %s MB of it that a check looks at</source>
            <translation>Más que los %s MB que mira una comprobación</translation>
        </message>
        <message>
            <source>More than the %s MB of text that a check looks at</source>
            <translation>Más que los %s MB de texto que mira una comprobación</translation>
        </message>
        <message>
            <source>More than the %s MB that a check unpacks</source>
            <translation>Más que los %s MB que desempaqueta una comprobación</translation>
        </message>
        <message>
            <source>More than the %s rows that a sheet has</source>
            <translation>Más que las %s filas que tiene una hoja</translation>
        </message>
        <message>
            <source>More than the %s shared strings that a check looks at</source>
            <translation>Más que los %s textos compartidos que mira una comprobación</translation>
        </message>
        <message>
            <source>More shared strings than a check looks at</source>
            <translation>Más textos compartidos de los que mira una comprobación</translation>
        </message>
        <message>
            <source>More elements than a check looks at</source>
            <translation>Más elementos de los que mira una comprobación</translation>
        </message>
        <message>
            <source>More lists and values than a check looks at</source>
            <translation>Más listas y valores de los que mira una comprobación</translation>
        </message>
        <message>
            <source>More cells or other parts than a check looks at</source>
            <translation>Más celdas u otras partes de las que mira una comprobación</translation>
        </message>
        <message>
            <source>More cells than a check looks at</source>
            <translation>Más celdas de las que mira una comprobación</translation>
        </message>
        <message>
            <source>More members of an object than a check looks at</source>
            <translation>Más elementos de un objeto de los que mira una comprobación</translation>
        </message>
        <message>
            <source>More references between objects than a check looks at</source>
            <translation>Más referencias entre objetos de las que mira una comprobación</translation>
        </message>
        <message>
            <source>A number of more than a million digits</source>
            <translation>Un número de más de un millón de cifras</translation>
        </message>
        <message>
            <source>More texts beside the picture than a check looks at</source>
            <translation>Más textos junto a la imagen de los que mira una comprobación</translation>
        </message>
        <message>
            <source>A text of more than four million characters in one cell or attribute</source>
            <translation>Un texto de más de cuatro millones de caracteres en una celda o un atributo</translation>
        </message>
        <message>
            <source>Bytes before the document</source>
            <translation>Bytes antes del documento</translation>
        </message>
        <message>
            <source>Bytes behind a packed stream</source>
            <translation>Bytes después de un flujo empaquetado</translation>
        </message>
        <message>
            <source>Bytes behind the picture</source>
            <translation>Bytes después de la imagen</translation>
        </message>
        <message>
            <source>Bytes between the objects</source>
            <translation>Bytes entre los objetos</translation>
        </message>
        <message>
            <source>Picture inside the picture</source>
            <translation>Imagen dentro de la imagen</translation>
        </message>
        <message>
            <source>Part that no other part leads to</source>
            <translation>Parte a la que no lleva ninguna otra</translation>
        </message>
        <message>
            <source>Attachment in an unknown code</source>
            <translation>Adjunto en un código desconocido</translation>
        </message>
        <message>
            <source>Drawing that may be writing</source>
            <translation>Dibujo que puede ser escritura</translation>
        </message>
        <message>
            <source>Font whose letters look otherwise</source>
            <translation>Fuente cuyas letras se ven de otro modo</translation>
        </message>
        <message>
            <source>Rich text format, of which not everything is read</source>
            <translation>Formato RTF, del que no se lee todo</translation>
        </message>
        <message>
            <source>Symbolic link format, which is not read</source>
            <translation>Formato SYLK, que no se lee</translation>
        </message>
        <message>
            <source>Damaged markup</source>
            <translation>Marcado dañado</translation>
        </message>
        <message>
            <source>Damaged container</source>
            <translation>Contenedor dañado</translation>
        </message>
        <message>
            <source>Encrypted or damaged container</source>
            <translation>Contenedor cifrado o dañado</translation>
        </message>
        <message>
            <source>Container built to harm or to show two things</source>
            <translation>Contenedor hecho para dañar o para mostrar dos cosas</translation>
        </message>
        <message>
            <source>Damaged document</source>
            <translation>Documento dañado</translation>
        </message>
        <message>
            <source>Damaged page</source>
            <translation>Página dañada</translation>
        </message>
        <message>
            <source>Damaged row</source>
            <translation>Fila dañada</translation>
        </message>
        <message>
            <source>Damaged attachment</source>
            <translation>Adjunto dañado</translation>
        </message>
        <message>
            <source>Damaged metafile</source>
            <translation>Metarchivo dañado</translation>
        </message>
        <message>
            <source>Damaged JSON</source>
            <translation>JSON dañado</translation>
        </message>
        <message>
            <source>Document type definition</source>
            <translation>Definición de tipo de documento</translation>
        </message>
        <message>
            <source>Bytes that belong to no part</source>
            <translation>Bytes que no pertenecen a ninguna parte</translation>
        </message>
        <message>
            <source>Bytes after the end of the document</source>
            <translation>Bytes después del final del documento</translation>
        </message>
        <message>
            <source>Object that was replaced or that nothing refers to</source>
            <translation>Objeto reemplazado o al que nada hace referencia</translation>
        </message>
        <message>
            <source>Shared strings that can&apos;t be put into their cells</source>
            <translation>Cadenas compartidas que no se pueden asignar a sus celdas</translation>
        </message>
        <message>
            <source>Stream that can&apos;t be unpacked</source>
            <translation>Flujo que no se puede descomprimir</translation>
        </message>
        <message>
            <source>Its reader ran out of memory or time, or broke on it</source>
            <translation>Al lector se le acabó la memoria o el tiempo, o falló con él</translation>
        </message>
    </context>
    <context>
        <name>Policy</name>
        <message>
            <source>Planners read why a passenger is held, as one word: claim, exposure, fear, identity, data. They never read which protection, since when, or any note.</source>
            <translation>Los planificadores leen por qué está retenido un pasajero, en una palabra: solicitud, exposición, temor, identidad, datos. Nunca leen qué protección, desde cuándo ni ninguna nota.</translation>
        </message>
        <message>
            <source>Planners read only that a passenger can&apos;t be confirmed and that a supervisor decides, the same words for every cause. Their keys can&apos;t open the reason, so they can&apos;t screen; a supervisor or a privacy officer does.</source>
            <translation>Los planificadores solo leen que un pasajero no puede confirmarse y que decide un supervisor, con las mismas palabras para toda causa. Sus claves no abren el motivo, así que no pueden comprobar; lo hace un supervisor o un responsable de privacidad.</translation>
        </message>
    </context>
    <context>
        <name>PolicyDialog</name>
        <message>
            <source>Keys are changed to match: what planners may not know, their keys can&apos;t open.</source>
            <translation>Las claves cambian a la par: lo que los planificadores no deben saber, sus claves no lo abren.</translation>
        </message>
        <message>
            <source>Change the policy</source>
            <translation>Cambiar la política</translation>
        </message>
        <message>
            <source>&amp;Category</source>
            <translation>&amp;Categoría</translation>
        </message>
        <message>
            <source>&amp;Neutral words</source>
            <translation>Palabras &amp;neutrales</translation>
        </message>
        <message>
            <source>&amp;Planners screen themselves:</source>
            <translation>Los &amp;planificadores comprueban:</translation>
        </message>
        <message>
            <source>A screening &amp;holds for (hours):</source>
            <translation>Una comprobación &amp;vale (horas):</translation>
        </message>
        <message>
            <source>That is the policy already.</source>
            <translation>Esa es ya la política.</translation>
        </message>
    </context>
    <context>
        <name>PolicyPage</name>
        <message>
            <source>What does a planner learn?</source>
            <translation>¿Qué llega a saber un planificador?</translation>
        </message>
        <message>
            <source>The &amp;category of a hold: pending claim, exposure, fear, identity or data</source>
            <translation>La &amp;categoría de una retención: solicitud pendiente, exposición, temor, identidad o datos</translation>
        </message>
        <message>
            <source>&amp;Only that there is a hold, in neutral words</source>
            <translation>&amp;Solo que hay una retención, con palabras neutrales</translation>
        </message>
        <message>
            <source>Planners may &amp;screen flights themselves</source>
            <translation>Los planificadores pueden co&amp;mprobar vuelos ellos mismos</translation>
        </message>
        <message>
            <source>This is kept by keys, not by hiding: what a planner may not learn, a planner&apos;s password can&apos;t open. With neutral words, supervisors and privacy officers do the screening. An administrator and a privacy officer can change this later, together.</source>
            <translation>Esto lo garantizan las claves, no el ocultar: lo que un planificador no debe saber, su contraseña no puede abrirlo. Con palabras neutrales comprueban los supervisores y los responsables de privacidad. Un administrador y un responsable de privacidad pueden cambiarlo después, juntos.</translation>
        </message>
    </context>
    <context>
        <name>Profiles</name>
        <message>
            <source>Liaison: identity and document (English)</source>
            <translation>Enlace: identidad y documento (inglés)</translation>
        </message>
        <message>
            <source>Liaison: identity and document (Spanish)</source>
            <translation>Enlace: identidad y documento (español)</translation>
        </message>
        <message>
            <source>Carrier: name, birth, sex, document (English)</source>
            <translation>Transportista: nombre, nacimiento, sexo, documento (inglés)</translation>
        </message>
        <message>
            <source>Carrier: name, birth, sex, document (Spanish)</source>
            <translation>Transportista: nombre, nacimiento, sexo, documento (español)</translation>
        </message>
    </context>
    <context>
        <name>ProtectedDetails</name>
        <message>
            <source>Protection details</source>
            <translation>Detalles de protección</translation>
        </message>
        <message>
            <source>Show protection &amp;details...</source>
            <translation>Mostrar los &amp;detalles de protección...</translation>
        </message>
        <message>
            <source>Show protection details</source>
            <translation>Mostrar los detalles de protección</translation>
        </message>
        <message>
            <source>State of the protection details</source>
            <translation>Estado de los detalles de protección</translation>
        </message>
        <message>
            <source>Your keys open no protection details of this record.</source>
            <translation>Sus claves no abren ningún detalle de protección de este registro.</translation>
        </message>
        <message>
            <source>The details are shown for 15 seconds. They can&apos;t be copied. Nobody else should see your screen.</source>
            <translation>Los detalles se muestran 15 segundos. No se pueden copiar. Nadie más debería ver su pantalla.</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Mostrar</translation>
        </message>
        <message>
            <source>Hidden. Your password is asked for again to see them.</source>
            <translation>Ocultos. Para verlos se pide otra vez su contraseña.</translation>
        </message>
        <message numerus="yes">
            <source>Hidden again in %n second(s).</source>
            <translation>
                <numerusform>Se ocultan en %n segundo.</numerusform>
                <numerusform>Se ocultan en %n segundos.</numerusform>
            </translation>
        </message>
        <message>
            <source>Basis</source>
            <translation>Base</translation>
        </message>
        <message>
            <source>In the source&apos;s words</source>
            <translation>Con las palabras del origen</translation>
        </message>
        <message>
            <source>Case reference</source>
            <translation>Referencia del caso</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>Desde</translation>
        </message>
        <message>
            <source>Country feared</source>
            <translation>País temido</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Notas</translation>
        </message>
    </context>
    <context>
        <name>Question</name>
        <message>
            <source>The family name comes first: ACOSTA PEREZ Marisol</source>
            <translation>El apellido va primero: ACOSTA PEREZ Marisol</translation>
        </message>
        <message>
            <source>The given name comes first: Marisol ACOSTA PEREZ</source>
            <translation>El nombre va primero: Marisol ACOSTA PEREZ</translation>
        </message>
        <message>
            <source>Day first: 09/03/1984 is the 9th of March</source>
            <translation>Primero el día: 09/03/1984 es el 9 de marzo</translation>
        </message>
        <message>
            <source>Month first: 03/09/1984 is the 9th of March</source>
            <translation>Primero el mes: 03/09/1984 es el 9 de marzo</translation>
        </message>
        <message>
            <source>Year first: 1984/03/09 is the 9th of March</source>
            <translation>Primero el año: 1984/03/09 es el 9 de marzo</translation>
        </message>
    </context>
    <context>
        <name>QuestionBox</name>
        <message>
            <source>A question before the list can be read</source>
            <translation>Una pregunta antes de poder leer la lista</translation>
        </message>
        <message>
            <source>&amp;Answer</source>
            <translation>&amp;Contestar</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Contestar</translation>
        </message>
    </context>
    <context>
        <name>ReadyPage</name>
        <message>
            <source>Ready</source>
            <translation>Listo</translation>
        </message>
        <message>
            <source>Finish makes the demonstration in %s: five people, a registry, an exposure list and flight RX-114, all invented. The passwords are in the folder &apos;people&apos; beside the vault, for everyone to read: never put real data into it.</source>
            <translation>Finalizar crea la demostración en %s: cinco personas, un registro, una lista de exposición y el vuelo RX-114, todo inventado. Las contraseñas están en la carpeta «people» junto a la bóveda, a la vista de todos: no ponga nunca datos reales en ella.</translation>
        </message>
        <message>
            <source>Finish makes the vault in %s.

There is no back door and no master password. Who forgets a password can&apos;t get in any more; then the administrator and the privacy officer together give that person a new account. If the only privacy officer&apos;s password is lost, protection data can&apos;t be opened by anybody again. So add a second privacy officer soon, and copy the folder of the vault to a safe place every day while the program is closed.</source>
            <translation>Finalizar crea la bóveda en %s.

No hay puerta trasera ni contraseña maestra. Quien olvida su contraseña ya no puede entrar; entonces el administrador y el responsable de privacidad le dan juntos una cuenta nueva. Si se pierde la contraseña del único responsable de privacidad, nadie podrá volver a abrir los datos de protección. Por eso, añada pronto a un segundo responsable de privacidad y copie cada día la carpeta de la bóveda a un lugar seguro con el programa cerrado.</translation>
        </message>
    </context>
    <context>
        <name>RecipientDialog</name>
        <message>
            <source>Recipients have no account here. The profile says which fields they may get at most.</source>
            <translation>Los destinatarios no tienen cuenta aquí. El perfil dice qué campos pueden recibir como máximo.</translation>
        </message>
        <message>
            <source>Add a recipient</source>
            <translation>Añadir un destinatario</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Añadir</translation>
        </message>
        <message>
            <source>&amp;Name:</source>
            <translation>&amp;Nombre:</translation>
        </message>
        <message>
            <source>An office or a carrier, not a person</source>
            <translation>Una oficina o un transportista, no una persona</translation>
        </message>
        <message>
            <source>&amp;Profile:</source>
            <translation>&amp;Perfil:</translation>
        </message>
        <message>
            <source>Give the recipient&apos;s name.</source>
            <translation>Indique el nombre del destinatario.</translation>
        </message>
    </context>
    <context>
        <name>RefusalDialog</name>
        <message>
            <source>No file is written. The reason is kept in the ledger.</source>
            <translation>No se escribe ningún archivo. El motivo queda en el libro.</translation>
        </message>
        <message>
            <source>Refuse a release</source>
            <translation>Rechazar una entrega</translation>
        </message>
        <message>
            <source>Refuse</source>
            <translation>Rechazar</translation>
        </message>
        <message>
            <source>&amp;Reason:</source>
            <translation>&amp;Motivo:</translation>
        </message>
        <message>
            <source>Give the reason.</source>
            <translation>Indique el motivo.</translation>
        </message>
    </context>
    <context>
        <name>RegistryPage</name>
        <message>
            <source>Registry</source>
            <translation>Registro de protección</translation>
        </message>
        <message>
            <source>The protection registry is empty, so no passenger is found in it. Import the list of the people who asked for protection: a spreadsheet with names, dates of birth, numbers and the basis.</source>
            <translation>El registro de protección está vacío, así que no se encuentra en él a ningún pasajero. Importe la lista de quienes pidieron protección: una hoja de cálculo con nombres, fechas de nacimiento, números y la base.</translation>
        </message>
        <message>
            <source>Records of the protection registry</source>
            <translation>Registros de protección</translation>
        </message>
        <message>
            <source>Search the registry</source>
            <translation>Buscar en el registro</translation>
        </message>
        <message>
            <source>Name, A-number or document number</source>
            <translation>Nombre, número A o número de documento</translation>
        </message>
        <message>
            <source>Reading the registry</source>
            <translation>Leyendo el registro</translation>
        </message>
        <message>
            <source>Import into the registry</source>
            <translation>Importar al registro</translation>
        </message>
        <message>
            <source>The record is corrected.</source>
            <translation>El registro está corregido.</translation>
        </message>
        <message>
            <source>The record has ended.</source>
            <translation>El registro ha terminado.</translation>
        </message>
        <message>
            <source>Screen every flight again that has not left.</source>
            <translation>Compruebe otra vez todos los vuelos que no hayan salido.</translation>
        </message>
        <message numerus="yes">
            <source>%n record(s)</source>
            <translation>
                <numerusform>%n registro</numerusform>
                <numerusform>%n registros</numerusform>
            </translation>
        </message>
        <message>
            <source>Import people from a spreadsheet, after a look at its columns.</source>
            <translation>Importar personas de una hoja de cálculo, después de mirar sus columnas.</translation>
        </message>
        <message>
            <source>Correct who the record chosen is about; a privacy officer signs too.</source>
            <translation>Corregir de quién trata el registro elegido; firma también un responsable de privacidad.</translation>
        </message>
        <message>
            <source>End the record chosen, so that it holds nobody any more; a privacy officer signs too.</source>
            <translation>Terminar el registro elegido para que ya no retenga a nadie; firma también un responsable de privacidad.</translation>
        </message>
        <message>
            <source>&amp;Correct...</source>
            <translation>&amp;Corregir...</translation>
        </message>
        <message>
            <source>&amp;End...</source>
            <translation>&amp;Terminar...</translation>
        </message>
        <message>
            <source>&amp;Import...</source>
            <translation>&amp;Importar...</translation>
        </message>
        <message>
            <source>&amp;Search:</source>
            <translation>&amp;Buscar:</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>A-number</source>
            <translation>Número A</translation>
        </message>
        <message>
            <source>Born</source>
            <translation>Nacimiento</translation>
        </message>
        <message>
            <source>Nationality</source>
            <translation>Nacionalidad</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Documento</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>Registro</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>Terminado</translation>
        </message>
        <message>
            <source>Restricted</source>
            <translation>Restringido</translation>
        </message>
        <message>
            <source>In force</source>
            <translation>Vigente</translation>
        </message>
    </context>
    <context>
        <name>Relations</name>
        <message>
            <source>on one side only</source>
            <translation>en un solo lado</translation>
        </message>
        <message>
            <source>equal</source>
            <translation>igual</translation>
        </message>
        <message>
            <source>different</source>
            <translation>distinto</translation>
        </message>
        <message>
            <source>the same in another spelling</source>
            <translation>lo mismo con otra grafía</translation>
        </message>
        <message>
            <source>one letter differs</source>
            <translation>difiere una letra</translation>
        </message>
        <message>
            <source>two letters differ</source>
            <translation>difieren dos letras</translation>
        </message>
        <message>
            <source>a short form of the name</source>
            <translation>una forma corta del nombre</translation>
        </message>
        <message>
            <source>sounds alike</source>
            <translation>suena parecido</translation>
        </message>
        <message>
            <source>shortened</source>
            <translation>abreviado</translation>
        </message>
        <message>
            <source>similar</source>
            <translation>parecido</translation>
        </message>
        <message>
            <source>an initial only</source>
            <translation>solo una inicial</translation>
        </message>
        <message>
            <source>the month differs</source>
            <translation>difiere el mes</translation>
        </message>
        <message>
            <source>the year differs</source>
            <translation>difiere el año</translation>
        </message>
        <message>
            <source>the day differs</source>
            <translation>difiere el día</translation>
        </message>
        <message>
            <source>only the year can be compared</source>
            <translation>solo se puede comparar el año</translation>
        </message>
        <message>
            <source>only month and year can be compared</source>
            <translation>solo se pueden comparar mes y año</translation>
        </message>
        <message>
            <source>one digit differs</source>
            <translation>difiere una cifra</translation>
        </message>
        <message>
            <source>one year off</source>
            <translation>un año de diferencia</translation>
        </message>
        <message>
            <source>day and month exchanged</source>
            <translation>día y mes intercambiados</translation>
        </message>
        <message>
            <source>day and month exchanged, and the year off</source>
            <translation>día y mes intercambiados, y el año difiere</translation>
        </message>
        <message>
            <source>surname and given name swapped</source>
            <translation>apellido y nombre intercambiados</translation>
        </message>
        <message>
            <source>written together or apart</source>
            <translation>escrito junto o separado</translation>
        </message>
        <message>
            <source>a part is missing</source>
            <translation>falta una parte</translation>
        </message>
        <message>
            <source>partly different</source>
            <translation>distinto en parte</translation>
        </message>
        <message>
            <source>common name: says less</source>
            <translation>nombre común: dice menos</translation>
        </message>
    </context>
    <context>
        <name>ReleaseBeside</name>
        <message>
            <source>Beside earlier lists</source>
            <translation>Junto a listas anteriores</translation>
        </message>
        <message>
            <source>The recipient can tell who is protected. This list should stay here.</source>
            <translation>El destinatario puede notar quién está protegido. Esta lista debería quedarse aquí.</translation>
        </message>
        <message>
            <source>This is the first list of this flight that they get.</source>
            <translation>Es la primera lista de este vuelo que reciben.</translation>
        </message>
        <message>
            <source>Beside the earlier lists this one tells of nobody, by the rules of the office.</source>
            <translation>Junto a las anteriores esta no delata a nadie, según las reglas de la oficina.</translation>
        </message>
        <message>
            <source>They have an earlier list. A privacy officer looks at both before this one leaves.</source>
            <translation>Tienen una lista anterior. Un responsable de privacidad mira ambas antes de que salga esta.</translation>
        </message>
        <message>
            <source>Send a new list only if it is needed: each one can be laid beside those before.</source>
            <translation>Mande una lista nueva solo si hace falta: cada una se puede poner junto a las anteriores.</translation>
        </message>
        <message>
            <source>Ways on: cancel the flight, or send no other list of it: who may not travel is stopped at boarding, by their hold.</source>
            <translation>Salidas: cancelar el vuelo, o no mandar otra lista; a quien no puede viajar lo detiene su retención al embarcar.</translation>
        </message>
        <message>
            <source>If it has to leave in spite of that, override the stop with a second person and a reason.</source>
            <translation>Si a pesar de eso tiene que salir, anule el alto con una segunda persona y un motivo.</translation>
        </message>
        <message>
            <source>If it has to leave in spite of that, ask a privacy officer.</source>
            <translation>Si a pesar de eso tiene que salir, pregunte a un responsable de privacidad.</translation>
        </message>
    </context>
    <context>
        <name>ReleaseChecks</name>
        <message>
            <source>What was checked</source>
            <translation>Lo que se comprobó</translation>
        </message>
        <message>
            <source>This list cannot leave yet. Each reason stands beside its check.</source>
            <translation>Esta lista todavía no puede salir. Cada motivo está junto a su comprobación.</translation>
        </message>
        <message>
            <source>Nothing stands in the way.</source>
            <translation>Nada se interpone.</translation>
        </message>
    </context>
    <context>
        <name>ReleasePage</name>
        <message>
            <source>Release</source>
            <translation>Entrega</translation>
        </message>
        <message>
            <source>State of the approval</source>
            <translation>Estado de la aprobación</translation>
        </message>
        <message>
            <source>Reading the recipients</source>
            <translation>Leyendo los destinatarios</translation>
        </message>
        <message>
            <source>1 of 4: who receives it</source>
            <translation>1 de 4: quién la recibe</translation>
        </message>
        <message>
            <source>2 of 4: what they will get, exactly</source>
            <translation>2 de 4: qué recibirá, exactamente</translation>
        </message>
        <message>
            <source>3 of 4: what was checked</source>
            <translation>3 de 4: qué se comprobó</translation>
        </message>
        <message>
            <source>4 of 4: approval by another person, and the file</source>
            <translation>4 de 4: aprobación de otra persona, y el archivo</translation>
        </message>
        <message>
            <source>Asking for the release</source>
            <translation>Pidiendo la entrega</translation>
        </message>
        <message>
            <source>Release of %(flight)s, %(day)s</source>
            <translation>Entrega de %(flight)s, %(day)s</translation>
        </message>
        <message>
            <source>Ask for approval now. Then another person, who has changed nothing in this list, signs in on their own, opens Releases, reads the list and approves it. After that the file can be written.</source>
            <translation>Pida ahora la aprobación. Después otra persona, que no haya cambiado nada en esta lista, abre su propia sesión, va a Entregas, lee la lista y la aprueba. Entonces se puede escribir el archivo.</translation>
        </message>
        <message>
            <source>The list for %s waits for approval. Another person signs in on their own, opens Releases, reads it and approves it there. You can&apos;t approve it yourself, and nothing is written before.</source>
            <translation>La lista para %s espera aprobación. Otra persona abre su propia sesión, va a Entregas, la lee y la aprueba allí. Usted no puede aprobarla, y antes no se escribe nada.</translation>
        </message>
        <message>
            <source>The list for %s is approved. Write the file now.</source>
            <translation>La lista para %s está aprobada. Escriba ahora el archivo.</translation>
        </message>
        <message>
            <source>The list for %s was refused. Go back to ask for another.</source>
            <translation>La lista para %s fue rechazada. Vuelva atrás para pedir otra.</translation>
        </message>
        <message>
            <source>The list for %s is written. It stands in Releases.</source>
            <translation>La lista para %s está escrita. Consta en Entregas.</translation>
        </message>
        <message>
            <source>Making the list</source>
            <translation>Haciendo la lista</translation>
        </message>
        <message>
            <source>The release is asked for. Another person approves it on the Releases page.</source>
            <translation>La entrega está pedida. Otra persona la aprueba en la página Entregas.</translation>
        </message>
        <message>
            <source>&amp;Back</source>
            <translation>&amp;Atrás</translation>
        </message>
        <message>
            <source>Go back a step, or to the flight.</source>
            <translation>Volver un paso, o al vuelo.</translation>
        </message>
        <message>
            <source>Ne&amp;xt</source>
            <translation>&amp;Siguiente</translation>
        </message>
        <message>
            <source>Go on.</source>
            <translation>Continuar.</translation>
        </message>
        <message>
            <source>Add someone who receives lists.</source>
            <translation>Añadir a alguien que recibe listas.</translation>
        </message>
        <message>
            <source>&amp;Add a recipient...</source>
            <translation>Añadir un &amp;destinatario...</translation>
        </message>
        <message>
            <source>How passenger list messages to this recipient name the parties.</source>
            <translation>Cómo nombran a las partes los mensajes de lista de pasajeros a este destinatario.</translation>
        </message>
        <message>
            <source>&amp;Messages (PAXLST)...</source>
            <translation>&amp;Mensajes (PAXLST)...</translation>
        </message>
        <message>
            <source>Take back that this recipient and another have each other&apos;s lists.</source>
            <translation>Retirar que este destinatario y otro tienen cada uno las listas del otro.</translation>
        </message>
        <message>
            <source>No longer &amp;shares...</source>
            <translation>Ya no &amp;comparte...</translation>
        </message>
        <message>
            <source>Calls and mails about this flight, and the sheet to keep beside the phone.</source>
            <translation>Llamadas y correos sobre este vuelo, y la hoja que se tiene junto al teléfono.</translation>
        </message>
        <message>
            <source>&amp;Contacts and call sheet...</source>
            <translation>&amp;Contactos y hoja de llamadas...</translation>
        </message>
        <message>
            <source>Sign the request; another person approves it.</source>
            <translation>Firmar la petición; otra persona la aprueba.</translation>
        </message>
        <message>
            <source>As&amp;k for approval</source>
            <translation>&amp;Pedir aprobación</translation>
        </message>
        <message>
            <source>Write the approved file into a folder; your password is asked for again.</source>
            <translation>Escribir el archivo aprobado en una carpeta; se pide otra vez su contraseña.</translation>
        </message>
        <message>
            <source>&amp;Write file...</source>
            <translation>&amp;Escribir archivo...</translation>
        </message>
        <message>
            <source>&amp;Recipient:</source>
            <translation>&amp;Destinatario:</translation>
        </message>
        <message>
            <source>&amp;Profile:</source>
            <translation>&amp;Perfil:</translation>
        </message>
        <message>
            <source>Which fields they get, and in which language</source>
            <translation>Qué campos recibe y en qué idioma</translation>
        </message>
        <message>
            <source>&amp;Format:</source>
            <translation>&amp;Formato:</translation>
        </message>
        <message>
            <source>Recipients see the fields of their profile and nothing else.</source>
            <translation>Los destinatarios ven los campos de su perfil y nada más.</translation>
        </message>
        <message>
            <source>Open R&amp;eleases</source>
            <translation>Abrir &amp;Entregas</translation>
        </message>
        <message>
            <source>Open Releases</source>
            <translation>Abrir Entregas</translation>
        </message>
    </context>
    <context>
        <name>ReleaseTable</name>
        <message>
            <source>File name</source>
            <translation>Nombre del archivo</translation>
        </message>
        <message>
            <source>File: %s</source>
            <translation>Archivo: %s</translation>
        </message>
        <message numerus="yes">
            <source>%n row(s). Nothing else is in the file: no other column, sheet, note or property.</source>
            <translation>
                <numerusform>%n fila. No hay nada más en el archivo: ninguna otra columna, hoja, nota ni propiedad.</numerusform>
                <numerusform>%n filas. No hay nada más en el archivo: ninguna otra columna, hoja, nota ni propiedad.</numerusform>
            </translation>
        </message>
        <message>
            <source>What the recipient gets</source>
            <translation>Lo que recibe el destinatario</translation>
        </message>
    </context>
    <context>
        <name>ReleaseWriter</name>
        <message>
            <source>Folder for the file</source>
            <translation>Carpeta para el archivo</translation>
        </message>
        <message>
            <source>%(file)s is written into %(folder)s, after it was read back and checked once more.</source>
            <translation>%(file)s se escribe en %(folder)s, después de releerlo y comprobarlo una vez más.</translation>
        </message>
        <message>
            <source>Write the file</source>
            <translation>Escribir el archivo</translation>
        </message>
    </context>
    <context>
        <name>ReleasesPage</name>
        <message>
            <source>Releases</source>
            <translation>Entregas</translation>
        </message>
        <message>
            <source>No list was asked for yet. Open a flight whose holds are decided, and choose Release there.</source>
            <translation>Todavía no se pidió ninguna lista. Abra un vuelo con las retenciones decididas y elija allí Entregar.</translation>
        </message>
        <message>
            <source>Releases, newest first</source>
            <translation>Entregas, primero la más reciente</translation>
        </message>
        <message>
            <source>What the recipient gets</source>
            <translation>Lo que recibe el destinatario</translation>
        </message>
        <message>
            <source>What was checked</source>
            <translation>Lo que se comprobó</translation>
        </message>
        <message>
            <source>Beside earlier lists</source>
            <translation>Junto a listas anteriores</translation>
        </message>
        <message>
            <source>Reading the releases</source>
            <translation>Leyendo las entregas</translation>
        </message>
        <message>
            <source>Approved. The file can be written now.</source>
            <translation>Aprobada. Ahora se puede escribir el archivo.</translation>
        </message>
        <message>
            <source>Comparing with earlier lists</source>
            <translation>Comparando con listas anteriores</translation>
        </message>
        <message>
            <source>Refused.</source>
            <translation>Rechazada.</translation>
        </message>
        <message>
            <source>Which release is this file?</source>
            <translation>¿Qué entrega es este archivo?</translation>
        </message>
        <message>
            <source>Comparing the file</source>
            <translation>Comparando el archivo</translation>
        </message>
        <message>
            <source>You asked for this list, so another person approves it: they sign in on their own and open Releases.</source>
            <translation>Usted pidió esta lista, así que la aprueba otra persona: abre su propia sesión y va a Entregas.</translation>
        </message>
        <message>
            <source>Read every row and every check below before you approve.</source>
            <translation>Lea cada fila y cada comprobación de abajo antes de aprobar.</translation>
        </message>
        <message>
            <source>Reading the list</source>
            <translation>Leyendo la lista</translation>
        </message>
        <message>
            <source>Nothing stops this list. Approve it, without an override.</source>
            <translation>Nada detiene esta lista. Apruébela sin anular nada.</translation>
        </message>
        <message>
            <source>Approved by two persons in spite of what was found.</source>
            <translation>Aprobada por dos personas a pesar de lo hallado.</translation>
        </message>
        <message>
            <source>%s is no release of this vault, or it was changed after it was written.</source>
            <translation>%s no es ninguna entrega de esta bóveda, o fue cambiado después de escribirse.</translation>
        </message>
        <message>
            <source>Don&apos;t hand it on.</source>
            <translation>No lo entregue a nadie.</translation>
        </message>
        <message>
            <source>%(file)s is list %(number)s of flight %(flight)s for %(recipient)s, byte for byte.</source>
            <translation>%(file)s es la lista %(number)s del vuelo %(flight)s para %(recipient)s, byte por byte.</translation>
        </message>
        <message>
            <source>&amp;Approve...</source>
            <translation>&amp;Aprobar...</translation>
        </message>
        <message>
            <source>Sign the release chosen; your password is asked for again.</source>
            <translation>Firmar la entrega elegida; se pide otra vez su contraseña.</translation>
        </message>
        <message>
            <source>Re&amp;fuse...</source>
            <translation>Re&amp;chazar...</translation>
        </message>
        <message>
            <source>Refuse the release chosen, or take back an approval.</source>
            <translation>Rechazar la entrega elegida, o retirar una aprobación.</translation>
        </message>
        <message>
            <source>Overri&amp;de a stop...</source>
            <translation>Anular un al&amp;to...</translation>
        </message>
        <message>
            <source>See what stops the release chosen, and approve it in spite of that with a second person.</source>
            <translation>Ver qué detiene la entrega elegida, y aprobarla a pesar de ello con una segunda persona.</translation>
        </message>
        <message>
            <source>&amp;Write file...</source>
            <translation>&amp;Escribir archivo...</translation>
        </message>
        <message>
            <source>Write the file of the release chosen into a folder.</source>
            <translation>Escribir el archivo de la entrega elegida en una carpeta.</translation>
        </message>
        <message>
            <source>Which release is th&amp;is file?</source>
            <translation>¿Qué entrega es este arch&amp;ivo?</translation>
        </message>
        <message>
            <source>Compare a file with everything that was written, byte for byte.</source>
            <translation>Comparar un archivo con todo lo que se escribió, byte por byte.</translation>
        </message>
        <message>
            <source>Flight</source>
            <translation>Vuelo</translation>
        </message>
        <message>
            <source>Departs</source>
            <translation>Salida</translation>
        </message>
        <message>
            <source>Recipient</source>
            <translation>Destinatario</translation>
        </message>
        <message>
            <source>List</source>
            <translation>Lista</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Estado</translation>
        </message>
        <message>
            <source>Asked for</source>
            <translation>Pedida</translation>
        </message>
        <message>
            <source>Approved by</source>
            <translation>Aprobada por</translation>
        </message>
        <message>
            <source>SHA-256</source>
            <translation>SHA-256</translation>
        </message>
    </context>
    <context>
        <name>RepairWidget</name>
        <message>
            <source>Rows to repair</source>
            <translation>Filas por corregir</translation>
        </message>
        <message>
            <source>&amp;Use these values</source>
            <translation>&amp;Usar estos valores</translation>
        </message>
        <message>
            <source>Use these values</source>
            <translation>Usar estos valores</translation>
        </message>
        <message>
            <source>What the row says</source>
            <translation>Lo que dice la fila</translation>
        </message>
        <message>
            <source>Every row is a passenger.</source>
            <translation>Cada fila es un pasajero.</translation>
        </message>
        <message>
            <source>Choose a row.</source>
            <translation>Elija una fila.</translation>
        </message>
    </context>
    <context>
        <name>ReviewPage</name>
        <message>
            <source>Review</source>
            <translation>Revisión</translation>
        </message>
        <message>
            <source>No hold waits for a decision. Holds appear here as soon as a flight is screened (Flights, Screen).</source>
            <translation>Ninguna retención espera decisión. Aparecen aquí en cuanto se comprueba un vuelo (Vuelos, Comprobar).</translation>
        </message>
        <message>
            <source>Holds, soonest departure first</source>
            <translation>Retenciones, primero el vuelo que sale antes</translation>
        </message>
        <message>
            <source>Show decided holds too</source>
            <translation>Mostrar también las decididas</translation>
        </message>
        <message>
            <source>Show decided &amp;holds too</source>
            <translation>Mostrar también las &amp;decididas</translation>
        </message>
        <message>
            <source>Reading the holds</source>
            <translation>Leyendo las retenciones</translation>
        </message>
        <message>
            <source>Opening the hold</source>
            <translation>Abriendo la retención</translation>
        </message>
        <message>
            <source>The decision on %s is recorded.</source>
            <translation>La decisión sobre %s está registrada.</translation>
        </message>
        <message>
            <source>Next hold</source>
            <translation>Retención siguiente</translation>
        </message>
        <message>
            <source>Go to the next hold.</source>
            <translation>Ir a la retención siguiente.</translation>
        </message>
        <message>
            <source>Previous hold</source>
            <translation>Retención anterior</translation>
        </message>
        <message>
            <source>Go to the hold before.</source>
            <translation>Ir a la retención anterior.</translation>
        </message>
        <message>
            <source>Uphold</source>
            <translation>Confirmar</translation>
        </message>
        <message>
            <source>The passenger stays off the flight.</source>
            <translation>El pasajero queda fuera del vuelo.</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Levantar</translation>
        </message>
        <message>
            <source>The hold no longer stands in the way.</source>
            <translation>La retención ya no se interpone.</translation>
        </message>
        <message>
            <source>Not the same person</source>
            <translation>No es la misma persona</translation>
        </message>
        <message>
            <source>The record belongs to someone else.</source>
            <translation>El registro es de otra persona.</translation>
        </message>
        <message>
            <source>Record the decision</source>
            <translation>Registrar la decisión</translation>
        </message>
        <message>
            <source>Sign and record what was chosen.</source>
            <translation>Firmar y registrar lo elegido.</translation>
        </message>
        <message>
            <source>Departs</source>
            <translation>Salida</translation>
        </message>
        <message>
            <source>Flight</source>
            <translation>Vuelo</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Por qué</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Estado</translation>
        </message>
    </context>
    <context>
        <name>RoleDialog</name>
        <message>
            <source>%s gets the keys of the new role. What was read before can&apos;t be taken back.</source>
            <translation>%s recibe las claves de la función nueva. Lo que leyó antes no se puede retirar.</translation>
        </message>
        <message>
            <source>Change a role</source>
            <translation>Cambiar una función</translation>
        </message>
        <message>
            <source>Change the role</source>
            <translation>Cambiar la función</translation>
        </message>
        <message>
            <source>New r&amp;ole:</source>
            <translation>F&amp;unción nueva:</translation>
        </message>
        <message>
            <source>That is the role already.</source>
            <translation>Esa es ya la función.</translation>
        </message>
    </context>
    <context>
        <name>RowDialog</name>
        <message>
            <source>Repair row %s</source>
            <translation>Corregir la fila %s</translation>
        </message>
        <message>
            <source>Correct row %s</source>
            <translation>Corregir la fila %s</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Guardar</translation>
        </message>
        <message>
            <source>year-month-day, such as 1984-03-09</source>
            <translation>año-mes-día, como 1984-03-09</translation>
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation>No se cambió nada.</translation>
        </message>
    </context>
    <context>
        <name>SecondPersonForm</name>
        <message>
            <source>Second person</source>
            <translation>Segunda persona</translation>
        </message>
        <message>
            <source>Second person signs:</source>
            <translation>Firma la segunda persona:</translation>
        </message>
        <message>
            <source>Their own password:</source>
            <translation>Su propia contraseña:</translation>
        </message>
        <message>
            <source>There is no second person who may sign this. An administrator can add one on the People page.</source>
            <translation>No hay una segunda persona que pueda firmar esto. Un administrador puede añadir a alguien en la página Personas.</translation>
        </message>
        <message>
            <source>The second person must type their own password.</source>
            <translation>La segunda persona debe escribir su propia contraseña.</translation>
        </message>
    </context>
    <context>
        <name>SetAsideDialog</name>
        <message>
            <source>Row %s is no passenger: a total, a remark, a doubled line. It stays in the vault.</source>
            <translation>La fila %s no es un pasajero: un total, una observación, una línea repetida. Se queda en la bóveda.</translation>
        </message>
        <message>
            <source>Set a row aside</source>
            <translation>Apartar una fila</translation>
        </message>
        <message>
            <source>&amp;Reason:</source>
            <translation>&amp;Motivo:</translation>
        </message>
        <message>
            <source>Give the reason.</source>
            <translation>Indique el motivo.</translation>
        </message>
    </context>
    <context>
        <name>ShortcutsDialog</name>
        <message>
            <source>Shortcuts</source>
            <translation>Atajos</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Teclas</translation>
        </message>
        <message>
            <source>Action</source>
            <translation>Acción</translation>
        </message>
        <message>
            <source>What it does</source>
            <translation>Qué hace</translation>
        </message>
    </context>
    <context>
        <name>StatementDialog</name>
        <message>
            <source>%s is held at once. Do not ask questions about the fear; write down what was said, to whom and when.</source>
            <translation>%s queda retenido enseguida. No haga preguntas sobre el temor; anote qué se dijo, a quién y cuándo.</translation>
        </message>
        <message>
            <source>The passenger said they fear return</source>
            <translation>El pasajero dijo que teme regresar</translation>
        </message>
        <message>
            <source>Hold the passenger</source>
            <translation>Retener al pasajero</translation>
        </message>
        <message>
            <source>&amp;What was said:</source>
            <translation>&amp;Qué se dijo:</translation>
        </message>
        <message>
            <source>Write down what was said.</source>
            <translation>Anote qué se dijo.</translation>
        </message>
    </context>
    <context>
        <name>States</name>
        <message>
            <source>Not shown</source>
            <translation>No mostrado</translation>
        </message>
        <message>
            <source>Upheld</source>
            <translation>Confirmada</translation>
        </message>
        <message>
            <source>Cleared</source>
            <translation>Levantada</translation>
        </message>
        <message>
            <source>Not the same person</source>
            <translation>No es la misma persona</translation>
        </message>
        <message>
            <source>Waits for approval</source>
            <translation>Espera aprobación</translation>
        </message>
        <message>
            <source>Approved, not written</source>
            <translation>Aprobada, sin escribir</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>Rechazada</translation>
        </message>
        <message>
            <source>Written</source>
            <translation>Escrita</translation>
        </message>
    </context>
    <context>
        <name>Stepper</name>
        <message>
            <source>Imported</source>
            <translation>Importado</translation>
        </message>
        <message>
            <source>Screened</source>
            <translation>Comprobado</translation>
        </message>
        <message>
            <source>Reviewed</source>
            <translation>Revisado</translation>
        </message>
        <message>
            <source>Released</source>
            <translation>Entregado</translation>
        </message>
        <message>
            <source>done</source>
            <translation>hecho</translation>
        </message>
        <message>
            <source>next</source>
            <translation>siguiente</translation>
        </message>
        <message>
            <source>later</source>
            <translation>después</translation>
        </message>
    </context>
    <context>
        <name>Strength</name>
        <message>
            <source>says little either way</source>
            <translation>dice poco en un sentido o en otro</translation>
        </message>
        <message>
            <source>speaks very strongly for the same person</source>
            <translation>habla con mucha fuerza por la misma persona</translation>
        </message>
        <message>
            <source>speaks very strongly against</source>
            <translation>habla con mucha fuerza en contra</translation>
        </message>
        <message>
            <source>speaks strongly for the same person</source>
            <translation>habla con fuerza por la misma persona</translation>
        </message>
        <message>
            <source>speaks strongly against</source>
            <translation>habla con fuerza en contra</translation>
        </message>
        <message>
            <source>speaks for the same person</source>
            <translation>habla por la misma persona</translation>
        </message>
        <message>
            <source>speaks against</source>
            <translation>habla en contra</translation>
        </message>
    </context>
    <context>
        <name>TracePage</name>
        <message>
            <source>Trace a list</source>
            <translation>Rastrear una lista</translation>
        </message>
        <message>
            <source>Paste a few &amp;rows of what was found:</source>
            <translation>Pegue unas &amp;filas de lo hallado:</translation>
        </message>
        <message>
            <source>Lists that it can come from, the likeliest first</source>
            <translation>Listas de las que puede venir, la más probable primero</translation>
        </message>
        <message>
            <source>Where did this list come from?</source>
            <translation>¿De dónde viene esta lista?</translation>
        </message>
        <message>
            <source>Drop the file that turned up, or paste a few of its rows: names, birth dates, documents.</source>
            <translation>Suelte el archivo que apareció, o pegue unas de sus filas: nombres, fechas de nacimiento, documentos.</translation>
        </message>
        <message>
            <source>Where did this file come from?</source>
            <translation>¿De dónde viene este archivo?</translation>
        </message>
        <message>
            <source>One file at a time.</source>
            <translation>Un archivo a la vez.</translation>
        </message>
        <message>
            <source>Drop a single file.</source>
            <translation>Suelte un solo archivo.</translation>
        </message>
        <message>
            <source>The rows in the box</source>
            <translation>Las filas del cuadro</translation>
        </message>
        <message>
            <source>Comparing with every list that left...</source>
            <translation>Comparando con cada lista que salió...</translation>
        </message>
        <message>
            <source>Tracing</source>
            <translation>Rastreando</translation>
        </message>
        <message>
            <source>%s: no list that left this office explains it.</source>
            <translation>%s: ninguna lista que salió de esta oficina lo explica.</translation>
        </message>
        <message>
            <source>Paste whole rows: a name alone is found only as a whole.</source>
            <translation>Pegue filas enteras: un nombre solo se halla si está completo.</translation>
        </message>
        <message>
            <source>%(file)s is list %(number)s of flight %(flight)s for %(recipient)s, byte for byte.</source>
            <translation>%(file)s es la lista %(number)s del vuelo %(flight)s para %(recipient)s, byte por byte.</translation>
        </message>
        <message>
            <source>%(what)s: lists that it can come from: %(lists)s. The likeliest stands first.</source>
            <translation>%(what)s: listas de las que puede venir: %(lists)s. La más probable está primero.</translation>
        </message>
        <message>
            <source>Find the lists that a file can come from; you can also drop or paste it on this page.</source>
            <translation>Hallar las listas de las que puede venir un archivo; también puede soltarlo o pegarlo en esta página.</translation>
        </message>
        <message>
            <source>&amp;Choose a file...</source>
            <translation>&amp;Elegir un archivo...</translation>
        </message>
        <message>
            <source>Find the lists that the rows in the box can come from.</source>
            <translation>Hallar las listas de las que pueden venir las filas del cuadro.</translation>
        </message>
        <message>
            <source>&amp;Trace the rows</source>
            <translation>&amp;Rastrear las filas</translation>
        </message>
        <message>
            <source>Show the list chosen on the Releases page.</source>
            <translation>Mostrar la lista elegida en la página Entregas.</translation>
        </message>
        <message>
            <source>Sh&amp;ow the release</source>
            <translation>&amp;Mostrar la entrega</translation>
        </message>
        <message>
            <source>Drop the file that turned up here.</source>
            <translation>Suelte aquí el archivo que apareció.</translation>
        </message>
        <message>
            <source>How sure</source>
            <translation>Seguridad</translation>
        </message>
        <message>
            <source>People found</source>
            <translation>Personas halladas</translation>
        </message>
        <message>
            <source>By more than a name: %s</source>
            <translation>Por más que un nombre: %s</translation>
        </message>
        <message>
            <source>Flight</source>
            <translation>Vuelo</translation>
        </message>
        <message>
            <source>Departs</source>
            <translation>Sale</translation>
        </message>
        <message>
            <source>Recipient</source>
            <translation>Destinatario</translation>
        </message>
        <message>
            <source>List</source>
            <translation>Lista</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Archivo</translation>
        </message>
        <message>
            <source>The very file</source>
            <translation>El mismo archivo</translation>
        </message>
        <message>
            <source>By its people</source>
            <translation>Por sus personas</translation>
        </message>
        <message>
            <source>%(found)s of %(all)s</source>
            <translation>%(found)s de %(all)s</translation>
        </message>
    </context>
    <context>
        <name>UnlockWindow</name>
        <message>
            <source>Unlock - Manifest App</source>
            <translation>Desbloquear - Manifest App</translation>
        </message>
        <message>
            <source>Its people are admin, officer, planner, supervisor and supervisor2; their passwords are in the folder people, beside the vault.</source>
            <translation>Sus personas son admin, officer, planner, supervisor y supervisor2; sus contraseñas están en la carpeta people, junto a la bóveda.</translation>
        </message>
        <message>
            <source>&amp;Show the password</source>
            <translation>&amp;Mostrar la contraseña</translation>
        </message>
        <message>
            <source>&amp;Browse...</source>
            <translation>&amp;Examinar...</translation>
        </message>
        <message>
            <source>&amp;Unlock</source>
            <translation>&amp;Desbloquear</translation>
        </message>
        <message>
            <source>New &amp;vault or demonstration...</source>
            <translation>Bóveda &amp;nueva o demostración...</translation>
        </message>
        <message>
            <source>Unlocking</source>
            <translation>Desbloqueando</translation>
        </message>
        <message>
            <source>Choose the folder of the vault</source>
            <translation>Elegir la carpeta de la bóveda</translation>
        </message>
        <message>
            <source>Show the password</source>
            <translation>Mostrar la contraseña</translation>
        </message>
        <message>
            <source>Vault &amp;folder:</source>
            <translation>&amp;Carpeta de la bóveda:</translation>
        </message>
        <message>
            <source>&amp;Name:</source>
            <translation>&amp;Nombre:</translation>
        </message>
        <message>
            <source>&amp;Password:</source>
            <translation>&amp;Contraseña:</translation>
        </message>
        <message>
            <source>Manifest App</source>
            <translation>Manifest App</translation>
        </message>
        <message>
            <source>Plan removal flights without betraying who asked for protection.</source>
            <translation>Planificar vuelos de expulsión sin delatar a quien pidió protección.</translation>
        </message>
        <message>
            <source>Folder of the vault</source>
            <translation>Carpeta de la bóveda</translation>
        </message>
        <message>
            <source>Looking at the folder</source>
            <translation>Mirando la carpeta</translation>
        </message>
        <message>
            <source>No folder is given.</source>
            <translation>No se indicó ninguna carpeta.</translation>
        </message>
        <message>
            <source>Choose the folder of the vault.</source>
            <translation>Elija la carpeta de la bóveda.</translation>
        </message>
        <message>
            <source>Name and password are both needed.</source>
            <translation>Hacen falta el nombre y la contraseña.</translation>
        </message>
    </context>
    <context>
        <name>UnshareDialog</name>
        <message>
            <source>What each can have got from the other by now still counts in every comparison.</source>
            <translation>Lo que cada uno pueda haber recibido del otro hasta ahora sigue contando en cada comparación.</translation>
        </message>
        <message>
            <source>No longer shares lists</source>
            <translation>Ya no comparte listas</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translation>Retirarlo</translation>
        </message>
        <message>
            <source>&amp;Shares with:</source>
            <translation>&amp;Comparte con:</translation>
        </message>
        <message>
            <source>&amp;Reason:</source>
            <translation>&amp;Motivo:</translation>
        </message>
        <message>
            <source>Everybody in the office can read it</source>
            <translation>Toda la oficina puede leerlo</translation>
        </message>
        <message>
            <source>Give the reason.</source>
            <translation>Indique el motivo.</translation>
        </message>
    </context>
    <context>
        <name>WatchMark</name>
        <message>
            <source>Watch folder: on</source>
            <translation>Carpeta vigilada: activa</translation>
        </message>
    </context>
    <context>
        <name>WatchPage</name>
        <message>
            <source>Watch folder</source>
            <translation>Carpeta vigilada</translation>
        </message>
        <message>
            <source>Files that were checked, newest first</source>
            <translation>Archivos comprobados, el más reciente primero</translation>
        </message>
        <message>
            <source>Places that keep the chosen file from leaving</source>
            <translation>Lugares que impiden que salga el archivo elegido</translation>
        </message>
        <message>
            <source>Which folder shall be watched?</source>
            <translation>¿Qué carpeta se vigila?</translation>
        </message>
        <message>
            <source>On. Save what is to leave into %s.</source>
            <translation>Activa. Guarde lo que va a salir en %s.</translation>
        </message>
        <message>
            <source>It is moved to &apos;cleared&apos; or to &apos;refused&apos; beside it, with a report. It ends with the vault.</source>
            <translation>Se mueve a «cleared» o a «refused», al lado, con un informe. Termina con el almacén.</translation>
        </message>
        <message>
            <source>Off. Nothing is watched, and files stay where they are saved.</source>
            <translation>Inactiva. No se vigila nada, y los archivos se quedan donde se guardan.</translation>
        </message>
        <message>
            <source>It is on only while the vault is open: locking ends it, also the lock after minutes without input. The folder is not remembered, since its name could tell something.</source>
            <translation>Está activa solo mientras el almacén está abierto: bloquearlo la termina, también el bloqueo tras minutos sin actividad. La carpeta no se recuerda, porque su nombre podría decir algo.</translation>
        </message>
        <message>
            <source>Refused: %s.</source>
            <translation>Rechazado: %s.</translation>
        </message>
        <message>
            <source>See Watch folder for the report.</source>
            <translation>Vea el informe en Carpeta vigilada.</translation>
        </message>
        <message>
            <source>The watch is off.</source>
            <translation>La vigilancia está inactiva.</translation>
        </message>
        <message>
            <source>Show the folder of the file chosen.</source>
            <translation>Mostrar la carpeta del archivo elegido.</translation>
        </message>
        <message>
            <source>Show the &amp;folder</source>
            <translation>Mostrar la &amp;carpeta</translation>
        </message>
        <message>
            <source>Watch no more; what is in the outbox stays there.</source>
            <translation>No vigilar más; lo que hay en outbox se queda allí.</translation>
        </message>
        <message>
            <source>S&amp;top</source>
            <translation>&amp;Detener</translation>
        </message>
        <message>
            <source>Choose the folder; the four folders that the watch needs are made in it.</source>
            <translation>Elegir la carpeta; en ella se crean las cuatro que hacen falta.</translation>
        </message>
        <message>
            <source>&amp;Choose a folder and start...</source>
            <translation>&amp;Elegir una carpeta y empezar...</translation>
        </message>
        <message>
            <source>is no file: pack a folder into a ZIP</source>
            <translation>no es un archivo: empaquete la carpeta en un ZIP</translation>
        </message>
        <message>
            <source>is still being written</source>
            <translation>todavía se está escribiendo</translation>
        </message>
        <message>
            <source>is open in another program, or may not be moved</source>
            <translation>está abierto en otro programa, o no se puede mover</translation>
        </message>
        <message>
            <source>Checked</source>
            <translation>Comprobado</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Resultado</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Archivo</translation>
        </message>
        <message>
            <source>Where it is now</source>
            <translation>Dónde está ahora</translation>
        </message>
    </context>
    <context>
        <name>Watcher</name>
        <message>
            <source>Starting the watch</source>
            <translation>Iniciando la vigilancia</translation>
        </message>
        <message>
            <source>Checking the outbox</source>
            <translation>Comprobando outbox</translation>
        </message>
    </context>
    <context>
        <name>Wording</name>
        <message>
            <source>We do not comment on individual passengers or on why a list has changed.</source>
            <translation>No comentamos sobre pasajeros ni sobre por qué cambió una lista.</translation>
        </message>
        <message>
            <source>Do not mention this outside this office.</source>
            <translation>No lo mencione fuera de esta oficina.</translation>
        </message>
        <message>
            <source>This passenger cannot be confirmed for this flight: supervisor review required. The reason is not shown here. Do not ask the passenger, the carrier or escorts about it.</source>
            <translation>Este pasajero no puede confirmarse para este vuelo: debe revisarlo un supervisor. El motivo no se muestra aquí. No pregunte por ello al pasajero, al transportista ni a los escoltas.</translation>
        </message>
        <message>
            <source>On hold: pending protection claim. A supervisor decides.</source>
            <translation>Retenido: solicitud de protección pendiente. Decide un supervisor.</translation>
        </message>
        <message>
            <source>On hold: exposure flag. A supervisor and a privacy officer decide.</source>
            <translation>Retenido: aviso de exposición. Deciden un supervisor y un responsable de privacidad.</translation>
        </message>
        <message>
            <source>On hold: the passenger said they fear return. A supervisor decides.</source>
            <translation>Retenido: el pasajero dijo que teme regresar. Decide un supervisor.</translation>
        </message>
        <message>
            <source>On hold: the identity is not certain enough to screen. A supervisor decides.</source>
            <translation>Retenido: la identidad no es lo bastante segura para comprobarla. Decide un supervisor.</translation>
        </message>
        <message>
            <source>On hold: the source says something about status that must be looked at. A supervisor decides.</source>
            <translation>Retenido: el origen dice algo de la situación que hay que mirar. Decide un supervisor.</translation>
        </message>
        <message>
            <source>Stop. A list of this flight has left the office: contact the duty supervisor now, before boarding.</source>
            <translation>Alto. Una lista de este vuelo ya salió de la oficina: avise ahora al supervisor de guardia, antes del embarque.</translation>
        </message>
        <message>
            <source>Off the flight: decided by a supervisor.</source>
            <translation>Fuera del vuelo: lo decidió un supervisor.</translation>
        </message>
        <message>
            <source>The flight has not been screened.</source>
            <translation>El vuelo no se ha comprobado.</translation>
        </message>
        <message>
            <source>This manifest cannot be released yet: review is not complete.</source>
            <translation>Esta lista todavía no se puede entregar: la revisión no está completa.</translation>
        </message>
        <message>
            <source>The flight has no passengers.</source>
            <translation>El vuelo no tiene pasajeros.</translation>
        </message>
        <message>
            <source>The flight is cancelled.</source>
            <translation>El vuelo está cancelado.</translation>
        </message>
        <message>
            <source>No passenger is left for the list.</source>
            <translation>No queda ningún pasajero para la lista.</translation>
        </message>
        <message>
            <source>The registry or a list changed after the screening.</source>
            <translation>El registro o una lista cambió después de la comprobación.</translation>
        </message>
        <message>
            <source>The passenger list changed after the screening.</source>
            <translation>La lista de pasajeros cambió después de la comprobación.</translation>
        </message>
        <message>
            <source>The screening is dated in the future; the clock of this computer changed.</source>
            <translation>La comprobación tiene fecha futura; cambió el reloj de este equipo.</translation>
        </message>
        <message>
            <source>The screening is older than</source>
            <translation>La comprobación tiene más de</translation>
        </message>
        <message>
            <source>hours.</source>
            <translation>horas.</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>Referencia</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>Administrator</source>
            <translation>Administrador</translation>
        </message>
        <message>
            <source>Privacy officer</source>
            <translation>Responsable de privacidad</translation>
        </message>
        <message>
            <source>Supervisor</source>
            <translation>Supervisor</translation>
        </message>
        <message>
            <source>Planner</source>
            <translation>Planificador</translation>
        </message>
        <message>
            <source>Auditor</source>
            <translation>Auditor</translation>
        </message>
        <message>
            <source>No list yet</source>
            <translation>Sin lista todavía</translation>
        </message>
        <message>
            <source>Imported</source>
            <translation>Importado</translation>
        </message>
        <message>
            <source>Screened</source>
            <translation>Comprobado</translation>
        </message>
        <message>
            <source>In review</source>
            <translation>En revisión</translation>
        </message>
        <message>
            <source>Reviewed</source>
            <translation>Revisado</translation>
        </message>
        <message>
            <source>Released</source>
            <translation>Entregado</translation>
        </message>
        <message>
            <source>Pending claim or protection</source>
            <translation>Solicitud pendiente o protección</translation>
        </message>
        <message>
            <source>Exposure flag</source>
            <translation>Aviso de exposición</translation>
        </message>
        <message>
            <source>Said that they fear return</source>
            <translation>Dijo que teme regresar</translation>
        </message>
        <message>
            <source>Identity to be checked</source>
            <translation>Identidad por aclarar</translation>
        </message>
        <message>
            <source>Data to be checked</source>
            <translation>Datos por aclarar</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Abierta</translation>
        </message>
        <message>
            <source>Upheld: stays off the flight</source>
            <translation>Confirmada: fuera del vuelo</translation>
        </message>
        <message>
            <source>Cleared</source>
            <translation>Retención levantada</translation>
        </message>
        <message>
            <source>Not the same person</source>
            <translation>No es la misma persona</translation>
        </message>
        <message>
            <source>On hold: supervisor review required</source>
            <translation>Retenido: debe revisarlo un supervisor</translation>
        </message>
        <message>
            <source>Not screened yet</source>
            <translation>Sin comprobar todavía</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Sin retención</translation>
        </message>
        <message>
            <source>Off the flight</source>
            <translation>Fuera del vuelo</translation>
        </message>
        <message>
            <source>Running number</source>
            <translation>Número de orden</translation>
        </message>
        <message>
            <source>A-number</source>
            <translation>Número A</translation>
        </message>
        <message>
            <source>Family name</source>
            <translation>Apellido</translation>
        </message>
        <message>
            <source>Second family name</source>
            <translation>Segundo apellido</translation>
        </message>
        <message>
            <source>Given names</source>
            <translation>Nombres</translation>
        </message>
        <message>
            <source>Middle names</source>
            <translation>Segundos nombres</translation>
        </message>
        <message>
            <source>Full name</source>
            <translation>Nombre completo</translation>
        </message>
        <message>
            <source>Date of birth</source>
            <translation>Fecha de nacimiento</translation>
        </message>
        <message>
            <source>Sex</source>
            <translation>Sexo</translation>
        </message>
        <message>
            <source>Nationality</source>
            <translation>Nacionalidad</translation>
        </message>
        <message>
            <source>Document type</source>
            <translation>Tipo de documento</translation>
        </message>
        <message>
            <source>Document number</source>
            <translation>Número de documento</translation>
        </message>
        <message>
            <source>Document issued by</source>
            <translation>Documento expedido por</translation>
        </message>
        <message>
            <source>Document expires</source>
            <translation>Documento caduca</translation>
        </message>
        <message>
            <source>Machine-readable zone</source>
            <translation>Zona de lectura mecánica</translation>
        </message>
        <message>
            <source>Protection basis</source>
            <translation>Base de la protección</translation>
        </message>
        <message>
            <source>Filed or granted on</source>
            <translation>Presentada o concedida el</translation>
        </message>
        <message>
            <source>Case number</source>
            <translation>Número de caso</translation>
        </message>
        <message>
            <source>Country feared</source>
            <translation>País temido</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Notas</translation>
        </message>
        <message>
            <source>Leave out</source>
            <translation>Dejar fuera</translation>
        </message>
        <message>
            <source>Seal: says something of status</source>
            <translation>Sellar: dice algo de la situación</translation>
        </message>
    </context>
    <context>
        <name>_TwoPersonDialog</name>
        <message>
            <source>Give the reason.</source>
            <translation>Indique el motivo.</translation>
        </message>
        <message>
            <source>&amp;Reason:</source>
            <translation>&amp;Motivo:</translation>
        </message>
    </context>
</TS>
