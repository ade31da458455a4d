<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AddForm</name>
    <message>
        <source>What is wrong with the links</source>
        <translation>Was an den Links nicht stimmt</translation>
    </message>
    <message>
        <source>Numbers in brackets stand for many links</source>
        <translation>Zahlen in Klammern stehen für viele Links</translation>
    </message>
    <message>
        <source>Brackets such as [001-120] stand for many links; untick to take them literally</source>
        <translation>Klammern wie [001-120] stehen für viele Links; abwählen, um sie wörtlich zu nehmen</translation>
    </message>
    <message>
        <source>Links, size and duplicates</source>
        <translation>Links, Größe und Doppelte</translation>
    </message>
    <message>
        <source>As &amp;one job</source>
        <translation>Als &amp;ein Auftrag</translation>
    </message>
    <message>
        <source>Name of the job</source>
        <translation>Name des Auftrags</translation>
    </message>
    <message>
        <source>Put each &amp;kind into its own folder</source>
        <translation>Jede &amp;Art in ihren eigenen Ordner</translation>
    </message>
    <message>
        <source>Free space</source>
        <translation>Freier Platz</translation>
    </message>
    <message>
        <source>&amp;Links, one per line</source>
        <translation>&amp;Links, je Zeile einer</translation>
    </message>
    <message>
        <source>For all that are &amp;here…</source>
        <translation>Für alle, die schon &amp;da sind…</translation>
    </message>
    <message>
        <source>One choice for all links of which something is here already</source>
        <translation>Eine Wahl für alle Links, von denen schon etwas da ist</translation>
    </message>
    <message>
        <source>without progress</source>
        <translation>ohne Fortschritt</translation>
    </message>
    <message>
        <source>Save &amp;in</source>
        <translation>Speichern &amp;in</translation>
    </message>
    <message>
        <source>&amp;Give up after</source>
        <translation>&amp;Aufgeben nach</translation>
    </message>
</context>
<context>
    <name>AddJobDialog</name>
    <message>
        <source>Add links</source>
        <translation>Links hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add &amp;paused</source>
        <translation>&amp;Pausiert hinzufügen</translation>
    </message>
    <message>
        <source>They wait in the list until you resume them</source>
        <translation>Sie warten in der Liste, bis sie fortgesetzt werden</translation>
    </message>
    <message>
        <source>The folder needs its whole path.</source>
        <translation>Der Ordner braucht seinen vollständigen Pfad.</translation>
    </message>
    <message>
        <source>One job can have {files} at most.</source>
        <translation>Ein Auftrag kann höchstens {files} haben.</translation>
    </message>
</context>
<context>
    <name>BrowserList</name>
    <message>
        <source>This Holdfast is a Flatpak and may not write where browsers look. Allow it for one of them, and start Holdfast again; for Chromium for example: {command}</source>
        <translation>Dieses Holdfast ist ein Flatpak und darf nicht dort schreiben, wo Browser nachsehen. Erlauben Sie es für einen davon und starten Sie Holdfast neu; zum Beispiel für Chromium: {command}</translation>
    </message>
    <message>
        <source>There is no browser here that could be connected.</source>
        <translation>Hier gibt es keinen Browser, der sich verbinden ließe.</translation>
    </message>
</context>
<context>
    <name>BrowserRow</name>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Connect {browser}</source>
        <translation>{browser} verbinden</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Disconnect {browser}</source>
        <translation>{browser} trennen</translation>
    </message>
</context>
<context>
    <name>BrowsersPage</name>
    <message>
        <source>Browsers that hand over downloads</source>
        <translation>Browser, die Downloads übergeben</translation>
    </message>
    <message>
        <source>A browser that is connected, and has the extension, gives its downloads to Holdfast and starts it where it does not run.</source>
        <translation>Ein Browser, der verbunden ist und die Erweiterung hat, übergibt seine Downloads an Holdfast und startet es, wenn es nicht läuft.</translation>
    </message>
    <message>
        <source>&amp;Ask before a download from the browser is added</source>
        <translation>&amp;Nachfragen, bevor ein Browser-Download hinzugefügt wird</translation>
    </message>
    <message>
        <source>The extension</source>
        <translation>Die Erweiterung</translation>
    </message>
    <message>
        <source>It is not in the stores of the browsers yet. It came with Holdfast and is in this folder; load it from there, once for each browser.</source>
        <translation>In den Stores der Browser gibt es sie noch nicht. Sie kam mit Holdfast und liegt in diesem Ordner; von dort wird sie in jeden Browser einmal geladen.</translation>
    </message>
    <message>
        <source>What is sent to Holdfast</source>
        <translation>Was an Holdfast gesendet wird</translation>
    </message>
    <message>
        <source>Of a download that it offers: the link, the page that it is on, name, kind and size, how the browser calls itself, and the cookies for that very link. Holdfast keeps the cookies in the keyring like a password and shows them to that server only. From private windows nothing comes unless you allow it in the extension. Nothing is sent to anybody else.</source>
        <translation>Von einem Download, den sie anbietet: der Link, die Seite, auf der er steht, Name, Art und Größe, wie der Browser sich nennt, und die Cookies für genau diesen Link. Holdfast bewahrt die Cookies wie ein Passwort im Schlüsselbund auf und zeigt sie nur diesem Server. Aus privaten Fenstern kommt nichts, solange Sie es in der Erweiterung nicht erlauben. An niemanden sonst wird etwas gesendet.</translation>
    </message>
    <message>
        <source>Browsers</source>
        <translation>Browser</translation>
    </message>
</context>
<context>
    <name>Cells</name>
    <message>
        <source>Map of the file</source>
        <translation>Karte der Datei</translation>
    </message>
</context>
<context>
    <name>CertificateDialog</name>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Fragt den Server…</translation>
    </message>
    <message>
        <source>Certificates, the server's own first</source>
        <translation>Zertifikate, das des Servers zuerst</translation>
    </message>
    <message>
        <source>Issued to</source>
        <translation>Ausgestellt für</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Ausgestellt von</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>For the names</source>
        <translation>Für die Namen</translation>
    </message>
    <message>
        <source>&amp;Trust this certificate for this job</source>
        <translation>Diesem Zertifikat für diesen Auftrag &amp;vertrauen</translation>
    </message>
    <message>
        <source>&amp;Copy fingerprint</source>
        <translation>Fingerabdruck &amp;kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>The server shows no certificate.</source>
        <translation>Der Server zeigt kein Zertifikat.</translation>
    </message>
    <message>
        <source>Retry the job: the server may be in order again.</source>
        <translation>Den Auftrag erneut versuchen: vielleicht ist der Server wieder in Ordnung.</translation>
    </message>
    <message>
        <source>Somebody on the way may be pretending to be this server, or its certificate is in disorder. Compare the fingerprint with one that you know from elsewhere.</source>
        <translation>Vielleicht gibt sich unterwegs jemand als dieser Server aus, oder sein Zertifikat ist nicht in Ordnung. Vergleichen Sie den Fingerabdruck mit einem, den Sie von anderswo kennen.</translation>
    </message>
    <message>
        <source>Only this job would trust it, and only this very certificate of {host}. What is transferred can be read by whoever holds its key.</source>
        <translation>Nur dieser Auftrag vertraut ihm dann, und nur genau diesem Zertifikat von {host}. Wer dessen Schlüssel hat, kann mitlesen, was übertragen wird.</translation>
    </message>
</context>
<context>
    <name>ChangeLinkDialog</name>
    <message>
        <source>Change link and go on</source>
        <translation>Link ändern und weitermachen</translation>
    </message>
    <message>
        <source>New link</source>
        <translation>Neuer Link</translation>
    </message>
    <message>
        <source>What the server says</source>
        <translation>Was der Server sagt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change link</source>
        <translation>Link ändern</translation>
    </message>
    <message>
        <source>Link until now</source>
        <translation>Bisheriger Link</translation>
    </message>
    <message>
        <source>Until now</source>
        <translation>Bisher</translation>
    </message>
    <message>
        <source>&amp;New link</source>
        <translation>&amp;Neuer Link</translation>
    </message>
    <message>
        <source>That is the link it has already.</source>
        <translation>Diesen Link hat er schon.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Fragt den Server…</translation>
    </message>
</context>
<context>
    <name>ClosingQuestion</name>
    <message>
        <source>Quit Holdfast?</source>
        <translation>Holdfast beenden?</translation>
    </message>
    <message>
        <source>After you quit nothing moves until the next start; then it goes on by itself.</source>
        <translation>Nach dem Beenden geht bis zum nächsten Start nichts voran; danach geht es von selbst weiter.</translation>
    </message>
    <message>
        <source>&amp;Keep running in the tray</source>
        <translation>Im Infobereich &amp;weiterlaufen</translation>
    </message>
    <message>
        <source>&amp;Minimise</source>
        <translation>&amp;Minimieren</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>CommandDialog</name>
    <message>
        <source>When all is done</source>
        <translation>Wenn alles fertig ist</translation>
    </message>
    <message>
        <source>Run when done</source>
        <translation>Am Ende ausführen</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>A program and its arguments. Quotation marks keep words together; there is no shell.</source>
        <translation>Ein Programm und seine Argumente. Anführungszeichen halten Wörter zusammen; es gibt keine Shell.</translation>
    </message>
    <message>
        <source>&amp;Run this command:</source>
        <translation>&amp;Diesen Befehl ausführen:</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;Add links…</source>
        <translation>Links &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>Add links</source>
        <translation>Links hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Paste links</source>
        <translation>Links &amp;einfügen</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>Holdfast &amp;help</source>
        <translation>Holdfast-&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo remove</source>
        <translation>Entfernen &amp;rückgängig machen</translation>
    </message>
    <message>
        <source>&amp;Select all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filter</translation>
    </message>
    <message>
        <source>Resume all &amp;jobs</source>
        <translation>Alle Aufträge &amp;fortsetzen</translation>
    </message>
    <message>
        <source>Pause al&amp;l jobs</source>
        <translation>Alle Aufträge &amp;pausieren</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausieren</translation>
    </message>
    <message>
        <source>Re&amp;try now</source>
        <translation>Jetzt erneut &amp;versuchen</translation>
    </message>
    <message>
        <source>&amp;Keep finished files</source>
        <translation>Fertige Dateien be&amp;halten</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>Run any&amp;way</source>
        <translation>&amp;Trotzdem ausführen</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>S&amp;how certificate…</source>
        <translation>&amp;Zertifikat anzeigen…</translation>
    </message>
    <message>
        <source>&amp;Allow going on without encryption</source>
        <translation>Weiter ohne Verschlü&amp;sselung erlauben</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Remove and &amp;delete file</source>
        <translation>Entfernen und Datei &amp;löschen</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Öffnen</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>Im &amp;Ordner anzeigen</translation>
    </message>
    <message>
        <source>Copy &amp;link</source>
        <translation>&amp;Link kopieren</translation>
    </message>
    <message>
        <source>Copy p&amp;ath</source>
        <translation>&amp;Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy as c&amp;URL</source>
        <translation>Als c&amp;URL kopieren</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>&amp;Umbenennen…</translation>
    </message>
    <message>
        <source>Chan&amp;ge link and go on…</source>
        <translation>Link än&amp;dern und weitermachen…</translation>
    </message>
    <message>
        <source>Prop&amp;erties…</source>
        <translation>Ei&amp;genschaften…</translation>
    </message>
    <message>
        <source>To the &amp;top</source>
        <translation>An den An&amp;fang</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>To the &amp;bottom</source>
        <translation>Ans &amp;Ende</translation>
    </message>
    <message>
        <source>Gi&amp;ve up after</source>
        <translation>&amp;Aufgeben nach</translation>
    </message>
    <message>
        <source>Custom…</source>
        <translation>Eigener Wert…</translation>
    </message>
    <message>
        <source>&amp;Speed limit</source>
        <translation>Te&amp;mpolimit</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Unbegrenzt</translation>
    </message>
    <message>
        <source>Foreground: always runs</source>
        <translation>Vordergrund: läuft immer</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Pr&amp;iority</source>
        <translation>Pr&amp;iorität</translation>
    </message>
    <message>
        <source>{path} cannot be opened.</source>
        <translation>{path} lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>{folder} is not there (yet).</source>
        <translation>{folder} ist (noch) nicht da.</translation>
    </message>
</context>
<context>
    <name>ConnectionTable</name>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Is at</source>
        <translation>Steht bei</translation>
    </message>
    <message>
        <source>Goes on to</source>
        <translation>Geht bis</translation>
    </message>
    <message>
        <source>Still to bring</source>
        <translation>Noch zu holen</translation>
    </message>
</context>
<context>
    <name>Connections</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>{so_far}, no connection at the moment</source>
        <translation>{so_far}, im Augenblick keine Verbindung</translation>
    </message>
</context>
<context>
    <name>ConnectionsPage</name>
    <message>
        <source>All jobs together</source>
        <translation>Alle Aufträge zusammen</translation>
    </message>
    <message>
        <source>&amp;Jobs at once</source>
        <translation>&amp;Aufträge gleichzeitig</translation>
    </message>
    <message>
        <source>Jobs at once</source>
        <translation>Aufträge gleichzeitig</translation>
    </message>
    <message>
        <source>Jobs at once, &amp;per host</source>
        <translation>Aufträge gleichzeitig, &amp;je Server</translation>
    </message>
    <message>
        <source>Jobs at once, per host</source>
        <translation>Aufträge gleichzeitig, je Server</translation>
    </message>
    <message>
        <source>Connections per &amp;host</source>
        <translation>Verbindungen je &amp;Server</translation>
    </message>
    <message>
        <source>Connections per host</source>
        <translation>Verbindungen je Server</translation>
    </message>
    <message>
        <source>A job that was given more by hand may have them.</source>
        <translation>Ein Auftrag, dem von Hand mehr gegeben wurden, darf sie haben.</translation>
    </message>
    <message>
        <source>New jobs</source>
        <translation>Neue Aufträge</translation>
    </message>
    <message>
        <source>Connections per &amp;file</source>
        <translation>Verbindungen je &amp;Datei</translation>
    </message>
    <message>
        <source>Connections per file</source>
        <translation>Verbindungen je Datei</translation>
    </message>
    <message>
        <source>At most so many: another one is opened only while it makes the file faster.</source>
        <translation>Höchstens so viele: eine weitere wird nur geöffnet, solange die Datei dadurch schneller kommt.</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation>Tempolimit</translation>
    </message>
    <message>
        <source>&amp;Speed limit</source>
        <translation>Te&amp;mpolimit</translation>
    </message>
    <message>
        <source>Each job can have a limit of its own besides, in its Properties.</source>
        <translation>Jeder Auftrag kann in seinen Eigenschaften zusätzlich ein eigenes Limit haben.</translation>
    </message>
    <message>
        <source>Connections and speed</source>
        <translation>Verbindungen und Tempo</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>{name} is not in the list any more.</source>
        <translation>{name} ist nicht mehr in der Liste.</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>This cannot be kept: {reason}.</source>
        <translation>Das kann nicht gespeichert werden: {reason}.</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>DoorBridge</name>
    <message>
        <source>The keyring does not answer, so the secret of other programs is not known. Unlock it, and they are heard again.</source>
        <translation>Der Schlüsselbund antwortet nicht, daher ist das Geheimnis der anderen Programme nicht bekannt. Entsperren Sie ihn, dann werden sie wieder gehört.</translation>
    </message>
    <message>
        <source>Other programs cannot be heard, and the log tells where.</source>
        <translation>Andere Programme können nicht gehört werden; im Protokoll steht, wo es hakt.</translation>
    </message>
</context>
<context>
    <name>DropFrame</name>
    <message>
        <source>Drop to add the links</source>
        <translation>Ablegen, um die Links hinzuzufügen</translation>
    </message>
</context>
<context>
    <name>EmptyList</name>
    <message>
        <source>&amp;Show all jobs</source>
        <translation>Alle Aufträge an&amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Add links…</source>
        <translation>Links &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>Drop links here, or press {key}</source>
        <translation>Links hier ablegen oder {key} drücken</translation>
    </message>
    <message>
        <source>Holdfast brings the files home, and holds on while the network does not.</source>
        <translation>Holdfast holt die Dateien nach Hause und hält durch, auch wenn das Netz es nicht tut.</translation>
    </message>
</context>
<context>
    <name>EngineBridge</name>
    <message>
        <source>Something unexpected happened; the log has the details.</source>
        <translation>Etwas Unerwartetes ist passiert; Einzelheiten stehen im Protokoll.</translation>
    </message>
</context>
<context>
    <name>ExtensionSteps</name>
    <message>
        <source>Folder of the extension</source>
        <translation>Ordner der Erweiterung</translation>
    </message>
    <message>
        <source>Co&amp;py path</source>
        <translation>&amp;Pfad kopieren</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>Im &amp;Ordner anzeigen</translation>
    </message>
    <message>
        <source>The extension cannot be put where browsers see it: {reason}.</source>
        <translation>Die Erweiterung lässt sich nicht dort ablegen, wo Browser sie sehen: {reason}.</translation>
    </message>
    <message>
        <source>1. Open the page chrome://extensions
2. Switch on “Developer mode”
3. Press “Load unpacked” and choose the folder</source>
        <translation>1. Die Seite chrome://extensions öffnen
2. Den „Entwicklermodus“ einschalten
3. „Entpackte Erweiterung laden“ drücken und den Ordner wählen</translation>
    </message>
    <message>
        <source>It stays there. The browser may ask now and then whether you want it.</source>
        <translation>Dort bleibt sie. Der Browser fragt vielleicht ab und zu, ob sie gewünscht ist.</translation>
    </message>
    <message>
        <source>1. Open the page about:debugging#/runtime/this-firefox
2. Press “Load Temporary Add-on…”
3. Choose the file manifest.json in the folder</source>
        <translation>1. Die Seite about:debugging#/runtime/this-firefox öffnen
2. „Temporäres Add-on laden…“ drücken
3. Die Datei manifest.json im Ordner wählen</translation>
    </message>
    <message>
        <source>Until Firefox is closed: it keeps only what Mozilla has signed, and this is not yet.</source>
        <translation>Bis Firefox geschlossen wird: es behält nur, was Mozilla signiert hat, und das ist hier noch nicht so.</translation>
    </message>
    <message>
        <source>In Chromium, Chrome, Edge, Brave, Vivaldi and Opera</source>
        <translation>In Chromium, Chrome, Edge, Brave, Vivaldi und Opera</translation>
    </message>
    <message>
        <source>In Firefox and LibreWolf</source>
        <translation>In Firefox und LibreWolf</translation>
    </message>
    <message>
        <source>Nothing on this computer shows folders; copy the path instead.</source>
        <translation>Nichts auf diesem Computer zeigt Ordner an; stattdessen den Pfad kopieren.</translation>
    </message>
</context>
<context>
    <name>FactList</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Choose: {name}</source>
        <translation>Auswählen: {name}</translation>
    </message>
    <message>
        <source>different</source>
        <translation>verschieden</translation>
    </message>
</context>
<context>
    <name>FileMap</name>
    <message>
        <source>The server has not said yet how large it is; {so_far}.</source>
        <translation>Der Server hat die Größe noch nicht genannt; {so_far}.</translation>
    </message>
</context>
<context>
    <name>FileTable</name>
    <message>
        <source>Is tried again: {reason}</source>
        <translation>Wird erneut versucht: {reason}</translation>
    </message>
    <message>
        <source>Not begun yet</source>
        <translation>Noch nicht begonnen</translation>
    </message>
    <message>
        <source>All here, being checked</source>
        <translation>Alles da, wird geprüft</translation>
    </message>
    <message>
        <source>{size} are here</source>
        <translation>{size} sind da</translation>
    </message>
    <message>
        <source>Already here, and unchanged on the server</source>
        <translation>Schon da und auf dem Server unverändert</translation>
    </message>
    <message>
        <source>Done, checked with {name}</source>
        <translation>Fertig, mit {name} geprüft</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>All here, kept as a part file</source>
        <translation>Alles da, als Teildatei aufbewahrt</translation>
    </message>
    <message>
        <source>Failed, and the reason was lost</source>
        <translation>Fehlgeschlagen, der Grund ging verloren</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>&amp;Fetch again</source>
        <translation>&amp;Neu herunterladen</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>Übers&amp;pringen</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Öffnen</translation>
    </message>
    <message>
        <source>Show in f&amp;older</source>
        <translation>Im &amp;Ordner anzeigen</translation>
    </message>
    <message>
        <source>Show its &amp;ranges</source>
        <translation>&amp;Bereiche anzeigen</translation>
    </message>
    <message>
        <source>Copy &amp;link</source>
        <translation>&amp;Link kopieren</translation>
    </message>
    <message>
        <source>{count}, {done} done</source>
        <translation>{count}, {done} fertig</translation>
    </message>
