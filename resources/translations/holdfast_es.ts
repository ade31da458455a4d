<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AddForm</name>
    <message>
        <source>What is wrong with the links</source>
        <translation>Qué falla en los enlaces</translation>
    </message>
    <message>
        <source>Numbers in brackets stand for many links</source>
        <translation>Los números entre corchetes representan muchos enlaces</translation>
    </message>
    <message>
        <source>Brackets such as [001-120] stand for many links; untick to take them literally</source>
        <translation>Corchetes como [001-120] representan muchos enlaces; desmarque para tomarlos literalmente</translation>
    </message>
    <message>
        <source>Links, size and duplicates</source>
        <translation>Enlaces, tamaño y duplicados</translation>
    </message>
    <message>
        <source>As &amp;one job</source>
        <translation>Como &amp;una tarea</translation>
    </message>
    <message>
        <source>Name of the job</source>
        <translation>Nombre de la tarea</translation>
    </message>
    <message>
        <source>Put each &amp;kind into its own folder</source>
        <translation>Cada &amp;tipo en su propia carpeta</translation>
    </message>
    <message>
        <source>Free space</source>
        <translation>Espacio libre</translation>
    </message>
    <message>
        <source>&amp;Links, one per line</source>
        <translation>&amp;Enlaces, uno por línea</translation>
    </message>
    <message>
        <source>For all that are &amp;here…</source>
        <translation>Para todos los que ya están aq&amp;uí…</translation>
    </message>
    <message>
        <source>One choice for all links of which something is here already</source>
        <translation>Una elección para todos los enlaces de los que ya hay algo aquí</translation>
    </message>
    <message>
        <source>without progress</source>
        <translation>sin progreso</translation>
    </message>
    <message>
        <source>Save &amp;in</source>
        <translation>&amp;Guardar en</translation>
    </message>
    <message>
        <source>&amp;Give up after</source>
        <translation>&amp;Desistir tras</translation>
    </message>
</context>
<context>
    <name>AddJobDialog</name>
    <message>
        <source>Add links</source>
        <translation>Añadir enlaces</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Add &amp;paused</source>
        <translation>Añadir en &amp;pausa</translation>
    </message>
    <message>
        <source>They wait in the list until you resume them</source>
        <translation>Esperan en la lista hasta que se reanuden</translation>
    </message>
    <message>
        <source>The folder needs its whole path.</source>
        <translation>La carpeta necesita su ruta completa.</translation>
    </message>
    <message>
        <source>One job can have {files} at most.</source>
        <translation>Una tarea puede tener como máximo {files}.</translation>
    </message>
</context>
<context>
    <name>BrowserList</name>
    <message>
        <source>This Holdfast is a Flatpak and may not write where browsers look. Allow it for one of them, and start Holdfast again; for Chromium for example: {command}</source>
        <translation>Este Holdfast es un Flatpak y no puede escribir donde miran los navegadores. Permítalo para uno de ellos y reinicie Holdfast; por ejemplo, para Chromium: {command}</translation>
    </message>
    <message>
        <source>There is no browser here that could be connected.</source>
        <translation>Aquí no hay ningún navegador que se pueda conectar.</translation>
    </message>
</context>
<context>
    <name>BrowserRow</name>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Connect {browser}</source>
        <translation>Conectar {browser}</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Desconectar</translation>
    </message>
    <message>
        <source>Disconnect {browser}</source>
        <translation>Desconectar {browser}</translation>
    </message>
</context>
<context>
    <name>BrowsersPage</name>
    <message>
        <source>Browsers that hand over downloads</source>
        <translation>Navegadores que entregan descargas</translation>
    </message>
    <message>
        <source>A browser that is connected, and has the extension, gives its downloads to Holdfast and starts it where it does not run.</source>
        <translation>Un navegador conectado y con la extensión entrega sus descargas a Holdfast, y lo inicia si no está en marcha.</translation>
    </message>
    <message>
        <source>&amp;Ask before a download from the browser is added</source>
        <translation>&amp;Preguntar antes de añadir una descarga del navegador</translation>
    </message>
    <message>
        <source>The extension</source>
        <translation>La extensión</translation>
    </message>
    <message>
        <source>It is not in the stores of the browsers yet. It came with Holdfast and is in this folder; load it from there, once for each browser.</source>
        <translation>Aún no está en las tiendas de los navegadores. Vino con Holdfast y está en esta carpeta; cárguela desde ahí, una vez en cada navegador.</translation>
    </message>
    <message>
        <source>What is sent to Holdfast</source>
        <translation>Qué se envía a Holdfast</translation>
    </message>
    <message>
        <source>Of a download that it offers: the link, the page that it is on, name, kind and size, how the browser calls itself, and the cookies for that very link. Holdfast keeps the cookies in the keyring like a password and shows them to that server only. From private windows nothing comes unless you allow it in the extension. Nothing is sent to anybody else.</source>
        <translation>De una descarga que ofrece: el enlace, la página en la que está, nombre, tipo y tamaño, cómo se llama a sí mismo el navegador y las cookies de ese mismo enlace. Holdfast guarda las cookies en el llavero como una contraseña y solo las muestra a ese servidor. De las ventanas privadas no llega nada, salvo que lo permita en la extensión. No se envía nada a nadie más.</translation>
    </message>
    <message>
        <source>Browsers</source>
        <translation>Navegadores</translation>
    </message>
</context>
<context>
    <name>Cells</name>
    <message>
        <source>Map of the file</source>
        <translation>Mapa del archivo</translation>
    </message>
</context>
<context>
    <name>CertificateDialog</name>
    <message>
        <source>Certificate</source>
        <translation>Certificado</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Preguntando al servidor…</translation>
    </message>
    <message>
        <source>Certificates, the server's own first</source>
        <translation>Certificados, primero el del servidor</translation>
    </message>
    <message>
        <source>Issued to</source>
        <translation>Emitido para</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Emitido por</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Válido desde</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Válido hasta</translation>
    </message>
    <message>
        <source>For the names</source>
        <translation>Para los nombres</translation>
    </message>
    <message>
        <source>&amp;Trust this certificate for this job</source>
        <translation>Con&amp;fiar en este certificado para esta tarea</translation>
    </message>
    <message>
        <source>&amp;Copy fingerprint</source>
        <translation>&amp;Copiar la huella</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>The server shows no certificate.</source>
        <translation>El servidor no muestra ningún certificado.</translation>
    </message>
    <message>
        <source>Retry the job: the server may be in order again.</source>
        <translation>Reintente la tarea: puede que el servidor vuelva a estar en regla.</translation>
    </message>
    <message>
        <source>Somebody on the way may be pretending to be this server, or its certificate is in disorder. Compare the fingerprint with one that you know from elsewhere.</source>
        <translation>Puede que alguien en el camino se haga pasar por este servidor, o que su certificado no esté en regla. Compare la huella con una que conozca por otra vía.</translation>
    </message>
    <message>
        <source>Only this job would trust it, and only this very certificate of {host}. What is transferred can be read by whoever holds its key.</source>
        <translation>Solo esta tarea confiaría en él, y solo en este mismo certificado de {host}. Quien tenga su clave puede leer lo que se transfiere.</translation>
    </message>
</context>
<context>
    <name>ChangeLinkDialog</name>
    <message>
        <source>Change link and go on</source>
        <translation>Cambiar el enlace y continuar</translation>
    </message>
    <message>
        <source>New link</source>
        <translation>Enlace nuevo</translation>
    </message>
    <message>
        <source>What the server says</source>
        <translation>Lo que dice el servidor</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Change link</source>
        <translation>Cambiar enlace</translation>
    </message>
    <message>
        <source>Link until now</source>
        <translation>Enlace hasta ahora</translation>
    </message>
    <message>
        <source>Until now</source>
        <translation>Hasta ahora</translation>
    </message>
    <message>
        <source>&amp;New link</source>
        <translation>Enlace &amp;nuevo</translation>
    </message>
    <message>
        <source>That is the link it has already.</source>
        <translation>Ese es el enlace que ya tiene.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Preguntando al servidor…</translation>
    </message>
</context>
<context>
    <name>ClosingQuestion</name>
    <message>
        <source>Quit Holdfast?</source>
        <translation>¿Salir de Holdfast?</translation>
    </message>
    <message>
        <source>After you quit nothing moves until the next start; then it goes on by itself.</source>
        <translation>Después de salir, nada avanza hasta el próximo inicio; entonces todo continúa por sí solo.</translation>
    </message>
    <message>
        <source>&amp;Keep running in the tray</source>
        <translation>Seguir en la &amp;bandeja</translation>
    </message>
    <message>
        <source>&amp;Minimise</source>
        <translation>&amp;Minimizar</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>CommandDialog</name>
    <message>
        <source>When all is done</source>
        <translation>Cuando todo esté listo</translation>
    </message>
    <message>
        <source>Run when done</source>
        <translation>Ejecutar al terminar</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Comando</translation>
    </message>
    <message>
        <source>A program and its arguments. Quotation marks keep words together; there is no shell.</source>
        <translation>Un programa y sus argumentos. Las comillas mantienen juntas las palabras; no hay intérprete de comandos.</translation>
    </message>
    <message>
        <source>&amp;Run this command:</source>
        <translation>&amp;Ejecutar este comando:</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;Add links…</source>
        <translation>&amp;Añadir enlaces…</translation>
    </message>
    <message>
        <source>Add links</source>
        <translation>Añadir enlaces</translation>
    </message>
    <message>
        <source>&amp;Paste links</source>
        <translation>&amp;Pegar enlaces</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>Pr&amp;eferencias…</translation>
    </message>
    <message>
        <source>Holdfast &amp;help</source>
        <translation>A&amp;yuda de Holdfast</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Undo remove</source>
        <translation>&amp;Deshacer la eliminación</translation>
    </message>
    <message>
        <source>&amp;Select all</source>
        <translation>&amp;Seleccionar todo</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtrar</translation>
    </message>
    <message>
        <source>Resume all &amp;jobs</source>
        <translation>&amp;Reanudar todas las tareas</translation>
    </message>
    <message>
        <source>Pause al&amp;l jobs</source>
        <translation>Pa&amp;usar todas las tareas</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Reanudar</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausar</translation>
    </message>
    <message>
        <source>Re&amp;try now</source>
        <translation>Rein&amp;tentar ahora</translation>
    </message>
    <message>
        <source>&amp;Keep finished files</source>
        <translation>Conser&amp;var los archivos terminados</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Ca&amp;ncelar</translation>
    </message>
    <message>
        <source>Run any&amp;way</source>
        <translation>Transferir i&amp;gualmente</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Iniciar sesión…</translation>
    </message>
    <message>
        <source>S&amp;how certificate…</source>
        <translation>Mostrar certi&amp;ficado…</translation>
    </message>
    <message>
        <source>&amp;Allow going on without encryption</source>
        <translation>Permitir &amp;hacerlo sin cifrado</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>Remove and &amp;delete file</source>
        <translation>Quitar y &amp;eliminar el archivo</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Abrir</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>Mostrar en la &amp;carpeta</translation>
    </message>
    <message>
        <source>Copy &amp;link</source>
        <translation>Copiar en&amp;lace</translation>
    </message>
    <message>
        <source>Copy p&amp;ath</source>
        <translation>Copiar &amp;ruta</translation>
    </message>
    <message>
        <source>Copy as c&amp;URL</source>
        <translation>Copiar como c&amp;URL</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>Cambiar nom&amp;bre…</translation>
    </message>
    <message>
        <source>Chan&amp;ge link and go on…</source>
        <translation>Ca&amp;mbiar el enlace y continuar…</translation>
    </message>
    <message>
        <source>Prop&amp;erties…</source>
        <translation>Propiedade&amp;s…</translation>
    </message>
    <message>
        <source>To the &amp;top</source>
        <translation>Al &amp;principio</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>&amp;Subir</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>&amp;Bajar</translation>
    </message>
    <message>
        <source>To the &amp;bottom</source>
        <translation>Al &amp;final</translation>
    </message>
    <message>
        <source>Gi&amp;ve up after</source>
        <translation>&amp;Desistir tras</translation>
    </message>
    <message>
        <source>Custom…</source>
        <translation>Personalizado…</translation>
    </message>
    <message>
        <source>&amp;Speed limit</source>
        <translation>&amp;Límite de velocidad</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sin límite</translation>
    </message>
    <message>
        <source>Foreground: always runs</source>
        <translation>Primer plano: siempre activa</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alta</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Baja</translation>
    </message>
    <message>
        <source>Pr&amp;iority</source>
        <translation>Pri&amp;oridad</translation>
    </message>
    <message>
        <source>{path} cannot be opened.</source>
        <translation>No se puede abrir {path}.</translation>
    </message>
    <message>
        <source>{folder} is not there (yet).</source>
        <translation>{folder} no está ahí (todavía).</translation>
    </message>
</context>
<context>
    <name>ConnectionTable</name>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Is at</source>
        <translation>Está en</translation>
    </message>
    <message>
        <source>Goes on to</source>
        <translation>Sigue hasta</translation>
    </message>
    <message>
        <source>Still to bring</source>
        <translation>Queda por traer</translation>
    </message>
</context>
<context>
    <name>Connections</name>
    <message>
        <source>Connections</source>
        <translation>Conexiones</translation>
    </message>
    <message>
        <source>{so_far}, no connection at the moment</source>
        <translation>{so_far}, sin conexión en este momento</translation>
    </message>
</context>
<context>
    <name>ConnectionsPage</name>
    <message>
        <source>All jobs together</source>
        <translation>Todas las tareas juntas</translation>
    </message>
    <message>
        <source>&amp;Jobs at once</source>
        <translation>&amp;Tareas a la vez</translation>
    </message>
    <message>
        <source>Jobs at once</source>
        <translation>Tareas a la vez</translation>
    </message>
    <message>
        <source>Jobs at once, &amp;per host</source>
        <translation>Tareas a la vez, &amp;por servidor</translation>
    </message>
    <message>
        <source>Jobs at once, per host</source>
        <translation>Tareas a la vez, por servidor</translation>
    </message>
    <message>
        <source>Connections per &amp;host</source>
        <translation>Conexiones por &amp;servidor</translation>
    </message>
    <message>
        <source>Connections per host</source>
        <translation>Conexiones por servidor</translation>
    </message>
    <message>
        <source>A job that was given more by hand may have them.</source>
        <translation>Una tarea a la que se dieron más a mano puede tenerlas.</translation>
    </message>
    <message>
        <source>New jobs</source>
        <translation>Tareas nuevas</translation>
    </message>
    <message>
        <source>Connections per &amp;file</source>
        <translation>Conexiones por &amp;archivo</translation>
    </message>
    <message>
        <source>Connections per file</source>
        <translation>Conexiones por archivo</translation>
    </message>
    <message>
        <source>At most so many: another one is opened only while it makes the file faster.</source>
        <translation>Como máximo tantas: solo se abre otra mientras acelere el archivo.</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation>Límite de velocidad</translation>
    </message>
    <message>
        <source>&amp;Speed limit</source>
        <translation>&amp;Límite de velocidad</translation>
    </message>
    <message>
        <source>Each job can have a limit of its own besides, in its Properties.</source>
        <translation>Cada tarea puede tener además un límite propio, en sus Propiedades.</translation>
    </message>
    <message>
        <source>Connections and speed</source>
        <translation>Conexiones y velocidad</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>Ca&amp;ncelar</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>{name} is not in the list any more.</source>
        <translation>{name} ya no está en la lista.</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>This cannot be kept: {reason}.</source>
        <translation>Esto no se puede guardar: {reason}.</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Conexiones</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Cronología</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Solicitud</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
</context>
<context>
    <name>DoorBridge</name>
    <message>
        <source>The keyring does not answer, so the secret of other programs is not known. Unlock it, and they are heard again.</source>
        <translation>El llavero no responde, así que no se conoce el secreto de los otros programas. Desbloquéelo y se les volverá a atender.</translation>
    </message>
    <message>
        <source>Other programs cannot be heard, and the log tells where.</source>
        <translation>No se puede atender a otros programas; el registro dice dónde falla.</translation>
    </message>
</context>
<context>
    <name>DropFrame</name>
    <message>
        <source>Drop to add the links</source>
        <translation>Suelte para añadir los enlaces</translation>
    </message>
</context>
<context>
    <name>EmptyList</name>
    <message>
        <source>&amp;Show all jobs</source>
        <translation>&amp;Mostrar todas las tareas</translation>
    </message>
    <message>
        <source>&amp;Add links…</source>
        <translation>&amp;Añadir enlaces…</translation>
    </message>
    <message>
        <source>Drop links here, or press {key}</source>
        <translation>Suelte enlaces aquí o pulse {key}</translation>
    </message>
    <message>
        <source>Holdfast brings the files home, and holds on while the network does not.</source>
        <translation>Holdfast trae los archivos a casa y aguanta aunque la red no lo haga.</translation>
    </message>
</context>
<context>
    <name>EngineBridge</name>
    <message>
        <source>Something unexpected happened; the log has the details.</source>
        <translation>Ocurrió algo inesperado; los detalles están en el registro.</translation>
    </message>
</context>
<context>
    <name>ExtensionSteps</name>
    <message>
        <source>Folder of the extension</source>
        <translation>Carpeta de la extensión</translation>
    </message>
    <message>
        <source>Co&amp;py path</source>
        <translation>Copiar &amp;ruta</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>&amp;Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>The extension cannot be put where browsers see it: {reason}.</source>
        <translation>La extensión no se puede poner donde la vean los navegadores: {reason}.</translation>
    </message>
    <message>
        <source>1. Open the page chrome://extensions
2. Switch on “Developer mode”
3. Press “Load unpacked” and choose the folder</source>
        <translation>1. Abra la página chrome://extensions
2. Active el «Modo de desarrollador»
3. Pulse «Cargar descomprimida» y elija la carpeta</translation>
    </message>
    <message>
        <source>It stays there. The browser may ask now and then whether you want it.</source>
        <translation>Ahí se queda. El navegador puede preguntar de vez en cuando si la quiere.</translation>
    </message>
    <message>
        <source>1. Open the page about:debugging#/runtime/this-firefox
2. Press “Load Temporary Add-on…”
3. Choose the file manifest.json in the folder</source>
        <translation>1. Abra la página about:debugging#/runtime/this-firefox
2. Pulse «Cargar complemento temporal…»
3. Elija el archivo manifest.json de la carpeta</translation>
    </message>
    <message>
        <source>Until Firefox is closed: it keeps only what Mozilla has signed, and this is not yet.</source>
        <translation>Hasta que se cierre Firefox: solo conserva lo que Mozilla ha firmado, y esto aún no lo está.</translation>
    </message>
    <message>
        <source>In Chromium, Chrome, Edge, Brave, Vivaldi and Opera</source>
        <translation>En Chromium, Chrome, Edge, Brave, Vivaldi y Opera</translation>
    </message>
    <message>
        <source>In Firefox and LibreWolf</source>
        <translation>En Firefox y LibreWolf</translation>
    </message>
    <message>
        <source>Nothing on this computer shows folders; copy the path instead.</source>
        <translation>Nada en este equipo muestra carpetas; copie la ruta en su lugar.</translation>
    </message>
</context>
<context>
    <name>FactList</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose: {name}</source>
        <translation>Elegir: {name}</translation>
    </message>
    <message>
        <source>different</source>
        <translation>distintos</translation>
    </message>
</context>
<context>
    <name>FileMap</name>
    <message>
        <source>The server has not said yet how large it is; {so_far}.</source>
        <translation>El servidor aún no indicó su tamaño; {so_far}.</translation>
    </message>
