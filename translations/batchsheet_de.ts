<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>vertical bar</source>
        <translation>senkrechter Strich</translation>
    </message>
    <message>
        <source>colon</source>
        <translation>Doppelpunkt</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>nothing: a line is one cell</source>
        <translation>nichts: eine Zeile ist eine Zelle</translation>
    </message>
    <message>
        <source>double quotes</source>
        <translation>doppelte Anführungszeichen</translation>
    </message>
    <message>
        <source>single quotes</source>
        <translation>einfache Anführungszeichen</translation>
    </message>
    <message>
        <source>no quotes</source>
        <translation>keine Anführungszeichen</translation>
    </message>
    <message>
        <source>a line is one cell</source>
        <translation>eine Zeile ist eine Zelle</translation>
    </message>
    <message>
        <source>{encoding}, {delimiter}</source>
        <translation>{encoding}, {delimiter}</translation>
    </message>
    <message>
        <source>{encoding}, {delimiter}, {quotes}</source>
        <translation>{encoding}, {delimiter}, {quotes}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row has no whole answer.</source>
        <comment>%Ln rows have no whole answer.</comment>
        <translation>
            <numerusform>%Ln Zeile ohne vollständige Antwort.</numerusform>
            <numerusform>%Ln&#xa0;Zeilen ohne vollständige Antwort.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing looks out of line in {answers}.</source>
        <translation>Nichts Auffälliges in {answers}.</translation>
    </message>
    <message numerus="yes">
        <source>One thing to look at in {answers}.</source>
        <comment>%Ln things to look at in {answers}.</comment>
        <translation>
            <numerusform>Eine Auffälligkeit in {answers}.</numerusform>
            <numerusform>%Ln Auffälligkeiten in {answers}.</numerusform>
        </translation>
    </message>
    <message>
        <source>A sample of {n} stood for all of them.</source>
        <translation>Eine Stichprobe von {n} stand für alle.</translation>
    </message>
    <message>
        <source>{rows}, “{column}”: all the same value, {about}.</source>
        <translation>{rows}, „{column}“: überall derselbe Wert, {about}.</translation>
    </message>
    <message>
        <source>{rows}, “{column}”: word for word what other rows have: “{about}”</source>
        <translation>{rows}, „{column}“: Wort für Wort wie in anderen Zeilen: „{about}“</translation>
    </message>
    <message>
        <source>{rows}, “{column}”: the prompt or the row&apos;s own cells said again.</source>
        <translation>{rows}, „{column}“: wiederholt nur den Prompt oder die Zellen der Zeile.</translation>
    </message>
    <message>
        <source>{rows}, “{column}”: the length changes down the sheet, {about} characters.</source>
        <translation>{rows}, „{column}“: die Länge ändert sich im Lauf der Tabelle, {about} Zeichen.</translation>
    </message>
    <message>
        <source>{rows}, “{column}”: says that it can&apos;t answer.</source>
        <translation>{rows}, „{column}“: sagt, dass keine Antwort möglich ist.</translation>
    </message>
    <message>
        <source>{rows}, “{column}”: in another language than the others ({about}).</source>
        <translation>{rows}, „{column}“: in einer anderen Sprache als die übrigen ({about}).</translation>
    </message>
    <message>
        <source>{rows}, “{column}”: a number far from all others, such as {about}.</source>
        <translation>{rows}, „{column}“: eine Zahl weit weg von allen anderen, etwa {about}.</translation>
    </message>
    <message>
        <source>{rows}, “{column}”: the same answer, though “{about}” differs.</source>
        <translation>{rows}, „{column}“: dieselbe Antwort, obwohl „{about}“ verschieden ist.</translation>
    </message>
    <message>
        <source>Of {n} answers looked at.</source>
        <translation>Von {n} angesehenen Antworten.</translation>
    </message>
    <message>
        <source>Look at some: if they are wrong, say in the prompt when each value applies.</source>
        <translation>Sehen Sie sich einige an: Sind sie falsch, sagen Sie im Prompt, wann welcher Wert gilt.</translation>
    </message>
    <message>
        <source>Look at some: if they say too little, ask in the prompt for what is special to the row.</source>
        <translation>Sehen Sie sich einige an: Sagen sie zu wenig, fragen Sie im Prompt nach dem, was die Zeile besonders macht.</translation>
    </message>
    <message>
        <source>Say in the prompt that the answer is to be in its own words, then ask in a copy.</source>
        <translation>Sagen Sie im Prompt, dass die Antwort in eigenen Worten sein soll, und fragen Sie in einer Kopie des Auftrags.</translation>
    </message>
    <message>
        <source>Look at the last rows: if they say too little or too much, name a length.</source>
        <translation>Sehen Sie sich die letzten Zeilen an: Sagen sie zu wenig oder zu viel, nennen Sie eine Länge.</translation>
    </message>
    <message>
        <source>Look at what they lack: more columns in the prompt, or a word for “can&apos;t be told”, may help.</source>
        <translation>Sehen Sie nach, was ihnen fehlt: Mehr Spalten im Prompt oder ein Wort für „nicht zu sagen“ können helfen.</translation>
    </message>
    <message>
        <source>Name the language in the prompt, then ask in a copy of the job.</source>
        <translation>Nennen Sie die Sprache im Prompt und fragen Sie in einer Kopie des Auftrags.</translation>
    </message>
    <message>
        <source>Look at each: units and thousands are what goes wrong most; name the unit in the prompt.</source>
        <translation>Sehen Sie sich jede an: Einheiten und Tausender gehen am häufigsten schief; nennen Sie die Einheit im Prompt.</translation>
    </message>
    <message>
        <source>Look at some: if that column matters, say so in the prompt.</source>
        <translation>Sehen Sie sich einige an: Kommt es auf diese Spalte an, sagen Sie es im Prompt.</translation>
    </message>
    <message>
        <source>Not asked again as they are: see why, change the prompt or the rows, and ask in a copy of the job.</source>
        <translation>Unverändert werden sie nicht noch einmal gesendet: Sehen Sie nach, warum, ändern Sie Prompt oder Zeilen und fragen Sie in einer Kopie des Auftrags.</translation>
    </message>
    <message>
        <source>Show them and ask again, with twice the room.</source>
        <translation>Zeigen Sie sie an und senden Sie sie erneut, mit doppelt so viel Platz.</translation>
    </message>
    <message>
        <source>Look at the rows: ask again as they are, or with another prompt in a copy.</source>
        <translation>Sehen Sie sich die Zeilen an: Senden Sie sie erneut, wie sie sind, oder mit einem anderen Prompt in einer Kopie des Auftrags.</translation>
    </message>
    <message>
        <source>Ask again; where it fails again, look at the rows.</source>
        <translation>Senden Sie sie erneut; schlägt es wieder fehl, sehen Sie sich die Zeilen an.</translation>
    </message>
    <message>
        <source>Ask again.</source>
        <translation>Senden Sie sie erneut.</translation>
    </message>
    <message>
        <source>Ask again if you want them after all.</source>
        <translation>Senden Sie sie erneut, wenn Sie die Antworten doch haben möchten.</translation>
    </message>
    <message>
        <source>{right} of {judged} right: between {low}% and {high}% of all.</source>
        <translation>{right} von {judged} richtig: zwischen {low}&#xa0;% und {high}&#xa0;% von allen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer</source>
        <comment>%Ln answers</comment>
        <translation>
            <numerusform>%Ln Antwort</numerusform>
            <numerusform>%Ln Antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Everything else follows from it: the prompt&apos;s columns, the rows, the price.</source>
        <translation>Daraus ergibt sich alles Weitere: Spalten, Zeilen und Preis.</translation>
    </message>
    <message>
        <source>Open a spreadsheet first</source>
        <translation>Öffnen Sie zuerst eine Tabelle</translation>
    </message>
    <message>
        <source>Go to Data</source>
        <translation>Zu den Daten</translation>
    </message>
    <message>
        <source>No rows are chosen yet</source>
        <translation>Noch sind keine Zeilen gewählt</translation>
    </message>
    <message>
        <source>The prompt is not ready</source>
        <translation>Der Prompt ist noch nicht fertig</translation>
    </message>
    <message>
        <source>Go to the prompt</source>
        <translation>Zum Prompt</translation>
    </message>
    <message>
        <source>Look at the price and agree to it. Nothing is sent before that.</source>
        <translation>Sehen Sie sich den Preis an und stimmen Sie zu. Vorher wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Nothing has been sent yet</source>
        <translation>Noch wurde nichts gesendet</translation>
    </message>
    <message>
        <source>See the price</source>
        <translation>Preis ansehen</translation>
    </message>
    <message>
        <source>They stand here, beside your rows, as soon as the first part of the job is done.</source>
        <translation>Sie stehen hier neben Ihren Zeilen, sobald der erste Teil des Auftrags fertig ist.</translation>
    </message>
    <message>
        <source>There are no answers yet</source>
        <translation>Noch gibt es keine Antworten</translation>
    </message>
    <message>
        <source>Step {number}: {problem}</source>
        <translation>Schritt {number}: {problem}</translation>
    </message>
    <message>
        <source>Write what each row should be asked.</source>
        <translation>Schreiben Sie, was zu jeder Zeile gefragt werden soll.</translation>
    </message>
    <message>
        <source>“{name}” has no choices. Write them under What it holds: small; medium; large.</source>
        <translation>Bei „{name}“ steht nichts zur Auswahl. Schreiben Sie es unter „Was darin steht“: klein; mittel; groß.</translation>
    </message>
    <message>
        <source>Two answer columns are called “{name}”. Give one of them another name.</source>
        <translation>Zwei Antwortspalten heißen „{name}“. Geben Sie einer davon einen anderen Namen.</translation>
    </message>
    <message>
        <source>What seems wrong with the answers</source>
        <translation>Was an den Antworten nicht zu stimmen scheint</translation>
    </message>
    <message>
        <source>Stop looking over the answers</source>
        <translation>Durchsicht der Antworten stoppen</translation>
    </message>
    <message>
        <source>Look over the answers</source>
        <translation>Antworten durchsehen</translation>
    </message>
    <message>
        <source>How many checked answers are right</source>
        <translation>Wie viele geprüfte Antworten richtig sind</translation>
    </message>
    <message>
        <source>Look at answers drawn at random, and say which are right</source>
        <translation>Sehen Sie sich zufällig gezogene Antworten an und sagen Sie, welche richtig sind</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Auffälliges</translation>
    </message>
    <message>
        <source>Each with its rows and what to do</source>
        <translation>Jeweils mit den Zeilen und dem, was zu tun ist</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Show the findings</source>
        <translation>Auffälliges anzeigen</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Check %Ln answer</source>
        <comment>&amp;Check %Ln answers</comment>
        <translation>
            <numerusform>%Ln Antwort &amp;prüfen</numerusform>
            <numerusform>%Ln Antworten &amp;prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Hide the findings</source>
        <translation>Auffälliges ausblenden</translation>
    </message>
    <message>
        <source>Looking over the answers: {done} of {all}…</source>
        <translation>Die Antworten werden durchgesehen: {done} von {all}&#xa0;…</translation>
    </message>
    <message>
        <source>Looking over the answers…</source>
        <translation>Die Antworten werden durchgesehen&#xa0;…</translation>
    </message>
    <message>
        <source>The answers were not looked over.</source>
        <translation>Die Antworten wurden nicht durchgesehen.</translation>
    </message>
    <message>
        <source>Show these rows</source>
        <translation>Diese Zeilen anzeigen</translation>
    </message>
    <message>
        <source>Show these rows: {what}</source>
        <translation>Diese Zeilen anzeigen: {what}</translation>
    </message>
    <message>
        <source>The practice service</source>
        <translation>Der Übungsdienst</translation>
    </message>
    <message>
        <source>What the service still has</source>
        <translation>Was der Dienst noch hat</translation>
    </message>
    <message>
        <source>Delete it there</source>
        <translation>Dort löschen</translation>
    </message>
    <message>
        <source>Delete this job&apos;s data at the service</source>
        <translation>Die Daten dieses Auftrags beim Dienst löschen</translation>
    </message>
    <message>
        <source>The answers here stay as they are</source>
        <translation>Die Antworten hier bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>{service} keeps its copy of rows and answers until {day}.</source>
        <translation>{service} behält seine Kopie von Zeilen und Antworten bis zum {day}.</translation>
    </message>
    <message>
        <source>Delete this job&apos;s data at the practice service?</source>
        <translation>Die Daten dieses Auftrags beim Übungsdienst löschen?</translation>
    </message>
    <message>
        <source>Delete this job&apos;s data at Anthropic?</source>
        <translation>Die Daten dieses Auftrags bei Anthropic löschen?</translation>
    </message>
    <message>
        <source>Its rows and answers are deleted there. What is here stays as it is.</source>
        <translation>Zeilen und Antworten werden dort gelöscht. Hier bleibt alles, wie es ist.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>{service} has nothing left of this job. The answers here are as they were.</source>
        <translation>{service} hat nichts mehr von diesem Auftrag. Die Antworten hier bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Save a receipt…</source>
        <translation>Beleg speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Save a receipt</source>
        <translation>Beleg speichern</translation>
    </message>
    <message>
        <source>One page of what was run, when, and what it cost, as .pdf or .json; no cell is in it</source>
        <translation>Eine Seite: was wann gelaufen ist und was es gekostet hat, als .pdf oder .json; ohne Inhalt der Zellen</translation>
    </message>
    <message>
        <source>{name} receipt</source>
        <translation>{name}, Beleg</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>Written: {file} in {folder}.</source>
        <translation>Geschrieben: {file} in {folder}.</translation>
    </message>
    <message>
        <source>Tables of text</source>
        <translation>Texttabellen</translation>
    </message>
    <message>
        <source>Earlier job</source>
        <translation>Früherer Auftrag</translation>
    </message>
    <message>
        <source>The job that this file is compared with; nothing is sent</source>
        <translation>Der Auftrag, mit dem diese Datei verglichen wird; gesendet wird nichts</translation>
    </message>
    <message>
        <source>Column that names a row</source>
        <translation>Spalte, die eine Zeile benennt</translation>
    </message>
    <message>
        <source>By which column rows are known again</source>
        <translation>An welcher Spalte Zeilen wiedererkannt werden</translation>
    </message>
    <message>
        <source>What has changed since</source>
        <translation>Was sich seitdem geändert hat</translation>
    </message>
    <message>
        <source>rows known by</source>
        <translation>Zeilen erkennen an</translation>
    </message>
    <message>
        <source>Go on from an earlier job</source>
        <translation>An einen früheren Auftrag anknüpfen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>what is asked</source>
        <translation>dem, was gefragt wird</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen&#xa0;…</translation>
    </message>
    <message>
        <source>Comparing was stopped: this job goes on from no earlier one. Nothing was sent.</source>
        <translation>Der Vergleich wurde gestoppt: Dieser Auftrag knüpft an keinen früheren an. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>{new} new, {changed} changed, {unchanged} unchanged, {gone} gone.</source>
        <translation>{new} neu, {changed} geändert, {unchanged} unverändert, {gone} weggefallen.</translation>
    </message>
    <message>
        <source>Unchanged rows that have an answer keep it and cost nothing; an export says when it came.</source>
        <translation>Unveränderte Zeilen mit Antwort behalten sie und kosten nichts; ein Export sagt, wann sie kam.</translation>
    </message>
    <message>
        <source>None of its answers can be kept: it asked something else, or another model.</source>
        <translation>Keine seiner Antworten lässt sich verwenden: Er hat etwas anderes gefragt oder ein anderes Modell.</translation>
    </message>
    <message>
        <source>All rows are asked anew, as you chose.</source>
        <translation>Zu allen Zeilen wird neu gefragt, wie Sie es gewählt haben.</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} bis {high}</translation>
    </message>
    <message>
        <source>under a minute</source>
        <translation>unter einer Minute</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} Min.</translation>
    </message>
    <message>
        <source>{h} h {m} min</source>
        <translation>{h} Std. {m} Min.</translation>
    </message>
    <message>
        <source>{h} h</source>
        <translation>{h} Std.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row</source>
        <comment>%Ln rows</comment>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column</source>
        <comment>%Ln columns</comment>
        <translation>
            <numerusform>%Ln Spalte</numerusform>
            <numerusform>%Ln Spalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day</source>
        <comment>%Ln days</comment>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row without an answer</source>
        <comment>%Ln rows without an answer</comment>
        <translation>
            <numerusform>%Ln Zeile ohne Antwort</numerusform>
            <numerusform>%Ln Zeilen ohne Antwort</numerusform>
        </translation>
    </message>
    <message>
        <source>The service is stopping</source>
        <translation>Der Dienst hält an</translation>
    </message>
    <message>
        <source>The service is done: fetching the answers</source>
        <translation>Der Dienst ist fertig: Die Antworten werden abgeholt</translation>
    </message>
    <message>
        <source>longer than your last jobs; all end within a day</source>
        <translation>länger als Ihre letzten Aufträge; alle enden innerhalb eines Tages</translation>
    </message>
    <message>
        <source>longer than most jobs; all end within a day</source>
        <translation>länger als die meisten Aufträge; alle enden innerhalb eines Tages</translation>
    </message>
    <message>
        <source>Most jobs end within an hour, all within a day</source>
        <translation>meist fertig in einer Stunde, spätestens in einem Tag</translation>
    </message>
    <message>
        <source>under two minutes left</source>
        <translation>noch unter zwei Minuten</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>noch etwa {time}</translation>
    </message>
    <message>
        <source>{low} to {high} left</source>
        <translation>noch {low} bis {high}</translation>
    </message>
    <message>
        <source>Most jobs end within an hour, all within a day.
You can close Batchsheet once all is sent.</source>
        <translation>Die meisten Aufträge enden innerhalb einer Stunde, alle innerhalb eines Tages.
Sie können Batchsheet schließen, sobald alles gesendet&#xa0;ist.</translation>
    </message>
    <message>
        <source>Your last jobs took under two minutes; all end within a day.
You can close Batchsheet once all is sent.</source>
        <translation>Ihre letzten Aufträge brauchten unter zwei Minuten; alle enden innerhalb eines Tages.
Sie können Batchsheet schließen, sobald alles gesendet&#xa0;ist.</translation>
    </message>
    <message>
        <source>Going by your last jobs it takes {low} to {high}; all end within a day.
You can close Batchsheet once all is sent.</source>
        <translation>Nach Ihren letzten Aufträgen dauert es {low} bis {high}; alle enden innerhalb eines Tages.