</context>
<context>
    <name>FilterBox</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Shows the jobs whose name, link or folder has these words. Escape clears.</source>
        <translation>Zeigt die Aufträge, in deren Name, Link oder Ordner diese Wörter stehen. Esc leert das Feld.</translation>
    </message>
    <message>
        <source>Filter ({key})</source>
        <translation>Filter ({key})</translation>
    </message>
</context>
<context>
    <name>FolderBox</name>
    <message>
        <source>Save in</source>
        <translation>Speichern in</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen…</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen…</translation>
    </message>
</context>
<context>
    <name>Front</name>
    <message>
        <source>Holdfast goes on in the tray. Quit is in its menu there.</source>
        <translation>Holdfast läuft im Infobereich weiter. „Beenden“ steht dort in seinem Menü.</translation>
    </message>
    <message>
        <source>A click with the middle button on the icon adds what was copied.</source>
        <translation>Ein Klick mit der mittleren Taste auf das Symbol fügt das Kopierte hinzu.</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>&amp;Keep running in the tray when the window is closed</source>
        <translation>Beim Schließen des Fensters im Infobereich &amp;weiterlaufen</translation>
    </message>
    <message>
        <source>Transfers go on, and a click on the icon brings the window back.</source>
        <translation>Die Übertragungen gehen weiter, und ein Klick auf das Symbol holt das Fenster zurück.</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>&amp;Offer links as soon as they are copied</source>
        <translation>Links an&amp;bieten, sobald sie kopiert werden</translation>
    </message>
    <message>
        <source>Nothing is fetched before you say so.</source>
        <translation>Ohne Zustimmung wird nichts heruntergeladen.</translation>
    </message>
    <message>
        <source>&amp;Ask the server for name and size while a link is being added</source>
        <translation>Beim Hinzufügen den Server nach Name und Größe &amp;fragen</translation>
    </message>
    <message>
        <source>When this is off, the server hears of a link only when its job begins.</source>
        <translation>Ist dies aus, erfährt der Server von einem Link erst, wenn sein Auftrag beginnt.</translation>
    </message>
    <message>
        <source>&amp;Start with the session, hidden in the tray</source>
        <translation>Mit der Sitzung st&amp;arten, im Infobereich verborgen</translation>
    </message>
    <message>
        <source>Inside Flatpak, the settings of the system decide about this.</source>
        <translation>In Flatpak entscheiden darüber die Einstellungen des Systems.</translation>
    </message>
    <message>
        <source>This cannot be kept: {reason}.</source>
        <translation>Das kann nicht gespeichert werden: {reason}.</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start on.</source>
        <translation>Eine andere Sprache gilt ab dem nächsten Start.</translation>
    </message>
</context>
<context>
    <name>GiveUpChooser</name>
    <message>
        <source>watched</source>
        <translation>unter Aufsicht</translation>
    </message>
    <message>
        <source>as BITS</source>
        <translation>wie BITS</translation>
    </message>
    <message>
        <source>Give up after</source>
        <translation>Aufgeben nach</translation>
    </message>
    <message>
        <source>Custom…</source>
        <translation>Eigener Wert…</translation>
    </message>
</context>
<context>
    <name>GiveUpDialog</name>
    <message>
        <source>Give up after</source>
        <translation>Aufgeben nach</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>&amp;Give up after this long without progress:</source>
        <translation>Nach so langer Zeit ohne Fortschritt &amp;aufgeben:</translation>
    </message>
    <message>
        <source>{time} without progress so far, where it is longest</source>
        <translation>bisher {time} ohne Fortschritt, wo es am längsten ist</translation>
    </message>
    <message>
        <source>Each job keeps its own.</source>
        <translation>Jeder Auftrag behält seine eigene.</translation>
    </message>
    <message>
        <source>The first of them then gives up in {time}.</source>
        <translation>Der erste von ihnen gibt dann in {time} auf.</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Holdfast help</source>
        <translation>Holdfast-Hilfe (auf Englisch)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Hilfe durchsuchen</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
</context>
<context>
    <name>Hint</name>
    <message>
        <source>Select a job to see why it moves or does not.</source>
        <translation>Einen Auftrag auswählen, um zu sehen, warum es vorangeht oder nicht.</translation>
    </message>
</context>
<context>
    <name>JobHeader</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>Spalten &amp;zurücksetzen</translation>
    </message>
</context>
<context>
    <name>JobList</name>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
</context>
<context>
    <name>KindDialog</name>
    <message>
        <source>Change kind</source>
        <translation>Art ändern</translation>
    </message>
    <message>
        <source>Add kind</source>
        <translation>Art hinzufügen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Endings</source>
        <translation>Endungen</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Where all others go</source>
        <translation>Wohin alle anderen kommen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Without dots, with commas between them.</source>
        <translation>Ohne Punkte, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Endings</source>
        <translation>&amp;Endungen</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Ordner</translation>
    </message>
</context>
<context>
    <name>KindsField</name>
    <message>
        <source>A&amp;dd…</source>
        <translation>&amp;Hinzufügen…</translation>
    </message>
    <message>
        <source>C&amp;hange…</source>
        <translation>Ä&amp;ndern…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Rese&amp;t…</source>
        <translation>&amp;Zurücksetzen…</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Endings</source>
        <translation>Endungen</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Kinds of files</source>
        <translation>Arten von Dateien</translation>
    </message>
    <message>
        <source>Put back the kinds that came with Holdfast?</source>
        <translation>Die mit Holdfast gelieferten Arten wiederherstellen?</translation>
    </message>
    <message>
        <source>Yours and their folders are forgotten; no file is moved.</source>
        <translation>Die eigenen und ihre Ordner werden vergessen; keine Datei wird verschoben.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>LimitDialog</name>
    <message>
        <source>Speed limit</source>
        <translation>Tempolimit</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Bring at &amp;most:</source>
        <translation>&amp;Höchstens holen:</translation>
    </message>
    <message>
        <source>All jobs &amp;together bring:</source>
        <translation>Alle Aufträge &amp;zusammen holen:</translation>
    </message>
    <message>
        <source>The limit for all jobs together holds as well.</source>
        <translation>Das Limit für alle Aufträge zusammen gilt ebenfalls.</translation>
    </message>
    <message>
        <source>A job's own limit holds as well.</source>
        <translation>Das eigene Limit eines Auftrags gilt ebenfalls.</translation>
    </message>
</context>
<context>
    <name>LinkBox</name>
    <message>
        <source>Links, one per line</source>
        <translation>Links, je Zeile einer</translation>
    </message>
    <message>
        <source>Enter begins a new line, Ctrl+Enter adds what is written here</source>
        <translation>Die Eingabetaste beginnt eine neue Zeile, Strg+Eingabe fügt hinzu, was hier steht</translation>
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
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>As the &amp;system has it</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>High contrast is always the system's own.</source>
        <translation>Hoher Kontrast ist immer der des Systems.</translation>
    </message>
    <message>
        <source>Rows of the list</source>
        <translation>Zeilen der Liste</translation>
    </message>
    <message>
        <source>Co&amp;mfortable</source>
        <translation>&amp;Geräumig</translation>
    </message>
    <message>
        <source>C&amp;ompact</source>
        <translation>&amp;Kompakt</translation>
    </message>
    <message>
        <source>The name, and below it what the job does.</source>
        <translation>Der Name, und darunter, was der Auftrag tut.</translation>
    </message>
    <message>
        <source>One line a job.</source>
        <translation>Eine Zeile je Auftrag.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <translation>Problem &amp;melden…</translation>
    </message>
    <message>
        <source>&amp;About Holdfast</source>
        <translation>&amp;Über Holdfast</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>S&amp;palten</translation>
    </message>
    <message>
        <source>The keyring ({keyring}) gave no answer: what it was to keep lasts until Holdfast ends.</source>
        <translation>Der Schlüsselbund ({keyring}) hat nicht geantwortet: was er aufbewahren sollte, bleibt, bis Holdfast endet.</translation>
    </message>
    <message>
        <source>No program on this computer shows folders. The path is {path}</source>
        <translation>Kein Programm auf diesem Computer zeigt Ordner an. Der Pfad ist {path}</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>There is no link in the clipboard.</source>
        <translation>In der Zwischenablage ist kein Link.</translation>
    </message>
    <message>
        <source>There is no link in what was dropped.</source>
        <translation>Im Abgelegten ist kein Link.</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>More</name>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Mehr</translation>
    </message>
    <message>
        <source>More options</source>
        <translation>Weitere Optionen</translation>
    </message>
    <message>
        <source>Speed, connections, priority, checksum, sign-in, headers, proxy, certificates</source>
        <translation>Tempo, Verbindungen, Priorität, Prüfsumme, Anmeldung, Kopfzeilen, Proxy, Zertifikate</translation>
    </message>
</context>
<context>
    <name>MoreFields</name>
    <message>
        <source>As in Preferences</source>
        <translation>Wie in den Einstellungen</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation>Tempolimit</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Wait between tries</source>
        <translation>Wartezeit zwischen Versuchen</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>sha256:… or the link of a list</source>
        <translation>sha256:… oder der Link einer Liste</translation>
    </message>
    <message>
        <source>Secrets among them are kept in the keyring.</source>
        <translation>Geheimes darunter wird im Schlüsselbund aufbewahrt.</translation>
    </message>
    <message>
        <source>There is no keyring on this computer: secrets last until Holdfast ends.</source>
        <translation>Auf diesem Computer gibt es keinen Schlüsselbund: Geheimes bleibt, bis Holdfast endet.</translation>
    </message>
    <message>
        <source>A checksum is that of one file. For several, give the link of a list of checksums, such as SHA256SUMS.</source>
        <translation>Eine Prüfsumme gilt für eine Datei. Für mehrere den Link einer Prüfsummenliste angeben, etwa SHA256SUMS.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>Es gibt keine Datei {path}.</translation>
    </message>
    <message>
        <source>Line {n} is not a header: write Name: value.</source>
        <translation>Zeile {n} ist keine Kopfzeile: als Name: Wert schreiben.</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Foreground: always runs</source>
        <translation>Vordergrund: läuft immer</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>On a metered network</source>
        <translation>In einem getakteten Netzwerk</translation>
    </message>
    <message>
        <source>Run there too</source>
        <translation>Auch dort ausführen</translation>
    </message>
    <message>
        <source>Wait for another network</source>
        <translation>Auf ein anderes Netzwerk warten</translation>
    </message>
    <message>
        <source>Ask first</source>
        <translation>Vorher fragen</translation>
    </message>
    <message>
        <source>Headers, one per line</source>
        <translation>Kopfzeilen, je Zeile eine</translation>
    </message>
    <message>
        <source>Referer: https://…</source>
        <translation>Referer: https://…</translation>
    </message>
    <message>
        <source>S&amp;peed limit</source>
        <translation>Te&amp;mpolimit</translation>
    </message>
    <message>
        <source>&amp;Connections</source>
        <translation>&amp;Verbindungen</translation>
    </message>
    <message>
        <source>P&amp;riority</source>
        <translation>P&amp;riorität</translation>
    </message>
    <message>
        <source>&amp;Wait between tries</source>
        <translation>&amp;Wartezeit zwischen Versuchen</translation>
    </message>
    <message>
        <source>On a me&amp;tered network</source>
        <translation>In einem &amp;getakteten Netzwerk</translation>
    </message>
    <message>
        <source>Chec&amp;ksum</source>
        <translation>Prüf&amp;summe</translation>
    </message>
    <message>
        <source>&amp;Headers</source>
        <translation>&amp;Kopfzeilen</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>For all jobs, unless one has a way of its own in its Properties.</source>
        <translation>Für alle Aufträge, sofern einer in seinen Eigenschaften keinen eigenen Weg hat.</translation>
    </message>
    <message>
        <source>New jobs on a metered network</source>
        <translation>Neue Aufträge in einem getakteten Netzwerk</translation>
    </message>
    <message>
        <source>Jobs in the list keep what they have; Properties changes them.</source>
        <translation>Aufträge in der Liste behalten, was sie haben; „Eigenschaften“ ändert sie.</translation>
    </message>
    <message>
        <source>No proxy for</source>
        <translation>Kein Proxy für</translation>
    </message>
    <message>
        <source>Hosts, *.domains and networks such as 10.0.0.0/8, with commas between them. This computer itself never needs a proxy.</source>
        <translation>Server, *.Domains und Netze wie 10.0.0.0/8, mit Kommas dazwischen. Dieser Computer selbst braucht nie einen Proxy.</translation>
    </message>
    <message>
        <source>No &amp;proxy for</source>
        <translation>Kein &amp;Proxy für</translation>
    </message>
    <message>
        <source>S&amp;ign in…</source>
        <translation>&amp;Anmelden…</translation>
    </message>
    <message>
        <source>Sign-in for the proxy</source>
        <translation>Anmeldung am Proxy</translation>
    </message>
    <message>
        <source>Kept for {user}.</source>
        <translation>Aufbewahrt für {user}.</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Aufbewahrt.</translation>
    </message>
    <message>
        <source>&amp;Transfer as on any other</source>
        <translation>Wie in jedem anderen &amp;übertragen</translation>
    </message>
    <message>
        <source>&amp;Wait for another network</source>
        <translation>Auf ein anderes Netzwerk &amp;warten</translation>
    </message>
    <message>
        <source>As&amp;k for each job</source>
        <translation>Bei jedem Auftrag &amp;fragen</translation>
    </message>
    <message>
        <source>Their clocks stand still meanwhile.</source>
        <translation>Ihre Uhren stehen so lange still.</translation>
    </message>
    <message>
        <source>A job waits on hold until you choose “Run anyway” for it.</source>
        <translation>Ein Auftrag bleibt ausgesetzt, bis „Trotzdem ausführen“ für ihn gewählt wird.</translation>
    </message>
</context>
<context>
    <name>NoticesPage</name>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>On the desktop</source>
        <translation>Auf dem Desktop</translation>
    </message>
    <message>
        <source>Tell me when a job is &amp;done</source>
        <translation>Melden, wenn ein Auftrag &amp;fertig ist</translation>
    </message>
    <message>
        <source>With buttons that open the file or show it in its folder.</source>
        <translation>Mit Schaltflächen, die die Datei öffnen oder im Ordner anzeigen.</translation>
    </message>
    <message>
        <source>Tell me when a job &amp;gave up or failed</source>
        <translation>Melden, wenn ein Auftrag auf&amp;gibt oder fehlschlägt</translation>
    </message>
    <message>
        <source>It stays on the screen until someone has seen it, with a button to retry.</source>
        <translation>Sie bleibt auf dem Bildschirm, bis jemand sie gesehen hat, mit einer Schaltfläche zum erneuten Versuch.</translation>
    </message>
</context>
<context>
    <name>OfferBar</name>
    <message>
        <source>A&amp;dd…</source>
        <translation>Hinzufü&amp;gen…</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>OneLink</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>What is known of the link</source>
        <translation>Was über den Link bekannt ist</translation>
    </message>
    <message>
        <source>If it is already here</source>
        <translation>Falls es schon da ist</translation>
    </message>
</context>
<context>
    <name>OpeningBox</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Öffnen</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>Im Or&amp;dner anzeigen</translation>
    </message>
    <message>
        <source>Do not open</source>
        <translation>Nicht öffnen</translation>
    </message>
</context>
<context>
    <name>OtherProgramsPage</name>
    <message>
        <source>Other programs</source>
        <translation>Andere Programme</translation>
    </message>
    <message>
        <source>Programs that know aria2</source>
        <translation>Programme, die aria2 kennen</translation>
    </message>
    <message>
        <source>AriaNg, Aria2-Explorer, aria2p and others can add downloads here and watch them, as they do with aria2. Only this computer is heard, and only who shows the secret.</source>
        <translation>AriaNg, Aria2-Explorer, aria2p und andere können hier Downloads hinzufügen und beobachten wie bei aria2. Gehört wird nur dieser Computer, und nur, wer das Geheimnis vorzeigt.</translation>
    </message>
    <message>
        <source>&amp;Let other programs use Holdfast</source>
        <translation>&amp;Andere Programme Holdfast benutzen lassen</translation>
    </message>
    <message>
        <source>No other program is heard.</source>
        <translation>Kein anderes Programm wird gehört.</translation>
    </message>
    <message>
        <source>They are heard now.</source>
        <translation>Sie werden jetzt gehört.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment…</translation>
    </message>
    <message>
        <source>What to enter in the other program</source>
        <translation>Was im anderen Programm einzugeben ist</translation>
    </message>
    <message>
        <source>Some ask for the whole address, others for its parts.</source>
        <translation>Manche fragen nach der ganzen Adresse, andere nach ihren Teilen.</translation>
    </message>
    <message>
        <source>Copy a&amp;ddress</source>
        <translation>Adresse &amp;kopieren</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation>P&amp;ort</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>Cop&amp;y secret</source>
        <translation>&amp;Geheimnis kopieren</translation>
    </message>
    <message>
        <source>&amp;New secret…</source>
        <translation>&amp;Neues Geheimnis…</translation>
    </message>
    <message>
        <source>Pages that may ask</source>
        <translation>Seiten, die anfragen dürfen</translation>
    </message>
    <message>
        <source>Programs and browser extensions need no entry. All other pages get nothing, so name those that you trust, with commas between them: an AriaNg on a server of your own, say.</source>
        <translation>Programme und Browser-Erweiterungen brauchen keinen Eintrag. Alle anderen Seiten bekommen nichts; nennen Sie also die, denen Sie vertrauen, mit Kommas dazwischen: etwa ein AriaNg auf einem eigenen Server.</translation>
    </message>
    <message>
        <source>P&amp;ages</source>
        <translation>&amp;Seiten</translation>
    </message>
    <message>
        <source>There is one as soon as other programs may ask.</source>
        <translation>Es gibt eins, sobald andere Programme anfragen dürfen.</translation>
    </message>
    <message>
        <source>It is kept in the keyring of this computer.</source>
        <translation>Es wird im Schlüsselbund dieses Computers aufbewahrt.</translation>
    </message>
    <message>
        <source>There is no keyring on this computer: it holds until Holdfast ends, and the next start has another one.</source>
        <translation>Auf diesem Computer gibt es keinen Schlüsselbund: es gilt, bis Holdfast endet, und der nächste Start hat ein anderes.</translation>
    </message>
    <message>
        <source>New secret</source>
        <translation>Neues Geheimnis</translation>
    </message>
    <message>
        <source>Make a new secret?</source>
        <translation>Ein neues Geheimnis erzeugen?</translation>
    </message>
    <message>
        <source>Programs that have the old one are heard again once they have the new one.</source>
        <translation>Programme mit dem alten werden wieder gehört, sobald sie das neue haben.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Retry now</source>
        <translation>Jetzt erneut versuchen</translation>
    </message>
    <message>
        <source>Learn more</source>
        <translation>Mehr dazu</translation>
    </message>
    <message>
        <source>Learn more about this error</source>
        <translation>Mehr über diesen Fehler</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Change the time after which it gives up</source>
        <translation>Die Zeit ändern, nach der aufgegeben wird</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner anzeigen</translation>
    </message>
    <message>
        <source>Change link</source>
        <translation>Link ändern</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Nächster Versuch</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Rat</translation>
    </message>
    <message>
        <source>Give up after</source>
        <translation>Aufgeben nach</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>Bisher</translation>
    </message>
    <message>
        <source>Saved to</source>
        <translation>Gespeichert in</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Metered networks</source>
        <translation>Getaktete Netzwerke</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Copy &amp;all</source>
        <translation>&amp;Alles kopieren</translation>
    </message>
</context>
<context>
    <name>Panes</name>
    <message>
        <source>&amp;Sidebar</source>
        <translation>&amp;Seitenleiste</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Details</translation>
    </message>
    <message>
        <source>Details &amp;below the list</source>
        <translation>Details &amp;unter der Liste</translation>
    </message>
    <message>
        <source>Details b&amp;eside the list</source>
        <translation>Details &amp;neben der Liste</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>Näc&amp;hster Bereich</translation>
    </message>
    <message>
        <source>&amp;Previous pane</source>
        <translation>&amp;Voriger Bereich</translation>
    </message>