</context>
<context>
    <name>FileTable</name>
    <message>
        <source>Is tried again: {reason}</source>
        <translation>Se reintenta: {reason}</translation>
    </message>
    <message>
        <source>Not begun yet</source>
        <translation>Sin empezar</translation>
    </message>
    <message>
        <source>All here, being checked</source>
        <translation>Todo aquí, comprobándose</translation>
    </message>
    <message>
        <source>{size} are here</source>
        <translation>{size} están aquí</translation>
    </message>
    <message>
        <source>Already here, and unchanged on the server</source>
        <translation>Ya estaba aquí y no cambió en el servidor</translation>
    </message>
    <message>
        <source>Done, checked with {name}</source>
        <translation>Listo, comprobado con {name}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>All here, kept as a part file</source>
        <translation>Todo aquí, guardado como archivo parcial</translation>
    </message>
    <message>
        <source>Failed, and the reason was lost</source>
        <translation>Falló, y se perdió el motivo</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Omitido</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>&amp;Fetch again</source>
        <translation>&amp;Descargar de nuevo</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>&amp;Omitir</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>Cambiar &amp;nombre</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Abrir</translation>
    </message>
    <message>
        <source>Show in f&amp;older</source>
        <translation>Mostrar en la &amp;carpeta</translation>
    </message>
    <message>
        <source>Show its &amp;ranges</source>
        <translation>Mostrar sus &amp;rangos</translation>
    </message>
    <message>
        <source>Copy &amp;link</source>
        <translation>Copiar en&amp;lace</translation>
    </message>
    <message>
        <source>{count}, {done} done</source>
        <translation>{count}, {done} listos</translation>
    </message>
</context>
<context>
    <name>FilterBox</name>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Shows the jobs whose name, link or folder has these words. Escape clears.</source>
        <translation>Muestra las tareas cuyo nombre, enlace o carpeta contiene estas palabras. Esc borra.</translation>
    </message>
    <message>
        <source>Filter ({key})</source>
        <translation>Filtro ({key})</translation>
    </message>
</context>
<context>
    <name>FolderBox</name>
    <message>
        <source>Save in</source>
        <translation>Guardar en</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>E&amp;xaminar…</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>E&amp;xaminar…</translation>
    </message>
</context>
<context>
    <name>Front</name>
    <message>
        <source>Holdfast goes on in the tray. Quit is in its menu there.</source>
        <translation>Holdfast sigue en la bandeja. «Salir» está en su menú.</translation>
    </message>
    <message>
        <source>A click with the middle button on the icon adds what was copied.</source>
        <translation>Un clic con el botón central en el icono añade lo copiado.</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>&amp;Keep running in the tray when the window is closed</source>
        <translation>&amp;Seguir en la bandeja al cerrar la ventana</translation>
    </message>
    <message>
        <source>Transfers go on, and a click on the icon brings the window back.</source>
        <translation>Las transferencias continúan, y un clic en el icono devuelve la ventana.</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Enlaces</translation>
    </message>
    <message>
        <source>&amp;Offer links as soon as they are copied</source>
        <translation>&amp;Ofrecer los enlaces en cuanto se copien</translation>
    </message>
    <message>
        <source>Nothing is fetched before you say so.</source>
        <translation>No se descarga nada sin su permiso.</translation>
    </message>
    <message>
        <source>&amp;Ask the server for name and size while a link is being added</source>
        <translation>&amp;Preguntar al servidor el nombre y el tamaño al añadir un enlace</translation>
    </message>
    <message>
        <source>When this is off, the server hears of a link only when its job begins.</source>
        <translation>Si está desactivado, el servidor no sabe de un enlace hasta que empieza su tarea.</translation>
    </message>
    <message>
        <source>&amp;Start with the session, hidden in the tray</source>
        <translation>I&amp;niciar con la sesión, oculto en la bandeja</translation>
    </message>
    <message>
        <source>Inside Flatpak, the settings of the system decide about this.</source>
        <translation>En Flatpak, esto lo deciden los ajustes del sistema.</translation>
    </message>
    <message>
        <source>This cannot be kept: {reason}.</source>
        <translation>Esto no se puede guardar: {reason}.</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>Como en el sistema</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start on.</source>
        <translation>El cambio de idioma se aplica en el próximo inicio.</translation>
    </message>
</context>
<context>
    <name>GiveUpChooser</name>
    <message>
        <source>watched</source>
        <translation>vigilada</translation>
    </message>
    <message>
        <source>as BITS</source>
        <translation>como BITS</translation>
    </message>
    <message>
        <source>Give up after</source>
        <translation>Desistir tras</translation>
    </message>
    <message>
        <source>Custom…</source>
        <translation>Personalizado…</translation>
    </message>
</context>
<context>
    <name>GiveUpDialog</name>
    <message>
        <source>Give up after</source>
        <translation>Desistir tras</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>&amp;Give up after this long without progress:</source>
        <translation>&amp;Desistir tras este tiempo sin progreso:</translation>
    </message>
    <message>
        <source>{time} without progress so far, where it is longest</source>
        <translation>{time} sin progreso hasta ahora, en la que más lleva</translation>
    </message>
    <message>
        <source>Each job keeps its own.</source>
        <translation>Cada tarea conserva la suya.</translation>
    </message>
    <message>
        <source>The first of them then gives up in {time}.</source>
        <translation>La primera de ellas desiste entonces en {time}.</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Holdfast help</source>
        <translation>Ayuda de Holdfast (en inglés)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Adelante</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Buscar en la ayuda</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>No se encontró nada</translation>
    </message>
</context>
<context>
    <name>Hint</name>
    <message>
        <source>Select a job to see why it moves or does not.</source>
        <translation>Seleccione una tarea para ver por qué avanza o no.</translation>
    </message>
</context>
<context>
    <name>JobHeader</name>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>&amp;Restablecer columnas</translation>
    </message>
</context>
<context>
    <name>JobList</name>
    <message>
        <source>Jobs</source>
        <translation>Tareas</translation>
    </message>
</context>
<context>
    <name>KindDialog</name>
    <message>
        <source>Change kind</source>
        <translation>Cambiar tipo</translation>
    </message>
    <message>
        <source>Add kind</source>
        <translation>Añadir tipo</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Endings</source>
        <translation>Extensiones</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Where all others go</source>
        <translation>Donde van los demás</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Without dots, with commas between them.</source>
        <translation>Sin puntos, separadas por comas.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Endings</source>
        <translation>&amp;Extensiones</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Carpeta</translation>
    </message>
</context>
<context>
    <name>KindsField</name>
    <message>
        <source>A&amp;dd…</source>
        <translation>A&amp;ñadir…</translation>
    </message>
    <message>
        <source>C&amp;hange…</source>
        <translation>Ca&amp;mbiar…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>Rese&amp;t…</source>
        <translation>&amp;Restablecer…</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Endings</source>
        <translation>Extensiones</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Kinds of files</source>
        <translation>Tipos de archivo</translation>
    </message>
    <message>
        <source>Put back the kinds that came with Holdfast?</source>
        <translation>¿Restablecer los tipos que trae Holdfast?</translation>
    </message>
    <message>
        <source>Yours and their folders are forgotten; no file is moved.</source>
        <translation>Los suyos y sus carpetas se olvidan; no se mueve ningún archivo.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>LimitDialog</name>
    <message>
        <source>Speed limit</source>
        <translation>Límite de velocidad</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Bring at &amp;most:</source>
        <translation>Traer como &amp;máximo:</translation>
    </message>
    <message>
        <source>All jobs &amp;together bring:</source>
        <translation>Todas las tareas &amp;juntas traen:</translation>
    </message>
    <message>
        <source>The limit for all jobs together holds as well.</source>
        <translation>También rige el límite de todas las tareas juntas.</translation>
    </message>
    <message>
        <source>A job's own limit holds as well.</source>
        <translation>También rige el límite propio de cada tarea.</translation>
    </message>
</context>
<context>
    <name>LinkBox</name>
    <message>
        <source>Links, one per line</source>
        <translation>Enlaces, uno por línea</translation>
    </message>
    <message>
        <source>Enter begins a new line, Ctrl+Enter adds what is written here</source>
        <translation>Intro empieza una línea nueva, Ctrl+Intro añade lo escrito aquí</translation>
    </message>
    <message>
        <source>https://…</source>
        <translation>https://…</translation>
    </message>
</context>
<context>
    <name>LooksPage</name>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>As the &amp;system has it</source>
        <translation>Como en el &amp;sistema</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>C&amp;laro</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Oscuro</translation>
    </message>
    <message>
        <source>High contrast is always the system's own.</source>
        <translation>El contraste alto es siempre el del sistema.</translation>
    </message>
    <message>
        <source>Rows of the list</source>
        <translation>Filas de la lista</translation>
    </message>
    <message>
        <source>Co&amp;mfortable</source>
        <translation>C&amp;ómodas</translation>
    </message>
    <message>
        <source>C&amp;ompact</source>
        <translation>Co&amp;mpactas</translation>
    </message>
    <message>
        <source>The name, and below it what the job does.</source>
        <translation>El nombre, y debajo lo que hace la tarea.</translation>
    </message>
    <message>
        <source>One line a job.</source>
        <translation>Una línea por tarea.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Commands</source>
        <translation>Órdenes</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Atajos de teclado</translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <translation>&amp;Informar de un problema…</translation>
    </message>
    <message>
        <source>&amp;About Holdfast</source>
        <translation>A&amp;cerca de Holdfast</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Columnas</translation>
    </message>
    <message>
        <source>The keyring ({keyring}) gave no answer: what it was to keep lasts until Holdfast ends.</source>
        <translation>El llavero ({keyring}) no respondió: lo que debía guardar dura hasta que termine Holdfast.</translation>
    </message>
    <message>
        <source>No program on this computer shows folders. The path is {path}</source>
        <translation>Ningún programa de este equipo muestra carpetas. La ruta es {path}</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Copiar ruta</translation>
    </message>
    <message>
        <source>There is no link in the clipboard.</source>
        <translation>No hay ningún enlace en el portapapeles.</translation>
    </message>
    <message>
        <source>There is no link in what was dropped.</source>
        <translation>No hay ningún enlace en lo que se soltó.</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>More</name>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Más</translation>
    </message>
    <message>
        <source>More options</source>
        <translation>Más opciones</translation>
    </message>
    <message>
        <source>Speed, connections, priority, checksum, sign-in, headers, proxy, certificates</source>
        <translation>Velocidad, conexiones, prioridad, suma de verificación, inicio de sesión, cabeceras, proxy, certificados</translation>
    </message>
</context>
<context>
    <name>MoreFields</name>
    <message>
        <source>As in Preferences</source>
        <translation>Como en Preferencias</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation>Límite de velocidad</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Conexiones</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Como máximo</translation>
    </message>
    <message>
        <source>Wait between tries</source>
        <translation>Espera entre intentos</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Al menos</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>Suma de verificación</translation>
    </message>
    <message>
        <source>sha256:… or the link of a list</source>
        <translation>sha256:… o el enlace de una lista</translation>
    </message>
    <message>
        <source>Secrets among them are kept in the keyring.</source>
        <translation>Lo secreto de ello se guarda en el llavero.</translation>
    </message>
    <message>
        <source>There is no keyring on this computer: secrets last until Holdfast ends.</source>
        <translation>En este equipo no hay llavero: lo secreto dura hasta que termine Holdfast.</translation>
    </message>
    <message>
        <source>A checksum is that of one file. For several, give the link of a list of checksums, such as SHA256SUMS.</source>
        <translation>Una suma de verificación es de un solo archivo. Para varios, indique el enlace de una lista de sumas, como SHA256SUMS.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>No existe el archivo {path}.</translation>
    </message>
    <message>
        <source>Line {n} is not a header: write Name: value.</source>
        <translation>La línea {n} no es una cabecera: escriba Nombre: valor.</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>Foreground: always runs</source>
        <translation>Primer plano: siempre activa</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alta</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Baja</translation>
    </message>
    <message>
        <source>On a metered network</source>
        <translation>En una red de uso medido</translation>
    </message>
    <message>
        <source>Run there too</source>
        <translation>Transferir también ahí</translation>
    </message>
    <message>
        <source>Wait for another network</source>
        <translation>Esperar otra red</translation>
    </message>
    <message>
        <source>Ask first</source>
        <translation>Preguntar antes</translation>
    </message>
    <message>
        <source>Headers, one per line</source>
        <translation>Cabeceras, una por línea</translation>
    </message>
    <message>
        <source>Referer: https://…</source>
        <translation>Referer: https://…</translation>
    </message>
    <message>
        <source>S&amp;peed limit</source>
        <translation>&amp;Límite de velocidad</translation>
    </message>
    <message>
        <source>&amp;Connections</source>
        <translation>&amp;Conexiones</translation>
    </message>
    <message>
        <source>P&amp;riority</source>
        <translation>P&amp;rioridad</translation>
    </message>
    <message>
        <source>&amp;Wait between tries</source>
        <translation>&amp;Espera entre intentos</translation>
    </message>
    <message>
        <source>On a me&amp;tered network</source>
        <translation>En una red de &amp;uso medido</translation>
    </message>
    <message>
        <source>Chec&amp;ksum</source>
        <translation>&amp;Suma de verificación</translation>
    </message>
    <message>
        <source>&amp;Headers</source>
        <translation>Ca&amp;beceras</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>For all jobs, unless one has a way of its own in its Properties.</source>
        <translation>Para todas las tareas, salvo que una tenga su propia vía en sus Propiedades.</translation>
    </message>
    <message>
        <source>New jobs on a metered network</source>
        <translation>Tareas nuevas en una red de uso medido</translation>
    </message>
    <message>
        <source>Jobs in the list keep what they have; Properties changes them.</source>
        <translation>Las tareas de la lista conservan lo que tienen; se cambian en Propiedades.</translation>
    </message>
    <message>
        <source>No proxy for</source>
        <translation>Sin proxy para</translation>
    </message>
    <message>
        <source>Hosts, *.domains and networks such as 10.0.0.0/8, with commas between them. This computer itself never needs a proxy.</source>
        <translation>Servidores, *.dominios y redes como 10.0.0.0/8, separados por comas. Este equipo mismo nunca necesita un proxy.</translation>
    </message>
    <message>
        <source>No &amp;proxy for</source>
        <translation>Sin pro&amp;xy para</translation>
    </message>
    <message>
        <source>S&amp;ign in…</source>
        <translation>&amp;Iniciar sesión…</translation>
    </message>
    <message>
        <source>Sign-in for the proxy</source>
        <translation>Sesión en el proxy</translation>
    </message>
    <message>
        <source>Kept for {user}.</source>
        <translation>Guardado para {user}.</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>&amp;Transfer as on any other</source>
        <translation>&amp;Transferir como en cualquier otra</translation>
    </message>
    <message>
        <source>&amp;Wait for another network</source>
        <translation>&amp;Esperar otra red</translation>
    </message>
    <message>
        <source>As&amp;k for each job</source>
        <translation>&amp;Preguntar por cada tarea</translation>
    </message>
    <message>
        <source>Their clocks stand still meanwhile.</source>
        <translation>Mientras tanto sus relojes están parados.</translation>
    </message>
    <message>
        <source>A job waits on hold until you choose “Run anyway” for it.</source>
        <translation>La tarea queda en suspenso hasta que elija «Transferir igualmente».</translation>
    </message>
</context>
<context>
    <name>NoticesPage</name>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>On the desktop</source>
        <translation>En el escritorio</translation>
    </message>
    <message>
        <source>Tell me when a job is &amp;done</source>
        <translation>Avisar cuando una tarea esté &amp;lista</translation>
    </message>
    <message>
        <source>With buttons that open the file or show it in its folder.</source>
        <translation>Con botones que abren el archivo o lo muestran en su carpeta.</translation>
    </message>
    <message>
        <source>Tell me when a job &amp;gave up or failed</source>
        <translation>Avisar cuando una tarea &amp;desista o falle</translation>
    </message>
    <message>
        <source>It stays on the screen until someone has seen it, with a button to retry.</source>
        <translation>Permanece en pantalla hasta que alguien la vea, con un botón para reintentar.</translation>
    </message>
</context>
<context>
    <name>OfferBar</name>
    <message>
        <source>A&amp;dd…</source>
        <translation>Añad&amp;ir…</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>OneLink</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>What is known of the link</source>
        <translation>Lo que se sabe del enlace</translation>
    </message>
    <message>
        <source>If it is already here</source>
        <translation>Si ya está aquí</translation>
    </message>
</context>
<context>
    <name>OpeningBox</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Abrir</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>Mostrar en la &amp;carpeta</translation>
    </message>
    <message>
        <source>Do not open</source>
        <translation>No abrir</translation>
    </message>
</context>
<context>
    <name>OtherProgramsPage</name>
    <message>
        <source>Other programs</source>
        <translation>Otros programas</translation>
    </message>
    <message>
        <source>Programs that know aria2</source>
        <translation>Programas que conocen aria2</translation>
    </message>
    <message>
        <source>AriaNg, Aria2-Explorer, aria2p and others can add downloads here and watch them, as they do with aria2. Only this computer is heard, and only who shows the secret.</source>
        <translation>AriaNg, Aria2-Explorer, aria2p y otros pueden añadir descargas aquí y seguirlas, como con aria2. Solo se atiende a este equipo, y solo a quien muestre el secreto.</translation>
    </message>
    <message>
        <source>&amp;Let other programs use Holdfast</source>
        <translation>&amp;Permitir que otros programas usen Holdfast</translation>
    </message>
    <message>
        <source>No other program is heard.</source>
        <translation>No se atiende a ningún otro programa.</translation>
    </message>
    <message>
        <source>They are heard now.</source>
        <translation>Ahora se les atiende.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>What to enter in the other program</source>
        <translation>Qué escribir en el otro programa</translation>
    </message>
    <message>
        <source>Some ask for the whole address, others for its parts.</source>
        <translation>Algunos piden la dirección entera; otros, sus partes.</translation>
    </message>
    <message>
        <source>Copy a&amp;ddress</source>
        <translation>Copiar &amp;dirección</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation>Puert&amp;o</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Ruta</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Secreto</translation>
    </message>
    <message>
        <source>Cop&amp;y secret</source>
        <translation>Copiar &amp;secreto</translation>
    </message>
    <message>
        <source>&amp;New secret…</source>
        <translation>Secreto &amp;nuevo…</translation>
    </message>
    <message>
        <source>Pages that may ask</source>
        <translation>Páginas que pueden preguntar</translation>
    </message>
    <message>
        <source>Programs and browser extensions need no entry. All other pages get nothing, so name those that you trust, with commas between them: an AriaNg on a server of your own, say.</source>
        <translation>Los programas y las extensiones de navegador no necesitan figurar aquí. Las demás páginas no reciben nada, así que nombre aquellas en las que confía, separadas por comas: por ejemplo, un AriaNg en un servidor propio.</translation>
    </message>
    <message>
        <source>P&amp;ages</source>
        <translation>Pá&amp;ginas</translation>
    </message>
    <message>
        <source>There is one as soon as other programs may ask.</source>
        <translation>Habrá uno en cuanto otros programas puedan preguntar.</translation>
    </message>
    <message>
        <source>It is kept in the keyring of this computer.</source>
        <translation>Se guarda en el llavero de este equipo.</translation>
    </message>
    <message>
        <source>There is no keyring on this computer: it holds until Holdfast ends, and the next start has another one.</source>
        <translation>En este equipo no hay llavero: vale hasta que termine Holdfast, y el próximo inicio tendrá otro.</translation>
    </message>
    <message>
        <source>New secret</source>
        <translation>Secreto nuevo</translation>
    </message>
    <message>
        <source>Make a new secret?</source>
        <translation>¿Crear un secreto nuevo?</translation>
    </message>
    <message>
        <source>Programs that have the old one are heard again once they have the new one.</source>
        <translation>A los programas que tienen el antiguo se les vuelve a atender cuando tengan el nuevo.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Retry now</source>
        <translation>Reintentar ahora</translation>
    </message>
    <message>
        <source>Learn more</source>
        <translation>Más información</translation>
    </message>
    <message>
        <source>Learn more about this error</source>
        <translation>Más información sobre este error</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Change the time after which it gives up</source>
        <translation>Cambiar el tiempo tras el que desiste</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Change link</source>
        <translation>Cambiar enlace</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Próximo intento</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Consejo</translation>
    </message>
    <message>
        <source>Give up after</source>
        <translation>Desistir tras</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>Hasta ahora</translation>
    </message>
    <message>
        <source>Saved to</source>
        <translation>Guardado en</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Añadida</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminada</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Enlace</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Servidores</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Comprobaciones</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Límites</translation>
    </message>
    <message>
        <source>Metered networks</source>
        <translation>Redes de uso medido</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Copy &amp;all</source>
        <translation>Copiar &amp;todo</translation>
    </message>