Sie können Batchsheet schließen, sobald alles gesendet&#xa0;ist.</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation>d.&#xa0;MMMM</translation>
    </message>
    <message>
        <source>tomorrow {time}</source>
        <translation>morgen {time}</translation>
    </message>
    <message>
        <source>{moment} (in {time})</source>
        <translation>{moment} (noch {time})</translation>
    </message>
    <message>
        <source>Some answers are not here yet, and Anthropic kept them until {day}. They are probably gone.</source>
        <translation>Einige Antworten sind noch nicht hier, und Anthropic hat sie bis zum {day} aufbewahrt. Sie sind wahrscheinlich verloren.</translation>
    </message>
    <message>
        <source>Some answers are not here yet, and Anthropic keeps them until {day} only: {time} are left. Keep Batchsheet open and connected until they are here.</source>
        <translation>Einige Antworten sind noch nicht hier, und Anthropic bewahrt sie nur bis zum {day} auf: noch {time}. Lassen Sie Batchsheet offen und verbunden, bis sie hier sind.</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>heute {time}</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d.&#xa0;MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d.&#xa0;MMM yyyy</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>cut short</source>
        <translation>abgeschnitten</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>Waits for room</source>
        <translation>Wartet auf Platz</translation>
    </message>
    <message>
        <source>running</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartend</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>The row has a whole answer.</source>
        <translation>Die Zeile hat eine vollständige Antwort.</translation>
    </message>
    <message>
        <source>The answer reached the longest allowed length and stops in the middle.</source>
        <translation>Die Antwort hat die größte erlaubte Länge erreicht und bricht mittendrin ab.</translation>
    </message>
    <message>
        <source>The model declined to answer this row.</source>
        <translation>Das Modell hat es abgelehnt, zu dieser Zeile zu antworten.</translation>
    </message>
    <message>
        <source>The row has no usable answer.</source>
        <translation>Die Zeile hat keine brauchbare Antwort.</translation>
    </message>
    <message>
        <source>The service did not get to this row in time. It cost nothing.</source>
        <translation>Der Dienst kam nicht rechtzeitig zu dieser Zeile. Sie hat nichts gekostet.</translation>
    </message>
    <message>
        <source>You cancelled before this row was asked. It cost nothing.</source>
        <translation>Sie haben abgebrochen, bevor zu dieser Zeile gefragt wurde. Sie hat nichts gekostet.</translation>
    </message>
    <message>
        <source>The service has this row and has not answered yet.</source>
        <translation>Der Dienst hat diese Zeile und noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>This row has not been sent yet.</source>
        <translation>Diese Zeile wurde noch nicht gesendet.</translation>
    </message>
    <message>
        <source>This row is blank or was left out by your choice of rows.</source>
        <translation>Diese Zeile ist leer oder wurde durch Ihre Auswahl ausgelassen.</translation>
    </message>
    <message>
        <source>The answer was longer than you allowed.</source>
        <translation>Die Antwort war länger als erlaubt.</translation>
    </message>
    <message>
        <source>The model declined.</source>
        <translation>Das Modell hat abgelehnt.</translation>
    </message>
    <message>
        <source>The service could not take this as it is.</source>
        <translation>Der Dienst konnte das so nicht annehmen.</translation>
    </message>
    <message>
        <source>The service had a fault of its own. Asking again may help.</source>
        <translation>Der Dienst hatte selbst einen Fehler. Erneut zu senden kann helfen.</translation>
    </message>
    <message>
        <source>The answer does not fit its column.</source>
        <translation>Die Antwort passt nicht in ihre Spalte.</translation>
    </message>
    <message>
        <source>The model paused before it had an answer. Asked again, it goes on from there.</source>
        <translation>Das Modell hielt inne, bevor es eine Antwort hatte. Wird erneut gefragt, macht es dort weiter.</translation>
    </message>
    <message>
        <source>The row is too long for the model.</source>
        <translation>Die Zeile ist zu lang für das Modell.</translation>
    </message>
    <message>
        <source>The answer is no longer at Anthropic. It was probably paid for; asking again costs again.</source>
        <translation>Die Antwort ist nicht mehr bei Anthropic. Wahrscheinlich wurde sie bezahlt; erneut zu senden kostet noch einmal.</translation>
    </message>
    <message>
        <source>Sent to another workspace than the key&apos;s. That may have been paid for.</source>
        <translation>In einen anderen Arbeitsbereich gesendet als den des Schlüssels. Das kann bezahlt worden sein.</translation>
    </message>
    <message>
        <source>A document was changed or is gone since the price was found. It cost nothing.</source>
        <translation>Ein Dokument wurde geändert oder fehlt, seit der Preis ermittelt wurde. Es hat nichts gekostet.</translation>
    </message>
    <message>
        <source>The service said something that this version does not know.</source>
        <translation>Der Dienst hat etwas gesagt, das diese Version nicht kennt.</translation>
    </message>
    <message>
        <source>The service did not get there in time. That costs nothing.</source>
        <translation>Der Dienst kam nicht rechtzeitig dazu. Das kostet nichts.</translation>
    </message>
    <message>
        <source>Not asked before you cancelled. That costs nothing.</source>
        <translation>Vor dem Abbrechen nicht mehr bearbeitet. Das kostet nichts.</translation>
    </message>
    <message>
        <source>Nothing is known of the cause.</source>
        <translation>Über die Ursache ist nichts bekannt.</translation>
    </message>
    <message>
        <source>Your own files stay as they are.</source>
        <translation>Ihre eigenen Dateien bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>It has no answers yet.</source>
        <translation>Noch hat er keine Antworten.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer, worth {money}, is deleted with it.</source>
        <comment>%Ln answers, worth {money}, are deleted with it.</comment>
        <translation>
            <numerusform>%Ln&#xa0;Antwort im Wert von {money} wird damit gelöscht.</numerusform>
            <numerusform>%Ln&#xa0;Antworten im Wert von {money} werden damit gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>About {price}. An estimate: a few prompts were counted.</source>
        <translation>Etwa {price}. Eine Schätzung: Einige Prompts wurden gezählt.</translation>
    </message>
    <message>
        <source>Both steps: about {price}. The answers are guessed at.</source>
        <translation>Beide Schritte: etwa {price}. Die Antworten sind geschätzt.</translation>
    </message>
    <message>
        <source>All {n} steps: about {price}. The answers are guessed at.</source>
        <translation>Alle {n} Schritte: etwa {price}. Die Antworten sind geschätzt.</translation>
    </message>
    <message>
        <source>About {price}. Guessed until the rows are counted.</source>
        <translation>Etwa {price}. Geschätzt, bis die Zeilen gezählt sind.</translation>
    </message>
    <message>
        <source>{likely}, between {low} and {high}</source>
        <translation>{likely}, zwischen {low} und {high}</translation>
    </message>
    <message>
        <source>What all rows share is kept at Anthropic for reuse, as far as that works: it may save up to {saves}, or cost up to {adds} more.</source>
        <translation>Was alle Zeilen gemeinsam haben, wird bei Anthropic zur Wiederverwendung aufbewahrt, soweit das gelingt: Es kann bis zu {saves} sparen oder bis zu {adds} mehr kosten.</translation>
    </message>
    <message>
        <source>About {n} web searches are likely. How much they bring in is not limited: the most counts every search that is allowed, and each as all that the model can read. A bill near that is very unlikely, and a ceiling rules it out.</source>
        <translation>Etwa {n} Websuchen sind zu erwarten. Wie viel Text sie bringen, ist nicht begrenzt: Der Höchstpreis rechnet mit jeder erlaubten Suche und jeweils mit so viel Text, wie das Modell lesen kann. Eine Rechnung in dieser Höhe ist sehr unwahrscheinlich, und eine Obergrenze schließt sie aus.</translation>
    </message>
    <message>
        <source>Some tried rows show what searches really bring in.</source>
        <translation>Einige getestete Zeilen zeigen, wie viel Suchen wirklich bringen.</translation>
    </message>
    <message numerus="yes">
        <source>The length of the answers rests on %Ln tried row.</source>
        <comment>The length of the answers rests on %Ln tried rows.</comment>
        <translation>
            <numerusform>Die Länge der Antworten beruht auf %Ln getesteten Zeile.</numerusform>
            <numerusform>Die Länge der Antworten beruht auf %Ln getesteten Zeilen.</numerusform>
        </translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>ganze Zahl</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>yes / no</source>
        <translation>ja / nein</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>one of a list</source>
        <translation>aus einer Liste</translation>
    </message>
    <message>
        <source>list</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>looking for it</source>
        <translation>wird gesucht</translation>
    </message>
    <message>
        <source>arriving</source>
        <translation>kommt an</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>out of reach</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} von {all}</translation>
    </message>
    <message>
        <source>second copy of part {n}</source>
        <translation>zweite Kopie von Teil {n}</translation>
    </message>
    <message>
        <source>{n} asked again</source>
        <translation>{n} erneut gesendet</translation>
    </message>
    <message>
        <source>Part {n}</source>
        <translation>Teil {n}</translation>
    </message>
    <message>
        <source>until {time} at the latest</source>
        <translation>spätestens bis {time}</translation>
    </message>
    <message>
        <source>may have cost up to {money}</source>
        <translation>kann bis zu {money} gekostet haben</translation>
    </message>
    <message>
        <source>billed {money}</source>
        <translation>berechnet: {money}</translation>
    </message>
    <message>
        <source>Key missing</source>
        <translation>Schlüssel fehlt</translation>
    </message>
    <message>
        <source>Key was refused</source>
        <translation>Schlüssel abgelehnt</translation>
    </message>
    <message>
        <source>No credit left</source>
        <translation>Kein Guthaben mehr</translation>
    </message>
    <message>
        <source>Limit reached</source>
        <translation>Limit erreicht</translation>
    </message>
    <message>
        <source>Ceiling reached</source>
        <translation>Obergrenze erreicht</translation>
    </message>
    <message>
        <source>Month&apos;s ceiling</source>
        <translation>Obergrenze des Monats</translation>
    </message>
    <message>
        <source>Disk full</source>
        <translation>Datenträger voll</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>Kein Netz</translation>
    </message>
    <message>
        <source>Sending stopped</source>
        <translation>Senden angehalten</translation>
    </message>
    <message>
        <source>Service busy</source>
        <translation>Dienst ausgelastet</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>Bitte ansehen</translation>
    </message>
    <message>
        <source>Every prompt was counted.</source>
        <translation>Jeder Prompt wurde gezählt.</translation>
    </message>
    <message>
        <source>A sample of the prompts was counted.</source>
        <translation>Eine Stichprobe der Prompts wurde gezählt.</translation>
    </message>
    <message>
        <source>Guessed from the length of the text: nothing was counted yet.</source>
        <translation>Aus der Textlänge geschätzt: Noch ist nichts gezählt.</translation>
    </message>
    <message>
        <source>has a blank</source>
        <translation>mit Lücke</translation>
    </message>
    <message>
        <source>unusual</source>
        <translation>ungewöhnlich</translation>
    </message>
    <message>
        <source>short</source>
        <translation>kurz</translation>
    </message>
    <message>
        <source>long</source>
        <translation>lang</translation>
    </message>
    <message>
        <source>random</source>
        <translation>zufällig</translation>
    </message>
    <message>
        <source>your choice</source>
        <translation>Ihre Wahl</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>No reply came: it may have been billed.</source>
        <translation>Es kam keine Antwort; berechnet worden sein kann die Zeile trotzdem.</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Not sent: it cost nothing.</source>
        <translation>Nicht gesendet: Es hat nichts gekostet.</translation>
    </message>
    <message>
        <source>The length of the answers is assumed: try some rows to know it better.</source>
        <translation>Die Länge der Antworten ist angenommen: Testen Sie einige Zeilen, dann wird sie genauer.</translation>
    </message>
    <message>
        <source>The length of the answers rests on earlier jobs with this recipe.</source>
        <translation>Die Länge der Antworten beruht auf früheren Aufträgen mit diesem Rezept.</translation>
    </message>
    <message>
        <source>The length of the answers rests on rows tried with another wording.</source>
        <translation>Die Länge der Antworten beruht auf Zeilen, die mit anderem Wortlaut getestet wurden.</translation>
    </message>
    <message>
        <source>Deleted here: what you typed, {rows}, about {size} MB.</source>
        <translation>Hier wird gelöscht: was Sie eingegeben haben, {rows}, etwa {size} MB.</translation>
    </message>
    <message>
        <source>Deleted here: {rows}, about {size} MB.</source>
        <translation>Hier wird gelöscht: {rows}, etwa {size} MB.</translation>
    </message>
    <message>
        <source>No rows yet</source>
        <translation>Noch keine Zeilen</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} von {all}</translation>
    </message>
    <message>
        <source>Another key needed</source>
        <translation>Anderer Schlüssel nötig</translation>
    </message>
    <message>
        <source>One prompt for every row of a spreadsheet, at half price.</source>
        <translation>Ein Prompt für jede Zeile einer Tabelle, zum halben Preis.</translation>
    </message>
    <message>
        <source>sheet “{name}”</source>
        <translation>Blatt „{name}“</translation>
    </message>
    <message>
        <source>{n} of {all} answered</source>
        <translation>{n} von {all} beantwortet</translation>
    </message>
    <message>
        <source>Waits for the step before</source>
        <translation>Wartet auf den vorigen Schritt</translation>
    </message>
    <message>
        <source>This step goes on by itself once the one before it has ended, on rows with its answers.</source>
        <translation>Dieser Schritt geht von selbst weiter, sobald der vorige zu Ende ist, mit den Zeilen, die dort Antworten haben.</translation>
    </message>
    <message>
        <source>The service can&apos;t be reached. Nothing is lost. Batchsheet tries again by itself.</source>
        <translation>Der Dienst ist nicht zu erreichen. Nichts ist verloren. Batchsheet versucht es von selbst wieder.</translation>
    </message>
    <message numerus="yes">
        <source>You stopped sending. %Ln row is sent and stays so: {answered:,} answered for {money}, the rest for {most} at most.</source>
        <comment>You stopped sending. %Ln rows are sent and stay so: {answered:,} answered for {money}, the rest for {most} at most.</comment>
        <translation>
            <numerusform>Sie haben das Senden angehalten. %Ln Zeile ist gesendet und bleibt es: {answered:,} für {money} beantwortet, der Rest für höchstens {most}.</numerusform>
            <numerusform>Sie haben das Senden angehalten. %Ln Zeilen sind gesendet und bleiben es: {answered:,} für {money} beantwortet, der Rest für höchstens {most}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You stopped sending. %Ln row is sent: {answered:,} answered for {money}.</source>
        <comment>You stopped sending. %Ln rows are sent: {answered:,} answered for {money}.</comment>
        <translation>
            <numerusform>Sie haben das Senden angehalten. %Ln Zeile ist gesendet: {answered:,} für {money} beantwortet.</numerusform>
            <numerusform>Sie haben das Senden angehalten. %Ln Zeilen sind gesendet: {answered:,} für {money} beantwortet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row is held here, and costs nothing until you go on.</source>
        <comment>%Ln rows are held here, and cost nothing until you go on.</comment>
        <translation>
            <numerusform>%Ln Zeile wartet hier und kostet nichts, bis Sie weitermachen.</numerusform>
            <numerusform>%Ln Zeilen warten hier und kosten nichts, bis Sie weitermachen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Getting the rows ready to be sent, {percent}%</source>
        <translation>Die Zeilen werden vorbereitet, {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>{money}, all steps</source>
        <translation>{money}, alle Schritte</translation>
    </message>
    <message>
        <source>Keep Batchsheet open until all is sent: {rows} to go. What is unsent goes out at the next start.</source>
        <translation>Lassen Sie Batchsheet offen, bis alles gesendet ist: noch {rows}. Was noch nicht gesendet ist, wird beim nächsten Start gesendet.</translation>
    </message>
    <message>
        <source>What is sent goes on without Batchsheet. The next step goes out while it is open, or at the next start.</source>
        <translation>Was gesendet ist, läuft ohne Batchsheet weiter. Der nächste Schritt wird gesendet, solange es offen ist, oder beim nächsten Start.</translation>
    </message>
    <message>
        <source>You can close Batchsheet: the job goes on, and the answers wait for you until {day}.</source>
        <translation>Sie können Batchsheet schließen: Der Auftrag läuft weiter, und die Antworten warten bis zum {day} auf Sie.</translation>
    </message>
    <message>
        <source>You can close Batchsheet: what was answered by then waits for you until {day}.</source>
        <translation>Sie können Batchsheet schließen: Was bis dahin beantwortet war, wartet bis zum {day} auf Sie.</translation>
    </message>
    <message>
        <source>The service address does not take jobs.</source>
        <translation>Die Adresse des Dienstes nimmt keine Aufträge an.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Check the service address in the settings.</source>
        <translation>Prüfen Sie die Adresse des Dienstes in den Einstellungen.</translation>
    </message>
    <message>
        <source>There is no key.</source>
        <translation>Es gibt keinen Schlüssel.</translation>
    </message>
    <message>
        <source>Enter a key in the settings.</source>
        <translation>Geben Sie in den Einstellungen einen Schlüssel ein.</translation>
    </message>
    <message>
        <source>This is not a key.</source>
        <translation>Das ist kein Schlüssel.</translation>
    </message>
    <message>
        <source>Copy the key again, whole and without blanks.</source>
        <translation>Kopieren Sie den Schlüssel noch einmal, ganz und ohne Leerzeichen.</translation>
    </message>
    <message>
        <source>The service address “{text}” can&apos;t be used.</source>
        <translation>Die Adresse des Dienstes „{text}“ ist ungültig.</translation>
    </message>
    <message>
        <source>It looks like {address}.</source>
        <translation>Sie sieht aus wie {address}.</translation>
    </message>
    <message>
        <source>The proxy can&apos;t be used.</source>
        <translation>Die Adresse des Proxys ist ungültig.</translation>
    </message>
    <message>
        <source>It looks like http://proxy.example:8080.</source>
        <translation>Sie sieht aus wie http://proxy.example:8080.</translation>
    </message>
    <message>
        <source>The certificate file “{ca_file}” can&apos;t be read.</source>
        <translation>Die Zertifikatsdatei „{ca_file}“ ist nicht zu lesen.</translation>
    </message>
    <message>
        <source>Choose a file in PEM form, or none.</source>
        <translation>Wählen Sie eine Datei im PEM-Format oder keine.</translation>
    </message>
    <message>
        <source>The service can&apos;t be reached.</source>
        <translation>Der Dienst ist nicht zu erreichen.</translation>
    </message>
    <message>
        <source>Nothing was sent, and nothing is lost.</source>
        <translation>Es wurde nichts gesendet, und nichts ist verloren.</translation>
    </message>
    <message>
        <source>Check the internet connection and try again.</source>
        <translation>Prüfen Sie die Internetverbindung und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The connection to the service is not safe: its certificate could not be checked.</source>
        <translation>Die Verbindung zum Dienst ist nicht sicher: Sein Zertifikat war nicht zu prüfen.</translation>
    </message>
    <message>
        <source>If your company&apos;s network looks into connections, give its certificate file in the settings.</source>
        <translation>Wenn das Netz Ihrer Firma in Verbindungen hineinsieht, geben Sie dessen Zertifikatsdatei in den Einstellungen an.</translation>
    </message>
    <message>
        <source>The proxy did not let the connection through.</source>
        <translation>Der Proxy hat die Verbindung nicht durchgelassen.</translation>
    </message>
    <message>
        <source>Check the proxy in the settings.</source>
        <translation>Prüfen Sie den Proxy in den Einstellungen.</translation>
    </message>
    <message>
        <source>Something on the way to the service refused the connection.</source>
        <translation>Etwas zwischen diesem Computer und dem Dienst hat die Verbindung abgewiesen.</translation>
    </message>
    <message>
        <source>The service got nothing.</source>
        <translation>Beim Dienst kam nichts an.</translation>
    </message>
    <message>
        <source>Ask whether a firewall or a proxy blocks the service&apos;s address.</source>
        <translation>Fragen Sie nach, ob eine Firewall oder ein Proxy die Adresse des Dienstes sperrt.</translation>
    </message>
    <message>
        <source>The upload was too slow, and the service gave it up.</source>
        <translation>Das Hochladen war zu langsam, und der Dienst hat es aufgegeben.</translation>
    </message>
    <message>
        <source>Nothing was carried out.</source>
        <translation>Es wurde nichts ausgeführt.</translation>
    </message>
    <message>
        <source>Try again, or use a faster connection.</source>
        <translation>Versuchen Sie es noch einmal oder mit einer schnelleren Verbindung.</translation>
    </message>
    <message>
        <source>The connection to the service broke off.</source>
        <translation>Die Verbindung zum Dienst ist abgebrochen.</translation>
    </message>
    <message>
        <source>Whether the service had already acted is not known.</source>
        <translation>Ob der Dienst die Anfrage schon ausgeführt hatte, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Batchsheet asks the service before it sends anything again.</source>
        <translation>Batchsheet fragt beim Dienst nach, bevor es etwas noch einmal sendet.</translation>
    </message>
    <message>
        <source>The service&apos;s reply can&apos;t be read.</source>
        <translation>Die Antwort des Dienstes ist nicht zu lesen.</translation>
    </message>
    <message>
        <source>Whether the service has acted is not known.</source>
        <translation>Ob der Dienst die Anfrage ausgeführt hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>If this goes on, check the service address in the settings.</source>
        <translation>Bleibt es dabei, prüfen Sie die Adresse des Dienstes in den Einstellungen.</translation>
    </message>
    <message>
        <source>The service has a problem of its own.</source>
        <translation>Der Dienst hat selbst ein Problem.</translation>
    </message>
    <message>
        <source>Whether it had already acted is not known.</source>
        <translation>Ob er die Anfrage schon ausgeführt hatte, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The service asks for a pause.</source>
        <translation>Der Dienst bittet um eine Pause.</translation>
    </message>
    <message>
        <source>Nothing is lost: it takes no more for the moment.</source>
        <translation>Nichts ist verloren: Er nimmt im Moment nichts mehr an.</translation>
    </message>
    <message>
        <source>Wait, and it goes on.</source>
        <translation>Warten Sie, dann geht es weiter.</translation>
    </message>
    <message>
        <source>The service does not find what was asked for.</source>
        <translation>Der Dienst findet nicht, wonach gefragt wurde.</translation>
    </message>
    <message>
        <source>What was sent a moment ago can be missing for some minutes.</source>
        <translation>Was eben erst gesendet wurde, kann einige Minuten lang fehlen.</translation>
    </message>
    <message>
        <source>The service does not accept this request.</source>
        <translation>Der Dienst nimmt diese Anfrage nicht an.</translation>
    </message>
    <message>
        <source>It was not carried out, and costs nothing.</source>
        <translation>Sie wurde nicht ausgeführt und kostet nichts.</translation>
    </message>
    <message>
        <source>The details say why.</source>
        <translation>Die Details sagen, warum.</translation>
    </message>
    <message>
        <source>This is too large for the service.</source>
        <translation>Das ist zu groß für den Dienst.</translation>
    </message>
    <message>
        <source>Use fewer rows per part, or a shorter prompt.</source>
        <translation>Nehmen Sie weniger Zeilen je Teil oder einen kürzeren Prompt.</translation>
    </message>
    <message>
        <source>The service refused the key.</source>
        <translation>Der Dienst hat den Schlüssel abgelehnt.</translation>
    </message>
    <message>
        <source>Nothing more is sent with it.</source>
        <translation>Damit wird nichts mehr gesendet.</translation>
    </message>
    <message>
        <source>In the settings, enter a key that works.</source>
        <translation>Geben Sie in den Einstellungen einen gültigen Schlüssel ein.</translation>
    </message>
    <message>
        <source>The service has put this account on hold.</source>
        <translation>Der Dienst hat dieses Konto gesperrt.</translation>
    </message>
    <message>
        <source>Nothing more is sent.</source>
        <translation>Es wird nichts mehr gesendet.</translation>
    </message>
    <message>
        <source>Ask the service, or use another account&apos;s key.</source>
        <translation>Fragen Sie beim Dienst nach oder nehmen Sie den Schlüssel eines anderen Kontos.</translation>
    </message>
    <message>
        <source>The account has no credit left.</source>
        <translation>Das Konto hat kein Guthaben mehr.</translation>
    </message>
    <message>
        <source>The service takes no more rows.</source>
        <translation>Der Dienst nimmt keine Zeilen mehr an.</translation>
    </message>
    <message>
        <source>Add credit to the account, then go on.</source>
        <translation>Laden Sie das Konto auf, dann geht es weiter.</translation>
    </message>
    <message>
        <source>The account has reached its spending limit.</source>
        <translation>Das Konto hat sein Ausgabenlimit erreicht.</translation>
    </message>
    <message>
        <source>Raise the limit in the account, or wait until it starts anew, then go on.</source>
        <translation>Heben Sie das Limit im Konto an oder warten Sie, bis es neu beginnt, und machen Sie dann weiter.</translation>
    </message>
    <message>
        <source>The service does not have this model.</source>
        <translation>Der Dienst hat dieses Modell nicht.</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>Wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>The price of the model “{model_id}” is not known.</source>
        <translation>Der Preis des Modells „{model_id}“ ist nicht bekannt.</translation>
    </message>
    <message>
        <source>{name} always thinks; that can&apos;t be switched off.</source>
        <translation>{name} denkt immer nach; das lässt sich nicht abschalten.</translation>
    </message>
    <message>
        <source>Leave “thinking” out.</source>
        <translation>Lassen Sie „thinking“ weg.</translation>
    </message>
    <message>
        <source>It has: {efforts}.</source>
        <translation>Möglich sind: {efforts}.</translation>
    </message>
    <message>
        <source>Leave “effort” out.</source>
        <translation>Lassen Sie „effort“ weg.</translation>
    </message>
    <message>
        <source>{name} has no effort “{effort}”.</source>
        <translation>{name} kennt den Aufwand „{effort}“ nicht.</translation>
    </message>
    <message>
        <source>{name} takes the effort “{effort}” only with thinking on.</source>
        <translation>{name} nimmt den Aufwand „{effort}“ nur mit Nachdenken.</translation>
    </message>
    <message>
        <source>Set “thinking” to on, or “effort” to {effort}.</source>
        <translation>Setzen Sie „thinking“ auf „on“ oder „effort“ auf {effort}.</translation>
    </message>
    <message>
        <source>{name} can&apos;t answer at such length.</source>
        <translation>{name} kann nicht so lang antworten.</translation>
    </message>
    <message>
        <source>Set “longest_answer” to {most:,} at most.</source>
        <translation>Setzen Sie „longest_answer“ auf höchstens {most:,}.</translation>
    </message>
    <message>
        <source>{model} can&apos;t search the web.</source>
        <translation>{model} kann das Web nicht durchsuchen.</translation>
    </message>
    <message>
        <source>Choose another model, or leave “web_search” out.</source>
        <translation>Wählen Sie ein anderes Modell oder lassen Sie „web_search“ weg.</translation>
    </message>
    <message>
        <source>{name} can&apos;t answer in several columns.</source>
        <translation>{name} kann nicht in mehreren Spalten antworten.</translation>
    </message>
    <message>
        <source>Choose another model, or one text column.</source>
        <translation>Wählen Sie ein anderes Modell oder eine Textspalte.</translation>
    </message>
    <message>
        <source>The folder where Batchsheet keeps its jobs can&apos;t be written to: {root}.</source>
        <translation>In den Ordner, in dem Batchsheet seine Aufträge aufbewahrt, lässt sich nicht schreiben: {root}.</translation>
    </message>
    <message>
        <source>Make room there, allow writing to it, or choose another folder.</source>
        <translation>Schaffen Sie dort Platz, erlauben Sie das Schreiben oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation>es ist nicht da</translation>
    </message>
    <message>
        <source>it is a folder, or no ordinary file</source>
        <translation>es ist ein Ordner oder keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>it can&apos;t be read</source>
        <translation>es ist nicht zu lesen</translation>
    </message>
    <message>
        <source>it lies outside of the spreadsheet&apos;s folder</source>
        <translation>es liegt außerhalb des Ordners der Tabelle</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>es ist leer</translation>
    </message>
    <message>
        <source>it is neither a picture (PNG, JPEG, GIF, WebP) nor a PDF, a Word document (.docx), a workbook (.xlsx) or a text file</source>
        <translation>es ist weder ein Bild (PNG, JPEG, GIF, WebP) noch ein PDF, ein Word-Dokument (.docx), eine Arbeitsmappe (.xlsx) oder eine Textdatei</translation>
    </message>
    <message>
        <source>it is damaged or cut off</source>
        <translation>es ist beschädigt oder abgeschnitten</translation>
    </message>
    <message>
        <source>it is protected with a password</source>
        <translation>es ist mit einem Passwort geschützt</translation>
    </message>
    <message>
        <source>it is larger than 7 MB as a picture, or 22 MB as a PDF</source>
        <translation>es ist größer als 7 MB als Bild oder 22 MB als PDF</translation>
    </message>
    <message>
        <source>the picture is over 8,000 dots wide or high</source>
        <translation>das Bild ist über 8.000 Punkte breit oder hoch</translation>
    </message>
    <message>
        <source>they have more pages or pictures than the model takes at once</source>
        <translation>es sind mehr Seiten oder Bilder, als das Modell auf einmal nimmt</translation>
    </message>
    <message>
        <source>together they are too large for one row</source>
        <translation>zusammen sind sie zu groß für eine Zeile</translation>
    </message>
    <message>
        <source>with more than 20 pictures, each may be 2,000 dots wide or high at most</source>
        <translation>bei mehr als 20 Bildern darf jedes höchstens 2.000 Punkte breit oder hoch sein</translation>
    </message>
    <message>
        <source>The service did not get to this row within 24 hours.</source>
        <translation>Der Dienst kam in 24 Stunden nicht zu dieser Zeile.</translation>
    </message>
    <message>
        <source>The service sent a result of the type “{kind}”, which this version does not know.</source>
        <translation>Der Dienst hat ein Ergebnis der Art „{kind}“ gesendet, die diese Version nicht kennt.</translation>
    </message>
    <message>
        <source>The service sent a success without an answer, which this version does not know.</source>
        <translation>Der Dienst hat einen Erfolg ohne Antwort gesendet, den diese Version nicht kennt.</translation>
    </message>
    <message>
        <source>The answer reached the longest allowed length.</source>
        <translation>Die Antwort hat die größte erlaubte Länge erreicht.</translation>
    </message>
    <message>
        <source>The model declined to answer.</source>
        <translation>Das Modell hat es abgelehnt zu antworten.</translation>
    </message>
    <message>
        <source>The model paused before it had an answer.</source>
        <translation>Das Modell hielt inne, bevor es eine Antwort hatte.</translation>
    </message>
    <message>
        <source>The row and its answer together are longer than the model can hold.</source>
        <translation>Die Zeile und ihre Antwort sind zusammen länger, als das Modell fassen kann.</translation>
    </message>
    <message>
        <source>The answer ended for a reason that this version does not know: “{other}”.</source>
        <translation>Die Antwort endete aus einem Grund, den diese Version nicht kennt: „{other}“.</translation>
    </message>
    <message>
        <source>The service sent an error that does not say what it is, which this version does not know.</source>
        <translation>Der Dienst hat einen Fehler gesendet, der nicht sagt, was er ist, und den diese Version nicht kennt.</translation>
    </message>
    <message>
        <source>The service sent an error of the type “{kind}”, which this version does not know.</source>
        <translation>Der Dienst hat einen Fehler der Art „{kind}“ gesendet, die diese Version nicht kennt.</translation>
    </message>
    <message>
        <source>The answer is empty.</source>
        <translation>Die Antwort ist leer.</translation>
    </message>
    <message>
        <source>The answer says “{name}” twice.</source>
        <translation>In der Antwort steht „{name}“ zweimal.</translation>
    </message>
    <message>
        <source>The answer has no “{column}”.</source>
        <translation>In der Antwort fehlt „{column}“.</translation>
    </message>
    <message>
        <source>“{value}” does not fit the column “{column}”.</source>
        <translation>„{value}“ passt nicht in die Spalte „{column}“.</translation>
    </message>
    <message>
        <source>The answer is not in the form that was asked for.</source>
        <translation>Die Antwort hat nicht die Form, nach der gefragt wurde.</translation>
    </message>
    <message>
        <source>the beginning of the answer</source>
        <translation>der Anfang der Antwort</translation>
    </message>
    <message>
        <source>There is no prompt in this file.</source>
        <translation>In dieser Datei ist kein Prompt.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>The recipe is not valid TOML: {error}.</source>
        <translation>Das Rezept ist kein gültiges TOML: {error}.</translation>
    </message>
    <message>
        <source>“steps” must be written as [[steps]].</source>
        <translation>„steps“ muss als [[steps]] geschrieben werden.</translation>
    </message>
    <message>
        <source>The recipe</source>
        <translation>Das Rezept</translation>
    </message>
    <message>
        <source>The recipe&apos;s “format” must be {format}.</source>
        <translation>„format“ des Rezepts muss {format} sein.</translation>
    </message>
    <message>
        <source>It may have been made by a newer Batchsheet.</source>
        <translation>Vielleicht stammt es von einem neueren Batchsheet.</translation>
    </message>
    <message>
        <source>“outputs” must be written as [[outputs]].</source>
        <translation>„outputs“ muss als [[outputs]] geschrieben werden.</translation>
    </message>
    <message>
        <source>Step {number}</source>
        <translation>Schritt {number}</translation>
    </message>
    <message>
        <source>{where} has “{key}”: documents can go with the first step alone.</source>
        <translation>{where} hat „{key}“: Dokumente sind nur im ersten Schritt möglich.</translation>
    </message>
    <message>
        <source>{where} has no “prompt”.</source>
        <translation>{where} hat keinen „prompt“.</translation>
    </message>
    <message>
        <source>“where” of step {number} must be as in { column = &quot;Topic&quot;, equals = &quot;Refund&quot; }.</source>
        <translation>„where“ von Schritt {number} muss sein wie in { column = &quot;Thema&quot;, equals = &quot;Erstattung&quot; }.</translation>
    </message>
    <message>
        <source>“where” of step {number}</source>
        <translation>„where“ von Schritt {number}</translation>
    </message>
    <message>
        <source>Output {number}</source>
        <translation>Ausgabe {number}</translation>
    </message>
    <message>
        <source>{where} has an empty “column”.</source>
        <translation>{where} hat eine leere „column“.</translation>
    </message>
    <message>
        <source>{where} has the kind “{kind}”.</source>
        <translation>{where} hat die Art „{kind}“.</translation>
    </message>
    <message>
        <source>Kinds are: {kinds}.</source>
        <translation>Möglich sind: {kinds}.</translation>
    </message>
    <message>
        <source>“choices” of output {number} must be a list of texts.</source>
        <translation>„choices“ der Ausgabe {number} muss eine Liste von Texten sein.</translation>
    </message>
    <message>
        <source>Two outputs have the column “{column}”.</source>
        <translation>Zwei Ausgaben haben die Spalte „{column}“.</translation>
    </message>
    <message>
        <source>The column “{column}” is one of a list, and has no “choices”.</source>
        <translation>Die Spalte „{column}“ hat die Art „choice“, aber keine „choices“.</translation>
    </message>
    <message>
        <source>The column “{column}” has “choices”, and is not of the kind “choice”.</source>
        <translation>Die Spalte „{column}“ hat „choices“, aber nicht die Art „choice“.</translation>
    </message>
    <message>
        <source>Two choices of “{column}” differ in nothing but capitals.</source>
        <translation>Zwei Möglichkeiten von „{column}“ unterscheiden sich nur in der Großschreibung.</translation>
    </message>
    <message>
        <source>{where} has a key “{key}”, which Batchsheet does not know.</source>
        <translation>{where} hat einen Eintrag „{key}“, den Batchsheet nicht kennt.</translation>
    </message>
    <message>
        <source>“{key}” must be a text.</source>
        <translation>„{key}“ muss ein Text sein.</translation>
    </message>
    <message>
        <source>“{key}” must be true or false.</source>
        <translation>„{key}“ muss true oder false sein.</translation>
    </message>
    <message>
        <source>“{key}” must be a whole number from 1 to {most:,}.</source>
        <translation>„{key}“ muss eine ganze Zahl von 1 bis {most:,} sein.</translation>
    </message>
    <message>
        <source>“{key}” must be a whole number from 0 to {most}: the most searches of a row.</source>
        <translation>„{key}“ muss eine ganze Zahl von 0 bis {most} sein: die Höchstzahl der Suchen je Zeile.</translation>
    </message>
    <message>
        <source>“{key}” must be one of: {allowed}.</source>
        <translation>„{key}“ muss eins davon sein: {allowed}.</translation>
    </message>
    <message>
        <source>“attach” must be a list of columns, such as [&quot;Photo&quot;].</source>
        <translation>„attach“ muss eine Liste von Spalten sein, etwa [&quot;Foto&quot;].</translation>
    </message>
    <message>
        <source>“reference” must be a list of documents, such as [&quot;guide.pdf&quot;].</source>
        <translation>„reference“ muss eine Liste von Dokumenten sein, etwa [&quot;leitfaden.pdf&quot;].</translation>
    </message>
    <message>
        <source>Correct the recipe and try again.</source>
        <translation>Berichtigen Sie das Rezept und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>“{text}” does not name rows.</source>
        <translation>„{text}“ benennt keine Zeilen.</translation>
    </message>
    <message>
        <source>Write them as the sheet numbers them: 2-500, 700.</source>
        <translation>Schreiben Sie sie, wie das Blatt sie zählt: 2-500, 700.</translation>
    </message>
    <message>
        <source>Did you mean {{{name}}}?</source>
        <translation>Meinten&#xa0;Sie&#xa0;{{{name}}}?</translation>
    </message>
    <message>
        <source>There is no spreadsheet yet.</source>
        <translation>Noch gibt es keine Tabelle.</translation>
    </message>
    <message>
        <source>Open one first.</source>
        <translation>Öffnen Sie zuerst eine.</translation>
    </message>
    <message>
        <source>Answers of an earlier step are columns here: {names}.</source>
        <translation>Antworten eines früheren Schritts sind hier Spalten: {names}.</translation>
    </message>
    <message>
        <source>A step is for rows by a column “{column}”, which there is not.</source>
        <translation>Ein Schritt gilt für Zeilen nach einer Spalte „{column}“, die es nicht gibt.</translation>
    </message>
    <message>
        <source>Did you mean “{name}”?</source>
        <translation>Meinten&#xa0;Sie&#xa0;„{name}“?</translation>
    </message>
    <message>
        <source>The columns are: {names}.</source>
        <translation>Die Spalten sind: {names}.</translation>
    </message>
    <message>
        <source>The prompt names a column “{name}”, which the sheet does not have.</source>
        <translation>Der Prompt nennt eine Spalte „{name}“, die das Blatt nicht hat.</translation>
    </message>
    <message>
        <source>The prompt names a column “{name}”, and the sheet has {count} that match.</source>
        <translation>Der Prompt nennt eine Spalte „{name}“, und im Blatt passen {count} dazu.</translation>
    </message>
    <message>
        <source>Write the name exactly as it stands in the sheet.</source>
        <translation>Schreiben Sie den Namen genau so, wie er im Blatt steht.</translation>
    </message>
    <message>
        <source>{names} and {more:,} more</source>
        <translation>{names} und {more:,} weitere</translation>
    </message>
    <message>
        <source>Practice could not write to the disk.</source>
        <translation>Der Übungsmodus konnte nicht auf den Datenträger schreiben.</translation>
    </message>
    <message>
        <source>Nothing is lost: practice costs nothing.</source>
        <translation>Nichts ist verloren: Üben kostet nichts.</translation>
    </message>
    <message>
        <source>Make room on the disk, then go on.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger, dann geht es weiter.</translation>
    </message>
    <message>
        <source>The key is set on this computer, outside of Batchsheet ({name}), and is not stored.</source>
        <translation>Der Schlüssel ist auf diesem Computer außerhalb von Batchsheet eingestellt ({name}) und wird nicht gespeichert.</translation>
    </message>
    <message>
        <source>The key is kept in this system&apos;s keyring.</source>
        <translation>Der Schlüssel liegt im Schlüsselbund dieses Systems.</translation>
    </message>
    <message>
        <source>The key is kept until Batchsheet is closed, and then forgotten.</source>
        <translation>Der Schlüssel bleibt, bis Batchsheet geschlossen wird, und wird dann vergessen.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring is locked. Unlock it, or enter the key for this session.</source>
        <translation>Der Schlüsselbund des Systems ist gesperrt. Entsperren Sie ihn oder geben Sie den Schlüssel für diese Sitzung ein.</translation>
    </message>
    <message>
        <source>There is no key yet. Real answers need one: whoever manages your account makes it at platform.claude.com.</source>
        <translation>Noch gibt es keinen Schlüssel. Echte Antworten brauchen einen: Wer Ihr Konto verwaltet, erzeugt ihn auf platform.claude.com.</translation>
    </message>
    <message>
        <source>Practice mode needs no key. One that you enter here is for real jobs.</source>
        <translation>Üben geht ohne Schlüssel. Einer, den Sie hier eingeben, ist für echte Aufträge.</translation>
    </message>
    <message>
        <source>There is no key for Anthropic&apos;s service.</source>
        <translation>Es gibt keinen Schlüssel für den Dienst von Anthropic.</translation>
    </message>
    <message>
        <source>Enter one in Settings; whoever manages your account makes it at platform.claude.com.</source>
        <translation>Geben Sie in den Einstellungen einen ein; wer Ihr Konto verwaltet, erzeugt ihn auf platform.claude.com.</translation>
    </message>
    <message>
        <source>What goes to {host} is not encrypted: anyone on the network in between can read your key and your rows. Use an address that begins with https:// if there is one.</source>
        <translation>Was an {host} geht, ist nicht verschlüsselt: Wer im Netz dazwischen ist, kann Ihren Schlüssel und Ihre Zeilen lesen. Nehmen Sie eine Adresse, die mit https:// beginnt, wenn es eine gibt.</translation>
    </message>
    <message>
        <source>{file}: {notice}</source>
        <translation>{file}: {notice}</translation>
    </message>
    <message>
        <source>The files have different columns.</source>
        <translation>Die Dateien haben verschiedene Spalten.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more file differs, too.</source>
        <comment>%Ln more files differ, too.</comment>
        <translation>
            <numerusform>%Ln weitere Datei ist ebenfalls anders.</numerusform>
            <numerusform>%Ln weitere Dateien sind ebenfalls anders.</numerusform>
        </translation>
    </message>
    <message>
        <source>No row was read.</source>
        <translation>Es wurde keine Zeile gelesen.</translation>
    </message>
    <message>
        <source>Open files that have the same columns, or one by one.</source>
        <translation>Öffnen Sie Dateien mit denselben Spalten oder jede für sich.</translation>
    </message>
    <message>
        <source>Beside “{first}”, “{file}” lacks {missing}.</source>
        <translation>Verglichen mit „{first}“ fehlt in „{file}“: {missing}.</translation>
    </message>
    <message>
        <source>Beside “{first}”, “{file}” has {further} besides.</source>
        <translation>Verglichen mit „{first}“ hat „{file}“ zusätzlich: {further}.</translation>
    </message>
    <message>
        <source>Beside “{first}”, “{file}” lacks {missing} and has {further} besides.</source>
        <translation>Verglichen mit „{first}“ fehlt in „{file}“: {missing}; zusätzlich gibt es: {further}.</translation>
    </message>
    <message>
        <source>{count:,} files stand one below the other.</source>
        <translation>{count:,} Dateien stehen untereinander.</translation>
    </message>
    <message>
        <source>Each row&apos;s file is named in the last column. An export is a new file: there is no single one to copy.</source>
        <translation>In der letzten Spalte steht zu jeder Zeile ihre Datei. Ein Export ist eine neue Datei: Es gibt keine einzelne, die sich kopieren ließe.</translation>
    </message>
    <message>
        <source>Not every file has every column: {names}.</source>
        <translation>Nicht jede Datei hat jede Spalte: {names}.</translation>
    </message>
    <message>
        <source>Cells that a file lacks are empty.</source>
        <translation>Zellen, die einer Datei fehlen, sind leer.</translation>
    </message>
    <message>
        <source>One sheet of each workbook was taken: {names}.</source>
        <translation>Aus jeder Arbeitsmappe wurde ein Blatt genommen: {names}.</translation>
    </message>
    <message>
        <source>There is more to say of single files: {rest:,} further notes.</source>
        <translation>Zu einzelnen Dateien gäbe es mehr zu sagen: {rest:,} weitere Hinweise.</translation>
    </message>
    <message>
        <source>“{name}” was changed while it was read.</source>
        <translation>„{name}“ wurde während des Lesens geändert.</translation>
    </message>
    <message>
        <source>Wait until the program that writes it is done, then open the files again.</source>
        <translation>Warten Sie, bis das schreibende Programm fertig ist, und öffnen Sie die Dateien dann noch einmal.</translation>
    </message>
    <message>
        <source>The prompt has no column in it: every row gets the same.</source>
        <translation>Der Prompt enthält keine Spalte: Jede Zeile bekommt dasselbe.</translation>
    </message>
    <message>
        <source>Change the prompt</source>
        <translation>Prompt ändern</translation>
    </message>
    <message>
        <source>The prompt has {braces} that is never closed: no cell is put in there.</source>
        <translation>Im Prompt wird {braces} nie geschlossen: Dort wird keine Zelle eingesetzt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row has nothing to ask and is left out.</source>
        <comment>%Ln rows have nothing to ask and are left out.</comment>
        <translation>
            <numerusform>%Ln Zeile ist in den Spalten des Prompts leer und wird ausgelassen.</numerusform>
            <numerusform>%Ln Zeilen sind in den Spalten des Prompts leer und werden ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row was answered by an earlier job: it is taken from there, and costs nothing.</source>
        <comment>%Ln rows were answered by an earlier job: they are taken from there, and cost nothing.</comment>
        <translation>
            <numerusform>%Ln Zeile wurde von einem früheren Auftrag beantwortet: Die Antwort wird übernommen und kostet nichts.</numerusform>
            <numerusform>%Ln Zeilen wurden von einem früheren Auftrag beantwortet: Die Antworten werden übernommen und kosten nichts.</numerusform>
        </translation>
    </message>
    <message>
        <source>A tried row got no reply. It may have been billed, and is asked again with the job.</source>
        <translation>Zu einer getesteten Zeile kam keine Antwort. Sie kann berechnet worden sein und wird mit dem Auftrag erneut gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row is the same as another and is asked once.</source>
        <comment>%Ln rows are the same as another and are asked once.</comment>
        <translation>
            <numerusform>%Ln Zeile gleicht einer anderen und bekommt deren Antwort.</numerusform>
            <numerusform>%Ln Zeilen gleichen einer anderen und bekommen deren Antwort.</numerusform>
        </translation>
    </message>
    <message>
        <source>Practice mode needs no key, and costs nothing.</source>
        <translation>Der Übungsmodus braucht keinen Schlüssel und kostet nichts.</translation>
    </message>
    <message>
        <source>There is a key.</source>
        <translation>Ein Schlüssel ist da.</translation>
    </message>
    <message>
        <source>A key from Anthropic is needed to send rows.</source>
        <translation>Um Zeilen zu senden, ist ein Schlüssel von Anthropic nötig.</translation>
    </message>
    <message>
        <source>Change the address</source>
        <translation>Adresse ändern</translation>
    </message>
    <message>
        <source>Enter key</source>
        <translation>Schlüssel eingeben</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row has its answer from a tried row, and is not asked again.</source>
        <comment>%Ln rows have their answers from tried rows, and are not asked again.</comment>
        <translation>
            <numerusform>%Ln Zeile hat ihre Antwort schon aus dem Test und wird nicht erneut gesendet.</numerusform>
            <numerusform>%Ln Zeilen haben ihre Antwort schon aus dem Test und werden nicht erneut gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>The key leads to another workspace ({name}) than your last job&apos;s. What still waits there needs a key of that one.</source>
        <translation>Der Schlüssel gehört zu einem anderen Arbeitsbereich ({name}) als Ihr letzter Auftrag. Was in dessen Arbeitsbereich noch wartet, braucht einen Schlüssel von dort.</translation>
    </message>
    <message>
        <source>Enter another key</source>
        <translation>Anderen Schlüssel eingeben</translation>
    </message>
    <message>
        <source>The key works, and leads to the workspace {name}.</source>
        <translation>Der Schlüssel ist gültig und gehört zum Arbeitsbereich {name}.</translation>
    </message>
    <message>
        <source>Rows go to {host}, not to Anthropic&apos;s own address.</source>
        <translation>Die Zeilen gehen an {host}, nicht an Anthropics eigene Adresse.</translation>
    </message>
    <message>
        <source>Every row has its answer already: none is asked.</source>
        <translation>Jede Zeile hat ihre Antwort schon: Keine wird gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row will be asked.</source>
        <comment>%Ln rows will be asked.</comment>
        <translation>
            <numerusform>%Ln Zeile wird bearbeitet.</numerusform>
            <numerusform>%Ln Zeilen werden bearbeitet.</numerusform>
        </translation>
    </message>
    <message>
        <source>No row is left to ask.</source>
        <translation>Es ist keine Zeile mehr zu bearbeiten.</translation>
    </message>
    <message>
        <source>Choose rows</source>
        <translation>Zeilen wählen</translation>
    </message>
    <message>
        <source>The length of every prompt was counted.</source>
        <translation>Die Länge jedes Prompts wurde gezählt.</translation>
    </message>
    <message>
        <source>The length of the prompts was counted on a sample of rows.</source>
        <translation>Die Länge der Prompts wurde an einer Stichprobe gezählt.</translation>
    </message>
    <message>
        <source>The length of the prompts is guessed: none was counted yet.</source>
        <translation>Die Länge der Prompts ist geschätzt: Es wurde noch keiner gezählt.</translation>
    </message>
    <message>
        <source>The likely price is over your ceiling.</source>
        <translation>Der wahrscheinliche Preis liegt über Ihrer Obergrenze.</translation>
    </message>
    <message>
        <source>Change the ceiling</source>
        <translation>Obergrenze ändern</translation>
    </message>
    <message>
        <source>Your ceiling has no room for a single row at its most: none would be sent.</source>
        <translation>Ihre Obergrenze reicht nicht einmal für eine einzige Zeile zum Höchstpreis: Keine würde gesendet.</translation>
    </message>
    <message>
        <source>What web searches bring in is not limited, so rows leave a few at a time to keep under your ceiling.</source>
        <translation>Was Websuchen bringen, ist nicht begrenzt. Damit Ihre Obergrenze hält, werden immer nur wenige Zeilen auf einmal gesendet.</translation>
    </message>
    <message>
        <source>If answers run long, your ceiling may stop the job before its end.</source>
        <translation>Werden die Antworten lang, kann Ihre Obergrenze den Auftrag vor dem Ende anhalten.</translation>
    </message>
    <message>
        <source>Even at its most, the job stays under your ceiling.</source>
        <translation>Selbst im teuersten Fall bleibt der Auftrag unter Ihrer Obergrenze.</translation>
    </message>
    <message>
        <source>The likely price would take this month over your ceiling for all jobs.</source>
        <translation>Mit dem wahrscheinlichen Preis käme dieser Monat über Ihre Obergrenze für alle Aufträge.</translation>
    </message>
    <message>
        <source>Change that ceiling</source>
        <translation>Diese Obergrenze ändern</translation>
    </message>
    <message>
        <source>If answers run long, your ceiling for the month may stop the job before its end.</source>
        <translation>Werden die Antworten lang, kann Ihre Obergrenze für den Monat den Auftrag vor dem Ende anhalten.</translation>
    </message>
    <message>
        <source>Even at its most, this month stays under your ceiling for all jobs.</source>
        <translation>Selbst im teuersten Fall bleibt dieser Monat unter Ihrer Obergrenze für alle Aufträge.</translation>
    </message>
    <message>
        <source>The reference document “{name}” can&apos;t be sent: {why}.</source>
        <translation>Das Dokument „{name}“, das vor jeder Zeile steht, kann nicht gesendet werden: {why}.</translation>
    </message>
    <message>
        <source>Change the documents</source>
        <translation>Dokumente ändern</translation>
    </message>
    <message>
        <source>Before every row goes: {names}.</source>
        <translation>Vor jeder Zeile steht: {names}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document ({size:,.1f} MB) will be sent, from {folders}.</source>
        <comment>%Ln documents ({size:,.1f} MB) will be sent, from {folders}.</comment>
        <translation>
            <numerusform>%Ln Dokument ({size:,.1f} MB) wird gesendet, aus {folders}.</numerusform>
            <numerusform>%Ln Dokumente ({size:,.1f} MB) werden gesendet, aus {folders}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{row:,}</source>
        <translation>{row:,}</translation>
    </message>
    <message>
        <source>{rows} and others</source>
        <translation>{rows} und weitere</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row is left out for a document: {why} (row {rows}).</source>
        <comment>%Ln rows are left out for a document: {why} (row {rows}).</comment>
        <translation>
            <numerusform>%Ln Zeile wird wegen eines Dokuments ausgelassen: {why} (Zeile {rows}).</numerusform>
            <numerusform>%Ln Zeilen werden wegen eines Dokuments ausgelassen: {why} (Zeile {rows}).</numerusform>
        </translation>
    </message>
    <message>
        <source>Allow these folders</source>
        <translation>Diese Ordner erlauben</translation>
    </message>
    <message>
        <source>Look at the rows</source>
        <translation>Zeilen ansehen</translation>
    </message>
    <message>
        <source>{folder} ({count:,})</source>
        <translation>{folder} ({count:,})</translation>
    </message>
    <message>
        <source>Some answers did not come with the rest.</source>
        <translation>Einige Antworten kamen nicht mit den übrigen.</translation>
    </message>
    <message>
        <source>They are not lost: they are asked for again.</source>
        <translation>Sie sind nicht verloren: Sie werden noch einmal abgeholt.</translation>
    </message>
    <message>
        <source>They are asked for again.</source>
        <translation>Sie werden noch einmal abgeholt.</translation>
    </message>
    <message>
        <source>Answers could not be written to the disk.</source>
        <translation>Antworten ließen sich nicht auf den Datenträger schreiben.</translation>
    </message>
    <message>
        <source>They are safe at Anthropic, and are fetched again.</source>
        <translation>Sie sind bei Anthropic sicher und werden noch einmal abgeholt.</translation>
    </message>
    <message>
        <source>The service ended this row&apos;s part without an answer for it.</source>
        <translation>Der Dienst hat den Teil dieser Zeile ohne eine Antwort für sie beendet.</translation>
    </message>
    <message>
        <source>Rows with documents can&apos;t be compared with an earlier job&apos;s.</source>
        <translation>Zeilen mit Dokumenten lassen sich nicht mit denen eines früheren Auftrags vergleichen.</translation>
    </message>
    <message>
        <source>Leave --since out: what is unchanged is found all the same when it is priced.</source>
        <translation>Lassen Sie --since weg: Was unverändert ist, wird beim Ermitteln des Preises trotzdem gefunden.</translation>
    </message>
    <message>
        <source>The rows of that job have no column “{column}”.</source>
        <translation>Die Zeilen des anderen Auftrags haben keine Spalte „{column}“.</translation>
    </message>
    <message>
        <source>They can&apos;t be compared.</source>
        <translation>Sie lassen sich nicht vergleichen.</translation>
    </message>
    <message>
        <source>Go on from a job with the same columns.</source>
        <translation>Knüpfen Sie an einen Auftrag mit denselben Spalten an.</translation>
    </message>
    <message>
        <source>“{value}” stands more than once in “{key}”.</source>
        <translation>„{value}“ steht mehr als einmal in „{key}“.</translation>
    </message>
    <message>
        <source>“{key}” is blank in some rows.</source>
        <translation>„{key}“ ist in einigen Zeilen leer.</translation>
    </message>
    <message>
        <source>These two have no answer column in common.</source>
        <translation>Diese beiden haben keine Antwortspalte gemeinsam.</translation>
    </message>
    <message>
        <source>There is nothing to compare.</source>
        <translation>Es gibt nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>By that column rows can&apos;t be told from each other.</source>
        <translation>An dieser Spalte lassen sich Zeilen nicht unterscheiden.</translation>
    </message>
    <message>
        <source>Choose another key, or compare by content.</source>
        <translation>Wählen Sie eine andere Spalte oder vergleichen Sie nach Inhalt.</translation>
    </message>
    <message>
        <source>Both jobs need a column “{key}”.</source>
        <translation>Beide Aufträge brauchen eine Spalte „{key}“.</translation>
    </message>
    <message>
        <source>These two have no column in common.</source>
        <translation>Diese beiden haben keine Spalte gemeinsam.</translation>
    </message>
    <message>
        <source>Their rows can&apos;t be compared.</source>
        <translation>Ihre Zeilen lassen sich nicht vergleichen.</translation>
    </message>
    <message>
        <source>Choose another job or another column.</source>
        <translation>Wählen Sie einen anderen Auftrag oder eine andere Spalte.</translation>
    </message>
    <message>
        <source>There is no job “{job}”.</source>
        <translation>Es gibt keinen Auftrag „{job}“.</translation>
    </message>
    <message>
        <source>“{name}” has not ended yet.</source>
        <translation>„{name}“ ist noch nicht zu Ende.</translation>
    </message>
    <message>
        <source>Wait for its end.</source>
        <translation>Warten Sie auf das Ende.</translation>
    </message>
    <message>
        <source>That job has no rows.</source>
        <translation>Der andere Auftrag hat keine Zeilen.</translation>
    </message>
    <message>
        <source>There is nothing to compare with.</source>
        <translation>Es gibt nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>Choose another job.</source>
        <translation>Wählen Sie einen anderen Auftrag.</translation>
    </message>
    <message>
        <source>“{name}” is not where it was.</source>
        <translation>„{name}“ ist nicht mehr am alten Ort.</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Export the file as it was sent instead.</source>
        <translation>Exportieren Sie stattdessen die Datei, wie sie gesendet wurde.</translation>
    </message>
    <message>
        <source>The file as it is now has no column {missing} any more.</source>
        <translation>Die Datei hat, wie sie jetzt ist, keine Spalte {missing} mehr.</translation>
    </message>
    <message>
        <source>Its rows can&apos;t be told from each other, and nothing was written.</source>
        <translation>Ihre Zeilen lassen sich nicht unterscheiden, und es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Put it back as it was and go on.</source>
        <translation>Stellen Sie das Dokument wieder her, wie es war, dann geht es weiter.</translation>
    </message>
    <message>
        <source>“attach” names the column “{name}”, which the sheet does not have.</source>
        <translation>„attach“ nennt die Spalte „{name}“, die das Blatt nicht hat.</translation>
    </message>
    <message>
        <source>It has: {there}.</source>
        <translation>Es hat: {there}.</translation>
    </message>
    <message>
        <source>It goes before every row&apos;s prompt, so no row was sent with it.</source>
        <translation>Es steht vor dem Prompt jeder Zeile, darum wurde keine Zeile gesendet.</translation>
    </message>
    <message>
        <source>The reference document “{name}” can&apos;t be sent: {in_words}.</source>
        <translation>Das Dokument „{name}“, das vor jeder Zeile steht, kann nicht gesendet werden: {in_words}.</translation>
    </message>
    <message>
        <source>Mend that, or take it off the Prompt page.</source>
        <translation>Bringen Sie das in Ordnung oder nehmen Sie es auf der Seite Prompt heraus.</translation>
    </message>
    <message>
        <source>The documents of this row ({named}) can&apos;t be sent: {why}.</source>
        <translation>Die Dokumente dieser Zeile ({named}) können nicht gesendet werden: {why}.</translation>
    </message>
    <message>
        <source>The row was not sent, and costs nothing.</source>
        <translation>Die Zeile wurde nicht gesendet und kostet nichts.</translation>
    </message>
    <message>
        <source>Mend that, then ask the row again.</source>
        <translation>Bringen Sie das in Ordnung und senden Sie die Zeile dann erneut.</translation>
    </message>
    <message>
        <source>The document “{name}” is not there any more, or can&apos;t be read.</source>
        <translation>Das Dokument „{name}“ ist nicht mehr da oder nicht zu lesen.</translation>
    </message>
    <message>
        <source>Put it back, then ask the row again.</source>
        <translation>Legen Sie das Dokument zurück und senden Sie die Zeile dann erneut.</translation>
    </message>
    <message>
        <source>The document “{name}” was changed after the price was found.</source>
        <translation>Das Dokument „{name}“ wurde geändert, nachdem der Preis ermittelt war.</translation>
    </message>
    <message>
        <source>Ask the row again to send the document as it is now.</source>
        <translation>Senden Sie die Zeile erneut, dann geht das Dokument mit, wie es jetzt ist.</translation>
    </message>
    <message>
        <source>The folder where Batchsheet keeps its jobs can&apos;t be written to.</source>
        <translation>In den Ordner, in dem Batchsheet seine Aufträge aufbewahrt, lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Nothing is sent.</source>
        <translation>Es wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Make room there, or allow writing to it.</source>
        <translation>Schaffen Sie dort Platz oder erlauben Sie das Schreiben.</translation>
    </message>
    <message>
        <source>There is no such row.</source>
        <translation>Diese Zeile gibt es nicht.</translation>
    </message>
    <message>
        <source>Choose another row.</source>
        <translation>Wählen Sie eine andere Zeile.</translation>
    </message>
    <message>
        <source>{name} retires on {day}: rows asked again later need another model.</source>
        <translation>{name} wird am {day} abgeschaltet: Zeilen, die später erneut gesendet werden, brauchen ein anderes Modell.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row is longer than the model can read: it would fail, and cost nothing.</source>
        <comment>%Ln rows are longer than the model can read: they would fail, and cost nothing.</comment>
        <translation>
            <numerusform>%Ln Zeile ist länger, als das Modell lesen kann: Sie würde fehlschlagen und nichts kosten.</numerusform>
            <numerusform>%Ln Zeilen sind länger, als das Modell lesen kann: Sie würden fehlschlagen und nichts kosten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Change the model</source>
        <translation>Modell ändern</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tried row ran into the longest answer, and others will.</source>
        <comment>%Ln tried rows ran into the longest answer, and others will.</comment>
        <translation>
            <numerusform>Bei %Ln getesteten Zeile reichte die erlaubte Länge nicht, und so wird es auch anderen gehen.</numerusform>
            <numerusform>Bei %Ln getesteten Zeilen reichte die erlaubte Länge nicht, und so wird es auch anderen gehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Allow longer answers</source>
        <translation>Längere Antworten erlauben</translation>
    </message>
    <message>
        <source>“{column}” ({share}%)</source>
        <translation>„{column}“ ({share}&#xa0;%)</translation>
    </message>
    <message>
        <source>Blank in some rows: {columns}.</source>
        <translation>In manchen Zeilen leer: {columns}.</translation>
    </message>
    <message>
        <source>“{short}” and “{long}”</source>
        <translation>„{short}“ und „{long}“</translation>
    </message>
    <message>
        <source>Choices of “{column}” overlap: {pairs}.</source>
        <translation>Auswahlwerte von „{column}“ überschneiden sich: {pairs}.</translation>
    </message>
    <message>
        <source>Change the choices</source>
        <translation>Auswahl ändern</translation>
    </message>
    <message>
        <source>An answer may be longer than a cell of Excel holds: the export puts the whole of it on a sheet of its own.</source>
        <translation>Eine Antwort kann länger sein, als eine Excel-Zelle fasst: Der Export legt sie ganz auf ein eigenes Blatt.</translation>
    </message>
    <message>
        <source>New accounts take {most:,} rows at a time: the rest goes out as soon as those are done.</source>
        <translation>Neue Konten nehmen {most:,} Zeilen auf einmal: Der Rest wird gesendet, sobald diese fertig sind.</translation>
    </message>
    <message>
        <source>“{column}”</source>
        <translation>„{column}“</translation>
    </message>
    <message>
        <source>Columns that the prompt does not name are not sent: {columns}.</source>
        <translation>Spalten, die der Prompt nicht nennt, werden nicht gesendet: {columns}.</translation>
    </message>
    <message>
        <source>No spreadsheet is open yet.</source>
        <translation>Noch ist keine Tabelle geöffnet.</translation>
    </message>
    <message>
        <source>Open one on the Data page.</source>
        <translation>Öffnen Sie eine auf der Seite Daten.</translation>
    </message>
    <message>
        <source>The prompt is empty.</source>
        <translation>Der Prompt ist leer.</translation>
    </message>
    <message>
        <source>Write on the Prompt page what to ask.</source>
        <translation>Schreiben Sie auf der Seite Prompt, was gefragt werden soll.</translation>
    </message>
    <message>
        <source>The answers are safe, and any earlier file is as it was.</source>
        <translation>Die Antworten sind sicher, und eine frühere Datei ist, wie sie war.</translation>
    </message>
    <message>
        <source>The disk is full: “{name}” could not be written.</source>
        <translation>Der Datenträger ist voll: „{name}“ ließ sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Make room there, or choose another place.</source>
        <translation>Schaffen Sie dort Platz oder wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>“{name}” is too long for the name of a file.</source>
        <translation>„{name}“ ist als Dateiname zu lang.</translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <translation>Wählen Sie einen kürzeren Namen.</translation>
    </message>
    <message>
        <source>There is no folder for “{target}”.</source>
        <translation>Es gibt keinen Ordner für „{target}“.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Wählen Sie einen anderen&#xa0;Ort.</translation>
    </message>
    <message>
        <source>“{parent}” can&apos;t be written to.</source>
        <translation>In „{parent}“ lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>“{name}” is write-protected.</source>
        <translation>„{name}“ ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>“{name}” is open in another program.</source>
        <translation>„{name}“ ist in einem anderen Programm geöffnet.</translation>
    </message>
    <message>
        <source>Close it there, or choose another name.</source>
        <translation>Schließen Sie die Datei dort oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>“{name}” could not be written.</source>
        <translation>„{name}“ ließ sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Close it in other programs, or choose another place with room on it.</source>
        <translation>Schließen Sie die Datei in anderen Programmen oder wählen Sie einen anderen Ort mit genug Platz.</translation>
    </message>
    <message>
        <source>Answers of this file can&apos;t be written as “{ending}”.</source>
        <translation>Antworten zu dieser Datei lassen sich nicht als „{ending}“ schreiben.</translation>
    </message>
    <message>
        <source>Choose one of: {names}.</source>
        <translation>Wählen Sie eins davon: {names}.</translation>
    </message>
    <message>
        <source>The target is a file that the rows come from.</source>
        <translation>Das Ziel ist eine Datei, aus der die Zeilen kommen.</translation>
    </message>
    <message>
        <source>It is never written to.</source>
        <translation>In sie wird nie geschrieben.</translation>
    </message>
    <message>
        <source>“{name}” lies in the folder that the rows are made of.</source>
        <translation>„{name}“ liegt in dem Ordner, aus dem die Zeilen gemacht sind.</translation>
    </message>
    <message>
        <source>Its files are never written to.</source>
        <translation>In seine Dateien wird nie geschrieben.</translation>
    </message>
    <message>
        <source>Choose another name or folder.</source>
        <translation>Wählen Sie einen anderen Namen oder Ordner.</translation>
    </message>
    <message>
        <source>There is a file “{name}” already, which this job did not write.</source>
        <translation>Es gibt schon eine Datei „{name}“, die nicht von diesem Auftrag stammt.</translation>
    </message>
    <message>
        <source>row {row} (“{column}”)</source>
        <translation>Zeile {row} („{column}“)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>%Ln more</comment>
        <translation>
            <numerusform>%Ln weitere</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell of your answer columns was edited by hand, and stays as it is: {places}.</source>
        <comment>%Ln cells of your answer columns were edited by hand, and stay as they are: {places}.</comment>
        <translation>
            <numerusform>%Ln Zelle Ihrer Antwortspalten wurde von Hand geändert und bleibt, wie sie ist: {places}.</numerusform>
            <numerusform>%Ln Zellen Ihrer Antwortspalten wurden von Hand geändert und bleiben, wie sie sind: {places}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row has the answer of another run, as you kept it.</source>
        <comment>%Ln rows have the answer of another run, as you kept it.</comment>
        <translation>
            <numerusform>%Ln Zeile hat die Antwort eines anderen Laufs, wie Sie es gewählt haben.</numerusform>
            <numerusform>%Ln Zeilen haben die Antwort eines anderen Laufs, wie Sie es gewählt haben.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was left as it is.</source>
        <translation>Sie wurde gelassen, wie sie ist.</translation>
    </message>
    <message>
        <source>Choose another name, or allow it to be replaced.</source>
        <translation>Wählen Sie einen anderen Namen oder erlauben Sie, sie zu ersetzen.</translation>
    </message>
    <message>
        <source>Your own workbook with columns added: all else in it stays as it is.</source>
        <translation>Ihre eigene Arbeitsmappe mit neuen Spalten; alles andere bleibt unverändert.</translation>
    </message>
    <message>
        <source>Your own file with columns added, its own fields byte for byte ({encoding}).</source>
        <translation>Ihre eigene Datei mit neuen Spalten, ihre eigenen Felder Byte für Byte ({encoding}).</translation>
    </message>
    <message>
        <source>A new file with your rows and the answers.</source>
        <translation>Eine neue Datei mit Ihren Zeilen und den Antworten.</translation>
    </message>
    <message>
        <source>Answers that Excel would take for formulas get an apostrophe in front.</source>
        <translation>Antworten, die Excel für Formeln hielte, bekommen einen Apostroph davor.</translation>
    </message>
    <message numerus="yes">
        <source>About %Ln answer is longer than a cell: whole in the file, but Excel cuts it on opening.</source>
        <comment>About %Ln answers are longer than a cell: whole in the file, but Excel cuts them on opening.</comment>
        <translation>
            <numerusform>Etwa %Ln Antwort ist länger als eine Zelle: ganz in der Datei, aber Excel schneidet sie beim Öffnen ab.</numerusform>
            <numerusform>Etwa %Ln Antworten sind länger als eine Zelle: ganz in der Datei, aber Excel schneidet sie beim Öffnen ab.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %Ln answer is longer than a cell: cut there with a mark, and whole in a sheet “Long answers”.</source>
        <comment>About %Ln answers are longer than a cell: cut there with a mark, and whole in a sheet “Long answers”.</comment>
        <translation>
            <numerusform>Etwa %Ln Antwort ist länger als eine Zelle: dort mit einem Hinweis abgeschnitten und ganz in einem Blatt „Long answers“.</numerusform>
            <numerusform>Etwa %Ln Antworten sind länger als eine Zelle: dort mit einem Hinweis abgeschnitten und ganz in einem Blatt „Long answers“.</numerusform>
        </translation>
    </message>
    <message>
        <source>Answers have characters that {encoding} does not have.</source>
        <translation>Antworten enthalten Zeichen, die es in {encoding} nicht gibt.</translation>
    </message>
    <message>
        <source>The file will be in UTF-8; no character is replaced.</source>
        <translation>Die Datei wird in UTF-8 sein; kein Zeichen wird ersetzt.</translation>
    </message>
    <message>
        <source>“{name}” has changed since it was read: this is the file as it was sent.</source>
        <translation>„{name}“ hat sich seit dem Lesen geändert: Das ist die Datei, wie sie gesendet wurde.</translation>
    </message>
    <message>
        <source>This job has no rows.</source>
        <translation>Dieser Auftrag hat keine Zeilen.</translation>
    </message>
    <message>
        <source>Open a spreadsheet first.</source>
        <translation>Öffnen Sie zuerst eine Tabelle.</translation>
    </message>
    <message>
        <source>“{name}” would have more than {most:,} rows.</source>
        <translation>„{name}“ hätte mehr als {most:,} Zeilen.</translation>
    </message>
    <message>
        <source>“{name}” would have more than {most:,} columns.</source>
        <translation>„{name}“ hätte mehr als {most:,} Spalten.</translation>
    </message>
    <message>
        <source>Export to .csv instead.</source>
        <translation>Exportieren Sie stattdessen als .csv.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer is longer than a cell can be: cut there with a mark, whole in “Long answers”.</source>
        <comment>%Ln answers are longer than a cell can be: cut there with a mark, whole in “Long answers”.</comment>
        <translation>
            <numerusform>%Ln Antwort ist länger, als eine Zelle sein kann: dort mit einem Hinweis abgeschnitten, ganz in „Long answers“.</numerusform>
            <numerusform>%Ln Antworten sind länger, als eine Zelle sein kann: dort mit einem Hinweis abgeschnitten, ganz in „Long answers“.</numerusform>
        </translation>
    </message>
    <message>
        <source>The next part could take the job over your ceiling. Nothing more is sent; what was answered is kept. Raise the ceiling to go on, or export what is there.</source>
        <translation>Mit dem nächsten Teil könnte der Auftrag über Ihre Obergrenze kommen. Es wird nichts mehr gesendet; was beantwortet ist, bleibt. Heben Sie die Obergrenze an, um weiterzumachen, oder exportieren Sie, was da ist.</translation>
    </message>
    <message>
        <source>The next part could take this month over your ceiling for all jobs. Nothing more is sent; what was answered is kept. Raise that ceiling to go on, or go on next month.</source>
        <translation>Mit dem nächsten Teil könnte dieser Monat über Ihre Obergrenze für alle Aufträge kommen. Es wird nichts mehr gesendet; was beantwortet ist, bleibt. Heben Sie diese Obergrenze an oder machen Sie im nächsten Monat weiter.</translation>
    </message>
    <message>
        <source>Your ceiling for the month has no room for the next part while others are under way, counted at their most. It goes out as soon as it is known that they cost less.</source>
        <translation>Ihre Obergrenze für den Monat lässt dem nächsten Teil keinen Platz, solange andere unterwegs sind, die mit ihrem Höchstpreis zählen. Er wird gesendet, sobald feststeht, dass sie weniger kosten.</translation>
    </message>
    <message>
        <source>A part was sent, and no reply came. Nothing is sent twice: Batchsheet is finding out whether it has arrived.</source>
        <translation>Ein Teil wurde gesendet, und es kam keine Antwort. Nichts wird doppelt gesendet: Batchsheet stellt fest, ob er angekommen ist.</translation>
    </message>
    <message>
        <source>Batchsheet made a mistake and stopped this job. Everything that was answered is kept. Try to go on, and send us the diagnostics if it happens again.</source>
        <translation>Batchsheet hat einen Fehler gemacht und diesen Auftrag angehalten. Alles, was beantwortet war, bleibt. Versuchen Sie weiterzumachen und senden Sie uns die Diagnose, wenn es wieder vorkommt.</translation>
    </message>
    <message>
        <source>Companies to enrich</source>
        <translation>Firmen anreichern</translation>
    </message>
    <message>
        <source>Industry, size and a first line for each company of a list.</source>
        <translation>Branche, Größe und ein erster Satz zu jeder Firma.</translation>
    </message>
    <message>
        <source>Product copy</source>
        <translation>Produkttexte</translation>
    </message>
    <message>
        <source>Descriptions for a catalogue, from names and features.</source>
        <translation>Texte für einen Katalog, aus Namen und Merkmalen.</translation>
    </message>
    <message>
        <source>Documents to sort</source>
        <translation>Dokumente sortieren</translation>
    </message>
    <message>
        <source>Kind, date and a summary for each contract of a list.</source>
        <translation>Art, Datum und Zusammenfassung zu jedem Vertrag.</translation>
    </message>
    <message>
        <source>Characters that no file can hold are spelled out, such as \x00.</source>
        <translation>Zeichen, die keine Datei aufnehmen kann, werden ausgeschrieben, etwa \x00.</translation>
    </message>
    <message>
        <source>This job was sent already.</source>
        <translation>Dieser Auftrag wurde schon gesendet.</translation>
    </message>
    <message>
        <source>Its file stays as it was read.</source>
        <translation>Seine Datei bleibt, wie sie gelesen wurde.</translation>
    </message>
    <message>
        <source>Start a new job.</source>
        <translation>Beginnen Sie einen neuen Auftrag.</translation>
    </message>
    <message>
        <source>“{name}” is a folder.</source>
        <translation>„{name}“ ist ein Ordner.</translation>
    </message>
    <message>
        <source>Nothing was read.</source>
        <translation>Es wurde nichts gelesen.</translation>
    </message>
    <message>
        <source>Choose a spreadsheet or a text file.</source>
        <translation>Wählen Sie eine Tabelle oder eine Textdatei.</translation>
    </message>
    <message>
        <source>There is no file “{path}”.</source>
        <translation>Es gibt keine Datei „{path}“.</translation>
    </message>
    <message>
        <source>Check where it is and try again.</source>
        <translation>Sehen Sie nach, wo sie ist, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>“{name}” is only the mark that Excel leaves beside a file that is open.</source>
        <translation>„{name}“ ist nur die Hilfsdatei, die Excel neben einer geöffneten Datei ablegt.</translation>
    </message>
    <message>
        <source>Open “{name}” instead.</source>
        <translation>Öffnen Sie stattdessen „{name}“.</translation>
    </message>
    <message>
        <source>The file is open in {program}.</source>
        <translation>Die Datei ist in {program} geöffnet.</translation>
    </message>
    <message>
        <source>Read as it was last saved.</source>
        <translation>Gelesen, wie sie zuletzt gespeichert wurde.</translation>
    </message>
    <message>
        <source>The name of “{name}” has characters that can&apos;t be kept.</source>
        <translation>Der Name von „{name}“ enthält Zeichen, die sich nicht aufbewahren lassen.</translation>
    </message>
    <message>
        <source>Rename it, then open it again.</source>
        <translation>Benennen Sie die Datei um und öffnen Sie sie dann noch einmal.</translation>
    </message>
    <message>
        <source>“{name}” is being written by another program.</source>
        <translation>„{name}“ wird gerade von einem anderen Programm geschrieben.</translation>
    </message>
    <message>
        <source>Wait until it is done, then open the file again.</source>
        <translation>Warten Sie, bis es fertig ist, und öffnen Sie die Datei dann noch einmal.</translation>
    </message>
    <message>
        <source>The file could not be copied into the folder where Batchsheet keeps its jobs.</source>
        <translation>Die Datei ließ sich nicht in den Ordner kopieren, in dem Batchsheet seine Aufträge aufbewahrt.</translation>
    </message>
    <message>
        <source>Your file is as it was, and nothing was sent.</source>
        <translation>Ihre Datei ist, wie sie war, und es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Make room on the disk and try again.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>“{name}” could not be read.</source>
        <translation>„{name}“ ließ sich nicht lesen.</translation>
    </message>
    <message>
        <source>Close it in other programs, check that its drive is there, or ask for access.</source>
        <translation>Schließen Sie die Datei in anderen Programmen, sehen Sie nach, ob das Laufwerk da ist, oder bitten Sie um Zugriff.</translation>
    </message>
    <message>
        <source>The list of jobs shows those there are.</source>
        <translation>Die Liste der Aufträge zeigt, welche es gibt.</translation>
    </message>
    <message>
        <source>This job is still under way.</source>
        <translation>Dieser Auftrag läuft noch.</translation>
    </message>
    <message>
        <source>Its answers are not all here.</source>
        <translation>Seine Antworten sind noch nicht alle hier.</translation>
    </message>
    <message>
        <source>Cancel it first.</source>
        <translation>Brechen Sie ihn zuerst ab.</translation>
    </message>
    <message>
        <source>The recipe has changed since its price was found.</source>
        <translation>Das Rezept hat sich geändert, seit sein Preis ermittelt wurde.</translation>
    </message>
    <message>
        <source>Look at the price again.</source>
        <translation>Sehen Sie sich den Preis noch einmal an.</translation>
    </message>
    <message>
        <source>The spreadsheet is not read yet.</source>
        <translation>Die Tabelle ist noch nicht gelesen.</translation>
    </message>
    <message>
        <source>Wait until it is, then start.</source>
        <translation>Warten Sie so lange und starten Sie dann.</translation>
    </message>
    <message>
        <source>This job has not ended yet.</source>
        <translation>Dieser Auftrag ist noch nicht zu Ende.</translation>
    </message>
    <message>
        <source>Wait for its end, or cancel it.</source>
        <translation>Warten Sie auf das Ende oder brechen Sie ihn ab.</translation>
    </message>
    <message>
        <source>This step was done anew since.</source>
        <translation>Dieser Schritt wurde seitdem neu gemacht.</translation>
    </message>
    <message>
        <source>Ask again in the one that took its place.</source>
        <translation>Senden Sie die Zeilen in dem erneut, der an seine Stelle getreten ist.</translation>
    </message>
    <message>
        <source>Row {row} is not part of this job.</source>
        <translation>Zeile {row} gehört nicht zu diesem Auftrag.</translation>
    </message>
    <message>
        <source>No row is answered yet.</source>
        <translation>Noch ist keine Zeile beantwortet.</translation>
    </message>
    <message>
        <source>There is nothing to check.</source>
        <translation>Es gibt nichts zu prüfen.</translation>
    </message>
    <message>
        <source>Wait for the answers.</source>
        <translation>Warten Sie auf die Antworten.</translation>
    </message>
    <message>
        <source>{name} was retired on {day}.</source>
        <translation>{name} wurde am {day} abgeschaltet.</translation>
    </message>
    <message>
        <source>{name} retires on {day}, before a job could end.</source>
        <translation>{name} wird am {day} abgeschaltet, bevor ein Auftrag enden könnte.</translation>
    </message>
    <message>
        <source>Only a draft can be rehearsed.</source>
        <translation>Nur ein Entwurf lässt sich proben.</translation>
    </message>
    <message>
        <source>Duplicate the job first.</source>
        <translation>Duplizieren Sie den Auftrag zuerst.</translation>
    </message>
    <message>
        <source>The job is as it was.</source>
        <translation>Der Auftrag ist, wie er war.</translation>
    </message>
    <message>
        <source>Choose another place, or make room there.</source>
        <translation>Wählen Sie einen anderen Ort oder schaffen Sie dort Platz.</translation>
    </message>
    <message>
        <source>On two computers its rows could be sent, and paid for, twice.</source>
        <translation>Auf zwei Computern könnten seine Zeilen doppelt gesendet und bezahlt werden.</translation>
    </message>
    <message>
        <source>Wait for its end, or cancel it first.</source>
        <translation>Warten Sie auf das Ende oder brechen Sie ihn zuerst ab.</translation>
    </message>
    <message>
        <source>“{name}” was made by a newer Batchsheet.</source>
        <translation>„{name}“ stammt von einem neueren Batchsheet.</translation>
    </message>
    <message>
        <source>Install the newer version.</source>
        <translation>Installieren Sie die neuere Version.</translation>
    </message>
    <message>
        <source>Its answers are made up.</source>
        <translation>Seine Antworten sind erfunden.</translation>
    </message>
    <message>
        <source>Its answers are real.</source>
        <translation>Seine Antworten sind echt.</translation>
    </message>
    <message>
        <source>“{name}” comes from practice mode.</source>
        <translation>„{name}“ kommt aus dem Übungsmodus.</translation>
    </message>
    <message>
        <source>“{name}” is a real job.</source>
        <translation>„{name}“ ist ein echter Auftrag.</translation>
    </message>
    <message>
        <source>Open it in practice mode.</source>
        <translation>Öffnen Sie ihn im Übungsmodus.</translation>
    </message>
    <message>
        <source>Open it outside practice mode.</source>
        <translation>Öffnen Sie ihn außerhalb des Übungsmodus.</translation>
    </message>
    <message>
        <source>Make room on the disk, then try again.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>“{name}” is no job of Batchsheet, or not a whole one.</source>
        <translation>„{name}“ ist kein Auftrag von Batchsheet oder kein vollständiger.</translation>
    </message>
    <message>
        <source>Save the job once more on the other computer, and copy the whole file.</source>
        <translation>Speichern Sie den Auftrag auf dem anderen Computer noch einmal und kopieren Sie die ganze Datei.</translation>
    </message>
    <message>
        <source>Batchsheet does not know the model “{model}”.</source>
        <translation>Batchsheet kennt das Modell „{model}“ nicht.</translation>
    </message>
    <message>
        <source>The settings could not be saved.</source>
        <translation>Die Einstellungen ließen sich nicht speichern.</translation>
    </message>
    <message>
        <source>They are as they were.</source>
        <translation>Sie sind, wie sie waren.</translation>
    </message>
    <message>
        <source>Make room on the disk, or allow writing to the folder of Batchsheet.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger oder erlauben Sie das Schreiben in den Ordner von Batchsheet.</translation>
    </message>
    <message>
        <source>Anthropic no longer has the answers of this row&apos;s part: they were deleted there, or are older than 29 days. They were probably paid for; asking again costs again.</source>
        <translation>Anthropic hat die Antworten zum Teil dieser Zeile nicht mehr: Sie wurden dort gelöscht oder sind älter als 29 Tage. Wahrscheinlich wurden sie bezahlt; erneut zu senden kostet noch einmal.</translation>
    </message>
    <message>
        <source>This row&apos;s part went to another workspace than the key&apos;s, and the job was cancelled before a key of that one was entered. It may have been paid for; asking again costs again.</source>
        <translation>Der Teil dieser Zeile ging in einen anderen Arbeitsbereich als den des Schlüssels, und der Auftrag wurde abgebrochen, bevor ein Schlüssel dafür eingegeben war. Vielleicht wurde er bezahlt; erneut zu senden kostet noch einmal.</translation>
    </message>
    <message>
        <source>“{name}” could not be read: this computer does not let Batchsheet start the program that reads it.</source>
        <translation>„{name}“ ließ sich nicht lesen: Dieser Computer lässt Batchsheet das Programm nicht starten, das es liest.</translation>
    </message>
    <message>
        <source>Practice can&apos;t begin: this computer does not let Batchsheet start the program that answers in it.</source>
        <translation>Der Übungsmodus kann nicht beginnen: Dieser Computer lässt Batchsheet das Programm nicht starten, das darin antwortet.</translation>
    </message>
    <message>
        <source>Close other programs, or start Batchsheet again.</source>
        <translation>Schließen Sie andere Programme oder starten Sie Batchsheet neu.</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be read: it is damaged, or larger than it looks.</source>
        <translation>„{name}“ ist nicht zu lesen: Die Datei ist beschädigt oder größer, als sie aussieht.</translation>
    </message>
    <message>
        <source>Open it in Excel, save what you need as a new .xlsx file, and open that.</source>
        <translation>Öffnen Sie die Datei in Excel, speichern Sie, was Sie brauchen, als neue .xlsx-Datei, und öffnen Sie diese.</translation>
    </message>
    <message>
        <source>“{name}” takes more memory than a spreadsheet may.</source>
        <translation>„{name}“ braucht mehr Arbeitsspeicher, als eine Tabelle darf.</translation>
    </message>
    <message>
        <source>Save only the part that you need as a new file, and open that.</source>
        <translation>Speichern Sie nur den Teil, den Sie brauchen, als neue Datei und öffnen Sie diese.</translation>
    </message>
    <message>
        <source>Reading “{name}” came to a standstill.</source>
        <translation>Das Lesen von „{name}“ ist zum Stillstand gekommen.</translation>
    </message>
    <message>
        <source>Copy the file to this computer&apos;s own disk, or save it anew, and open that.</source>
        <translation>Kopieren Sie die Datei auf den Datenträger dieses Computers oder speichern Sie sie neu, und öffnen Sie diese.</translation>
    </message>
    <message>
        <source>This job was not sent yet.</source>
        <translation>Dieser Auftrag wurde noch nicht gesendet.</translation>
    </message>
    <message>
        <source>There is nothing to account for.</source>
        <translation>Es gibt nichts abzurechnen.</translation>
    </message>
    <message>
        <source>Start it first.</source>
        <translation>Starten Sie ihn zuerst.</translation>
    </message>
    <message>
        <source>A receipt can&apos;t be written as “{ending}”.</source>
        <translation>Ein Beleg lässt sich nicht als „{ending}“ schreiben.</translation>
    </message>
    <message>
        <source>“{name}” does not end in .csv.</source>
        <translation>„{name}“ endet nicht auf .csv.</translation>
    </message>
    <message>
        <source>Choose a name that does.</source>
        <translation>Wählen Sie einen Namen mit dieser Endung.</translation>
    </message>
    <message>
        <source>There is a file “{name}” already.</source>
        <translation>Es gibt schon eine Datei „{name}“.</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be written there.</source>
        <translation>„{name}“ lässt sich dort nicht schreiben.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>the model {name}</source>
        <translation>das Modell {name}</translation>
    </message>
    <message>
        <source>The recipe could not be written.</source>
        <translation>Das Rezept konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Earlier ones are as they were, and the job keeps its prompt.</source>
        <translation>Frühere Rezepte sind unverändert, und der Auftrag behält seinen Prompt.</translation>
    </message>
    <message>
        <source>Make room on the disk, and save it again.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger, und speichern Sie es noch einmal.</translation>
    </message>
    <message>
        <source>“{name}” is too large for a recipe.</source>
        <translation>„{name}“ ist zu groß für ein Rezept.</translation>
    </message>
    <message>
        <source>The recipe “{path}” can&apos;t be read.</source>
        <translation>Das Rezept „{path}“ ist nicht zu lesen.</translation>
    </message>
    <message>
        <source>Check where it is.</source>
        <translation>Sehen Sie nach, wo es ist.</translation>
    </message>
    <message>
        <source>“{name}” is not text in UTF-8.</source>
        <translation>„{name}“ ist kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation>Speichern Sie die Datei in UTF-8.</translation>
    </message>
    <message>
        <source>Its answers are not all here, so nothing was deleted.</source>
        <translation>Seine Antworten sind noch nicht alle hier, darum wurde nichts gelöscht.</translation>
    </message>
    <message>
        <source>The spreadsheet of this job is not here.</source>
        <translation>Die Tabelle dieses Auftrags ist nicht hier.</translation>
    </message>
    <message>
        <source>Its answers stand beside their row numbers.</source>
        <translation>Seine Antworten stehen neben ihren Zeilennummern.</translation>
    </message>
    <message>
        <source>There is nothing to look over.</source>
        <translation>Es gibt nichts durchzusehen.</translation>
    </message>
    <message>
        <source>{matched:,} rows matched, {gone:,} gone, {new:,} new.</source>
        <translation>{matched:,} Zeilen zugeordnet, {gone:,} weggefallen, {new:,} neu.</translation>
    </message>
    <message>
        <source>{matched:,} rows matched, {gone:,} gone, {new:,} new, {unsure:,} the same as others and left without an answer.</source>
        <translation>{matched:,} Zeilen zugeordnet, {gone:,} weggefallen, {new:,} neu, {unsure:,} gleich anderen und darum ohne Antwort.</translation>
    </message>
    <message>
        <source>Answers of such length come with the whole job alone.</source>
        <translation>Antworten dieser Länge kommen nur mit dem ganzen Auftrag.</translation>
    </message>
    <message>
        <source>Choose a shorter longest answer to try rows.</source>
        <translation>Stellen Sie unter „Längste Antwort“ weniger ein, um Zeilen zu testen.</translation>
    </message>
    <message>
        <source>There is no row {number:,}.</source>
        <translation>Es gibt keine Zeile {number:,}.</translation>
    </message>
    <message>
        <source>Its part may have been sent once already, and can only be sent again as it was.</source>
        <translation>Ihr Teil kann schon einmal gesendet worden sein und darf nur genau so noch einmal gesendet werden.</translation>
    </message>
    <message>
        <source>Put the document back as it was and go on, or cancel the job.</source>
        <translation>Stellen Sie das Dokument wieder her, wie es war, und machen Sie weiter, oder brechen Sie den Auftrag ab.</translation>
    </message>
    <message>
        <source>This job was sent meanwhile.</source>
        <translation>Dieser Auftrag wurde inzwischen gesendet.</translation>
    </message>
    <message>
        <source>Its rows are asked with it.</source>
        <translation>Seine Zeilen werden damit bearbeitet.</translation>
    </message>
    <message>
        <source>The next row could take the job over your ceiling. Nothing more is sent; what was answered is kept. Raise the ceiling to go on.</source>
        <translation>Mit der nächsten Zeile könnte der Auftrag über Ihre Obergrenze kommen. Es wird nichts mehr gesendet; was beantwortet ist, bleibt. Heben Sie die Obergrenze an, um weiterzumachen.</translation>
    </message>
    <message>
        <source>The next row could take this month over your ceiling for all jobs. Nothing more is sent; what was answered is kept. Raise that ceiling to go on.</source>
        <translation>Mit der nächsten Zeile könnte dieser Monat über Ihre Obergrenze für alle Aufträge kommen. Es wird nichts mehr gesendet; was beantwortet ist, bleibt. Heben Sie diese Obergrenze an, um weiterzumachen.</translation>
    </message>
    <message>
        <source>A part of this job went to another workspace than this key&apos;s, and no reply came.</source>
        <translation>Ein Teil dieses Auftrags ging in einen anderen Arbeitsbereich als den dieses Schlüssels, und es kam keine Antwort.</translation>
    </message>
    <message>
        <source>Whether it arrived can only be seen with a key of that workspace, so nothing is sent again.</source>
        <translation>Ob er angekommen ist, lässt sich nur mit einem Schlüssel dieses anderen Arbeitsbereichs sehen, darum wird nichts noch einmal gesendet.</translation>
    </message>
    <message>
        <source>Enter a key of that workspace, or cancel the job to give that part up.</source>
        <translation>Geben Sie einen Schlüssel des anderen Arbeitsbereichs ein oder brechen Sie den Auftrag ab, um diesen Teil aufzugeben.</translation>
    </message>
    <message>
        <source>This job was sent with a key of another workspace.</source>
        <translation>Dieser Auftrag wurde mit dem Schlüssel eines anderen Arbeitsbereichs gesendet.</translation>
    </message>
    <message>
        <source>Its answers wait there: nothing is lost, and nothing is sent again.</source>
        <translation>Seine Antworten warten dort: Nichts ist verloren, und nichts wird noch einmal gesendet.</translation>
    </message>
    <message>
        <source>Enter a key of that workspace, or cancel the job to give those rows up.</source>
        <translation>Geben Sie einen Schlüssel des anderen Arbeitsbereichs ein oder brechen Sie den Auftrag ab, um diese Zeilen aufzugeben.</translation>
    </message>
    <message>
        <source>What Anthropic has of it could not be deleted; what is here is as it was.</source>
        <translation>Was Anthropic davon hat, konnte nicht gelöscht werden; hier ist alles, wie es war.</translation>
    </message>
    <message>
        <source>Enter a key of that workspace, then delete it again.</source>
        <translation>Geben Sie einen Schlüssel des anderen Arbeitsbereichs ein und löschen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>Cells are separated by one character.</source>
        <translation>Zellen werden durch ein einzelnes Zeichen getrennt.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>Cells can be quoted by “&quot;”, “&apos;” or nothing.</source>
        <translation>Zellen können in „&quot;“, „&apos;“ oder nichts eingeschlossen sein.</translation>
    </message>
    <message>
        <source>Choose one of these.</source>
        <translation>Wählen Sie eins davon.</translation>
    </message>
    <message>
        <source>has more than {most:,} files</source>
        <translation>hat mehr als {most:,} Dateien</translation>
    </message>
    <message>
        <source>No file lies in the folder itself.</source>
        <translation>Im Ordner selbst liegt keine Datei.</translation>
    </message>
    <message>
        <source>The files of its sub-folders were taken.</source>
        <translation>Die Dateien seiner Unterordner wurden genommen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sub-folder was not looked into.</source>
        <comment>%Ln sub-folders were not looked into.</comment>
        <translation>
            <numerusform>In %Ln Unterordner wurde nicht hineingesehen.</numerusform>
            <numerusform>In %Ln Unterordner wurde nicht hineingesehen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden, temporary or system file.</source>
        <comment>%Ln hidden, temporary or system files.</comment>
        <translation>
            <numerusform>%Ln versteckte, temporäre oder Systemdatei.</numerusform>
            <numerusform>%Ln versteckte, temporäre oder Systemdateien.</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out.</source>
        <translation>Ausgelassen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden folder.</source>
        <comment>%Ln hidden folders.</comment>
        <translation>
            <numerusform>%Ln versteckter Ordner.</numerusform>
            <numerusform>%Ln versteckte Ordner.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln link to a folder.</source>
        <comment>%Ln links to folders.</comment>
        <translation>
            <numerusform>%Ln Verknüpfung zu einem Ordner.</numerusform>
            <numerusform>%Ln Verknüpfungen zu Ordnern.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry is neither file nor folder.</source>
        <comment>%Ln entries are neither file nor folder.</comment>
        <translation>
            <numerusform>%Ln Eintrag ist weder Datei noch Ordner.</numerusform>
            <numerusform>%Ln Einträge sind weder Datei noch Ordner.</numerusform>
        </translation>
    </message>
    <message>
        <source>Could not be looked at: {names}.</source>
        <translation>Nicht zugänglich: {names}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file is empty.</source>
        <comment>%Ln files are empty.</comment>
        <translation>
            <numerusform>%Ln Datei ist leer.</numerusform>
            <numerusform>%Ln Dateien sind leer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln PDF is protected with a password.</source>
        <comment>%Ln PDFs are protected with a password.</comment>
        <translation>
            <numerusform>%Ln PDF ist mit einem Passwort geschützt.</numerusform>
            <numerusform>%Ln PDFs sind mit einem Passwort geschützt.</numerusform>
        </translation>
    </message>
    <message>
        <source>How many pages is not known.</source>
        <translation>Die Zahl der Seiten ist nicht bekannt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln PDF is damaged, or unlike a PDF.</source>
        <comment>%Ln PDFs are damaged, or unlike a PDF.</comment>
        <translation>
            <numerusform>%Ln PDF ist beschädigt oder sieht nicht wie ein PDF aus.</numerusform>
            <numerusform>%Ln PDFs sind beschädigt oder sehen nicht wie PDFs aus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln PDF lies online only.</source>
        <comment>%Ln PDFs lie online only.</comment>
        <translation>
            <numerusform>%Ln PDF liegt nur online.</numerusform>
            <numerusform>%Ln PDFs liegen nur online.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was not fetched to count its pages.</source>
        <translation>Zum Zählen der Seiten wurde nichts abgeholt.</translation>
    </message>
    <message>
        <source>Sizes are in bytes; pages are counted in PDFs.</source>
        <translation>Größen in Byte; in PDFs werden die Seiten gezählt.</translation>
    </message>
    <message>
        <source>Western European (Windows-1252)</source>
        <translation>Westeuropäisch (Windows-1252)</translation>
    </message>
    <message>
        <source>Western European (ISO 8859-1)</source>
        <translation>Westeuropäisch (ISO 8859-1)</translation>
    </message>
    <message>
        <source>Western European (Macintosh)</source>
        <translation>Westeuropäisch (Macintosh)</translation>
    </message>
    <message>
        <source>Western European (DOS)</source>
        <translation>Westeuropäisch (DOS)</translation>
    </message>
    <message>
        <source>Central European (Windows-1250)</source>
        <translation>Mitteleuropäisch (Windows-1250)</translation>
    </message>
    <message>
        <source>Cyrillic (Windows-1251)</source>
        <translation>Kyrillisch (Windows-1251)</translation>
    </message>
    <message>
        <source>Japanese (Shift JIS)</source>
        <translation>Japanisch (Shift JIS)</translation>
    </message>
    <message>
        <source>Chinese (GB 18030)</source>
        <translation>Chinesisch (GB 18030)</translation>
    </message>
    <message>
        <source>Chinese (Big5)</source>
        <translation>Chinesisch (Big5)</translation>
    </message>
    <message>
        <source>UTF-8 with a mark</source>
        <translation>UTF-8 mit Markierung</translation>
    </message>
    <message>
        <source>UTF-8 with single characters of Windows-1252</source>
        <translation>UTF-8 mit einzelnen Zeichen aus Windows-1252</translation>
    </message>
    <message>
        <source>Western European (ISO 8859-15)</source>
        <translation>Westeuropäisch (ISO 8859-15)</translation>
    </message>
    <message>
        <source>Central European (ISO 8859-2)</source>
        <translation>Mitteleuropäisch (ISO 8859-2)</translation>
    </message>
    <message>
        <source>Cyrillic (KOI8-R)</source>
        <translation>Kyrillisch (KOI8-R)</translation>
    </message>
    <message>
        <source>Greek (Windows-1253)</source>
        <translation>Griechisch (Windows-1253)</translation>
    </message>
    <message>
        <source>Turkish (Windows-1254)</source>
        <translation>Türkisch (Windows-1254)</translation>
    </message>
    <message>
        <source>Hebrew (Windows-1255)</source>
        <translation>Hebräisch (Windows-1255)</translation>
    </message>
    <message>
        <source>Arabic (Windows-1256)</source>
        <translation>Arabisch (Windows-1256)</translation>
    </message>
    <message>
        <source>Baltic (Windows-1257)</source>
        <translation>Baltisch (Windows-1257)</translation>
    </message>
    <message>
        <source>Vietnamese (Windows-1258)</source>
        <translation>Vietnamesisch (Windows-1258)</translation>
    </message>
    <message>
        <source>Thai (Windows-874)</source>
        <translation>Thailändisch (Windows-874)</translation>
    </message>
    <message>
        <source>Japanese (EUC)</source>
        <translation>Japanisch (EUC)</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be read as {encoding}: it has bytes that mean nothing there.</source>
        <translation>„{name}“ ist nicht als {encoding} zu lesen: Die Datei enthält Bytes, die dort nichts bedeuten.</translation>
    </message>
    <message>
        <source>Choose another encoding.</source>
        <translation>Wählen Sie eine andere Kodierung.</translation>
    </message>
    <message>
        <source>a workbook or zip archive, not text</source>
        <translation>eine Arbeitsmappe oder ein Zip-Archiv, kein Text</translation>
    </message>
    <message>
        <source>not text</source>
        <translation>kein Text</translation>
    </message>
    <message>
        <source>has a line that is longer than any row could be</source>
        <translation>hat eine Zeile, die länger ist, als irgendeine sein könnte</translation>
    </message>
    <message>
        <source>unpacks to more than any sheet could hold</source>
        <translation>wird beim Entpacken größer, als ein Blatt sein könnte</translation>
    </message>
    <message>
        <source>has a sheet whose cells lie too far apart to be read</source>
        <translation>hat ein Blatt, dessen Zellen zu weit auseinanderliegen, um gelesen zu werden</translation>
    </message>
    <message>
        <source>There is no table “{name}” in the sheet.</source>
        <translation>Im Blatt gibt es keine Tabelle „{name}“.</translation>
    </message>
    <message>
        <source>Choose another table.</source>
        <translation>Wählen Sie eine andere Tabelle.</translation>
    </message>
    <message>
        <source>Row {row} can&apos;t be the header: nothing stands there.</source>
        <translation>Zeile {row} kann nicht die Kopfzeile sein: Dort steht nichts.</translation>
    </message>
    <message>
        <source>Choose another header row.</source>
        <translation>Wählen Sie eine andere Kopfzeile.</translation>
    </message>
    <message>
        <source>has more than {most:,} columns</source>
        <translation>hat mehr als {most:,} Spalten</translation>
    </message>
    <message numerus="yes">
        <source>Column {columns} stands apart from the table, without a header.</source>
        <comment>Columns {columns} stand apart from the table, without a header.</comment>
        <translation>
            <numerusform>Spalte {columns} steht abseits der Tabelle, ohne Überschrift.</numerusform>
            <numerusform>Die Spalten {columns} stehen abseits der Tabelle, ohne Überschrift.</numerusform>
        </translation>
    </message>
    <message>
        <source>Row {first} stands above the header in row {row}.</source>
        <translation>Zeile {first} steht über der Kopfzeile in Zeile {row}.</translation>
    </message>
    <message>
        <source>Rows {first} to {last} stand above the header in row {row}.</source>
        <translation>Die Zeilen {first} bis {last} stehen über der Kopfzeile in Zeile {row}.</translation>
    </message>
    <message>
        <source>Rows {first} and {last} stand above the header in row {row}.</source>
        <translation>Die Zeilen {first} und {last} stehen über der Kopfzeile in Zeile {row}.</translation>
    </message>
    <message>
        <source>“{name}” ({where}) was taken. Choose another above the rows.</source>
        <translation>„{name}“ ({where}) wurde genommen. Wählen Sie über den Zeilen eine andere.</translation>
    </message>
    <message>
        <source>The sheet has several tables; also {others}.</source>
        <translation>Das Blatt hat mehrere Tabellen; auch {others}.</translation>
    </message>
    <message>
        <source>“{name}” has sheets of macros, which an .xlsx can&apos;t hold.</source>
        <translation>„{name}“ hat Makroblätter, die ein .xlsx nicht aufnehmen kann.</translation>
    </message>
    <message>
        <source>Export to .xlsm.</source>
        <translation>Exportieren Sie als .xlsm.</translation>
    </message>
    <message>
        <source>The macros were left out: an .xlsx can&apos;t hold any. The .xlsm keeps them.</source>
        <translation>Die Makros wurden ausgelassen: Ein .xlsx kann keine aufnehmen. Das .xlsm behält sie.</translation>
    </message>
    <message>
        <source>Characters that a text file can&apos;t hold are spelled out, such as \x00.</source>
        <translation>Zeichen, die eine Textdatei nicht aufnehmen kann, werden ausgeschrieben, etwa \x00.</translation>
    </message>
    <message>
        <source>would have more than {most:,} columns</source>
        <translation>hätte mehr als {most:,} Spalten</translation>
    </message>
    <message>
        <source>The sheet “{name}” was added.</source>
        <translation>Das Blatt „{name}“ kam hinzu.</translation>
    </message>
    <message>
        <source>would have more than {most:,} rows</source>
        <translation>hätte mehr als {most:,} Zeilen</translation>
    </message>
    <message>
        <source>No row stands under the headers.</source>
        <translation>Unter den Überschriften steht keine Zeile.</translation>
    </message>
    <message>
        <source>There is nothing to ask. Check which row has the headers, or open another file.</source>
        <translation>Es gibt nichts zu fragen. Prüfen Sie, in welcher Zeile die Überschriften stehen, oder öffnen Sie eine andere Datei.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row is blank.</source>
        <comment>%Ln rows are blank.</comment>
        <translation>
            <numerusform>%Ln Zeile ist leer.</numerusform>
            <numerusform>%Ln Zeilen sind leer.</numerusform>
        </translation>
    </message>
    <message>
        <source>Blank rows are left out.</source>
        <translation>Leere Zeilen werden ausgelassen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row stands below a blank one: row {row:,}. It may be a total, a note, or another table.</source>
        <comment>%Ln rows stand below a blank one, from row {row:,} on. They may be totals, notes, or another table.</comment>
        <translation>
            <numerusform>%Ln Zeile steht unter einer leeren: Zeile {row:,}. Sie kann eine Summe, eine Anmerkung oder eine andere Tabelle sein.</numerusform>
            <numerusform>%Ln Zeilen stehen unter einer leeren, ab Zeile {row:,}. Sie können Summen, Anmerkungen oder eine andere Tabelle sein.</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken like the others, unless you choose the rows.</source>
        <translation>Sie zählen wie die anderen, solange Sie die Zeilen nicht selbst wählen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row is the same as an earlier one.</source>
        <comment>%Ln rows are the same as an earlier one.</comment>
        <translation>
            <numerusform>%Ln Zeile gleicht einer früheren.</numerusform>
            <numerusform>%Ln Zeilen gleichen einer früheren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Identical prompts are asked once.</source>
        <translation>Gleiche Prompts werden nur einmal gesendet.</translation>
    </message>
    <message>
        <source>Column {column} has no header.</source>
        <translation>Spalte {column} hat keine Überschrift.</translation>
    </message>
    <message>
        <source>Named “Column {column}”.</source>
        <translation>Sie heißt hier „Column {column}“.</translation>
    </message>
    <message>
        <source>Columns {columns} have no header.</source>
        <translation>Die Spalten {columns} haben keine Überschrift.</translation>
    </message>
    <message>
        <source>Named “Column {column}” and so on.</source>
        <translation>Sie heißen hier „Column {column}“ und so weiter.</translation>
    </message>
    <message numerus="yes">
        <source>A header comes twice.</source>
        <comment>%Ln headers repeat another.</comment>
        <translation>
            <numerusform>Eine Überschrift kommt zweimal vor.</numerusform>
            <numerusform>%Ln Überschriften wiederholen eine andere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Renamed: {names}.</source>
        <translation>Umbenannt: {names}.</translation>
    </message>
    <message>
        <source>In {ending} files, numbers are read without their formats, and error cells as empty.</source>
        <translation>In {ending}-Dateien werden Zahlen ohne ihr Format gelesen und Fehlerzellen als leer.</translation>
    </message>
    <message>
        <source>Save the file as .xlsx for values as the sheet shows them.</source>
        <translation>Speichern Sie die Datei als .xlsx, damit die Werte sind, wie das Blatt sie zeigt.</translation>
    </message>
    <message>
        <source>a newer Excel workbook</source>
        <translation>eine neuere Excel-Arbeitsmappe</translation>
    </message>
    <message>
        <source>not an Excel workbook</source>
        <translation>keine Excel-Arbeitsmappe</translation>
    </message>
    <message>
        <source>has an unreasonably large part</source>
        <translation>hat einen ungewöhnlich großen Teil</translation>
    </message>
    <message>
        <source>an old Excel file (.xls)</source>
        <translation>eine alte Excel-Datei (.xls)</translation>
    </message>
    <message>
        <source>an encrypted or old Excel file</source>
        <translation>eine verschlüsselte oder alte Excel-Datei</translation>
    </message>
    <message>
        <source>a PDF</source>
        <translation>ein PDF</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>ein Bild</translation>
    </message>
    <message>
        <source>a compressed file</source>
        <translation>eine gepackte Datei</translation>
    </message>
    <message>
        <source>a text document</source>
        <translation>ein Textdokument</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>eine Webseite</translation>
    </message>
    <message>
        <source>an OpenDocument file</source>
        <translation>eine OpenDocument-Datei</translation>
    </message>
    <message>
        <source>a Word document</source>
        <translation>ein Word-Dokument</translation>
    </message>
    <message>
        <source>a PowerPoint presentation</source>
        <translation>eine PowerPoint-Präsentation</translation>
    </message>
    <message>
        <source>a binary Excel workbook (.xlsb)</source>
        <translation>eine binäre Excel-Arbeitsmappe (.xlsb)</translation>
    </message>
    <message>
        <source>a zip archive, not a workbook</source>
        <translation>ein Zip-Archiv, keine Arbeitsmappe</translation>
    </message>
    <message>
        <source>There are no cells on the clipboard.</source>
        <translation>In der Zwischenablage sind keine Zellen.</translation>
    </message>
    <message>
        <source>Nothing was pasted.</source>
        <translation>Es wurde nichts eingefügt.</translation>
    </message>
    <message>
        <source>Copy a range in your spreadsheet first.</source>
        <translation>Kopieren Sie zuerst einen Bereich in Ihrer Tabelle.</translation>
    </message>
    <message>
        <source>What was copied is larger than a table can be.</source>
        <translation>Was kopiert wurde, ist größer, als eine Tabelle sein kann.</translation>
    </message>
    <message>
        <source>Save it as a file instead.</source>
        <translation>Speichern Sie es stattdessen als Datei.</translation>
    </message>
    <message>
        <source>Only one cell was copied.</source>
        <translation>Es wurde nur eine Zelle kopiert.</translation>
    </message>
    <message>
        <source>Copy the whole range, with its header, then paste again.</source>
        <translation>Kopieren Sie den ganzen Bereich samt Kopfzeile und fügen Sie ihn dann noch einmal ein.</translation>
    </message>
    <message>
        <source>The sheet in “{name}” has no room for more columns.</source>
        <translation>Das Blatt in „{name}“ hat keinen Platz für weitere Spalten.</translation>
    </message>
    <message>
        <source>Export to .csv instead, or delete columns that are not needed.</source>
        <translation>Exportieren Sie stattdessen als .csv oder löschen Sie Spalten, die nicht gebraucht werden.</translation>
    </message>
    <message>
        <source>The new columns begin at column {column}, after all that the sheet has.</source>
        <translation>Die neuen Spalten beginnen in Spalte {column}, hinter allem, was das Blatt hat.</translation>
    </message>
    <message>
        <source>The table “{name}” was not extended, because it is filled from elsewhere.</source>
        <translation>Die Tabelle „{name}“ wurde nicht erweitert, weil sie von woanders gefüllt wird.</translation>
    </message>
    <message>
        <source>The table “{name}” was not extended, because something stands to its right.</source>
        <translation>Die Tabelle „{name}“ wurde nicht erweitert, weil rechts von ihr etwas steht.</translation>
    </message>
    <message>
        <source>The sheet is protected. The new columns are in it all the same.</source>
        <translation>Das Blatt ist geschützt. Die neuen Spalten stehen trotzdem darin.</translation>
    </message>
    <message>
        <source>The new columns from {column} on are hidden in this sheet, as those before them were.</source>
        <translation>Die neuen Spalten ab {column} sind in diesem Blatt ausgeblendet, wie die davor.</translation>
    </message>
    <message>
        <source>Nothing was written, and your file is as it was.</source>
        <translation>Es wurde nichts geschrieben, und Ihre Datei ist, wie sie war.</translation>
    </message>
    <message>
        <source>“{name}” is damaged and can&apos;t be read.</source>
        <translation>„{name}“ ist beschädigt und nicht zu lesen.</translation>
    </message>
    <message>
        <source>Open it in Excel, save it under a new name, and open that.</source>
        <translation>Speichern Sie in Excel eine Kopie und öffnen Sie diese.</translation>
    </message>
    <message>
        <source>“{name}” is protected with a password.</source>
        <translation>„{name}“ ist mit einem Passwort geschützt.</translation>
    </message>
    <message>
        <source>Open it in Excel, save a copy without the password, and open that.</source>
        <translation>Speichern Sie in Excel eine Kopie ohne Passwort und öffnen Sie diese.</translation>
    </message>
    <message>
        <source>“{name}” is {found}, whatever its ending says.</source>
        <translation>„{name}“ ist {found}, was auch immer die Endung sagt.</translation>
    </message>
    <message>
        <source>Give it the right ending, or save it from its own program as .xlsx or .csv.</source>
        <translation>Geben Sie der Datei die richtige Endung oder speichern Sie sie aus ihrem eigenen Programm als .xlsx oder .csv.</translation>
    </message>
    <message>
        <source>“{name}” {what}.</source>
        <translation>„{name}“ {what}.</translation>
    </message>
    <message>
        <source>“{name}” would have more rows than a sheet holds.</source>
        <translation>„{name}“ hätte mehr Zeilen, als ein Blatt fasst.</translation>
    </message>
    <message>
        <source>Export to .csv, or fewer columns.</source>
        <translation>Exportieren Sie als .csv oder weniger Spalten.</translation>
    </message>
    <message>
        <source>To ask about documents, open the folder that they are in: each becomes a row.</source>
        <translation>Für Fragen zu Dokumenten öffnen Sie den Ordner, in dem sie liegen: Jedes wird zu einer Zeile.</translation>
    </message>
    <message>
        <source>“{name}” is a document, not a spreadsheet.</source>
        <translation>„{name}“ ist ein Dokument, keine Tabelle.</translation>
    </message>
    <message>
        <source>In Numbers, export it to Excel, and open the .xlsx.</source>
        <translation>Exportieren Sie die Datei in Numbers nach Excel, und öffnen Sie die .xlsx.</translation>
    </message>
    <message>
        <source>Unpack it, and open the file that is in it.</source>
        <translation>Entpacken Sie die Datei, und öffnen Sie die Tabelle, die darin ist.</translation>
    </message>
    <message>
        <source>Save it from its own program as .xlsx or .csv, and open that.</source>
        <translation>Speichern Sie die Datei in ihrem eigenen Programm als .xlsx oder .csv, und öffnen Sie diese.</translation>
    </message>
    <message>
        <source>“{name}” is empty.</source>
        <translation>„{name}“ ist leer.</translation>
    </message>
    <message>
        <source>Open a file that has rows in it.</source>
        <translation>Öffnen Sie eine Datei, in der Zeilen stehen.</translation>
    </message>
    <message>
        <source>There are no documents in “{name}”.</source>
        <translation>In „{name}“ sind keine Dokumente.</translation>
    </message>
    <message>
        <source>Choose a folder that has files in it.</source>
        <translation>Wählen Sie einen Ordner, in dem Dateien liegen.</translation>
    </message>
    <message>
        <source>The folder “{name}” can&apos;t be looked into.</source>
        <translation>In den Ordner „{name}“ lässt sich nicht hineinsehen.</translation>
    </message>
    <message>
        <source>Check that its drive is there, or ask for the right to read it.</source>
        <translation>Sehen Sie nach, ob das Laufwerk da ist, oder bitten Sie um das Recht zu lesen.</translation>
    </message>
    <message>
        <source>{name} is not there.</source>
        <translation>{name} ist nicht da.</translation>
    </message>
    <message>
        <source>Check its name and folder.</source>
        <translation>Prüfen Sie Namen und Ordner.</translation>
    </message>
    <message>
        <source>{name} is a folder, not a file.</source>
        <translation>{name} ist ein Ordner, keine Datei.</translation>
    </message>
    <message>
        <source>Choose a file in it.</source>
        <translation>Wählen Sie eine Datei darin.</translation>
    </message>
    <message>
        <source>Close it in other programs, or ask for the right to read it.</source>
        <translation>Schließen Sie die Datei in anderen Programmen oder bitten Sie um das Recht zu lesen.</translation>
    </message>
    <message>
        <source>{name} may not be read.</source>
        <translation>{name} darf nicht gelesen werden.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be read.</source>
        <translation>{name} ist nicht zu lesen.</translation>
    </message>
    <message>
        <source>Try it from another disk or folder.</source>
        <translation>Versuchen Sie es von einem anderen Datenträger oder Ordner.</translation>
    </message>
    <message>
        <source>Your own file and the answers are safe.</source>
        <translation>Ihre eigene Datei und die Antworten sind sicher.</translation>
    </message>
    <message>
        <source>Make room and export again.</source>
        <translation>Schaffen Sie Platz und exportieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be written.</source>
        <translation>„{name}“ lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Close it in other programs, or choose another folder.</source>
        <translation>Schließen Sie die Datei in anderen Programmen oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>has a sheet of more than 4 GB</source>
        <translation>hat ein Blatt von mehr als 4 GB</translation>
    </message>
    <message>
        <source>would be larger than 4 GB</source>
        <translation>wäre größer als 4 GB</translation>
    </message>
    <message>
        <source>Row {row:,} looks like a total.</source>
        <translation>Zeile {row:,} sieht nach einer Summe aus.</translation>
    </message>
    <message>
        <source>Taken like the others. Choose the rows {rows} to leave it out.</source>
        <translation>Sie wird wie die anderen genommen. Wählen Sie die Zeilen {rows}, um sie wegzulassen.</translation>
    </message>
    <message>
        <source>The sheet has more than the table “{name}” ({where}).</source>
        <translation>Das Blatt hat mehr als die Tabelle „{name}“ ({where}).</translation>
    </message>
    <message>
        <source>The sheet has more than the table ({where}).</source>
        <translation>Das Blatt hat mehr als die Tabelle ({where}).</translation>
    </message>
    <message>
        <source>“{name}” is a folder: it has no sheets and no header row.</source>
        <translation>„{name}“ ist ein Ordner: Er hat weder Blätter noch Kopfzeile.</translation>
    </message>
    <message>
        <source>Leave them out.</source>
        <translation>Lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>Batchsheet does not know how to read “{name}”.</source>
        <translation>Batchsheet weiß nicht, wie „{name}“ zu lesen ist.</translation>
    </message>
    <message>
        <source>There is no sheet “{asked}”.</source>
        <translation>Es gibt kein Blatt „{asked}“.</translation>
    </message>
    <message>
        <source>The sheets are: {sheets}.</source>
        <translation>Die Blätter sind: {sheets}.</translation>
    </message>
    <message>
        <source>An answer has characters that {encoding} does not have.</source>
        <translation>Eine Antwort enthält Zeichen, die es in {encoding} nicht gibt.</translation>
    </message>
    <message>
        <source>Export in UTF-8, or to .xlsx.</source>
        <translation>Exportieren Sie in UTF-8 oder als .xlsx.</translation>
    </message>
    <message>
        <source>The new columns begin at column {column}, after all that the file has.</source>
        <translation>Die neuen Spalten beginnen in Spalte {column}, hinter allem, was die Datei hat.</translation>
    </message>
    <message>
        <source>The file is in UTF-8 now: {encoding} does not have every character of the answers.</source>
        <translation>Die Datei ist jetzt in UTF-8: In {encoding} gibt es nicht jedes Zeichen der Antworten.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row was left as it was, because a quotation mark there has no partner: {rows}.</source>
        <comment>%Ln rows were left as they were, because a quotation mark there has no partner: {rows}.</comment>
        <translation>
            <numerusform>%Ln Zeile blieb, wie sie war, weil ein Anführungszeichen darin kein Gegenstück hat: {rows}.</numerusform>
            <numerusform>%Ln Zeilen blieben, wie sie waren, weil ein Anführungszeichen darin kein Gegenstück hat: {rows}.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” has one column, and in its text every character that could part it from another.</source>
        <translation>„{name}“ hat eine Spalte, und in ihrem Text kommt jedes Zeichen vor, das sie von einer anderen trennen könnte.</translation>
    </message>
    <message>
        <source>Export to .xlsx.</source>
        <translation>Exportieren Sie als .xlsx.</translation>
    </message>
    <message>
        <source>“{name}” has no sheets.</source>
        <translation>„{name}“ hat keine Blätter.</translation>
    </message>
    <message>
        <source>Leave the sheet out.</source>
        <translation>Lassen Sie das Blatt weg.</translation>
    </message>
    <message>
        <source>Check that accents look right.</source>
        <translation>Prüfen Sie, ob Umlaute und Akzente stimmen.</translation>
    </message>
    <message>
        <source>The text is not UTF-8: read as {name}.</source>
        <translation>Der Text ist nicht in UTF-8: gelesen als {name}.</translation>
    </message>
    <message>
        <source>A quotation mark in row {row:,} is never closed.</source>
        <translation>Ein Anführungszeichen in Zeile {row:,} wird nie geschlossen.</translation>
    </message>
    <message>
        <source>All that follows it stands in that one cell.</source>
        <translation>Alles, was darauf folgt, steht in dieser einen Zelle.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row has more or fewer cells than the others: {rows}.</source>
        <comment>%Ln rows have more or fewer cells than the others: {rows}.</comment>
        <translation>
            <numerusform>%Ln Zeile hat mehr oder weniger Zellen als die anderen: {rows}.</numerusform>
            <numerusform>%Ln Zeilen haben mehr oder weniger Zellen als die anderen: {rows}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Missing cells are empty, further ones have columns of their own.</source>
        <translation>Fehlende Zellen sind leer, weitere haben eigene Spalten.</translation>
    </message>
    <message>
        <source>A cell in row {number:,} of “{name}” never ends.</source>
        <translation>Eine Zelle in Zeile {number:,} von „{name}“ hört nie auf.</translation>
    </message>
    <message>
        <source>Look for a quotation mark there that has no partner.</source>
        <translation>Suchen Sie dort ein Anführungszeichen ohne Gegenstück.</translation>
    </message>
    <message>
        <source>“{file}” has no sheet “{sheet}” any more.</source>
        <translation>„{file}“ hat kein Blatt „{sheet}“ mehr.</translation>
    </message>
    <message>
        <source>Open it anew.</source>
        <translation>Öffnen Sie die Datei neu.</translation>
    </message>
    <message>
        <source>The workbook was signed. The signature does not hold for the copy.</source>
        <translation>Die Arbeitsmappe war signiert. Für die Kopie gilt die Signatur nicht.</translation>
    </message>
    <message>
        <source>The workbook&apos;s structure is protected. A sheet is added at the end all the same.</source>
        <translation>Die Struktur der Arbeitsmappe ist geschützt. Am Ende kommt trotzdem ein Blatt hinzu.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell holds a formula and was left as it was.</source>
        <comment>%Ln cells hold formulas and were left as they were.</comment>
        <translation>
            <numerusform>%Ln Zelle enthält eine Formel und blieb, wie sie war.</numerusform>
            <numerusform>%Ln Zellen enthalten Formeln und blieben, wie sie waren.</numerusform>
        </translation>
    </message>
    <message>
        <source>The sheet “{name}” was added at the end.</source>
        <translation>Das Blatt „{name}“ kam am Ende hinzu.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row is hidden or filtered out in the sheet.</source>
        <comment>%Ln rows are hidden or filtered out in the sheet.</comment>
        <translation>
            <numerusform>%Ln Zeile ist im Blatt ausgeblendet oder herausgefiltert.</numerusform>
            <numerusform>%Ln Zeilen sind im Blatt ausgeblendet oder herausgefiltert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Included all the same.</source>
        <translation>Trotzdem dabei.</translation>
    </message>
    <message>
        <source>Read as empty. Open and save the file in LibreOffice first.</source>
        <translation>Als leer gelesen. Öffnen und speichern Sie die Datei zuerst in LibreOffice.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln formula has no saved value.</source>
        <comment>%Ln formulas have no saved value.</comment>
        <translation>
            <numerusform>%Ln Formel hat keinen gespeicherten Wert.</numerusform>
            <numerusform>%Ln Formeln haben keinen gespeicherten Wert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Read as empty. Open and save the file in Excel first.</source>
        <translation>Als leer gelesen. Öffnen und speichern Sie die Datei zuerst in Excel.</translation>
    </message>
    <message>
        <source>The workbook also has sheets without cells, such as charts.</source>
        <translation>Die Arbeitsmappe hat auch Blätter ohne Zellen, etwa Diagramme.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row below it</source>
        <comment>%Ln rows below it</comment>
        <translation>
            <numerusform>%Ln Zeile darunter</numerusform>
            <numerusform>%Ln Zeilen darunter</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder where Batchsheet keeps its jobs is gone.</source>
        <translation>Der Ordner, in dem Batchsheet seine Aufträge aufbewahrt, ist weg.</translation>
    </message>
    <message>
        <source>Nothing more is sent, and the service still has what it was sent.</source>
        <translation>Es wird nichts mehr gesendet, und der Dienst hat noch, was ihm gesendet wurde.</translation>
    </message>
    <message>
        <source>Put the folder back where it was, then go on.</source>
        <translation>Stellen Sie den Ordner wieder dorthin, wo er war, dann geht es weiter.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>Nothing that was saved before is lost, and nothing more is sent.</source>
        <translation>Was gespeichert war, ist nicht verloren, und es wird nichts mehr gesendet.</translation>
    </message>
    <message>
        <source>Another program holds on to the file that has the jobs.</source>
        <translation>Ein anderes Programm hält die Datei mit den Aufträgen fest.</translation>
    </message>
    <message>
        <source>Nothing is lost; it is tried again.</source>
        <translation>Nichts ist verloren; es wird noch einmal versucht.</translation>
    </message>
    <message>
        <source>End the other program if this goes on.</source>
        <translation>Beenden Sie das andere Programm, wenn es dabei bleibt.</translation>
    </message>
    <message>
        <source>Choose another folder, or allow writing to this one.</source>
        <translation>Wählen Sie einen anderen Ordner oder erlauben Sie das Schreiben in diesen.</translation>
    </message>
    <message>
        <source>The file that holds the jobs is damaged: {path}.</source>
        <translation>Die Datei mit den Aufträgen ist beschädigt: {path}.</translation>
    </message>
    <message>
        <source>It is left as it is, and answers that the service still has are not lost.</source>
        <translation>Sie bleibt, wie sie ist, und Antworten, die der Dienst noch hat, sind nicht verloren.</translation>
    </message>
    <message>
        <source>Put back a copy of the file, or move it away to start with an empty list.</source>
        <translation>Legen Sie eine Kopie der Datei zurück oder verschieben Sie sie, um mit einer leeren Liste zu beginnen.</translation>
    </message>
    <message>
        <source>These jobs were made by a newer Batchsheet.</source>
        <translation>Diese Aufträge stammen von einem neueren Batchsheet.</translation>
    </message>
    <message>
        <source>Install the newer version to open them.</source>
        <translation>Installieren Sie die neuere Version, um sie zu öffnen.</translation>
    </message>
    <message>
        <source>This job takes no other spreadsheet any more.</source>
        <translation>Dieser Auftrag nimmt keine andere Tabelle mehr.</translation>
    </message>
    <message>
        <source>Its rows stay as they were.</source>
        <translation>Seine Zeilen bleiben, wie sie waren.</translation>
    </message>
    <message>
        <source>{name}: requests go to {host}.</source>
        <translation>{name}: Anfragen gehen an {host}.</translation>
    </message>
    <message>
        <source>{name}: requests go through {host}.</source>
        <translation>{name}: Anfragen gehen über {host}.</translation>
    </message>
    <message>
        <source>{name}: requests to addresses without encryption go through {host}.</source>
        <translation>{name}: Anfragen an Adressen ohne Verschlüsselung gehen über {host}.</translation>
    </message>
    <message>
        <source>{name}: a token besides the key is set.</source>
        <translation>{name}: Neben dem Schlüssel ist ein Token gesetzt.</translation>
    </message>
    <message>
        <source>{name}: more is sent with every request.</source>
        <translation>{name}: Mit jeder Anfrage wird mehr gesendet.</translation>
    </message>
    <message>
        <source>{name}: requests may be printed.</source>
        <translation>{name}: Anfragen können ausgegeben werden.</translation>
    </message>
    <message>
        <source>{name}: some requests go past the proxy.</source>
        <translation>{name}: Einige Anfragen gehen am Proxy vorbei.</translation>
    </message>
    <message>
        <source>Which certificates are trusted is set on this computer ({name}).</source>
        <translation>Welchen Zertifikaten vertraut wird, ist auf diesem Computer eigens eingestellt ({name}).</translation>
    </message>
    <message>
        <source>{name}: whoever reads that file can read the requests.</source>
        <translation>{name}: Wer diese Datei lesen kann, kann die Anfragen lesen.</translation>
    </message>
    <message>
        <source>an address that can&apos;t be read</source>
        <translation>eine Adresse, die nicht zu lesen ist</translation>
    </message>
    <message>
        <source>The environment variable {name} is taken, too.</source>
        <translation>Auch die Umgebungsvariable {name} gilt.</translation>
    </message>
    <message>
        <source>The key is still in the keyring.</source>
        <translation>Der Schlüssel liegt noch im Schlüsselbund.</translation>
    </message>
    <message>
        <source>The key in it can&apos;t be read.</source>
        <translation>Der Schlüssel darin ist nicht zu lesen.</translation>
    </message>
    <message>
        <source>The key is kept until Batchsheet is closed.</source>
        <translation>Der Schlüssel bleibt, bis Batchsheet geschlossen wird.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring is locked or doesn&apos;t answer.</source>
        <translation>Der Schlüsselbund des Systems ist gesperrt oder antwortet nicht.</translation>
    </message>
    <message>
        <source>Unlock it with your login password, then try again.</source>
        <translation>Entsperren Sie ihn mit Ihrem Anmeldepasswort und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>This computer has no keyring that Batchsheet can use.</source>
        <translation>Dieser Computer hat keinen Schlüsselbund, den Batchsheet benutzen kann.</translation>
    </message>
    <message>
        <source>A key is kept until Batchsheet is closed.</source>
        <translation>Ein Schlüssel bleibt, bis Batchsheet geschlossen wird.</translation>
    </message>
    <message>
        <source>Install or start one (GNOME Keyring, KWallet).</source>
        <translation>Installieren oder starten Sie einen (GNOME Keyring, KWallet).</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character</source>
        <comment>%Ln characters</comment>
        <translation>
            <numerusform>%Ln Zeichen</numerusform>
            <numerusform>%Ln Zeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The one answer is checked.</source>
        <comment>All %Ln are checked.</comment>
        <translation>
            <numerusform>Die eine Antwort ist geprüft.</numerusform>
            <numerusform>Alle %Ln sind geprüft.</numerusform>
        </translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d.&#xa0;MMMM yyyy</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more folder</source>
        <comment>and %Ln more folders</comment>
        <translation>
            <numerusform>und %Ln weiterer Ordner</numerusform>
            <numerusform>und %Ln weitere Ordner</numerusform>
        </translation>
    </message>
    <message>
        <source>Send documents from these folders, too? They lie outside of the spreadsheet&apos;s own folder.</source>
        <translation>Auch Dokumente aus diesen Ordnern senden? Sie liegen außerhalb des Ordners der Tabelle.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row is not sent yet: it waits for what is asked above.</source>
        <comment>%Ln rows are not sent yet: they wait for what is asked above.</comment>
        <translation>
            <numerusform>%Ln Zeile ist noch nicht gesendet und wartet, bis geschehen ist, was oben steht.</numerusform>
            <numerusform>%Ln Zeilen sind noch nicht gesendet und warten, bis geschehen ist, was oben steht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row with the same prompt shares this answer.</source>
        <comment>%Ln rows with the same prompt share this answer.</comment>
        <translation>
            <numerusform>%Ln Zeile mit demselben Prompt teilt sich diese Antwort.</numerusform>
            <numerusform>%Ln Zeilen mit demselben Prompt teilen sich diese Antwort.</numerusform>
        </translation>
    </message>
    <message>
        <source>stop reason: {reason}</source>
        <translation>Grund des Endes: {reason}</translation>
    </message>
    <message>
        <source>cause: {cause}</source>
        <translation>Ursache: {cause}</translation>
    </message>
    <message>
        <source>input tokens: {n:,}</source>
        <translation>Token im Prompt: {n:,}</translation>
    </message>
    <message>
        <source>output tokens: {n:,}</source>
        <translation>Token in der Antwort: {n:,}</translation>
    </message>
    <message>
        <source>The likely price would take this month over your ceiling for all jobs. Nothing was sent. Raise that ceiling, or choose fewer rows.</source>
        <translation>Mit dem wahrscheinlichen Preis käme dieser Monat über Ihre Obergrenze für alle Aufträge. Es wurde nichts gesendet. Heben Sie diese Obergrenze an oder wählen Sie weniger Zeilen.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;New job</source>
        <translation>&amp;Neuer Auftrag</translation>
    </message>
    <message>
        <source>&amp;Open a spreadsheet</source>
        <translation>Tabelle ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Open a &amp;folder of documents</source>
        <translation>&amp;Ordner mit Dokumenten öffnen</translation>
    </message>
    <message>
        <source>&amp;Paste copied cells as a new job</source>
        <translation>&amp;Kopierte Zellen als neuen Auftrag einfügen</translation>
    </message>
    <message>
        <source>&amp;Save the job for another computer</source>
        <translation>Auftrag für einen anderen Computer &amp;speichern</translation>
    </message>
    <message>
        <source>Se&amp;ttings</source>
        <translation>Einste&amp;llungen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>Bearbe&amp;iten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>A&amp;lles auswählen</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;Go to row…</source>
        <translation>&amp;Gehe zu Zeile&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Ansi&amp;cht</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>&amp;Daten</translation>
    </message>
    <message>
        <source>&amp;Prompt</source>
        <translation>&amp;Prompt</translation>
    </message>
    <message>
        <source>Pr&amp;ice</source>
        <translation>P&amp;reis</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>R&amp;esults</source>
        <translation>&amp;Ergebnisse</translation>
    </message>
    <message>
        <source>&amp;Job</source>
        <translation>A&amp;uftrag</translation>
    </message>
    <message>
        <source>Do what comes &amp;next</source>
        <translation>&amp;Nächster Schritt</translation>
    </message>
    <message>
        <source>&amp;Rename the job</source>
        <translation>Auftrag &amp;umbenennen</translation>
    </message>
    <message>
        <source>Dup&amp;licate the job as a draft</source>
        <translation>Auftrag als Entwurf &amp;duplizieren</translation>
    </message>
    <message>
        <source>&amp;Delete the job</source>
        <translation>Auftrag &amp;löschen</translation>
    </message>
    <message>
        <source>&amp;History of all jobs</source>
        <translation>&amp;Verlauf aller Aufträge</translation>
    </message>
    <message>
        <source>What was &amp;spent</source>
        <translation>&amp;Ausgaben</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Hilf&amp;e</translation>
    </message>
    <message>
        <source>&amp;Practice mode in a window of its own</source>
        <translation>Ü&amp;bungsmodus in einem eigenen Fenster</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>&amp;About Batchsheet</source>
        <translation>&amp;Über Batchsheet</translation>
    </message>
    <message>
        <source>What is sent goes on without this window, and without this computer. The rest goes out at the next start. The same holds while the computer sleeps.</source>
        <translation>Was gesendet ist, läuft ohne dieses Fenster und ohne diesen Computer weiter. Der Rest wird beim nächsten Start gesendet. Dasselbe gilt im Ruhezustand des Computers.</translation>
    </message>
    <message>
        <source>What you typed last could not be saved. Close all the same?</source>
        <translation>Was Sie zuletzt getippt haben, ließ sich nicht speichern. Trotzdem schließen?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row of {jobs} is not sent yet. Close all the same?</source>
        <comment>%Ln rows of {jobs} are not sent yet. Close all the same?</comment>
        <translation>
            <numerusform>%Ln Zeile von {jobs} ist noch nicht gesendet. Trotzdem schließen?</numerusform>
            <numerusform>%Ln Zeilen von {jobs} sind noch nicht gesendet. Trotzdem schließen?</numerusform>
        </translation>
    </message>
    <message>
        <source>What is sent goes on without this window, and without this computer. The rest goes out at the next start. Nothing is left of the file that is being written: export it again.</source>
        <translation>Was gesendet ist, läuft ohne dieses Fenster und ohne diesen Computer weiter. Der Rest wird beim nächsten Start gesendet. Von der Datei, die gerade geschrieben wird, bleibt nichts: Exportieren Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>The file is not written to its end. Close all the same?</source>
        <translation>Die Datei ist nicht zu Ende geschrieben. Trotzdem schließen?</translation>
    </message>
    <message>
        <source>Nothing is left of a file that is broken off. The answers stay, and can be exported again.</source>
        <translation>Von einer abgebrochenen Datei bleibt nichts. Die Antworten bleiben und können erneut exportiert werden.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>“{job}”</source>
        <translation>„{job}“</translation>
    </message>
    <message>
        <source>Asks {host} for one public file. Nothing is sent about you, your computer or your jobs.</source>
        <translation>Fragt {host} nach einer öffentlichen Datei. Über Sie, Ihren Computer oder Ihre Aufträge wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Version {version} is there</source>
        <translation>Version {version} ist da</translation>
    </message>
    <message>
        <source>Practice mode could not be started.</source>
        <translation>Der Übungsmodus ließ sich nicht starten.</translation>
    </message>
    <message>
        <source>Start it with the command: batchsheet --practice</source>
        <translation>Starten Sie ihn mit dem Befehl: batchsheet --practice</translation>
    </message>
    <message>
        <source>The web could not be searched ({code}), and the answer was written without it.</source>
        <translation>Das Web konnte nicht durchsucht werden ({code}); die Antwort entstand ohne Suche.</translation>
    </message>
    <message>
        <source>There is nothing to judge.</source>
        <translation>Es gibt nichts zu beurteilen.</translation>
    </message>
    <message>
        <source>A job is still under way.</source>
        <translation>Ein Auftrag läuft noch.</translation>
    </message>
    <message>
        <source>Give the room back when it has ended.</source>
        <translation>Geben Sie den Platz frei, wenn er zu Ende ist.</translation>
    </message>
    <message>
        <source>All jobs take {size} on this disk.</source>
        <translation>Alle Aufträge belegen {size} auf diesem Datenträger.</translation>
    </message>
    <message>
        <source>Deleted ones have left {size}, which can be given back.</source>
        <translation>Gelöschte belegen noch {size}, die sich freigeben lassen.</translation>
    </message>
    <message>
        <source>&amp;Delete {n:,} jobs…</source>
        <translation>{n:,} Aufträge &amp;löschen&#xa0;…</translation>
    </message>
    <message>
        <source>Delete “{name}”?</source>
        <translation>„{name}“ löschen?</translation>
    </message>
    <message>
        <source>Delete {n:,} jobs?</source>
        <translation>{n:,} Aufträge löschen?</translation>
    </message>
    <message>
        <source>Deleted here: {rows} and {answers:,} answers, about {size}. Your own files stay as they are, and what was spent stays under Spend.</source>
        <translation>Hier wird gelöscht: {rows} und {answers:,} Antworten, etwa {size}. Ihre eigenen Dateien bleiben, wie sie sind, und was ausgegeben wurde, bleibt unter Ausgaben.</translation>
    </message>
    <message>
        <source>{service} keeps a copy of what it answered, until {day} at the latest. It can be deleted now, too: then nobody has the answers any more.</source>
        <translation>{service} behält eine Kopie seiner Antworten, längstens bis zum {day}. Auch sie kann jetzt gelöscht werden: Dann hat niemand mehr die Antworten.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job is deleted.</source>
        <comment>%Ln jobs are deleted.</comment>
        <translation>
            <numerusform>%Ln Auftrag ist gelöscht.</numerusform>
            <numerusform>%Ln Aufträge sind gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} were given back to the disk.</source>
        <translation>Auf dem Datenträger wurden {size} freigegeben.</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Wird abgebrochen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Wartet auf Sie</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Spent in {month}</source>
        <translation>Ausgegeben im {month}</translation>
    </message>
    <message>
        <source>Up to {money} more is under way.</source>
        <translation>Bis zu {money} mehr sind noch unterwegs.</translation>
    </message>
    <message>
        <source>Up to {money} more may have been billed: no reply came.</source>
        <translation>Bis zu {money} mehr können berechnet worden sein: Es kam keine Antwort.</translation>
    </message>
    <message>
        <source>In all {money}</source>
        <translation>Insgesamt {money}</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>May be more</source>
        <translation>Kann mehr sein</translation>
    </message>
    <message>
        <source>A recipe without a name</source>
        <translation>Ein Rezept ohne Namen</translation>
    </message>
    <message numerus="yes">
        <source>G&amp;o on with the other %Ln row</source>
        <comment>G&amp;o on with the other %Ln rows</comment>
        <translation>
            <numerusform>Mit der anderen Zeile weiterm&amp;achen</numerusform>
            <numerusform>Mit den anderen %Ln Zeilen weiterm&amp;achen</numerusform>
        </translation>
    </message>
    <message>
        <source>Raise the ceiling to {money} and g&amp;o on</source>
        <translation>Obergrenze auf {money} anheben und &amp;weitermachen</translation>
    </message>
    <message>
        <source>Raise the month&apos;s ceiling to {money} and g&amp;o on</source>
        <translation>Obergrenze des Monats auf {money} anheben und &amp;weitermachen</translation>
    </message>
    <message>
        <source>Ceiling for a month, all jobs together</source>
        <translation>Obergrenze für einen Monat, alle Aufträge zusammen</translation>
    </message>
    <message>
        <source>In dollars; nothing is sent that could take the month over it</source>
        <translation>In Dollar; es wird nichts gesendet, womit der Monat darüber käme</translation>
    </message>
    <message>
        <source>no ceiling</source>
        <translation>keine Obergrenze</translation>
    </message>
    <message>
        <source>Use “{name}” instead</source>
        <translation>Stattdessen „{name}“ verwenden</translation>
    </message>
    <message>
        <source>Comparing… {percent}%</source>
        <translation>Wird verglichen&#xa0;… {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>Stopped. Choose a job, or how its rows are known, to compare anew.</source>
        <translation>Gestoppt. Wählen Sie einen Auftrag, oder woran seine Zeilen zu erkennen sind, um neu zu vergleichen.</translation>
    </message>
    <message>
        <source>{both:,} rows are in both, {here:,} here alone, {there:,} there alone. {changed:,} have another answer.</source>
        <translation>{both:,} Zeilen sind in beiden, {here:,} nur hier, {there:,} nur dort. {changed:,} haben eine andere Antwort.</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>Vergleich stoppen</translation>
    </message>
    <message>
        <source>an .xlsx workbook</source>
        <translation>eine .xlsx-Arbeitsmappe</translation>
    </message>
    <message numerus="yes">
        <source>This new job asks the %Ln row that could not be asked as it was. Change the prompt, or that row in your file.</source>
        <comment>This new job asks the %Ln rows that could not be asked as they were. Change the prompt, or those rows in your file.</comment>
        <translation>
            <numerusform>Dieser neue Auftrag enthält die Zeile, die so nicht gesendet werden konnte. Ändern Sie den Prompt oder diese Zeile in Ihrer Datei.</numerusform>
            <numerusform>Dieser neue Auftrag enthält die %Ln Zeilen, die so nicht gesendet werden konnten. Ändern Sie den Prompt oder diese Zeilen in Ihrer Datei.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job that can&apos;t stay without it goes with it: a step of the same chain, or one over its answers.</source>
        <comment>%Ln jobs that can&apos;t stay without it go with it: steps of the same chain, or over its answers.</comment>
        <translation>
            <numerusform>%Ln Auftrag, der ohne ihn nicht bleiben kann, geht mit: ein Schritt derselben Kette oder einer über seine Antworten.</numerusform>
            <numerusform>%Ln Aufträge, die ohne ihn nicht bleiben können, gehen mit: Schritte derselben Kette oder solche über seine Antworten.</numerusform>
        </translation>
    </message>
    <message>
        <source>What rows tried before have cost</source>
        <translation>Kosten der vorher getesteten Zeilen</translation>
    </message>
    <message>
        <source>Tried before</source>
        <translation>Vorher getestet</translation>
    </message>
    <message>
        <source>not a workbook</source>
        <translation>keine Arbeitsmappe</translation>
    </message>
    <message>
        <source>{n:,}; each comes back as a whole</source>
        <translation>{n:,}; jeder kommt als Ganzes</translation>
    </message>
    <message>
        <source>{n:,}; each comes back as a whole, those sent by {moment}</source>
        <translation>{n:,}; jeder kommt als Ganzes, die gesendeten bis {moment}</translation>
    </message>
    <message>
        <source>{n:,}; each comes back as a whole, the last by {moment}</source>
        <translation>{n:,}; jeder kommt als Ganzes, der letzte bis {moment}</translation>
    </message>
    <message>
        <source>It says: {said}</source>
        <translation>Er sagt: {said}</translation>
    </message>
    <message>
        <source>Sort into categories</source>
        <translation>In Kategorien einteilen</translation>
    </message>
    <message>
        <source>Tidy up company names</source>
        <translation>Firmennamen bereinigen</translation>
    </message>
    <message>
        <source>Contract: what to have checked</source>
        <translation>Vertrag: was geprüft werden sollte</translation>
    </message>
    <message>
        <source>Contract: parties, term, notice</source>
        <translation>Vertrag: Parteien, Laufzeit, Kündigung</translation>
    </message>
    <message>
        <source>Pick out contact details</source>
        <translation>Kontaktdaten herausziehen</translation>
    </message>
    <message>
        <source>Companies: industry and customers</source>
        <translation>Firmen: Branche und Kunden</translation>
    </message>
    <message>
        <source>First line of a mail</source>
        <translation>Erster Satz einer E-Mail</translation>
    </message>
    <message>
        <source>Product data: fill the gaps</source>
        <translation>Produktdaten: Lücken füllen</translation>
    </message>
    <message>
        <source>Product description</source>
        <translation>Produktbeschreibung</translation>
    </message>
    <message>
        <source>Rate a lead</source>
        <translation>Interessenten bewerten</translation>
    </message>
    <message>
        <source>Web shop: title and snippet for search</source>
        <translation>Webshop: Titel und Text für die Suche</translation>
    </message>
    <message>
        <source>Second opinion</source>
        <translation>Zweite Meinung</translation>
    </message>
    <message>
        <source>Feedback: mood and topic</source>
        <translation>Rückmeldungen: Stimmung und Thema</translation>
    </message>
    <message>
        <source>Summarise a long text</source>
        <translation>Langen Text zusammenfassen</translation>
    </message>
    <message>
        <source>Translate a column</source>
        <translation>Spalte übersetzen</translation>
    </message>
    <message>
        <source>New job</source>
        <translation>Neuer Auftrag</translation>
    </message>
    <message numerus="yes">
        <source>%Ln that the service can&apos;t take as it is</source>
        <comment>%Ln that the service can&apos;t take as they are</comment>
        <translation>
            <numerusform>%Ln vom Dienst zurückgewiesen</numerusform>
            <numerusform>%Ln vom Dienst zurückgewiesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row has no whole answer. What can be done about it stands beside its cause.</source>
        <comment>%Ln rows have no whole answer. What can be done about them stands beside their causes.</comment>
        <translation>
            <numerusform>%Ln Zeile ohne vollständige Antwort. Was sich tun lässt, steht bei der Ursache.</numerusform>
            <numerusform>%Ln Zeilen ohne vollständige Antwort. Was sich tun lässt, steht bei den Ursachen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your account has as many rows at Anthropic as it may, all your jobs together. Nothing is lost: the rest goes out as soon as some of them are done.</source>
        <translation>Ihr Konto hat so viele Zeilen bei Anthropic, wie es darf, alle Aufträge zusammen. Nichts ist verloren: Der Rest wird gesendet, sobald einige davon fertig sind.</translation>
    </message>
    <message>
        <source>Sending was stopped. What was sent by then is answered and collected. The other rows wait here, and cost nothing, until the job goes on.</source>
        <translation>Das Senden wurde angehalten. Was bis dahin gesendet war, wird beantwortet und abgeholt. Die anderen Zeilen warten hier und kosten nichts, bis der Auftrag weitergeht.</translation>
    </message>
    <message>
        <source>Clear “{field}”</source>
        <translation>„{field}“ leeren</translation>
    </message>
    <message>
        <source>Open the account</source>
        <translation>Konto öffnen</translation>
    </message>
    <message>
        <source>Choose another model</source>
        <translation>Anderes Modell wählen</translation>
    </message>
    <message>
        <source>Open a spreadsheet</source>
        <translation>Tabelle öffnen</translation>
    </message>
    <message>
        <source>Spreadsheets ({endings})</source>
        <translation>Tabellen ({endings})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a folder of documents</source>
        <translation>Ordner mit Dokumenten öffnen</translation>
    </message>
    <message numerus="yes">
        <source>The estimate was also for %Ln row that was cancelled or expired, and cost nothing.</source>
        <comment>The estimate was also for %Ln rows that were cancelled or expired, and cost nothing.</comment>
        <translation>
            <numerusform>Geschätzt war auch %Ln Zeile, die abgebrochen wurde oder abgelaufen ist und nichts gekostet hat.</numerusform>
            <numerusform>Geschätzt waren auch %Ln&#xa0;Zeilen, die abgebrochen wurden oder abgelaufen sind und nichts gekostet haben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Batchsheet</source>
        <translation>Über Batchsheet</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>Libraries and their licences</source>
        <translation>Bibliotheken und ihre Lizenzen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Free software under the MIT licence. It is made of:</source>
        <translation>Freie Software unter der MIT-Lizenz. Sie besteht aus:</translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>This is too short for a key. Copy all of it, and paste it here.</source>
        <translation>Das ist zu kurz für einen Schlüssel. Kopieren Sie ihn ganz, und fügen Sie ihn hier ein.</translation>
    </message>
    <message>
        <source>Checking the key with the service…</source>
        <translation>Der Schlüssel wird beim Dienst geprüft&#xa0;…</translation>
    </message>
    <message>
        <source>The key works. {message}</source>
        <translation>Der Schlüssel ist gültig. {message}</translation>
    </message>
    <message>
        <source>The service refused this key. It is not kept. Copy all of it, or have a new one made.</source>
        <translation>Der Dienst hat diesen Schlüssel abgelehnt. Er wird nicht gespeichert. Kopieren Sie ihn ganz, oder lassen Sie einen neuen anlegen.</translation>
    </message>
    <message>
        <source>The key could not be checked, and is not kept yet. {why}</source>
        <translation>Der Schlüssel konnte nicht geprüft werden und ist noch nicht gespeichert. {why}</translation>
    </message>
    <message>
        <source>Certificates file</source>
        <translation>Zertifikatsdatei</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Zertifikate (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Paste the key of your account at Anthropic here</source>
        <translation>Fügen Sie hier den Schlüssel Ihres Kontos bei Anthropic ein</translation>
    </message>
    <message>
        <source>Paste a key; it is checked at once</source>
        <translation>Schlüssel einfügen; er wird sofort geprüft</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation>Schlüssel entfernen</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Noch einmal prüfen</translation>
    </message>
    <message>
        <source>Check the key again</source>
        <translation>Den Schlüssel noch einmal prüfen</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird nachgesehen&#xa0;…</translation>
    </message>
    <message>
        <source>State of the key</source>
        <translation>Zustand des Schlüssels</translation>
    </message>
    <message>
        <source>Service address</source>
        <translation>Adresse des Dienstes</translation>
    </message>
    <message>
        <source>Leave empty for Anthropic&apos;s own</source>
        <translation>Leer lassen für die von Anthropic</translation>
    </message>
    <message>
        <source>Anthropic&apos;s own</source>
        <translation>die von Anthropic</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Leave empty for none</source>
        <translation>Leer lassen für keinen</translation>
    </message>
    <message>
        <source>For networks that look into connections</source>
        <translation>Für Netze, die in Verbindungen hineinsehen</translation>
    </message>
    <message>
        <source>The system&apos;s own</source>
        <translation>die des Systems</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen&#xa0;…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;Proxy</source>
        <translation>&amp;Proxy</translation>
    </message>
    <message>
        <source>Cer&amp;tificates</source>
        <translation>&amp;Zertifikate</translation>
    </message>
    <message>
        <source>Calls without encryption</source>
        <translation>Aufrufe ohne Verschlüsselung</translation>
    </message>
</context>
<context>
    <name>AnswerColumns</name>
    <message>
        <source>+ Add a co&amp;lumn</source>
        <translation>+ Spalte hinzu&amp;fügen</translation>
    </message>
    <message>
        <source>Add a column</source>
        <translation>Spalte hinzufügen</translation>
    </message>
    <message>
        <source>One more new column for the answers</source>
        <translation>Eine weitere neue Spalte für die Antworten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove this column</source>
        <translation>Diese Spalte entfernen</translation>
    </message>
    <message>
        <source>What is wrong with the columns</source>
        <translation>Was an den Spalten nicht stimmt</translation>
    </message>
    <message>
        <source>Answer as</source>
        <translation>Antworten als</translation>
    </message>
    <message>
        <source>a new column each</source>
        <translation>je eine neue Spalte</translation>
    </message>
    <message>
        <source>Answer columns</source>
        <translation>Antwortspalten</translation>
    </message>
    <message>
        <source>The new columns that the answers fill</source>
        <translation>Die neuen Spalten, die von den Antworten gefüllt werden</translation>
    </message>
</context>
<context>
    <name>AskAgain</name>
    <message>
        <source>Ask again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Ask once more for these rows. Those that the service could not take as they are stay out of it</source>
        <translation>Diese Zeilen noch einmal senden. Ausgenommen sind die, die der Dienst so nicht annehmen konnte</translation>
    </message>
    <message>
        <source>Not asked again: {rows}.</source>
        <translation>Nicht dabei: {rows}.</translation>
    </message>
    <message>
        <source>Ask {rows} again</source>
        <translation>{rows} erneut senden</translation>
    </message>
    <message>
        <source>&amp;Ask {rows} again for about {money}</source>
        <translation>{rows} für etwa {money} e&amp;rneut senden</translation>
    </message>
    <message>
        <source>&amp;Ask {rows} again with twice the room for about {money}</source>
        <translation>{rows} mit doppelt so viel Platz für etwa {money} e&amp;rneut senden</translation>
    </message>
</context>
<context>
    <name>Bill</name>
    <message>
        <source>Estimated price</source>
        <translation>Geschätzter Preis</translation>
    </message>
    <message>
        <source>Estimated range</source>
        <translation>Geschätzte Spanne</translation>
    </message>
    <message>
        <source>Rows of the estimate that cost nothing</source>
        <translation>Zeilen der Schätzung, die nichts gekostet haben</translation>
    </message>
    <message>
        <source>Would have been billed</source>
        <translation>Hätte gekostet</translation>
    </message>
    <message>
        <source>Billed</source>
        <translation>Berechnet</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>Wahrscheinlich</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Spanne</translation>
    </message>
    <message>
        <source>Estimate and bill</source>
        <translation>Schätzung und Rechnung</translation>
    </message>
</context>
<context>
    <name>BreakdownBar</name>
    <message>
        <source>No rows yet</source>
        <translation>Noch keine Zeilen</translation>
    </message>
</context>
<context>
    <name>BreakdownLegend</name>
    <message>
        <source>All rows of the job</source>
        <translation>Alle Zeilen des Auftrags</translation>
    </message>
    <message>
        <source>{rows} {outcome}</source>
        <translation>{rows} {outcome}</translation>
    </message>
</context>
<context>
    <name>Causes</name>
    <message>
        <source>Why rows have no answer</source>
        <translation>Warum keine Antwort</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Show these rows: {what}</source>
        <translation>Diese Zeilen anzeigen: {what}</translation>
    </message>
    <message>
        <source>Change them in a new job</source>
        <translation>In neuem Auftrag ändern</translation>
    </message>
    <message>
        <source>Ask again for about {money}</source>
        <translation>Erneut senden: etwa {money}</translation>
    </message>
    <message>
        <source>Twice the room, about {money}</source>
        <translation>Doppelt lang: etwa {money}</translation>
    </message>
</context>
<context>
    <name>CeilingChoice</name>
    <message>
        <source>Ceiling in dollars</source>
        <translation>Obergrenze in Dollar</translation>
    </message>
    <message>
        <source>No part of the job leaves once it could cost more than this</source>
        <translation>Kein Teil des Auftrags wird mehr gesendet, sobald er mehr kosten könnte</translation>
    </message>
    <message>
        <source>no ceiling</source>
        <translation>keine Obergrenze</translation>
    </message>
    <message>
        <source>&amp;Stop before it costs more than</source>
        <translation>&amp;Anhalten, bevor es mehr kostet als</translation>
    </message>
    <message>
        <source>Rows are sent only while this holds.</source>
        <translation>Zeilen werden nur gesendet, solange das gilt.</translation>
    </message>
    <message>
        <source>Take the advised ceiling</source>
        <translation>Empfohlene Obergrenze übernehmen</translation>
    </message>
    <message>
        <source>Has room for the whole likely range, and a little more</source>
        <translation>Hat Platz für die ganze wahrscheinliche Spanne und etwas mehr</translation>
    </message>
    <message>
        <source>has room for all that is likely</source>
        <translation>hat Platz für alles Wahrscheinliche</translation>
    </message>
    <message>
        <source>Take {money}</source>
        <translation>{money} übernehmen</translation>
    </message>
</context>
<context>
    <name>CellNotes</name>
    <message>
        <source>And {n} more in other columns.</source>
        <translation>Und {n} weitere in anderen Spalten.</translation>
    </message>
    <message>
        <source>Found in {n} of {all} rows, spread over the whole file.</source>
        <translation>Gefunden in {n} von {all} Zeilen, über die ganze Datei verteilt.</translation>
    </message>
    <message>
        <source>“{name}” in {rows}</source>
        <translation>„{name}“ in {rows}</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>{n} weitere</translation>
    </message>
    <message>
        <source>Blank: {what}.</source>
        <translation>Leer: {what}.</translation>
    </message>
    <message>
        <source>Leave their lines out</source>
        <translation>Absätze weglassen</translation>
    </message>
    <message>
        <source>“{name}” reads like an order to the model in {rows}.</source>
        <translation>„{name}“ liest sich in {rows} wie eine Anweisung an das Modell.</translation>
    </message>
    <message>
        <source>“{name}” is very long in {rows}.</source>
        <translation>„{name}“ ist in {rows} sehr lang.</translation>
    </message>
    <message>
        <source>Show one</source>
        <translation>Eine anzeigen</translation>
    </message>
    <message>
        <source>“{name}” seems to hold {what}: in {rows}, personal data goes to Anthropic.</source>
        <translation>„{name}“ scheint {what} zu enthalten: In {rows} gehen personenbezogene Daten an Anthropic.</translation>
    </message>
    <message>
        <source>e-mail addresses</source>
        <translation>E-Mail-Adressen</translation>
    </message>
    <message>
        <source>telephone numbers</source>
        <translation>Telefonnummern</translation>
    </message>
    <message>
        <source>card numbers</source>
        <translation>Kartennummern</translation>
    </message>
    <message>
        <source>bank accounts</source>
        <translation>Bankverbindungen</translation>
    </message>
</context>
<context>
    <name>CellReader</name>
    <message>
        <source>The whole text of a cell</source>
        <translation>Der ganze Text einer Zelle</translation>
    </message>
    <message>
        <source>Can be chosen and copied</source>
        <translation>Kann ausgewählt und kopiert werden</translation>
    </message>
    <message>
        <source>&amp;Copy all</source>
        <translation>Alles &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the whole text</source>
        <translation>Den ganzen Text kopieren</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>CheckAnswersDialog</name>
    <message>
        <source>Check answers</source>
        <translation>Antworten prüfen</translation>
    </message>
    <message>
        <source>Say which of a few answers are right</source>
        <translation>Sagen Sie von einigen Antworten, welche richtig sind</translation>
    </message>
    <message>
        <source>Which answer this is</source>
        <translation>Welche Antwort das ist</translation>
    </message>
    <message>
        <source>What you said of it</source>
        <translation>Was Sie dazu gesagt haben</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>Was gefragt wurde</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>Die Antwort</translation>
    </message>
    <message>
        <source>How many are right</source>
        <translation>Wie viele richtig sind</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>W</source>
        <comment>the key for an answer that is wrong</comment>
        <translation>F</translation>
    </message>
    <message>
        <source>S</source>
        <comment>the key for an answer that is skipped</comment>
        <translation>S</translation>
    </message>
    <message>
        <source>R</source>
        <comment>the key for an answer that is right</comment>
        <translation>R</translation>
    </message>
    <message>
        <source>B</source>
        <comment>the key to go back to the answer before</comment>
        <translation>Z</translation>
    </message>
    <message>
        <source>Back ({key})</source>
        <translation>Zurück ({key})</translation>
    </message>
    <message>
        <source>Wrong ({key} or ←)</source>
        <translation>Falsch ({key} oder ←)</translation>
    </message>
    <message>
        <source>Skip ({key} or ↓)</source>
        <translation>Überspringen ({key} oder ↓)</translation>
    </message>
    <message>
        <source>Right ({key} or →)</source>
        <translation>Richtig ({key} oder →)</translation>
    </message>
    <message>
        <source>Check &amp;20 more</source>
        <translation>Weitere &amp;20 prüfen</translation>
    </message>
    <message>
        <source>Check 20 more</source>
        <translation>Weitere 20 prüfen</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird nachgesehen&#xa0;…</translation>
    </message>
    <message>
        <source>{place} of {all} · row {n}</source>
        <translation>{place} von {all} · Zeile {n}</translation>
    </message>
    <message>
        <source>You said: right</source>
        <translation>Ihr Urteil: richtig</translation>
    </message>
    <message>
        <source>You said: wrong</source>
        <translation>Ihr Urteil: falsch</translation>
    </message>
    <message>
        <source>You skipped it</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Keeps that, and shows the next answer</source>
        <translation>Merkt sich das und zeigt die nächste Antwort</translation>
    </message>
</context>
<context>
    <name>ChecksList</name>
    <message>
        <source>Passed</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation>Zur Beachtung</translation>
    </message>
    <message>
        <source>In the way</source>
        <translation>Hindernis</translation>
    </message>
</context>
<context>
    <name>ColumnChips</name>
    <message>
        <source>all blank</source>
        <translation>ganz leer</translation>
    </message>
    <message>
        <source>{percent}% blank</source>
        <translation>{percent}&#xa0;% leer</translation>
    </message>
    <message>
        <source>Put the column “{name}” into the prompt</source>
        <translation>Die Spalte „{name}“ in den Prompt setzen</translation>
    </message>
    <message>
        <source>fewer</source>
        <translation>weniger</translation>
    </message>
    <message>
        <source>Show fewer columns</source>
        <translation>Weniger Spalten anzeigen</translation>
    </message>
    <message>
        <source>Show all columns</source>
        <translation>Alle Spalten anzeigen</translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare two runs</source>
        <translation>Zwei Läufe vergleichen</translation>
    </message>
    <message>
        <source>What changed between two jobs over the same rows</source>
        <translation>Was sich zwischen zwei Aufträgen über dieselben Zeilen geändert hat</translation>
    </message>
    <message>
        <source>Looking for jobs over the same rows…</source>
        <translation>Aufträge über dieselben Zeilen werden gesucht&#xa0;…</translation>
    </message>
    <message>
        <source>all their columns</source>
        <translation>allen ihren Spalten</translation>
    </message>
    <message>
        <source>No other job has answered rows like these.
Duplicate the job, change its prompt or model, and run it.</source>
        <translation>Kein anderer Auftrag hat Zeilen wie diese beantwortet.
Duplizieren Sie den Auftrag, ändern Sie Prompt oder Modell und starten Sie ihn.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen&#xa0;…</translation>
    </message>
    <message>
        <source>here</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>there</source>
        <translation>dort</translation>
    </message>
    <message>
        <source>{where}: {job} · {model} · {money} · {time}</source>
        <translation>{where}: {job} · {model} · {money} · {time}</translation>
    </message>
    <message>
        <source>{n} changed</source>
        <translation>{n} geändert</translation>
    </message>
    <message>
        <source>All {n}</source>
        <translation>Alle {n}</translation>
    </message>
    <message>
        <source>{n} in {column}</source>
        <translation>{n} in {column}</translation>
    </message>
    <message>
        <source>Job to compare with</source>
        <translation>Auftrag zum Vergleichen</translation>
    </message>
    <message>
        <source>Column that names a row</source>
        <translation>Spalte, die eine Zeile benennt</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>What it cost and how long it took</source>
        <translation>Was es gekostet und wie lange es gedauert hat</translation>
    </message>
    <message>
        <source>Only rows that changed</source>
        <translation>Nur geänderte Zeilen</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Alle Zeilen</translation>
    </message>
    <message>
        <source>Only rows that changed in that column</source>
        <translation>Nur Zeilen, die sich in dieser Spalte geändert haben</translation>
    </message>
    <message>
        <source>Row by row</source>
        <translation>Zeile für Zeile</translation>
    </message>
    <message>
        <source>The answers of both jobs side by side, and which of them stands</source>
        <translation>Die Antworten beider Aufträge nebeneinander, und welche davon gilt</translation>
    </message>
    <message>
        <source>From now on this stands in what is exported</source>
        <translation>Ab jetzt gilt das in dem, was exportiert wird</translation>
    </message>
    <message>
        <source>&amp;Use the answer there</source>
        <translation>Antwort von &amp;dort nehmen</translation>
    </message>
    <message>
        <source>Use the answer there in the chosen rows</source>
        <translation>In den gewählten Zeilen die Antwort von dort nehmen</translation>
    </message>
    <message>
        <source>Use the answer &amp;here</source>
        <translation>Antwort von &amp;hier nehmen</translation>
    </message>
    <message>
        <source>Use the answer here in the chosen rows</source>
        <translation>In den gewählten Zeilen die Antwort von hier nehmen</translation>
    </message>
    <message>
        <source>All from &amp;there</source>
        <translation>Alle v&amp;on dort</translation>
    </message>
    <message>
        <source>Use the answers there in all rows</source>
        <translation>In allen Zeilen die Antworten von dort nehmen</translation>
    </message>
    <message>
        <source>&amp;All from here</source>
        <translation>&amp;Alle von hier</translation>
    </message>
    <message>
        <source>Use the answers here in all rows</source>
        <translation>In allen Zeilen die Antworten von hier nehmen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>rows known by</source>
        <translation>Zeilen erkennen an</translation>
    </message>
</context>
<context>
    <name>ComparedRowsModel</name>
    <message>
        <source>Stands</source>
        <translation>Gilt</translation>
    </message>
    <message>
        <source>{column}, here</source>
        <translation>{column}, hier</translation>
    </message>
    <message>
        <source>{column}, there</source>
        <translation>{column}, dort</translation>
    </message>
    <message>
        <source>there</source>
        <translation>dort</translation>
    </message>
    <message>
        <source>here</source>
        <translation>hier</translation>
    </message>
</context>
<context>
    <name>CountingView</name>
    <message>
        <source>What is being counted</source>
        <translation>Was gerade gezählt wird</translation>
    </message>
    <message>
        <source>How much was counted</source>
        <translation>Wie viel gezählt ist</translation>
    </message>
    <message>
        <source>Stop counting</source>
        <translation>Zählen stoppen</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>&amp;Write the prompt</source>
        <translation>Prompt &amp;schreiben</translation>
    </message>
    <message>
        <source>Write the prompt</source>
        <translation>Prompt schreiben</translation>
    </message>
    <message>
        <source>Your file is never changed.</source>
        <translation>Ihre Datei wird nie verändert.</translation>
    </message>
    <message>
        <source>{some} of {all} chosen. Your file is never changed.</source>
        <translation>{some} von {all} gewählt. Ihre Datei wird nie verändert.</translation>
    </message>
    <message>
        <source>&amp;Open a spreadsheet</source>
        <translation>Tabelle ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Excel, OpenDocument, CSV or text (Ctrl+O)</source>
        <translation>Excel, OpenDocument, CSV oder Text (Strg+O)</translation>
    </message>
    <message>
        <source>Choose a spreadsheet on this computer</source>
        <translation>Wählen Sie eine Tabelle auf diesem Computer</translation>
    </message>
    <message>
        <source>Open a spreadsheet</source>
        <translation>Tabelle öffnen</translation>
    </message>
</context>
<context>
    <name>DataTable</name>
    <message>
        <source>&amp;Read the whole cell</source>
        <translation>Ganze Zelle &amp;lesen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Keep the columns up to here in &amp;sight</source>
        <translation>Spalten bis hierher &amp;fixieren</translation>
    </message>
    <message>
        <source>Let all columns &amp;move</source>
        <translation>Fixierung &amp;aufheben</translation>
    </message>
    <message>
        <source>Make the column as &amp;wide as its cells</source>
        <translation>Spalte so &amp;breit wie ihre Zellen</translation>
    </message>
</context>
<context>
    <name>ExportChoicesDialog</name>
    <message>
        <source>Export options</source>
        <translation>Exportoptionen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export to “{name}”</source>
        <translation>Als „{name}“ exportieren</translation>
    </message>
    <message>
        <source>What the file will be</source>
        <translation>Was für eine Datei es wird</translation>
    </message>
    <message>
        <source>To know before</source>
        <translation>Gut zu wissen</translation>
    </message>
    <message>
        <source>Stop looking at the file</source>
        <translation>Nachsehen in der Datei stoppen</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>&amp;Choose where…</source>
        <translation>Speicher&amp;ort wählen&#xa0;…</translation>
    </message>
    <message>
        <source>Write the file with these choices</source>
        <translation>Die Datei mit dieser Auswahl schreiben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What is kept?</source>
        <translation>Was bleibt erhalten?</translation>
    </message>
    <message>
        <source>What reading and exporting keep, format by format</source>
        <translation>Was beim Lesen und Exportieren erhalten bleibt, Format für Format</translation>
    </message>
    <message>
        <source>Further columns</source>
        <translation>Weitere Spalten</translation>
    </message>
    <message>
        <source>Looking for your rows in the file as it is now… {percent}%</source>
        <translation>Ihre Zeilen werden in der Datei gesucht, wie sie jetzt ist&#xa0;… {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird nachgesehen&#xa0;…</translation>
    </message>
    <message>
        <source>Looking… {percent}%</source>
        <translation>Wird nachgesehen&#xa0;… {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>Looking was stopped: the file is exported as it was sent.</source>
        <translation>Das Nachsehen wurde gestoppt: Exportiert wird die Datei, wie sie gesendet wurde.</translation>
    </message>
    <message>
        <source>What became of the row</source>
        <translation>Was aus der Zeile wurde</translation>
    </message>
    <message>
        <source>Why it stopped</source>
        <translation>Warum sie endete</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Length, as it is billed</source>
        <translation>Länge, wie sie berechnet wird</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>When it was answered</source>
        <translation>Wann sie beantwortet wurde</translation>
    </message>
    <message>
        <source>Let formulas in answers be formulas</source>
        <translation>Formeln in Antworten als Formeln schreiben</translation>
    </message>
    <message>
        <source>Write in UTF-8, whatever the file has</source>
        <translation>In UTF-8 schreiben, gleich welche Kodierung die Datei hat</translation>
    </message>
    <message>
        <source>Lists also item by item, in a sheet of their own</source>
        <translation>Listen auch Eintrag für Eintrag, auf einem eigenen Blatt</translation>
    </message>
    <message>
        <source>A column that has the answer&apos;s name already</source>
        <translation>Eine Spalte, die schon wie die Antwort heißt</translation>
    </message>
    <message>
        <source>stays; answers go beside it</source>
        <translation>bleibt; Antworten kommen daneben</translation>
    </message>
    <message>
        <source>gets answers in its empty cells</source>
        <translation>bekommt Antworten in ihre leeren Zellen</translation>
    </message>
    <message>
        <source>is replaced by the answers</source>
        <translation>wird durch die Antworten ersetzt</translation>
    </message>
    <message>
        <source>The file has changed since</source>
        <translation>Die Datei hat sich seitdem geändert</translation>
    </message>
    <message>
        <source>the file as it was sent</source>
        <translation>die Datei, wie sie gesendet wurde</translation>
    </message>
    <message>
        <source>the file as it is now, rows matched by content</source>
        <translation>die Datei, wie sie jetzt ist, Zeilen nach Inhalt zugeordnet</translation>
    </message>
    <message>
        <source>Export it:</source>
        <translation>Exportieren:</translation>
    </message>
    <message>
        <source>A column with the answer&apos;s name:</source>
        <translation>Spalte, die wie die Antwort heißt:</translation>
    </message>
</context>
<context>
    <name>ExportFlow</name>
    <message>
        <source>How much was written</source>
        <translation>Wie viel geschrieben ist</translation>
    </message>
    <message>
        <source>Stop writing the file</source>
        <translation>Schreiben der Datei stoppen</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>Die Datei wird geschrieben</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>What is done with the file</source>
        <translation>Was mit der Datei geschieht</translation>
    </message>
    <message>
        <source>Looking at the file</source>
        <translation>Die Datei wird angesehen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Written: {file} in {folder}.</source>
        <translation>Geschrieben: {file} in {folder}.</translation>
    </message>
    <message>
        <source>Written: {file} in {folder}, {rows}, {answered} with an answer.</source>
        <translation>Geschrieben: {file} in {folder}, {rows}, davon {answered} mit Antwort.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Stopped: nothing was written. A file that stood there is as it was, and the answers are kept.</source>
        <translation>Gestoppt: Nichts wurde geschrieben. Eine Datei, die dort lag, ist wie zuvor, und die Antworten bleiben.</translation>
    </message>
    <message>
        <source>Choose another place</source>
        <translation>Anderen Ort wählen</translation>
    </message>
    <message>
        <source>Nothing on this computer is set up to open it. It is here: {path}</source>
        <translation>Auf diesem Computer ist kein Programm dafür eingerichtet. Die Datei liegt hier: {path}</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>Pfad kopieren</translation>
    </message>
</context>
<context>
    <name>FileMenu</name>
    <message>
        <source>Add documents…</source>
        <translation>Dokumente hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>Take out {name}</source>
        <translation>{name} herausnehmen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Documents that go before every row</source>
        <translation>Dokumente, die vor jeder Zeile stehen</translation>
    </message>
    <message>
        <source>Documents and pictures</source>
        <translation>Dokumente und Bilder</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>{found} so far, {share} % looked through</source>
        <translation>bisher {found}, {share}&#xa0;% durchsucht</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>{place} of {rows}</source>
        <translation>{place} von {rows}</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Text to look for in all rows that are shown</source>
        <translation>Text, der in allen gezeigten Zeilen gesucht wird</translation>
    </message>
    <message>
        <source>Find in these rows</source>
        <translation>In diesen Zeilen suchen</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Stop looking</source>
        <translation>Suche stoppen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Row before that has it</source>
        <translation>Vorige Zeile, in der es steht</translation>
    </message>
    <message>
        <source>Next row that has it</source>
        <translation>Nächste Zeile, in der es steht</translation>
    </message>
    <message>
        <source>Close Find</source>
        <translation>Suche schließen</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>What can be done next</source>
        <translation>Was als Nächstes möglich ist</translation>
    </message>
    <message>
        <source>What there is to know before the button beside it is pressed</source>
        <translation>Was Sie wissen sollten, bevor Sie den Knopf daneben drücken</translation>
    </message>
</context>
<context>
    <name>FrozenColumns</name>
    <message>
        <source>Columns that stay in sight</source>
        <translation>Fixierte Spalten</translation>
    </message>
</context>
<context>
    <name>GoOn</name>
    <message>
        <source>What the answers are judged to be</source>
        <translation>Wie die Antworten beurteilt werden</translation>
    </message>
    <message>
        <source>Go on fro&amp;m here</source>
        <translation>&amp;Weiterarbeiten</translation>
    </message>
    <message>
        <source>Go on from here</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>Have these answers judged, ask something more of the rows, or the same of another file</source>
        <translation>Diese Antworten beurteilen lassen, zu den Zeilen noch etwas fragen oder zu einer anderen Datei dasselbe</translation>
    </message>
    <message>
        <source>&amp;Second opinion: have these answers judged</source>
        <translation>&amp;Zweite Meinung: diese Antworten beurteilen lassen</translation>
    </message>
    <message>
        <source>&amp;Compare with another run of these rows</source>
        <translation>Mit einem anderen Lauf dieser Zeilen &amp;vergleichen</translation>
    </message>
    <message>
        <source>&amp;Further step: ask something more of each row</source>
        <translation>&amp;Weiterer Schritt: zu jeder Zeile mehr fragen</translation>
    </message>
    <message>
        <source>&amp;Next file: ask the same of another spreadsheet</source>
        <translation>&amp;Nächste Datei: zu einer anderen Tabelle dasselbe fragen</translation>
    </message>
    <message>
        <source>{rows} {value} ({share}%)</source>
        <translation>{rows} {value} ({share}&#xa0;%)</translation>
    </message>
    <message>
        <source>Show these rows</source>
        <translation>Diese Zeilen anzeigen</translation>
    </message>
    <message>
        <source>{name}: second opinion</source>
        <translation>{name}: zweite Meinung</translation>
    </message>
    <message>
        <source>{name}: further step</source>
        <translation>{name}: weiterer Schritt</translation>
    </message>
    <message>
        <source>{name}: next file</source>
        <translation>{name}: nächste Datei</translation>
    </message>
    <message>
        <source>This new job has the prompt of “{name}”. Open the file that it is for.</source>
        <translation>Dieser neue Auftrag hat den Prompt von „{name}“. Öffnen Sie die Datei, für die er ist.</translation>
    </message>
</context>
<context>
    <name>GoToRow</name>
    <message>
        <source>Go to row</source>
        <translation>Gehe zu Zeile</translation>
    </message>
    <message>
        <source>Shows the row with that number</source>
        <translation>Zeigt die Zeile mit dieser Nummer</translation>
    </message>
    <message>
        <source>&amp;Row {first} to {last}</source>
        <translation>&amp;Zeile {first} bis {last}</translation>
    </message>
    <message>
        <source>The number of a row as the spreadsheet shows it</source>
        <translation>Die Nummer einer Zeile, wie die Tabelle sie zeigt</translation>
    </message>
    <message>
        <source>Why it isn&apos;t shown</source>
        <translation>Warum sie nicht gezeigt wird</translation>
    </message>
    <message>
        <source>&amp;Show all rows</source>
        <translation>&amp;Alle Zeilen anzeigen</translation>
    </message>
    <message>
        <source>Show all rows</source>
        <translation>Alle Zeilen anzeigen</translation>
    </message>
    <message>
        <source>Shows all rows, and goes to that one</source>
        <translation>Zeigt alle Zeilen und geht zu dieser</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Los</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Row {n} is not among the rows that are shown now.</source>
        <translation>Zeile {n} ist nicht unter den Zeilen, die gerade gezeigt werden.</translation>
    </message>
    <message>
        <source>Row {n} is not among these rows: it was left out.</source>
        <translation>Zeile {n} ist nicht unter diesen Zeilen: Sie wurde ausgelassen.</translation>
    </message>
</context>
<context>
    <name>GridTools</name>
    <message>
        <source>Look for a text in all rows that are shown</source>
        <translation>Nach einem Text in allen gezeigten Zeilen suchen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;Go to row…</source>
        <translation>&amp;Gehe zu Zeile&#xa0;…</translation>
    </message>
    <message>
        <source>{n} cells are marked. Up to {most} are added up.</source>
        <translation>{n} Zellen sind markiert. Bis zu {most} werden addiert.</translation>
    </message>
    <message>
        <source>Count: {count}</source>
        <translation>Anzahl: {count}</translation>
    </message>
    <message>
        <source>Count: {count} · Sum: {sum} · Average: {average}</source>
        <translation>Anzahl: {count} · Summe: {sum} · Mittelwert: {average}</translation>
    </message>
</context>
<context>
    <name>GuideDialog</name>
    <message>
        <source>Guide</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation>Seiten des Handbuchs</translation>
    </message>
    <message>
        <source>The page</source>
        <translation>Die Seite</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Job</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>On this disk</source>
        <translation>Auf dem Datenträger</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Find a job</source>
        <translation>Auftrag suchen</translation>
    </message>
    <message>
        <source>Words in its name, its file or its state</source>
        <translation>Wörter in Name, Datei oder Zustand</translation>
    </message>
    <message>
        <source>No jobs</source>
        <translation>Keine Aufträge</translation>
    </message>
    <message>
        <source>What all jobs take on this disk</source>
        <translation>Was alle Aufträge auf diesem Datenträger belegen</translation>
    </message>
    <message>
        <source>No job has these words in its name or file.</source>
        <translation>Kein Auftrag hat diese Wörter im Namen oder in der Datei.</translation>
    </message>
    <message>
        <source>No jobs yet. Open a spreadsheet, or an example: it becomes one.</source>
        <translation>Noch keine Aufträge. Öffnen Sie eine Tabelle oder ein Beispiel: Daraus wird einer.</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Löschen&#xa0;…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>The practice service</source>
        <translation>Der Übungsdienst</translation>
    </message>
    <message>
        <source>Delete here</source>
        <translation>Hier löschen</translation>
    </message>
    <message>
        <source>Delete here and there</source>
        <translation>Hier und dort löschen</translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>Wird gelöscht&#xa0;…</translation>
    </message>
    <message>
        <source>Giving room back…</source>
        <translation>Platz wird freigegeben&#xa0;…</translation>
    </message>
    <message>
        <source>Save the list of jobs</source>
        <translation>Liste der Aufträge speichern</translation>
    </message>
    <message>
        <source>jobs</source>
        <translation>auftraege</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Öffnen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>&amp;Save the list…</source>
        <translation>Li&amp;ste speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Liste speichern</translation>
    </message>
    <message>
        <source>All jobs as a .csv: names, dates, rows, cost and room, and no cell of any row</source>
        <translation>Alle Aufträge als .csv: Namen, Daten, Zeilen, Kosten und Platz, ohne Zellen der Zeilen</translation>
    </message>
    <message>
        <source>&amp;Give room back</source>
        <translation>&amp;Platz freigeben</translation>
    </message>
    <message>
        <source>Give room back</source>
        <translation>Platz freigeben</translation>
    </message>
    <message>
        <source>Returns to the disk what deleted jobs have left; takes a moment</source>
        <translation>Gibt Platz frei, den gelöschte Aufträge noch belegen; dauert einen Moment</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>Alle Aufträge</translation>
    </message>
    <message>
        <source>Several can be selected, to be deleted</source>
        <translation>Es lassen sich mehrere auswählen, um sie zu löschen</translation>
    </message>
</context>
<context>
    <name>HoldBar</name>
    <message>
        <source>Why the job stands still</source>
        <translation>Warum der Auftrag stillsteht</translation>
    </message>
    <message>
        <source>Enter key</source>
        <translation>Schlüssel eingeben</translation>
    </message>
    <message>
        <source>G&amp;o on</source>
        <translation>&amp;Weitermachen</translation>
    </message>
    <message>
        <source>Go on with the job</source>
        <translation>Mit dem Auftrag weitermachen</translation>
    </message>
    <message>
        <source>Open the account</source>
        <translation>Konto öffnen</translation>
    </message>
    <message>
        <source>Open the account at Anthropic</source>
        <translation>Das Konto bei Anthropic öffnen</translation>
    </message>
</context>
<context>
    <name>JobErrands</name>
    <message>
        <source>{name}, copy</source>
        <translation>{name}, Kopie</translation>
    </message>
    <message>
        <source>Copying the job</source>
        <translation>Auftrag wird kopiert</translation>
    </message>
    <message>
        <source>{name}: rows to change</source>
        <translation>{name}: Zeilen zum Ändern</translation>
    </message>
    <message>
        <source>Delete “{name}”?</source>
        <translation>„{name}“ löschen?</translation>
    </message>
    <message>
        <source>Your own files stay as they are.</source>
        <translation>Ihre eigenen Dateien bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>The practice service</source>
        <translation>Der Übungsdienst</translation>
    </message>
    <message>
        <source>{service} keeps its copy until {day}. “Delete it there” on the Results page deletes that; do it first.</source>
        <translation>{service} behält seine Kopie bis zum {day}. „Dort löschen“ auf der Seite Ergebnisse löscht sie; tun Sie das zuerst.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Deleting the job</source>
        <translation>Auftrag wird gelöscht</translation>
    </message>
    <message>
        <source>Save the job for another computer</source>
        <translation>Auftrag für einen anderen Computer speichern</translation>
    </message>
    <message>
        <source>Jobs of Batchsheet (*{ending})</source>
        <translation>Aufträge von Batchsheet (*{ending})</translation>
    </message>
    <message>
        <source>Choose another place</source>
        <translation>Anderen Ort wählen</translation>
    </message>
    <message>
        <source>Saving the job</source>
        <translation>Auftrag wird gespeichert</translation>
    </message>
    <message>
        <source>Opening the job</source>
        <translation>Auftrag wird geöffnet</translation>
    </message>
    <message>
        <source>Written: {file} in {folder}. It holds the rows, the prompt and the answers, and no key. Open it with Batchsheet on the other computer.</source>
        <translation>Geschrieben: {file} in {folder}. Darin sind die Zeilen, der Prompt und die Antworten, aber kein Schlüssel. Öffnen Sie die Datei mit Batchsheet auf dem anderen Computer.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>{work}: stopped. All is as it was before.</source>
        <translation>Gestoppt: „{work}“. Alles ist wie zuvor.</translation>
    </message>
</context>
<context>
    <name>JobHeader</name>
    <message>
        <source>Name of the job</source>
        <translation>Name des Auftrags</translation>
    </message>
    <message>
        <source>Type to rename the job</source>
        <translation>Tippen Sie, um den Auftrag umzubenennen</translation>
    </message>
    <message>
        <source>The file of the job</source>
        <translation>Die Datei des Auftrags</translation>
    </message>
</context>
<context>
    <name>JobListModel</name>
    <message>
        <source>Needs you</source>
        <translation>Wartet auf Sie</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>JobSide</name>
    <message>
        <source>Se&amp;ttings</source>
        <translation>Einste&amp;llungen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>The key, the service, the look</source>
        <translation>Der Schlüssel, der Dienst, das Aussehen</translation>
    </message>
    <message>
        <source>Settings (Ctrl+,)</source>
        <translation>Einstellungen (Strg+,)</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>How everything works, and what happens to your data</source>
        <translation>Wie alles funktioniert und was mit Ihren Daten geschieht</translation>
    </message>
    <message>
        <source>Guide (F1)</source>
        <translation>Handbuch (F1)</translation>
    </message>
    <message>
        <source>History and spend</source>
        <translation>Verlauf und Ausgaben</translation>
    </message>
    <message>
        <source>All jobs with what they take on the disk, and what was spent</source>
        <translation>Alle Aufträge mit ihrem Platz auf dem Datenträger und dem, was ausgegeben wurde</translation>
    </message>
    <message>
        <source>History and spend (Ctrl+H)</source>
        <translation>Verlauf und Ausgaben (Strg+H)</translation>
    </message>
    <message>
        <source>Find a job</source>
        <translation>Auftrag suchen</translation>
    </message>
    <message>
        <source>Shows jobs in whose name or file these words stand</source>
        <translation>Zeigt Aufträge, in deren Name oder Datei diese Wörter stehen</translation>
    </message>
    <message>
        <source>Opens its page in your browser</source>
        <translation>Öffnet die Seite dazu in Ihrem Browser</translation>
    </message>
    <message>
        <source>&amp;New job</source>
        <translation>&amp;Neuer Auftrag</translation>
    </message>
    <message>
        <source>New job (Ctrl+N)</source>
        <translation>Neuer Auftrag (Strg+N)</translation>
    </message>
    <message>
        <source>New job</source>
        <translation>Neuer Auftrag</translation>
    </message>
    <message>
        <source>Start with another spreadsheet</source>
        <translation>Mit einer anderen Tabelle beginnen</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Your jobs: those that need you come first</source>
        <translation>Ihre Aufträge: zuerst die, die auf Sie warten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Dup&amp;licate as a draft</source>
        <translation>Als Entwurf &amp;duplizieren</translation>
    </message>
    <message>
        <source>&amp;Save for another computer</source>
        <translation>Für einen anderen Computer &amp;speichern</translation>
    </message>
    <message>
        <source>Save for another computer (once the job has ended)</source>
        <translation>Für einen anderen Computer speichern (sobald der Auftrag zu Ende ist)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
</context>
<context>
    <name>JobsPage</name>
    <message>
        <source>Where jobs are kept</source>
        <translation>Wo Aufträge liegen</translation>
    </message>
    <message>
        <source>Lost jobs</source>
        <translation>Verlorene Aufträge</translation>
    </message>
    <message>
        <source>The folder where jobs are kept</source>
        <translation>Der Ordner, in dem Aufträge liegen</translation>
    </message>
    <message>
        <source>Open the &amp;folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>Another folder is chosen at the start: batchsheet --profile FOLDER</source>
        <translation>Ein anderer Ordner wird beim Start gewählt: batchsheet --profile ORDNER</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Look for jobs at Anthropic</source>
        <translation>Bei Anthropic nach Aufträgen sehen</translation>
    </message>
    <message>
        <source>Brings back answers of jobs that this computer has lost</source>
        <translation>Bringt Antworten von Aufträgen zurück, die dieser Computer verloren hat</translation>
    </message>
    <message>
        <source>For jobs that this computer has lost. Nothing is sent, and nothing is spent.</source>
        <translation>Für Aufträge, die dieser Computer verloren hat. Das sendet nichts und kostet nichts.</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird nachgesehen&#xa0;…</translation>
    </message>
    <message>
        <source>Found again: {name}</source>
        <translation>Wiedergefunden: {name}</translation>
    </message>
    <message>
        <source>Found again: {jobs}. Still running there, and not to be told yet: {running}.</source>
        <translation>Wiedergefunden: {jobs}. Dort noch in Arbeit und noch nicht zu erkennen: {running}.</translation>
    </message>
</context>
<context>
    <name>LabelByLabel</name>
    <message>
        <source>Column shown label by label</source>
        <translation>Spalte, die Wert für Wert gezeigt wird</translation>
    </message>
    <message>
        <source>Label by label</source>
        <translation>Wert für Wert</translation>
    </message>
    <message>
        <source>How often which answer here is which answer there</source>
        <translation>Wie oft welche Antwort hier welche Antwort dort ist</translation>
    </message>
</context>
<context>
    <name>LabelsModel</name>
    <message>
        <source>{rows}: here {before}, there {after}</source>
        <translation>{rows}: hier {before}, dort {after}</translation>
    </message>
    <message>
        <source>there: {label}</source>
        <translation>dort: {label}</translation>
    </message>
    <message>
        <source>here: {label}</source>
        <translation>hier: {label}</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keine)</translation>
    </message>
</context>
<context>
    <name>LatestAnswers</name>
    <message>
        <source>Latest answers</source>
        <translation>Neueste Antworten</translation>
    </message>
    <message>
        <source>Answers that came last</source>
        <translation>Antworten, die zuletzt kamen</translation>
    </message>
</context>
<context>
    <name>ListingLine</name>
    <message>
        <source>How far the rows are found</source>
        <translation>Wie weit die Zeilen gefunden sind</translation>
    </message>
    <message>
        <source>Stop finding these rows</source>
        <translation>Suche nach diesen Zeilen stoppen</translation>
    </message>
    <message>
        <source>Finding these rows…</source>
        <translation>Diese Zeilen werden gesucht&#xa0;…</translation>
    </message>
    <message>
        <source>Finding these rows… {percent}%</source>
        <translation>Diese Zeilen werden gesucht&#xa0;… {percent}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>LoadingView</name>
    <message>
        <source>What is being opened</source>
        <translation>Was geöffnet wird</translation>
    </message>
    <message>
        <source>How much was read so far</source>
        <translation>Wie viel schon gelesen ist</translation>
    </message>
    <message>
        <source>How much was read</source>
        <translation>Wie viel gelesen ist</translation>
    </message>
    <message>
        <source>Stop opening the file</source>
        <translation>Öffnen der Datei stoppen</translation>
    </message>
    <message>
        <source>The first rows</source>
        <translation>Die ersten Zeilen</translation>
    </message>
    <message>
        <source>Rows that are read already</source>
        <translation>Zeilen, die schon gelesen sind</translation>
    </message>
    <message>
        <source>Opening {file}</source>
        <translation>{file} wird geöffnet</translation>
    </message>
    <message>
        <source>{rows}, {percent}%</source>
        <translation>{rows}, {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>{percent}% copied</source>
        <translation>{percent}&#xa0;% kopiert</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Light, dark, or as the system</source>
        <translation>Hell, dunkel oder wie das System</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>What the window speaks</source>
        <translation>Die Sprache des Fensters</translation>
    </message>
    <message>
        <source>Open the window anew</source>
        <translation>Fenster neu öffnen</translation>
    </message>
    <message>
        <source>The language is spoken in a window that opens anew; jobs go on</source>
        <translation>Die Sprache gilt, sobald das Fenster neu geöffnet ist; Aufträge laufen weiter</translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation>Aus&amp;sehen</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>Spra&amp;che</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Practice mode</source>
        <translation>Übungsmodus</translation>
    </message>
    <message>
        <source>One prompt for every row of a spreadsheet</source>
        <translation>Ein Prompt für jede Zeile einer Tabelle</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Show or hide the details</source>
        <translation>Details ein- oder ausblenden</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>ModelChoice</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Thinking, effort, identical rows, documents</source>
        <translation>Nachdenken, Aufwand, gleiche Zeilen, Dokumente</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>Longest &amp;answer</source>
        <translation>Län&amp;gste Antwort</translation>
    </message>
    <message>
        <source>as the model does by itself</source>
        <translation>Vorgabe des Modells</translation>
    </message>
    <message>
        <source>on (costs more)</source>
        <translation>ein (kostet mehr)</translation>
    </message>
    <message>
        <source>as little as the model can</source>
        <translation>so wenig, wie das Modell kann</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>low</source>
        <translation>gering</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>very high</source>
        <translation>sehr hoch</translation>
    </message>
    <message>
        <source>the most there is</source>
        <translation>so viel wie möglich</translation>
    </message>
    <message>
        <source>{model} · {money} per 1,000 rows</source>
        <translation>{model} · {money} je 1.000 Zeilen</translation>
    </message>
    <message>
        <source>{model} · retires on {day}</source>
        <translation>{model} · wird am {day} abgeschaltet</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>The model, with the price of 1,000 rows of this file</source>
        <translation>Das Modell mit dem Preis für 1.000 Zeilen dieser Datei</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>Längste Antwort</translation>
    </message>
    <message>
        <source>M&amp;ore</source>
        <translation>Meh&amp;r</translation>
    </message>
    <message>
        <source>Columns whose cells are paths of documents or pictures that go along with their row</source>
        <translation>Spalten, deren Zellen Pfade von Dokumenten oder Bildern sind, die mit ihrer Zeile mitgehen</translation>
    </message>
    <message>
        <source>Documents before every row</source>
        <translation>Dokumente vor jeder Zeile</translation>
    </message>
    <message>
        <source>Documents that go to the model before the prompt of every row, such as a style guide</source>
        <translation>Dokumente, die das Modell vor dem Prompt jeder Zeile bekommt, etwa ein Stilleitfaden</translation>
    </message>
    <message>
        <source>Web searches per row</source>
        <translation>Websuchen je Zeile</translation>
    </message>
    <message>
        <source>How often the model may search the web for a row at most; each search costs money of its own</source>
        <translation>Wie oft das Modell für eine Zeile höchstens im Web suchen darf; jede Suche kostet eigenes Geld</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Before every row</source>
        <translation>Vor jeder Zeile</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Nachdenken</translation>
    </message>
    <message>
        <source>may take hours</source>
        <translation>kann Stunden dauern</translation>
    </message>
    <message>
        <source>About so many words; what is longer is cut off, and marked. It limits what a row can cost</source>
        <translation>Ungefähr so viele Wörter; was länger ist, wird abgeschnitten und gekennzeichnet. Das begrenzt, was eine Zeile kosten kann</translation>
    </message>
    <message>
        <source> words</source>
        <translation> Wörter</translation>
    </message>
    <message>
        <source>What long answers mean</source>
        <translation>Was lange Antworten bedeuten</translation>
    </message>
    <message>
        <source>Whether the model thinks before it answers</source>
        <translation>Ob das Modell nachdenkt, bevor es antwortet</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>Aufwand</translation>
    </message>
    <message>
        <source>How much work the model puts into each row</source>
        <translation>Wie viel Arbeit das Modell in jede Zeile steckt</translation>
    </message>
    <message>
        <source>Ask identical rows only once</source>
        <translation>Gleiche Zeilen nur einmal senden</translation>
    </message>
    <message>
        <source>Rows with the same prompt share one answer and are paid for once</source>
        <translation>Zeilen mit demselben Prompt teilen sich eine Antwort und werden einmal bezahlt</translation>
    </message>
    <message>
        <source>Documents and pictures from columns</source>
        <translation>Dokumente und Bilder aus Spalten</translation>
    </message>
    <message>
        <source>Documents from</source>
        <translation>Dokumente aus</translation>
    </message>
</context>
<context>
    <name>MoneyCard</name>
    <message>
        <source>Cost so far</source>
        <translation>Bisherige Kosten</translation>
    </message>
    <message>
        <source>What the answers cost that are here</source>
        <translation>Was die Antworten kosten, die da sind</translation>
    </message>
    <message>
        <source>Estimated price</source>
        <translation>Geschätzter Preis</translation>
    </message>
    <message>
        <source>Your ceiling</source>
        <translation>Ihre Obergrenze</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>Estimated</source>
        <translation>Geschätzt</translation>
    </message>
    <message>
        <source>Would have cost</source>
        <translation>Hätte gekostet</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Would have cost so far</source>
        <translation>Hätte bisher gekostet</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>Bisher</translation>
    </message>
    <message>
        <source>{likely} ({range})</source>
        <translation>{likely} ({range})</translation>
    </message>
</context>
<context>
    <name>MoneyPage</name>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>The list is of {day}.</source>
        <translation>Die Liste ist vom {day}.</translation>
    </message>
    <message>
        <source>Ceiling for every job</source>
        <translation>Obergrenze für jeden Auftrag</translation>
    </message>
    <message>
        <source>In dollars; each job can change it</source>
        <translation>In Dollar; jeder Auftrag kann sie ändern</translation>
    </message>
    <message>
        <source>no ceiling</source>
        <translation>keine Obergrenze</translation>
    </message>
    <message>
        <source>Ceiling for new &amp;jobs</source>
        <translation>Obergrenze für neue &amp;Aufträge</translation>
    </message>
    <message>
        <source>Dollars for a million tokens (about 750,000 words) at the ordinary price; jobs pay half. Where you pay other prices, type yours.</source>
        <translation>Dollar für eine Million Token (etwa 750.000 Wörter) zum normalen Preis; Aufträge zahlen die Hälfte. Zahlen Sie andere Preise, tragen Sie Ihre ein.</translation>
    </message>
    <message>
        <source>Ceiling for a &amp;month</source>
        <translation>Obergrenze für einen &amp;Monat</translation>
    </message>
    <message>
        <source>all jobs together</source>
        <translation>alle Aufträge zusammen</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>Preisliste</translation>
    </message>
    <message>
        <source>A price can be typed over; an emptied cell takes the shipped one back</source>
        <translation>Ein Preis lässt sich überschreiben; eine geleerte Zelle nimmt den mitgelieferten zurück</translation>
    </message>
    <message>
        <source>Ceilings</source>
        <translation>Obergrenzen</translation>
    </message>
</context>
<context>
    <name>NewHeader</name>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
</context>
<context>
    <name>Noticed</name>
    <message>
        <source>Noticed</source>
        <translation>Auffälliges</translation>
    </message>
    <message>
        <source>What Batchsheet noticed about the file</source>
        <translation>Was Batchsheet an der Datei bemerkt hat</translation>
    </message>
    <message>
        <source>All that was noticed</source>
        <translation>Alles Auffällige</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Weniger anzeigen</translation>
    </message>
    <message>
        <source>Noticed: {button}</source>
        <translation>Auffälliges: {button}</translation>
    </message>
</context>
<context>
    <name>Notifications</name>
    <message>
        <source>{job} needs you</source>
        <translation>{job} wartet auf Sie</translation>
    </message>
    <message>
        <source>{job} is done</source>
        <translation>{job} ist fertig</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>A folder can&apos;t be opened together with something else.</source>
        <translation>Ein Ordner lässt sich nicht zusammen mit anderem öffnen.</translation>
    </message>
    <message>
        <source>Nothing was read.</source>
        <translation>Es wurde nichts gelesen.</translation>
    </message>
    <message>
        <source>Open it by itself.</source>
        <translation>Öffnen Sie ihn für sich.</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Pasted {day}, {time}</source>
        <translation>Eingefügt am {day}, {time}</translation>
    </message>
    <message>
        <source>“{name}” is opened as soon as “{file}” is read.</source>
        <translation>„{name}“ wird geöffnet, sobald „{file}“ gelesen ist.</translation>
    </message>
    <message>
        <source>{file} and {n} more</source>
        <translation>{file} und {n} weitere</translation>
    </message>
    <message>
        <source>Put together, every column is kept, and the cells that a file lacks stay empty.</source>
        <translation>Zusammengefügt bleibt jede Spalte erhalten, und die Zellen, die einer Datei fehlen, bleiben leer.</translation>
    </message>
    <message>
        <source>Put them together</source>
        <translation>Zusammenfügen</translation>
    </message>
    <message>
        <source>This is a new job. The prompt that you wrote stays with “{job}”.</source>
        <translation>Das ist ein neuer Auftrag. Der Prompt, den Sie geschrieben haben, bleibt bei „{job}“.</translation>
    </message>
    <message>
        <source>Use it here, too</source>
        <translation>Auch hier verwenden</translation>
    </message>
    <message>
        <source>Stopped: “{file}” was not opened, and your file is as it was.</source>
        <translation>Gestoppt: „{file}“ wurde nicht geöffnet, und Ihre Datei ist wie zuvor.</translation>
    </message>
    <message>
        <source>Stopped: the rows of “{file}” are not here any more. Open it again to go on; it is as it was.</source>
        <translation>Gestoppt: Die Zeilen von „{file}“ sind nicht mehr hier. Öffnen Sie die Datei noch einmal, um weiterzumachen; sie ist wie zuvor.</translation>
    </message>
    <message>
        <source>Open another file</source>
        <translation>Andere Datei öffnen</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Ordner öffnen</translation>
    </message>
</context>
<context>
    <name>OutcomeFilter</name>
    <message>
        <source>All rows</source>
        <translation>Alle Zeilen</translation>
    </message>
    <message>
        <source>All {n}</source>
        <translation>Alle {n}</translation>
    </message>
    <message>
        <source>All {rows}</source>
        <translation>Alle {rows}</translation>
    </message>
</context>
<context>
    <name>OutputsDelegate</name>
    <message>
        <source>The choices: Refund; Setup; Other</source>
        <translation>Zur Auswahl: Erstattung; Einrichtung; Sonstiges</translation>
    </message>
    <message>
        <source>A sentence, if it helps</source>
        <translation>Ein Satz, wenn es hilft</translation>
    </message>
    <message>
        <source>Kind of the column</source>
        <translation>Art der Spalte</translation>
    </message>
</context>
<context>
    <name>OutputsTableModel</name>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>Was darin steht</translation>
    </message>
    <message>
        <source>If unsure</source>
        <translation>Im Zweifel</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>The choices, with semicolons between them.</source>
        <translation>Was zur Auswahl steht, mit Semikolon dazwischen.</translation>
    </message>
</context>
<context>
    <name>OverviewDialog</name>
    <message>
        <source>History and spend</source>
        <translation>Verlauf und Ausgaben</translation>
    </message>
    <message>
        <source>Pages of history and spend</source>
        <translation>Seiten von Verlauf und Ausgaben</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>PaidAlready</name>
    <message>
        <source>Rows that are answered already</source>
        <translation>Zeilen, die schon beantwortet sind</translation>
    </message>
    <message>
        <source>Ask rows anew that an earlier job has answered</source>
        <translation>Auch Zeilen neu senden, die ein früherer Auftrag beantwortet hat</translation>
    </message>
    <message>
        <source>Otherwise the answers to the very same requests are taken from there, and cost nothing</source>
        <translation>Sonst werden die Antworten auf genau dieselben Anfragen übernommen und kosten nichts</translation>
    </message>
    <message>
        <source>{rows} answered from tried rows, for {money}.</source>
        <translation>{rows} schon durch den Test beantwortet, für {money}.</translation>
    </message>
    <message>
        <source>Spent on tried rows: {money}.</source>
        <translation>Für getestete Zeilen ausgegeben: {money}.</translation>
    </message>
    <message>
        <source>{rows} answered by an earlier job: taken from there, and free.</source>
        <translation>{rows} von einem früheren Auftrag beantwortet: von dort übernommen und kostenlos.</translation>
    </message>
    <message>
        <source>Tried rows without a reply may have cost up to {money} more.</source>
        <translation>Getestete Zeilen ohne Antwort können bis zu {money} mehr gekostet haben.</translation>
    </message>
</context>
<context>
    <name>PartsCard</name>
    <message>
        <source>How many parts</source>
        <translation>Wie viele Teile</translation>
    </message>
    <message>
        <source>Parts as squares</source>
        <translation>Teile als Quadrate</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>The parts that the job is sent in, with their state</source>
        <translation>Die Teile, in denen der Auftrag gesendet wird, mit ihrem Zustand</translation>
    </message>
    <message>
        <source>being made up</source>
        <translation>werden gebildet</translation>
    </message>
</context>
<context>
    <name>PartsTableModel</name>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
</context>
<context>
    <name>PracticeBanner</name>
    <message>
        <source>Practice mode: the answers are made up, nothing is sent and nothing is spent.</source>
        <translation>Übungsmodus: Antworten erfunden, nichts gesendet, nichts ausgegeben.</translation>
    </message>
    <message>
        <source>On every page, as long as it is so</source>
        <translation>Auf jeder Seite, solange es so ist</translation>
    </message>
    <message>
        <source>Let some rows fail</source>
        <translation>Auch Fehlschläge üben</translation>
    </message>
    <message>
        <source>Jobs that are run from now on have rows that are declined, cut short, failed or expired</source>
        <translation>Aufträge, die von jetzt an laufen, haben Zeilen, die abgelehnt, abgeschnitten, fehlgeschlagen oder abgelaufen sind</translation>
    </message>
</context>
<context>
    <name>PracticeWindow</name>
    <message>
        <source>Practice mode opens in a window of its own. Nothing is sent there.</source>
        <translation>Der Übungsmodus öffnet sich in einem eigenen Fenster. Von dort wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Copying the job</source>
        <translation>Auftrag wird kopiert</translation>
    </message>
</context>
<context>
    <name>PriceFigures</name>
    <message>
        <source>What the price is for</source>
        <translation>Wofür der Preis gilt</translation>
    </message>
    <message>
        <source>Likely price</source>
        <translation>Wahrscheinlicher Preis</translation>
    </message>
    <message>
        <source>What all rows together probably cost</source>
        <translation>Was alle Zeilen zusammen wahrscheinlich kosten</translation>
    </message>
    <message>
        <source>Likely range, and the most it can be</source>
        <translation>Wahrscheinliche Spanne und Höchstpreis</translation>
    </message>
    <message>
        <source>Between what and what it comes to nine times in ten, and what it can&apos;t pass</source>
        <translation>In welchem Bereich er in neun von zehn Fällen liegt, und was er nicht überschreiten kann</translation>
    </message>
    <message>
        <source>The range as a picture</source>
        <translation>Die Spanne als Bild</translation>
    </message>
    <message>
        <source>The most it can be</source>
        <translation>Höchstpreis</translation>
    </message>
    <message>
        <source>What the price rests on</source>
        <translation>Worauf der Preis beruht</translation>
    </message>
    <message>
        <source>Likely price for {rows}</source>
        <translation>Wahrscheinlicher Preis für {rows}</translation>
    </message>
    <message>
        <source>Every row has its answer already.</source>
        <translation>Jede Zeile hat ihre Antwort schon.</translation>
    </message>
    <message>
        <source>most likely between {low} and {high}, never more than {most}</source>
        <translation>wahrscheinlich zwischen {low} und {high}, nie mehr als {most}</translation>
    </message>
    <message>
        <source>most likely {low}, never more than {most}</source>
        <translation>wahrscheinlich {low}, nie mehr als {most}</translation>
    </message>
</context>
<context>
    <name>PriceListModel</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Kept at first</source>
        <translation>Ablegen</translation>
    </message>
    <message>
        <source>Kept, again</source>
        <translation>Abrufen</translation>
    </message>
    <message>
        <source>Long instructions that the service keeps for the rows after the first</source>
        <translation>Lange Anweisungen, die der Dienst für die Zeilen nach der ersten aufbewahrt</translation>
    </message>
    <message>
        <source>Your own figure. Empty the cell for the shipped one.</source>
        <translation>Ihr eigener Preis. Leeren Sie die Zelle für den mitgelieferten.</translation>
    </message>
</context>
<context>
    <name>PricePage</name>
    <message>
        <source>Run the job</source>
        <translation>Auftrag starten</translation>
    </message>
    <message>
        <source>Begins the job, at the price that stands here</source>
        <translation>Beginnt den Auftrag zu dem Preis, der hier steht</translation>
    </message>
    <message>
        <source>Re&amp;hearse for free</source>
        <translation>Kostenlos &amp;proben</translation>
    </message>
    <message>
        <source>Rehearse for free</source>
        <translation>Kostenlos proben</translation>
    </message>
    <message>
        <source>Opens a copy of this job in practice mode: made-up answers, no key, no cost</source>
        <translation>Öffnet eine Kopie dieses Auftrags im Übungsmodus: erfundene Antworten, kein Schlüssel, keine Kosten</translation>
    </message>
    <message>
        <source>Adding up {rows}</source>
        <translation>Wird zusammengezählt: {rows}</translation>
    </message>
    <message>
        <source>Counting was stopped. Nothing was sent, and nothing is spent.</source>
        <translation>Das Zählen wurde gestoppt. Nichts wurde gesendet, und nichts ist ausgegeben.</translation>
    </message>
    <message>
        <source>&amp;Run {rows} for about {money}</source>
        <translation>{rows} für etwa {money} &amp;starten</translation>
    </message>
    <message>
        <source>Ta&amp;ke the answers that are here</source>
        <translation>Vorhandene Antworten ü&amp;bernehmen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>You agreed to this price when the job was sent.</source>
        <translation>Sie haben diesem Preis zugestimmt, als der Auftrag gesendet wurde.</translation>
    </message>
    <message>
        <source>Counting costs nothing.</source>
        <translation>Zählen kostet nichts.</translation>
    </message>
    <message>
        <source>Something is in the way: see the checks.</source>
        <translation>Start nicht möglich: siehe Prüfungen.</translation>
    </message>
    <message>
        <source>Practice: the button spends nothing. Cancelling keeps what is answered.</source>
        <translation>Übung: Der Knopf kostet nichts. Abbrechen behält, was beantwortet ist.</translation>
    </message>
    <message>
        <source>Nothing is spent before you press the button. Cancelling keeps what is answered.</source>
        <translation>Nichts wird ausgegeben, bevor Sie den Knopf drücken. Abbrechen behält, was beantwortet ist.</translation>
    </message>
    <message>
        <source>What makes up the price</source>
        <translation>Woraus sich der Preis zusammensetzt</translation>
    </message>
    <message>
        <source>The prompts, the answers, both together</source>
        <translation>Die Prompts, die Antworten, beides zusammen</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>What was checked before the job runs</source>
        <translation>Was geprüft wurde, bevor der Auftrag läuft</translation>
    </message>
    <message>
        <source>How long it takes</source>
        <translation>Wie lange es dauert</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
</context>
<context>
    <name>PriceTableModel</name>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Web searches</source>
        <translation>Websuchen</translation>
    </message>
    <message>
        <source>What it pays for</source>
        <translation>Wofür</translation>
    </message>
    <message>
        <source>words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>ordinary price</source>
        <translation>Normalpreis</translation>
    </message>
    <message>
        <source>half price</source>
        <translation>halber Preis</translation>
    </message>
</context>
<context>
    <name>ProblemReportDialog</name>
    <message>
        <source>A fault in Batchsheet</source>
        <translation>Ein Fehler in Batchsheet</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>What you typed is saved. Your rows and answers are safe on this computer.</source>
        <translation>Was Sie eingegeben haben, ist gespeichert. Ihre Zeilen und Antworten sind auf diesem Computer sicher.</translation>
    </message>
    <message>
        <source>What you typed last could not be saved; all else is safe on this computer.</source>
        <translation>Was Sie zuletzt eingegeben haben, ließ sich nicht speichern; alles andere ist auf diesem Computer sicher.</translation>
    </message>
    <message>
        <source>A job that was sent goes on. If it happens again, send us the diagnostics: they hold no key and no cell.</source>
        <translation>Ein gesendeter Auftrag läuft weiter. Kommt es wieder vor, senden Sie uns die Diagnose: Darin sind weder Schlüssel noch Zellen.</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Diagnose kopieren</translation>
    </message>
    <message>
        <source>These details, versions, counts and the end of the log</source>
        <translation>Diese Details, Versionen, Zahlen und das Ende des Protokolls</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>Something went wrong in Batchsheet</source>
        <translation>In Batchsheet ist etwas schiefgegangen</translation>
    </message>
</context>
<context>
    <name>ProgramPage</name>
    <message>
        <source>Newer versions</source>
        <translation>Neuere Versionen</translation>
    </message>
    <message>
        <source>When something goes wrong</source>
        <translation>Wenn etwas schiefgeht</translation>
    </message>
    <message>
        <source>&amp;Look for a newer version once a day</source>
        <translation>Einmal am Tag nach einer &amp;neueren Version sehen</translation>
    </message>
    <message>
        <source>Look for a newer version once a day</source>
        <translation>Einmal am Tag nach einer neueren Version sehen</translation>
    </message>
    <message>
        <source>Copy &amp;diagnostics</source>
        <translation>&amp;Diagnose kopieren</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Diagnose kopieren</translation>
    </message>
    <message>
        <source>Versions, counts and the end of the log, to paste into a letter</source>
        <translation>Versionen, Zahlen und das Ende des Protokolls, zum Einfügen in eine E-Mail</translation>
    </message>
    <message>
        <source>&amp;Open the log&apos;s folder</source>
        <translation>Ordner des &amp;Protokolls öffnen</translation>
    </message>
    <message>
        <source>Open the log&apos;s folder</source>
        <translation>Ordner des Protokolls öffnen</translation>
    </message>
    <message>
        <source>Versions, counts and the end of the log. No key, no cell, no name. Nothing is sent by itself.</source>
        <translation>Versionen, Zahlen und das Ende des Protokolls. Kein Schlüssel, keine Zelle, kein Name. Nichts wird von selbst gesendet.</translation>
    </message>
    <message>
        <source>Copied. Paste it where you write to us; read it first if you like.</source>
        <translation>Kopiert. Fügen Sie es dort ein, wo Sie uns schreiben; lesen Sie es vorher, wenn Sie möchten.</translation>
    </message>
</context>
<context>
    <name>PromptEdit</name>
    <message>
        <source>Columns that fit what you typed</source>
        <translation>Spalten, die zu Ihrer Eingabe passen</translation>
    </message>
    <message>
        <source>Columns with a name like this</source>
        <translation>Spalten mit ähnlichem Namen</translation>
    </message>
</context>
<context>
    <name>PromptEditor</name>
    <message>
        <source>&amp;Instructions</source>
        <translation>An&amp;weisungen</translation>
    </message>
    <message>
        <source>the same for every row</source>
        <translation>für jede Zeile gleich</translation>
    </message>
    <message>
        <source>Prompt for each ro&amp;w</source>
        <translation>Prompt für &amp;jede Zeile</translation>
    </message>
    <message>
        <source>type {{ or click a column</source>
        <translation>{{ oder Spalte anklicken</translation>
    </message>
    <message>
        <source>The sheet has no column “{name}”.</source>
        <translation>Das Blatt hat keine Spalte „{name}“.</translation>
    </message>
    <message>
        <source>“{text}” is not closed with {braces}: no cell is put in there.</source>
        <translation>„{text}“ ist nicht mit {braces} geschlossen: Dort wird keine Zelle eingesetzt.</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>{name} nehmen</translation>
    </message>
    <message>
        <source>Choose a column</source>
        <translation>Spalte wählen</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>What the model should know and do, the same for every row</source>
        <translation>Was das Modell wissen und tun soll, für jede Zeile gleich</translation>
    </message>
    <message>
        <source>Judge only by what the customer writes.</source>
        <translation>Urteile nur nach dem, was der Kunde schreibt.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>A click puts a column into the prompt</source>
        <translation>Ein Klick setzt eine Spalte in den Prompt</translation>
    </message>
    <message>
        <source>Prompt for each row</source>
        <translation>Prompt für jede Zeile</translation>
    </message>
    <message>
        <source>What is asked of each row. Two opening braces open a list of the columns</source>
        <translation>Was zu jeder Zeile gefragt wird. Zwei öffnende geschweifte Klammern öffnen eine Liste der Spalten</translation>
    </message>
    <message>
        <source>What is this about? {{Message}}</source>
        <translation>Worum geht es hier? {{Nachricht}}</translation>
    </message>
    <message>
        <source>Leave out prompt lines whose columns are blank</source>
        <translation>Absätze weglassen, deren Spalten leer sind</translation>
    </message>
    <message>
        <source>A line of the prompt stays away from rows in which all the columns that it names are blank</source>
        <translation>Ein Absatz des Prompts entfällt in Zeilen, in denen alle Spalten leer sind, die er nennt</translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation>Zur Beachtung</translation>
    </message>
    <message>
        <source>What was found in the prompt&apos;s columns</source>
        <translation>Was in den Spalten des Prompts gefunden wurde</translation>
    </message>
    <message>
        <source>A column that is not there</source>
        <translation>Eine Spalte, die es nicht gibt</translation>
    </message>
    <message>
        <source>Use the nearest column</source>
        <translation>Die ähnlichste Spalte nehmen</translation>
    </message>
</context>
<context>
    <name>PromptGuesses</name>
    <message>
        <source>Your prompt shows here, filled in with a row of your sheet.</source>
        <translation>Hier steht Ihr Prompt, ausgefüllt mit einer Zeile Ihres Blatts.</translation>
    </message>
    <message>
        <source>Nothing in this row goes into the prompt: it is left out, and costs nothing.</source>
        <translation>Aus dieser Zeile kommt nichts in den Prompt: Sie wird ausgelassen und kostet nichts.</translation>
    </message>
    <message>
        <source>about {words} words in · up to {most} out · {money}</source>
        <translation>etwa {words} Wörter · Antwort bis {most} · {money}</translation>
    </message>
</context>
<context>
    <name>PromptPage</name>
    <message>
        <source>See the p&amp;rice</source>
        <translation>&amp;Preis ansehen</translation>
    </message>
    <message>
        <source>See the price</source>
        <translation>Preis ansehen</translation>
    </message>
    <message>
        <source>This job has the recipe “{name}”. Open the file that it is for.</source>
        <translation>Dieser Auftrag hat das Rezept „{name}“. Öffnen Sie die Datei, für die es ist.</translation>
    </message>
    <message>
        <source>This job was sent with this prompt.</source>
        <translation>Dieser Auftrag wurde mit diesem Prompt gesendet.</translation>
    </message>
    <message>
        <source>What you type is kept as you type it.</source>
        <translation>Was Sie tippen, wird sofort gespeichert.</translation>
    </message>
    <message>
        <source>Rows are tried in the first step: what this one asks rests on its answers.</source>
        <translation>Getestet wird im ersten Schritt: Dieser hier beruht auf dessen Antworten.</translation>
    </message>
</context>
<context>
    <name>RecipeChoice</name>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>A recipe fills in the prompt, the columns, the model</source>
        <translation>Ein Rezept füllt Prompt, Spalten und Modell aus</translation>
    </message>
    <message>
        <source>Choose a recipe</source>
        <translation>Rezept wählen</translation>
    </message>
    <message>
        <source>Keep this prompt with its columns and model for another file</source>
        <translation>Diesen Prompt mit Spalten und Modell für eine andere Datei aufheben</translation>
    </message>
    <message>
        <source>Save recipe</source>
        <translation>Rezept speichern</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Reci&amp;pe</source>
        <translation>Re&amp;zept</translation>
    </message>
    <message>
        <source>A prompt that was used on this file</source>
        <translation>Ein Prompt, der für diese Datei benutzt wurde</translation>
    </message>
    <message>
        <source>Use that prompt</source>
        <translation>Diesen Prompt nehmen</translation>
    </message>
    <message>
        <source>This prompt was sent and stays as it is. To ask something else, change it in a copy.</source>
        <translation>Dieser Prompt wurde gesendet und bleibt, wie er ist. Um etwas anderes zu fragen, ändern Sie ihn in einer Kopie.</translation>
    </message>
    <message>
        <source>Make a copy</source>
        <translation>Kopie anlegen</translation>
    </message>
    <message>
        <source>A draft with the same rows and this prompt; the job stays as it is</source>
        <translation>Ein Entwurf mit denselben Zeilen und diesem Prompt; der Auftrag bleibt, wie er ist</translation>
    </message>
    <message>
        <source>Used on this file</source>
        <translation>Bei dieser Datei benutzt</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Earlier versions of {name}</source>
        <translation>Frühere Fassungen von {name}</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>Eingebaut</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Aus einer Datei&#xa0;…</translation>
    </message>
    <message>
        <source>“{name}” asked columns like these on {day}.</source>
        <translation>„{name}“ hat am {day} Spalten wie diese benutzt.</translation>
    </message>
    <message>
        <source>{name} · last {money} per 1,000 rows</source>
        <translation>{name} · zuletzt {money} je 1.000 Zeilen</translation>
    </message>
    <message>
        <source>{day}: {name}</source>
        <translation>{day}: {name}</translation>
    </message>
    <message>
        <source>{day}: {name} · {money} per 1,000 rows</source>
        <translation>{day}: {name} · {money} je 1.000 Zeilen</translation>
    </message>
    <message>
        <source>until {moment}: {name}</source>
        <translation>bis {moment}: {name}</translation>
    </message>
    <message>
        <source>The recipe “{name}” took the place of your prompt.</source>
        <translation>Das Rezept „{name}“ steht jetzt anstelle Ihres Prompts.</translation>
    </message>
    <message>
        <source>Open a recipe</source>
        <translation>Rezept öffnen</translation>
    </message>
    <message>
        <source>Recipes and prompts (*.toml *.txt *.md *.json *.py *.ts *.js *.sh)</source>
        <translation>Rezepte und Prompts (*.toml *.txt *.md *.json *.py *.ts *.js *.sh)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open another file</source>
        <translation>Andere Datei öffnen</translation>
    </message>
    <message>
        <source>What Batchsheet can&apos;t take over was left out: {what}.</source>
        <translation>Was Batchsheet nicht übernehmen kann, wurde weggelassen: {what}.</translation>
    </message>
    <message>
        <source>Name of the recipe</source>
        <translation>Name des Rezepts</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save it again</source>
        <translation>Noch einmal speichern</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Gespeichert als {file}.</translation>
    </message>
</context>
<context>
    <name>Removals</name>
    <message>
        <source>Step {n} was removed.</source>
        <translation>Schritt {n} wurde entfernt.</translation>
    </message>
    <message>
        <source>The column “{name}” was removed.</source>
        <translation>Die Spalte „{name}“ wurde entfernt.</translation>
    </message>
</context>
<context>
    <name>ResultsGridModel</name>
    <message>
        <source>What became of the row</source>
        <translation>Was aus der Zeile wurde</translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>E&amp;xport</source>
        <translation>E&amp;xportieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Write a copy of your file with the new columns</source>
        <translation>Eine Kopie Ihrer Datei mit den neuen Spalten schreiben</translation>
    </message>
    <message>
        <source>Export &amp;options…</source>
        <translation>Export&amp;optionen&#xa0;…</translation>
    </message>
    <message>
        <source>Export options</source>
        <translation>Exportoptionen</translation>
    </message>
    <message>
        <source>Choose what is exported besides the answers, and see what is kept</source>
        <translation>Wählen Sie, was außer den Antworten exportiert wird, und sehen Sie, was erhalten bleibt</translation>
    </message>
    <message>
        <source>Stopped: no rows are shown. Choose which rows to see; nothing is lost.</source>
        <translation>Gestoppt: Es werden keine Zeilen gezeigt. Wählen Sie, welche Sie sehen möchten; verloren ist nichts.</translation>
    </message>
    <message>
        <source>Stopped: the same rows as before are shown, and nothing is lost.</source>
        <translation>Gestoppt: Gezeigt werden dieselben Zeilen wie vorher, und verloren ist nichts.</translation>
    </message>
    <message>
        <source>Which rows are shown</source>
        <translation>Welche Zeilen gezeigt werden</translation>
    </message>
    <message>
        <source>By what became of them</source>
        <translation>Nach dem, was aus ihnen wurde</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Your rows with the new columns beside them</source>
        <translation>Ihre Zeilen mit den neuen Spalten daneben</translation>
    </message>
    <message>
        <source>No such row is there now.</source>
        <translation>Eine solche Zeile gibt es jetzt nicht.</translation>
    </message>
    <message>
        <source>No such row</source>
        <translation>Keine solche Zeile</translation>
    </message>
</context>
<context>
    <name>RowChooser</name>
    <message>
        <source>All rows</source>
        <translation>Alle Zeilen</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>&amp;Zeilen</translation>
    </message>
    <message>
        <source>Only some rows</source>
        <translation>Nur einige Zeilen</translation>
    </message>
    <message>
        <source>Row numbers</source>
        <translation>Zeilennummern</translation>
    </message>
    <message>
        <source>Row numbers as the spreadsheet shows them, such as 2-500, 700</source>
        <translation>Zeilennummern, wie die Tabelle sie zeigt, etwa 2-500, 700</translation>
    </message>
    <message>
        <source>Onl&amp;y where</source>
        <translation>Nur &amp;wenn</translation>
    </message>
    <message>
        <source>Only rows where a column fits a condition</source>
        <translation>Nur Zeilen, in denen eine Spalte eine Bedingung erfüllt</translation>
    </message>
    <message>
        <source>Column of the condition</source>
        <translation>Spalte der Bedingung</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Value to compare with</source>
        <translation>Wert, mit dem verglichen wird</translation>
    </message>
    <message>
        <source>What is wrong with the rows</source>
        <translation>Was an den Zeilen nicht stimmt</translation>
    </message>
    <message>
        <source>&amp;All {n}</source>
        <translation>&amp;Alle {n}</translation>
    </message>
    <message>
        <source>All {rows}</source>
        <translation>Alle {rows}</translation>
    </message>
    <message>
        <source>Say which rows, such as 2-500, 700.</source>
        <translation>Geben Sie an, welche Zeilen, etwa 2-500, 700.</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>is not empty</source>
        <translation>ist nicht leer</translation>
    </message>
    <message>
        <source>equals</source>
        <translation>ist gleich</translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation>Welche Zeilen</translation>
    </message>
</context>
<context>
    <name>RowDetailPanel</name>
    <message>
        <source>The chosen row</source>
        <translation>Die gewählte Zeile</translation>
    </message>
    <message>
        <source>Its prompt, its answer, and what it cost</source>
        <translation>Ihr Prompt, ihre Antwort und was sie gekostet hat</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Show or hide the details</source>
        <translation>Details ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Close the row</source>
        <translation>Zeile schließen</translation>
    </message>
    <message>
        <source>Show what the job has cost instead</source>
        <translation>Stattdessen anzeigen, was der Auftrag gekostet hat</translation>
    </message>
    <message>
        <source>Choose a row to see its prompt, its answer and its cost.</source>
        <translation>Wählen Sie eine Zeile, um Prompt, Antwort und Kosten zu sehen.</translation>
    </message>
    <message>
        <source>Row {n}: {outcome}</source>
        <translation>Zeile {n}: {outcome}</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>It would have cost {money}.</source>
        <translation>Sie hätte {money} gekostet.</translation>
    </message>
    <message>
        <source>It was billed: {money}.</source>
        <translation>Berechnet wurden {money}.</translation>
    </message>
    <message>
        <source>It was tried on {day}.</source>
        <translation>Sie wurde am {day} getestet.</translation>
    </message>
    <message>
        <source>An earlier job got it on {day}.</source>
        <translation>Ein früherer Auftrag bekam sie am {day}.</translation>
    </message>
    <message>
        <source>What came back</source>
        <translation>Was zurückkam</translation>
    </message>
    <message>
        <source>What came back, cut short</source>
        <translation>Was zurückkam, abgeschnitten</translation>
    </message>
    <message>
        <source>An answer without any text.</source>
        <translation>Eine Antwort ganz ohne Text.</translation>
    </message>
</context>
<context>
    <name>RowPreview</name>
    <message>
        <source>Previous row</source>
        <translation>Vorige Zeile</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>Nächste Zeile</translation>
    </message>
    <message>
        <source>Row shown</source>
        <translation>Gezeigte Zeile</translation>
    </message>
    <message>
        <source>The row whose prompt is shown, by its number</source>
        <translation>Die Zeile, deren Prompt gezeigt wird, nach ihrer Nummer</translation>
    </message>
    <message>
        <source>Row </source>
        <translation>Zeile </translation>
    </message>
    <message>
        <source>Which of the rows is shown</source>
        <translation>Welche der Zeilen gezeigt wird</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>What will be sent</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>The prompt of one row as it is sent</source>
        <translation>Der Prompt einer Zeile, wie er gesendet wird</translation>
    </message>
    <message>
        <source>Length and price of this row</source>
        <translation>Länge und Preis dieser Zeile</translation>
    </message>
    <message>
        <source>· {n} of {all}</source>
        <translation>· {n} von {all}</translation>
    </message>
</context>
<context>
    <name>RunPage</name>
    <message>
        <source>&amp;Cancel the rest</source>
        <translation>&amp;Rest abbrechen</translation>
    </message>
    <message>
        <source>Cancel the rest</source>
        <translation>Rest abbrechen</translation>
    </message>
    <message>
        <source>Send nothing more. What is answered stays</source>
        <translation>Nichts mehr senden. Was beantwortet ist, bleibt</translation>
    </message>
    <message>
        <source>See the &amp;results</source>
        <translation>Er&amp;gebnisse ansehen</translation>
    </message>
    <message>
        <source>See the results</source>
        <translation>Ergebnisse ansehen</translation>
    </message>
    <message>
        <source>of {rows} done</source>
        <translation>von {rows} fertig</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Wird abgebrochen</translation>
    </message>
    <message>
        <source>&amp;Stop sending</source>
        <translation>&amp;Senden anhalten</translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation>Senden anhalten</translation>
    </message>
    <message>
        <source>Hold the rows that are not sent yet, until you go on. What is sent is answered all the same</source>
        <translation>Hält die Zeilen zurück, die noch nicht gesendet sind, bis Sie weitermachen. Was gesendet ist, wird trotzdem beantwortet</translation>
    </message>
    <message>
        <source>of {rows} answered</source>
        <translation>von {rows} beantwortet</translation>
    </message>
    <message>
        <source>took {time}</source>
        <translation>hat {time} gedauert</translation>
    </message>
    <message>
        <source>{time} so far</source>
        <translation>bisher {time}</translation>
    </message>
    <message>
        <source>The answers are here. Look at them and export them on the Results page.</source>
        <translation>Die Antworten sind da. Ansehen und exportieren: auf der Seite Ergebnisse.</translation>
    </message>
    <message>
        <source>Cancel the rows that are not answered yet?</source>
        <translation>Die Zeilen abbrechen, die noch nicht beantwortet sind?</translation>
    </message>
    <message>
        <source>What is answered stays and is paid for. Rows that the service is just working on may still cost.</source>
        <translation>Was beantwortet ist, bleibt und ist bezahlt. Zeilen, an denen der Dienst gerade arbeitet, können noch etwas kosten.</translation>
    </message>
    <message>
        <source>What is answered stays. Rows that the service is just working on may still be answered.</source>
        <translation>Was beantwortet ist, bleibt. Zeilen, an denen der Dienst gerade arbeitet, können noch beantwortet werden.</translation>
    </message>
    <message>
        <source>Until when answers can be fetched</source>
        <translation>Bis wann Antworten abgeholt werden können</translation>
    </message>
    <message>
        <source>Rows done</source>
        <translation>Fertige Zeilen</translation>
    </message>
    <message>
        <source>Rows asked</source>
        <translation>Gesendete Zeilen</translation>
    </message>
    <message>
        <source>Time gone</source>
        <translation>Vergangene Zeit</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Going by the parts that are back, or why there is nothing to wait for</source>
        <translation>Nach den Teilen, die zurück sind, oder warum es nichts abzuwarten gibt</translation>
    </message>
    <message>
        <source>What became of the rows</source>
        <translation>Was aus den Zeilen wurde</translation>
    </message>
    <message>
        <source>One bar for all rows; the numbers stand under it</source>
        <translation>Ein Balken für alle Zeilen; die Zahlen stehen darunter</translation>
    </message>
</context>
<context>
    <name>SendLive</name>
    <message>
        <source>Sending all rows at once</source>
        <translation>Alle Zeilen werden sofort gesendet</translation>
    </message>
    <message>
        <source>Send all rows now</source>
        <translation>Alle Zeilen jetzt senden</translation>
    </message>
    <message>
        <source>Asks every row at once, at the ordinary price; the answers come in seconds</source>
        <translation>Sendet jede Zeile sofort, zum normalen Preis; die Antworten kommen in Sekunden</translation>
    </message>
    <message>
        <source>So few rows are simpler to send at once: the answers come in seconds. That costs {live}; as a job it is {batch}, and can take a while.</source>
        <translation>So wenige Zeilen senden Sie einfacher sofort: Die Antworten kommen in Sekunden. Das kostet {live}; als Auftrag sind es {batch}, und es kann eine Weile dauern.</translation>
    </message>
    <message>
        <source>Send {rows} no&amp;w for about {money}</source>
        <translation>{rows} für etwa {money} &amp;jetzt senden</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>{n} of {all} answered.</source>
        <translation>{n} von {all} beantwortet.</translation>
    </message>
    <message>
        <source>{rows} got no answer.</source>
        <translation>Ohne Antwort: {rows}.</translation>
    </message>
    <message>
        <source>Nothing is sent again by itself.</source>
        <translation>Nichts wird von selbst noch einmal gesendet.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>About Batchsheet</source>
        <translation>Über Batchsheet</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>Your sheet</source>
        <translation>Ihr Blatt</translation>
    </message>
    <message>
        <source>All rows of the sheet</source>
        <translation>Alle Zeilen des Blatts</translation>
    </message>
    <message>
        <source>Nothing unusual.</source>
        <translation>Nichts Ungewöhnliches.</translation>
    </message>
    <message>
        <source>Open “{sheet}”, which has {rows}</source>
        <translation>„{sheet}“ öffnen, mit {rows}</translation>
    </message>
    <message>
        <source>Open “{sheet}”: {rows}</source>
        <translation>„{sheet}“ öffnen: {rows}</translation>
    </message>
    <message>
        <source>This sheet has few rows; another one has many more</source>
        <translation>Dieses Blatt hat wenige Zeilen; ein anderes hat viel mehr</translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation>Welche Zeilen</translation>
    </message>
    <message>
        <source>Which rows are asked</source>
        <translation>Welche Zeilen bearbeitet werden</translation>
    </message>
</context>
<context>
    <name>SinceChoice</name>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
</context>
<context>
    <name>SpendPage</name>
    <message>
        <source>The month that it is</source>
        <translation>Welcher Monat es ist</translation>
    </message>
    <message>
        <source>Spent this month</source>
        <translation>In diesem Monat ausgegeben</translation>
    </message>
    <message>
        <source>What may still come of this month</source>
        <translation>Was in diesem Monat noch kommen kann</translation>
    </message>
    <message>
        <source>All that was spent</source>
        <translation>Alles, was ausgegeben wurde</translation>
    </message>
    <message>
        <source>Nothing was spent yet</source>
        <translation>Noch wurde nichts ausgegeben</translation>
    </message>
    <message>
        <source>Nothing was spent yet. What answers cost stands here by month, recipe and model, from the service&apos;s own figures.</source>
        <translation>Noch wurde nichts ausgegeben. Was Antworten kosten, steht hier nach Monat, Rezept und Modell, nach den Zahlen des Dienstes selbst.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird nachgesehen&#xa0;…</translation>
    </message>
    <message>
        <source>Your ceiling is reached.</source>
        <translation>Ihre Obergrenze ist erreicht.</translation>
    </message>
    <message>
        <source>Save what was spent</source>
        <translation>Ausgaben speichern</translation>
    </message>
    <message>
        <source>spend</source>
        <translation>ausgaben</translation>
    </message>
    <message>
        <source>&amp;Never more in a month, all jobs together</source>
        <translation>&amp;Nie mehr in einem Monat, alle Aufträge zusammen</translation>
    </message>
    <message>
        <source>A month of this computer&apos;s calendar. All that is under way counts at its most.</source>
        <translation>Ein Monat nach dem Kalender dieses Computers. Alles, was unterwegs ist, zählt mit seinem Höchstpreis.</translation>
    </message>
    <message>
        <source>&amp;Save as .csv…</source>
        <translation>Als .csv &amp;speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Save what was spent as a .csv</source>
        <translation>Ausgaben als .csv speichern</translation>
    </message>
    <message>
        <source>Show &amp;by</source>
        <translation>&amp;Gruppieren nach</translation>
    </message>
    <message>
        <source>Practice: this money is made up. Nothing of it was billed, and it counts nowhere else.</source>
        <translation>Übung: Dieses Geld ist erfunden. Nichts davon wurde berechnet, und nirgends sonst zählt es.</translation>
    </message>
    <message>
        <source>Show by</source>
        <translation>Gruppieren nach</translation>
    </message>
    <message>
        <source>Month, recipe or model</source>
        <translation>Monat, Rezept oder Modell</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>What was spent</source>
        <translation>Was ausgegeben wurde</translation>
    </message>
    <message>
        <source>A line for each, with what it is made of</source>
        <translation>Jeweils eine Zeile mit dem, woraus sie sich zusammensetzt</translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message>
        <source>Drop a spreadsheet or a folder anywhere in this window</source>
        <translation>Ziehen Sie eine Tabelle oder einen Ordner irgendwo in dieses Fenster</translation>
    </message>
    <message>
        <source>Excel (.xlsx, .xlsm, .xls, .xlsb), OpenDocument (.ods), .csv, .tsv or .txt, several with the same columns too</source>
        <translation>Excel (.xlsx, .xlsm, .xls, .xlsb), OpenDocument (.ods), .csv, .tsv oder .txt, auch mehrere mit gleichem Aufbau</translation>
    </message>
    <message>
        <source>Open a fol&amp;der</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>A row for each document in it (Ctrl+Shift+O)</source>
        <translation>Eine Zeile für jedes Dokument darin (Strg+Umschalt+O)</translation>
    </message>
    <message>
        <source>Choose a folder of documents: each becomes a row</source>
        <translation>Wählen Sie einen Ordner mit Dokumenten: Jedes wird zu einer Zeile</translation>
    </message>
    <message>
        <source>Open a folder of documents</source>
        <translation>Ordner mit Dokumenten öffnen</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Cells copied from a spreadsheet (Ctrl+V)</source>
        <translation>Aus einer Tabelle kopierte Zellen (Strg+V)</translation>
    </message>
    <message>
        <source>Make a job of cells that were copied from a spreadsheet</source>
        <translation>Aus Zellen, die in einer Tabelle kopiert wurden, einen Auftrag machen</translation>
    </message>
    <message>
        <source>Paste copied cells</source>
        <translation>Kopierte Zellen einfügen</translation>
    </message>
    <message>
        <source>Or look around with an example, in practice mode: no key, no cost</source>
        <translation>Oder sehen Sie sich mit einem Beispiel um, im Übungsmodus: kein Schlüssel, keine Kosten</translation>
    </message>
</context>
<context>
    <name>StepPrices</name>
    <message>
        <source>What the prices of the steps rest on</source>
        <translation>Worauf die Preise der Schritte beruhen</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>Schritt für Schritt</translation>
    </message>
    <message>
        <source>Step {n}: {rows}, all of them answered already</source>
        <translation>Schritt {n}: {rows}, alle schon beantwortet</translation>
    </message>
    <message>
        <source>Step {n}: {rows}, {range}</source>
        <translation>Schritt {n}: {rows}, {range}</translation>
    </message>
    <message>
        <source>Step {n}: about {rows}, {range}</source>
        <translation>Schritt {n}: etwa {rows}, {range}</translation>
    </message>
    <message>
        <source>How long the answers of a step are, and how many of them the next step is for, is assumed before it has run: so the range is wide. No step is sent that could cost more than the most.</source>
        <translation>Wie lang die Antworten eines Schritts sind und für wie viele davon der nächste gilt, ist angenommen, bevor er gelaufen ist: Darum ist die Spanne weit. Kein Schritt wird über den Höchstpreis hinaus gesendet.</translation>
    </message>
</context>
<context>
    <name>StepStrip</name>
    <message>
        <source>+ Add a step</source>
        <translation>+ Schritt</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>Schritt hinzufügen</translation>
    </message>
    <message>
        <source>Ask something more of each row once this is answered, with the answers as columns</source>
        <translation>Zu jeder Zeile mehr fragen, sobald dies beantwortet ist, mit den Antworten als Spalten</translation>
    </message>
    <message>
        <source>Remove step</source>
        <translation>Schritt entfernen</translation>
    </message>
    <message>
        <source>Remove this step</source>
        <translation>Diesen Schritt entfernen</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Step {n}</source>
        <translation>Schritt {n}</translation>
    </message>
    <message>
        <source>For which rows</source>
        <translation>Für welche Zeilen</translation>
    </message>
    <message>
        <source>Which rows this step is for</source>
        <translation>Für welche Zeilen dieser Schritt gilt</translation>
    </message>
    <message>
        <source>all rows</source>
        <translation>alle Zeilen</translation>
    </message>
    <message>
        <source>rows where</source>
        <translation>Zeilen, in denen</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>equals</source>
        <translation>ist gleich</translation>
    </message>
    <message>
        <source>is not empty</source>
        <translation>ist nicht leer</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>Column that decides</source>
        <translation>Spalte, die entscheidet</translation>
    </message>
    <message>
        <source>Value to compare with</source>
        <translation>Wert, mit dem verglichen wird</translation>
    </message>
    <message>
        <source>asked of</source>
        <translation>gilt für</translation>
    </message>
</context>
<context>
    <name>StepTabs</name>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>StopButton</name>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird gestoppt&#xa0;…</translation>
    </message>
</context>
<context>
    <name>TableChoices</name>
    <message>
        <source>Sheet</source>
        <translation>Blatt</translation>
    </message>
    <message>
        <source>Which sheet of the workbook</source>
        <translation>Welches Blatt der Arbeitsmappe</translation>
    </message>
    <message>
        <source>Ta&amp;ble</source>
        <translation>&amp;Tabelle</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Which table of the sheet</source>
        <translation>Welche Tabelle des Blatts</translation>
    </message>
    <message>
        <source>&amp;Sheet</source>
        <translation>&amp;Blatt</translation>
    </message>
    <message>
        <source>Hea&amp;der in row</source>
        <translation>&amp;Kopf in Zeile</translation>
    </message>
    <message>
        <source>The row that holds the names of the columns; none for a sheet without</source>
        <translation>Die Zeile mit den Namen der Spalten; keine, wenn das Blatt keine hat</translation>
    </message>
    <message>
        <source>Header row</source>
        <translation>Kopfzeile</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Also take rows that are hidden or filtered out in the sheet</source>
        <translation>Auch Zeilen nehmen, die im Blatt ausgeblendet oder herausgefiltert sind</translation>
    </message>
    <message>
        <source>H&amp;idden rows too</source>
        <translation>Aus&amp;geblendete auch</translation>
    </message>
    <message>
        <source>Hidden rows too</source>
        <translation>Ausgeblendete auch</translation>
    </message>
    <message>
        <source>Also read the documents in the folder&apos;s sub-folders</source>
        <translation>Auch die Dokumente in den Unterordnern lesen</translation>
    </message>
    <message>
        <source>Sub-folders too</source>
        <translation>Auch Unterordner</translation>
    </message>
    <message>
        <source>S&amp;ub-folders too</source>
        <translation>Auch Unte&amp;rordner</translation>
    </message>
    <message>
        <source>How the text file is read: its encoding, what separates cells, and quotation marks</source>
        <translation>Wie die Textdatei gelesen wird: Kodierung, Trennzeichen und Anführungszeichen</translation>
    </message>
    <message>
        <source>How the text is read</source>
        <translation>Wie der Text gelesen wird</translation>
    </message>
    <message>
        <source>Text: {format}</source>
        <translation>Text: {format}</translation>
    </message>
</context>
<context>
    <name>TableTools</name>
    <message>
        <source>Copied: {rows}, {columns}.</source>
        <translation>Kopiert: {rows}, {columns}.</translation>
    </message>
    <message>
        <source>Row {n}: {column}</source>
        <translation>Zeile {n}: {column}</translation>
    </message>
</context>
<context>
    <name>TextFormatDialog</name>
    <message>
        <source>How the text is read</source>
        <translation>Wie der Text gelesen wird</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>How letters are stored</source>
        <translation>Wie Buchstaben gespeichert sind</translation>
    </message>
    <message>
        <source>Between cells</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>What separates cells</source>
        <translation>Was die Zellen trennt</translation>
    </message>
    <message>
        <source>Around cells</source>
        <translation>Um Zellen</translation>
    </message>
    <message>
        <source>What stands around a cell</source>
        <translation>Was um eine Zelle steht</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>&amp;Kodierung</translation>
    </message>
    <message>
        <source>&amp;Between cells</source>
        <translation>&amp;Trennzeichen</translation>
    </message>
    <message>
        <source>&amp;Around cells</source>
        <translation>&amp;Um Zellen</translation>
    </message>
    <message>
        <source>Read it so</source>
        <translation>So lesen</translation>
    </message>
    <message>
        <source>Look at the rows: where letters are wrong it is the encoding, where cells are, the separator.</source>
        <translation>Sehen Sie auf die Zeilen: Stimmen Buchstaben nicht, ist es die Kodierung; stimmen Zellen nicht, das Trennzeichen.</translation>
    </message>
</context>
<context>
    <name>TryAnswers</name>
    <message>
        <source>Tried rows</source>
        <translation>Getestete Zeilen</translation>
    </message>
    <message>
        <source>Each tried row with its answer, and what it was answered before</source>
        <translation>Jede getestete Zeile mit ihrer Antwort und dem, was sie vorher geantwortet bekam</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>Zur Vorschau</translation>
    </message>
    <message>
        <source>What came of the tried rows</source>
        <translation>Was aus den getesteten Zeilen wurde</translation>
    </message>
    <message>
        <source>Use as an example</source>
        <translation>Als Beispiel nehmen</translation>
    </message>
    <message>
        <source>Puts this row and its answer into the instructions, as an example of a good one</source>
        <translation>Setzt diese Zeile und ihre Antwort als Beispiel einer guten in die Anweisungen</translation>
    </message>
    <message>
        <source>&amp;Use as an example</source>
        <translation>Als &amp;Beispiel nehmen</translation>
    </message>
    <message>
        <source>&amp;Use as an example (+{money})</source>
        <translation>Als &amp;Beispiel nehmen (+{money})</translation>
    </message>
</context>
<context>
    <name>TryPanel</name>
    <message>
        <source>Try rows</source>
        <translation>Zeilen testen</translation>
    </message>
    <message>
        <source>Sends a few rows at once, at the ordinary price, and shows their answers in seconds</source>
        <translation>Sendet einige Zeilen sofort, zum normalen Preis, und zeigt ihre Antworten in Sekunden</translation>
    </message>
    <message>
        <source>Rows to try</source>
        <translation>Testzeilen</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>See the tried rows</source>
        <translation>Die getesteten Zeilen ansehen</translation>
    </message>
    <message>
        <source>at once, at the ordinary price</source>
        <translation>sofort, zum Normalpreis</translation>
    </message>
    <message>
        <source>Stop tr&amp;ying</source>
        <translation>&amp;Test stoppen</translation>
    </message>
    <message>
        <source>Tr&amp;y {rows} for about {money}</source>
        <translation>{rows} für etwa {money} tes&amp;ten</translation>
    </message>
    <message>
        <source>Tr&amp;y {rows}</source>
        <translation>{rows} tes&amp;ten</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>On their way: {rows}. Answers come within seconds.</source>
        <translation>Unterwegs: {rows}. Antworten kommen in Sekunden.</translation>
    </message>
    <message>
        <source>Tried so far: {money}. Answers to this very prompt count in the job: they are not asked again.</source>
        <translation>Bisher getestet: {money}. Antworten auf genau diesen Prompt zählen im Auftrag; diese Zeilen werden nicht erneut gesendet.</translation>
    </message>
    <message>
        <source>{rows} without a reply may have cost up to {money} more.</source>
        <translation>{rows} ohne Antwort können bis zu {money} mehr gekostet haben.</translation>
    </message>
</context>
<context>
    <name>TryRows</name>
    <message>
        <source>How many rows to try</source>
        <translation>Wie viele Zeilen zu testen sind</translation>
    </message>
    <message>
        <source>Rows to try</source>
        <translation>Testzeilen</translation>
    </message>
    <message>
        <source>Their numbers: a varied sample, which you can change</source>
        <translation>Ihre Nummern: eine gemischte Stichprobe, die Sie ändern können</translation>
    </message>
    <message>
        <source>Other rows</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Draw other rows</source>
        <translation>Andere Zeilen ziehen</translation>
    </message>
    <message>
        <source>needs a prompt</source>
        <translation>braucht einen Prompt</translation>
    </message>
</context>
<context>
    <name>TryTableModel</name>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Your data</source>
        <translation>Ihre Daten</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
</context>
<context>
    <name>language</name>
    <message>
        <source>Batchsheet was ended by a fault the last time. Every job is as it was, and what was sent went on. If it happens again, send us the diagnostics.</source>
        <translation>Batchsheet wurde beim letzten Mal durch einen Fehler beendet. Jeder Auftrag ist, wie er war, und Gesendetes lief weiter. Kommt es wieder vor, senden Sie uns die Diagnose.</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Diagnose kopieren</translation>
    </message>
</context>
</TS>