</context>
<context>
    <name>PinList</name>
    <message>
        <source>Certificates accepted for this job</source>
        <translation>Für diesen Auftrag akzeptierte Zertifikate</translation>
    </message>
    <message>
        <source>Forg&amp;et</source>
        <translation>Verge&amp;ssen</translation>
    </message>
</context>
<context>
    <name>PlacesPage</name>
    <message>
        <source>Folders and kinds</source>
        <translation>Ordner und Arten</translation>
    </message>
    <message>
        <source>Kinds of files</source>
        <translation>Arten von Dateien</translation>
    </message>
    <message>
        <source>Told by the endings of their names. A kind may have a folder of its own.</source>
        <translation>An den Endungen ihrer Namen erkannt. Eine Art kann einen eigenen Ordner haben.</translation>
    </message>
    <message>
        <source>Put files into</source>
        <translation>Dateien ablegen in</translation>
    </message>
    <message>
        <source>&amp;Put files into</source>
        <translation>Dateien a&amp;blegen in</translation>
    </message>
    <message>
        <source>Where nothing is written here, they go to the folder of downloads.</source>
        <translation>Steht hier nichts, kommen sie in den Ordner für Downloads.</translation>
    </message>
</context>
<context>
    <name>PowerPage</name>
    <message>
        <source>Power</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>Keep awake while jobs run</source>
        <translation>Wach halten, solange Aufträge laufen</translation>
    </message>
    <message>
        <source>The computer does not fall asleep by itself. Its screen goes dark as usual.</source>
        <translation>Der Computer schläft nicht von selbst ein. Sein Bildschirm wird wie gewohnt dunkel.</translation>
    </message>
    <message>
        <source>&amp;When it is plugged in</source>
        <translation>Bei Netz&amp;betrieb</translation>
    </message>
    <message>
        <source>On &amp;battery as well</source>
        <translation>Auch im &amp;Akkubetrieb</translation>
    </message>
    <message>
        <source>&amp;Never</source>
        <translation>&amp;Nie</translation>
    </message>
    <message>
        <source>When it wakes up, jobs go on at once where they were.</source>
        <translation>Wenn er aufwacht, machen die Aufträge sofort dort weiter, wo sie waren.</translation>
    </message>
</context>
<context>
    <name>PreferenceKeeper</name>
    <message>
        <source>{file} cannot be read; the preferences are as they came.</source>
        <translation>{file} ist nicht lesbar; es gelten die Voreinstellungen.</translation>
    </message>
    <message>
        <source>{file} has entries that cannot be read: {names}</source>
        <translation>{file} enthält unlesbare Einträge: {names}</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
</context>
<context>
    <name>ProblemReportDialog</name>
    <message>
        <source>Report a problem</source>
        <translation>Problem melden</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>Der Bericht</translation>
    </message>
    <message>
        <source>It is being put together…</source>
        <translation>Er wird zusammengestellt…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>This tells those who mend Holdfast what they need to know. It goes nowhere by itself. Passwords, tokens and cookies are taken out; names of files, folders and servers are not. Read it before you give it to anybody.</source>
        <translation>Hier steht, was wissen muss, wer Holdfast repariert. Von selbst geht es nirgendwohin. Passwörter, Tokens und Cookies sind entfernt, Namen von Dateien, Ordnern und Servern nicht. Lesen Sie es, bevor Sie es jemandem geben.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Den Bericht speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>PropertiesDialog</name>
    <message>
        <source>Properties</source>
        <translation>Eigenschaften</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Give up and retries</source>
        <translation>Aufgeben und Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Give up after</source>
        <translation>&amp;Aufgeben nach</translation>
    </message>
    <message>
        <source>Wait before a retry</source>
        <translation>Wartezeit vor neuem Versuch</translation>
    </message>
    <message>
        <source>&amp;Wait before a retry</source>
        <translation>&amp;Wartezeit vor neuem Versuch</translation>
    </message>
    <message>
        <source>At least this long; it doubles with each further failure, up to 5 minutes.</source>
        <translation>Mindestens so lange; sie verdoppelt sich mit jedem weiteren Fehler, bis zu 5 Minuten.</translation>
    </message>
    <message>
        <source>Longest download time</source>
        <translation>Längste Downloadzeit</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Unbegrenzt</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>&amp;Longest download time</source>
        <translation>&amp;Längste Downloadzeit</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Foreground</source>
        <translation>Vordergrund</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>&amp;Priority</source>
        <translation>&amp;Priorität</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation>Tempolimit</translation>
    </message>
    <message>
        <source>&amp;Speed limit</source>
        <translation>Te&amp;mpolimit</translation>
    </message>
    <message>
        <source>Connections per file</source>
        <translation>Verbindungen je Datei</translation>
    </message>
    <message>
        <source>&amp;Connections per file</source>
        <translation>&amp;Verbindungen je Datei</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Run there too</source>
        <translation>Auch dort ausführen</translation>
    </message>
    <message>
        <source>Wait for another network</source>
        <translation>Auf ein anderes Netzwerk warten</translation>
    </message>
    <message>
        <source>Ask first</source>
        <translation>Vorher fragen</translation>
    </message>
    <message>
        <source>On a metered network</source>
        <translation>In einem getakteten Netzwerk</translation>
    </message>
    <message>
        <source>On a &amp;metered network</source>
        <translation>In einem &amp;getakteten Netzwerk</translation>
    </message>
    <message>
        <source>&amp;Run anyway: no network holds it any more</source>
        <translation>T&amp;rotzdem ausführen: kein Netzwerk hält ihn mehr auf</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch unbekannt</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>Name der Datei</translation>
    </message>
    <message>
        <source>&amp;Name of the file</source>
        <translation>&amp;Name der Datei</translation>
    </message>
    <message>
        <source>A name has no slashes in it.</source>
        <translation>Ein Name enthält keine Schrägstriche.</translation>
    </message>
</context>
<context>
    <name>Request</name>
    <message>
        <source>Which request</source>
        <translation>Welche Anfrage</translation>
    </message>
    <message>
        <source>Request and answer</source>
        <translation>Anfrage und Antwort</translation>
    </message>
    <message>
        <source>It has not been asked for since the program started.</source>
        <translation>Seit dem Programmstart wurde noch nicht danach gefragt.</translation>
    </message>
</context>
<context>
    <name>RetriesPage</name>
    <message>
        <source>Give up and retries</source>
        <translation>Aufgeben und Wiederholen</translation>
    </message>
    <message>
        <source>New jobs</source>
        <translation>Neue Aufträge</translation>
    </message>
    <message>
        <source>Jobs in the list keep what they have; Properties changes them.</source>
        <translation>Aufträge in der Liste behalten, was sie haben; „Eigenschaften“ ändert sie.</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>Alle Aufträge</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>&amp;BITS</source>
        <translation>&amp;BITS</translation>
    </message>
    <message>
        <source>&amp;Delivery Optimization</source>
        <translation>&amp;Übermittlungsoptimierung</translation>
    </message>
    <message>
        <source>Every job gives up after 14 days without progress.</source>
        <translation>Jeder Auftrag gibt nach 14 Tagen ohne Fortschritt auf.</translation>
    </message>
    <message>
        <source>Jobs in the foreground and of high priority give up after 1 hour without progress, all others after 1 day.</source>
        <translation>Aufträge im Vordergrund und mit hoher Priorität geben nach 1 Stunde ohne Fortschritt auf, alle anderen nach 1 Tag.</translation>
    </message>
    <message>
        <source>As the profile says</source>
        <translation>Wie im Profil</translation>
    </message>
    <message>
        <source>&amp;Give up after</source>
        <translation>&amp;Aufgeben nach</translation>
    </message>
    <message>
        <source>The clock starts at the first error, every new byte sets it back to zero, and it stands still while a job is paused or on hold.</source>
        <translation>Die Uhr läuft ab dem ersten Fehler, jedes neue Byte stellt sie auf null zurück, und sie steht, solange ein Auftrag pausiert oder ausgesetzt ist.</translation>
    </message>
    <message>
        <source>Wait before a retry</source>
        <translation>Wartezeit vor neuem Versuch</translation>
    </message>
    <message>
        <source>&amp;Wait before a retry</source>
        <translation>&amp;Wartezeit vor neuem Versuch</translation>
    </message>
    <message>
        <source>At least this long; it doubles with each further failure, up to 5 minutes.</source>
        <translation>Mindestens so lange; sie verdoppelt sich mit jedem weiteren Fehler, bis zu 5 Minuten.</translation>
    </message>
    <message>
        <source>That is longer than jobs hold on: they give up at the first error.</source>
        <translation>Das ist länger, als Aufträge durchhalten: sie geben beim ersten Fehler auf.</translation>
    </message>
    <message>
        <source>Longest download time</source>
        <translation>Längste Downloadzeit</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Unbegrenzt</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>&amp;Longest download time</source>
        <translation>&amp;Längste Downloadzeit</translation>
    </message>
    <message>
        <source>How long a job may connect and transfer, all in all. Waits do not count.</source>
        <translation>Wie lange ein Auftrag insgesamt verbinden und übertragen darf. Wartezeiten zählen nicht.</translation>
    </message>
    <message>
        <source>End forgotten jobs</source>
        <translation>Vergessene Aufträge beenden</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>&amp;End forgotten jobs</source>
        <translation>V&amp;ergessene Aufträge beenden</translation>
    </message>
    <message>
        <source>A job that brought nothing and that nobody touched for this long is ended. What is here of it goes to the trash.</source>
        <translation>Ein Auftrag, der so lange nichts brachte und um den sich niemand kümmerte, wird beendet. Was davon da ist, kommt in den Papierkorb.</translation>
    </message>
</context>
<context>
    <name>RetryWindow</name>
    <message>
        <source>Retry window</source>
        <translation>Zeit ohne Fortschritt</translation>
    </message>
    <message>
        <source>Time without progress that is used up</source>
        <translation>Verbrauchte Zeit ohne Fortschritt</translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message>
        <source>What will be added</source>
        <translation>Was hinzugefügt wird</translation>
    </message>
    <message>
        <source>F2 changes a name, Space what becomes of a file: one that is already here, or one that a Metalink tells of</source>
        <translation>F2 ändert einen Namen, die Leertaste, was mit einer Datei geschieht: einer schon vorhandenen oder einer aus einem Metalink</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Take in again</source>
        <translation>Wieder aufnehmen</translation>
    </message>
</context>
<context>
    <name>RowTable</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>If it is already here</source>
        <translation>Falls es schon da ist</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show: {name}</source>
        <translation>Anzeigen: {name}</translation>
    </message>
    <message>
        <source>Show what is written</source>
        <translation>Anzeigen, was geschrieben ist</translation>
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
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Groups of jobs</source>
        <translation>Gruppen von Aufträgen</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Arten</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Sign in to the proxy</source>
        <translation>Am Proxy anmelden</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation>Anmelden mit</translation>
    </message>
    <message>
        <source>User name and password</source>
        <translation>Benutzername und Passwort</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>&amp;For all downloads from {host}</source>
        <translation>&amp;Für alle Downloads von {host}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>It says: {realm}</source>
        <translation>Er sagt: {realm}</translation>
    </message>
    <message>
        <source>The server says: {realm}</source>
        <translation>Der Server sagt: {realm}</translation>
    </message>
    <message>
        <source>The last sign-in was refused.</source>
        <translation>Die letzte Anmeldung wurde abgelehnt.</translation>
    </message>
    <message>
        <source>The last sign-in did not work: {reason}.</source>
        <translation>Die letzte Anmeldung ging nicht: {reason}.</translation>
    </message>
    <message>
        <source>Sign in &amp;with</source>
        <translation>Anmelden &amp;mit</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>&amp;Benutzername</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
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
        <translation>Anmeldungen</translation>
    </message>
    <message>
        <source>For all downloads from a server, or through a proxy</source>
        <translation>Für alle Downloads von einem Server oder über einen Proxy</translation>
    </message>
    <message>
        <source>They come here when you sign in and choose so. Each is shown only to the server or the proxy that it was made for.</source>
        <translation>Sie kommen hierher, wenn Sie beim Anmelden das wählen. Jede wird nur dem Server oder Proxy gezeigt, für den sie gemacht ist.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Proxy {address}</source>
        <translation>Proxy {address}</translation>
    </message>
    <message>
        <source>There is no keyring on this computer: sign-ins are kept until Holdfast ends, and are never written to a file.</source>
        <translation>Auf diesem Computer gibt es keinen Schlüsselbund: Anmeldungen bleiben, bis Holdfast endet, und kommen nie in eine Datei.</translation>
    </message>
    <message>
        <source>They are kept in the keyring of this computer ({keyring}).</source>
        <translation>Sie werden im Schlüsselbund dieses Computers aufbewahrt ({keyring}).</translation>
    </message>
    <message>
        <source>They are kept in the keyring of this computer.</source>
        <translation>Sie werden im Schlüsselbund dieses Computers aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>SourceList</name>
    <message>
        <source>Servers that have the file</source>
        <translation>Server, die die Datei haben</translation>
    </message>
</context>
<context>
    <name>SourceTable</name>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Brought</source>
        <translation>Geholt</translation>
    </message>
</context>
<context>
    <name>Sparkline</name>
    <message>
        <source>Speed of the last minute</source>
        <translation>Tempo der letzten Minute</translation>
    </message>
</context>
<context>
    <name>SpeedGraph</name>
    <message>
        <source>Speed over time</source>
        <translation>Tempo im Zeitverlauf</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <translation>vor {time}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>Limit</translation>
    </message>
</context>
<context>
    <name>SpeedPage</name>
    <message>
        <source>5 minutes</source>
        <translation>5 Minuten</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>Speed in figures</source>
        <translation>Tempo in Zahlen</translation>
    </message>
    <message>
        <source>The time that the graph shows</source>
        <translation>Der Zeitraum des Diagramms</translation>
    </message>
    <message>
        <source>All jobs together: {figures}</source>
        <translation>Alle Aufträge zusammen: {figures}</translation>
    </message>
    <message>
        <source>nothing has come in this time</source>
        <translation>in dieser Zeit kam nichts an</translation>
    </message>
    <message>
        <source>now {now}, {average} on average, {highest} at most</source>
        <translation>jetzt {now}, im Mittel {average}, höchstens {highest}</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>Alle Aufträge</translation>
    </message>
    <message>
        <source>{name}, the last {span}, every {step} a row, the oldest first</source>
        <translation>{name}, die letzten {span}, alle {step} eine Zeile, die älteste zuerst</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Network and free space</source>
        <translation>Netzwerk und freier Platz</translation>
    </message>
    <message>
        <source>Total speed</source>
        <translation>Gesamttempo</translation>
    </message>
    <message>
        <source>Speed limit for all jobs together</source>
        <translation>Tempolimit für alle Aufträge zusammen</translation>
    </message>
    <message>
        <source>{size} free in {folder}</source>
        <translation>{size} frei in {folder}</translation>
    </message>
    <message>
        <source>{n} of {total} jobs shown</source>
        <translation>{n} von {total} Aufträgen angezeigt</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Behind a sign-in page</source>
        <translation>Hinter einer Anmeldeseite</translation>
    </message>
    <message>
        <source>Metered network</source>
        <translation>Getaktetes Netzwerk</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>At most {rate}</source>
        <translation>Höchstens {rate}</translation>
    </message>
    <message>
        <source>No speed limit</source>
        <translation>Kein Tempolimit</translation>
    </message>
</context>
<context>
    <name>Tabs</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>TimelineTable</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Näheres</translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message>
        <source>&amp;Hide window</source>
        <translation>Fenster &amp;ausblenden</translation>
    </message>
    <message>
        <source>Sho&amp;w window</source>
        <translation>Fenster &amp;anzeigen</translation>
    </message>
</context>
<context>
    <name>TrustBridge</name>
    <message>
        <source>The certificates of the server cannot be shown.</source>
        <translation>Die Zertifikate des Servers lassen sich nicht anzeigen.</translation>
    </message>
</context>
<context>
    <name>TrustFields</name>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Take the sign-in from the file .netrc</source>
        <translation>Die Anmeldung aus der Datei .netrc nehmen</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.p12 *.pfx);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer *.p12 *.pfx);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <source>Password of the certificate</source>
        <translation>Passwort des Zertifikats</translation>
    </message>
    <message>
        <source>Trust as well</source>
        <translation>Zusätzlich vertrauen</translation>
    </message>
    <message>
        <source>Certificates (PEM) of more authorities</source>
        <translation>Zertifikate (PEM) weiterer Stellen</translation>
    </message>
    <message>
        <source>Follow servers from https to http, without encryption</source>
        <translation>Servern von https zu http folgen, ohne Verschlüsselung</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>&amp;Benutzername</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Pass&amp;wort</translation>
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
        <translation>&amp;Client-Zertifikat</translation>
    </message>
    <message>
        <source>Its passwor&amp;d</source>
        <translation>Sein Passwor&amp;t</translation>
    </message>
    <message>
        <source>Either a user name and a password, or a token.</source>
        <translation>Entweder Benutzername und Passwort oder ein Token.</translation>
    </message>
</context>
<context>
    <name>TrustSection</name>
    <message>
        <source>Sign-in and security</source>
        <translation>Anmeldung und Sicherheit</translation>
    </message>
    <message>
        <source>Foll&amp;ow servers from https to http, without encryption</source>
        <translation>Servern von https zu http f&amp;olgen, ohne Verschlüsselung</translation>
    </message>
    <message>
        <source>Certificates accepted for this job</source>
        <translation>Für diesen Auftrag akzeptierte Zertifikate</translation>
    </message>
    <message>
        <source>S&amp;ign in…</source>
        <translation>Anmel&amp;den…</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Remove the sign-in of this job</source>
        <translation>Die Anmeldung dieses Auftrags entfernen</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
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
        <translation>Zertifikate (*.pem *.crt *.cer *.p12 *.pfx);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <source>Client certi&amp;ficate</source>
        <translation>&amp;Client-Zertifikat</translation>
    </message>
    <message>
        <source>Password of the certificate</source>
        <translation>Passwort des Zertifikats</translation>
    </message>
    <message>
        <source>Its passwor&amp;d</source>
        <translation>Sein Passwor&amp;t</translation>
    </message>
    <message>
        <source>Trust as well</source>
        <translation>Zusätzlich vertrauen</translation>
    </message>
    <message>
        <source>Certificates (PEM) of more authorities</source>
        <translation>Zertifikate (PEM) weiterer Stellen</translation>
    </message>
    <message>
        <source>&amp;Trust as well</source>
        <translation>Z&amp;usätzlich vertrauen</translation>
    </message>
    <message>
        <source>A sign-in or headers are kept for it.</source>
        <translation>Anmeldung oder Kopfzeilen sind aufbewahrt.</translation>
    </message>
    <message>
        <source>None of its own.</source>
        <translation>Keine eigene.</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>WayField</name>
    <message>
        <source>As the s&amp;ystem has it</source>
        <translation>Wie im &amp;System</translation>
    </message>
    <message>
        <source>N&amp;one</source>
        <translation>&amp;Keiner</translation>
    </message>
    <message>
        <source>Thro&amp;ugh this one:</source>
        <translation>Über &amp;diesen:</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>Adresse des Proxys</translation>
    </message>
    <message>
        <source>http, https, socks5 or socks5h</source>
        <translation>http, https, socks5 oder socks5h</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
</context>
<context>
    <name>_AdviceLine</name>
    <message>
        <source>Advice</source>
        <translation>Rat</translation>
    </message>
</context>
<context>
    <name>_Question</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>_Text</name>
    <message>
        <source>Text of the page</source>
        <translation>Text der Seite</translation>
    </message>