</context>
<context>
    <name>Panes</name>
    <message>
        <source>&amp;Sidebar</source>
        <translation>&amp;Barra lateral</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Detalles</translation>
    </message>
    <message>
        <source>Details &amp;below the list</source>
        <translation>Detalles deba&amp;jo de la lista</translation>
    </message>
    <message>
        <source>Details b&amp;eside the list</source>
        <translation>Detalles al &amp;lado de la lista</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>Panel &amp;siguiente</translation>
    </message>
    <message>
        <source>&amp;Previous pane</source>
        <translation>Panel &amp;anterior</translation>
    </message>
</context>
<context>
    <name>PinList</name>
    <message>
        <source>Certificates accepted for this job</source>
        <translation>Certificados aceptados para esta tarea</translation>
    </message>
    <message>
        <source>Forg&amp;et</source>
        <translation>Ol&amp;vidar</translation>
    </message>
</context>
<context>
    <name>PlacesPage</name>
    <message>
        <source>Folders and kinds</source>
        <translation>Carpetas y tipos</translation>
    </message>
    <message>
        <source>Kinds of files</source>
        <translation>Tipos de archivo</translation>
    </message>
    <message>
        <source>Told by the endings of their names. A kind may have a folder of its own.</source>
        <translation>Se reconocen por la extensión de su nombre. Un tipo puede tener carpeta propia.</translation>
    </message>
    <message>
        <source>Put files into</source>
        <translation>Poner los archivos en</translation>
    </message>
    <message>
        <source>&amp;Put files into</source>
        <translation>&amp;Poner los archivos en</translation>
    </message>
    <message>
        <source>Where nothing is written here, they go to the folder of downloads.</source>
        <translation>Si no se escribe nada aquí, van a la carpeta de descargas.</translation>
    </message>
</context>
<context>
    <name>PowerPage</name>
    <message>
        <source>Power</source>
        <translation>Energía</translation>
    </message>
    <message>
        <source>Keep awake while jobs run</source>
        <translation>Mantener activo mientras hay tareas en curso</translation>
    </message>
    <message>
        <source>The computer does not fall asleep by itself. Its screen goes dark as usual.</source>
        <translation>El equipo no se suspende por sí solo. La pantalla se apaga como de costumbre.</translation>
    </message>
    <message>
        <source>&amp;When it is plugged in</source>
        <translation>Con el &amp;equipo enchufado</translation>
    </message>
    <message>
        <source>On &amp;battery as well</source>
        <translation>También con &amp;batería</translation>
    </message>
    <message>
        <source>&amp;Never</source>
        <translation>&amp;Nunca</translation>
    </message>
    <message>
        <source>When it wakes up, jobs go on at once where they were.</source>
        <translation>Al reactivarse, las tareas continúan enseguida donde estaban.</translation>
    </message>
</context>
<context>
    <name>PreferenceKeeper</name>
    <message>
        <source>{file} cannot be read; the preferences are as they came.</source>
        <translation>No se puede leer {file}; las preferencias están como al principio.</translation>
    </message>
    <message>
        <source>{file} has entries that cannot be read: {names}</source>
        <translation>{file} tiene entradas que no se pueden leer: {names}</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
</context>
<context>
    <name>ProblemReportDialog</name>
    <message>
        <source>Report a problem</source>
        <translation>Informar de un problema</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>El informe</translation>
    </message>
    <message>
        <source>It is being put together…</source>
        <translation>Se está preparando…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Guardar…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>This tells those who mend Holdfast what they need to know. It goes nowhere by itself. Passwords, tokens and cookies are taken out; names of files, folders and servers are not. Read it before you give it to anybody.</source>
        <translation>Aquí está lo que necesita saber quien arregla Holdfast. No va a ninguna parte por sí solo. Se quitaron contraseñas, tokens y cookies; los nombres de archivos, carpetas y servidores no. Léalo antes de dárselo a nadie.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Guardar el informe</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texto (*.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>PropertiesDialog</name>
    <message>
        <source>Properties</source>
        <translation>Propiedades</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Enlace</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Añadida</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Comprobaciones</translation>
    </message>
    <message>
        <source>Give up and retries</source>
        <translation>Desistir y reintentar</translation>
    </message>
    <message>
        <source>&amp;Give up after</source>
        <translation>&amp;Desistir tras</translation>
    </message>
    <message>
        <source>Wait before a retry</source>
        <translation>Espera antes de reintentar</translation>
    </message>
    <message>
        <source>&amp;Wait before a retry</source>
        <translation>&amp;Espera antes de reintentar</translation>
    </message>
    <message>
        <source>At least this long; it doubles with each further failure, up to 5 minutes.</source>
        <translation>Al menos este tiempo; se duplica con cada fallo, hasta 5 minutos.</translation>
    </message>
    <message>
        <source>Longest download time</source>
        <translation>Tiempo máximo de descarga</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sin límite</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Como máximo</translation>
    </message>
    <message>
        <source>&amp;Longest download time</source>
        <translation>Tiempo &amp;máximo de descarga</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Foreground</source>
        <translation>Primer plano</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alta</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Baja</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>&amp;Priority</source>
        <translation>&amp;Prioridad</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation>Límite de velocidad</translation>
    </message>
    <message>
        <source>&amp;Speed limit</source>
        <translation>&amp;Límite de velocidad</translation>
    </message>
    <message>
        <source>Connections per file</source>
        <translation>Conexiones por archivo</translation>
    </message>
    <message>
        <source>&amp;Connections per file</source>
        <translation>&amp;Conexiones por archivo</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Run there too</source>
        <translation>Transferir también ahí</translation>
    </message>
    <message>
        <source>Wait for another network</source>
        <translation>Esperar otra red</translation>
    </message>
    <message>
        <source>Ask first</source>
        <translation>Preguntar antes</translation>
    </message>
    <message>
        <source>On a metered network</source>
        <translation>En una red de uso medido</translation>
    </message>
    <message>
        <source>On a &amp;metered network</source>
        <translation>En una red de &amp;uso medido</translation>
    </message>
    <message>
        <source>&amp;Run anyway: no network holds it any more</source>
        <translation>Transferir i&amp;gualmente: ninguna red la retiene ya</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>aún desconocido</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Rename</source>
        <translation>Cambiar nombre</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>Nombre del archivo</translation>
    </message>
    <message>
        <source>&amp;Name of the file</source>
        <translation>&amp;Nombre del archivo</translation>
    </message>
    <message>
        <source>A name has no slashes in it.</source>
        <translation>Un nombre no lleva barras.</translation>
    </message>
</context>
<context>
    <name>Request</name>
    <message>
        <source>Which request</source>
        <translation>Qué solicitud</translation>
    </message>
    <message>
        <source>Request and answer</source>
        <translation>Solicitud y respuesta</translation>
    </message>
    <message>
        <source>It has not been asked for since the program started.</source>
        <translation>No se ha pedido desde que se inició el programa.</translation>
    </message>
</context>
<context>
    <name>RetriesPage</name>
    <message>
        <source>Give up and retries</source>
        <translation>Desistir y reintentar</translation>
    </message>
    <message>
        <source>New jobs</source>
        <translation>Tareas nuevas</translation>
    </message>
    <message>
        <source>Jobs in the list keep what they have; Properties changes them.</source>
        <translation>Las tareas de la lista conservan lo que tienen; se cambian en Propiedades.</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>Todas las tareas</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Perfil</translation>
    </message>
    <message>
        <source>&amp;BITS</source>
        <translation>&amp;BITS</translation>
    </message>
    <message>
        <source>&amp;Delivery Optimization</source>
        <translation>&amp;Optimización de distribución</translation>
    </message>
    <message>
        <source>Every job gives up after 14 days without progress.</source>
        <translation>Cada tarea desiste tras 14 días sin progreso.</translation>
    </message>
    <message>
        <source>Jobs in the foreground and of high priority give up after 1 hour without progress, all others after 1 day.</source>
        <translation>Las tareas en primer plano y de prioridad alta desisten tras 1 hora sin progreso; las demás, tras 1 día.</translation>
    </message>
    <message>
        <source>As the profile says</source>
        <translation>Como diga el perfil</translation>
    </message>
    <message>
        <source>&amp;Give up after</source>
        <translation>&amp;Desistir tras</translation>
    </message>
    <message>
        <source>The clock starts at the first error, every new byte sets it back to zero, and it stands still while a job is paused or on hold.</source>
        <translation>El reloj arranca con el primer error, cada byte nuevo lo pone a cero, y está parado mientras la tarea está en pausa o en suspenso.</translation>
    </message>
    <message>
        <source>Wait before a retry</source>
        <translation>Espera antes de reintentar</translation>
    </message>
    <message>
        <source>&amp;Wait before a retry</source>
        <translation>&amp;Espera antes de reintentar</translation>
    </message>
    <message>
        <source>At least this long; it doubles with each further failure, up to 5 minutes.</source>
        <translation>Al menos este tiempo; se duplica con cada fallo, hasta 5 minutos.</translation>
    </message>
    <message>
        <source>That is longer than jobs hold on: they give up at the first error.</source>
        <translation>Es más de lo que aguantan las tareas: desisten al primer error.</translation>
    </message>
    <message>
        <source>Longest download time</source>
        <translation>Tiempo máximo de descarga</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sin límite</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Como máximo</translation>
    </message>
    <message>
        <source>&amp;Longest download time</source>
        <translation>Tiempo &amp;máximo de descarga</translation>
    </message>
    <message>
        <source>How long a job may connect and transfer, all in all. Waits do not count.</source>
        <translation>Cuánto puede conectar y transferir una tarea en total. Las esperas no cuentan.</translation>
    </message>
    <message>
        <source>End forgotten jobs</source>
        <translation>Terminar tareas olvidadas</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Tras</translation>
    </message>
    <message>
        <source>&amp;End forgotten jobs</source>
        <translation>&amp;Terminar tareas olvidadas</translation>
    </message>
    <message>
        <source>A job that brought nothing and that nobody touched for this long is ended. What is here of it goes to the trash.</source>
        <translation>Una tarea que no trajo nada y que nadie tocó en este tiempo se termina. Lo que haya de ella va a la papelera.</translation>
    </message>
</context>
<context>
    <name>RetryWindow</name>
    <message>
        <source>Retry window</source>
        <translation>Ventana de reintentos</translation>
    </message>
    <message>
        <source>Time without progress that is used up</source>
        <translation>Tiempo sin progreso consumido</translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message>
        <source>What will be added</source>
        <translation>Lo que se va a añadir</translation>
    </message>
    <message>
        <source>F2 changes a name, Space what becomes of a file: one that is already here, or one that a Metalink tells of</source>
        <translation>F2 cambia un nombre; Espacio, qué ocurre con un archivo: uno que ya está aquí, o uno de un Metalink</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar nombre</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>Take in again</source>
        <translation>Volver a incluir</translation>
    </message>
</context>
<context>
    <name>RowTable</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>If it is already here</source>
        <translation>Si ya está aquí</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show: {name}</source>
        <translation>Mostrar: {name}</translation>
    </message>
    <message>
        <source>Show what is written</source>
        <translation>Mostrar lo escrito</translation>
    </message>
</context>
<context>
    <name>SelectionActions</name>
    <message>
        <source>{command} ({key})</source>
        <translation>{command} ({key})</translation>
    </message>
</context>
<context>
    <name>ShortcutsWindow</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Groups of jobs</source>
        <translation>Grupos de tareas</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Tipos</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Carpetas</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Sign in to the proxy</source>
        <translation>Iniciar sesión en el proxy</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation>Iniciar sesión con</translation>
    </message>
    <message>
        <source>User name and password</source>
        <translation>Nombre de usuario y contraseña</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nombre de usuario</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>&amp;For all downloads from {host}</source>
        <translation>Para todas las &amp;descargas de {host}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>It says: {realm}</source>
        <translation>Dice: {realm}</translation>
    </message>
    <message>
        <source>The server says: {realm}</source>
        <translation>El servidor dice: {realm}</translation>
    </message>
    <message>
        <source>The last sign-in was refused.</source>
        <translation>El último inicio de sesión fue rechazado.</translation>
    </message>
    <message>
        <source>The last sign-in did not work: {reason}.</source>
        <translation>El último inicio de sesión no funcionó: {reason}.</translation>
    </message>
    <message>
        <source>Sign in &amp;with</source>
        <translation>Iniciar sesión &amp;con</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>Nombre de &amp;usuario</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>C&amp;ontraseña</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Token</translation>
    </message>
</context>
<context>
    <name>SignInsPage</name>
    <message>
        <source>Sign-ins</source>
        <translation>Inicios de sesión</translation>
    </message>
    <message>
        <source>For all downloads from a server, or through a proxy</source>
        <translation>Para todas las descargas de un servidor o por un proxy</translation>
    </message>
    <message>
        <source>They come here when you sign in and choose so. Each is shown only to the server or the proxy that it was made for.</source>
        <translation>Llegan aquí cuando inicia sesión y así lo elige. Cada uno se muestra solo al servidor o proxy para el que se hizo.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nombre de usuario</translation>
    </message>
    <message>
        <source>Proxy {address}</source>
        <translation>Proxy {address}</translation>
    </message>
    <message>
        <source>There is no keyring on this computer: sign-ins are kept until Holdfast ends, and are never written to a file.</source>
        <translation>En este equipo no hay llavero: los inicios de sesión se guardan hasta que termine Holdfast, y nunca se escriben en un archivo.</translation>
    </message>
    <message>
        <source>They are kept in the keyring of this computer ({keyring}).</source>
        <translation>Se guardan en el llavero de este equipo ({keyring}).</translation>
    </message>
    <message>
        <source>They are kept in the keyring of this computer.</source>
        <translation>Se guardan en el llavero de este equipo.</translation>
    </message>
</context>
<context>
    <name>SourceList</name>
    <message>
        <source>Servers that have the file</source>
        <translation>Servidores que tienen el archivo</translation>
    </message>
</context>
<context>
    <name>SourceTable</name>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Brought</source>
        <translation>Traído</translation>
    </message>
</context>
<context>
    <name>Sparkline</name>
    <message>
        <source>Speed of the last minute</source>
        <translation>Velocidad del último minuto</translation>
    </message>
</context>
<context>
    <name>SpeedGraph</name>
    <message>
        <source>Speed over time</source>
        <translation>Velocidad a lo largo del tiempo</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <translation>hace {time}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>límite</translation>
    </message>
</context>
<context>
    <name>SpeedPage</name>
    <message>
        <source>5 minutes</source>
        <translation>5 minutos</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 hora</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 día</translation>
    </message>
    <message>
        <source>Speed in figures</source>
        <translation>Velocidad en cifras</translation>
    </message>
    <message>
        <source>The time that the graph shows</source>
        <translation>El tiempo que muestra el gráfico</translation>
    </message>
    <message>
        <source>All jobs together: {figures}</source>
        <translation>Todas las tareas juntas: {figures}</translation>
    </message>
    <message>
        <source>nothing has come in this time</source>
        <translation>no ha llegado nada en este tiempo</translation>
    </message>
    <message>
        <source>now {now}, {average} on average, {highest} at most</source>
        <translation>ahora {now}, {average} de media, {highest} como máximo</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>Todas las tareas</translation>
    </message>
    <message>
        <source>{name}, the last {span}, every {step} a row, the oldest first</source>
        <translation>{name}, los últimos {span}, una fila cada {step}, lo más antiguo primero</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Network and free space</source>
        <translation>Red y espacio libre</translation>
    </message>
    <message>
        <source>Total speed</source>
        <translation>Velocidad total</translation>
    </message>
    <message>
        <source>Speed limit for all jobs together</source>
        <translation>Límite de velocidad de todas las tareas juntas</translation>
    </message>
    <message>
        <source>{size} free in {folder}</source>
        <translation>{size} libres en {folder}</translation>
    </message>
    <message>
        <source>{n} of {total} jobs shown</source>
        <translation>{n} de {total} tareas mostradas</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>Behind a sign-in page</source>
        <translation>Tras una página de inicio de sesión</translation>
    </message>
    <message>
        <source>Metered network</source>
        <translation>Red de uso medido</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En línea</translation>
    </message>
    <message>
        <source>At most {rate}</source>
        <translation>Como máximo {rate}</translation>
    </message>
    <message>
        <source>No speed limit</source>
        <translation>Sin límite de velocidad</translation>
    </message>
</context>
<context>
    <name>Tabs</name>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>Cronología</translation>
    </message>
</context>
<context>
    <name>TimelineTable</name>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message>
        <source>&amp;Hide window</source>
        <translation>&amp;Ocultar ventana</translation>
    </message>
    <message>
        <source>Sho&amp;w window</source>
        <translation>&amp;Mostrar ventana</translation>
    </message>
</context>
<context>
    <name>TrustBridge</name>
    <message>
        <source>The certificates of the server cannot be shown.</source>
        <translation>No se pueden mostrar los certificados del servidor.</translation>
    </message>
</context>
<context>
    <name>TrustFields</name>
    <message>
        <source>User name</source>
        <translation>Nombre de usuario</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Take the sign-in from the file .netrc</source>
        <translation>Tomar el inicio de sesión del archivo .netrc</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.p12 *.pfx);;All files (*)</source>
        <translation>Certificados (*.pem *.crt *.cer *.p12 *.pfx);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Certificado de cliente</translation>
    </message>
    <message>
        <source>Password of the certificate</source>
        <translation>Contraseña del certificado</translation>
    </message>
    <message>
        <source>Trust as well</source>
        <translation>Confiar además en</translation>
    </message>
    <message>
        <source>Certificates (PEM) of more authorities</source>
        <translation>Certificados (PEM) de más autoridades</translation>
    </message>
    <message>
        <source>Follow servers from https to http, without encryption</source>
        <translation>Seguir a los servidores de https a http, sin cifrado</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>Nombre de &amp;usuario</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Contra&amp;seña</translation>
    </message>
    <message>
        <source>To&amp;ken</source>
        <translation>To&amp;ken</translation>
    </message>
    <message>
        <source>Pro&amp;xy</source>
        <translation>Pro&amp;xy</translation>
    </message>
    <message>
        <source>Client certi&amp;ficate</source>
        <translation>Certi&amp;ficado de cliente</translation>
    </message>
    <message>
        <source>Its passwor&amp;d</source>
        <translation>Su c&amp;ontraseña</translation>
    </message>
    <message>
        <source>Either a user name and a password, or a token.</source>
        <translation>O un nombre de usuario y una contraseña, o un token.</translation>
    </message>
</context>
<context>
    <name>TrustSection</name>
    <message>
        <source>Sign-in and security</source>
        <translation>Inicio de sesión y seguridad</translation>
    </message>
    <message>
        <source>Foll&amp;ow servers from https to http, without encryption</source>
        <translation>Seguir a los servidores de https a http, &amp;sin cifrado</translation>
    </message>
    <message>
        <source>Certificates accepted for this job</source>
        <translation>Certificados aceptados para esta tarea</translation>
    </message>
    <message>
        <source>S&amp;ign in…</source>
        <translation>&amp;Iniciar sesión…</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>Remove the sign-in of this job</source>
        <translation>Quitar el inicio de sesión de esta tarea</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Inicio de sesión</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Pro&amp;xy</source>
        <translation>Pro&amp;xy</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.p12 *.pfx);;All files (*)</source>
        <translation>Certificados (*.pem *.crt *.cer *.p12 *.pfx);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Certificado de cliente</translation>
    </message>
    <message>
        <source>Client certi&amp;ficate</source>
        <translation>Certi&amp;ficado de cliente</translation>
    </message>
    <message>
        <source>Password of the certificate</source>
        <translation>Contraseña del certificado</translation>
    </message>
    <message>
        <source>Its passwor&amp;d</source>
        <translation>Su c&amp;ontraseña</translation>
    </message>
    <message>
        <source>Trust as well</source>
        <translation>Confiar además en</translation>
    </message>
    <message>
        <source>Certificates (PEM) of more authorities</source>
        <translation>Certificados (PEM) de más autoridades</translation>
    </message>
    <message>
        <source>&amp;Trust as well</source>
        <translation>Confi&amp;ar además en</translation>
    </message>
    <message>
        <source>A sign-in or headers are kept for it.</source>
        <translation>Se guarda para ella un inicio de sesión o cabeceras.</translation>
    </message>
    <message>
        <source>None of its own.</source>
        <translation>Ninguno propio.</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>WayField</name>
    <message>
        <source>As the s&amp;ystem has it</source>
        <translation>Como en el &amp;sistema</translation>
    </message>
    <message>
        <source>N&amp;one</source>
        <translation>Ning&amp;uno</translation>
    </message>
    <message>
        <source>Thro&amp;ugh this one:</source>
        <translation>A t&amp;ravés de este:</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>Dirección del proxy</translation>
    </message>
    <message>
        <source>http, https, socks5 or socks5h</source>
        <translation>http, https, socks5 o socks5h</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