</context>
<context>
    <name>adding</name>
    <message>
        <source>This line is too long for a link.</source>
        <translation>Diese Zeile ist zu lang für einen Link.</translation>
    </message>
    <message>
        <source>This pattern stands for more than {links}.</source>
        <translation>Dieses Muster steht für mehr als {links}.</translation>
    </message>
    <message>
        <source>This is taken as one link: a range of numbers is written as in [001-120].</source>
        <translation>Das gilt als ein Link: ein Zahlenbereich wird wie in [001-120] geschrieben.</translation>
    </message>
    <message>
        <source>Already in the list: {state}</source>
        <translation>Schon in der Liste: {state}</translation>
    </message>
    <message>
        <source>A job in the list has this name: {state}</source>
        <translation>Ein Auftrag in der Liste hat diesen Namen: {state}</translation>
    </message>
    <message>
        <source>A job in the list waits for this file: {state}</source>
        <translation>Ein Auftrag in der Liste wartet auf diese Datei: {state}</translation>
    </message>
    <message>
        <source>The folder already has a file of this name</source>
        <translation>Im Ordner gibt es schon eine Datei mit diesem Namen</translation>
    </message>
    <message>
        <source>Add with a number</source>
        <translation>Mit Nummer hinzufügen</translation>
    </message>
    <message>
        <source>Replace what is here</source>
        <translation>Vorhandenes ersetzen</translation>
    </message>
    <message>
        <source>Go on with this link</source>
        <translation>Mit diesem Link weitermachen</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Weggelassen</translation>
    </message>
    <message>
        <source>Asking {host}…</source>
        <translation>Fragt {host}…</translation>
    </message>
    <message>
        <source>sent by the browser</source>
        <translation>vom Browser übergeben</translation>
    </message>
    <message>
        <source>can be resumed</source>
        <translation>kann fortgesetzt werden</translation>
    </message>
    <message>
        <source>cannot be resumed</source>
        <translation>kann nicht fortgesetzt werden</translation>
    </message>
    <message>
        <source>Leave it out, and show what is here</source>
        <translation>Weglassen und Vorhandenes anzeigen</translation>
    </message>
    <message>
        <source>Replace what is here: its file goes to the trash</source>
        <translation>Vorhandenes ersetzen: die Datei kommt in den Papierkorb</translation>
    </message>
    <message>
        <source>Replace what is here: it begins anew</source>
        <translation>Vorhandenes ersetzen: es beginnt von vorn</translation>
    </message>
    <message>
        <source>Update the link of the waiting job and go on</source>
        <translation>Den Link des wartenden Auftrags ersetzen und weitermachen</translation>
    </message>
    <message>
        <source>Go on with this link: the job keeps what is here</source>
        <translation>Mit diesem Link weitermachen: der Auftrag behält, was da ist</translation>
    </message>
    <message>
        <source>Go on with this link: the size fits</source>
        <translation>Mit diesem Link weitermachen: die Größe passt</translation>
    </message>
    <message>
        <source>Go on with this link: the size differs, so it may start over</source>
        <translation>Mit diesem Link weitermachen: andere Größe, beginnt womöglich von vorn</translation>
    </message>
    <message>
        <source>That is more than can be added at once: {links} are taken.</source>
        <translation>Das sind mehr, als auf einmal hinzugefügt werden können: {links} werden übernommen.</translation>
    </message>
    <message>
        <source>{links} by number: {first} to {last}</source>
        <translation>{links} nach Nummern: {first} bis {last}</translation>
    </message>
    <message>
        <source>&amp;Add links</source>
        <translation>Links &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Go on with the new link</source>
        <translation>Mit dem neuen Link &amp;weitermachen</translation>
    </message>
    <message>
        <source>&amp;Show what is here</source>
        <translation>Vorhandenes an&amp;zeigen</translation>
    </message>
    <message>
        <source>{free} free in {place}</source>
        <translation>{free} frei in {place}</translation>
    </message>
    <message>
        <source>Only {free} free in {place}: too little</source>
        <translation>Nur {free} frei in {place}: zu wenig</translation>
    </message>
</context>
<context>
    <name>answers</name>
    <message>
        <source>There is no such job.</source>
        <translation>Diesen Auftrag gibt es nicht.</translation>
    </message>
    <message>
        <source>This job is {state}: there is nothing to retry.</source>
        <translation>Dieser Auftrag ist im Zustand „{state}“: es gibt nichts erneut zu versuchen.</translation>
    </message>
</context>
<context>
    <name>aria2</name>
    <message>
        <source>Port {port} is in use by another program, maybe by aria2 itself. End that program, or choose another port.</source>
        <translation>Port {port} wird von einem anderen Programm benutzt, vielleicht von aria2 selbst. Beenden Sie dieses Programm oder wählen Sie einen anderen Port.</translation>
    </message>
    <message>
        <source>The system keeps port {port} for its own services. Choose one above 1023.</source>
        <translation>Das System behält Port {port} für eigene Dienste. Wählen Sie einen über 1023.</translation>
    </message>
    <message>
        <source>Nobody can be heard at port {port}: {reason}.</source>
        <translation>An Port {port} kann niemand gehört werden: {reason}.</translation>
    </message>
    <message>
        <source>Only the beginning of an address is meant: {origin}, without what follows.</source>
        <translation>Gemeint ist nur der Anfang einer Adresse: {origin}, ohne das, was folgt.</translation>
    </message>
    <message>
        <source>Not more than {n} pages can be allowed.</source>
        <translation>Mehr als {n} Seiten lassen sich nicht erlauben.</translation>
    </message>
    <message>
        <source>“{text}” is no page: write it like http://localhost:8080.</source>
        <translation>„{text}“ ist keine Seite: so wie http://localhost:8080 schreiben.</translation>
    </message>
</context>
<context>
    <name>browsers</name>
    <message>
        <source>Holdfast can fetch again only what was asked for by GET.</source>
        <translation>Holdfast kann nur erneut holen, was mit GET angefragt wurde.</translation>
    </message>
    <message>
        <source>The browser sends more with this link than a server would take.</source>
        <translation>Der Browser sendet mit diesem Link mehr, als ein Server annehmen würde.</translation>
    </message>
    <message>
        <source>What the browser sends with this link has characters that no header can have.</source>
        <translation>Was der Browser mit diesem Link sendet, enthält Zeichen, die in keiner Kopfzeile stehen dürfen.</translation>
    </message>
    <message>
        <source>This instance has no window.</source>
        <translation>Diese Instanz hat kein Fenster.</translation>
    </message>
    <message>
        <source>The browser gave the download no name.</source>
        <translation>Der Browser hat dem Download keinen Namen gegeben.</translation>
    </message>
    <message>
        <source>More downloads are offered than can be taken.</source>
        <translation>Es werden mehr Downloads angeboten, als übernommen werden können.</translation>
    </message>
    <message>
        <source>Nobody is ready for this download.</source>
        <translation>Für diesen Download ist niemand bereit.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Connected for everyone on this computer</source>
        <translation>Für alle auf diesem Computer verbunden</translation>
    </message>
    <message>
        <source>Connected to another copy of Holdfast: {program}</source>
        <translation>Mit einer anderen Kopie von Holdfast verbunden: {program}</translation>
    </message>
    <message>
        <source>Connected to a Holdfast that is not there any more: {program}</source>
        <translation>Mit einem Holdfast verbunden, das nicht mehr da ist: {program}</translation>
    </message>
    <message>
        <source>Connected for an older extension; connect it again</source>
        <translation>Für eine ältere Erweiterung verbunden; bitte erneut verbinden</translation>
    </message>
    <message>
        <source>Something else is in the way; move it away: {file}</source>
        <translation>Etwas anderes ist im Weg; bitte verschieben: {file}</translation>
    </message>
    <message>
        <source>The program “holdfast-native” is missing, which browsers start. Install Holdfast anew.</source>
        <translation>Das Programm „holdfast-native“, das die Browser starten, fehlt. Installieren Sie Holdfast neu.</translation>
    </message>
    <message>
        <source>Browsers cannot start Holdfast where it is now: {path}. Move it to its place first.</source>
        <translation>Dort, wo Holdfast jetzt ist, können Browser es nicht starten: {path}. Legen Sie es erst an seinen Platz.</translation>
    </message>
    <message>
        <source>This file is in the way and does not belong to Holdfast: {path}. Move it away first.</source>
        <translation>Diese Datei ist im Weg und gehört nicht zu Holdfast: {path}. Verschieben Sie sie erst.</translation>
    </message>
    <message>
        <source>This file is a link, which somebody else looks after: {path}. It is left as it is.</source>
        <translation>Diese Datei ist ein Verweis, um den sich jemand anders kümmert: {path}. Sie bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>This folder is a link that leads nowhere: {path}.</source>
        <translation>Dieser Ordner ist ein Verweis, der ins Leere führt: {path}.</translation>
    </message>
    <message>
        <source>There has to be a folder here, and is something else: {path}.</source>
        <translation>Hier muss ein Ordner sein, es ist aber etwas anderes: {path}.</translation>
    </message>
    <message>
        <source>You may not write into this folder: {path}.</source>
        <translation>In diesen Ordner dürfen Sie nicht schreiben: {path}.</translation>
    </message>
    <message>
        <source>This cannot be written: {path}. {reason}.</source>
        <translation>Das lässt sich nicht schreiben: {path}. {reason}.</translation>
    </message>
    <message>
        <source>Connected by a file that is not there any more: {file}</source>
        <translation>Durch eine Datei verbunden, die nicht mehr da ist: {file}</translation>
    </message>
    <message>
        <source>{browser} from {way} asks the system to start Holdfast, which not every system can do (Ubuntu can). It asks you once.</source>
        <translation>{browser} als {way} bittet das System, Holdfast zu starten, was nicht jedes System kann (Ubuntu kann es). Es fragt Sie einmal.</translation>
    </message>
    <message>
        <source>{browser} from {way} may not start other programs: it cannot be connected. The same browser as a package of the system can.</source>
        <translation>{browser} als {way} darf keine anderen Programme starten und lässt sich nicht verbinden. Derselbe Browser als Paket des Systems lässt sich verbinden.</translation>
    </message>
    <message>
        <source>{browser} from {way} may not start other programs: it cannot be connected. The same browser as a package of the system, or from its makers, can.</source>
        <translation>{browser} als {way} darf keine anderen Programme starten und lässt sich nicht verbinden. Derselbe Browser als Paket des Systems oder vom Hersteller lässt sich verbinden.</translation>
    </message>
</context>
<context>
    <name>bus_inhibitor</name>
    <message>
        <source>Transfers are running</source>
        <translation>Übertragungen laufen</translation>
    </message>
</context>
<context>
    <name>categories</name>
    <message>
        <source>Disk images</source>
        <translation>Datenträgerabbilder</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>Videos</translation>
    </message>
    <message>
        <source>Music</source>
        <translation>Musik</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>A kind needs a name.</source>
        <translation>Eine Art braucht einen Namen.</translation>
    </message>
    <message>
        <source>There is a kind with this name already.</source>
        <translation>Es gibt schon eine Art mit diesem Namen.</translation>
    </message>
    <message>
        <source>A kind needs an ending at least, such as iso.</source>
        <translation>Eine Art braucht mindestens eine Endung, etwa iso.</translation>
    </message>
    <message>
        <source>“{ending}” belongs to “{kind}” already.</source>
        <translation>„{ending}“ gehört schon zu „{kind}“.</translation>
    </message>
    <message>
        <source>“{ending}”: write only what follows the last dot.</source>
        <translation>„{ending}“: nur schreiben, was nach dem letzten Punkt kommt.</translation>
    </message>
    <message>
        <source>“{ending}” is too long for an ending.</source>
        <translation>„{ending}“ ist zu lang für eine Endung.</translation>
    </message>
    <message>
        <source>“{ending}” has a character that endings do not have.</source>
        <translation>„{ending}“ enthält ein Zeichen, das in Endungen nicht vorkommt.</translation>
    </message>
</context>
<context>
    <name>certificates</name>
    <message>
        <source>not readable</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>sich selbst</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>This is not the certificate that you have trusted for this job: the server shows another one.</source>
        <translation>Das ist nicht das Zertifikat, dem Sie für diesen Auftrag vertraut haben: der Server zeigt ein anderes.</translation>
    </message>
    <message>
        <source>Its certificate cannot be trusted.</source>
        <translation>Seinem Zertifikat kann nicht vertraut werden.</translation>
    </message>
    <message>
        <source>Its certificate is in order now.</source>
        <translation>Sein Zertifikat ist jetzt in Ordnung.</translation>
    </message>
    <message>
        <source>Its certificate has expired.</source>
        <translation>Sein Zertifikat ist abgelaufen.</translation>
    </message>
    <message>
        <source>Its certificate is not valid yet. Is the clock of this computer right?</source>
        <translation>Sein Zertifikat ist noch nicht gültig. Geht die Uhr dieses Computers richtig?</translation>
    </message>
    <message>
        <source>Its certificate is signed by an authority that this computer does not know.</source>
        <translation>Sein Zertifikat ist von einer Stelle unterschrieben, die dieser Computer nicht kennt.</translation>
    </message>
    <message>
        <source>It has made its certificate itself: nobody else vouches for it.</source>
        <translation>Er hat sein Zertifikat selbst gemacht: niemand sonst bürgt dafür.</translation>
    </message>
    <message>
        <source>Its certificate is for another name than that of the server.</source>
        <translation>Sein Zertifikat ist für einen anderen Namen als den des Servers.</translation>
    </message>
    <message>
        <source>No secure connection comes about, whatever is trusted.</source>
        <translation>Es kommt keine sichere Verbindung zustande, gleich wem vertraut wird.</translation>
    </message>
    <message>
        <source>Its certificate has been revoked by the authority that signed it.</source>
        <translation>Sein Zertifikat wurde von der Stelle widerrufen, die es unterschrieben hat.</translation>
    </message>
    <message>
        <source>Its certificate is made in an outdated way that can be forged.</source>
        <translation>Sein Zertifikat ist auf eine veraltete Art gemacht, die sich fälschen lässt.</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>ohne Namen</translation>
    </message>
</context>
<context>
    <name>columns</name>
    <message>
        <source>Foreground</source>
        <translation>Vordergrund</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>{name}, not checked yet</source>
        <translation>{name}, noch nicht geprüft</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Gives up in</source>
        <translation>Gibt auf in</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Last progress</source>
        <translation>Letzter Fortschritt</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Nächster Versuch</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>Heruntergeladen</translation>
    </message>
    <message>
        <source>Completed on</source>
        <translation>Fertig am</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>Prüfsumme</translation>
    </message>
</context>
<context>
    <name>countdown</name>
    <message>
        <source>Holdfast quits in {time}.</source>
        <translation>Holdfast wird in {time} beendet.</translation>
    </message>
    <message>
        <source>The computer is suspended in {time}.</source>
        <translation>Der Computer geht in {time} in Bereitschaft.</translation>
    </message>
    <message>
        <source>The computer shuts down in {time}.</source>
        <translation>Der Computer wird in {time} heruntergefahren.</translation>
    </message>
    <message>
        <source>In {time} this runs: {command}</source>
        <translation>In {time} wird ausgeführt: {command}</translation>
    </message>
    <message>
        <source>&amp;Quit now</source>
        <translation>Jetzt be&amp;enden</translation>
    </message>
    <message>
        <source>&amp;Suspend now</source>
        <translation>Jetzt in Be&amp;reitschaft</translation>
    </message>
    <message>
        <source>Shut &amp;down now</source>
        <translation>Jetzt &amp;herunterfahren</translation>
    </message>
    <message>
        <source>&amp;Run now</source>
        <translation>Jetzt &amp;ausführen</translation>
    </message>
</context>
<context>
    <name>counted</name>
    <message numerus="yes">
        <source>{n} files</source>
        <extracomment>1 file</extracomment>
        <translation>
            <numerusform>{n} Datei</numerusform>
            <numerusform>{n} Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} links</source>
        <extracomment>1 link</extracomment>
        <translation>
            <numerusform>{n} Link</numerusform>
            <numerusform>{n} Links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more servers</source>
        <extracomment>1 more server</extracomment>
        <translation>
            <numerusform>{n} weiterer Server</numerusform>
            <numerusform>{n} weitere Server</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>a Metalink of {n} files, which come instead of it</source>
        <extracomment>a Metalink of 1 file, which comes instead of it</extracomment>
        <translation>
            <numerusform>ein Metalink mit {n} Datei, die stattdessen kommt</numerusform>
            <numerusform>ein Metalink mit {n} Dateien, die stattdessen kommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to {n} servers</source>
        <extracomment>1 server</extracomment>
        <translation>
            <numerusform>{n} Server</numerusform>
            <numerusform>bis zu {n} Server</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and {n} lines more</source>
        <extracomment>and one line more</extracomment>
        <translation>
            <numerusform>und {n} weitere Zeile</numerusform>
            <numerusform>und {n} weitere Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of unknown size</source>
        <extracomment>1 of unknown size</extracomment>
        <translation>
            <numerusform>{n} von unbekannter Größe</numerusform>
            <numerusform>{n} von unbekannter Größe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} are already here</source>
        <extracomment>1 is already here</extracomment>
        <translation>
            <numerusform>{n} ist schon da</numerusform>
            <numerusform>{n} sind schon da</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Add {n} links</source>
        <extracomment>&amp;Add link</extracomment>
        <translation>
            <numerusform>{n} Link &amp;hinzufügen</numerusform>
            <numerusform>{n} Links &amp;hinzufügen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} jobs are under way.</source>
        <extracomment>1 job is under way.</extracomment>
        <translation>
            <numerusform>{n} Auftrag ist unterwegs.</numerusform>
            <numerusform>{n} Aufträge sind unterwegs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} seconds</source>
        <extracomment>1 second</extracomment>
        <translation>
            <numerusform>{n} Sekunde</numerusform>
            <numerusform>{n} Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} connections</source>
        <extracomment>1 connection</extracomment>
        <translation>
            <numerusform>{n} Verbindung</numerusform>
            <numerusform>{n} Verbindungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} servers have the file</source>
        <extracomment>1 server has the file</extracomment>
        <translation>
            <numerusform>{n} Server hat die Datei</numerusform>
            <numerusform>{n} Server haben die Datei</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} jobs</source>
        <extracomment>1 job</extracomment>
        <translation>
            <numerusform>{n} Auftrag</numerusform>
            <numerusform>{n} Aufträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} tries</source>
        <extracomment>1 try</extracomment>
        <translation>
            <numerusform>{n} Versuch</numerusform>
            <numerusform>{n} Versuche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} errors</source>
        <extracomment>1 error</extracomment>
        <translation>
            <numerusform>{n} Fehler</numerusform>
            <numerusform>{n} Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and {n} more</source>
        <extracomment>and 1 more</extracomment>
        <translation>
            <numerusform>und {n} weiterer</numerusform>
            <numerusform>und {n} weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to {n} servers for each file</source>
        <extracomment>1 server for each file</extracomment>
        <translation>
            <numerusform>{n} Server je Datei</numerusform>
            <numerusform>bis zu {n} Server je Datei</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to {n} connections per file</source>
        <extracomment>1 connection per file</extracomment>
        <translation>
            <numerusform>{n} Verbindung je Datei</numerusform>
            <numerusform>bis zu {n} Verbindungen je Datei</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} jobs are not shown here.</source>
        <extracomment>1 job is not shown here.</extracomment>
        <translation>
            <numerusform>{n} Auftrag wird hier nicht angezeigt.</numerusform>
            <numerusform>{n} Aufträge werden hier nicht angezeigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} days</source>
        <extracomment>1 day</extracomment>
        <translation>
            <numerusform>{n} Tag</numerusform>
            <numerusform>{n} Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hours</source>
        <extracomment>1 hour</extracomment>
        <translation>
            <numerusform>{n} Stunde</numerusform>
            <numerusform>{n} Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} minutes</source>
        <extracomment>1 minute</extracomment>
        <translation>
            <numerusform>{n} Minute</numerusform>
            <numerusform>{n} Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} seconds at least.</source>
        <extracomment>1 second at least.</extracomment>
        <translation>
            <numerusform>Mindestens {n} Sekunde.</numerusform>
            <numerusform>Mindestens {n} Sekunden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For {n} jobs that time has already passed: they give up at once.</source>
        <extracomment>For 1 job that time has already passed: it gives up at once.</extracomment>
        <translation>
            <numerusform>Für {n} Auftrag ist diese Zeit schon vergangen: er gibt sofort auf.</numerusform>
            <numerusform>Für {n} Aufträge ist diese Zeit schon vergangen: sie geben sofort auf.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of these downloads are not in the list any more.</source>
        <extracomment>1 of these downloads is not in the list any more.</extracomment>
        <translation>
            <numerusform>{n} dieser Downloads ist nicht mehr in der Liste.</numerusform>
            <numerusform>{n} dieser Downloads sind nicht mehr in der Liste.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} downloads are done</source>
        <extracomment>1 download is done</extracomment>
        <translation>
            <numerusform>{n} Download ist fertig</numerusform>
            <numerusform>{n} Downloads sind fertig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} downloads failed</source>
        <extracomment>1 download failed</extracomment>
        <translation>
            <numerusform>{n} Download ist fehlgeschlagen</numerusform>
            <numerusform>{n} Downloads sind fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and {n} more</source>
        <extracomment>{names} and 1 more</extracomment>
        <translation>
            <numerusform>{names} und {n} weiterer</numerusform>
            <numerusform>{names} und {n} weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} links copied</source>
        <extracomment>1 link copied</extracomment>
        <translation>
            <numerusform>{n} Link kopiert</numerusform>
            <numerusform>{n} Links kopiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open {n} files that do more than show what is in them?</source>
        <extracomment>Open 1 file that does more than show what is in it?</extracomment>
        <translation>
            <numerusform>{n} Datei öffnen, die mehr tut, als ihren Inhalt zu zeigen?</numerusform>
            <numerusform>{n} Dateien öffnen, die mehr tun, als ihren Inhalt zu zeigen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} jobs are over and keep what they have.</source>
        <extracomment>1 job is over and keeps what it has.</extracomment>
        <translation>
            <numerusform>{n} Auftrag ist vorbei und behält, was er hat.</numerusform>
            <numerusform>{n} Aufträge sind vorbei und behalten, was sie haben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} servers</source>
        <extracomment>1 server</extracomment>
        <translation>
            <numerusform>{n} Server</numerusform>
            <numerusform>{n} Servern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} downloads wait for it.</source>
        <extracomment>1 download waits for it.</extracomment>
        <translation>
            <numerusform>{n} Download wartet darauf.</numerusform>
            <numerusform>{n} Downloads warten darauf.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} selected</source>
        <extracomment>1 selected</extracomment>
        <translation>
            <numerusform>{n} ausgewählt</numerusform>
            <numerusform>{n} ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} jobs removed; their files go to the trash</source>
        <extracomment>1 job removed; its files go to the trash</extracomment>
        <translation>
            <numerusform>{n} Auftrag entfernt; seine Dateien kommen in den Papierkorb</numerusform>
            <numerusform>{n} Aufträge entfernt; ihre Dateien kommen in den Papierkorb</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} jobs removed</source>
        <extracomment>1 job removed</extracomment>
        <translation>
            <numerusform>{n} Auftrag entfernt</numerusform>
            <numerusform>{n} Aufträge entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} jobs failed</source>
        <extracomment>1 job failed</extracomment>
        <translation>
            <numerusform>{n} Auftrag ist fehlgeschlagen</numerusform>
            <numerusform>{n} Aufträge sind fehlgeschlagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>details_advice</name>
    <message>
        <source>Many servers are slow for a while. If it stays so, take a link to another server.</source>
        <translation>Viele Server sind zeitweise langsam. Bleibt es so, einen Link zu einem anderen Server nehmen.</translation>
    </message>
    <message>
        <source>The server may be starting up or closed for a while. Check the port in the link.</source>
        <translation>Der Server startet vielleicht gerade oder ist zeitweise geschlossen. Den Port im Link prüfen.</translation>
    </message>
    <message>
        <source>What is here is kept. If it keeps breaking, look at your network first.</source>
        <translation>Was da ist, bleibt erhalten. Bricht sie immer wieder ab, zuerst das eigene Netzwerk prüfen.</translation>
    </message>
    <message>
        <source>Check the name in the link, and whether other pages open in your web browser.</source>
        <translation>Den Namen im Link prüfen und ob sich andere Seiten im Webbrowser öffnen.</translation>
    </message>
    <message>
        <source>Check the network of this computer, a VPN, and the firewall.</source>
        <translation>Das Netzwerk dieses Computers, ein VPN und die Firewall prüfen.</translation>
    </message>
    <message>
        <source>Check the proxy in the preferences, or in the network settings of this computer.</source>
        <translation>Den Proxy in den Einstellungen oder in den Netzwerkeinstellungen dieses Computers prüfen.</translation>
    </message>
    <message>
        <source>The server has asked us to come back later. Fewer connections may help.</source>
        <translation>Der Server bittet, später wiederzukommen. Weniger Verbindungen können helfen.</translation>
    </message>
    <message>
        <source>Something went wrong on the server. If it stays so, tell those who run it.</source>
        <translation>Auf dem Server ist etwas schiefgegangen. Bleibt es dabei, denen Bescheid geben, die ihn betreiben.</translation>
    </message>
    <message>
        <source>Something between here and the server may garble the answers, such as a proxy.</source>
        <translation>Etwas auf dem Weg zum Server verfälscht vielleicht die Antworten, etwa ein Proxy.</translation>
    </message>
    <message>
        <source>There is a new version of the file; it is fetched from the beginning.</source>
        <translation>Es gibt eine neue Fassung der Datei; sie wird von vorn heruntergeladen.</translation>
    </message>
    <message>
        <source>The server does not keep to the rules. If it goes on, use a single connection.</source>
        <translation>Der Server hält sich nicht an die Regeln. Bleibt es so, nur eine Verbindung verwenden.</translation>
    </message>
    <message>
        <source>Close other programs, or let fewer jobs run at the same time.</source>
        <translation>Andere Programme schließen oder weniger Aufträge gleichzeitig laufen lassen.</translation>
    </message>
    <message>
        <source>Free some space there; it then goes on by itself.</source>
        <translation>Dort Platz schaffen; dann geht es von selbst weiter.</translation>
    </message>
    <message>
        <source>Connect the drive again; it then goes on by itself.</source>
        <translation>Das Laufwerk wieder anschließen; dann geht es von selbst weiter.</translation>
    </message>
    <message>
        <source>Allow writing in the folder; it then goes on by itself.</source>
        <translation>Das Schreiben in den Ordner erlauben; dann geht es von selbst weiter.</translation>
    </message>
    <message>
        <source>It goes on by itself as soon as there is a network.</source>
        <translation>Es geht von selbst weiter, sobald ein Netzwerk da ist.</translation>
    </message>
    <message>
        <source>Open a page in your web browser and sign in; it then goes on by itself.</source>
        <translation>Eine Seite im Webbrowser öffnen und anmelden; dann geht es von selbst weiter.</translation>
    </message>
    <message>
        <source>It goes on by itself on another network, or here if you say so.</source>
        <translation>Es geht in einem anderen Netzwerk von selbst weiter oder auf Wunsch auch hier.</translation>
    </message>
    <message>
        <source>The file was moved, or the link has expired. With a new link it goes on.</source>
        <translation>Die Datei wurde verschoben oder der Link ist abgelaufen. Mit einem neuen Link geht es weiter.</translation>
    </message>
    <message>
        <source>The link may have expired or be meant for somebody else. Fetch a new one.</source>
        <translation>Der Link ist vielleicht abgelaufen oder für jemand anderen bestimmt. Einen neuen besorgen.</translation>
    </message>
    <message>
        <source>Sign in with what you got from those who run the server; it then goes on.</source>
        <translation>Mit dem anmelden, was die Betreiber des Servers Ihnen gegeben haben; dann geht es weiter.</translation>
    </message>
    <message>
        <source>Sign in with what you got from those who run the proxy; it then goes on.</source>
        <translation>Mit dem anmelden, was die Betreiber des Proxys Ihnen gegeben haben; dann geht es weiter.</translation>
    </message>
    <message>
        <source>Correct the address of the proxy; nothing goes around a proxy that is set.</source>
        <translation>Die Adresse des Proxys berichtigen; an einem eingestellten Proxy geht nichts vorbei.</translation>
    </message>
    <message>
        <source>The server does not like what it was asked. See the tab “Request” for its answer.</source>
        <translation>Dem Server missfällt die Anfrage. Seine Antwort steht im Reiter „Anfrage“.</translation>
    </message>
    <message>
        <source>Open the link in your web browser and copy the address that it ends up with.</source>
        <translation>Den Link im Webbrowser öffnen und die Adresse kopieren, bei der er endet.</translation>
    </message>
    <message>
        <source>Somebody may be listening in, its certificate is too old, or your clock is wrong.</source>
        <translation>Vielleicht hört jemand mit, sein Zertifikat ist zu alt oder die eigene Uhr geht falsch.</translation>
    </message>
    <message>
        <source>Choose a certificate that the server knows in the properties of the job.</source>
        <translation>In den Eigenschaften des Auftrags ein Zertifikat wählen, das der Server kennt.</translation>
    </message>
    <message>
        <source>The server speaks an outdated or a foreign kind of encryption. Try another server.</source>
        <translation>Der Server spricht eine veraltete oder fremde Verschlüsselung. Einen anderen Server versuchen.</translation>
    </message>
    <message>
        <source>Correct the link; what is here is kept.</source>
        <translation>Den Link berichtigen; was da ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The site may want you to sign in or to wait. Copy a fresh link from its page.</source>
        <translation>Die Website verlangt vielleicht eine Anmeldung oder Wartezeit. Einen frischen Link von ihrer Seite kopieren.</translation>
    </message>
    <message>
        <source>Another server or another link may offer the file as it is.</source>
        <translation>Ein anderer Server oder Link bietet die Datei vielleicht unverändert an.</translation>
    </message>
    <message>
        <source>Add the link again with a folder on a drive that takes files of this size.</source>
        <translation>Den Link noch einmal hinzufügen, mit einem Ordner auf einem Laufwerk für so große Dateien.</translation>
    </message>
    <message>
        <source>What came is not what was promised. Check the checksum, or fetch the file again.</source>
        <translation>Was ankam, ist nicht das Versprochene. Die Prüfsumme prüfen oder die Datei neu herunterladen.</translation>
    </message>
    <message>
        <source>One of them is of another version. Fetch the Metalink anew, or the file by its link.</source>
        <translation>Eins von beiden ist eine andere Fassung. Den Metalink neu holen oder die Datei über ihren Link.</translation>
    </message>
    <message>
        <source>The file of checksums does not name this file. Add the link again without it.</source>
        <translation>Die Prüfsummendatei nennt diese Datei nicht. Den Link ohne sie noch einmal hinzufügen.</translation>
    </message>
    <message>
        <source>Save what matters from this drive and have it checked. Then try again.</source>
        <translation>Wichtiges von diesem Laufwerk sichern und es prüfen lassen. Dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Resume it, or let it take longer in its properties.</source>
        <translation>Fortsetzen oder in den Eigenschaften mehr Zeit geben.</translation>
    </message>
    <message>
        <source>Add the link again if you still want the file.</source>
        <translation>Den Link noch einmal hinzufügen, falls die Datei noch gebraucht wird.</translation>
    </message>
    <message>
        <source>Copy the tab “Timeline” and send it with your report. Another try does no harm.</source>
        <translation>Den Reiter „Verlauf“ kopieren und mit der Meldung senden. Ein weiterer Versuch schadet nicht.</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt erneut versuchen</translation>
    </message>
    <message>
        <source>Change link…</source>
        <translation>Link ändern…</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Ordner anzeigen</translation>
    </message>
    <message>
        <source>Run anyway</source>
        <translation>Trotzdem ausführen</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>Show certificate…</source>
        <translation>Zertifikat anzeigen…</translation>
    </message>
    <message>
        <source>Allow for this job</source>
        <translation>Für diesen Auftrag erlauben</translation>
    </message>
    <message>
        <source>Properties…</source>
        <translation>Eigenschaften…</translation>
    </message>
    <message>
        <source>Others on the way could read and change what comes without encryption. Allow it only if that does no harm, or if you have a checksum.</source>
        <translation>Andere unterwegs könnten lesen und verändern, was unverschlüsselt kommt. Nur erlauben, wenn das nicht schadet oder es eine Prüfsumme gibt.</translation>
    </message>
</context>
<context>
    <name>details_sources</name>
    <message>
        <source>used no more: {reason}</source>
        <translation>nicht mehr benutzt: {reason}</translation>
    </message>
    <message>
        <source>in reserve</source>
        <translation>in Reserve</translation>
    </message>
</context>
<context>
    <name>details_words</name>
    <message>
        <source>On hold: the clock stands still</source>
        <translation>Ausgesetzt: die Uhr steht</translation>
    </message>
    <message>
        <source>Paused: the clock stands still</source>
        <translation>Pausiert: die Uhr steht</translation>
    </message>
    <message>
        <source>All is well: the clock is not running</source>
        <translation>Alles gut: die Uhr läuft nicht</translation>
    </message>
    <message>
        <source>It waits for its turn: the clock is not running</source>
        <translation>Wartet, bis er an der Reihe ist: die Uhr läuft nicht</translation>
    </message>
    <message>
        <source>No progress for {time}</source>
        <translation>Seit {time} kein Fortschritt</translation>
    </message>
    <message>
        <source>never gives up</source>
        <translation>gibt nie auf</translation>
    </message>
    <message>
        <source>gives up in {time}</source>
        <translation>gibt in {time} auf</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
    <message>
        <source>Stopped: another try by itself would not help</source>
        <translation>Angehalten: ein weiterer Versuch von selbst würde nicht helfen</translation>
    </message>
    <message>
        <source>Gave up at the first error, as set</source>
        <translation>Wie eingestellt beim ersten Fehler aufgegeben</translation>
    </message>
    <message>
        <source>Gave up after {time} without progress</source>
        <translation>Nach {time} ohne Fortschritt aufgegeben</translation>
    </message>
    <message>
        <source>only when you ask for it</source>
        <translation>nur auf Wunsch</translation>
    </message>
    <message>
        <source>as soon as what holds it is over</source>
        <translation>sobald vorbei ist, was ihn aufhält</translation>
    </message>
    <message>
        <source>in {time}</source>
        <translation>in {time}</translation>
    </message>
    <message>
        <source>when another job has got through to {host}</source>
        <translation>sobald ein anderer Auftrag zu {host} durchgekommen ist</translation>
    </message>
    <message>
        <source>none before it gives up</source>
        <translation>keiner, bevor er aufgibt</translation>
    </message>
    <message>
        <source>{reason}; it asked us to wait {time}</source>
        <translation>{reason}; er bittet, {time} zu warten</translation>
    </message>
    <message>
        <source>{time} without progress</source>
        <translation>{time} ohne Fortschritt</translation>
    </message>
    <message>
        <source>last new byte {time}</source>
        <translation>letztes neues Byte {time}</translation>
    </message>
    <message>
        <source>{size}, of a total that is not known yet</source>
        <translation>{size}, Gesamtgröße noch unbekannt</translation>
    </message>
    <message>
        <source>{present} of {size}</source>
        <translation>{present} von {size}</translation>
    </message>
    <message>
        <source>now from {hosts}</source>
        <translation>jetzt von {hosts}</translation>
    </message>
    <message>
        <source>{n} of {total} files checked with a checksum</source>
        <translation>{n} von {total} Dateien mit einer Prüfsumme geprüft</translation>
    </message>
    <message>
        <source>checked with {name}</source>
        <translation>mit {name} geprüft</translation>
    </message>
    <message>
        <source>the size, and every range</source>
        <translation>die Größe und jeder Bereich</translation>
    </message>
    <message>
        <source>already here, and unchanged on the server</source>
        <translation>schon da und auf dem Server unverändert</translation>
    </message>
    <message>
        <source>the server did not say how large it is</source>
        <translation>der Server hat die Größe nicht genannt</translation>
    </message>
    <message>
        <source>checked with {name}: {digits}</source>
        <translation>mit {name} geprüft: {digits}</translation>
    </message>
    <message>
        <source>will be checked with {name}: {digits}</source>
        <translation>wird mit {name} geprüft: {digits}</translation>
    </message>
    <message>
        <source>at most {rate}</source>
        <translation>höchstens {rate}</translation>
    </message>
    <message>
        <source>no speed limit of its own</source>
        <translation>kein eigenes Tempolimit</translation>
    </message>
    <message>
        <source>at least {time} between tries</source>
        <translation>mindestens {time} zwischen den Versuchen</translation>
    </message>
    <message>
        <source>at most {time} of downloading</source>
        <translation>höchstens {time} Herunterladen</translation>
    </message>
    <message>
        <source>Foreground: always runs</source>
        <translation>Vordergrund: läuft immer</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>runs there too</source>
        <translation>läuft auch dort</translation>
    </message>
    <message>
        <source>waits for another network</source>
        <translation>wartet auf ein anderes Netzwerk</translation>
    </message>
    <message>
        <source>asks you first</source>
        <translation>fragt vorher</translation>
    </message>
    <message>
        <source>runs on any network</source>
        <translation>läuft in jedem Netzwerk</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>{time} ({ago})</source>
        <translation>{time} ({ago})</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>unverschlüsselt</translation>
    </message>
    <message>
        <source>{n} active</source>
        <translation>{n} aktiv</translation>
    </message>
    <message>
        <source>{n} retrying</source>
        <translation>{n} in Wiederholung</translation>
    </message>
    <message>
        <source>{n} on hold</source>
        <translation>{n} ausgesetzt</translation>
    </message>
    <message>
        <source>{n} paused or waiting</source>
        <translation>{n} pausiert oder wartend</translation>
    </message>
    <message>
        <source>{n} failed</source>
        <translation>{n} fehlgeschlagen</translation>
    </message>
    <message>
        <source>{n} done</source>
        <translation>{n} fertig</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>Bisher</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>nothing moves at the moment</source>
        <translation>im Augenblick bewegt sich nichts</translation>
    </message>
    <message>
        <source>Gives up first</source>
        <translation>Gibt zuerst auf</translation>
    </message>