</context>
<context>
    <name>_AdviceLine</name>
    <message>
        <source>Advice</source>
        <translation>Consejo</translation>
    </message>
</context>
<context>
    <name>_Question</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>_Text</name>
    <message>
        <source>Text of the page</source>
        <translation>Texto de la página</translation>
    </message>
</context>
<context>
    <name>adding</name>
    <message>
        <source>This line is too long for a link.</source>
        <translation>Esta línea es demasiado larga para un enlace.</translation>
    </message>
    <message>
        <source>This pattern stands for more than {links}.</source>
        <translation>Este patrón representa más de {links}.</translation>
    </message>
    <message>
        <source>This is taken as one link: a range of numbers is written as in [001-120].</source>
        <translation>Se toma como un solo enlace: un intervalo de números se escribe como en [001-120].</translation>
    </message>
    <message>
        <source>Already in the list: {state}</source>
        <translation>Ya está en la lista: {state}</translation>
    </message>
    <message>
        <source>A job in the list has this name: {state}</source>
        <translation>Una tarea de la lista tiene este nombre: {state}</translation>
    </message>
    <message>
        <source>A job in the list waits for this file: {state}</source>
        <translation>Una tarea de la lista espera este archivo: {state}</translation>
    </message>
    <message>
        <source>The folder already has a file of this name</source>
        <translation>La carpeta ya tiene un archivo con este nombre</translation>
    </message>
    <message>
        <source>Add with a number</source>
        <translation>Añadir con un número</translation>
    </message>
    <message>
        <source>Replace what is here</source>
        <translation>Reemplazar lo que hay</translation>
    </message>
    <message>
        <source>Go on with this link</source>
        <translation>Continuar con este enlace</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Omitido</translation>
    </message>
    <message>
        <source>Asking {host}…</source>
        <translation>Preguntando a {host}…</translation>
    </message>
    <message>
        <source>sent by the browser</source>
        <translation>entregado por el navegador</translation>
    </message>
    <message>
        <source>can be resumed</source>
        <translation>se puede reanudar</translation>
    </message>
    <message>
        <source>cannot be resumed</source>
        <translation>no se puede reanudar</translation>
    </message>
    <message>
        <source>Leave it out, and show what is here</source>
        <translation>Omitir y mostrar lo que hay</translation>
    </message>
    <message>
        <source>Replace what is here: its file goes to the trash</source>
        <translation>Reemplazar lo que hay: su archivo va a la papelera</translation>
    </message>
    <message>
        <source>Replace what is here: it begins anew</source>
        <translation>Reemplazar lo que hay: empieza de nuevo</translation>
    </message>
    <message>
        <source>Update the link of the waiting job and go on</source>
        <translation>Cambiar el enlace de la tarea que espera y continuar</translation>
    </message>
    <message>
        <source>Go on with this link: the job keeps what is here</source>
        <translation>Continuar con este enlace: la tarea conserva lo que hay</translation>
    </message>
    <message>
        <source>Go on with this link: the size fits</source>
        <translation>Continuar con este enlace: el tamaño coincide</translation>
    </message>
    <message>
        <source>Go on with this link: the size differs, so it may start over</source>
        <translation>Continuar con este enlace: el tamaño difiere, puede empezar de nuevo</translation>
    </message>
    <message>
        <source>That is more than can be added at once: {links} are taken.</source>
        <translation>Son más de los que se pueden añadir a la vez: se toman {links}.</translation>
    </message>
    <message>
        <source>{links} by number: {first} to {last}</source>
        <translation>{links} por número: {first} a {last}</translation>
    </message>
    <message>
        <source>&amp;Add links</source>
        <translation>&amp;Añadir enlaces</translation>
    </message>
    <message>
        <source>&amp;Go on with the new link</source>
        <translation>&amp;Continuar con el enlace nuevo</translation>
    </message>
    <message>
        <source>&amp;Show what is here</source>
        <translation>&amp;Mostrar lo que hay</translation>
    </message>
    <message>
        <source>{free} free in {place}</source>
        <translation>{free} libres en {place}</translation>
    </message>
    <message>
        <source>Only {free} free in {place}: too little</source>
        <translation>Solo {free} libres en {place}: no basta</translation>
    </message>
</context>
<context>
    <name>answers</name>
    <message>
        <source>There is no such job.</source>
        <translation>No existe esa tarea.</translation>
    </message>
    <message>
        <source>This job is {state}: there is nothing to retry.</source>
        <translation>Esta tarea está «{state}»: no hay nada que reintentar.</translation>
    </message>
</context>
<context>
    <name>aria2</name>
    <message>
        <source>Port {port} is in use by another program, maybe by aria2 itself. End that program, or choose another port.</source>
        <translation>El puerto {port} lo usa otro programa, quizá el propio aria2. Cierre ese programa o elija otro puerto.</translation>
    </message>
    <message>
        <source>The system keeps port {port} for its own services. Choose one above 1023.</source>
        <translation>El sistema reserva el puerto {port} para sus propios servicios. Elija uno superior a 1023.</translation>
    </message>
    <message>
        <source>Nobody can be heard at port {port}: {reason}.</source>
        <translation>No se puede atender a nadie en el puerto {port}: {reason}.</translation>
    </message>
    <message>
        <source>Only the beginning of an address is meant: {origin}, without what follows.</source>
        <translation>Se trata solo del principio de una dirección: {origin}, sin lo que sigue.</translation>
    </message>
    <message>
        <source>Not more than {n} pages can be allowed.</source>
        <translation>No se pueden permitir más de {n} páginas.</translation>
    </message>
    <message>
        <source>“{text}” is no page: write it like http://localhost:8080.</source>
        <translation>«{text}» no es una página: escríbala como http://localhost:8080.</translation>
    </message>
</context>
<context>
    <name>browsers</name>
    <message>
        <source>Holdfast can fetch again only what was asked for by GET.</source>
        <translation>Holdfast solo puede volver a pedir lo que se pidió con GET.</translation>
    </message>
    <message>
        <source>The browser sends more with this link than a server would take.</source>
        <translation>El navegador envía con este enlace más de lo que aceptaría un servidor.</translation>
    </message>
    <message>
        <source>What the browser sends with this link has characters that no header can have.</source>
        <translation>Lo que el navegador envía con este enlace tiene caracteres que no puede llevar ninguna cabecera.</translation>
    </message>
    <message>
        <source>This instance has no window.</source>
        <translation>Esta instancia no tiene ventana.</translation>
    </message>
    <message>
        <source>The browser gave the download no name.</source>
        <translation>El navegador no dio nombre a la descarga.</translation>
    </message>
    <message>
        <source>More downloads are offered than can be taken.</source>
        <translation>Se ofrecen más descargas de las que se pueden tomar.</translation>
    </message>
    <message>
        <source>Nobody is ready for this download.</source>
        <translation>Nadie está listo para esta descarga.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>No conectado</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Conectado</translation>
    </message>
    <message>
        <source>Connected for everyone on this computer</source>
        <translation>Conectado para todos en este equipo</translation>
    </message>
    <message>
        <source>Connected to another copy of Holdfast: {program}</source>
        <translation>Conectado a otra copia de Holdfast: {program}</translation>
    </message>
    <message>
        <source>Connected to a Holdfast that is not there any more: {program}</source>
        <translation>Conectado a un Holdfast que ya no está: {program}</translation>
    </message>
    <message>
        <source>Connected for an older extension; connect it again</source>
        <translation>Conectado para una extensión anterior; conéctelo de nuevo</translation>
    </message>
    <message>
        <source>Something else is in the way; move it away: {file}</source>
        <translation>Hay otra cosa en su lugar; muévala: {file}</translation>
    </message>
    <message>
        <source>The program “holdfast-native” is missing, which browsers start. Install Holdfast anew.</source>
        <translation>Falta el programa «holdfast-native», que inician los navegadores. Instale Holdfast de nuevo.</translation>
    </message>
    <message>
        <source>Browsers cannot start Holdfast where it is now: {path}. Move it to its place first.</source>
        <translation>Los navegadores no pueden iniciar Holdfast donde está ahora: {path}. Póngalo antes en su sitio.</translation>
    </message>
    <message>
        <source>This file is in the way and does not belong to Holdfast: {path}. Move it away first.</source>
        <translation>Este archivo ocupa su lugar y no es de Holdfast: {path}. Muévalo antes.</translation>
    </message>
    <message>
        <source>This file is a link, which somebody else looks after: {path}. It is left as it is.</source>
        <translation>Este archivo es un vínculo del que se ocupa otro: {path}. Se deja como está.</translation>
    </message>
    <message>
        <source>This folder is a link that leads nowhere: {path}.</source>
        <translation>Esta carpeta es un vínculo que no lleva a ninguna parte: {path}.</translation>
    </message>
    <message>
        <source>There has to be a folder here, and is something else: {path}.</source>
        <translation>Aquí debe haber una carpeta, y hay otra cosa: {path}.</translation>
    </message>
    <message>
        <source>You may not write into this folder: {path}.</source>
        <translation>No tiene permiso para escribir en esta carpeta: {path}.</translation>
    </message>
    <message>
        <source>This cannot be written: {path}. {reason}.</source>
        <translation>Esto no se puede escribir: {path}. {reason}.</translation>
    </message>
    <message>
        <source>Connected by a file that is not there any more: {file}</source>
        <translation>Conectado mediante un archivo que ya no está: {file}</translation>
    </message>
    <message>
        <source>{browser} from {way} asks the system to start Holdfast, which not every system can do (Ubuntu can). It asks you once.</source>
        <translation>{browser} como {way} pide al sistema que inicie Holdfast, y no todos los sistemas pueden (Ubuntu sí). Se lo pregunta una vez.</translation>
    </message>
    <message>
        <source>{browser} from {way} may not start other programs: it cannot be connected. The same browser as a package of the system can.</source>
        <translation>{browser} como {way} no puede iniciar otros programas, así que no se puede conectar. El mismo navegador como paquete del sistema sí.</translation>
    </message>
    <message>
        <source>{browser} from {way} may not start other programs: it cannot be connected. The same browser as a package of the system, or from its makers, can.</source>
        <translation>{browser} como {way} no puede iniciar otros programas, así que no se puede conectar. El mismo navegador como paquete del sistema, o de sus autores, sí.</translation>
    </message>
</context>
<context>
    <name>bus_inhibitor</name>
    <message>
        <source>Transfers are running</source>
        <translation>Hay transferencias en curso</translation>
    </message>
</context>
<context>
    <name>categories</name>
    <message>
        <source>Disk images</source>
        <translation>Imágenes de disco</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>Comprimidos</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>Programas</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>Vídeos</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>Música</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>A kind needs a name.</source>
        <translation>Un tipo necesita un nombre.</translation>
    </message>
    <message>
        <source>There is a kind with this name already.</source>
        <translation>Ya hay un tipo con este nombre.</translation>
    </message>
    <message>
        <source>A kind needs an ending at least, such as iso.</source>
        <translation>Un tipo necesita al menos una extensión, como iso.</translation>
    </message>
    <message>
        <source>“{ending}” belongs to “{kind}” already.</source>
        <translation>«{ending}» ya pertenece a «{kind}».</translation>
    </message>
    <message>
        <source>“{ending}”: write only what follows the last dot.</source>
        <translation>«{ending}»: escriba solo lo que sigue al último punto.</translation>
    </message>
    <message>
        <source>“{ending}” is too long for an ending.</source>
        <translation>«{ending}» es demasiado largo para una extensión.</translation>
    </message>
    <message>
        <source>“{ending}” has a character that endings do not have.</source>
        <translation>«{ending}» tiene un carácter que no llevan las extensiones.</translation>
    </message>
</context>
<context>
    <name>certificates</name>
    <message>
        <source>not readable</source>
        <translation>ilegible</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>sí mismo</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>This is not the certificate that you have trusted for this job: the server shows another one.</source>
        <translation>Este no es el certificado en el que confió para esta tarea: el servidor muestra otro.</translation>
    </message>
    <message>
        <source>Its certificate cannot be trusted.</source>
        <translation>No se puede confiar en su certificado.</translation>
    </message>
    <message>
        <source>Its certificate is in order now.</source>
        <translation>Su certificado ya está en regla.</translation>
    </message>
    <message>
        <source>Its certificate has expired.</source>
        <translation>Su certificado ha caducado.</translation>
    </message>
    <message>
        <source>Its certificate is not valid yet. Is the clock of this computer right?</source>
        <translation>Su certificado aún no es válido. ¿Está bien el reloj de este equipo?</translation>
    </message>
    <message>
        <source>Its certificate is signed by an authority that this computer does not know.</source>
        <translation>Su certificado está firmado por una autoridad que este equipo no conoce.</translation>
    </message>
    <message>
        <source>It has made its certificate itself: nobody else vouches for it.</source>
        <translation>Él mismo hizo su certificado: nadie más responde por él.</translation>
    </message>
    <message>
        <source>Its certificate is for another name than that of the server.</source>
        <translation>Su certificado es para otro nombre que el del servidor.</translation>
    </message>
    <message>
        <source>No secure connection comes about, whatever is trusted.</source>
        <translation>No se logra una conexión segura, se confíe en lo que se confíe.</translation>
    </message>
    <message>
        <source>Its certificate has been revoked by the authority that signed it.</source>
        <translation>Su certificado fue revocado por la autoridad que lo firmó.</translation>
    </message>
    <message>
        <source>Its certificate is made in an outdated way that can be forged.</source>
        <translation>Su certificado está hecho de un modo anticuado que se puede falsificar.</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>sin nombre</translation>
    </message>
</context>
<context>
    <name>columns</name>
    <message>
        <source>Foreground</source>
        <translation>Primer plano</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alta</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Baja</translation>
    </message>
    <message>
        <source>{name}, not checked yet</source>
        <translation>{name}, aún sin comprobar</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Tiempo restante</translation>
    </message>
    <message>
        <source>Gives up in</source>
        <translation>Desiste en</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Añadida</translation>
    </message>
    <message>
        <source>Last progress</source>
        <translation>Último progreso</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Próximo intento</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Intentos</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>Descargado</translation>
    </message>
    <message>
        <source>Completed on</source>
        <translation>Completada el</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>Suma de verificación</translation>
    </message>
</context>
<context>
    <name>countdown</name>
    <message>
        <source>Holdfast quits in {time}.</source>
        <translation>Holdfast se cierra en {time}.</translation>
    </message>
    <message>
        <source>The computer is suspended in {time}.</source>
        <translation>El equipo se suspende en {time}.</translation>
    </message>
    <message>
        <source>The computer shuts down in {time}.</source>
        <translation>El equipo se apaga en {time}.</translation>
    </message>
    <message>
        <source>In {time} this runs: {command}</source>
        <translation>En {time} se ejecuta: {command}</translation>
    </message>
    <message>
        <source>&amp;Quit now</source>
        <translation>&amp;Salir ahora</translation>
    </message>
    <message>
        <source>&amp;Suspend now</source>
        <translation>&amp;Suspender ahora</translation>
    </message>
    <message>
        <source>Shut &amp;down now</source>
        <translation>&amp;Apagar ahora</translation>
    </message>
    <message>
        <source>&amp;Run now</source>
        <translation>&amp;Ejecutar ahora</translation>
    </message>