</context>
<context>
    <name>engine_words</name>
    <message>
        <source>A link begins with http:// or https://.</source>
        <translation>Ein Link beginnt mit http:// oder https://.</translation>
    </message>
    <message>
        <source>Only http and https links can be transferred, not {scheme}.</source>
        <translation>Nur http- und https-Links können übertragen werden, nicht {scheme}.</translation>
    </message>
    <message>
        <source>The link contains control characters.</source>
        <translation>Der Link enthält Steuerzeichen.</translation>
    </message>
    <message>
        <source>The link is longer than any server takes.</source>
        <translation>Der Link ist länger, als irgendein Server annimmt.</translation>
    </message>
    <message>
        <source>The link names no host.</source>
        <translation>Der Link nennt keinen Server.</translation>
    </message>
    <message>
        <source>The port in the link is not a number.</source>
        <translation>Der Port im Link ist keine Zahl.</translation>
    </message>
    <message>
        <source>The port in the link is not between 1 and 65535.</source>
        <translation>Der Port im Link liegt nicht zwischen 1 und 65535.</translation>
    </message>
    <message>
        <source>The host in the link contains a percent sign.</source>
        <translation>Der Servername im Link enthält ein Prozentzeichen.</translation>
    </message>
    <message>
        <source>The host in the link contains a space.</source>
        <translation>Der Servername im Link enthält ein Leerzeichen.</translation>
    </message>
    <message>
        <source>The host in the link contains characters that host names cannot have.</source>
        <translation>Der Servername im Link enthält Zeichen, die darin nicht vorkommen können.</translation>
    </message>
    <message>
        <source>The host in the link is not a valid IP address.</source>
        <translation>Die IP-Adresse im Link ist ungültig.</translation>
    </message>
    <message>
        <source>There is no link to fetch.</source>
        <translation>Es gibt keinen Link zum Herunterladen.</translation>
    </message>
    <message>
        <source>The job has no files yet.</source>
        <translation>Der Auftrag hat noch keine Dateien.</translation>
    </message>
    <message>
        <source>The job has no file {n}.</source>
        <translation>Der Auftrag hat keine Datei {n}.</translation>
    </message>
    <message>
        <source>The file is here already.</source>
        <translation>Die Datei ist schon da.</translation>
    </message>
    <message>
        <source>It is the last file of the job; cancel the job instead.</source>
        <translation>Es ist die letzte Datei des Auftrags; stattdessen den Auftrag abbrechen.</translation>
    </message>
    <message>
        <source>A job may have {n} files, and this one would have {n_wanted}.</source>
        <translation>Ein Auftrag darf {n} Dateien haben, dieser hätte {n_wanted}.</translation>
    </message>
    <message>
        <source>There are {n} jobs already, as many as there may be.</source>
        <translation>Es gibt schon {n} Aufträge, mehr dürfen es nicht sein.</translation>
    </message>
    <message>
        <source>That job stands in another line.</source>
        <translation>Dieser Auftrag steht in einer anderen Reihe.</translation>
    </message>
    <message>
        <source>A speed limit cannot be negative.</source>
        <translation>Ein Tempolimit kann nicht negativ sein.</translation>
    </message>
    <message>
        <source>A file needs one connection at least.</source>
        <translation>Eine Datei braucht mindestens eine Verbindung.</translation>
    </message>
    <message>
        <source>The longest time for a download must be more than 0.</source>
        <translation>Die längste Downloadzeit muss größer als 0 sein.</translation>
    </message>
    <message>
        <source>a no-progress timeout cannot be negative</source>
        <translation>die Zeit ohne Fortschritt kann nicht negativ sein</translation>
    </message>
    <message>
        <source>A header has characters that no header can have.</source>
        <translation>Eine Kopfzeile enthält Zeichen, die keine Kopfzeile haben kann.</translation>
    </message>
    <message>
        <source>A checksum is written ALGORITHM:DIGITS, the digits being 0-9 and a-f.</source>
        <translation>Eine Prüfsumme wird als ALGORITHMUS:ZIFFERN geschrieben, mit den Ziffern 0-9 und a-f.</translation>
    </message>
    <message>
        <source>The checksum's algorithm is missing; write it as in sha256:DIGITS.</source>
        <translation>Das Verfahren der Prüfsumme fehlt; zu schreiben wie in sha256:ZIFFERN.</translation>
    </message>
    <message>
        <source>The checksum's algorithm {name} is not known; these are: {known}.</source>
        <translation>Das Prüfsummenverfahren {name} ist unbekannt; bekannt sind: {known}.</translation>
    </message>
    <message>
        <source>A {name} checksum has {n} digits, not {n_given}.</source>
        <translation>Eine {name}-Prüfsumme hat {n} Ziffern, nicht {n_given}.</translation>
    </message>
    <message>
        <source>A crc32c checksum needs the package google-crc32c (or crc32c), which is not installed.</source>
        <translation>Eine crc32c-Prüfsumme braucht das Paket google-crc32c (oder crc32c), das nicht installiert ist.</translation>
    </message>
    <message>
        <source>cannot read the checksum file {path}: {reason}</source>
        <translation>die Prüfsummendatei {path} ist nicht lesbar: {reason}</translation>
    </message>
    <message>
        <source>{path} is too large to be a checksum file</source>
        <translation>{path} ist zu groß für eine Prüfsummendatei</translation>
    </message>
    <message>
        <source>{path} holds no checksums that can be used</source>
        <translation>{path} enthält keine verwendbaren Prüfsummen</translation>
    </message>
    <message>
        <source>cannot make the folder {path}: {reason}</source>
        <translation>der Ordner {path} lässt sich nicht anlegen: {reason}</translation>
    </message>
    <message>
        <source>cannot write to the folder {path}</source>
        <translation>in den Ordner {path} kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>There are no certificates (PEM) in {path}.</source>
        <translation>{path} enthält keine Zertifikate (PEM).</translation>
    </message>
    <message>
        <source>Cannot read {path}: {reason}.</source>
        <translation>{path} ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>the job list cannot be written: {reason}</source>
        <translation>die Auftragsliste kann nicht geschrieben werden: {reason}</translation>
    </message>
    <message>
        <source>These settings cannot be: {reason}.</source>
        <translation>Diese Einstellungen sind nicht möglich: {reason}.</translation>
    </message>
    <message>
        <source>There is already something called {name}.</source>
        <translation>Es gibt schon etwas mit dem Namen {name}.</translation>
    </message>
    <message>
        <source>{path} is no longer where it was put.</source>
        <translation>{path} ist nicht mehr dort, wo es abgelegt wurde.</translation>
    </message>
    <message>
        <source>{name} cannot be renamed: {reason}.</source>
        <translation>{name} kann nicht umbenannt werden: {reason}.</translation>
    </message>
    <message>
        <source>A file needs a name.</source>
        <translation>Eine Datei braucht einen Namen.</translation>
    </message>
    <message>
        <source>The file is just being given its name; try again in a moment.</source>
        <translation>Die Datei erhält gerade ihren Namen; gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Its files are just being given their names; try again.</source>
        <translation>Die Dateien erhalten gerade ihre Namen; noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The trash does not take {names} and {n} more.</source>
        <translation>Der Papierkorb nimmt {names} und {n} weitere nicht an.</translation>
    </message>
    <message>
        <source>The trash does not take {names}.</source>
        <translation>Der Papierkorb nimmt {names} nicht an.</translation>
    </message>
    <message>
        <source>{path} belongs to another user ({user}).</source>
        <translation>{path} gehört einem anderen Benutzer ({user}).</translation>
    </message>
    <message>
        <source>Everybody can put another folder in the place of {path}: {folder} can be written by all.</source>
        <translation>Jeder kann einen anderen Ordner an die Stelle von {path} setzen: in {folder} dürfen alle schreiben.</translation>
    </message>
    <message>
        <source>Others can write to {path}; `chmod go-w` takes that from them.</source>
        <translation>Andere dürfen in {path} schreiben; `chmod go-w` nimmt ihnen das.</translation>
    </message>
    <message>
        <source>Line {line} of {path} cannot be read.</source>
        <translation>Zeile {line} von {path} ist nicht lesbar.</translation>
    </message>
    <message>
        <source>{path} is no text.</source>
        <translation>{path} ist kein Text.</translation>
    </message>
    <message>
        <source>{path} belongs to another user, and its passwords are not used.</source>
        <translation>{path} gehört einem anderen Benutzer; die Passwörter darin werden nicht benutzt.</translation>
    </message>
    <message>
        <source>Others can read {path}, and its passwords are not used; `chmod 600` mends that.</source>
        <translation>Andere können {path} lesen; die Passwörter darin werden nicht benutzt. `chmod 600` behebt das.</translation>
    </message>
    <message>
        <source>No proxy asks this job for a sign-in.</source>
        <translation>Kein Proxy verlangt von diesem Auftrag eine Anmeldung.</translation>
    </message>
    <message>
        <source>This is no fingerprint of a certificate.</source>
        <translation>Das ist kein Fingerabdruck eines Zertifikats.</translation>
    </message>
    <message>
        <source>Save the sign-in for the proxy by itself, not in its address.</source>
        <translation>Die Anmeldung für den Proxy für sich speichern, nicht in seiner Adresse.</translation>
    </message>
    <message>
        <source>no way to sign in is known for {names}</source>
        <translation>keine bekannte Art der Anmeldung für {names}</translation>
    </message>
    <message>
        <source>there is no way to sign in with {name}</source>
        <translation>eine Anmeldung mit {name} ist nicht möglich</translation>
    </message>
    <message>
        <source>{name} cannot be answered ({reason})</source>
        <translation>{name} lässt sich nicht beantworten ({reason})</translation>
    </message>
    <message>
        <source>the token holds characters that no token can have</source>
        <translation>das Token enthält Zeichen, die darin nicht vorkommen können</translation>
    </message>
    <message>
        <source>the server does not go on with NTLM</source>
        <translation>der Server setzt NTLM nicht fort</translation>
    </message>
    <message>
        <source>signing in with {name} needs the extra "{extra}": {order}</source>
        <translation>die Anmeldung mit {name} braucht die Erweiterung „{extra}“: {order}</translation>
    </message>
    <message>
        <source>The sign-in of a proxy belongs in the keyring, not in its address.</source>
        <translation>Die Anmeldung für einen Proxy gehört in den Schlüsselbund, nicht in seine Adresse.</translation>
    </message>
    <message>
        <source>The address of the proxy is missing.</source>
        <translation>Die Adresse des Proxys fehlt.</translation>
    </message>
    <message>
        <source>The address of a proxy ends with its port.</source>
        <translation>Die Adresse eines Proxys endet mit dem Port.</translation>
    </message>
    <message>
        <source>The address of a proxy begins with http://, https://, socks5:// or socks5h://, not with {scheme}://.</source>
        <translation>Die Adresse eines Proxys beginnt mit http://, https://, socks5:// oder socks5h://, nicht mit {scheme}://.</translation>
    </message>
    <message>
        <source>SOCKS4 proxies cannot be used; many of them speak SOCKS5 as well: socks5://.</source>
        <translation>SOCKS4-Proxys können nicht benutzt werden; viele sprechen auch SOCKS5: socks5://.</translation>
    </message>
    <message>
        <source>The address of the proxy names no host.</source>
        <translation>Die Adresse des Proxys nennt keinen Server.</translation>
    </message>
    <message>
        <source>The port in the address of the proxy is not a number.</source>
        <translation>Der Port in der Adresse des Proxys ist keine Zahl.</translation>
    </message>
    <message>
        <source>The port in the address of the proxy is not between 1 and 65535.</source>
        <translation>Der Port in der Adresse des Proxys liegt nicht zwischen 1 und 65535.</translation>
    </message>
    <message>
        <source>The host in the address of the proxy contains a percent sign.</source>
        <translation>Der Servername in der Adresse des Proxys enthält ein Prozentzeichen.</translation>
    </message>
    <message>
        <source>The host in the address of the proxy contains a space.</source>
        <translation>Der Servername in der Adresse des Proxys enthält ein Leerzeichen.</translation>
    </message>
    <message>
        <source>The host in the address of the proxy contains characters that host names cannot have.</source>
        <translation>Der Servername in der Adresse des Proxys enthält Zeichen, die darin nicht vorkommen können.</translation>
    </message>
    <message>
        <source>The host in the address of the proxy is not a valid IP address.</source>
        <translation>Die IP-Adresse in der Adresse des Proxys ist ungültig.</translation>
    </message>
    <message>
        <source>Neither a host nor a network of hosts: {text}</source>
        <translation>Weder ein Server noch ein Netz von Servern: {text}</translation>
    </message>
    <message>
        <source>The client certificate {path} cannot be read: {reason}.</source>
        <translation>Das Client-Zertifikat {path} ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>The client certificate {path} cannot be used.</source>
        <translation>Das Client-Zertifikat {path} ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>The client certificate {path} cannot be opened with this password.</source>
        <translation>Das Client-Zertifikat {path} lässt sich mit diesem Passwort nicht öffnen.</translation>
    </message>
    <message>
        <source>The client certificate {path} cannot be opened without its password.</source>
        <translation>Das Client-Zertifikat {path} lässt sich ohne sein Passwort nicht öffnen.</translation>
    </message>
    <message>
        <source>The key in {path} does not belong to the certificate in it.</source>
        <translation>Der Schlüssel in {path} gehört nicht zum Zertifikat darin.</translation>
    </message>
    <message>
        <source>{path} holds no client certificate, neither PEM nor PKCS#12.</source>
        <translation>{path} enthält kein Client-Zertifikat, weder PEM noch PKCS#12.</translation>
    </message>
    <message>
        <source>{path} does not hold a client certificate together with its key.</source>
        <translation>{path} enthält kein Client-Zertifikat zusammen mit seinem Schlüssel.</translation>
    </message>
    <message>
        <source>The server cannot be looked at: {reason}</source>
        <translation>Der Server lässt sich nicht ansehen: {reason}</translation>
    </message>
    <message>
        <source>Nothing on the way to the server is encrypted.</source>
        <translation>Auf dem Weg zum Server ist nichts verschlüsselt.</translation>
    </message>
    <message>
        <source>The digests of the file's pieces are not whole.</source>
        <translation>Die Prüfsummen der Dateiteile sind nicht vollständig.</translation>
    </message>
    <message>
        <source>It is larger than a Metalink may be ({n} MiB).</source>
        <translation>Das ist größer, als ein Metalink sein darf ({n} MiB).</translation>
    </message>
    <message>
        <source>It is no Metalink.</source>
        <translation>Das ist kein Metalink.</translation>
    </message>
    <message>
        <source>The Metalink has no file with an http or https link.</source>
        <translation>Der Metalink nennt keine Datei mit einem http- oder https-Link.</translation>
    </message>
    <message>
        <source>It has a DTD or entities, which no Metalink needs.</source>
        <translation>Er hat eine DTD oder Entitäten, die kein Metalink braucht.</translation>
    </message>
    <message>
        <source>It is no well-formed XML.</source>
        <translation>Das ist kein wohlgeformtes XML.</translation>
    </message>
    <message>
        <source>It is built in a way that no Metalink is.</source>
        <translation>So ist kein Metalink aufgebaut.</translation>
    </message>
    <message>
        <source>It has more than {n} files.</source>
        <translation>Er nennt mehr als {n} Dateien.</translation>
    </message>
    <message>
        <source>the file is not the promised one; now from {host} alone</source>
        <translation>die Datei ist nicht die versprochene; jetzt nur noch von {host}</translation>
    </message>
    <message>
        <source>the part file is missing or was changed</source>
        <translation>die Teildatei fehlt oder wurde verändert</translation>
    </message>
    <message>
        <source>the file changed on the server</source>
        <translation>die Datei hat sich auf dem Server geändert</translation>
    </message>
    <message>
        <source>the server sent another range than was asked for</source>
        <translation>der Server hat einen anderen Bereich gesendet als verlangt</translation>
    </message>
    <message>
        <source>the server sent the whole file instead of the rest</source>
        <translation>der Server hat die ganze Datei statt des Rests gesendet</translation>
    </message>
</context>
<context>
    <name>error_words</name>
    <message>
        <source>no answer from {subject}</source>
        <translation>keine Antwort von {subject}</translation>
    </message>
    <message>
        <source>no answer from the server</source>
        <translation>keine Antwort vom Server</translation>
    </message>
    <message>
        <source>{subject} refused the connection</source>
        <translation>{subject} lehnte die Verbindung ab</translation>
    </message>
    <message>
        <source>the server refused the connection</source>
        <translation>der Server lehnte die Verbindung ab</translation>
    </message>
    <message>
        <source>the connection to {subject} broke</source>
        <translation>Verbindung zu {subject} verloren</translation>
    </message>
    <message>
        <source>the connection to the server broke</source>
        <translation>Verbindung zum Server verloren</translation>
    </message>
    <message>
        <source>could not resolve {subject}</source>
        <translation>{subject} ist nicht auflösbar</translation>
    </message>
    <message>
        <source>could not resolve the server's name</source>
        <translation>der Name des Servers ist nicht auflösbar</translation>
    </message>
    <message>
        <source>no way through the network to {subject}</source>
        <translation>im Netzwerk kein Weg zu {subject}</translation>
    </message>
    <message>
        <source>no way through the network to the server</source>
        <translation>im Netzwerk kein Weg zum Server</translation>
    </message>
    <message>
        <source>could not get through the proxy {subject}</source>
        <translation>am Proxy {subject} war kein Durchkommen</translation>
    </message>
    <message>
        <source>could not get through the proxy</source>
        <translation>am Proxy war kein Durchkommen</translation>
    </message>
    <message>
        <source>the server is busy</source>
        <translation>der Server ist überlastet</translation>
    </message>
    <message>
        <source>{subject} reports an error of its own</source>
        <translation>{subject} meldet einen eigenen Fehler</translation>
    </message>
    <message>
        <source>the server reports an error of its own</source>
        <translation>der Server meldet einen eigenen Fehler</translation>
    </message>
    <message>
        <source>the answer of {subject} made no sense</source>
        <translation>die Antwort von {subject} war unverständlich</translation>
    </message>
    <message>
        <source>the answer of the server made no sense</source>
        <translation>die Antwort des Servers war unverständlich</translation>
    </message>
    <message>
        <source>the file changed on the server, so it starts over</source>
        <translation>die Datei hat sich auf dem Server geändert, daher beginnt sie von vorn</translation>
    </message>
    <message>
        <source>{subject} sent another part of the file than asked for, so it starts over</source>
        <translation>{subject} hat einen anderen Teil der Datei gesendet als verlangt, daher beginnt sie von vorn</translation>
    </message>
    <message>
        <source>the server sent another part of the file than asked for, so it starts over</source>
        <translation>der Server hat einen anderen Teil der Datei gesendet als verlangt, daher beginnt sie von vorn</translation>
    </message>
    <message>
        <source>too many files are open on this computer</source>
        <translation>auf diesem Computer sind zu viele Dateien geöffnet</translation>
    </message>
    <message>
        <source>no space left in {subject}</source>
        <translation>kein Platz mehr in {subject}</translation>
    </message>
    <message>
        <source>no space left on the disk</source>
        <translation>kein Platz mehr auf dem Datenträger</translation>
    </message>
    <message>
        <source>the drive that holds {subject} is gone</source>
        <translation>das Laufwerk mit {subject} ist nicht mehr da</translation>
    </message>
    <message>
        <source>the drive that holds the folder is gone</source>
        <translation>das Laufwerk mit dem Ordner ist nicht mehr da</translation>
    </message>
    <message>
        <source>no permission to write in {subject}</source>
        <translation>keine Berechtigung, in {subject} zu schreiben</translation>
    </message>
    <message>
        <source>no permission to write in the folder</source>
        <translation>keine Berechtigung, in den Ordner zu schreiben</translation>
    </message>
    <message>
        <source>this computer is offline</source>
        <translation>dieser Computer ist offline</translation>
    </message>
    <message>
        <source>the network wants you to sign in first, in a web browser</source>
        <translation>das Netzwerk verlangt erst eine Anmeldung im Browser</translation>
    </message>
    <message>
        <source>metered network</source>
        <translation>getaktetes Netzwerk</translation>
    </message>
    <message>
        <source>there is no such file on {subject}</source>
        <translation>auf {subject} gibt es keine solche Datei</translation>
    </message>
    <message>
        <source>there is no such file on the server</source>
        <translation>auf dem Server gibt es keine solche Datei</translation>
    </message>
    <message>
        <source>{subject} does not give access to this file</source>
        <translation>{subject} gewährt keinen Zugriff auf diese Datei</translation>
    </message>
    <message>
        <source>the server does not give access to this file</source>
        <translation>der Server gewährt keinen Zugriff auf diese Datei</translation>
    </message>
    <message>
        <source>{subject} asks for a user name and a password</source>
        <translation>{subject} verlangt Benutzername und Passwort</translation>
    </message>
    <message>
        <source>the server asks for a user name and a password</source>
        <translation>der Server verlangt Benutzername und Passwort</translation>
    </message>
    <message>
        <source>the proxy {subject} asks for a user name and a password</source>
        <translation>der Proxy {subject} verlangt Benutzername und Passwort</translation>
    </message>
    <message>
        <source>the proxy asks for a user name and a password</source>
        <translation>der Proxy verlangt Benutzername und Passwort</translation>
    </message>
    <message>
        <source>the address of the proxy cannot be used: {subject}</source>
        <translation>die Adresse des Proxys ist nicht verwendbar: {subject}</translation>
    </message>
    <message>
        <source>the address of the proxy cannot be used</source>
        <translation>die Adresse des Proxys ist nicht verwendbar</translation>
    </message>
    <message>
        <source>{subject} refused the request</source>
        <translation>{subject} hat die Anfrage abgelehnt</translation>
    </message>
    <message>
        <source>the server refused the request</source>
        <translation>der Server hat die Anfrage abgelehnt</translation>
    </message>
    <message>
        <source>the server sent us on to {subject}, which is not followed</source>
        <translation>der Server hat an {subject} weiterverwiesen, dem wird nicht gefolgt</translation>
    </message>
    <message>
        <source>the server sent us on to a place that is not followed</source>
        <translation>der Server hat an eine Stelle weiterverwiesen, der nicht gefolgt wird</translation>
    </message>
    <message>
        <source>the certificate of {subject} cannot be trusted</source>
        <translation>dem Zertifikat von {subject} kann nicht vertraut werden</translation>
    </message>
    <message>
        <source>the certificate of the server cannot be trusted</source>
        <translation>dem Zertifikat des Servers kann nicht vertraut werden</translation>
    </message>
    <message>
        <source>{subject} wants a client certificate</source>
        <translation>{subject} verlangt ein Client-Zertifikat</translation>
    </message>
    <message>
        <source>the server wants a client certificate</source>
        <translation>der Server verlangt ein Client-Zertifikat</translation>
    </message>
    <message>
        <source>no secure connection to {subject}</source>
        <translation>keine sichere Verbindung zu {subject}</translation>
    </message>
    <message>
        <source>no secure connection to the server</source>
        <translation>keine sichere Verbindung zum Server</translation>
    </message>
    <message>
        <source>this link cannot be used: {subject}</source>
        <translation>dieser Link ist nicht verwendbar: {subject}</translation>
    </message>
    <message>
        <source>this link cannot be used</source>
        <translation>dieser Link ist nicht verwendbar</translation>
    </message>
    <message>
        <source>{subject} sent a web page instead of the file</source>
        <translation>{subject} hat statt der Datei eine Webseite gesendet</translation>
    </message>
    <message>
        <source>the server sent a web page instead of the file</source>
        <translation>der Server hat statt der Datei eine Webseite gesendet</translation>
    </message>
    <message>
        <source>{subject} sent the file packed in a way that cannot be undone safely</source>
        <translation>{subject} hat die Datei so gepackt gesendet, dass sie sich nicht sicher entpacken lässt</translation>
    </message>
    <message>
        <source>the server sent the file packed in a way that cannot be undone safely</source>
        <translation>der Server hat die Datei so gepackt gesendet, dass sie sich nicht sicher entpacken lässt</translation>
    </message>
    <message>
        <source>the file is larger than the drive of {subject} can hold</source>
        <translation>die Datei ist größer, als das Laufwerk von {subject} aufnehmen kann</translation>
    </message>
    <message>
        <source>the file is larger than the drive can hold</source>
        <translation>die Datei ist größer, als das Laufwerk aufnehmen kann</translation>
    </message>
    <message>
        <source>the checksum does not match: {subject}</source>
        <translation>die Prüfsumme stimmt nicht: {subject}</translation>
    </message>
    <message>
        <source>the checksum does not match</source>
        <translation>die Prüfsumme stimmt nicht</translation>
    </message>
    <message>
        <source>the file on {subject} is not as large as the Metalink says</source>
        <translation>die Datei auf {subject} ist nicht so groß, wie der Metalink sagt</translation>
    </message>
    <message>
        <source>the file is not as large as the Metalink says</source>
        <translation>die Datei ist nicht so groß, wie der Metalink sagt</translation>
    </message>
    <message>
        <source>{subject} does not say what checksum this file has</source>
        <translation>in {subject} steht nicht, welche Prüfsumme diese Datei hat</translation>
    </message>
    <message>
        <source>the checksum file does not say what checksum this file has</source>
        <translation>in der Prüfsummendatei steht nicht, welche Prüfsumme diese Datei hat</translation>
    </message>
    <message>
        <source>the drive failed to read or write {subject}</source>
        <translation>das Laufwerk konnte {subject} nicht lesen oder schreiben</translation>
    </message>
    <message>
        <source>the drive failed to read or write the file</source>
        <translation>das Laufwerk konnte die Datei nicht lesen oder schreiben</translation>
    </message>
    <message>
        <source>its time for downloading is used up; Resume gives it the same time again</source>
        <translation>seine Zeit zum Herunterladen ist aufgebraucht; „Fortsetzen“ gibt ihm noch einmal dieselbe Zeit</translation>
    </message>
    <message>
        <source>nobody had looked after it for too long; what was here of it is in the trash</source>
        <translation>zu lange hat sich niemand darum gekümmert; was davon da war, liegt im Papierkorb</translation>
    </message>
    <message>
        <source>Holdfast met something it does not know ({subject}); please report it</source>
        <translation>Holdfast ist auf etwas Unbekanntes gestoßen ({subject}); bitte melden</translation>
    </message>
    <message>
        <source>Holdfast met something it does not know; please report it</source>
        <translation>Holdfast ist auf etwas Unbekanntes gestoßen; bitte melden</translation>
    </message>
    <message>
        <source>metered network, and it asks you first</source>
        <translation>getaktetes Netzwerk, und es wird erst gefragt</translation>
    </message>
    <message>
        <source>the server sent us on to a link without encryption</source>
        <translation>der Server hat auf einen unverschlüsselten Link weitergeleitet</translation>
    </message>
    <message>
        <source>{subject} refused the sign-in</source>
        <translation>{subject} hat die Anmeldung abgelehnt</translation>
    </message>
    <message>
        <source>the proxy {subject} refused the sign-in</source>
        <translation>der Proxy {subject} hat die Anmeldung abgelehnt</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>retrying</source>
        <translation>versucht es erneut</translation>
    </message>
    <message>
        <source>transferred</source>
        <translation>übertragen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>{found} instead of {wanted}</source>
        <translation>{found} statt {wanted}</translation>
    </message>
    <message>
        <source>This job is {state} and cannot be {wish} any more.</source>
        <translation>Dieser Auftrag ist im Zustand „{state}“ und kann nicht mehr {wish} werden.</translation>
    </message>
    <message>
        <source>This job is no longer in the list.</source>
        <translation>Dieser Auftrag steht nicht mehr in der Liste.</translation>
    </message>
</context>
<context>
    <name>error_words: wishes</name>
    <message>
        <source>resumed</source>
        <translation>fortgesetzt</translation>
    </message>
    <message>
        <source>retried</source>
        <translation>erneut versucht</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
</context>
<context>
    <name>fields</name>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
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
        <translation>Ändern in</translation>
    </message>
    <message>
        <source>{name}: number</source>
        <translation>{name}: Zahl</translation>
    </message>
    <message>
        <source>{name}: unit</source>
        <translation>{name}: Einheit</translation>
    </message>
    <message>
        <source>different</source>
        <translation>verschieden</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Unbegrenzt</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
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
        <translation>{n} T</translation>
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
        <translation>wenige Sekunden</translation>
    </message>
    <message>
        <source>Never give up</source>
        <translation>Nie aufgeben</translation>
    </message>
    <message>
        <source>Don't retry</source>
        <translation>Nicht erneut versuchen</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>{minutes} min ago</source>
        <translation>vor {minutes} min</translation>
    </message>
    <message>
        <source>{hours} h ago</source>
        <translation>vor {hours} h</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>file_field</name>
    <message>
        <source>There is no file {path}.</source>
        <translation>Es gibt keine Datei {path}.</translation>
    </message>
</context>
<context>
    <name>file_map</name>
    <message>
        <source>on the wire</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>on the wire when it broke</source>
        <translation>unterwegs, als sie abbrach</translation>
    </message>
    <message>
        <source>where it goes on</source>
        <translation>wo es weitergeht</translation>
    </message>
    <message>
        <source>{size} here, of a total that is not known</source>
        <translation>{size} da, Gesamtgröße unbekannt</translation>
    </message>
    <message>
        <source>{share} here</source>
        <translation>{share} da</translation>
    </message>
    <message>
        <source>here</source>
        <translation>da</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>Ranges of the file</source>
        <translation>Bereiche der Datei</translation>
    </message>
    <message>
        <source>file {n}</source>
        <translation>Datei {n}</translation>
    </message>
    <message>
        <source>Ranges of {name}</source>
        <translation>Bereiche von {name}</translation>
    </message>
</context>
<context>
    <name>folders</name>
    <message>
        <source>The folder needs its whole path.</source>
        <translation>Der Ordner braucht seinen vollständigen Pfad.</translation>
    </message>
    <message>
        <source>There can be no such folder.</source>
        <translation>So einen Ordner kann es nicht geben.</translation>
    </message>
    <message>
        <source>{path} is a file, not a folder.</source>
        <translation>{path} ist eine Datei, kein Ordner.</translation>
    </message>
    <message>
        <source>Nothing may be put into this folder.</source>
        <translation>In diesen Ordner darf nichts gelegt werden.</translation>
    </message>
    <message>
        <source>The folder cannot be made: nothing may be put into {path}.</source>
        <translation>Der Ordner lässt sich nicht anlegen: in {path} darf nichts gelegt werden.</translation>
    </message>
</context>
<context>
    <name>formatting</name>
    <message>
        <source>{n} active</source>
        <translation>{n} aktiv</translation>
    </message>
    <message>
        <source>{n} retrying</source>
        <translation>{n} in Wiederholung</translation>
    </message>
    <message>
        <source>{n} on hold</source>
        <translation>{n} ausgesetzt</translation>
    </message>
    <message>
        <source>{n} failed</source>
        <translation>{n} fehlgeschlagen</translation>
    </message>
    <message>
        <source>{what} could not be read and stay untouched on the disk: {names}</source>
        <translation>{what} konnten nicht gelesen werden und bleiben unangetastet auf dem Datenträger: {names}</translation>
    </message>
</context>
<context>
    <name>job_filter</name>
    <message>
        <source>No job matches “{words}”</source>
        <translation>Kein Auftrag passt zu „{words}“</translation>
    </message>
    <message>
        <source>There is no such job any more</source>
        <translation>So einen Auftrag gibt es nicht mehr</translation>
    </message>
</context>
<context>
    <name>job_groups</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>There is no job</source>
        <translation>Es gibt keinen Auftrag</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>No job is active</source>
        <translation>Kein Auftrag ist aktiv</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>No job is waiting</source>
        <translation>Kein Auftrag wartet</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation>In Wiederholung</translation>
    </message>
    <message>
        <source>No job is retrying</source>
        <translation>Kein Auftrag versucht es erneut</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Ausgesetzt</translation>
    </message>
    <message>
        <source>No job is on hold</source>
        <translation>Kein Auftrag ist ausgesetzt</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>No job is paused</source>
        <translation>Kein Auftrag ist pausiert</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>No job is done</source>
        <translation>Kein Auftrag ist fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>No job has failed</source>
        <translation>Kein Auftrag ist fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>job_table</name>
    <message>
        <source>In {folder}</source>
        <translation>In {folder}</translation>
    </message>
</context>
<context>
    <name>keep_awake</name>
    <message>
        <source>The computer is kept awake while jobs run.</source>
        <translation>Der Computer wird wach gehalten, solange Aufträge laufen.</translation>
    </message>
    <message>
        <source>The computer may fall asleep: it runs on battery.</source>
        <translation>Der Computer kann einschlafen: er läuft im Akkubetrieb.</translation>
    </message>
    <message>
        <source>The computer may fall asleep, as the preferences say.</source>
        <translation>Der Computer kann einschlafen, so steht es in den Einstellungen.</translation>
    </message>
    <message>
        <source>The computer may fall asleep: nothing here keeps it awake.</source>
        <translation>Der Computer kann einschlafen: hier hält ihn nichts wach.</translation>
    </message>
</context>
<context>
    <name>link_verdict</name>
    <message>
        <source>That link does not work at the moment: {reason}.</source>
        <translation>Dieser Link geht im Augenblick nicht: {reason}.</translation>
    </message>
    <message>
        <source>That is another file: {there} there, {here} here. It starts over.</source>
        <translation>Das ist eine andere Datei: dort {there}, hier {here}. Es beginnt von vorn.</translation>
    </message>
    <message>
        <source>The server there has another version of the file. It starts over.</source>
        <translation>Der Server dort hat eine andere Fassung der Datei. Es beginnt von vorn.</translation>
    </message>
    <message>
        <source>That link works. {size}.</source>
        <translation>Dieser Link geht. {size}.</translation>
    </message>
    <message>
        <source>That server cannot send the rest of a file alone. It starts over.</source>
        <translation>Dieser Server kann den Rest einer Datei nicht einzeln senden. Es beginnt von vorn.</translation>
    </message>
    <message>
        <source>The same version of the same file. It goes on at {size}.</source>
        <translation>Dieselbe Fassung derselben Datei. Es geht bei {size} weiter.</translation>
    </message>
    <message>
        <source>The size is the same. It goes on at {size} if it is the same version.</source>
        <translation>Die Größe ist gleich. Bei gleicher Fassung geht es bei {size} weiter.</translation>
    </message>
    <message>
        <source>It goes on at {size} if it is the same version.</source>
        <translation>Bei gleicher Fassung geht es bei {size} weiter.</translation>
    </message>
    <message>
        <source>Size unknown</source>
        <translation>Größe unbekannt</translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>P&amp;lace in line</source>
        <translation>Platz in der &amp;Reihe</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Co&amp;mpact rows</source>
        <translation>&amp;Kompakte Zeilen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Job</source>
        <translation>&amp;Auftrag</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>A&amp;nsicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>notifications</name>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>Show certificate…</source>
        <translation>Zertifikat anzeigen…</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner anzeigen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Retry all</source>
        <translation>Alle erneut versuchen</translation>
    </message>
</context>
<context>
    <name>offer_bar</name>
    <message>
        <source>Link copied: {link}</source>
        <translation>Link kopiert: {link}</translation>
    </message>
</context>
<context>
    <name>opening</name>
    <message>
        <source>This is a program. It can do on this computer whatever you can do.</source>
        <translation>Das ist ein Programm. Es kann auf diesem Computer alles, was Sie können.</translation>
    </message>
    <message>
        <source>This is a script. It can do on this computer whatever you can do.</source>
        <translation>Das ist ein Skript. Es kann auf diesem Computer alles, was Sie können.</translation>
    </message>
    <message>
        <source>This file starts something else, which can do on this computer whatever you can do.</source>
        <translation>Diese Datei startet etwas anderes, das auf diesem Computer alles kann, was Sie können.</translation>
    </message>
    <message>
        <source>This file installs software, or changes how this computer is set up.</source>
        <translation>Diese Datei installiert Software oder ändert, wie dieser Computer eingerichtet ist.</translation>
    </message>
    <message>
        <source>Open {name}?</source>
        <translation>{name} öffnen?</translation>
    </message>
    <message>
        <source>Open them only if you trust where they came from.</source>
        <translation>Nur öffnen, wenn Sie ihrer Herkunft vertrauen.</translation>
    </message>
    <message>
        <source>It came from {host}. Open it only if you trust whoever put it there.</source>
        <translation>Sie kam von {host}. Nur öffnen, wenn Sie dem vertrauen, der sie dort abgelegt hat.</translation>
    </message>
    <message>
        <source>Open it only if you trust where it came from.</source>
        <translation>Nur öffnen, wenn Sie der Herkunft vertrauen.</translation>
    </message>
</context>
<context>
    <name>orders</name>
    <message>
        <source>this computer cannot do it</source>
        <translation>dieser Computer kann das nicht</translation>
    </message>
    <message>
        <source>it is not allowed here</source>
        <translation>das ist hier nicht erlaubt</translation>
    </message>
    <message>
        <source>A quotation mark in the command has no partner.</source>
        <translation>Einem Anführungszeichen im Befehl fehlt das Gegenstück.</translation>
    </message>
    <message>
        <source>There is no command.</source>
        <translation>Es gibt keinen Befehl.</translation>
    </message>
    <message>
        <source>There is no program {name}.</source>
        <translation>Es gibt kein Programm {name}.</translation>
    </message>
    <message>
        <source>{name} cannot be started.</source>
        <translation>{name} lässt sich nicht starten.</translation>
    </message>
    <message>
        <source>The computer cannot be suspended: {reason}</source>
        <translation>Der Computer kann nicht in Bereitschaft gehen: {reason}</translation>
    </message>
    <message>
        <source>The computer cannot be shut down: {reason}</source>
        <translation>Der Computer kann nicht heruntergefahren werden: {reason}</translation>
    </message>
</context>
<context>
    <name>proxy_field</name>
    <message>
        <source>Write the address of the proxy, such as {example}.</source>
        <translation>Die Adresse des Proxys angeben, etwa {example}.</translation>
    </message>
    <message>
        <source>As in Preferences</source>
        <translation>Wie in den Einstellungen</translation>
    </message>
    <message>
        <source>No proxy</source>
        <translation>Kein Proxy</translation>
    </message>
    <message>
        <source>Through this proxy</source>
        <translation>Über diesen Proxy</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>Adresse des Proxys</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>FILE</source>
        <translation>DAT</translation>
    </message>
    <message>
        <source>{name} ({files})</source>
        <translation>{name} ({files})</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>{time} (paused clock)</source>
        <translation>{time} (Uhr steht)</translation>
    </message>
    <message>
        <source>The clock is not running at the moment.</source>
        <translation>Die Uhr läuft im Augenblick nicht.</translation>
    </message>
    <message>
        <source>{time} without progress so far</source>
        <translation>bisher {time} ohne Fortschritt</translation>
    </message>
    <message>
        <source>It keeps trying for as long as it takes.</source>
        <translation>Es wird so lange versucht, wie es dauert.</translation>
    </message>
    <message>
        <source>The first error ends the job.</source>
        <translation>Der erste Fehler beendet den Auftrag.</translation>
    </message>
    <message>
        <source>The clock starts at the next error and stops with every new byte.</source>
        <translation>Die Uhr läuft ab dem nächsten Fehler und hält bei jedem neuen Byte an.</translation>
    </message>
    <message>
        <source>That time has already passed: it gives up at once.</source>
        <translation>Diese Zeit ist schon vergangen: es wird sofort aufgegeben.</translation>
    </message>
    <message>
        <source>It then gives up in {time}.</source>
        <translation>Dann wird in {time} aufgegeben.</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Wartet, bis er an der Reihe ist</translation>
    </message>
    <message>
        <source>Connecting to {host}</source>
        <translation>Verbindet mit {host}</translation>
    </message>
    <message>
        <source>Trying {host} again</source>
        <translation>Versucht {host} erneut</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Empfängt</translation>
    </message>
    <message>
        <source>{source}, {connections}</source>
        <translation>{source}, {connections}</translation>
    </message>
    <message>
        <source>{size} so far</source>
        <translation>bisher {size}</translation>
    </message>
    <message>
        <source>{speed} from {servers}</source>
        <translation>{speed} von {servers}</translation>
    </message>
    <message>
        <source>{speed} from {host}</source>
        <translation>{speed} von {host}</translation>
    </message>
    <message>
        <source>resumed at {size} after a restart</source>
        <translation>nach einem Neustart bei {size} fortgesetzt</translation>
    </message>
    <message>
        <source>resumed at {size}</source>
        <translation>bei {size} fortgesetzt</translation>
    </message>
    <message>
        <source>started over: {reason}</source>
        <translation>von vorn begonnen: {reason}</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>On hold: {reason}</source>
        <translation>Ausgesetzt: {reason}</translation>
    </message>
    <message>
        <source>Retry in {time}</source>
        <translation>Neuer Versuch in {time}</translation>
    </message>
    <message>
        <source>Waits while another job tries {host}</source>
        <translation>Wartet, während ein anderer Auftrag {host} versucht</translation>
    </message>
    <message>
        <source>{host} asked us to wait {time}, which is longer</source>
        <translation>{host} bittet, {time} zu warten, was länger ist</translation>
    </message>
    <message>
        <source>no further try before</source>
        <translation>vorher kein weiterer Versuch</translation>
    </message>
    <message>
        <source>goes on when there is room</source>
        <translation>geht weiter, sobald Platz ist</translation>
    </message>
    <message>
        <source>goes on when it is back</source>
        <translation>geht weiter, sobald es wieder da ist</translation>
    </message>
    <message>
        <source>goes on when it may write there</source>
        <translation>geht weiter, sobald dort geschrieben werden darf</translation>
    </message>
    <message>
        <source>goes on when the network is back</source>
        <translation>geht weiter, sobald das Netzwerk wieder da ist</translation>
    </message>
    <message>
        <source>goes on in another one, or with Run anyway</source>
        <translation>geht in einem anderen weiter oder mit „Trotzdem ausführen“</translation>
    </message>
    <message>
        <source>Run anyway allows it</source>
        <translation>„Trotzdem ausführen“ erlaubt es</translation>
    </message>
    <message>
        <source>Failed, and the reason was lost; Resume tries again</source>
        <translation>Fehlgeschlagen, der Grund ging verloren; „Fortsetzen“ versucht es erneut</translation>
    </message>
    <message>
        <source>Gave up at the first error, as set: {reason}</source>
        <translation>Wie eingestellt beim ersten Fehler aufgegeben: {reason}</translation>
    </message>
    <message>
        <source>Gave up after {time} without progress: {reason}</source>
        <translation>Nach {time} ohne Fortschritt aufgegeben: {reason}</translation>
    </message>
    <message>
        <source>Gave up after {time}: {reason}</source>
        <translation>Nach {time} aufgegeben: {reason}</translation>
    </message>
    <message>
        <source>All here, but cannot be named yet: {reason}</source>
        <translation>Alles da, kann aber noch nicht benannt werden: {reason}</translation>
    </message>
    <message>
        <source>All here, kept as part files until it is completed</source>
        <translation>Alles da, bis zum Abschließen als Teildateien aufbewahrt</translation>
    </message>
    <message>
        <source>Done {when}</source>
        <translation>Fertig {when}</translation>
    </message>
    <message>
        <source>{n} of {files} kept</source>
        <translation>{n} von {files} behalten</translation>
    </message>
    <message>
        <source>already here, and unchanged on the server</source>
        <translation>schon da und auf dem Server unverändert</translation>
    </message>
    <message>
        <source>checked with {name}</source>
        <translation>mit {name} geprüft</translation>
    </message>
    <message>
        <source>the server did not say how large it is</source>
        <translation>der Server hat die Größe nicht genannt</translation>
    </message>
    <message>
        <source>size checked</source>
        <translation>Größe geprüft</translation>
    </message>
    <message>
        <source>Ended: {reason}</source>
        <translation>Beendet: {reason}</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>never gives up</source>
        <translation>gibt nie auf</translation>
    </message>
    <message>
        <source>gives up in {time}</source>
        <translation>gibt in {time} auf</translation>
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
        <translation>Der Schlüsselbund ({keyring}) hat nicht geantwortet: sie bleibt, bis Holdfast endet.</translation>
    </message>
    <message>
        <source>There is no keyring on this computer: it is kept until Holdfast ends.</source>
        <translation>Auf diesem Computer gibt es keinen Schlüsselbund: sie bleibt, bis Holdfast endet.</translation>
    </message>
    <message>
        <source>It is kept in the keyring of this computer ({keyring}).</source>
        <translation>Sie wird im Schlüsselbund dieses Computers aufbewahrt ({keyring}).</translation>
    </message>
    <message>
        <source>It is kept in the keyring of this computer.</source>
        <translation>Sie wird im Schlüsselbund dieses Computers aufbewahrt.</translation>
    </message>
    <message>
        <source>A user name cannot contain a colon.</source>
        <translation>Ein Benutzername kann keinen Doppelpunkt enthalten.</translation>
    </message>
    <message>
        <source>The way to this proxy is not encrypted: others on it may read the sign-in.</source>
        <translation>Der Weg zu diesem Proxy ist unverschlüsselt: andere darauf können die Anmeldung vielleicht lesen.</translation>
    </message>
    <message>
        <source>The way to this server is not encrypted: others on it may read the sign-in.</source>
        <translation>Der Weg zu diesem Server ist unverschlüsselt: andere darauf können die Anmeldung vielleicht lesen.</translation>
    </message>