</context>
<context>
    <name>counted</name>
    <message numerus="yes">
        <source>{n} files</source>
        <extracomment>1 file</extracomment>
        <translation>
            <numerusform>{n} archivo</numerusform>
            <numerusform>{n} archivos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} links</source>
        <extracomment>1 link</extracomment>
        <translation>
            <numerusform>{n} enlace</numerusform>
            <numerusform>{n} enlaces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more servers</source>
        <extracomment>1 more server</extracomment>
        <translation>
            <numerusform>{n} servidor más</numerusform>
            <numerusform>{n} servidores más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>a Metalink of {n} files, which come instead of it</source>
        <extracomment>a Metalink of 1 file, which comes instead of it</extracomment>
        <translation>
            <numerusform>un Metalink de {n} archivo, que llega en su lugar</numerusform>
            <numerusform>un Metalink de {n} archivos, que llegan en su lugar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to {n} servers</source>
        <extracomment>1 server</extracomment>
        <translation>
            <numerusform>{n} servidor</numerusform>
            <numerusform>hasta {n} servidores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and {n} lines more</source>
        <extracomment>and one line more</extracomment>
        <translation>
            <numerusform>y {n} línea más</numerusform>
            <numerusform>y {n} líneas más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of unknown size</source>
        <extracomment>1 of unknown size</extracomment>
        <translation>
            <numerusform>{n} de tamaño desconocido</numerusform>
            <numerusform>{n} de tamaño desconocido</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} are already here</source>
        <extracomment>1 is already here</extracomment>
        <translation>
            <numerusform>{n} ya está aquí</numerusform>
            <numerusform>{n} ya están aquí</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Add {n} links</source>
        <extracomment>&amp;Add link</extracomment>
        <translation>
            <numerusform>&amp;Añadir {n} enlace</numerusform>
            <numerusform>&amp;Añadir {n} enlaces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} jobs are under way.</source>
        <extracomment>1 job is under way.</extracomment>
        <translation>
            <numerusform>Hay {n} tarea en curso.</numerusform>
            <numerusform>Hay {n} tareas en curso.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} seconds</source>
        <extracomment>1 second</extracomment>
        <translation>
            <numerusform>{n} segundo</numerusform>
            <numerusform>{n} segundos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} connections</source>
        <extracomment>1 connection</extracomment>
        <translation>
            <numerusform>{n} conexión</numerusform>
            <numerusform>{n} conexiones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} servers have the file</source>
        <extracomment>1 server has the file</extracomment>
        <translation>
            <numerusform>{n} servidor tiene el archivo</numerusform>
            <numerusform>{n} servidores tienen el archivo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} jobs</source>
        <extracomment>1 job</extracomment>
        <translation>
            <numerusform>{n} tarea</numerusform>
            <numerusform>{n} tareas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} tries</source>
        <extracomment>1 try</extracomment>
        <translation>
            <numerusform>{n} intento</numerusform>
            <numerusform>{n} intentos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} errors</source>
        <extracomment>1 error</extracomment>
        <translation>
            <numerusform>{n} error</numerusform>
            <numerusform>{n} errores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and {n} more</source>
        <extracomment>and 1 more</extracomment>
        <translation>
            <numerusform>y {n} más</numerusform>
            <numerusform>y {n} más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to {n} servers for each file</source>
        <extracomment>1 server for each file</extracomment>
        <translation>
            <numerusform>{n} servidor por archivo</numerusform>
            <numerusform>hasta {n} servidores por archivo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to {n} connections per file</source>
        <extracomment>1 connection per file</extracomment>
        <translation>
            <numerusform>{n} conexión por archivo</numerusform>
            <numerusform>hasta {n} conexiones por archivo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} jobs are not shown here.</source>
        <extracomment>1 job is not shown here.</extracomment>
        <translation>
            <numerusform>{n} tarea no se muestra aquí.</numerusform>
            <numerusform>{n} tareas no se muestran aquí.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} days</source>
        <extracomment>1 day</extracomment>
        <translation>
            <numerusform>{n} día</numerusform>
            <numerusform>{n} días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hours</source>
        <extracomment>1 hour</extracomment>
        <translation>
            <numerusform>{n} hora</numerusform>
            <numerusform>{n} horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} minutes</source>
        <extracomment>1 minute</extracomment>
        <translation>
            <numerusform>{n} minuto</numerusform>
            <numerusform>{n} minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} seconds at least.</source>
        <extracomment>1 second at least.</extracomment>
        <translation>
            <numerusform>Al menos {n} segundo.</numerusform>
            <numerusform>Al menos {n} segundos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For {n} jobs that time has already passed: they give up at once.</source>
        <extracomment>For 1 job that time has already passed: it gives up at once.</extracomment>
        <translation>
            <numerusform>Para {n} tarea ese tiempo ya pasó: desiste de inmediato.</numerusform>
            <numerusform>Para {n} tareas ese tiempo ya pasó: desisten de inmediato.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of these downloads are not in the list any more.</source>
        <extracomment>1 of these downloads is not in the list any more.</extracomment>
        <translation>
            <numerusform>{n} de estas descargas ya no está en la lista.</numerusform>
            <numerusform>{n} de estas descargas ya no están en la lista.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} downloads are done</source>
        <extracomment>1 download is done</extracomment>
        <translation>
            <numerusform>{n} descarga lista</numerusform>
            <numerusform>{n} descargas listas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} downloads failed</source>
        <extracomment>1 download failed</extracomment>
        <translation>
            <numerusform>{n} descarga fallida</numerusform>
            <numerusform>{n} descargas fallidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and {n} more</source>
        <extracomment>{names} and 1 more</extracomment>
        <translation>
            <numerusform>{names} y {n} más</numerusform>
            <numerusform>{names} y {n} más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} links copied</source>
        <extracomment>1 link copied</extracomment>
        <translation>
            <numerusform>{n} enlace copiado</numerusform>
            <numerusform>{n} enlaces copiados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open {n} files that do more than show what is in them?</source>
        <extracomment>Open 1 file that does more than show what is in it?</extracomment>
        <translation>
            <numerusform>¿Abrir {n} archivo que hace más que mostrar su contenido?</numerusform>
            <numerusform>¿Abrir {n} archivos que hacen más que mostrar su contenido?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} jobs are over and keep what they have.</source>
        <extracomment>1 job is over and keeps what it has.</extracomment>
        <translation>
            <numerusform>{n} tarea ya terminó y conserva lo que tiene.</numerusform>
            <numerusform>{n} tareas ya terminaron y conservan lo que tienen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} servers</source>
        <extracomment>1 server</extracomment>
        <translation>
            <numerusform>{n} servidor</numerusform>
            <numerusform>{n} servidores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} downloads wait for it.</source>
        <extracomment>1 download waits for it.</extracomment>
        <translation>
            <numerusform>{n} descarga lo espera.</numerusform>
            <numerusform>{n} descargas lo esperan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} selected</source>
        <extracomment>1 selected</extracomment>
        <translation>
            <numerusform>{n} seleccionada</numerusform>
            <numerusform>{n} seleccionadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} jobs removed; their files go to the trash</source>
        <extracomment>1 job removed; its files go to the trash</extracomment>
        <translation>
            <numerusform>{n} tarea quitada; sus archivos van a la papelera</numerusform>
            <numerusform>{n} tareas quitadas; sus archivos van a la papelera</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} jobs removed</source>
        <extracomment>1 job removed</extracomment>
        <translation>
            <numerusform>{n} tarea quitada</numerusform>
            <numerusform>{n} tareas quitadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} jobs failed</source>
        <extracomment>1 job failed</extracomment>
        <translation>
            <numerusform>{n} tarea falló</numerusform>
            <numerusform>{n} tareas fallaron</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>details_advice</name>
    <message>
        <source>Many servers are slow for a while. If it stays so, take a link to another server.</source>
        <translation>Muchos servidores van lentos por un tiempo. Si sigue así, use un enlace a otro servidor.</translation>
    </message>
    <message>
        <source>The server may be starting up or closed for a while. Check the port in the link.</source>
        <translation>El servidor puede estar arrancando o cerrado por un tiempo. Compruebe el puerto del enlace.</translation>
    </message>
    <message>
        <source>What is here is kept. If it keeps breaking, look at your network first.</source>
        <translation>Lo que hay se conserva. Si se sigue cortando, mire primero su red.</translation>
    </message>
    <message>
        <source>Check the name in the link, and whether other pages open in your web browser.</source>
        <translation>Compruebe el nombre del enlace, y si otras páginas se abren en su navegador.</translation>
    </message>
    <message>
        <source>Check the network of this computer, a VPN, and the firewall.</source>
        <translation>Compruebe la red de este equipo, la VPN y el cortafuegos.</translation>
    </message>
    <message>
        <source>Check the proxy in the preferences, or in the network settings of this computer.</source>
        <translation>Compruebe el proxy en las preferencias, o en los ajustes de red de este equipo.</translation>
    </message>
    <message>
        <source>The server has asked us to come back later. Fewer connections may help.</source>
        <translation>El servidor pidió volver más tarde. Menos conexiones pueden ayudar.</translation>
    </message>
    <message>
        <source>Something went wrong on the server. If it stays so, tell those who run it.</source>
        <translation>Algo salió mal en el servidor. Si sigue así, avise a quienes lo gestionan.</translation>
    </message>
    <message>
        <source>Something between here and the server may garble the answers, such as a proxy.</source>
        <translation>Algo en el camino hasta el servidor puede alterar las respuestas, como un proxy.</translation>
    </message>
    <message>
        <source>There is a new version of the file; it is fetched from the beginning.</source>
        <translation>Hay una versión nueva del archivo; se descarga desde el principio.</translation>
    </message>
    <message>
        <source>The server does not keep to the rules. If it goes on, use a single connection.</source>
        <translation>El servidor no cumple las reglas. Si continúa, use una sola conexión.</translation>
    </message>
    <message>
        <source>Close other programs, or let fewer jobs run at the same time.</source>
        <translation>Cierre otros programas, o deje menos tareas a la vez.</translation>
    </message>
    <message>
        <source>Free some space there; it then goes on by itself.</source>
        <translation>Libere espacio ahí; entonces continúa sola.</translation>
    </message>
    <message>
        <source>Connect the drive again; it then goes on by itself.</source>
        <translation>Conecte de nuevo la unidad; entonces continúa sola.</translation>
    </message>
    <message>
        <source>Allow writing in the folder; it then goes on by itself.</source>
        <translation>Permita escribir en la carpeta; entonces continúa sola.</translation>
    </message>
    <message>
        <source>It goes on by itself as soon as there is a network.</source>
        <translation>Continúa sola en cuanto haya red.</translation>
    </message>
    <message>
        <source>Open a page in your web browser and sign in; it then goes on by itself.</source>
        <translation>Abra una página en su navegador e inicie sesión; entonces continúa sola.</translation>
    </message>
    <message>
        <source>It goes on by itself on another network, or here if you say so.</source>
        <translation>Continúa sola en otra red, o aquí si usted lo indica.</translation>
    </message>
    <message>
        <source>The file was moved, or the link has expired. With a new link it goes on.</source>
        <translation>El archivo se movió, o el enlace caducó. Con un enlace nuevo continúa.</translation>
    </message>
    <message>
        <source>The link may have expired or be meant for somebody else. Fetch a new one.</source>
        <translation>El enlace puede haber caducado o ser para otra persona. Consiga uno nuevo.</translation>
    </message>
    <message>
        <source>Sign in with what you got from those who run the server; it then goes on.</source>
        <translation>Inicie sesión con lo que le dieron quienes llevan el servidor; entonces continúa.</translation>
    </message>
    <message>
        <source>Sign in with what you got from those who run the proxy; it then goes on.</source>
        <translation>Inicie sesión con lo que le dieron quienes llevan el proxy; entonces continúa.</translation>
    </message>
    <message>
        <source>Correct the address of the proxy; nothing goes around a proxy that is set.</source>
        <translation>Corrija la dirección del proxy; nada esquiva un proxy que esté puesto.</translation>
    </message>
    <message>
        <source>The server does not like what it was asked. See the tab “Request” for its answer.</source>
        <translation>Al servidor no le gusta lo que se le pidió. Vea su respuesta en la pestaña «Solicitud».</translation>
    </message>
    <message>
        <source>Open the link in your web browser and copy the address that it ends up with.</source>
        <translation>Abra el enlace en su navegador y copie la dirección en la que termina.</translation>
    </message>
    <message>
        <source>Somebody may be listening in, its certificate is too old, or your clock is wrong.</source>
        <translation>Puede que alguien escuche, que su certificado sea viejo o que su reloj esté mal.</translation>
    </message>
    <message>
        <source>Choose a certificate that the server knows in the properties of the job.</source>
        <translation>Elija en las propiedades de la tarea un certificado que el servidor conozca.</translation>
    </message>
    <message>
        <source>The server speaks an outdated or a foreign kind of encryption. Try another server.</source>
        <translation>El servidor usa un cifrado anticuado o desconocido. Pruebe otro servidor.</translation>
    </message>
    <message>
        <source>Correct the link; what is here is kept.</source>
        <translation>Corrija el enlace; lo que hay se conserva.</translation>
    </message>
    <message>
        <source>The site may want you to sign in or to wait. Copy a fresh link from its page.</source>
        <translation>El sitio puede querer que inicie sesión o espere. Copie un enlace nuevo de su página.</translation>
    </message>
    <message>
        <source>Another server or another link may offer the file as it is.</source>
        <translation>Otro servidor u otro enlace puede ofrecer el archivo tal cual.</translation>
    </message>
    <message>
        <source>Add the link again with a folder on a drive that takes files of this size.</source>
        <translation>Añada el enlace de nuevo con una carpeta en una unidad que admita este tamaño.</translation>
    </message>
    <message>
        <source>What came is not what was promised. Check the checksum, or fetch the file again.</source>
        <translation>Lo que llegó no es lo prometido. Revise la suma de verificación o descargue de nuevo el archivo.</translation>
    </message>
    <message>
        <source>One of them is of another version. Fetch the Metalink anew, or the file by its link.</source>
        <translation>Uno de los dos es de otra versión. Descargue de nuevo el Metalink, o el archivo por su enlace.</translation>
    </message>
    <message>
        <source>The file of checksums does not name this file. Add the link again without it.</source>
        <translation>El archivo de sumas no nombra este archivo. Añada el enlace de nuevo sin él.</translation>
    </message>
    <message>
        <source>Save what matters from this drive and have it checked. Then try again.</source>
        <translation>Salve lo importante de esta unidad y hágala revisar. Después inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Resume it, or let it take longer in its properties.</source>
        <translation>Reanúdela, o dele más tiempo en sus propiedades.</translation>
    </message>
    <message>
        <source>Add the link again if you still want the file.</source>
        <translation>Añada el enlace de nuevo si aún quiere el archivo.</translation>
    </message>
    <message>
        <source>Copy the tab “Timeline” and send it with your report. Another try does no harm.</source>
        <translation>Copie la pestaña «Cronología» y envíela con su informe. Otro intento no hace daño.</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Reintentar ahora</translation>
    </message>
    <message>
        <source>Change link…</source>
        <translation>Cambiar enlace…</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Mostrar la carpeta</translation>
    </message>
    <message>
        <source>Run anyway</source>
        <translation>Transferir igualmente</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Iniciar sesión…</translation>
    </message>
    <message>
        <source>Show certificate…</source>
        <translation>Mostrar certificado…</translation>
    </message>
    <message>
        <source>Allow for this job</source>
        <translation>Permitir para esta tarea</translation>
    </message>
    <message>
        <source>Properties…</source>
        <translation>Propiedades…</translation>
    </message>
    <message>
        <source>Others on the way could read and change what comes without encryption. Allow it only if that does no harm, or if you have a checksum.</source>
        <translation>Otros en el camino podrían leer y cambiar lo que llega sin cifrado. Permítalo solo si eso no hace daño, o si tiene una suma de verificación.</translation>
    </message>
</context>
<context>
    <name>details_sources</name>
    <message>
        <source>used no more: {reason}</source>
        <translation>ya no se usa: {reason}</translation>
    </message>
    <message>
        <source>in reserve</source>
        <translation>en reserva</translation>
    </message>
</context>
<context>
    <name>details_words</name>
    <message>
        <source>On hold: the clock stands still</source>
        <translation>En suspenso: el reloj está parado</translation>
    </message>
    <message>
        <source>Paused: the clock stands still</source>
        <translation>En pausa: el reloj está parado</translation>
    </message>
    <message>
        <source>All is well: the clock is not running</source>
        <translation>Todo va bien: el reloj no corre</translation>
    </message>
    <message>
        <source>It waits for its turn: the clock is not running</source>
        <translation>Espera su turno: el reloj no corre</translation>
    </message>
    <message>
        <source>No progress for {time}</source>
        <translation>Sin progreso desde hace {time}</translation>
    </message>
    <message>
        <source>never gives up</source>
        <translation>nunca desiste</translation>
    </message>
    <message>
        <source>gives up in {time}</source>
        <translation>desiste en {time}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>quedan {time}</translation>
    </message>
    <message>
        <source>Stopped: another try by itself would not help</source>
        <translation>Detenida: otro intento por sí sola no ayudaría</translation>
    </message>
    <message>
        <source>Gave up at the first error, as set</source>
        <translation>Desistió al primer error, como se indicó</translation>
    </message>
    <message>
        <source>Gave up after {time} without progress</source>
        <translation>Desistió tras {time} sin progreso</translation>
    </message>
    <message>
        <source>only when you ask for it</source>
        <translation>solo cuando usted lo pida</translation>
    </message>
    <message>
        <source>as soon as what holds it is over</source>
        <translation>en cuanto pase lo que la retiene</translation>
    </message>
    <message>
        <source>in {time}</source>
        <translation>en {time}</translation>
    </message>
    <message>
        <source>when another job has got through to {host}</source>
        <translation>cuando otra tarea haya llegado hasta {host}</translation>
    </message>
    <message>
        <source>none before it gives up</source>
        <translation>ninguno antes de desistir</translation>
    </message>
    <message>
        <source>{reason}; it asked us to wait {time}</source>
        <translation>{reason}; pidió esperar {time}</translation>
    </message>
    <message>
        <source>{time} without progress</source>
        <translation>{time} sin progreso</translation>
    </message>
    <message>
        <source>last new byte {time}</source>
        <translation>último byte nuevo {time}</translation>
    </message>
    <message>
        <source>{size}, of a total that is not known yet</source>
        <translation>{size}, de un total aún desconocido</translation>
    </message>
    <message>
        <source>{present} of {size}</source>
        <translation>{present} de {size}</translation>
    </message>
    <message>
        <source>now from {hosts}</source>
        <translation>ahora desde {hosts}</translation>
    </message>
    <message>
        <source>{n} of {total} files checked with a checksum</source>
        <translation>{n} de {total} archivos comprobados con una suma</translation>
    </message>
    <message>
        <source>checked with {name}</source>
        <translation>comprobada con {name}</translation>
    </message>
    <message>
        <source>the size, and every range</source>
        <translation>el tamaño y cada rango</translation>
    </message>
    <message>
        <source>already here, and unchanged on the server</source>
        <translation>ya estaba aquí y no cambió en el servidor</translation>
    </message>
    <message>
        <source>the server did not say how large it is</source>
        <translation>el servidor no indicó su tamaño</translation>
    </message>
    <message>
        <source>checked with {name}: {digits}</source>
        <translation>comprobada con {name}: {digits}</translation>
    </message>
    <message>
        <source>will be checked with {name}: {digits}</source>
        <translation>se comprobará con {name}: {digits}</translation>
    </message>
    <message>
        <source>at most {rate}</source>
        <translation>como máximo {rate}</translation>
    </message>
    <message>
        <source>no speed limit of its own</source>
        <translation>sin límite de velocidad propio</translation>
    </message>
    <message>
        <source>at least {time} between tries</source>
        <translation>al menos {time} entre intentos</translation>
    </message>
    <message>
        <source>at most {time} of downloading</source>
        <translation>como máximo {time} de descarga</translation>
    </message>
    <message>
        <source>Foreground: always runs</source>
        <translation>Primer plano: siempre activa</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alta</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Baja</translation>
    </message>
    <message>
        <source>runs there too</source>
        <translation>se transfiere también ahí</translation>
    </message>
    <message>
        <source>waits for another network</source>
        <translation>espera otra red</translation>
    </message>
    <message>
        <source>asks you first</source>
        <translation>pregunta antes</translation>
    </message>
    <message>
        <source>runs on any network</source>
        <translation>se transfiere en cualquier red</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>{time} ({ago})</source>
        <translation>{time} ({ago})</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>sin respuesta</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>sin cifrar</translation>
    </message>
    <message>
        <source>{n} active</source>
        <translation>{n} activas</translation>
    </message>
    <message>
        <source>{n} retrying</source>
        <translation>{n} reintentando</translation>
    </message>
    <message>
        <source>{n} on hold</source>
        <translation>{n} en suspenso</translation>
    </message>
    <message>
        <source>{n} paused or waiting</source>
        <translation>{n} en pausa o en cola</translation>
    </message>
    <message>
        <source>{n} failed</source>
        <translation>{n} fallidas</translation>
    </message>
    <message>
        <source>{n} done</source>
        <translation>{n} listas</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>Hasta ahora</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>nothing moves at the moment</source>
        <translation>nada se mueve en este momento</translation>
    </message>
    <message>
        <source>Gives up first</source>
        <translation>Desiste primero</translation>
    </message>
</context>
<context>
    <name>engine_words</name>
    <message>
        <source>A link begins with http:// or https://.</source>
        <translation>Un enlace empieza por http:// o https://.</translation>
    </message>
    <message>
        <source>Only http and https links can be transferred, not {scheme}.</source>
        <translation>Solo se pueden transferir enlaces http y https, no {scheme}.</translation>
    </message>
    <message>
        <source>The link contains control characters.</source>
        <translation>El enlace contiene caracteres de control.</translation>
    </message>
    <message>
        <source>The link is longer than any server takes.</source>
        <translation>El enlace es más largo de lo que acepta ningún servidor.</translation>
    </message>
    <message>
        <source>The link names no host.</source>
        <translation>El enlace no indica ningún servidor.</translation>
    </message>
    <message>
        <source>The port in the link is not a number.</source>
        <translation>El puerto del enlace no es un número.</translation>
    </message>
    <message>
        <source>The port in the link is not between 1 and 65535.</source>
        <translation>El puerto del enlace no está entre 1 y 65535.</translation>
    </message>
    <message>
        <source>The host in the link contains a percent sign.</source>
        <translation>El nombre del servidor del enlace contiene un signo de porcentaje.</translation>
    </message>
    <message>
        <source>The host in the link contains a space.</source>
        <translation>El nombre del servidor del enlace contiene un espacio.</translation>
    </message>
    <message>
        <source>The host in the link contains characters that host names cannot have.</source>
        <translation>El nombre del servidor del enlace contiene caracteres no permitidos.</translation>
    </message>
    <message>
        <source>The host in the link is not a valid IP address.</source>
        <translation>La dirección IP del enlace no es válida.</translation>
    </message>
    <message>
        <source>There is no link to fetch.</source>
        <translation>No hay ningún enlace que descargar.</translation>
    </message>
    <message>
        <source>The job has no files yet.</source>
        <translation>La tarea aún no tiene archivos.</translation>
    </message>
    <message>
        <source>The job has no file {n}.</source>
        <translation>La tarea no tiene el archivo {n}.</translation>
    </message>
    <message>
        <source>The file is here already.</source>
        <translation>El archivo ya está aquí.</translation>
    </message>
    <message>
        <source>It is the last file of the job; cancel the job instead.</source>
        <translation>Es el último archivo de la tarea; cancele la tarea en su lugar.</translation>
    </message>
    <message>
        <source>A job may have {n} files, and this one would have {n_wanted}.</source>
        <translation>Una tarea puede tener {n} archivos, y esta tendría {n_wanted}.</translation>
    </message>
    <message>
        <source>There are {n} jobs already, as many as there may be.</source>
        <translation>Ya hay {n} tareas, tantas como puede haber.</translation>
    </message>
    <message>
        <source>That job stands in another line.</source>
        <translation>Esa tarea está en otra cola.</translation>
    </message>
    <message>
        <source>A speed limit cannot be negative.</source>
        <translation>Un límite de velocidad no puede ser negativo.</translation>
    </message>
    <message>
        <source>A file needs one connection at least.</source>
        <translation>Un archivo necesita al menos una conexión.</translation>
    </message>
    <message>
        <source>The longest time for a download must be more than 0.</source>
        <translation>El tiempo máximo de descarga debe ser mayor que 0.</translation>
    </message>
    <message>
        <source>a no-progress timeout cannot be negative</source>
        <translation>el tiempo sin progreso no puede ser negativo</translation>
    </message>
    <message>
        <source>A header has characters that no header can have.</source>
        <translation>Una cabecera tiene caracteres que ninguna cabecera puede tener.</translation>
    </message>
    <message>
        <source>A checksum is written ALGORITHM:DIGITS, the digits being 0-9 and a-f.</source>
        <translation>Una suma de verificación se escribe ALGORITMO:DÍGITOS, con los dígitos 0-9 y a-f.</translation>
    </message>
    <message>
        <source>The checksum's algorithm is missing; write it as in sha256:DIGITS.</source>
        <translation>Falta el algoritmo de la suma de verificación; escríbalo como en sha256:DÍGITOS.</translation>
    </message>
    <message>
        <source>The checksum's algorithm {name} is not known; these are: {known}.</source>
        <translation>No se conoce el algoritmo {name}; se conocen estos: {known}.</translation>
    </message>
    <message>
        <source>A {name} checksum has {n} digits, not {n_given}.</source>
        <translation>Una suma {name} tiene {n} dígitos, no {n_given}.</translation>
    </message>
    <message>
        <source>A crc32c checksum needs the package google-crc32c (or crc32c), which is not installed.</source>
        <translation>Una suma crc32c necesita el paquete google-crc32c (o crc32c), que no está instalado.</translation>
    </message>
    <message>
        <source>cannot read the checksum file {path}: {reason}</source>
        <translation>no se puede leer el archivo de sumas {path}: {reason}</translation>
    </message>
    <message>
        <source>{path} is too large to be a checksum file</source>
        <translation>{path} es demasiado grande para ser un archivo de sumas</translation>
    </message>
    <message>
        <source>{path} holds no checksums that can be used</source>
        <translation>{path} no contiene sumas de verificación utilizables</translation>
    </message>
    <message>
        <source>cannot make the folder {path}: {reason}</source>
        <translation>no se puede crear la carpeta {path}: {reason}</translation>
    </message>
    <message>
        <source>cannot write to the folder {path}</source>
        <translation>no se puede escribir en la carpeta {path}</translation>
    </message>
    <message>
        <source>There are no certificates (PEM) in {path}.</source>
        <translation>No hay certificados (PEM) en {path}.</translation>
    </message>
    <message>
        <source>Cannot read {path}: {reason}.</source>
        <translation>No se puede leer {path}: {reason}.</translation>
    </message>
    <message>
        <source>the job list cannot be written: {reason}</source>
        <translation>no se puede escribir la lista de tareas: {reason}</translation>
    </message>
    <message>
        <source>These settings cannot be: {reason}.</source>
        <translation>Estos ajustes no son posibles: {reason}.</translation>
    </message>
    <message>
        <source>There is already something called {name}.</source>
        <translation>Ya hay algo llamado {name}.</translation>
    </message>
    <message>
        <source>{path} is no longer where it was put.</source>
        <translation>{path} ya no está donde se puso.</translation>
    </message>
    <message>
        <source>{name} cannot be renamed: {reason}.</source>
        <translation>No se puede cambiar el nombre de {name}: {reason}.</translation>
    </message>
    <message>
        <source>A file needs a name.</source>
        <translation>Un archivo necesita un nombre.</translation>
    </message>
    <message>
        <source>The file is just being given its name; try again in a moment.</source>
        <translation>El archivo está recibiendo su nombre; inténtelo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>Its files are just being given their names; try again.</source>
        <translation>Sus archivos están recibiendo su nombre; inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The trash does not take {names} and {n} more.</source>
        <translation>La papelera no acepta {names} y {n} más.</translation>
    </message>
    <message>
        <source>The trash does not take {names}.</source>
        <translation>La papelera no acepta {names}.</translation>
    </message>
    <message>
        <source>{path} belongs to another user ({user}).</source>
        <translation>{path} pertenece a otro usuario ({user}).</translation>
    </message>
    <message>
        <source>Everybody can put another folder in the place of {path}: {folder} can be written by all.</source>
        <translation>Cualquiera puede poner otra carpeta en lugar de {path}: todos pueden escribir en {folder}.</translation>
    </message>
    <message>
        <source>Others can write to {path}; `chmod go-w` takes that from them.</source>
        <translation>Otros pueden escribir en {path}; `chmod go-w` se lo quita.</translation>
    </message>
    <message>
        <source>Line {line} of {path} cannot be read.</source>
        <translation>No se puede leer la línea {line} de {path}.</translation>
    </message>
    <message>
        <source>{path} is no text.</source>
        <translation>{path} no es texto.</translation>
    </message>
    <message>
        <source>{path} belongs to another user, and its passwords are not used.</source>
        <translation>{path} pertenece a otro usuario; sus contraseñas no se usan.</translation>
    </message>
    <message>
        <source>Others can read {path}, and its passwords are not used; `chmod 600` mends that.</source>
        <translation>Otros pueden leer {path}; sus contraseñas no se usan. `chmod 600` lo arregla.</translation>
    </message>
    <message>
        <source>No proxy asks this job for a sign-in.</source>
        <translation>Ningún proxy pide a esta tarea que inicie sesión.</translation>
    </message>
    <message>
        <source>This is no fingerprint of a certificate.</source>
        <translation>Esto no es la huella de un certificado.</translation>
    </message>
    <message>
        <source>Save the sign-in for the proxy by itself, not in its address.</source>
        <translation>Guarde el inicio de sesión del proxy aparte, no en su dirección.</translation>
    </message>
    <message>
        <source>no way to sign in is known for {names}</source>
        <translation>no se conoce modo de iniciar sesión con {names}</translation>
    </message>
    <message>
        <source>there is no way to sign in with {name}</source>
        <translation>no es posible iniciar sesión con {name}</translation>
    </message>
    <message>
        <source>{name} cannot be answered ({reason})</source>
        <translation>no se puede responder a {name} ({reason})</translation>
    </message>
    <message>
        <source>the token holds characters that no token can have</source>
        <translation>el token contiene caracteres no permitidos</translation>
    </message>
    <message>
        <source>the server does not go on with NTLM</source>
        <translation>el servidor no continúa con NTLM</translation>
    </message>
    <message>
        <source>signing in with {name} needs the extra "{extra}": {order}</source>
        <translation>iniciar sesión con {name} necesita el extra «{extra}»: {order}</translation>
    </message>
    <message>
        <source>The sign-in of a proxy belongs in the keyring, not in its address.</source>
        <translation>El inicio de sesión de un proxy va en el llavero, no en su dirección.</translation>
    </message>
    <message>
        <source>The address of the proxy is missing.</source>
        <translation>Falta la dirección del proxy.</translation>
    </message>
    <message>
        <source>The address of a proxy ends with its port.</source>
        <translation>La dirección de un proxy termina con su puerto.</translation>
    </message>
    <message>
        <source>The address of a proxy begins with http://, https://, socks5:// or socks5h://, not with {scheme}://.</source>
        <translation>La dirección de un proxy empieza por http://, https://, socks5:// o socks5h://, no por {scheme}://.</translation>
    </message>
    <message>
        <source>SOCKS4 proxies cannot be used; many of them speak SOCKS5 as well: socks5://.</source>
        <translation>No se pueden usar proxies SOCKS4; muchos hablan también SOCKS5: socks5://.</translation>
    </message>
    <message>
        <source>The address of the proxy names no host.</source>
        <translation>La dirección del proxy no nombra ningún servidor.</translation>
    </message>
    <message>
        <source>The port in the address of the proxy is not a number.</source>
        <translation>El puerto de la dirección del proxy no es un número.</translation>
    </message>
    <message>
        <source>The port in the address of the proxy is not between 1 and 65535.</source>
        <translation>El puerto de la dirección del proxy no está entre 1 y 65535.</translation>
    </message>
    <message>
        <source>The host in the address of the proxy contains a percent sign.</source>
        <translation>El nombre del servidor de la dirección del proxy contiene un signo de porcentaje.</translation>
    </message>
    <message>
        <source>The host in the address of the proxy contains a space.</source>
        <translation>El nombre del servidor de la dirección del proxy contiene un espacio.</translation>
    </message>
    <message>
        <source>The host in the address of the proxy contains characters that host names cannot have.</source>
        <translation>El nombre del servidor de la dirección del proxy contiene caracteres no permitidos.</translation>
    </message>
    <message>
        <source>The host in the address of the proxy is not a valid IP address.</source>
        <translation>La dirección IP de la dirección del proxy no es válida.</translation>
    </message>
    <message>
        <source>Neither a host nor a network of hosts: {text}</source>
        <translation>Ni un servidor ni una red de servidores: {text}</translation>
    </message>
    <message>
        <source>The client certificate {path} cannot be read: {reason}.</source>
        <translation>No se puede leer el certificado de cliente {path}: {reason}.</translation>
    </message>
    <message>
        <source>The client certificate {path} cannot be used.</source>
        <translation>No se puede usar el certificado de cliente {path}.</translation>
    </message>
    <message>
        <source>The client certificate {path} cannot be opened with this password.</source>
        <translation>El certificado de cliente {path} no se puede abrir con esta contraseña.</translation>
    </message>
    <message>
        <source>The client certificate {path} cannot be opened without its password.</source>
        <translation>El certificado de cliente {path} no se puede abrir sin su contraseña.</translation>
    </message>
    <message>
        <source>The key in {path} does not belong to the certificate in it.</source>
        <translation>La clave de {path} no corresponde al certificado que contiene.</translation>
    </message>
    <message>
        <source>{path} holds no client certificate, neither PEM nor PKCS#12.</source>
        <translation>{path} no contiene un certificado de cliente, ni PEM ni PKCS#12.</translation>
    </message>
    <message>
        <source>{path} does not hold a client certificate together with its key.</source>
        <translation>{path} no contiene un certificado de cliente junto con su clave.</translation>
    </message>
    <message>
        <source>The server cannot be looked at: {reason}</source>
        <translation>No se puede mirar el servidor: {reason}</translation>
    </message>
    <message>
        <source>Nothing on the way to the server is encrypted.</source>
        <translation>Nada en el camino al servidor está cifrado.</translation>
    </message>
    <message>
        <source>The digests of the file's pieces are not whole.</source>
        <translation>Las sumas de las piezas del archivo no están completas.</translation>
    </message>
    <message>
        <source>It is larger than a Metalink may be ({n} MiB).</source>
        <translation>Es más grande de lo que puede ser un Metalink ({n} MiB).</translation>
    </message>
    <message>
        <source>It is no Metalink.</source>
        <translation>No es un Metalink.</translation>
    </message>
    <message>
        <source>The Metalink has no file with an http or https link.</source>
        <translation>El Metalink no tiene ningún archivo con un enlace http o https.</translation>
    </message>
    <message>
        <source>It has a DTD or entities, which no Metalink needs.</source>
        <translation>Tiene una DTD o entidades, que ningún Metalink necesita.</translation>
    </message>
    <message>
        <source>It is no well-formed XML.</source>
        <translation>No es XML bien formado.</translation>
    </message>
    <message>
        <source>It is built in a way that no Metalink is.</source>
        <translation>Está hecho como no lo está ningún Metalink.</translation>
    </message>
    <message>
        <source>It has more than {n} files.</source>
        <translation>Tiene más de {n} archivos.</translation>
    </message>
    <message>
        <source>the file is not the promised one; now from {host} alone</source>
        <translation>el archivo no es el prometido; ahora solo desde {host}</translation>
    </message>
    <message>
        <source>the part file is missing or was changed</source>
        <translation>el archivo parcial falta o fue modificado</translation>
    </message>
    <message>
        <source>the file changed on the server</source>
        <translation>el archivo cambió en el servidor</translation>
    </message>
    <message>
        <source>the server sent another range than was asked for</source>
        <translation>el servidor envió un rango distinto del pedido</translation>
    </message>
    <message>
        <source>the server sent the whole file instead of the rest</source>
        <translation>el servidor envió el archivo entero en lugar del resto</translation>
    </message>
</context>
<context>
    <name>error_words</name>
    <message>
        <source>no answer from {subject}</source>
        <translation>{subject} no respondió</translation>
    </message>
    <message>
        <source>no answer from the server</source>
        <translation>el servidor no respondió</translation>
    </message>
    <message>
        <source>{subject} refused the connection</source>
        <translation>{subject} rechazó la conexión</translation>
    </message>
    <message>
        <source>the server refused the connection</source>
        <translation>el servidor rechazó la conexión</translation>
    </message>
    <message>
        <source>the connection to {subject} broke</source>
        <translation>se cortó la conexión con {subject}</translation>
    </message>
    <message>
        <source>the connection to the server broke</source>
        <translation>se cortó la conexión con el servidor</translation>
    </message>
    <message>
        <source>could not resolve {subject}</source>
        <translation>no se pudo resolver {subject}</translation>
    </message>
    <message>
        <source>could not resolve the server's name</source>
        <translation>no se pudo resolver el nombre del servidor</translation>
    </message>
    <message>
        <source>no way through the network to {subject}</source>
        <translation>no hay ruta en la red hasta {subject}</translation>
    </message>
    <message>
        <source>no way through the network to the server</source>
        <translation>no hay ruta en la red hasta el servidor</translation>
    </message>
    <message>
        <source>could not get through the proxy {subject}</source>
        <translation>no se pudo pasar por el proxy {subject}</translation>
    </message>
    <message>
        <source>could not get through the proxy</source>
        <translation>no se pudo pasar por el proxy</translation>
    </message>
    <message>
        <source>the server is busy</source>
        <translation>el servidor está ocupado</translation>
    </message>
    <message>
        <source>{subject} reports an error of its own</source>
        <translation>{subject} comunica un error propio</translation>
    </message>
    <message>
        <source>the server reports an error of its own</source>
        <translation>el servidor comunica un error propio</translation>
    </message>
    <message>
        <source>the answer of {subject} made no sense</source>
        <translation>la respuesta de {subject} no tenía sentido</translation>
    </message>
    <message>
        <source>the answer of the server made no sense</source>
        <translation>la respuesta del servidor no tenía sentido</translation>
    </message>
    <message>
        <source>the file changed on the server, so it starts over</source>
        <translation>el archivo cambió en el servidor, así que empieza de nuevo</translation>
    </message>
    <message>
        <source>{subject} sent another part of the file than asked for, so it starts over</source>
        <translation>{subject} envió otra parte del archivo que la pedida, así que empieza de nuevo</translation>
    </message>
    <message>
        <source>the server sent another part of the file than asked for, so it starts over</source>
        <translation>el servidor envió otra parte del archivo que la pedida, así que empieza de nuevo</translation>
    </message>
    <message>
        <source>too many files are open on this computer</source>
        <translation>hay demasiados archivos abiertos en este equipo</translation>
    </message>
    <message>
        <source>no space left in {subject}</source>
        <translation>no queda espacio en {subject}</translation>
    </message>
    <message>
        <source>no space left on the disk</source>
        <translation>no queda espacio en el disco</translation>
    </message>
    <message>
        <source>the drive that holds {subject} is gone</source>
        <translation>la unidad que contiene {subject} ya no está</translation>
    </message>
    <message>
        <source>the drive that holds the folder is gone</source>
        <translation>la unidad que contiene la carpeta ya no está</translation>
    </message>
    <message>
        <source>no permission to write in {subject}</source>
        <translation>sin permiso para escribir en {subject}</translation>
    </message>
    <message>
        <source>no permission to write in the folder</source>
        <translation>sin permiso para escribir en la carpeta</translation>
    </message>
    <message>
        <source>this computer is offline</source>
        <translation>este equipo está sin conexión</translation>
    </message>
    <message>
        <source>the network wants you to sign in first, in a web browser</source>
        <translation>la red exige iniciar sesión antes, en un navegador web</translation>
    </message>
    <message>
        <source>metered network</source>
        <translation>red de uso medido</translation>
    </message>
    <message>
        <source>there is no such file on {subject}</source>
        <translation>no existe ese archivo en {subject}</translation>
    </message>
    <message>
        <source>there is no such file on the server</source>
        <translation>no existe ese archivo en el servidor</translation>
    </message>
    <message>
        <source>{subject} does not give access to this file</source>
        <translation>{subject} no da acceso a este archivo</translation>
    </message>
    <message>
        <source>the server does not give access to this file</source>
        <translation>el servidor no da acceso a este archivo</translation>
    </message>
    <message>
        <source>{subject} asks for a user name and a password</source>
        <translation>{subject} pide un nombre de usuario y una contraseña</translation>
    </message>
    <message>
        <source>the server asks for a user name and a password</source>
        <translation>el servidor pide un nombre de usuario y una contraseña</translation>
    </message>
    <message>
        <source>the proxy {subject} asks for a user name and a password</source>
        <translation>el proxy {subject} pide un nombre de usuario y una contraseña</translation>
    </message>
    <message>
        <source>the proxy asks for a user name and a password</source>
        <translation>el proxy pide un nombre de usuario y una contraseña</translation>
    </message>
    <message>
        <source>the address of the proxy cannot be used: {subject}</source>
        <translation>no se puede usar la dirección del proxy: {subject}</translation>
    </message>
    <message>
        <source>the address of the proxy cannot be used</source>
        <translation>no se puede usar la dirección del proxy</translation>
    </message>
    <message>
        <source>{subject} refused the request</source>
        <translation>{subject} rechazó la solicitud</translation>
    </message>
    <message>
        <source>the server refused the request</source>
        <translation>el servidor rechazó la solicitud</translation>
    </message>
    <message>
        <source>the server sent us on to {subject}, which is not followed</source>
        <translation>el servidor remitió a {subject}, y eso no se sigue</translation>
    </message>
    <message>
        <source>the server sent us on to a place that is not followed</source>
        <translation>el servidor remitió a un lugar que no se sigue</translation>
    </message>
    <message>
        <source>the certificate of {subject} cannot be trusted</source>
        <translation>no se puede confiar en el certificado de {subject}</translation>
    </message>
    <message>
        <source>the certificate of the server cannot be trusted</source>
        <translation>no se puede confiar en el certificado del servidor</translation>
    </message>
    <message>
        <source>{subject} wants a client certificate</source>
        <translation>{subject} pide un certificado de cliente</translation>
    </message>
    <message>
        <source>the server wants a client certificate</source>
        <translation>el servidor pide un certificado de cliente</translation>
    </message>
    <message>
        <source>no secure connection to {subject}</source>
        <translation>sin conexión segura con {subject}</translation>
    </message>
    <message>
        <source>no secure connection to the server</source>
        <translation>sin conexión segura con el servidor</translation>
    </message>
    <message>
        <source>this link cannot be used: {subject}</source>
        <translation>este enlace no se puede usar: {subject}</translation>
    </message>
    <message>
        <source>this link cannot be used</source>
        <translation>este enlace no se puede usar</translation>
    </message>
    <message>
        <source>{subject} sent a web page instead of the file</source>
        <translation>{subject} envió una página web en lugar del archivo</translation>
    </message>
    <message>
        <source>the server sent a web page instead of the file</source>
        <translation>el servidor envió una página web en lugar del archivo</translation>
    </message>
    <message>
        <source>{subject} sent the file packed in a way that cannot be undone safely</source>
        <translation>{subject} envió el archivo comprimido de una forma que no se puede deshacer con seguridad</translation>
    </message>
    <message>
        <source>the server sent the file packed in a way that cannot be undone safely</source>
        <translation>el servidor envió el archivo comprimido de una forma que no se puede deshacer con seguridad</translation>
    </message>
    <message>
        <source>the file is larger than the drive of {subject} can hold</source>
        <translation>el archivo es más grande de lo que admite la unidad de {subject}</translation>
    </message>
    <message>
        <source>the file is larger than the drive can hold</source>
        <translation>el archivo es más grande de lo que admite la unidad</translation>
    </message>
    <message>
        <source>the checksum does not match: {subject}</source>
        <translation>la suma de verificación no coincide: {subject}</translation>
    </message>
    <message>
        <source>the checksum does not match</source>
        <translation>la suma de verificación no coincide</translation>
    </message>
    <message>
        <source>the file on {subject} is not as large as the Metalink says</source>
        <translation>el archivo en {subject} no tiene el tamaño que dice el Metalink</translation>
    </message>
    <message>
        <source>the file is not as large as the Metalink says</source>
        <translation>el archivo no tiene el tamaño que dice el Metalink</translation>
    </message>
    <message>
        <source>{subject} does not say what checksum this file has</source>
        <translation>{subject} no indica qué suma de verificación tiene este archivo</translation>
    </message>
    <message>
        <source>the checksum file does not say what checksum this file has</source>
        <translation>el archivo de sumas no indica qué suma de verificación tiene este archivo</translation>
    </message>
    <message>
        <source>the drive failed to read or write {subject}</source>
        <translation>la unidad no pudo leer o escribir {subject}</translation>
    </message>
    <message>
        <source>the drive failed to read or write the file</source>
        <translation>la unidad no pudo leer o escribir el archivo</translation>
    </message>
    <message>
        <source>its time for downloading is used up; Resume gives it the same time again</source>
        <translation>se agotó su tiempo de descarga; «Reanudar» le da otra vez el mismo tiempo</translation>
    </message>
    <message>
        <source>nobody had looked after it for too long; what was here of it is in the trash</source>
        <translation>nadie se ocupó de ella durante demasiado tiempo; lo que había está en la papelera</translation>
    </message>
    <message>
        <source>Holdfast met something it does not know ({subject}); please report it</source>
        <translation>Holdfast encontró algo que no conoce ({subject}); por favor, notifíquelo</translation>
    </message>
    <message>
        <source>Holdfast met something it does not know; please report it</source>
        <translation>Holdfast encontró algo que no conoce; por favor, notifíquelo</translation>
    </message>
    <message>
        <source>metered network, and it asks you first</source>
        <translation>red de uso medido, y antes pregunta</translation>
    </message>
    <message>
        <source>the server sent us on to a link without encryption</source>
        <translation>el servidor redirigió a un enlace sin cifrado</translation>
    </message>
    <message>
        <source>{subject} refused the sign-in</source>
        <translation>{subject} rechazó el inicio de sesión</translation>
    </message>
    <message>
        <source>the proxy {subject} refused the sign-in</source>
        <translation>el proxy {subject} rechazó el inicio de sesión</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en cola</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>conectando</translation>
    </message>
    <message>
        <source>active</source>
        <translation>activa</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallida</translation>
    </message>
    <message>
        <source>retrying</source>
        <translation>reintentando</translation>
    </message>
    <message>
        <source>transferred</source>
        <translation>transferida</translation>
    </message>
    <message>
        <source>done</source>
        <translation>lista</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelada</translation>
    </message>
    <message>
        <source>{found} instead of {wanted}</source>
        <translation>{found} en lugar de {wanted}</translation>
    </message>
    <message>
        <source>This job is {state} and cannot be {wish} any more.</source>
        <translation>Esta tarea está «{state}» y ya no puede {wish}.</translation>
    </message>
    <message>
        <source>This job is no longer in the list.</source>
        <translation>Esta tarea ya no está en la lista.</translation>
    </message>