</context>
<context>
    <name>small_dialogs</name>
    <message>
        <source>About Holdfast</source>
        <translation>Über Holdfast</translation>
    </message>
    <message>
        <source>Brings files home, and holds on while the network does not.</source>
        <translation>Holt Dateien nach Hause und hält durch, auch wenn das Netz es nicht tut.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder später.</translation>
    </message>
</context>
<context>
    <name>timeline_words</name>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Connection broke</source>
        <translation>Verbindung abgebrochen</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>Resumed at</source>
        <translation>Fortgesetzt ab</translation>
    </message>
    <message>
        <source>Started over</source>
        <translation>Von vorn begonnen</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Ausgesetzt</translation>
    </message>
    <message>
        <source>Setting changed</source>
        <translation>Einstellung geändert</translation>
    </message>
    <message>
        <source>Server dropped</source>
        <translation>Server fallen gelassen</translation>
    </message>
    <message>
        <source>Bad piece</source>
        <translation>Schlechtes Stück</translation>
    </message>
    <message>
        <source>Metalink</source>
        <translation>Metalink</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Abgelegt</translation>
    </message>
    <message>
        <source>Discarded</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>retrying</source>
        <translation>versucht es erneut</translation>
    </message>
    <message>
        <source>transferred</source>
        <translation>übertragen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>set going</source>
        <translation>in Gang gesetzt</translation>
    </message>
    <message>
        <source>by command</source>
        <translation>auf Befehl</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>a setting was changed</source>
        <translation>eine Einstellung wurde geändert</translation>
    </message>
    <message>
        <source>retried by command</source>
        <translation>auf Befehl erneut versucht</translation>
    </message>
    <message>
        <source>its turn came</source>
        <translation>an der Reihe</translation>
    </message>
    <message>
        <source>another job goes first</source>
        <translation>ein anderer Auftrag geht vor</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>a file is here</source>
        <translation>eine Datei ist da</translation>
    </message>
    <message>
        <source>all files are here</source>
        <translation>alle Dateien sind da</translation>
    </message>
    <message>
        <source>an error that may pass</source>
        <translation>ein Fehler, der vorübergehen kann</translation>
    </message>
    <message>
        <source>an error that does not pass by itself</source>
        <translation>ein Fehler, der nicht von selbst vergeht</translation>
    </message>
    <message>
        <source>put on hold</source>
        <translation>ausgesetzt</translation>
    </message>
    <message>
        <source>time for the next try</source>
        <translation>Zeit für den nächsten Versuch</translation>
    </message>
    <message>
        <source>no longer on hold</source>
        <translation>nicht mehr ausgesetzt</translation>
    </message>
    <message>
        <source>too long without progress</source>
        <translation>zu lange ohne Fortschritt</translation>
    </message>
    <message>
        <source>its time for downloading is used up</source>
        <translation>die Zeit zum Herunterladen ist aufgebraucht</translation>
    </message>
    <message>
        <source>nobody had looked after it for too long</source>
        <translation>zu lange hat sich niemand darum gekümmert</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>keine rechtzeitige Antwort</translation>
    </message>
    <message>
        <source>the connection was refused</source>
        <translation>die Verbindung wurde abgelehnt</translation>
    </message>
    <message>
        <source>the connection broke</source>
        <translation>die Verbindung ist abgebrochen</translation>
    </message>
    <message>
        <source>the server's name could not be resolved</source>
        <translation>der Name des Servers konnte nicht aufgelöst werden</translation>
    </message>
    <message>
        <source>no way through the network</source>
        <translation>kein Weg durch das Netzwerk</translation>
    </message>
    <message>
        <source>no way through the proxy</source>
        <translation>am Proxy kein Durchkommen</translation>
    </message>
    <message>
        <source>the server was busy</source>
        <translation>der Server war überlastet</translation>
    </message>
    <message>
        <source>the server reported an error of its own</source>
        <translation>der Server hat einen eigenen Fehler gemeldet</translation>
    </message>
    <message>
        <source>the server's answer made no sense</source>
        <translation>die Antwort des Servers war unverständlich</translation>
    </message>
    <message>
        <source>the file changed on the server</source>
        <translation>die Datei hat sich auf dem Server geändert</translation>
    </message>
    <message>
        <source>the server sent another part of the file</source>
        <translation>der Server hat einen anderen Teil der Datei gesendet</translation>
    </message>
    <message>
        <source>too many open files</source>
        <translation>zu viele geöffnete Dateien</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>the drive is gone</source>
        <translation>das Laufwerk ist nicht mehr da</translation>
    </message>
    <message>
        <source>no permission to write in the folder</source>
        <translation>keine Berechtigung, in den Ordner zu schreiben</translation>
    </message>
    <message>
        <source>this computer is offline</source>
        <translation>dieser Computer ist offline</translation>
    </message>
    <message>
        <source>the network wants a sign-in</source>
        <translation>das Netzwerk verlangt eine Anmeldung</translation>
    </message>
    <message>
        <source>metered network</source>
        <translation>getaktetes Netzwerk</translation>
    </message>
    <message>
        <source>no such file on the server</source>
        <translation>keine solche Datei auf dem Server</translation>
    </message>
    <message>
        <source>the server gives no access</source>
        <translation>der Server gewährt keinen Zugriff</translation>
    </message>
    <message>
        <source>the server asks for a sign-in</source>
        <translation>der Server verlangt eine Anmeldung</translation>
    </message>
    <message>
        <source>the proxy asks for a sign-in</source>
        <translation>der Proxy verlangt eine Anmeldung</translation>
    </message>
    <message>
        <source>the proxy cannot be used</source>
        <translation>der Proxy ist nicht verwendbar</translation>
    </message>
    <message>
        <source>the server refused the request</source>
        <translation>der Server hat die Anfrage abgelehnt</translation>
    </message>
    <message>
        <source>the server sent us on to a place that is not followed</source>
        <translation>der Server hat an eine Stelle weiterverwiesen, der nicht gefolgt wird</translation>
    </message>
    <message>
        <source>the certificate cannot be trusted</source>
        <translation>dem Zertifikat kann nicht vertraut werden</translation>
    </message>
    <message>
        <source>the server wants a client certificate</source>
        <translation>der Server verlangt ein Client-Zertifikat</translation>
    </message>
    <message>
        <source>no secure connection</source>
        <translation>keine sichere Verbindung</translation>
    </message>
    <message>
        <source>the link cannot be used</source>
        <translation>der Link ist nicht verwendbar</translation>
    </message>
    <message>
        <source>a web page came instead of the file</source>
        <translation>statt der Datei kam eine Webseite</translation>
    </message>
    <message>
        <source>the file came packed</source>
        <translation>die Datei kam gepackt an</translation>
    </message>
    <message>
        <source>the file is too large for the drive</source>
        <translation>die Datei ist zu groß für das Laufwerk</translation>
    </message>
    <message>
        <source>the checksum does not match</source>
        <translation>die Prüfsumme stimmt nicht</translation>
    </message>
    <message>
        <source>the file is not as large as the Metalink says</source>
        <translation>die Datei ist nicht so groß, wie der Metalink sagt</translation>
    </message>
    <message>
        <source>the checksum file does not name this file</source>
        <translation>die Prüfsummendatei nennt diese Datei nicht</translation>
    </message>
    <message>
        <source>the drive failed</source>
        <translation>das Laufwerk hat versagt</translation>
    </message>
    <message>
        <source>something unknown</source>
        <translation>etwas Unbekanntes</translation>
    </message>
    <message>
        <source>up</source>
        <translation>nach oben</translation>
    </message>
    <message>
        <source>down</source>
        <translation>nach unten</translation>
    </message>
    <message>
        <source>to the top</source>
        <translation>an den Anfang</translation>
    </message>
    <message>
        <source>to the bottom</source>
        <translation>ans Ende</translation>
    </message>
    <message>
        <source>foreground</source>
        <translation>Vordergrund</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>low</source>
        <translation>niedrig</translation>
    </message>
    <message>
        <source>runs there too</source>
        <translation>läuft auch dort</translation>
    </message>
    <message>
        <source>waits for another network</source>
        <translation>wartet auf ein anderes Netzwerk</translation>
    </message>
    <message>
        <source>asks first</source>
        <translation>fragt vorher</translation>
    </message>
    <message>
        <source>{name}, no files yet, to {folder}</source>
        <translation>{name}, noch ohne Dateien, nach {folder}</translation>
    </message>
    <message>
        <source>{name}: {link} and {n} more, to {folder}</source>
        <translation>{name}: {link} und {n} weitere, nach {folder}</translation>
    </message>
    <message>
        <source>{name}: {link}, to {folder}</source>
        <translation>{name}: {link}, nach {folder}</translation>
    </message>
    <message>
        <source>{code}: {code_why}</source>
        <translation>{code}: {code_why}</translation>
    </message>
    <message>
        <source>{text}; {n} others go on</source>
        <translation>{text}; {n} weitere machen weiter</translation>
    </message>
    <message>
        <source>the computer slept, or Holdfast stood still, for {seconds}</source>
        <translation>der Computer schlief oder Holdfast stand still, {seconds} lang</translation>
    </message>
    <message>
        <source>{text}; gives up in {seconds}</source>
        <translation>{text}; gibt in {seconds} auf</translation>
    </message>
    <message>
        <source>{seconds} to the next try</source>
        <translation>{seconds} bis zum nächsten Versuch</translation>
    </message>
    <message>
        <source>until the host is tried again</source>
        <translation>bis der Server wieder versucht wird</translation>
    </message>
    <message>
        <source>no further try: the server asks for {seconds}</source>
        <translation>kein weiterer Versuch: der Server verlangt {seconds} Wartezeit</translation>
    </message>
    <message>
        <source>no further try: none fits before the end</source>
        <translation>kein weiterer Versuch: vor dem Ende passt keiner mehr</translation>
    </message>
    <message>
        <source>gives up: never; at least {seconds} between tries</source>
        <translation>gibt nie auf; mindestens {seconds} zwischen den Versuchen</translation>
    </message>
    <message>
        <source>gives up: after {seconds}; at least {seconds_between} between tries</source>
        <translation>gibt nach {seconds} auf; mindestens {seconds_between} zwischen den Versuchen</translation>
    </message>
    <message>
        <source>{n} more files</source>
        <translation>weitere Dateien: {n}</translation>
    </message>
    <message>
        <source>moved: {code}</source>
        <translation>verschoben: {code}</translation>
    </message>
    <message>
        <source>moved: before {name}</source>
        <translation>verschoben: vor {name}</translation>
    </message>
    <message>
        <source>priority: {code}</source>
        <translation>Priorität: {code}</translation>
    </message>
    <message>
        <source>connections: {n}</source>
        <translation>Verbindungen: {n}</translation>
    </message>
    <message>
        <source>file {n} skipped</source>
        <translation>Datei {n} übersprungen</translation>
    </message>
    <message>
        <source>file {n} wanted</source>
        <translation>Datei {n} gewünscht</translation>
    </message>
    <message>
        <source>file {n} from another link: {link}</source>
        <translation>Datei {n} von einem anderen Link: {link}</translation>
    </message>
    <message>
        <source>file {n} renamed: {name}</source>
        <translation>Datei {n} umbenannt: {name}</translation>
    </message>
    <message>
        <source>speed limit: none</source>
        <translation>kein Tempolimit</translation>
    </message>
    <message>
        <source>speed limit: {rate}</source>
        <translation>Tempolimit: {rate}</translation>
    </message>
    <message>
        <source>maximum download time: none</source>
        <translation>längste Downloadzeit: unbegrenzt</translation>
    </message>
    <message>
        <source>maximum download time: {seconds}</source>
        <translation>längste Downloadzeit: {seconds}</translation>
    </message>
    <message>
        <source>metered networks: {code}</source>
        <translation>getaktete Netzwerke: {code}</translation>
    </message>
    <message>
        <source>runs on any network</source>
        <translation>läuft in jedem Netzwerk</translation>
    </message>
    <message>
        <source>no keyring: its sign-in and headers are kept until Holdfast ends</source>
        <translation>kein Schlüsselbund: Anmeldung und Kopfzeilen bleiben, bis Holdfast endet</translation>
    </message>
    <message>
        <source>no keyring gives its sign-in and headers: they were not kept</source>
        <translation>kein Schlüsselbund gibt Anmeldung und Kopfzeilen heraus: sie wurden nicht aufbewahrt</translation>
    </message>
    <message>
        <source>trusts a certificate of {server} no longer</source>
        <translation>vertraut einem Zertifikat von {server} nicht mehr</translation>
    </message>
    <message>
        <source>trusts a certificate of {server}</source>
        <translation>vertraut einem Zertifikat von {server}</translation>
    </message>
    <message>
        <source>certificate authorities: the system’s</source>
        <translation>Zertifizierungsstellen: die des Systems</translation>
    </message>
    <message>
        <source>certificate authorities: {path}</source>
        <translation>Zertifizierungsstellen: {path}</translation>
    </message>
    <message>
        <source>client certificate: none</source>
        <translation>Client-Zertifikat: keines</translation>
    </message>
    <message>
        <source>client certificate: {path}</source>
        <translation>Client-Zertifikat: {path}</translation>
    </message>
    <message>
        <source>proxy: none</source>
        <translation>Proxy: keiner</translation>
    </message>
    <message>
        <source>proxy: as the settings say</source>
        <translation>Proxy: wie in den Einstellungen</translation>
    </message>
    <message>
        <source>proxy: {address}</source>
        <translation>Proxy: {address}</translation>
    </message>
    <message>
        <source>a server may lead from https to http</source>
        <translation>ein Server darf von https zu http führen</translation>
    </message>
    <message>
        <source>a server must not lead from https to http</source>
        <translation>ein Server darf nicht von https zu http führen</translation>
    </message>
    <message>
        <source>{host} is used no more ({code}): {detail}</source>
        <translation>{host} wird nicht mehr benutzt ({code}): {detail}</translation>
    </message>
    <message>
        <source>{host} is used no more ({code})</source>
        <translation>{host} wird nicht mehr benutzt ({code})</translation>
    </message>
    <message>
        <source>{bytes} at {at} are fetched again</source>
        <translation>{bytes} ab {at} werden neu geholt</translation>
    </message>
    <message>
        <source>kept as it is: {reason}</source>
        <translation>bleibt, wie er ist: {reason}</translation>
    </message>
    <message>
        <source>it tells of {n} files</source>
        <translation>er nennt {n} Dateien</translation>
    </message>
    <message>
        <source>{algorithm} matches the checksum that was given</source>
        <translation>{algorithm} stimmt mit der angegebenen Prüfsumme überein</translation>
    </message>
    <message>
        <source>{algorithm} matches {source}</source>
        <translation>{algorithm} stimmt mit {source} überein</translation>
    </message>
    <message>
        <source>digests of pieces that cannot be those of the file, passed over: {n}</source>
        <translation>Prüfsummen von Dateiteilen, die nicht zur Datei gehören können, übergangen: {n}</translation>
    </message>
    <message>
        <source>not fetched: the server still has the version that is here</source>
        <translation>nicht heruntergeladen: der Server hat noch die Fassung, die schon da ist</translation>
    </message>
    <message>
        <source>{text}; only the end of the connection told that this is all</source>
        <translation>{text}; nur das Ende der Verbindung zeigte, dass dies alles ist</translation>
    </message>
    <message>
        <source>{text}; nothing to check it against</source>
        <translation>{text}; nichts zum Vergleichen</translation>
    </message>
    <message>
        <source>{bytes} in {seconds}, {rate}</source>
        <translation>{bytes} in {seconds}, {rate}</translation>
    </message>
    <message>
        <source>{bytes} in {seconds}</source>
        <translation>{bytes} in {seconds}</translation>
    </message>
    <message>
        <source>{name} is in the trash</source>
        <translation>{name} liegt im Papierkorb</translation>
    </message>
    <message>
        <source>file {n}, other servers that have it: {n_mirrors}</source>
        <translation>Datei {n}, andere Server, die sie haben: {n_mirrors}</translation>
    </message>
    <message>
        <source>until this is over: {code}</source>
        <translation>bis dies vorbei ist: {code}</translation>
    </message>
    <message>
        <source>over: {code}</source>
        <translation>vorbei: {code}</translation>
    </message>
    <message>
        <source>{seconds} to the next try: {code}</source>
        <translation>{seconds} bis zum nächsten Versuch: {code}</translation>
    </message>
    <message>
        <source>until the host is tried again: {code}</source>
        <translation>bis der Server wieder versucht wird: {code}</translation>
    </message>
    <message>
        <source>no further try, because the server asks for {seconds}: {code}</source>
        <translation>kein weiterer Versuch, weil der Server {seconds} Wartezeit verlangt: {code}</translation>
    </message>
    <message>
        <source>no further try, because none fits before the end: {code}</source>
        <translation>kein weiterer Versuch, weil vor dem Ende keiner mehr passt: {code}</translation>
    </message>
    <message>
        <source>{n} more, which are not told one by one</source>
        <translation>{n} weitere, nicht einzeln aufgeführt</translation>
    </message>
</context>
<context>
    <name>total_limit</name>
    <message>
        <source>&amp;Speed limit</source>
        <translation>Te&amp;mpolimit</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Unbegrenzt</translation>
    </message>
    <message>
        <source>Custom…</source>
        <translation>Eigener Wert…</translation>
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
        <translation>{name} entfernt; die Datei kommt in den Papierkorb</translation>
    </message>
    <message>
        <source>{name} removed</source>
        <translation>{name} entfernt</translation>
    </message>
</context>
<context>
    <name>when_done</name>
    <message>
        <source>When done: quit</source>
        <translation>Am Ende: beenden</translation>
    </message>
    <message>
        <source>When done: suspend</source>
        <translation>Am Ende: Bereitschaft</translation>
    </message>
    <message>
        <source>When done: shut down</source>
        <translation>Am Ende: herunterfahren</translation>
    </message>
    <message>
        <source>When done: run a command</source>
        <translation>Am Ende: Befehl ausführen</translation>
    </message>
    <message>
        <source>All jobs are done.</source>
        <translation>Alle Aufträge sind fertig.</translation>
    </message>
    <message>
        <source>All jobs are done; {failed}.</source>
        <translation>Alle Aufträge sind abgearbeitet; {failed}.</translation>
    </message>
</context>
<context>
    <name>when_done_menu</name>
    <message>
        <source>Do &amp;nothing</source>
        <translation>&amp;Nichts tun</translation>
    </message>
    <message>
        <source>&amp;Quit Holdfast</source>
        <translation>Holdfast &amp;beenden</translation>
    </message>
    <message>
        <source>&amp;Suspend the computer</source>
        <translation>Computer in Bereitschaft &amp;versetzen</translation>
    </message>
    <message>
        <source>Shut &amp;down the computer</source>
        <translation>Computer &amp;herunterfahren</translation>
    </message>
    <message>
        <source>When all is &amp;done</source>
        <translation>&amp;Wenn alles fertig ist</translation>
    </message>
    <message>
        <source>&amp;Run a command…</source>
        <translation>Befehl &amp;ausführen…</translation>
    </message>
    <message>
        <source>Chosen for this run of Holdfast only</source>
        <translation>Gilt nur, bis Holdfast beendet wird</translation>
    </message>
    <message>
        <source>What is done when all is done</source>
        <translation>Was geschieht, wenn alles fertig ist</translation>
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