</context>
<context>
    <name>error_words: wishes</name>
    <message>
        <source>resumed</source>
        <translation>reanudarse</translation>
    </message>
    <message>
        <source>retried</source>
        <translation>reintentarse</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>ponerse en pausa</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelarse</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>completarse</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>cambiarse</translation>
    </message>
</context>
<context>
    <name>fields</name>
    <message>
        <source>seconds</source>
        <translation>segundos</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutos</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>horas</translation>
    </message>
    <message>
        <source>days</source>
        <translation>días</translation>
    </message>
    <message>
        <source>kB/s</source>
        <translation>kB/s</translation>
    </message>
    <message>
        <source>MB/s</source>
        <translation>MB/s</translation>
    </message>
    <message>
        <source>GB/s</source>
        <translation>GB/s</translation>
    </message>
    <message>
        <source>Change to</source>
        <translation>Cambiar a</translation>
    </message>
    <message>
        <source>{name}: number</source>
        <translation>{name}: número</translation>
    </message>
    <message>
        <source>{name}: unit</source>
        <translation>{name}: unidad</translation>
    </message>
    <message>
        <source>different</source>
        <translation>distintos</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sin límite</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Como máximo</translation>
    </message>
</context>
<context>
    <name>figures</name>
    <message>
        <source>{size}/s</source>
        <translation>{size}/s</translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n} d</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} h</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>a few seconds</source>
        <translation>unos segundos</translation>
    </message>
    <message>
        <source>Never give up</source>
        <translation>No desistir nunca</translation>
    </message>
    <message>
        <source>Don't retry</source>
        <translation>No reintentar</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>ahora mismo</translation>
    </message>
    <message>
        <source>{minutes} min ago</source>
        <translation>hace {minutes} min</translation>
    </message>
    <message>
        <source>{hours} h ago</source>
        <translation>hace {hours} h</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>ayer</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d MMM yyyy</translation>
    </message>
</context>
<context>
    <name>file_field</name>
    <message>
        <source>There is no file {path}.</source>
        <translation>No existe el archivo {path}.</translation>
    </message>
</context>
<context>
    <name>file_map</name>
    <message>
        <source>on the wire</source>
        <translation>en camino</translation>
    </message>
    <message>
        <source>on the wire when it broke</source>
        <translation>en camino cuando se cortó</translation>
    </message>
    <message>
        <source>where it goes on</source>
        <translation>donde continúa</translation>
    </message>
    <message>
        <source>{size} here, of a total that is not known</source>
        <translation>{size} aquí, de un total que no se conoce</translation>
    </message>
    <message>
        <source>{share} here</source>
        <translation>{share} aquí</translation>
    </message>
    <message>
        <source>here</source>
        <translation>aquí</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>falta</translation>
    </message>
    <message>
        <source>Ranges of the file</source>
        <translation>Rangos del archivo</translation>
    </message>
    <message>
        <source>file {n}</source>
        <translation>archivo {n}</translation>
    </message>
    <message>
        <source>Ranges of {name}</source>
        <translation>Rangos de {name}</translation>
    </message>
</context>
<context>
    <name>folders</name>
    <message>
        <source>The folder needs its whole path.</source>
        <translation>La carpeta necesita su ruta completa.</translation>
    </message>
    <message>
        <source>There can be no such folder.</source>
        <translation>No puede existir una carpeta así.</translation>
    </message>
    <message>
        <source>{path} is a file, not a folder.</source>
        <translation>{path} es un archivo, no una carpeta.</translation>
    </message>
    <message>
        <source>Nothing may be put into this folder.</source>
        <translation>No se puede poner nada en esta carpeta.</translation>
    </message>
    <message>
        <source>The folder cannot be made: nothing may be put into {path}.</source>
        <translation>No se puede crear la carpeta: no se puede poner nada en {path}.</translation>
    </message>
</context>
<context>
    <name>formatting</name>
    <message>
        <source>{n} active</source>
        <translation>{n} activas</translation>
    </message>
    <message>
        <source>{n} retrying</source>
        <translation>{n} reintentando</translation>
    </message>
    <message>
        <source>{n} on hold</source>
        <translation>{n} en suspenso</translation>
    </message>
    <message>
        <source>{n} failed</source>
        <translation>{n} fallidas</translation>
    </message>
    <message>
        <source>{what} could not be read and stay untouched on the disk: {names}</source>
        <translation>No se pudieron leer {what}; siguen intactas en el disco: {names}</translation>
    </message>
</context>
<context>
    <name>job_filter</name>
    <message>
        <source>No job matches “{words}”</source>
        <translation>Ninguna tarea coincide con «{words}»</translation>
    </message>
    <message>
        <source>There is no such job any more</source>
        <translation>Ya no hay ninguna tarea así</translation>
    </message>
</context>
<context>
    <name>job_groups</name>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>There is no job</source>
        <translation>No hay ninguna tarea</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Activas</translation>
    </message>
    <message>
        <source>No job is active</source>
        <translation>Ninguna tarea está activa</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En cola</translation>
    </message>
    <message>
        <source>No job is waiting</source>
        <translation>Ninguna tarea está en cola</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation>Reintentando</translation>
    </message>
    <message>
        <source>No job is retrying</source>
        <translation>Ninguna tarea está reintentando</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>En suspenso</translation>
    </message>
    <message>
        <source>No job is on hold</source>
        <translation>Ninguna tarea está en suspenso</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>No job is paused</source>
        <translation>Ninguna tarea está en pausa</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listas</translation>
    </message>
    <message>
        <source>No job is done</source>
        <translation>Ninguna tarea está lista</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallidas</translation>
    </message>
    <message>
        <source>No job has failed</source>
        <translation>Ninguna tarea ha fallado</translation>
    </message>
</context>
<context>
    <name>job_table</name>
    <message>
        <source>In {folder}</source>
        <translation>En {folder}</translation>
    </message>
</context>
<context>
    <name>keep_awake</name>
    <message>
        <source>The computer is kept awake while jobs run.</source>
        <translation>El equipo se mantiene activo mientras hay tareas en curso.</translation>
    </message>
    <message>
        <source>The computer may fall asleep: it runs on battery.</source>
        <translation>El equipo puede suspenderse: funciona con batería.</translation>
    </message>
    <message>
        <source>The computer may fall asleep, as the preferences say.</source>
        <translation>El equipo puede suspenderse, según las preferencias.</translation>
    </message>
    <message>
        <source>The computer may fall asleep: nothing here keeps it awake.</source>
        <translation>El equipo puede suspenderse: aquí nada lo mantiene activo.</translation>
    </message>
</context>
<context>
    <name>link_verdict</name>
    <message>
        <source>That link does not work at the moment: {reason}.</source>
        <translation>Ese enlace no funciona en este momento: {reason}.</translation>
    </message>
    <message>
        <source>That is another file: {there} there, {here} here. It starts over.</source>
        <translation>Es otro archivo: {there} allí, {here} aquí. Empieza de nuevo.</translation>
    </message>
    <message>
        <source>The server there has another version of the file. It starts over.</source>
        <translation>Ese servidor tiene otra versión del archivo. Empieza de nuevo.</translation>
    </message>
    <message>
        <source>That link works. {size}.</source>
        <translation>Ese enlace funciona. {size}.</translation>
    </message>
    <message>
        <source>That server cannot send the rest of a file alone. It starts over.</source>
        <translation>Ese servidor no puede enviar solo el resto de un archivo. Empieza de nuevo.</translation>
    </message>
    <message>
        <source>The same version of the same file. It goes on at {size}.</source>
        <translation>La misma versión del mismo archivo. Continúa en {size}.</translation>
    </message>
    <message>
        <source>The size is the same. It goes on at {size} if it is the same version.</source>
        <translation>El tamaño es el mismo. Continúa en {size} si es la misma versión.</translation>
    </message>
    <message>
        <source>It goes on at {size} if it is the same version.</source>
        <translation>Continúa en {size} si es la misma versión.</translation>
    </message>
    <message>
        <source>Size unknown</source>
        <translation>Tamaño desconocido</translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>P&amp;lace in line</source>
        <translation>P&amp;uesto en la cola</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>Cop&amp;iar</translation>
    </message>
    <message>
        <source>Co&amp;mpact rows</source>
        <translation>Filas co&amp;mpactas</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edición</translation>
    </message>
    <message>
        <source>&amp;Job</source>
        <translation>&amp;Tarea</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
</context>
<context>
    <name>notifications</name>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Iniciar sesión…</translation>
    </message>
    <message>
        <source>Show certificate…</source>
        <translation>Mostrar certificado…</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Retry all</source>
        <translation>Reintentar todas</translation>
    </message>
</context>
<context>
    <name>offer_bar</name>
    <message>
        <source>Link copied: {link}</source>
        <translation>Enlace copiado: {link}</translation>
    </message>
</context>
<context>
    <name>opening</name>
    <message>
        <source>This is a program. It can do on this computer whatever you can do.</source>
        <translation>Esto es un programa. Puede hacer en este equipo todo lo que usted puede.</translation>
    </message>
    <message>
        <source>This is a script. It can do on this computer whatever you can do.</source>
        <translation>Esto es un script. Puede hacer en este equipo todo lo que usted puede.</translation>
    </message>
    <message>
        <source>This file starts something else, which can do on this computer whatever you can do.</source>
        <translation>Este archivo inicia otra cosa, que puede hacer en este equipo todo lo que usted puede.</translation>
    </message>
    <message>
        <source>This file installs software, or changes how this computer is set up.</source>
        <translation>Este archivo instala software o cambia la configuración de este equipo.</translation>
    </message>
    <message>
        <source>Open {name}?</source>
        <translation>¿Abrir {name}?</translation>
    </message>
    <message>
        <source>Open them only if you trust where they came from.</source>
        <translation>Ábralos solo si confía en su procedencia.</translation>
    </message>
    <message>
        <source>It came from {host}. Open it only if you trust whoever put it there.</source>
        <translation>Vino de {host}. Ábralo solo si confía en quien lo puso allí.</translation>
    </message>
    <message>
        <source>Open it only if you trust where it came from.</source>
        <translation>Ábralo solo si confía en su procedencia.</translation>
    </message>
</context>
<context>
    <name>orders</name>
    <message>
        <source>this computer cannot do it</source>
        <translation>este equipo no puede hacerlo</translation>
    </message>
    <message>
        <source>it is not allowed here</source>
        <translation>aquí no está permitido</translation>
    </message>
    <message>
        <source>A quotation mark in the command has no partner.</source>
        <translation>A una comilla del comando le falta su pareja.</translation>
    </message>
    <message>
        <source>There is no command.</source>
        <translation>No hay ningún comando.</translation>
    </message>
    <message>
        <source>There is no program {name}.</source>
        <translation>No existe el programa {name}.</translation>
    </message>
    <message>
        <source>{name} cannot be started.</source>
        <translation>No se puede iniciar {name}.</translation>
    </message>
    <message>
        <source>The computer cannot be suspended: {reason}</source>
        <translation>No se puede suspender el equipo: {reason}</translation>
    </message>
    <message>
        <source>The computer cannot be shut down: {reason}</source>
        <translation>No se puede apagar el equipo: {reason}</translation>
    </message>
</context>
<context>
    <name>proxy_field</name>
    <message>
        <source>Write the address of the proxy, such as {example}.</source>
        <translation>Escriba la dirección del proxy, como {example}.</translation>
    </message>
    <message>
        <source>As in Preferences</source>
        <translation>Como en Preferencias</translation>
    </message>
    <message>
        <source>No proxy</source>
        <translation>Sin proxy</translation>
    </message>
    <message>
        <source>Through this proxy</source>
        <translation>A través de este proxy</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>Dirección del proxy</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>FILE</source>
        <translation>ARCH</translation>
    </message>
    <message>
        <source>{name} ({files})</source>
        <translation>{name} ({files})</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>{time} (paused clock)</source>
        <translation>{time} (reloj parado)</translation>
    </message>
    <message>
        <source>The clock is not running at the moment.</source>
        <translation>El reloj no corre en este momento.</translation>
    </message>
    <message>
        <source>{time} without progress so far</source>
        <translation>{time} sin progreso hasta ahora</translation>
    </message>
    <message>
        <source>It keeps trying for as long as it takes.</source>
        <translation>Lo sigue intentando el tiempo que haga falta.</translation>
    </message>
    <message>
        <source>The first error ends the job.</source>
        <translation>El primer error termina la tarea.</translation>
    </message>
    <message>
        <source>The clock starts at the next error and stops with every new byte.</source>
        <translation>El reloj arranca con el próximo error y se detiene con cada byte nuevo.</translation>
    </message>
    <message>
        <source>That time has already passed: it gives up at once.</source>
        <translation>Ese tiempo ya pasó: desiste de inmediato.</translation>
    </message>
    <message>
        <source>It then gives up in {time}.</source>
        <translation>Entonces desiste en {time}.</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Espera su turno</translation>
    </message>
    <message>
        <source>Connecting to {host}</source>
        <translation>Conectando con {host}</translation>
    </message>
    <message>
        <source>Trying {host} again</source>
        <translation>Probando {host} otra vez</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Recibiendo</translation>
    </message>
    <message>
        <source>{source}, {connections}</source>
        <translation>{source}, {connections}</translation>
    </message>
    <message>
        <source>{size} so far</source>
        <translation>{size} hasta ahora</translation>
    </message>
    <message>
        <source>{speed} from {servers}</source>
        <translation>{speed} desde {servers}</translation>
    </message>
    <message>
        <source>{speed} from {host}</source>
        <translation>{speed} desde {host}</translation>
    </message>
    <message>
        <source>resumed at {size} after a restart</source>
        <translation>reanudada en {size} tras un reinicio</translation>
    </message>
    <message>
        <source>resumed at {size}</source>
        <translation>reanudada en {size}</translation>
    </message>
    <message>
        <source>started over: {reason}</source>
        <translation>empezada de nuevo: {reason}</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>On hold: {reason}</source>
        <translation>En suspenso: {reason}</translation>
    </message>
    <message>
        <source>Retry in {time}</source>
        <translation>Reintento en {time}</translation>
    </message>
    <message>
        <source>Waits while another job tries {host}</source>
        <translation>Espera mientras otra tarea prueba {host}</translation>
    </message>
    <message>
        <source>{host} asked us to wait {time}, which is longer</source>
        <translation>{host} pidió esperar {time}, que es más</translation>
    </message>
    <message>
        <source>no further try before</source>
        <translation>ningún intento más antes</translation>
    </message>
    <message>
        <source>goes on when there is room</source>
        <translation>continúa cuando haya espacio</translation>
    </message>
    <message>
        <source>goes on when it is back</source>
        <translation>continúa cuando vuelva</translation>
    </message>
    <message>
        <source>goes on when it may write there</source>
        <translation>continúa cuando se pueda escribir ahí</translation>
    </message>
    <message>
        <source>goes on when the network is back</source>
        <translation>continúa cuando vuelva la red</translation>
    </message>
    <message>
        <source>goes on in another one, or with Run anyway</source>
        <translation>continúa en otra, o con «Transferir igualmente»</translation>
    </message>
    <message>
        <source>Run anyway allows it</source>
        <translation>«Transferir igualmente» lo permite</translation>
    </message>
    <message>
        <source>Failed, and the reason was lost; Resume tries again</source>
        <translation>Falló, y se perdió el motivo; «Reanudar» lo intenta otra vez</translation>
    </message>
    <message>
        <source>Gave up at the first error, as set: {reason}</source>
        <translation>Desistió al primer error, como se indicó: {reason}</translation>
    </message>
    <message>
        <source>Gave up after {time} without progress: {reason}</source>
        <translation>Desistió tras {time} sin progreso: {reason}</translation>
    </message>
    <message>
        <source>Gave up after {time}: {reason}</source>
        <translation>Desistió tras {time}: {reason}</translation>
    </message>
    <message>
        <source>All here, but cannot be named yet: {reason}</source>
        <translation>Todo está aquí, pero aún no recibe su nombre: {reason}</translation>
    </message>
    <message>
        <source>All here, kept as part files until it is completed</source>
        <translation>Todo está aquí, guardado como archivos parciales hasta completarla</translation>
    </message>
    <message>
        <source>Done {when}</source>
        <translation>Lista {when}</translation>
    </message>
    <message>
        <source>{n} of {files} kept</source>
        <translation>se conservaron {n} de {files}</translation>
    </message>
    <message>
        <source>already here, and unchanged on the server</source>
        <translation>ya estaba aquí y no cambió en el servidor</translation>
    </message>
    <message>
        <source>checked with {name}</source>
        <translation>comprobada con {name}</translation>
    </message>
    <message>
        <source>the server did not say how large it is</source>
        <translation>el servidor no indicó su tamaño</translation>
    </message>
    <message>
        <source>size checked</source>
        <translation>tamaño comprobado</translation>
    </message>
    <message>
        <source>Ended: {reason}</source>
        <translation>Terminada: {reason}</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelada</translation>
    </message>
    <message>
        <source>never gives up</source>
        <translation>nunca desiste</translation>
    </message>
    <message>
        <source>gives up in {time}</source>
        <translation>desiste en {time}</translation>
    </message>
    <message>
        <source>{one}, {other}</source>
        <translation>{one}, {other}</translation>
    </message>
</context>
<context>
    <name>sign_in</name>
    <message>
        <source>The keyring ({keyring}) gave no answer: it is kept until Holdfast ends.</source>
        <translation>El llavero ({keyring}) no respondió: se guarda hasta que termine Holdfast.</translation>
    </message>
    <message>
        <source>There is no keyring on this computer: it is kept until Holdfast ends.</source>
        <translation>En este equipo no hay llavero: se guarda hasta que termine Holdfast.</translation>
    </message>
    <message>
        <source>It is kept in the keyring of this computer ({keyring}).</source>
        <translation>Se guarda en el llavero de este equipo ({keyring}).</translation>
    </message>
    <message>
        <source>It is kept in the keyring of this computer.</source>
        <translation>Se guarda en el llavero de este equipo.</translation>
    </message>
    <message>
        <source>A user name cannot contain a colon.</source>
        <translation>Un nombre de usuario no puede contener dos puntos.</translation>
    </message>
    <message>
        <source>The way to this proxy is not encrypted: others on it may read the sign-in.</source>
        <translation>El camino a este proxy no está cifrado: otros en él podrían leer el inicio de sesión.</translation>
    </message>
    <message>
        <source>The way to this server is not encrypted: others on it may read the sign-in.</source>
        <translation>El camino a este servidor no está cifrado: otros en él podrían leer el inicio de sesión.</translation>
    </message>
</context>
<context>
    <name>small_dialogs</name>
    <message>
        <source>About Holdfast</source>
        <translation>Acerca de Holdfast</translation>
    </message>
    <message>
        <source>Brings files home, and holds on while the network does not.</source>
        <translation>Trae archivos a casa y aguanta aunque la red no lo haga.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Software libre bajo la Licencia Pública General de GNU, versión 3 o posterior.</translation>
    </message>
</context>
<context>
    <name>timeline_words</name>
    <message>
        <source>Added</source>
        <translation>Añadida</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Conectada</translation>
    </message>
    <message>
        <source>Connection broke</source>
        <translation>Conexión cortada</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>Conexión rechazada</translation>
    </message>
    <message>
        <source>Resumed at</source>
        <translation>Reanudada en</translation>
    </message>
    <message>
        <source>Started over</source>
        <translation>Empezada de nuevo</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Espera</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>En suspenso</translation>
    </message>
    <message>
        <source>Setting changed</source>
        <translation>Ajuste cambiado</translation>
    </message>
    <message>
        <source>Server dropped</source>
        <translation>Servidor descartado</translation>
    </message>
    <message>
        <source>Bad piece</source>
        <translation>Pieza mala</translation>
    </message>
    <message>
        <source>Metalink</source>
        <translation>Metalink</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Comprobada</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminada</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Entregada</translation>
    </message>
    <message>
        <source>Discarded</source>
        <translation>Descartada</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en cola</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>conectando</translation>
    </message>
    <message>
        <source>active</source>
        <translation>activa</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallida</translation>
    </message>
    <message>
        <source>retrying</source>
        <translation>reintentando</translation>
    </message>
    <message>
        <source>transferred</source>
        <translation>transferida</translation>
    </message>
    <message>
        <source>done</source>
        <translation>lista</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelada</translation>
    </message>
    <message>
        <source>set going</source>
        <translation>puesta en marcha</translation>
    </message>
    <message>
        <source>by command</source>
        <translation>por orden</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>completada</translation>
    </message>
    <message>
        <source>a setting was changed</source>
        <translation>se cambió un ajuste</translation>
    </message>
    <message>
        <source>retried by command</source>
        <translation>reintentada por orden</translation>
    </message>
    <message>
        <source>its turn came</source>
        <translation>le llegó el turno</translation>
    </message>
    <message>
        <source>another job goes first</source>
        <translation>otra tarea va primero</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>conectada</translation>
    </message>
    <message>
        <source>a file is here</source>
        <translation>un archivo está aquí</translation>
    </message>
    <message>
        <source>all files are here</source>
        <translation>todos los archivos están aquí</translation>
    </message>
    <message>
        <source>an error that may pass</source>
        <translation>un error que puede pasar</translation>
    </message>
    <message>
        <source>an error that does not pass by itself</source>
        <translation>un error que no pasa por sí solo</translation>
    </message>
    <message>
        <source>put on hold</source>
        <translation>puesta en suspenso</translation>
    </message>
    <message>
        <source>time for the next try</source>
        <translation>hora del próximo intento</translation>
    </message>
    <message>
        <source>no longer on hold</source>
        <translation>ya no está en suspenso</translation>
    </message>
    <message>
        <source>too long without progress</source>
        <translation>demasiado tiempo sin progreso</translation>
    </message>
    <message>
        <source>its time for downloading is used up</source>
        <translation>se agotó su tiempo de descarga</translation>
    </message>
    <message>
        <source>nobody had looked after it for too long</source>
        <translation>nadie se ocupó de ella durante demasiado tiempo</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>sin respuesta a tiempo</translation>
    </message>
    <message>
        <source>the connection was refused</source>
        <translation>la conexión fue rechazada</translation>
    </message>
    <message>
        <source>the connection broke</source>
        <translation>se cortó la conexión</translation>
    </message>
    <message>
        <source>the server's name could not be resolved</source>
        <translation>no se pudo resolver el nombre del servidor</translation>
    </message>
    <message>
        <source>no way through the network</source>
        <translation>sin ruta en la red</translation>
    </message>
    <message>
        <source>no way through the proxy</source>
        <translation>sin paso por el proxy</translation>
    </message>
    <message>
        <source>the server was busy</source>
        <translation>el servidor estaba ocupado</translation>
    </message>
    <message>
        <source>the server reported an error of its own</source>
        <translation>el servidor comunicó un error propio</translation>
    </message>
    <message>
        <source>the server's answer made no sense</source>
        <translation>la respuesta del servidor no tenía sentido</translation>
    </message>
    <message>
        <source>the file changed on the server</source>
        <translation>el archivo cambió en el servidor</translation>
    </message>
    <message>
        <source>the server sent another part of the file</source>
        <translation>el servidor envió otra parte del archivo</translation>
    </message>
    <message>
        <source>too many open files</source>
        <translation>demasiados archivos abiertos</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>el disco está lleno</translation>
    </message>
    <message>
        <source>the drive is gone</source>
        <translation>la unidad ya no está</translation>
    </message>
    <message>
        <source>no permission to write in the folder</source>
        <translation>sin permiso para escribir en la carpeta</translation>
    </message>
    <message>
        <source>this computer is offline</source>
        <translation>este equipo está sin conexión</translation>
    </message>
    <message>
        <source>the network wants a sign-in</source>
        <translation>la red exige iniciar sesión</translation>
    </message>
    <message>
        <source>metered network</source>
        <translation>red de uso medido</translation>
    </message>
    <message>
        <source>no such file on the server</source>
        <translation>ese archivo no está en el servidor</translation>
    </message>
    <message>
        <source>the server gives no access</source>
        <translation>el servidor no da acceso</translation>
    </message>
    <message>
        <source>the server asks for a sign-in</source>
        <translation>el servidor pide iniciar sesión</translation>
    </message>
    <message>
        <source>the proxy asks for a sign-in</source>
        <translation>el proxy pide iniciar sesión</translation>
    </message>
    <message>
        <source>the proxy cannot be used</source>
        <translation>no se puede usar el proxy</translation>
    </message>
    <message>
        <source>the server refused the request</source>
        <translation>el servidor rechazó la solicitud</translation>
    </message>
    <message>
        <source>the server sent us on to a place that is not followed</source>
        <translation>el servidor remitió a un lugar que no se sigue</translation>
    </message>
    <message>
        <source>the certificate cannot be trusted</source>
        <translation>no se puede confiar en el certificado</translation>
    </message>
    <message>
        <source>the server wants a client certificate</source>
        <translation>el servidor pide un certificado de cliente</translation>
    </message>
    <message>
        <source>no secure connection</source>
        <translation>sin conexión segura</translation>
    </message>
    <message>
        <source>the link cannot be used</source>
        <translation>el enlace no se puede usar</translation>
    </message>
    <message>
        <source>a web page came instead of the file</source>
        <translation>llegó una página web en lugar del archivo</translation>
    </message>
    <message>
        <source>the file came packed</source>
        <translation>el archivo llegó comprimido</translation>
    </message>
    <message>
        <source>the file is too large for the drive</source>
        <translation>el archivo es demasiado grande para la unidad</translation>
    </message>
    <message>
        <source>the checksum does not match</source>
        <translation>la suma de verificación no coincide</translation>
    </message>
    <message>
        <source>the file is not as large as the Metalink says</source>
        <translation>el archivo no tiene el tamaño que dice el Metalink</translation>
    </message>
    <message>
        <source>the checksum file does not name this file</source>
        <translation>el archivo de sumas no nombra este archivo</translation>
    </message>
    <message>
        <source>the drive failed</source>
        <translation>la unidad falló</translation>
    </message>
    <message>
        <source>something unknown</source>
        <translation>algo desconocido</translation>
    </message>
    <message>
        <source>up</source>
        <translation>arriba</translation>
    </message>
    <message>
        <source>down</source>
        <translation>abajo</translation>
    </message>
    <message>
        <source>to the top</source>
        <translation>al principio</translation>
    </message>
    <message>
        <source>to the bottom</source>
        <translation>al final</translation>
    </message>
    <message>
        <source>foreground</source>
        <translation>primer plano</translation>
    </message>
    <message>
        <source>high</source>
        <translation>alta</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>low</source>
        <translation>baja</translation>
    </message>
    <message>
        <source>runs there too</source>
        <translation>se transfiere también ahí</translation>
    </message>
    <message>
        <source>waits for another network</source>
        <translation>espera otra red</translation>
    </message>
    <message>
        <source>asks first</source>
        <translation>pregunta antes</translation>
    </message>
    <message>
        <source>{name}, no files yet, to {folder}</source>
        <translation>{name}, aún sin archivos, en {folder}</translation>
    </message>
    <message>
        <source>{name}: {link} and {n} more, to {folder}</source>
        <translation>{name}: {link} y {n} más, en {folder}</translation>
    </message>
    <message>
        <source>{name}: {link}, to {folder}</source>
        <translation>{name}: {link}, en {folder}</translation>
    </message>
    <message>
        <source>{code}: {code_why}</source>
        <translation>{code}: {code_why}</translation>
    </message>
    <message>
        <source>{text}; {n} others go on</source>
        <translation>{text}; otras {n} continúan</translation>
    </message>
    <message>
        <source>the computer slept, or Holdfast stood still, for {seconds}</source>
        <translation>el equipo estuvo suspendido, o Holdfast detenido, durante {seconds}</translation>
    </message>
    <message>
        <source>{text}; gives up in {seconds}</source>
        <translation>{text}; desiste en {seconds}</translation>
    </message>
    <message>
        <source>{seconds} to the next try</source>
        <translation>{seconds} hasta el próximo intento</translation>
    </message>
    <message>
        <source>until the host is tried again</source>
        <translation>hasta que se vuelva a probar el servidor</translation>
    </message>
    <message>
        <source>no further try: the server asks for {seconds}</source>
        <translation>ningún intento más: el servidor pide {seconds}</translation>
    </message>
    <message>
        <source>no further try: none fits before the end</source>
        <translation>ningún intento más: ya no cabe antes del final</translation>
    </message>
    <message>
        <source>gives up: never; at least {seconds} between tries</source>
        <translation>nunca desiste; al menos {seconds} entre intentos</translation>
    </message>
    <message>
        <source>gives up: after {seconds}; at least {seconds_between} between tries</source>
        <translation>desiste tras {seconds}; al menos {seconds_between} entre intentos</translation>
    </message>
    <message>
        <source>{n} more files</source>
        <translation>archivos añadidos: {n}</translation>
    </message>
    <message>
        <source>moved: {code}</source>
        <translation>movida: {code}</translation>
    </message>
    <message>
        <source>moved: before {name}</source>
        <translation>movida: antes de {name}</translation>
    </message>
    <message>
        <source>priority: {code}</source>
        <translation>prioridad: {code}</translation>
    </message>
    <message>
        <source>connections: {n}</source>
        <translation>conexiones: {n}</translation>
    </message>
    <message>
        <source>file {n} skipped</source>
        <translation>archivo {n} omitido</translation>
    </message>
    <message>
        <source>file {n} wanted</source>
        <translation>archivo {n} solicitado</translation>
    </message>
    <message>
        <source>file {n} from another link: {link}</source>
        <translation>archivo {n} desde otro enlace: {link}</translation>
    </message>
    <message>
        <source>file {n} renamed: {name}</source>
        <translation>archivo {n} con otro nombre: {name}</translation>
    </message>
    <message>
        <source>speed limit: none</source>
        <translation>sin límite de velocidad</translation>
    </message>
    <message>
        <source>speed limit: {rate}</source>
        <translation>límite de velocidad: {rate}</translation>
    </message>
    <message>
        <source>maximum download time: none</source>
        <translation>tiempo máximo de descarga: ninguno</translation>
    </message>
    <message>
        <source>maximum download time: {seconds}</source>
        <translation>tiempo máximo de descarga: {seconds}</translation>
    </message>
    <message>
        <source>metered networks: {code}</source>
        <translation>redes de uso medido: {code}</translation>
    </message>
    <message>
        <source>runs on any network</source>
        <translation>se transfiere en cualquier red</translation>
    </message>
    <message>
        <source>no keyring: its sign-in and headers are kept until Holdfast ends</source>
        <translation>sin llavero: su inicio de sesión y sus cabeceras se guardan hasta que termine Holdfast</translation>
    </message>
    <message>
        <source>no keyring gives its sign-in and headers: they were not kept</source>
        <translation>ningún llavero da su inicio de sesión ni sus cabeceras: no se guardaron</translation>
    </message>
    <message>
        <source>trusts a certificate of {server} no longer</source>
        <translation>ya no confía en un certificado de {server}</translation>
    </message>
    <message>
        <source>trusts a certificate of {server}</source>
        <translation>confía en un certificado de {server}</translation>
    </message>
    <message>
        <source>certificate authorities: the system’s</source>
        <translation>autoridades de certificación: las del sistema</translation>
    </message>
    <message>
        <source>certificate authorities: {path}</source>
        <translation>autoridades de certificación: {path}</translation>
    </message>
    <message>
        <source>client certificate: none</source>
        <translation>certificado de cliente: ninguno</translation>
    </message>
    <message>
        <source>client certificate: {path}</source>
        <translation>certificado de cliente: {path}</translation>
    </message>
    <message>
        <source>proxy: none</source>
        <translation>proxy: ninguno</translation>
    </message>
    <message>
        <source>proxy: as the settings say</source>
        <translation>proxy: como en las preferencias</translation>
    </message>
    <message>
        <source>proxy: {address}</source>
        <translation>proxy: {address}</translation>
    </message>
    <message>
        <source>a server may lead from https to http</source>
        <translation>un servidor puede llevar de https a http</translation>
    </message>
    <message>
        <source>a server must not lead from https to http</source>
        <translation>un servidor no puede llevar de https a http</translation>
    </message>
    <message>
        <source>{host} is used no more ({code}): {detail}</source>
        <translation>{host} ya no se usa ({code}): {detail}</translation>
    </message>
    <message>
        <source>{host} is used no more ({code})</source>
        <translation>{host} ya no se usa ({code})</translation>
    </message>
    <message>
        <source>{bytes} at {at} are fetched again</source>
        <translation>{bytes} en {at} se descargan de nuevo</translation>
    </message>
    <message>
        <source>kept as it is: {reason}</source>
        <translation>se deja como está: {reason}</translation>
    </message>
    <message>
        <source>it tells of {n} files</source>
        <translation>habla de {n} archivos</translation>
    </message>
    <message>
        <source>{algorithm} matches the checksum that was given</source>
        <translation>{algorithm} coincide con la suma indicada</translation>
    </message>
    <message>
        <source>{algorithm} matches {source}</source>
        <translation>{algorithm} coincide con {source}</translation>
    </message>
    <message>
        <source>digests of pieces that cannot be those of the file, passed over: {n}</source>
        <translation>sumas de piezas que no pueden ser del archivo, pasadas por alto: {n}</translation>
    </message>
    <message>
        <source>not fetched: the server still has the version that is here</source>
        <translation>no descargado: el servidor aún tiene la versión que ya está aquí</translation>
    </message>
    <message>
        <source>{text}; only the end of the connection told that this is all</source>
        <translation>{text}; solo el fin de la conexión indicó que esto es todo</translation>
    </message>
    <message>
        <source>{text}; nothing to check it against</source>
        <translation>{text}; nada con que comprobarlo</translation>
    </message>
    <message>
        <source>{bytes} in {seconds}, {rate}</source>
        <translation>{bytes} en {seconds}, {rate}</translation>
    </message>
    <message>
        <source>{bytes} in {seconds}</source>
        <translation>{bytes} en {seconds}</translation>
    </message>
    <message>
        <source>{name} is in the trash</source>
        <translation>{name} está en la papelera</translation>
    </message>
    <message>
        <source>file {n}, other servers that have it: {n_mirrors}</source>
        <translation>archivo {n}, otros servidores que lo tienen: {n_mirrors}</translation>
    </message>
    <message>
        <source>until this is over: {code}</source>
        <translation>hasta que esto pase: {code}</translation>
    </message>
    <message>
        <source>over: {code}</source>
        <translation>ya pasó: {code}</translation>
    </message>
    <message>
        <source>{seconds} to the next try: {code}</source>
        <translation>{seconds} hasta el próximo intento: {code}</translation>
    </message>
    <message>
        <source>until the host is tried again: {code}</source>
        <translation>hasta que se vuelva a probar el servidor: {code}</translation>
    </message>
    <message>
        <source>no further try, because the server asks for {seconds}: {code}</source>
        <translation>ningún intento más, porque el servidor pide {seconds}: {code}</translation>
    </message>
    <message>
        <source>no further try, because none fits before the end: {code}</source>
        <translation>ningún intento más, porque ya no cabe antes del final: {code}</translation>
    </message>
    <message>
        <source>{n} more, which are not told one by one</source>
        <translation>otros {n}, que no se detallan uno por uno</translation>
    </message>
</context>
<context>
    <name>total_limit</name>
    <message>
        <source>&amp;Speed limit</source>
        <translation>&amp;Límite de velocidad</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sin límite</translation>
    </message>
    <message>
        <source>Custom…</source>
        <translation>Personalizado…</translation>
    </message>
</context>
<context>
    <name>translation</name>
    <message>
        <source>{subject}: {words}</source>
        <translation>{subject}: {words}</translation>
    </message>
</context>
<context>
    <name>undo_bar</name>
    <message>
        <source>{name} removed; its file goes to the trash</source>
        <translation>{name} quitada; su archivo va a la papelera</translation>
    </message>
    <message>
        <source>{name} removed</source>
        <translation>{name} quitada</translation>
    </message>
</context>
<context>
    <name>when_done</name>
    <message>
        <source>When done: quit</source>
        <translation>Al terminar: salir</translation>
    </message>
    <message>
        <source>When done: suspend</source>
        <translation>Al terminar: suspender</translation>
    </message>
    <message>
        <source>When done: shut down</source>
        <translation>Al terminar: apagar</translation>
    </message>
    <message>
        <source>When done: run a command</source>
        <translation>Al terminar: ejecutar un comando</translation>
    </message>
    <message>
        <source>All jobs are done.</source>
        <translation>Todas las tareas están listas.</translation>
    </message>
    <message>
        <source>All jobs are done; {failed}.</source>
        <translation>Todas las tareas han terminado; {failed}.</translation>
    </message>
</context>
<context>
    <name>when_done_menu</name>
    <message>
        <source>Do &amp;nothing</source>
        <translation>No hacer &amp;nada</translation>
    </message>
    <message>
        <source>&amp;Quit Holdfast</source>
        <translation>&amp;Salir de Holdfast</translation>
    </message>
    <message>
        <source>&amp;Suspend the computer</source>
        <translation>Suspender el &amp;equipo</translation>
    </message>
    <message>
        <source>Shut &amp;down the computer</source>
        <translation>&amp;Apagar el equipo</translation>
    </message>
    <message>
        <source>When all is &amp;done</source>
        <translation>Cuando todo esté &amp;listo</translation>
    </message>
    <message>
        <source>&amp;Run a command…</source>
        <translation>Ejecutar un &amp;comando…</translation>
    </message>
    <message>
        <source>Chosen for this run of Holdfast only</source>
        <translation>Solo vale hasta salir de Holdfast</translation>
    </message>
    <message>
        <source>What is done when all is done</source>
        <translation>Qué se hace cuando todo esté listo</translation>
    </message>
</context>
<context>
    <name>window_title</name>
    <message>
        <source>{speed} – Holdfast</source>
        <translation>{speed} – Holdfast</translation>
    </message>
</context>
</TS>
