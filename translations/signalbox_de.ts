<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>ActiveFaults</name>
    <message>
        <source>End now</source>
        <translation>Jetzt beenden</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>Erneuern</translation>
    </message>
    <message>
        <source>End now: %1</source>
        <translation>Jetzt beenden: %1</translation>
    </message>
    <message>
        <source>Reverses this fault now and checks that nothing of it stays behind.</source>
        <translation>Macht diese Störung jetzt rückgängig und prüft, dass nichts von ihr zurückbleibt.</translation>
    </message>
    <message>
        <source>Renew: %1</source>
        <translation>Erneuern: %1</translation>
    </message>
    <message>
        <source>Ends the fault and injects it again in the same instant: its %1 begin anew.</source>
        <translation>Beendet die Störung und löst sie im selben Augenblick neu aus: Ihre %1 beginnen von vorn.</translation>
    </message>
    <message>
        <source>ends in %1</source>
        <extracomment>until a fault ends by itself; %1 is a running clock: &quot;14:18&quot;</extracomment>
        <translation>endet in %1</translation>
    </message>
    <message>
        <source>%1, ends in %2</source>
        <extracomment>a fault with its place, then when it ends: &quot;Region outage, Ireland, ends in 14:18&quot;</extracomment>
        <translation>%1, endet in %2</translation>
    </message>
</context>
<context>
    <name>BlastRadius</name>
    <message>
        <source>%1 of all requests (%2) fail until they are moved.</source>
        <translation>%1 aller Anfragen (%2) schlagen fehl, bis sie verlagert sind.</translation>
    </message>
    <message>
        <source>%1 turns red although it answers: %2 of all requests (%3) are moved away.</source>
        <translation>%1 wird rot, obwohl die Region antwortet: %2 aller Anfragen (%3) werden verlagert.</translation>
    </message>
    <message>
        <source>Copies take %1 longer each way; no request goes there.</source>
        <translation>Kopien brauchen je Richtung %1 länger; keine Anfrage geht dorthin.</translation>
    </message>
    <message>
        <source>%1 of all requests (%2) take longer: %3 more.</source>
        <translation>%1 aller Anfragen (%2) dauern länger: %3 mehr.</translation>
    </message>
    <message>
        <source>Writes in %1 fail; reads go on. It has %2 of all requests (%3).</source>
        <translation>Schreibvorgänge in %1 schlagen fehl; Lesen geht weiter. Die Region hat %2 aller Anfragen (%3).</translation>
    </message>
    <message>
        <source>No request fails; from now on writes in %1 have no second copy there.</source>
        <translation>Keine Anfrage schlägt fehl; von jetzt an haben Schreibvorgänge in %1 dort keine zweite Kopie.</translation>
    </message>
    <message>
        <source>%1 more requests from around %2 (%3 now).</source>
        <translation>%1 mehr Anfragen aus der Umgebung von %2 (jetzt %3).</translation>
    </message>
    <message>
        <source>No request fails at once. %1</source>
        <translation>Keine Anfrage schlägt sofort fehl. %1</translation>
    </message>
    <message>
        <source>Visits: about %1. Cities: %2.</source>
        <extracomment>people hit by a fault; %1 and %2 are counts</extracomment>
        <translation>Besuche: etwa %1. Städte: %2.</translation>
    </message>
    <message>
        <source>Links hit: %1. Writes without a second copy: %2 (%3, %4).</source>
        <extracomment>counts; %3 is &quot;17 orders&quot;, %4 an amount of money</extracomment>
        <translation>Betroffene Verbindungen: %1. Schreibvorgänge ohne zweite Kopie: %2 (%3, %4).</translation>
    </message>
    <message>
        <source>Links hit: %1. Every write has a second copy now.</source>
        <translation>Betroffene Verbindungen: %1. Jeder Schreibvorgang hat jetzt eine zweite Kopie.</translation>
    </message>
    <message>
        <source>No other region can take over.</source>
        <translation>Keine andere Region kann übernehmen.</translation>
    </message>
    <message>
        <source>%1 can carry it: %2 of its capacity.</source>
        <translation>%1 kann es tragen: %2 der Kapazität.</translation>
    </message>
    <message>
        <source>The rest can carry it: %1 would stand at %2 of its capacity.</source>
        <translation>Die übrigen können es tragen: %1 käme auf %2 der Kapazität.</translation>
    </message>
    <message>
        <source>%1 cannot carry it: %2 of its capacity.</source>
        <translation>%1 kann es nicht tragen: %2 der Kapazität.</translation>
    </message>
    <message>
        <source>The rest cannot carry it: %1 would stand at %2 of its capacity.</source>
        <translation>Die übrigen können es nicht tragen: %1 käme auf %2 der Kapazität.</translation>
    </message>
</context>
<context>
    <name>Conditions</name>
    <message>
        <source>%1 answers 403: its API mapping is gone. %2 of requests still go there.</source>
        <translation>%1 antwortet mit 403: Das API-Mapping fehlt. %2 der Anfragen gehen noch dorthin.</translation>
    </message>
    <message>
        <source>%1 answers 403: its API mapping is gone.</source>
        <translation>%1 antwortet mit 403: Das API-Mapping fehlt.</translation>
    </message>
    <message>
        <source>%1 does not answer. %2 of requests still go there (cached DNS).</source>
        <translation>%1 antwortet nicht. %2 der Anfragen gehen noch dorthin (DNS im Cache).</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 antwortet nicht.</translation>
    </message>
    <message>
        <source>%1 has failed: %2.</source>
        <translation>%1 ist ausgefallen: %2.</translation>
    </message>
    <message>
        <source>%1 of %2 checkers red since %3 · answers moved to %4</source>
        <translation>%1 von %2 Prüfern rot seit %3 · Antworten gehen an %4</translation>
    </message>
    <message>
        <source>%1 of %2 checkers red · answers not moved yet</source>
        <translation>%1 von %2 Prüfern rot · Antworten noch nicht verlagert</translation>
    </message>
    <message>
        <source>%1 is degraded: %2.</source>
        <translation>%1 ist beeinträchtigt: %2.</translation>
    </message>
    <message>
        <source>%1 is held out until it is failed back.</source>
        <translation>%1 bleibt herausgehalten, bis zurückgeschaltet wird.</translation>
    </message>
    <message>
        <source>Ready to fail back.</source>
        <translation>Bereit zum Zurückschalten.</translation>
    </message>
    <message>
        <source>%1 is failing back: %2.</source>
        <translation>Rückschaltung auf %1 läuft: %2.</translation>
    </message>
    <message>
        <source>%1 is kept out of the answers by order: %2.</source>
        <translation>%1 ist auf Anweisung nicht in den Antworten: %2.</translation>
    </message>
    <message>
        <source>Replication %1: %2.</source>
        <translation>Replikation %1: %2.</translation>
    </message>
    <message>
        <source>The run has stopped.</source>
        <translation>Der Lauf ist stehen geblieben.</translation>
    </message>
    <message>
        <source>%1 of requests fail.</source>
        <translation>%1 der Anfragen schlagen fehl.</translation>
    </message>
</context>
<context>
    <name>EngineWords</name>
    <message>
        <source>List drills</source>
        <translation>Übungen auflisten</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 exportieren</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>Sitzung speichern</translation>
    </message>
    <message>
        <source>Forecast: %1</source>
        <translation>Prognose: %1</translation>
    </message>
    <message>
        <source>Compare health checks: %1</source>
        <translation>Health-Checks vergleichen: %1</translation>
    </message>
    <message>
        <source>Check the zone file %1</source>
        <translation>Zonendatei %1 prüfen</translation>
    </message>
    <message>
        <source>Repeat %1</source>
        <translation>%1 wiederholen</translation>
    </message>
    <message>
        <source>Read the record %1</source>
        <translation>Protokoll %1 lesen</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Abgewiesen: %1</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>abgewiesen: %1</translation>
    </message>
    <message>
        <source>The drill orders: %1</source>
        <translation>Befehl der Übung: %1</translation>
    </message>
    <message>
        <source>The operator orders: %1</source>
        <translation>Befehl des Bedieners: %1</translation>
    </message>
    <message>
        <source>fault %1 is not active; it was cleared, expired or never injected</source>
        <translation>Störung %1 ist nicht aktiv; sie wurde aufgehoben, ist abgelaufen oder wurde nie ausgelöst</translation>
    </message>
    <message>
        <source>no fault is active</source>
        <translation>keine Störung ist aktiv</translation>
    </message>
    <message>
        <source>no fault touches %1; there is nothing to restore</source>
        <translation>keine Störung betrifft %1; es gibt nichts wiederherzustellen</translation>
    </message>
    <message>
        <source>%1 is already active (fault %2); clear it first, or let it expire</source>
        <translation>%1 ist bereits aktiv (Störung %2); zuerst aufheben oder ablaufen lassen</translation>
    </message>
    <message>
        <source>%1 has nothing to act on in this run</source>
        <translation>%1 hat in diesem Lauf nichts, worauf es wirken könnte</translation>
    </message>
    <message>
        <source>no other region has a whole copy of the data; without %1&apos;s there would be nothing to rebuild from</source>
        <translation>keine andere Region hat eine vollständige Kopie der Daten; ohne die von %1 gäbe es nichts, woraus sich neu aufbauen ließe</translation>
    </message>
    <message>
        <source>%1 has lost its store %2 times; a run keeps account of no more</source>
        <translation>%1 hat den Datenspeicher %2-mal verloren; mehr hält ein Lauf nicht nach</translation>
    </message>
    <message>
        <source>%1 is already being failed back (%2)</source>
        <translation>auf %1 wird bereits zurückgeschaltet (%2)</translation>
    </message>
    <message>
        <source>%1 is in service; there is nothing to fail back</source>
        <translation>%1 ist in Betrieb; es gibt nichts zurückzuschalten</translation>
    </message>
    <message>
        <source>no other region is serving; holding %1 out would leave users with none</source>
        <translation>keine andere Region ist in Betrieb; %1 herauszuhalten ließe die Nutzer ohne Region</translation>
    </message>
    <message>
        <source>no fail-back of %1 is running</source>
        <translation>keine Rückschaltung auf %1 läuft</translation>
    </message>
    <message>
        <source>%1 is fenced: unfence it first, or its users could not write</source>
        <translation>%1 ist schreibgesperrt: zuerst die Schreibsperre aufheben, sonst könnten die Nutzer dort nicht schreiben</translation>
    </message>
    <message>
        <source>%1 takes no writes: %2</source>
        <translation>%1 nimmt keine Schreibvorgänge an: %2</translation>
    </message>
    <message>
        <source>it is down; restore it, or write in another region</source>
        <translation>sie ist ausgefallen; wiederherstellen oder in einer anderen Region schreiben</translation>
    </message>
    <message>
        <source>an order about %1 is on its way to the voters; try again</source>
        <translation>ein Befehl zu %1 ist zu den Stimmberechtigten unterwegs; erneut versuchen</translation>
    </message>
    <message>
        <source>%1 is fenced already</source>
        <translation>%1 ist bereits schreibgesperrt</translation>
    </message>
    <message>
        <source>%1 is not fenced</source>
        <translation>%1 ist nicht schreibgesperrt</translation>
    </message>
    <message>
        <source>no other region could take writes; fencing %1 would leave users with none: restore or unfence another region first</source>
        <translation>keine andere Region könnte Schreibvorgänge annehmen; eine Schreibsperre für %1 ließe die Nutzer ohne Region: zuerst eine andere Region wiederherstellen oder entsperren</translation>
    </message>
    <message>
        <source>profile as-aws has no server-side fence, as the reference architectures have none: they stop writers at the client; run with profile hardened</source>
        <translation>das Profil as-aws hat keine serverseitige Schreibsperre, da auch die Referenzarchitekturen keine haben: sie halten Schreiber am Client an; mit dem Profil hardened ausführen</translation>
    </message>
    <message>
        <source>%1 is the last member: no other one is up with a whole copy of the data; restore another region first</source>
        <translation>%1 ist das letzte Mitglied: kein anderes läuft mit einer vollständigen Kopie der Daten; zuerst eine andere Region wiederherstellen</translation>
    </message>
    <message>
        <source>%1 is evicted already; it rejoins when it can reach a member</source>
        <translation>%1 ist bereits ausgeschlossen; die Region tritt wieder bei, sobald sie ein Mitglied erreicht</translation>
    </message>
    <message>
        <source>%1 is up and in touch with other members; only a region that is down or has been silent for %2 can be evicted</source>
        <translation>%1 läuft und hat Kontakt zu anderen Mitgliedern; ausschließen lässt sich nur eine Region, die ausgefallen ist oder seit %2 schweigt</translation>
    </message>
    <message>
        <source>no orphan writes of %1 wait</source>
        <translation>es warten keine verwaisten Schreibvorgänge von %1</translation>
    </message>
    <message>
        <source>%1 has no whole copy yet to offer them to; wait until it serves writes</source>
        <translation>%1 hat noch keine vollständige Kopie, der sie sich anbieten ließen; warten, bis dort geschrieben werden kann</translation>
    </message>
    <message>
        <source>the disk of %1 is full; make room first</source>
        <translation>die Platte von %1 ist voll; zuerst Platz schaffen</translation>
    </message>
    <message>
        <source>%1 is the writer of the blog already</source>
        <translation>%1 ist bereits Schreiber des Blogs</translation>
    </message>
    <message>
        <source>the blog&apos;s writer is being changed to %1 already; wait until that has ended</source>
        <translation>der Schreiber des Blogs wechselt bereits zu %1; warten, bis das beendet ist</translation>
    </message>
    <message>
        <source>%1 is down; name a region that is up</source>
        <translation>%1 ist ausgefallen; eine laufende Region nennen</translation>
    </message>
    <message>
        <source>%1 is evicted; it can be the writer once it has a new copy</source>
        <translation>%1 ist ausgeschlossen; Schreiber kann die Region mit einer neuen Kopie werden</translation>
    </message>
    <message>
        <source>the present writer, %1, is down and cannot hand over; seize-writer takes the seat without it, and says what is at risk then</source>
        <translation>der jetzige Schreiber, %1, ist ausgefallen und kann nicht übergeben; seize-writer übernimmt die Rolle ohne ihn und nennt dann, was gefährdet ist</translation>
    </message>
    <message>
        <source>changes of the present writer, %1, do not reach %2; seize-writer takes the seat without it, and says what is at risk then</source>
        <translation>Änderungen des jetzigen Schreibers, %1, erreichen %2 nicht; seize-writer übernimmt die Rolle ohne ihn und nennt dann, was gefährdet ist</translation>
    </message>
    <message>
        <source>%1 is out or its copy is not whole; restore it first</source>
        <translation>%1 ist außer Betrieb oder die Kopie ist unvollständig; zuerst wiederherstellen</translation>
    </message>
    <message>
        <source>the board of %1 is being rebuilt already</source>
        <translation>die Bestsellerliste von %1 wird bereits neu aufgebaut</translation>
    </message>
    <message>
        <source>%1 lacks nothing that %2 holds</source>
        <translation>%1 fehlt nichts, was %2 hat</translation>
    </message>
    <message>
        <source>%1 lacks nothing that %2 holds, but for %3 that the rule will bring</source>
        <translation>%1 fehlt nichts, was %2 hat, außer %3, die über die Regel noch kommen</translation>
    </message>
    <message>
        <source>a backfill from %1 to %2 is under way; %3 to go</source>
        <translation>ein Nachkopieren von %1 nach %2 läuft; noch %3</translation>
    </message>
    <message>
        <source>copying from %1 to %2 is paused by a fault; clear it first</source>
        <translation>das Kopieren von %1 nach %2 ist durch eine Störung pausiert; zuerst aufheben</translation>
    </message>
    <message>
        <source>these are the weights already; nothing would change</source>
        <translation>die Gewichte sind bereits so; nichts würde sich ändern</translation>
    </message>
    <message>
        <source>this run&apos;s zone is not published by plans</source>
        <translation>die Zone dieses Laufs wird nicht über Pläne veröffentlicht</translation>
    </message>
    <message>
        <source>no other region is healthy, in service and not fenced; the plan would leave users with none</source>
        <translation>keine andere Region ist gesund, in Betrieb und ohne Schreibsperre; der Plan ließe die Nutzer ohne Region</translation>
    </message>
    <message>
        <source>plan &apos;%1&apos; is being executed; two plans at once would work against each other</source>
        <translation>Plan „%1“ wird ausgeführt; zwei Pläne zugleich würden gegeneinander arbeiten</translation>
    </message>
    <message>
        <source>plan &apos;%1&apos; is not being executed</source>
        <translation>Plan „%1“ wird nicht ausgeführt</translation>
    </message>
    <message>
        <source>plan &apos;%1&apos; is paused already</source>
        <translation>Plan „%1“ ist bereits pausiert</translation>
    </message>
    <message>
        <source>plan &apos;%1&apos; is not paused</source>
        <translation>Plan „%1“ ist nicht pausiert</translation>
    </message>
    <message>
        <source>all steps of plan &apos;%1&apos; have ended</source>
        <translation>alle Schritte von Plan „%1“ sind beendet</translation>
    </message>
    <message>
        <source>a step has failed: retry it or skip it</source>
        <translation>ein Schritt schlug fehl: wiederholen oder überspringen</translation>
    </message>
    <message>
        <source>no step of the plan is in a state for that</source>
        <translation>kein Schritt des Plans ist in einem Zustand dafür</translation>
    </message>
    <message>
        <source>step &apos;%1&apos; is not in a state for that</source>
        <translation>Schritt „%1“ ist nicht in einem Zustand dafür</translation>
    </message>
    <message>
        <source>the plan is being rolled back</source>
        <translation>der Plan wird zurückgerollt</translation>
    </message>
    <message>
        <source>it is so already</source>
        <translation>das ist bereits so</translation>
    </message>
    <message>
        <source>this run is not recorded; start it with a recording to save it</source>
        <translation>dieser Lauf wird nicht aufgezeichnet; zum Speichern mit Aufzeichnung starten</translation>
    </message>
    <message>
        <source>safety rule %1 (%2) refuses it: %3. It would pass with %4 in the same call; to do it all the same, override %5 with a reason</source>
        <translation>Sicherheitsregel %1 (%2) verweigert es: %3. Mit %4 im selben Aufruf ginge es; um es dennoch zu tun, %5 mit Begründung übergehen</translation>
    </message>
    <message>
        <source>safety rule %1 (%2) refuses it: %3. To do it all the same, override %4 with a reason</source>
        <translation>Sicherheitsregel %1 (%2) verweigert es: %3. Um es dennoch zu tun, %4 mit Begründung übergehen</translation>
    </message>
    <message>
        <source>%1 safety rules refuse it: %2. To do it all the same, override %3 with a reason</source>
        <translation>%1 Sicherheitsregeln verweigern es: %2. Um es dennoch zu tun, %3 mit Begründung übergehen</translation>
    </message>
    <message>
        <source>%1 (exactly %2 of %3): %4</source>
        <translation>%1 (genau %2 von %3): %4</translation>
    </message>
    <message>
        <source>%1 (at least %2 of %3): %4</source>
        <translation>%1 (mindestens %2 von %3): %4</translation>
    </message>
    <message>
        <source>its controls were changed a moment ago, wait %1 more</source>
        <translation>die Schalter wurden gerade erst geändert, noch %1 warten</translation>
    </message>
    <message>
        <source>nothing would answer: both controls off</source>
        <translation>nichts würde antworten: beide Schalter aus</translation>
    </message>
    <message>
        <source>nothing would answer: all %1 controls off</source>
        <translation>nichts würde antworten: alle %1 Schalter aus</translation>
    </message>
    <message>
        <source>all would answer at once: both controls on</source>
        <translation>alle würden zugleich antworten: beide Schalter ein</translation>
    </message>
    <message>
        <source>another change of routing controls is under way; it needs three endpoints, in reach: %1; try again</source>
        <translation>eine andere Änderung von Routing-Schaltern läuft; sie braucht drei Endpunkte, erreichbar: %1; erneut versuchen</translation>
    </message>
    <message>
        <source>a change of routing controls needs three of the cluster&apos;s five endpoints, and only %1 answer: %2</source>
        <translation>eine Änderung von Routing-Schaltern braucht drei der fünf Endpunkte des Clusters, und nur %1 antworten: %2</translation>
    </message>
    <message>
        <source>the region answers nothing: restore it</source>
        <translation>die Region antwortet nicht: wiederherstellen</translation>
    </message>
    <message>
        <source>its API mapping is missing: restore it</source>
        <translation>ihr API-Mapping fehlt: wiederherstellen</translation>
    </message>
    <message>
        <source>a green health check</source>
        <translation>ein grünes Ergebnis des Health-Checks</translation>
    </message>
    <message>
        <source>replication with %1, %2 behind</source>
        <translation>die Replikation mit %1, %2 im Rückstand</translation>
    </message>
    <message>
        <source>another region to compare its copy with: none is up</source>
        <translation>eine andere Region zum Vergleich der Kopie: keine läuft</translation>
    </message>
    <message>
        <source>waiting for %1</source>
        <translation>wartet auf %1</translation>
    </message>
    <message>
        <source>waiting for replication</source>
        <translation>wartet auf die Replikation</translation>
    </message>
    <message>
        <source>comparing its copy with the survivors&apos;</source>
        <translation>vergleicht die Kopie mit denen der überlebenden Regionen</translation>
    </message>
    <message>
        <source>%1 % of its answers</source>
        <translation>%1 % der Antworten</translation>
    </message>
    <message>
        <source>Fail-back of %1 begins: restore, catch up, verify, ramp %2 %</source>
        <translation>Rückschaltung auf %1 beginnt: beheben, aufholen, prüfen, Hochlauf %2 %</translation>
    </message>
    <message>
        <source>%1 answers and its check is green; %2 changes are still to be exchanged</source>
        <translation>%1 antwortet, und der Check ist grün; %2 Änderungen sind noch auszutauschen</translation>
    </message>
    <message>
        <source>%1 has caught up; its copy is compared with the others&apos;</source>
        <translation>%1 hat aufgeholt; die Kopie wird mit denen der anderen verglichen</translation>
    </message>
    <message>
        <source>%1 gets %2 % of its natural answers</source>
        <translation>%1 erhält %2 % der natürlichen Antworten</translation>
    </message>
    <message>
        <source>%1 is back in service, %2 after the fail-back began</source>
        <translation>%1 ist wieder in Betrieb, %2 nach Beginn der Rückschaltung</translation>
    </message>
    <message>
        <source>%1 is held out of the DNS answers; it returns by fail-back only</source>
        <translation>%1 wird aus den DNS-Antworten herausgehalten; zurück geht es nur durch Rückschaltung</translation>
    </message>
    <message>
        <source>%1 of %2 checkers say %3 is healthy</source>
        <translation>%1 von %2 Prüfern melden %3 als gesund</translation>
    </message>
    <message>
        <source>%1 of %2 checkers say %3 is healthy (%4)</source>
        <translation>%1 von %2 Prüfern melden %3 als gesund (%4)</translation>
    </message>
    <message>
        <source>%1 is unhealthy: %2 of %3 checkers say healthy; more than %4 % are needed</source>
        <translation>%1 ist nicht gesund: %2 von %3 Prüfern melden gesund; nötig sind mehr als %4 %</translation>
    </message>
    <message>
        <source>%1 is unhealthy: %2 of %3 checkers say healthy; more than %4 % are needed; last failure: %5</source>
        <translation>%1 ist nicht gesund: %2 von %3 Prüfern melden gesund; nötig sind mehr als %4 %; letzter Fehler: %5</translation>
    </message>
    <message>
        <source>%1 is healthy again: %2 of %3 checkers say healthy; more than %4 % are needed</source>
        <translation>%1 ist wieder gesund: %2 von %3 Prüfern melden gesund; nötig sind mehr als %4 %</translation>
    </message>
    <message>
        <source>timeout after %1</source>
        <translation>Timeout nach %1</translation>
    </message>
    <message>
        <source>status %1</source>
        <translation>Status %1</translation>
    </message>
    <message>
        <source>The check of %1 may be wrong: customers there are served, with %2 errors per mille in the last seconds</source>
        <translation>Der Check von %1 irrt womöglich: Kunden dort werden bedient, mit %2 Promille Fehlern in den letzten Sekunden</translation>
    </message>
    <message>
        <source>DNS answers now name %1</source>
        <translation>DNS-Antworten nennen jetzt %1</translation>
    </message>
    <message>
        <source>DNS answers %1 again</source>
        <translation>DNS antwortet wieder mit %1</translation>
    </message>
    <message>
        <source>DNS begins to answer %1 instead of %2 as cached answers expire</source>
        <translation>DNS antwortet nun mit %1 statt %2, sobald gespeicherte Antworten ablaufen</translation>
    </message>
    <message>
        <source>No record is healthy and admitted: the zone fails open and answers as if all were</source>
        <translation>Kein Eintrag ist gesund und zugelassen: Die Zone geht in Fail-open und antwortet, als wären es alle</translation>
    </message>
    <message>
        <source>%1 may receive %2 % of its natural answers</source>
        <translation>%1 darf %2 % der natürlichen Antworten erhalten</translation>
    </message>
    <message>
        <source>held until it is failed back</source>
        <translation>herausgehalten bis zur Rückschaltung</translation>
    </message>
    <message>
        <source>failing back, at %1 %</source>
        <translation>Rückschaltung, bei %1 %</translation>
    </message>
    <message>
        <source>a routing control is off</source>
        <translation>ein Routing-Schalter ist aus</translation>
    </message>
    <message>
        <source>shifted away</source>
        <translation>Verkehr verlagert</translation>
    </message>
    <message>
        <source>dial at %1 %</source>
        <translation>Regler auf %1 %</translation>
    </message>
    <message>
        <source>%1: at least %2 of %3</source>
        <translation>%1: mindestens %2 von %3</translation>
    </message>
    <message>
        <source>%1: exactly %2 of %3</source>
        <translation>%1: genau %2 von %3</translation>
    </message>
    <message>
        <source>Routing control %1 of the panel %2 is on</source>
        <translation>Routing-Schalter %1 im Schaltfeld %2 ist ein</translation>
    </message>
    <message>
        <source>Routing control %1 of the panel %2 is off</source>
        <translation>Routing-Schalter %1 im Schaltfeld %2 ist aus</translation>
    </message>
    <message>
        <source>Routing control %1 of the panel %2 is on: %3</source>
        <translation>Routing-Schalter %1 im Schaltfeld %2 ist ein: %3</translation>
    </message>
    <message>
        <source>Routing control %1 of the panel %2 is off: %3</source>
        <translation>Routing-Schalter %1 im Schaltfeld %2 ist aus: %3</translation>
    </message>
    <message>
        <source>New connections move from %1 to %2; by city they now go to: %3</source>
        <translation>Neue Verbindungen wechseln von %1 zu %2; je Stadt gehen sie jetzt nach: %3</translation>
    </message>
    <message>
        <source>Edges asked %1 because %2 failed: %3 requests in the last second</source>
        <translation>Edges fragten %1, weil %2 ausfiel: %3 Anfragen in der letzten Sekunde</translation>
    </message>
    <message>
        <source>%1 is asked for %2 % of what it can do</source>
        <translation>Von %1 werden %2 % der Kapazität gefordert</translation>
    </message>
    <message>
        <source>%1 has room again after %2; it refused %3 requests; %4 % of what came were repeats</source>
        <translation>%1 hat nach %2 wieder Reserve; %3 Anfragen wurden abgewiesen; %4 % der eingehenden waren Wiederholungen</translation>
    </message>
    <message>
        <source>%1 will be full in %2: growing demand asks it for up to %3 % of what it can do</source>
        <translation>%1 ist in %2 voll: Die wachsende Nachfrage fordert bis zu %3 % der Kapazität</translation>
    </message>
    <message>
        <source>Refused: the enactor in %1 would have put version %2 over version %3 for %4</source>
        <translation>Abgewiesen: Der Enactor in %1 hätte Version %2 über Version %3 gesetzt, für %4</translation>
    </message>
    <message>
        <source>The name of %1 has no address any more: version %2 was in force and has been cleaned up as outdated</source>
        <translation>Der Name von %1 hat keine Adresse mehr: Version %2 war in Kraft und wurde als veraltet aufgeräumt</translation>
    </message>
    <message>
        <source>%1 will be full in %2: answers that move ask it for up to %3 % of what it can do</source>
        <translation>%1 ist in %2 voll: Wandernde Antworten fordern bis zu %3 % der Kapazität</translation>
    </message>
    <message>
        <source>Health check %1 (%2) is healthy</source>
        <translation>Health-Check %1 (%2) ist gesund</translation>
    </message>
    <message>
        <source>Health check %1 (%2) is unhealthy</source>
        <translation>Health-Check %1 (%2) ist nicht gesund</translation>
    </message>
    <message>
        <source>%1 is healthy again: its records are judged by health check %2 (%3)</source>
        <translation>%1 ist wieder gesund: Über die Einträge urteilt Health-Check %2 (%3)</translation>
    </message>
    <message>
        <source>%1 is unhealthy: its records are judged by health check %2 (%3)</source>
        <translation>%1 ist nicht gesund: Über die Einträge urteilt Health-Check %2 (%3)</translation>
    </message>
    <message>
        <source>no enactor changes a name whose plan it cannot find, until the zone is republished</source>
        <translation>kein Enactor ändert einen Namen, dessen Plan er nicht findet, bis die Zone neu veröffentlicht ist</translation>
    </message>
    <message>
        <source>An old plan is in force for %1: the enactor in %2 put version %3 over version %4, %5 after it was made</source>
        <translation>Für %1 ist ein alter Plan in Kraft: Der Enactor in %2 setzte Version %3 über Version %4, %5 nach ihrer Erstellung</translation>
    </message>
    <message>
        <source>Every DNS edge answers by version %1 of the zone</source>
        <translation>Jede DNS-Edge antwortet nach Version %1 der Zone</translation>
    </message>
    <message>
        <source>The name of %1 has its addresses again: version %2 was put in force by hand</source>
        <translation>Der Name von %1 hat wieder Adressen: Version %2 wurde von Hand in Kraft gesetzt</translation>
    </message>
    <message>
        <source>Region outage, %1</source>
        <translation>Regionsausfall, %1</translation>
    </message>
    <message>
        <source>API mapping removed, %1</source>
        <translation>API-Mapping entfernt, %1</translation>
    </message>
    <message>
        <source>Replication paused, %1</source>
        <translation>Replikation pausiert, %1</translation>
    </message>
    <message>
        <source>Link cut, %1 and %2</source>
        <translation>Verbindung getrennt, %1 und %2</translation>
    </message>
    <message>
        <source>Latency of %1 added, %2</source>
        <translation>Latenz um %1 erhöht, %2</translation>
    </message>
    <message>
        <source>Region destroyed, %1</source>
        <translation>Region zerstört, %1</translation>
    </message>
    <message>
        <source>Health path failing, %1</source>
        <translation>Health-Pfad gestört, %1</translation>
    </message>
    <message>
        <source>Gray failure of %1 of the requests, %2</source>
        <translation>Grauer Ausfall bei %1 der Anfragen, %2</translation>
    </message>
    <message>
        <source>Traffic surge of %1, %2</source>
        <translation>Lastspitze von %1, %2</translation>
    </message>
    <message>
        <source>Disk returns damaged data, %1</source>
        <translation>Platte liefert beschädigte Daten, %1</translation>
    </message>
    <message>
        <source>Disk full, %1</source>
        <translation>Platte voll, %1</translation>
    </message>
    <message>
        <source>Plan enactor stalled, %1</source>
        <translation>Plan-Enactor steht, %1</translation>
    </message>
    <message>
        <source>Copying of objects paused, %1 to %2, from %3 on</source>
        <translation>Objektkopie pausiert, %1 nach %2, ab %3</translation>
    </message>
    <message>
        <source>%1; expires by itself after %2</source>
        <translation>%1; läuft nach %2 von selbst ab</translation>
    </message>
    <message>
        <source>%1: expired after %2</source>
        <translation>%1: abgelaufen nach %2</translation>
    </message>
    <message>
        <source>%1: cleared after %2</source>
        <translation>%1: aufgehoben nach %2</translation>
    </message>
    <message>
        <source>No residue: every switch and link reads as before the first fault</source>
        <translation>Keine Reste: Jeder Schalter und jede Verbindung steht wie vor der ersten Störung</translation>
    </message>
    <message>
        <source>No residue: every switch and link reads as the remaining faults imply</source>
        <translation>Keine Reste: Jeder Schalter und jede Verbindung steht so, wie es die übrigen Störungen bedingen</translation>
    </message>
    <message>
        <source>Phase: detect</source>
        <translation>Phase: Erkennen</translation>
    </message>
    <message>
        <source>Phase: decide</source>
        <translation>Phase: Entscheiden</translation>
    </message>
    <message>
        <source>Phase: act</source>
        <translation>Phase: Handeln</translation>
    </message>
    <message>
        <source>Phase: recover</source>
        <translation>Phase: Wiederanlauf</translation>
    </message>
    <message>
        <source>%1: closed after %2; RTO %3, %4 failed requests; %5 writes were at risk, %6 recovered, %7 overwritten, %8 refused, %9 lost; %10 answers lacked what their visit had seen before, %11 more did and said so</source>
        <translation>%1: abgeschlossen nach %2; RTO %3, %4 fehlgeschlagene Anfragen; %5 Schreibvorgänge waren gefährdet, %6 gerettet, %7 überschrieben, %8 abgewiesen, %9 verloren; in %10 Antworten fehlte, was der Besuch schon gesehen hatte, in %11 weiteren ebenso, aber mit Hinweis darauf</translation>
    </message>
    <message>
        <source>%1: closed after %2; users saw no error; %3 writes were at risk, %4 recovered, %5 overwritten, %6 refused, %7 lost; %8 answers lacked what their visit had seen before, %9 more did and said so</source>
        <translation>%1: abgeschlossen nach %2; Nutzer sahen keinen Fehler; %3 Schreibvorgänge waren gefährdet, %4 gerettet, %5 überschrieben, %6 abgewiesen, %7 verloren; in %8 Antworten fehlte, was der Besuch schon gesehen hatte, in %9 weiteren ebenso, aber mit Hinweis darauf</translation>
    </message>
    <message>
        <source>First error a user saw: a shopper in %1 got no answer from %2</source>
        <translation>Erster Fehler, den ein Nutzer sah: Ein Käufer in %1 erhielt keine Antwort von %2</translation>
    </message>
    <message>
        <source>First error a user saw: a shopper in %1 got status %2 from %3</source>
        <translation>Erster Fehler, den ein Nutzer sah: Ein Käufer in %1 erhielt Status %2 von %3</translation>
    </message>
    <message>
        <source>First error a user saw: a shopper in %1 was told that the name has no address</source>
        <translation>Erster Fehler, den ein Nutzer sah: Ein Käufer in %1 erfuhr, dass der Name keine Adresse hat</translation>
    </message>
    <message>
        <source>%1 of the calls of the last %2 failed; the objective is %3</source>
        <translation>%1 der Aufrufe der letzten %2 schlugen fehl; das Ziel ist %3</translation>
    </message>
    <message>
        <source>Errors are back under the objective since %1 after the first one; %2 requests failed for their users so far</source>
        <translation>Die Fehler sind wieder unter dem Ziel, seit %1 nach dem ersten; bisher schlugen %2 Anfragen für ihre Nutzer fehl</translation>
    </message>
    <message>
        <source>Last error of each city, after the first: half of the %1 affected cities within %2, 95 % within %3, the last after %4</source>
        <translation>Letzter Fehler je Stadt, nach dem ersten: die Hälfte der %1 betroffenen Städte binnen %2, 95 % binnen %3, die letzte nach %4</translation>
    </message>
    <message>
        <source>Order %1 from %2, normally served by %3, was acknowledged by %4</source>
        <translation>Bestellung %1 aus %2, sonst von %3 bedient, wurde von %4 bestätigt</translation>
    </message>
    <message>
        <source>Run of %1 with seed %2 and %3 regions</source>
        <translation>Lauf von %1 mit Seed %2 und %3 Regionen</translation>
    </message>
    <message>
        <source>cart of customer %1</source>
        <translation>Warenkorb von Kunde %1</translation>
    </message>
    <message>
        <source>order %1</source>
        <translation>Bestellung %1</translation>
    </message>
    <message>
        <source>blog post %1</source>
        <translation>Blogbeitrag %1</translation>
    </message>
    <message>
        <source>coupon %1</source>
        <translation>Gutschein %1</translation>
    </message>
    <message>
        <source>coupon %1 of customer %2</source>
        <translation>Gutschein %1 von Kunde %2</translation>
    </message>
    <message>
        <source>stock of book %1</source>
        <translation>Bestand von Buch %1</translation>
    </message>
    <message>
        <source>rows of the stock of %1 book</source>
        <translation>Bestandszeilen von %1 Buch</translation>
    </message>
    <message>
        <source>rows of the stock of %1 books</source>
        <translation>Bestandszeilen von %1 Büchern</translation>
    </message>
    <message>
        <source>%1 in the cart of customer %2</source>
        <translation>%1 im Warenkorb von Kunde %2</translation>
    </message>
    <message>
        <source>%1, acknowledged by %2 %3 ago, exists in no other region that is up</source>
        <translation>%1, vor %3 von %2 bestätigt, existiert in keiner anderen laufenden Region</translation>
    </message>
    <message>
        <source>%1 became readable in %2 after %3</source>
        <translation>%1 wurde in %2 nach %3 lesbar</translation>
    </message>
    <message>
        <source>%1 reached %2 after %3, but a newer version had already won there</source>
        <translation>%1 erreichte %2 nach %3, doch eine neuere Version hatte dort schon gewonnen</translation>
    </message>
    <message>
        <source>%1 reached %2 after %3, but was kept out: it may be written once, and an earlier one was there</source>
        <translation>%1 erreichte %2 nach %3, wurde aber nicht übernommen: Es darf nur einmal geschrieben werden, und ein früherer Wert war da</translation>
    </message>
    <message>
        <source>%1 is lost: the store of %2 was the last that held it, %3 after it was acknowledged</source>
        <translation>%1 ist verloren: Der Datenspeicher von %2 war der letzte damit, %3 nach der Bestätigung</translation>
    </message>
    <message>
        <source>Found in %1: %2 was written in %3 and %4 without knowledge of each other; %5</source>
        <translation>Gefunden in %1: %2 wurde in %3 und %4 ohne Kenntnis voneinander geschrieben; %5</translation>
    </message>
    <message>
        <source>Found in %1: %2 was written in %3 and %4 without knowledge of each other; %5 (order not provable: the stamps are closer than clocks are)</source>
        <translation>Gefunden in %1: %2 wurde in %3 und %4 ohne Kenntnis voneinander geschrieben; %5 (Reihenfolge nicht beweisbar: Die Zeitstempel liegen enger beieinander, als Uhren genau sind)</translation>
    </message>
    <message>
        <source>the later stamp wins, the other version is discarded</source>
        <translation>der spätere Zeitstempel gewinnt, die andere Version wird verworfen</translation>
    </message>
    <message>
        <source>it may be written once: the earlier stamp stays</source>
        <translation>es darf nur einmal geschrieben werden: Der frühere Zeitstempel bleibt</translation>
    </message>
    <message>
        <source>the copies merge: what was added without being seen stays, of its quantity the later stamp</source>
        <translation>die Kopien werden zusammengeführt: Was ungesehen hinzukam, bleibt; bei der Menge gilt der spätere Zeitstempel</translation>
    </message>
    <message>
        <source>A deleted row is back in %1: the change of %2 that it comes from is older than its deletion, whose tombstone had been collected</source>
        <translation>Eine gelöschte Zeile ist in %1 zurück: Die Änderung von %2, aus der sie stammt, ist älter als ihre Löschung, deren Tombstone bereits abgeräumt war</translation>
    </message>
    <message>
        <source>Replication %1 to %2 makes no progress; the oldest missing write is %3 old; %4 operations wait, %5 more come each second: never drained</source>
        <translation>Replikation %1 nach %2 kommt nicht voran; der älteste fehlende Schreibvorgang ist %3 alt; %4 Operationen warten, je Sekunde kommen %5 hinzu: Abbau nie</translation>
    </message>
    <message>
        <source>Replication %1 to %2 makes no progress; the oldest missing write is %3 old; %4 operations wait, %5 more come each second: drained in %6</source>
        <translation>Replikation %1 nach %2 kommt nicht voran; der älteste fehlende Schreibvorgang ist %3 alt; %4 Operationen warten, je Sekunde kommen %5 hinzu: Abbau in %6</translation>
    </message>
    <message>
        <source>Replication %1 to %2 has caught up, at %3 operations per second in the last seconds</source>
        <translation>Replikation %1 nach %2 hat aufgeholt, mit %3 Operationen pro Sekunde in den letzten Sekunden</translation>
    </message>
    <message>
        <source>%1 and %2 hold equal copies of the same writes</source>
        <translation>%1 und %2 haben gleiche Kopien derselben Schreibvorgänge</translation>
    </message>
    <message>
        <source>%1 and %2 hold different copies of the same writes, in %3 of %4 buckets: %5</source>
        <translation>%1 und %2 haben verschiedene Kopien derselben Schreibvorgänge, in %3 von %4 Buckets: %5</translation>
    </message>
    <message>
        <source>The copy in %1 is empty</source>
        <translation>Die Kopie in %1 ist leer</translation>
    </message>
    <message>
        <source>The copy in %1 is copying</source>
        <translation>Die Kopie in %1 wird kopiert</translation>
    </message>
    <message>
        <source>The copy in %1 is catching up</source>
        <translation>Die Kopie in %1 holt auf</translation>
    </message>
    <message>
        <source>The copy in %1 is serving reads</source>
        <translation>Die Kopie in %1 bedient Lesevorgänge</translation>
    </message>
    <message>
        <source>The copy in %1 is serving writes</source>
        <translation>Die Kopie in %1 bedient Schreibvorgänge</translation>
    </message>
    <message>
        <source>The disk of %1 can be used again</source>
        <translation>Die Platte von %1 ist wieder nutzbar</translation>
    </message>
    <message>
        <source>%1 refuses claims of coupons: no two of the three that vote agree in time</source>
        <translation>%1 weist Ansprüche auf Gutscheine ab: Keine zwei der drei Stimmberechtigten einigen sich rechtzeitig</translation>
    </message>
    <message>
        <source>%1 decides about coupons again; it had to refuse %2 claims</source>
        <translation>%1 entscheidet wieder über Gutscheine; %2 Ansprüche mussten abgewiesen werden</translation>
    </message>
    <message>
        <source>The best-seller board of %1 has been counted anew from the orders and is current</source>
        <translation>Die Bestsellerliste von %1 wurde aus den Bestellungen neu gezählt und ist aktuell</translation>
    </message>
    <message>
        <source>Posts wait in %1: no other region has what it wrote %2 ago, and it acknowledges nothing beyond that bound</source>
        <translation>Beiträge warten in %1: Keine andere Region hat, was dort vor %2 geschrieben wurde, und über diese Grenze hinaus wird nichts bestätigt</translation>
    </message>
    <message>
        <source>Posts wait no longer in %1 for a region within %2</source>
        <translation>Beiträge in %1 warten nicht mehr auf eine Region innerhalb von %2</translation>
    </message>
    <message>
        <source>%1 is the writer of the blog now, under epoch %2; %3</source>
        <translation>%1 ist jetzt Schreiber des Blogs, in Epoche %2; %3</translation>
    </message>
    <message>
        <source>it begins in at most %1, when the last lease of %2 is over</source>
        <translation>Beginn in höchstens %1, wenn die letzte Lease von %2 abgelaufen ist</translation>
    </message>
    <message>
        <source>%1 had stopped, and %2 has all that it wrote</source>
        <translation>%1 hatte angehalten, und %2 hat alles dort Geschriebene</translation>
    </message>
    <message>
        <source>%1 is fenced under epoch %2: its lease lasts for at most %3 more, with about %4 writes at its present rate; whoever moves its users on before then risks as many</source>
        <translation>%1 ist in Epoche %2 schreibgesperrt: Die Lease gilt noch höchstens %3, mit etwa %4 Schreibvorgängen bei derzeitiger Rate; wer die Nutzer vorher verlagert, gefährdet ebenso viele</translation>
    </message>
    <message>
        <source>The last lease of %1 is over: it acknowledges no write until it is unfenced</source>
        <translation>Die letzte Lease von %1 ist abgelaufen: Dort wird kein Schreibvorgang bestätigt, bis die Schreibsperre aufgehoben ist</translation>
    </message>
    <message>
        <source>%1 may acknowledge writes again, under epoch %2, as soon as it has a lease</source>
        <translation>%1 darf wieder Schreibvorgänge bestätigen, in Epoche %2, sobald eine Lease da ist</translation>
    </message>
    <message>
        <source>Estimate of the survivors: with %1 %2 to %3 writes are lost; %4 holds its log up to %5, committed %6 ago, and had heard %7 writes in the %8 before that</source>
        <translation>Schätzung der Überlebenden: Mit %1 gehen %2 bis %3 Schreibvorgänge verloren; %4 hat das Log bis %5, committet vor %6, und hatte in den %8 davor %7 Schreibvorgänge erhalten</translation>
    </message>
    <message>
        <source>%1 #%2 at %3 ms</source>
        <translation>%1 #%2 bei %3 ms</translation>
    </message>
    <message>
        <source>The backfill from %1 to %2 is over, %3 objects; compared by checksum, %4 are equal, %5 differ and %6 are missing in %7</source>
        <translation>Das Nachkopieren von %1 nach %2 ist beendet, %3 Objekte; nach Prüfsummen sind %4 gleich, %5 verschieden, und %6 fehlen in %7</translation>
    </message>
    <message>
        <source>The best-seller board of %1 is rebuilding: it shows nothing until %2 orders are counted anew</source>
        <translation>Die Bestsellerliste von %1 wird neu aufgebaut: Sie zeigt nichts, bis %2 Bestellungen neu gezählt sind</translation>
    </message>
    <message>
        <source>What the disk of %1 returns does not match the checksums of its tables and logs: nothing of it is served, the store is given up, and a copy of a peer is taken once the disk is sound</source>
        <translation>Was die Platte von %1 liefert, passt nicht zu den Prüfsummen ihrer Tabellen und Logs: Nichts davon wird ausgeliefert, der Datenspeicher wird aufgegeben und die Kopie einer anderen Region geholt, sobald die Platte in Ordnung ist</translation>
    </message>
    <message>
        <source>No object of %1 is late in %2 any more; %3 objects took longer than %4</source>
        <translation>Kein Objekt von %1 ist in %2 noch verspätet; %3 Objekte brauchten länger als %4</translation>
    </message>
    <message>
        <source>Objects of %1 have waited for longer than %2 to reach %3, %4 objects pending: copying is paused</source>
        <translation>Objekte von %1 warten seit mehr als %2 auf dem Weg nach %3, %4 Objekte ausstehend: Das Kopieren ist pausiert</translation>
    </message>
    <message>
        <source>Objects of %1 have waited for longer than %2 to reach %3, %4 objects pending: the backlog is long</source>
        <translation>Objekte von %1 warten seit mehr als %2 auf dem Weg nach %3, %4 Objekte ausstehend: Der Rückstau ist lang</translation>
    </message>
    <message>
        <source>Plan &apos;%1&apos; was evaluated: passed</source>
        <translation>Plan „%1“ wurde bewertet: bestanden</translation>
    </message>
    <message>
        <source>Plan &apos;%1&apos; is started, for %2</source>
        <translation>Plan „%1“ ist gestartet, für %2</translation>
    </message>
    <message>
        <source>Plan &apos;%1&apos; is started, for %2; warnings: %3</source>
        <translation>Plan „%1“ ist gestartet, für %2; Warnungen: %3</translation>
    </message>
    <message>
        <source>Plan &apos;%1&apos; is inProgress: goes on</source>
        <translation>Plan „%1“ läuft: geht weiter</translation>
    </message>
    <message>
        <source>Plan &apos;%1&apos; is pausedByFailedStep: waits: a step has failed; retry it, skip it, or cancel</source>
        <translation>Plan „%1“ ist pausiert: Ein Schritt schlug fehl; wiederholen, überspringen oder abbrechen</translation>
    </message>
    <message>
        <source>Plan &apos;%1&apos; is completedMonitoringApplicationHealth: all steps have ended; waits until the application&apos;s alarms are green</source>
        <translation>Plan „%1“ wartet auf Gesundheit: Alle Schritte sind beendet; wartet, bis die Alarme der Anwendung grün sind</translation>
    </message>
    <message>
        <source>Plan &apos;%1&apos; is pausedByFailedStep: goes on ungraceful</source>
        <translation>Plan „%1“ war nach einem fehlgeschlagenen Schritt pausiert: geht erzwungen weiter</translation>
    </message>
    <message>
        <source>Plan &apos;%1&apos; is completed: actual recovery time %2 (%3 of steps, %4 until the alarms were green), objective %5 met</source>
        <translation>Plan „%1“ ist abgeschlossen: tatsächliche Wiederanlaufzeit %2 (%3 für Schritte, %4 bis die Alarme grün waren), Ziel %5 erreicht</translation>
    </message>
    <message>
        <source>%1 since the first error of a user</source>
        <translation>%1 seit dem ersten Fehler eines Nutzers</translation>
    </message>
    <message>
        <source>Step &apos;%1&apos; of plan &apos;%2&apos; is running: begins</source>
        <translation>Schritt „%1“ von Plan „%2“ läuft: beginnt</translation>
    </message>
    <message>
        <source>Step &apos;%1&apos; of plan &apos;%2&apos; is running: begins, ungraceful</source>
        <translation>Schritt „%1“ von Plan „%2“ läuft: beginnt, erzwungen</translation>
    </message>
    <message>
        <source>Step &apos;%1&apos; of plan &apos;%2&apos; is completed: %3</source>
        <translation>Schritt „%1“ von Plan „%2“ ist erledigt: %3</translation>
    </message>
    <message>
        <source>Step &apos;%1&apos; of plan &apos;%2&apos; is failed: %3</source>
        <translation>Schritt „%1“ von Plan „%2“ ist fehlgeschlagen: %3</translation>
    </message>
    <message>
        <source>alarm &apos;%1&apos; is green</source>
        <translation>Alarm „%1“ ist grün</translation>
    </message>
    <message>
        <source>%1 is the writer</source>
        <translation>%1 ist der Schreiber</translation>
    </message>
    <message>
        <source>%1 is in %2 % of the answers</source>
        <translation>%1 steht in %2 % der Antworten</translation>
    </message>
    <message>
        <source>%1 is in service again</source>
        <translation>%1 ist wieder in Betrieb</translation>
    </message>
    <message>
        <source>the health check of %1 is green</source>
        <translation>der Health-Check von %1 ist grün</translation>
    </message>
    <message>
        <source>the most lag is %1 from %2 to %3</source>
        <translation>der größte Rückstand ist %1 von %2 nach %3</translation>
    </message>
    <message>
        <source>%1 commits nothing, and the others have all that it wrote</source>
        <translation>%1 committet nichts, und die anderen haben alles dort Geschriebene</translation>
    </message>
    <message>
        <source>nothing to do: %1</source>
        <translation>nichts zu tun: %1</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was refused: %2</source>
        <translation>„%1“ wurde abgewiesen: %2</translation>
    </message>
    <message>
        <source>step &apos;%1&apos;: %2</source>
        <translation>Schritt „%1“: %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; would be refused: %2</source>
        <translation>„%1“ würde abgewiesen: %2</translation>
    </message>
    <message>
        <source>%1 %2? asked from %3</source>
        <translation>%1 %2? gefragt aus %3</translation>
    </message>
    <message>
        <source>answer: %1</source>
        <translation>Antwort: %1</translation>
    </message>
    <message>
        <source>if all were healthy: %1</source>
        <translation>wäre alles gesund: %1</translation>
    </message>
    <message>
        <source>no answer: the zone has no such record</source>
        <translation>keine Antwort: Die Zone hat keinen solchen Eintrag</translation>
    </message>
    <message>
        <source>no answer: nothing applies to the asker, and there is no default</source>
        <translation>keine Antwort: Nichts gilt für den Fragenden, und es gibt keinen Standard</translation>
    </message>
    <message>
        <source>%1 (last resort: nothing was healthy)</source>
        <translation>%1 (letzter Ausweg: nichts war gesund)</translation>
    </message>
    <message>
        <source>%1 (though held: nothing else was healthy)</source>
        <translation>%1 (obwohl herausgehalten: nichts anderes war gesund)</translation>
    </message>
    <message>
        <source>%1 (though dialled down: nobody else could carry the rest)</source>
        <translation>%1 (obwohl heruntergeregelt: niemand sonst konnte den Rest tragen)</translation>
    </message>
    <message>
        <source>%1: as above</source>
        <translation>%1: wie oben</translation>
    </message>
    <message>
        <source>%1: nothing is healthy, so everything counts as healthy</source>
        <translation>%1: nichts ist gesund, daher gilt alles als gesund</translation>
    </message>
    <message>
        <source>%1: only held records are healthy, so the hold gives way</source>
        <translation>%1: nur herausgehaltene Einträge sind gesund, daher gibt die Sperre nach</translation>
    </message>
    <message>
        <source>%1: only dialled-down records are healthy and not held, so the dial gives way</source>
        <translation>%1: nur heruntergeregelte Einträge sind gesund und nicht herausgehalten, daher gibt der Regler nach</translation>
    </message>
    <message>
        <source>%1: nothing applies to the asker, and there is no default</source>
        <translation>%1: nichts gilt für den Fragenden, und es gibt keinen Standard</translation>
    </message>
    <message>
        <source>%1: nothing healthy</source>
        <translation>%1: nichts gesund</translation>
    </message>
    <message>
        <source>drawn: %1</source>
        <translation>gezogen: %1</translation>
    </message>
    <message>
        <source>drawn: %1, all alike</source>
        <translation>gezogen: %1, alle gleich</translation>
    </message>
    <message>
        <source>weight %1</source>
        <translation>Gewicht %1</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>primär</translation>
    </message>
    <message>
        <source>secondary</source>
        <translation>sekundär</translation>
    </message>
    <message>
        <source>default location</source>
        <translation>Standardstandort</translation>
    </message>
    <message>
        <source>distance unknown</source>
        <translation>Entfernung unbekannt</translation>
    </message>
    <message>
        <source>%1, latency unknown</source>
        <translation>%1, Latenz unbekannt</translation>
    </message>
    <message>
        <source>check %1 healthy</source>
        <translation>Check %1 gesund</translation>
    </message>
    <message>
        <source>check %1 unhealthy</source>
        <translation>Check %1 nicht gesund</translation>
    </message>
    <message>
        <source>check %1 healthy (%2 of %3 checkers)</source>
        <translation>Check %1 gesund (%2 von %3 Prüfern)</translation>
    </message>
    <message>
        <source>check %1 unhealthy (%2 of %3 checkers)</source>
        <translation>Check %1 nicht gesund (%2 von %3 Prüfern)</translation>
    </message>
    <message>
        <source>check %1 healthy (nobody has told: counts as healthy)</source>
        <translation>Check %1 gesund (noch keine Meldung: gilt als gesund)</translation>
    </message>
    <message>
        <source>%1, target healthy</source>
        <translation>%1, Ziel gesund</translation>
    </message>
    <message>
        <source>%1, target unhealthy</source>
        <translation>%1, Ziel nicht gesund</translation>
    </message>
    <message>
        <source>target healthy</source>
        <translation>Ziel gesund</translation>
    </message>
    <message>
        <source>target unhealthy</source>
        <translation>Ziel nicht gesund</translation>
    </message>
    <message>
        <source>no check: counts as healthy</source>
        <translation>kein Check: gilt als gesund</translation>
    </message>
    <message>
        <source>%1, admitted to %2 % of askers</source>
        <translation>%1, für %2 % der Fragenden zugelassen</translation>
    </message>
    <message>
        <source>%1, dial at %2 %</source>
        <translation>%1, Regler auf %2 %</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>another one is preferred</source>
        <translation>ein anderer hat Vorrang</translation>
    </message>
    <message>
        <source>not drawn</source>
        <translation>nicht gezogen</translation>
    </message>
    <message>
        <source>weight 0: waits until no other is healthy</source>
        <translation>Gewicht 0: wartet, bis kein anderer gesund ist</translation>
    </message>
    <message>
        <source>struck out: unhealthy</source>
        <translation>gestrichen: nicht gesund</translation>
    </message>
    <message>
        <source>backed out: nothing healthy behind it</source>
        <translation>zurückgenommen: dahinter nichts gesund</translation>
    </message>
    <message>
        <source>struck out: held</source>
        <translation>gestrichen: herausgehalten</translation>
    </message>
    <message>
        <source>struck out: the asker is not in its ramp yet</source>
        <translation>gestrichen: der Fragende ist noch nicht im Hochlauf</translation>
    </message>
    <message>
        <source>does not apply to the asker</source>
        <translation>gilt nicht für den Fragenden</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>gesund</translation>
    </message>
    <message>
        <source>struck out: the asker is not in the share of its dial</source>
        <translation>gestrichen: der Fragende liegt nicht im Anteil des Reglers</translation>
    </message>
    <message>
        <source>; </source>
        <extracomment>between two sentences of the engine; the space is part of it</extracomment>
        <translation>; </translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>between the items of a list within a sentence of the engine; the space is part of it</extracomment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <extracomment>two regions</extracomment>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>a region and its share of the answers</extracomment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>EventWords</name>
    <message>
        <source>Run started</source>
        <translation>Lauf gestartet</translation>
    </message>
    <message>
        <source>Command accepted</source>
        <translation>Befehl angenommen</translation>
    </message>
    <message>
        <source>Command refused</source>
        <translation>Befehl abgewiesen</translation>
    </message>
    <message>
        <source>Fault injected</source>
        <translation>Störung ausgelöst</translation>
    </message>
    <message>
        <source>Fault expired</source>
        <translation>Störung abgelaufen</translation>
    </message>
    <message>
        <source>Fault cleared</source>
        <translation>Störung aufgehoben</translation>
    </message>
    <message>
        <source>No residue</source>
        <translation>Keine Reste</translation>
    </message>
    <message>
        <source>Residue found</source>
        <translation>Reste gefunden</translation>
    </message>
    <message>
        <source>Checker changed</source>
        <translation>Prüfer umgeschlagen</translation>
    </message>
    <message>
        <source>Health red</source>
        <translation>Gesundheit rot</translation>
    </message>
    <message>
        <source>Health green</source>
        <translation>Gesundheit grün</translation>
    </message>
    <message>
        <source>Answers shifted</source>
        <translation>Antworten verlagert</translation>
    </message>
    <message>
        <source>Fail open</source>
        <translation>Fail-open</translation>
    </message>
    <message>
        <source>Zone changed</source>
        <translation>Zone geändert</translation>
    </message>
    <message>
        <source>Zone in sync</source>
        <translation>Zone synchron</translation>
    </message>
    <message>
        <source>Zone plan applied</source>
        <translation>Zonenplan angewendet</translation>
    </message>
    <message>
        <source>Zone plan refused</source>
        <translation>Zonenplan abgewiesen</translation>
    </message>
    <message>
        <source>Answer empty</source>
        <translation>Antwort leer</translation>
    </message>
    <message>
        <source>Edges disagree</source>
        <translation>Edges uneinig</translation>
    </message>
    <message>
        <source>Edges agree</source>
        <translation>Edges einig</translation>
    </message>
    <message>
        <source>Origin failover</source>
        <translation>Origin-Failover</translation>
    </message>
    <message>
        <source>Accelerator shifted</source>
        <translation>Accelerator verlagert</translation>
    </message>
    <message>
        <source>Routing control changed</source>
        <translation>Routing-Schalter geändert</translation>
    </message>
    <message>
        <source>Safety rule overridden</source>
        <translation>Regel übergangen</translation>
    </message>
    <message>
        <source>Shifted away</source>
        <translation>Verkehr verlagert</translation>
    </message>
    <message>
        <source>Shift ended</source>
        <translation>Verlagerung beendet</translation>
    </message>
    <message>
        <source>Traffic dial changed</source>
        <translation>Verkehrsregler geändert</translation>
    </message>
    <message>
        <source>Plan evaluated</source>
        <translation>Plan bewertet</translation>
    </message>
    <message>
        <source>Plan started</source>
        <translation>Plan gestartet</translation>
    </message>
    <message>
        <source>Plan state</source>
        <translation>Planzustand</translation>
    </message>
    <message>
        <source>Plan step</source>
        <translation>Planschritt</translation>
    </message>
    <message>
        <source>Plan ended</source>
        <translation>Plan beendet</translation>
    </message>
    <message>
        <source>Capacity warning</source>
        <translation>Kapazitätswarnung</translation>
    </message>
    <message>
        <source>Capacity exceeded</source>
        <translation>Kapazität überschritten</translation>
    </message>
    <message>
        <source>Capacity sufficient again</source>
        <translation>Kapazität reicht wieder</translation>
    </message>
    <message>
        <source>Region held out</source>
        <translation>Region herausgehalten</translation>
    </message>
    <message>
        <source>Region state</source>
        <translation>Regionszustand</translation>
    </message>
    <message>
        <source>Fail back started</source>
        <translation>Rückschaltung begonnen</translation>
    </message>
    <message>
        <source>Fail back step</source>
        <translation>Rückschaltung, Schritt</translation>
    </message>
    <message>
        <source>Fail back completed</source>
        <translation>Rückschaltung fertig</translation>
    </message>
    <message>
        <source>Fail back aborted</source>
        <translation>Rückschaltung abgebrochen</translation>
    </message>
    <message>
        <source>Replica verified</source>
        <translation>Replikat stimmt überein</translation>
    </message>
    <message>
        <source>Replica diverged</source>
        <translation>Replikat weicht ab</translation>
    </message>
    <message>
        <source>Copy being rebuilt</source>
        <translation>Kopie wird neu aufgebaut</translation>
    </message>
    <message>
        <source>Clock quarantine</source>
        <translation>Uhr in Quarantäne</translation>
    </message>
    <message>
        <source>Rights revoked</source>
        <translation>Rechte entzogen</translation>
    </message>
    <message>
        <source>Region fenced</source>
        <translation>Region schreibgesperrt</translation>
    </message>
    <message>
        <source>Fence complete</source>
        <translation>Schreibsperre wirksam</translation>
    </message>
    <message>
        <source>Fence lifted</source>
        <translation>Schreibsperre aufgehoben</translation>
    </message>
    <message>
        <source>Member evicted</source>
        <translation>Mitglied ausgeschlossen</translation>
    </message>
    <message>
        <source>Orphan writes found</source>
        <translation>Verwaistes gefunden</translation>
    </message>
    <message>
        <source>Orphan write settled</source>
        <translation>Verwaistes geklärt</translation>
    </message>
    <message>
        <source>Disk failed</source>
        <translation>Platte ausgefallen</translation>
    </message>
    <message>
        <source>Disk recovered</source>
        <translation>Platte wieder in Ordnung</translation>
    </message>
    <message>
        <source>Writer moved</source>
        <translation>Schreiber gewechselt</translation>
    </message>
    <message>
        <source>Acknowledgements wait</source>
        <translation>Bestätigungen warten</translation>
    </message>
    <message>
        <source>Acknowledgements resumed</source>
        <translation>Bestätigungen fließen</translation>
    </message>
    <message>
        <source>Claim refused</source>
        <translation>Anspruch abgewiesen</translation>
    </message>
    <message>
        <source>Change set aside</source>
        <translation>Änderung beiseitegelegt</translation>
    </message>
    <message>
        <source>Consumer caught up</source>
        <translation>Konsument hat aufgeholt</translation>
    </message>
    <message>
        <source>Impact began</source>
        <translation>Auswirkung begonnen</translation>
    </message>
    <message>
        <source>Objective breached</source>
        <translation>Ziel verletzt</translation>
    </message>
    <message>
        <source>Objective restored</source>
        <translation>Ziel wieder eingehalten</translation>
    </message>
    <message>
        <source>All cities served</source>
        <translation>Alle Städte bedient</translation>
    </message>
    <message>
        <source>Service continues</source>
        <translation>Dienst läuft weiter</translation>
    </message>
    <message>
        <source>Replication stalled</source>
        <translation>Replikation steht</translation>
    </message>
    <message>
        <source>Replication caught up</source>
        <translation>Replikation aufgeholt</translation>
    </message>
    <message>
        <source>Conflict found</source>
        <translation>Konflikt gefunden</translation>
    </message>
    <message>
        <source>Write at risk</source>
        <translation>Schreibvorgang gefährdet</translation>
    </message>
    <message>
        <source>Write recovered</source>
        <translation>Schreibvorgang gerettet</translation>
    </message>
    <message>
        <source>Write overwritten</source>
        <translation>Schreibvorgang überschrieben</translation>
    </message>
    <message>
        <source>Write refused</source>
        <translation>Schreibvorgang abgewiesen</translation>
    </message>
    <message>
        <source>Write lost</source>
        <translation>Schreibvorgang verloren</translation>
    </message>
    <message>
        <source>Loss estimated</source>
        <translation>Verlust geschätzt</translation>
    </message>
    <message>
        <source>Incident opened</source>
        <translation>Vorfall eröffnet</translation>
    </message>
    <message>
        <source>Phase changed</source>
        <translation>Phase gewechselt</translation>
    </message>
    <message>
        <source>Incident closed</source>
        <translation>Vorfall geschlossen</translation>
    </message>
    <message>
        <source>Check passed</source>
        <translation>Prüfung bestanden</translation>
    </message>
    <message>
        <source>Check failed</source>
        <translation>Prüfung nicht bestanden</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Health check changed</source>
        <translation>Health-Check geändert</translation>
    </message>
    <message>
        <source>Health check doubted</source>
        <translation>Health-Check zweifelhaft</translation>
    </message>
    <message>
        <source>Objects late</source>
        <translation>Objekte verspätet</translation>
    </message>
    <message>
        <source>Objects caught up</source>
        <translation>Objekte aufgeholt</translation>
    </message>
    <message>
        <source>Objects lost</source>
        <translation>Objekte verloren</translation>
    </message>
</context>
<context>
    <name>FaultMenu</name>
    <message>
        <source>%1 Ends by itself after %2.</source>
        <extracomment>what a fault does, then when it ends by itself</extracomment>
        <translation>%1 Endet von selbst nach %2.</translation>
    </message>
    <message>
        <source>End fault: %1</source>
        <translation>Störung beenden: %1</translation>
    </message>
    <message>
        <source>Reverses this fault now and checks that nothing of it stays behind.</source>
        <translation>Macht diese Störung jetzt rückgängig und prüft, dass nichts von ihr zurückbleibt.</translation>
    </message>
    <message>
        <source>Health checks</source>
        <translation>Health-Checks</translation>
    </message>
    <message>
        <source>Fail %1 % of the requests</source>
        <translation>%1 % der Anfragen fehlschlagen lassen</translation>
    </message>
    <message>
        <source>Break the health path</source>
        <translation>Health-Pfad stören</translation>
    </message>
    <message>
        <source>Cut off %1 % of the checkers</source>
        <translation>%1 % der Prüfer abschneiden</translation>
    </message>
    <message>
        <source>Region outage</source>
        <translation>Regionsausfall</translation>
    </message>
    <message>
        <source>Remove API mapping</source>
        <translation>API-Mapping entfernen</translation>
    </message>
    <message>
        <source>Pause replication</source>
        <translation>Replikation pausieren</translation>
    </message>
    <message>
        <source>Data and clock</source>
        <translation>Daten und Uhr</translation>
    </message>
    <message>
        <source>Destroy region and store</source>
        <translation>Region samt Datenspeicher zerstören</translation>
    </message>
    <message>
        <source>Let the store fail</source>
        <translation>Datenspeicher ausfallen lassen</translation>
    </message>
    <message>
        <source>Fill the disk</source>
        <translation>Platte füllen</translation>
    </message>
    <message>
        <source>Slow the disk by %1 a flush</source>
        <translation>Platte um %1 je Flush bremsen</translation>
    </message>
    <message>
        <source>Let the disk rot</source>
        <translation>Plattendaten verfälschen</translation>
    </message>
    <message>
        <source>Let the disk lose flushes</source>
        <translation>Platte Flushs verlieren lassen</translation>
    </message>
    <message>
        <source>Poison the change stream</source>
        <translation>Änderungsstrom vergiften</translation>
    </message>
    <message>
        <source>Set clock %1 ahead</source>
        <translation>Uhr um %1 vorstellen</translation>
    </message>
    <message>
        <source>Let clock gain %1 each second</source>
        <translation>Uhr je Sekunde um %1 vorgehen lassen</translation>
    </message>
    <message>
        <source>Add latency, %1</source>
        <translation>Latenz erhöhen, %1</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>%1 wiederherstellen</translation>
    </message>
    <message>
        <source>Reverses every fault of the region and its links.</source>
        <translation>Macht jede Störung der Region und ihrer Verbindungen rückgängig.</translation>
    </message>
    <message>
        <source>Fail back %1</source>
        <translation>Auf %1 zurückschalten</translation>
    </message>
    <message>
        <source>Catch up, verify, then bring users back in steps.</source>
        <translation>Aufholen, prüfen, dann die Nutzer in Stufen zurückholen.</translation>
    </message>
    <message>
        <source>Not ready: waits for %1.</source>
        <translation>Nicht bereit: wartet auf %1.</translation>
    </message>
    <message>
        <source>Cut link to %1</source>
        <translation>Verbindung zu %1 trennen</translation>
    </message>
    <message>
        <source>Cut link both ways</source>
        <translation>Verbindung beidseitig trennen</translation>
    </message>
    <message>
        <source>Cut %1 to %2 only</source>
        <translation>Nur %1 nach %2 trennen</translation>
    </message>
</context>
<context>
    <name>FaultTarget</name>
    <message>
        <source>“%1” cannot hit one city. Drop it on %2, which is nearest to %3; only a surge of traffic starts in a city.</source>
        <translation>„%1“ kann keine einzelne Stadt treffen. Auf %2 ablegen, die %3 am nächsten liegt; nur eine Lastspitze beginnt in einer Stadt.</translation>
    </message>
    <message>
        <source>“%1” does not fit this part of %2. It can have: %3.</source>
        <translation>„%1“ passt nicht zu diesem Teil von %2. Möglich sind hier: %3.</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Datenspeicher</translation>
    </message>
    <message>
        <source>Health path</source>
        <translation>Health-Pfad</translation>
    </message>
    <message>
        <source>Replication</source>
        <translation>Replikation</translation>
    </message>
    <message>
        <source>“%1” hits a region, not a link. Drop it on %2 or %3.</source>
        <translation>„%1“ trifft eine Region, keine Verbindung. Auf %2 oder %3 ablegen.</translation>
    </message>
    <message>
        <source>“%1” needs a second region; this run has one.</source>
        <translation>„%1“ braucht eine zweite Region; dieser Lauf hat nur eine.</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 req/s</source>
        <extracomment>requests per second</extracomment>
        <translation>%1 Anfr./s</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>a percentage</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>milliseconds</extracomment>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>seconds</extracomment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>€ %1</source>
        <extracomment>an amount in euro</extracomment>
        <translation>%1 €</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <extracomment>minutes and seconds</extracomment>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <extracomment>hours and minutes</extracomment>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 %2 UTC</source>
        <extracomment>day of the week, time of day in UTC</extracomment>
        <translation>%1 %2 UTC</translation>
    </message>
    <message>
        <source>max</source>
        <extracomment>as fast as possible</extracomment>
        <translation>max</translation>
    </message>
    <message>
        <source>1 order</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>1 Bestellung</translation>
    </message>
    <message numerus="yes">
        <source># orders</source>
        <translation>
            <numerusform># Bestellung</numerusform>
            <numerusform># Bestellungen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 request</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>1 Anfrage</translation>
    </message>
    <message numerus="yes">
        <source># requests</source>
        <translation>
            <numerusform># Anfrage</numerusform>
            <numerusform># Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 event</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>1 Ereignis</translation>
    </message>
    <message numerus="yes">
        <source># events</source>
        <translation>
            <numerusform># Ereignis</numerusform>
            <numerusform># Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>1 region</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>1 Region</translation>
    </message>
    <message numerus="yes">
        <source># regions</source>
        <translation>
            <numerusform># Region</numerusform>
            <numerusform># Regionen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 change</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>1 Änderung</translation>
    </message>
    <message numerus="yes">
        <source># changes</source>
        <translation>
            <numerusform># Änderung</numerusform>
            <numerusform># Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 write</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>1 Schreibvorgang</translation>
    </message>
    <message numerus="yes">
        <source># writes</source>
        <translation>
            <numerusform># Schreibvorgang</numerusform>
            <numerusform># Schreibvorgänge</numerusform>
        </translation>
    </message>
    <message>
        <source>1 operation</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>1 Operation</translation>
    </message>
    <message numerus="yes">
        <source># operations</source>
        <translation>
            <numerusform># Operation</numerusform>
            <numerusform># Operationen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 seed</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>1 Seed</translation>
    </message>
    <message numerus="yes">
        <source># seeds</source>
        <translation>
            <numerusform># Seed</numerusform>
            <numerusform># Seeds</numerusform>
        </translation>
    </message>
    <message>
        <source>1 city</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>1 Stadt</translation>
    </message>
    <message numerus="yes">
        <source># cities</source>
        <translation>
            <numerusform># Stadt</numerusform>
            <numerusform># Städte</numerusform>
        </translation>
    </message>
    <message>
        <source>1 record</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>1 Eintrag</translation>
    </message>
    <message numerus="yes">
        <source># records</source>
        <translation>
            <numerusform># Eintrag</numerusform>
            <numerusform># Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>1 error</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>1 Fehler</translation>
    </message>
    <message numerus="yes">
        <source># errors</source>
        <translation>
            <numerusform># Fehler</numerusform>
            <numerusform># Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>1 warning</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>1 Warnung</translation>
    </message>
    <message numerus="yes">
        <source># warnings</source>
        <translation>
            <numerusform># Warnung</numerusform>
            <numerusform># Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 alarm</source>
        <extracomment>keep the #, it becomes the number</extracomment>
        <translation>1 Alarm</translation>
    </message>
    <message numerus="yes">
        <source># alarms</source>
        <translation>
            <numerusform># Alarm</numerusform>
            <numerusform># Alarme</numerusform>
        </translation>
    </message>
    <message>
        <source>cart %1</source>
        <extracomment>a customer&apos;s cart, in a narrow column; %1 is the customer&apos;s number</extracomment>
        <translation>Korb %1</translation>
    </message>
</context>
<context>
    <name>InspectorFacts</name>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>limit 4 s</source>
        <translation>Grenze 4 s</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>answers 403</source>
        <translation>antwortet 403</translation>
    </message>
    <message>
        <source>mapping removed</source>
        <translation>Mapping entfernt</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>Grenze %1</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>%1 · %2 of answers</source>
        <extracomment>state and share of the DNS answers</extracomment>
        <translation>%1 · %2 der Antworten</translation>
    </message>
    <message>
        <source>%1 since %2 (%3)</source>
        <translation>%1 seit %2 (%3)</translation>
    </message>
    <message>
        <source>Health check</source>
        <translation>Health-Check</translation>
    </message>
    <message>
        <source>%1 of %2 red</source>
        <translation>%1 von %2 rot</translation>
    </message>
    <message>
        <source>%1 of %2 green</source>
        <translation>%1 von %2 grün</translation>
    </message>
    <message>
        <source>over 18 %</source>
        <translation>über 18 %</translation>
    </message>
    <message>
        <source>Last probe</source>
        <translation>Letzte Probe</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>DNS answers</source>
        <translation>DNS-Antworten</translation>
    </message>
    <message>
        <source>may take %1</source>
        <translation>zulässig %1</translation>
    </message>
    <message>
        <source>Replication in</source>
        <translation>Replik. eingehend</translation>
    </message>
    <message>
        <source>Replication out</source>
        <translation>Replik. ausgehend</translation>
    </message>
    <message>
        <source>%1 at risk</source>
        <translation>%1 gefährdet</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>Nach %1</translation>
    </message>
    <message>
        <source>cut, %1</source>
        <translation>getrennt, %1</translation>
    </message>
    <message>
        <source>paused, %1</source>
        <translation>pausiert, %1</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>nothing to drain</source>
        <translation>nichts abzubauen</translation>
    </message>
    <message>
        <source>never at this rate</source>
        <translation>nie bei dieser Rate</translation>
    </message>
    <message>
        <source>drained in %1</source>
        <translation>abgebaut in %1</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Umlaufzeit</translation>
    </message>
    <message>
        <source>+%1 each way</source>
        <translation>+%1 je Richtung</translation>
    </message>
    <message>
        <source>as measured</source>
        <translation>wie gemessen</translation>
    </message>
    <message>
        <source>%1, %2, oldest %3</source>
        <translation>%1, %2, bis %3 alt</translation>
    </message>
    <message>
        <source>%1 more · %2</source>
        <extracomment>further writes that are not listed, then the sum of all</extracomment>
        <translation>%1 weitere · %2</translation>
    </message>
</context>
<context>
    <name>LinkText</name>
    <message>
        <source>cut</source>
        <translation>getrennt</translation>
    </message>
    <message>
        <source>stalled</source>
        <translation>steht</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>beeinträchtigt</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>steady</source>
        <translation>stabil</translation>
    </message>
    <message>
        <source>rising</source>
        <translation>steigend</translation>
    </message>
    <message>
        <source>falling</source>
        <translation>fallend</translation>
    </message>
    <message>
        <source>%1 milliseconds</source>
        <translation>%1 Millisekunden</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 Sekunden</translation>
    </message>
    <message>
        <source>%1 to %2, lag %3, %4</source>
        <extracomment>source, target, lag, state: of one direction of replication</extracomment>
        <translation>%1 nach %2, Rückstand %3, %4</translation>
    </message>
    <message>
        <source>never at this rate</source>
        <translation>nie bei dieser Rate</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>nothing to drain</source>
        <translation>nichts abzubauen</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
</context>
<context>
    <name>MapPainter</name>
    <message>
        <source>line width = requests per second</source>
        <translation>Linienstärke = Anfragen pro Sekunde</translation>
    </message>
    <message>
        <source>failing requests</source>
        <extracomment>what a cross on the map stands for; %1 is &quot;15 requests&quot;</extracomment>
        <translation>fehlschlagende Anfragen</translation>
    </message>
    <message>
        <source>%1 failing</source>
        <translation>%1 mit Fehler</translation>
    </message>
    <message>
        <source>ring colour and letter = region</source>
        <translation>Ringfarbe und Buchstabe = Region</translation>
    </message>
</context>
<context>
    <name>MapText</name>
    <message>
        <source>%1 · %2</source>
        <extracomment>state of a region and the share of its users that are back</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2 %3</source>
        <extracomment>state, reason, duration: &quot;Failed · no answer 42 s&quot;</extracomment>
        <translation>%1 · %2 %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>reason of a state, duration: &quot;no answer 42 s&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>cut one way %1</source>
        <translation>einseitig getrennt %1</translation>
    </message>
    <message>
        <source>cut %1</source>
        <translation>getrennt %1</translation>
    </message>
    <message>
        <source>stalled %1</source>
        <extracomment>replication makes no progress since</extracomment>
        <translation>steht %1</translation>
    </message>
    <message>
        <source>paused %1</source>
        <translation>pausiert %1</translation>
    </message>
    <message>
        <source>lag %1</source>
        <translation>Rückstand %1</translation>
    </message>
    <message>
        <source>+%1 · %2</source>
        <extracomment>added delay, then the replication lag</extracomment>
        <translation>+%1 · %2</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>a link between two regions</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Link %1 to %2, %3</source>
        <translation>Verbindung %1 nach %2, %3</translation>
    </message>
    <message>
        <source>Region %1, %2, %3</source>
        <translation>Region %1, %2, %3</translation>
    </message>
    <message>
        <source>%1 of %2 visits (%3) still go where no answer leads</source>
        <extracomment>clients that hold on to an old DNS answer; counts, then a percentage</extracomment>
        <translation>%1 von %2 Besuchen (%3) gehen noch dorthin, wohin keine Antwort mehr führt</translation>
    </message>
    <message>
        <source>To %1: %2, of which %3 fail</source>
        <translation>Nach %1: %2, davon fehlgeschlagen %3</translation>
    </message>
    <message>
        <source>To %1: %2</source>
        <translation>Nach %1: %2</translation>
    </message>
    <message>
        <source>Visits with an old answer: %1</source>
        <translation>Besuche mit alter Antwort: %1</translation>
    </message>
    <message>
        <source>No requests now</source>
        <translation>Derzeit keine Anfragen</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Errors, last 5 s</source>
        <translation>Fehler, letzte 5 s</translation>
    </message>
    <message>
        <source>DNS answers</source>
        <translation>DNS-Antworten</translation>
    </message>
    <message>
        <source>Checkers healthy</source>
        <translation>Prüfer gesund</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Lag in, out</source>
        <translation>Rückstand ein, aus</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Orders at risk</source>
        <translation>Gefährdete Bestellungen</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>lag %1, %2 pending</source>
        <translation>Rückstand %1, %2 ausstehend</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Umlaufzeit</translation>
    </message>
</context>
<context>
    <name>ResidueWatch</name>
    <message>
        <source>Something of the faults stayed behind: %1</source>
        <translation>Etwas von den Störungen blieb zurück: %1</translation>
    </message>
    <message>
        <source>%1 is over. Checked: nothing of it stayed behind.</source>
        <extracomment>%1 is a fault with its place</extracomment>
        <translation>%1 ist vorbei. Geprüft: Nichts davon blieb zurück.</translation>
    </message>
    <message>
        <source>Faults ended: %1 (%2). Each was checked: nothing stayed behind.</source>
        <extracomment>%1 is a count, %2 a list of faults with their places</extracomment>
        <translation>Störungen beendet: %1 (%2). Jede wurde geprüft: Nichts blieb zurück.</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;New run</source>
        <translation>&amp;Neuer Lauf</translation>
    </message>
    <message>
        <source>Starts a new run with Ireland and Singapore</source>
        <translation>Startet einen neuen Lauf mit Irland und Singapur</translation>
    </message>
    <message>
        <source>New run with &amp;Virginia</source>
        <translation>Neuer Lauf mit &amp;Virginia</translation>
    </message>
    <message>
        <source>Starts a new run with Ireland, Singapore and Virginia</source>
        <translation>Startet einen neuen Lauf mit Irland, Singapur und Virginia</translation>
    </message>
    <message>
        <source>New run with &amp;one more region</source>
        <translation>Neuer Lauf mit w&amp;eiterer Region</translation>
    </message>
    <message>
        <source>&amp;Open session…</source>
        <translation>Sitzung &amp;öffnen…</translation>
    </message>
    <message>
        <source>Re-simulates a recorded session and goes on from its end</source>
        <translation>Simuliert eine aufgezeichnete Sitzung nach und setzt sie an ihrem Ende fort</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Open &amp;drill…</source>
        <translation>&amp;Übung öffnen…</translation>
    </message>
    <message>
        <source>Lists a drill&apos;s file on the page of drills, from where it is started</source>
        <translation>Führt die Datei einer Übung auf der Seite der Übungen auf; dort wird sie gestartet</translation>
    </message>
    <message>
        <source>&amp;Save session as…</source>
        <translation>Sitzung &amp;speichern unter…</translation>
    </message>
    <message>
        <source>Writes the session so far as a document</source>
        <translation>Schreibt die bisherige Sitzung als Dokument</translation>
    </message>
    <message>
        <source>&amp;Export incident</source>
        <translation>Vorfall e&amp;xportieren</translation>
    </message>
    <message>
        <source>As &amp;CSV table…</source>
        <translation>Als &amp;CSV-Tabelle…</translation>
    </message>
    <message>
        <source>One row an event, for a spreadsheet</source>
        <translation>Eine Zeile je Ereignis, für die Tabellenkalkulation</translation>
    </message>
    <message>
        <source>As &amp;JSON Lines…</source>
        <translation>Als &amp;JSON Lines…</translation>
    </message>
    <message>
        <source>One object an event, for programs</source>
        <translation>Ein Objekt je Ereignis, für Programme</translation>
    </message>
    <message>
        <source>As &amp;Markdown report…</source>
        <translation>Als &amp;Markdown-Bericht…</translation>
    </message>
    <message>
        <source>The incident as a report: times, decisions, writes at risk</source>
        <translation>Der Vorfall als Bericht: Zeiten, Entscheidungen, gefährdete Schreibvorgänge</translation>
    </message>
    <message>
        <source>As &amp;HTML report…</source>
        <translation>Als &amp;HTML-Bericht…</translation>
    </message>
    <message>
        <source>The same report with its charts, as one page for a browser</source>
        <translation>Derselbe Bericht mit seinen Diagrammen, als eine Seite für den Browser</translation>
    </message>
    <message>
        <source>As one JSON &amp;document…</source>
        <translation>Als JSON-&amp;Dokument…</translation>
    </message>
    <message>
        <source>Incidents, measures, decisions, checks and events, for programs</source>
        <translation>Vorfälle, Messwerte, Entscheidungen, Prüfungen und Ereignisse, für Programme</translation>
    </message>
    <message>
        <source>As Chrome &amp;trace…</source>
        <translation>Als Chrome-&amp;Trace…</translation>
    </message>
    <message>
        <source>Regions, faults and phases on a time axis; Perfetto opens it</source>
        <translation>Regionen, Störungen und Phasen auf einer Zeitachse; Perfetto öffnet sie</translation>
    </message>
    <message>
        <source>Check a &amp;zone file…</source>
        <translation>Zonendatei &amp;prüfen…</translation>
    </message>
    <message>
        <source>Says what is wrong with a Route 53 zone of your own, and what is unwise</source>
        <translation>Zeigt, was an einer eigenen Route-53-Zone falsch und was unklug ist</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Ends the run and closes the window</source>
        <translation>Beendet den Lauf und schließt das Fenster</translation>
    </message>
    <message>
        <source>Copy or save &amp;view</source>
        <translation>&amp;Ansicht kopieren oder speichern</translation>
    </message>
    <message>
        <source>Copy view as &amp;image</source>
        <translation>Ansicht als &amp;Bild kopieren</translation>
    </message>
    <message>
        <source>The part of the window with the focus, or the whole page, for pasting</source>
        <translation>Den Teil des Fensters mit dem Fokus oder die ganze Seite, zum Einfügen</translation>
    </message>
    <message>
        <source>Copy view as &amp;data</source>
        <translation>Ansicht als &amp;Daten kopieren</translation>
    </message>
    <message>
        <source>The values of the view as a table, for a spreadsheet</source>
        <translation>Die Werte der Ansicht als Tabelle, für eine Tabellenkalkulation</translation>
    </message>
    <message>
        <source>Save view as &amp;PNG…</source>
        <translation>Ansicht als &amp;PNG speichern…</translation>
    </message>
    <message>
        <source>A picture, as large as on the screen</source>
        <translation>Ein Bild, so groß wie auf dem Bildschirm</translation>
    </message>
    <message>
        <source>Save view as PNG, d&amp;ouble size…</source>
        <translation>Ansicht als PNG speichern, d&amp;oppelt groß…</translation>
    </message>
    <message>
        <source>A picture with twice as many pixels each way, for print</source>
        <translation>Ein Bild mit doppelt so vielen Pixeln je Richtung, für den Druck</translation>
    </message>
    <message>
        <source>Save view as &amp;SVG…</source>
        <translation>Ansicht als &amp;SVG speichern…</translation>
    </message>
    <message>
        <source>A drawing that stays sharp at any size</source>
        <translation>Eine Zeichnung, die in jeder Größe scharf bleibt</translation>
    </message>
    <message>
        <source>Save view as &amp;CSV…</source>
        <translation>Ansicht als &amp;CSV speichern…</translation>
    </message>
    <message>
        <source>The values of the view as a table</source>
        <translation>Die Werte der Ansicht als Tabelle</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>Ü&amp;bersicht</translation>
    </message>
    <message>
        <source>The map, the charts and the timeline</source>
        <translation>Die Karte, die Diagramme und die Zeitleiste</translation>
    </message>
    <message>
        <source>&amp;Chart range</source>
        <translation>Diagramm&amp;zeitraum</translation>
    </message>
    <message>
        <source>How far back the charts reach</source>
        <translation>Wie weit die Diagramme zurückreichen</translation>
    </message>
    <message>
        <source>Show map as &amp;table</source>
        <translation>Karte als &amp;Tabelle</translation>
    </message>
    <message>
        <source>Regions and links as a table instead of a map</source>
        <translation>Regionen und Verbindungen als Tabelle statt als Karte</translation>
    </message>
    <message>
        <source>Show &amp;journal</source>
        <translation>&amp;Journal zeigen</translation>
    </message>
    <message>
        <source>All events as a table instead of charts and timeline</source>
        <translation>Alle Ereignisse als Tabelle statt Diagrammen und Zeitleiste</translation>
    </message>
    <message>
        <source>&amp;Fault palette</source>
        <translation>&amp;Störungspalette</translation>
    </message>
    <message>
        <source>The faults to drag onto the map</source>
        <translation>Die Störungen, die sich auf die Karte ziehen lassen</translation>
    </message>
    <message>
        <source>Rin&amp;g instead of map</source>
        <translation>R&amp;ing statt Karte</translation>
    </message>
    <message>
        <source>The regions on a ring around their users, in place of the map of the world</source>
        <translation>Die Regionen auf einem Ring um ihre Nutzer, anstelle der Weltkarte</translation>
    </message>
    <message>
        <source>Look c&amp;loser at the map</source>
        <translation>Karte vergrö&amp;ßern</translation>
    </message>
    <message>
        <source>Enlarges the map about its middle; also + and the wheel</source>
        <translation>Vergrößert die Karte um ihre Mitte; auch + und Mausrad</translation>
    </message>
    <message>
        <source>Look &amp;wider at the map</source>
        <translation>Karte ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Shows more of the world again; also - and the wheel</source>
        <translation>Zeigt wieder mehr von der Welt; auch - und Mausrad</translation>
    </message>
    <message>
        <source>Who&amp;le map</source>
        <translation>&amp;Ganze Karte</translation>
    </message>
    <message>
        <source>Shows the whole world again; also 0</source>
        <translation>Zeigt wieder die ganze Welt; auch 0</translation>
    </message>
    <message>
        <source>&amp;Reduced motion</source>
        <translation>Be&amp;wegung reduzieren</translation>
    </message>
    <message>
        <source>Traffic as still arrows instead of moving dots</source>
        <translation>Verkehr als stehende Pfeile statt bewegter Punkte</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
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
        <source>&amp;High contrast, light</source>
        <translation>&amp;Kontrastreich, hell</translation>
    </message>
    <message>
        <source>High &amp;contrast, dark</source>
        <translation>Ko&amp;ntrastreich, dunkel</translation>
    </message>
    <message>
        <source>Changes the colours of the window</source>
        <translation>Ändert die Farben des Fensters</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>Spra&amp;che</translation>
    </message>
    <message>
        <source>Changes the words of the window; the run goes on</source>
        <translation>Ändert die Wörter des Fensters; der Lauf geht weiter</translation>
    </message>
    <message>
        <source>P&amp;erspective</source>
        <translation>Perspe&amp;ktive</translation>
    </message>
    <message>
        <source>S&amp;ide panel</source>
        <translation>Seite&amp;nleiste</translation>
    </message>
    <message>
        <source>Inspector and routing decisions</source>
        <translation>Inspektor und Routing-Entscheidungen</translation>
    </message>
    <message>
        <source>Side panel in a &amp;window of its own</source>
        <translation>Seitenleiste in eigene&amp;m Fenster</translation>
    </message>
    <message>
        <source>Takes the side panel out of the window, to another screen for example</source>
        <translation>Löst die Seitenleiste aus dem Fenster, etwa für einen anderen Bildschirm</translation>
    </message>
    <message>
        <source>Wa&amp;ll mode</source>
        <translation>Großbi&amp;ldmodus</translation>
    </message>
    <message>
        <source>The overview alone on the whole screen, larger; Esc leaves</source>
        <translation>Nur die Übersicht, größer und auf dem ganzen Bildschirm; Esc beendet</translation>
    </message>
    <message>
        <source>Undo layout chan&amp;ge</source>
        <translation>La&amp;youtänderung rückgängig</translation>
    </message>
    <message>
        <source>Takes back the last change of perspective or layout</source>
        <translation>Nimmt die letzte Änderung von Perspektive oder Layout zurück</translation>
    </message>
    <message>
        <source>Redo la&amp;yout change</source>
        <translation>Layoutänderung wiederh&amp;olen</translation>
    </message>
    <message>
        <source>Makes the change of perspective or layout again</source>
        <translation>Führt die Änderung von Perspektive oder Layout erneut aus</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>Layo&amp;ut zurücksetzen</translation>
    </message>
    <message>
        <source>Returns all parts of the window to their first sizes and places</source>
        <translation>Bringt alle Teile des Fensters auf ihre ursprüngliche Größe und Lage</translation>
    </message>
    <message>
        <source>&amp;Simulation</source>
        <translation>&amp;Simulation</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Stops and resumes virtual time</source>
        <translation>Hält die virtuelle Zeit an und lässt sie weiterlaufen</translation>
    </message>
    <message>
        <source>&amp;Step 100 ms</source>
        <translation>&amp;Schritt 100 ms</translation>
    </message>
    <message>
        <source>Pauses and runs one tenth of a virtual second</source>
        <translation>Pausiert und rechnet eine virtuelle Zehntelsekunde</translation>
    </message>
    <message>
        <source>Step one &amp;event</source>
        <translation>Ein &amp;Ereignis weiter</translation>
    </message>
    <message>
        <source>Pauses and runs one event of the simulation</source>
        <translation>Pausiert und rechnet ein Ereignis der Simulation</translation>
    </message>
    <message>
        <source>Runs as fast as possible</source>
        <translation>Läuft so schnell wie möglich</translation>
    </message>
    <message>
        <source>Runs at %1 of real time</source>
        <translation>Läuft mit %1 Echtzeit</translation>
    </message>
    <message>
        <source>&amp;Operate</source>
        <translation>&amp;Bedienen</translation>
    </message>
    <message>
        <source>&amp;Break</source>
        <translation>&amp;Störung auslösen</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Fail back</source>
        <translation>&amp;Zurückschalten</translation>
    </message>
    <message>
        <source>&amp;Clear all faults</source>
        <translation>Alle Störungen &amp;aufheben</translation>
    </message>
    <message>
        <source>Reverses every active fault and checks that nothing stays behind</source>
        <translation>Macht jede aktive Störung rückgängig und prüft, dass nichts zurückbleibt</translation>
    </message>
    <message>
        <source>Add &amp;note…</source>
        <translation>&amp;Notiz hinzufügen…</translation>
    </message>
    <message>
        <source>Writes one line of yours into the incident record</source>
        <translation>Schreibt eine eigene Zeile in das Vorfallprotokoll</translation>
    </message>
    <message>
        <source>&amp;Why this answer?</source>
        <translation>Wa&amp;rum diese Antwort?</translation>
    </message>
    <message>
        <source>Explains the selected or newest routing decision</source>
        <translation>Erklärt die gewählte oder die neueste Routing-Entscheidung</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>E&amp;xtras</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>&amp;Befehlspalette…</translation>
    </message>
    <message>
        <source>Finds any action, page, region, fault or plan by a few letters</source>
        <translation>Findet jede Aktion, Seite, Region, Störung oder jeden Plan anhand weniger Buchstaben</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>All keys on one sheet</source>
        <translation>Alle Tasten auf einem Blatt</translation>
    </message>
    <message>
        <source>&amp;About Signalbox</source>
        <translation>&amp;Über Signalbox</translation>
    </message>
    <message>
        <source>Version, licence and sources of the data</source>
        <translation>Version, Lizenz und Quellen der Daten</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Cape Town</source>
        <translation>Kapstadt</translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation>Hongkong</translation>
    </message>
    <message>
        <source>Tokyo</source>
        <translation>Tokio</translation>
    </message>
    <message>
        <source>Seoul</source>
        <translation>Seoul</translation>
    </message>
    <message>
        <source>Osaka</source>
        <translation>Osaka</translation>
    </message>
    <message>
        <source>Mumbai</source>
        <translation>Mumbai</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>Singapur</translation>
    </message>
    <message>
        <source>Sydney</source>
        <translation>Sydney</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>Kanada</translation>
    </message>
    <message>
        <source>Frankfurt</source>
        <translation>Frankfurt</translation>
    </message>
    <message>
        <source>Stockholm</source>
        <translation>Stockholm</translation>
    </message>
    <message>
        <source>Milan</source>
        <translation>Mailand</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>Irland</translation>
    </message>
    <message>
        <source>London</source>
        <translation>London</translation>
    </message>
    <message>
        <source>Paris</source>
        <translation>Paris</translation>
    </message>
    <message>
        <source>Bahrain</source>
        <translation>Bahrain</translation>
    </message>
    <message>
        <source>São Paulo</source>
        <translation>São Paulo</translation>
    </message>
    <message>
        <source>Virginia</source>
        <translation>Virginia</translation>
    </message>
    <message>
        <source>Ohio</source>
        <translation>Ohio</translation>
    </message>
    <message>
        <source>California</source>
        <translation>Kalifornien</translation>
    </message>
    <message>
        <source>Oregon</source>
        <translation>Oregon</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>In Betrieb</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>Beeinträchtigt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Ausgefallen</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>Herausgehalten</translation>
    </message>
    <message>
        <source>Catching up</source>
        <translation>Holt auf</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>In Prüfung</translation>
    </message>
    <message>
        <source>Ramping</source>
        <translation>Im Hochlauf</translation>
    </message>
    <message>
        <source>Steered away</source>
        <translation>Umgelenkt</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>API mapping removed</source>
        <translation>API-Mapping entfernt</translation>
    </message>
    <message>
        <source>health check red</source>
        <translation>Health-Check rot</translation>
    </message>
    <message>
        <source>replication behind</source>
        <translation>Replikation im Rückstand</translation>
    </message>
    <message>
        <source>replication paused</source>
        <translation>Replikation pausiert</translation>
    </message>
    <message>
        <source>link cut</source>
        <translation>Verbindung getrennt</translation>
    </message>
    <message>
        <source>link slow</source>
        <translation>Verbindung langsam</translation>
    </message>
    <message>
        <source>many errors</source>
        <translation>viele Fehler</translation>
    </message>
    <message>
        <source>awaiting fail back</source>
        <translation>wartet auf Rückschaltung</translation>
    </message>
    <message>
        <source>failing back</source>
        <translation>Rückschaltung läuft</translation>
    </message>
    <message>
        <source>store failing</source>
        <translation>Datenspeicher gestört</translation>
    </message>
    <message>
        <source>disk rotten</source>
        <translation>Plattendaten verfälscht</translation>
    </message>
    <message>
        <source>disk full</source>
        <translation>Platte voll</translation>
    </message>
    <message>
        <source>disk stalled</source>
        <translation>Platte hängt</translation>
    </message>
    <message>
        <source>building its copy anew</source>
        <translation>baut ihre Kopie neu auf</translation>
    </message>
    <message>
        <source>fenced</source>
        <translation>schreibgesperrt</translation>
    </message>
    <message>
        <source>routing control off</source>
        <translation>Routing-Schalter aus</translation>
    </message>
    <message>
        <source>shifted away</source>
        <translation>Verkehr verlagert</translation>
    </message>
    <message>
        <source>dialled down</source>
        <translation>heruntergeregelt</translation>
    </message>
    <message>
        <source>lowest latency</source>
        <translation>geringste Latenz</translation>
    </message>
    <message>
        <source>next-lowest latency</source>
        <translation>nächstgeringste Latenz</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>primär</translation>
    </message>
    <message>
        <source>secondary, primary not available</source>
        <translation>sekundär, Primärziel nicht verfügbar</translation>
    </message>
    <message>
        <source>only record</source>
        <translation>einziger Eintrag</translation>
    </message>
    <message>
        <source>fail open, nothing healthy</source>
        <translation>Fail-open, nichts ist gesund</translation>
    </message>
    <message>
        <source>the policy&apos;s choice</source>
        <translation>Wahl der Policy</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>further away</source>
        <translation>weiter entfernt</translation>
    </message>
    <message>
        <source>standby</source>
        <translation>Standby</translation>
    </message>
    <message>
        <source>unhealthy</source>
        <translation>nicht gesund</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>herausgehalten</translation>
    </message>
    <message>
        <source>not yet in the ramp</source>
        <translation>noch nicht im Hochlauf</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Nicht begonnen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Beheben</translation>
    </message>
    <message>
        <source>Catch up</source>
        <translation>Aufholen</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Ramp</source>
        <translation>Hochlauf</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Aborted</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Region outage</source>
        <translation>Regionsausfall</translation>
    </message>
    <message>
        <source>Replication paused</source>
        <translation>Replikation pausiert</translation>
    </message>
    <message>
        <source>Link cut</source>
        <translation>Verbindung getrennt</translation>
    </message>
    <message>
        <source>Latency added</source>
        <translation>Latenz erhöht</translation>
    </message>
    <message>
        <source>Region destroyed</source>
        <translation>Region zerstört</translation>
    </message>
    <message>
        <source>Clock skewed</source>
        <translation>Uhr verstellt</translation>
    </message>
    <message>
        <source>Clock drifting</source>
        <translation>Uhr driftet</translation>
    </message>
    <message>
        <source>Store failing</source>
        <translation>Datenspeicher gestört</translation>
    </message>
    <message>
        <source>Disk full</source>
        <translation>Platte voll</translation>
    </message>
    <message>
        <source>Disk stalled</source>
        <translation>Platte hängt</translation>
    </message>
    <message>
        <source>Disk rotten</source>
        <translation>Plattendaten verfälscht</translation>
    </message>
    <message>
        <source>Disk losing flushes</source>
        <translation>Platte verliert Flushs</translation>
    </message>
    <message>
        <source>Change stream poisoned</source>
        <translation>Änderungsstrom vergiftet</translation>
    </message>
    <message>
        <source>Gray failure</source>
        <translation>Grauer Ausfall</translation>
    </message>
    <message>
        <source>Health path failing</source>
        <translation>Health-Pfad gestört</translation>
    </message>
    <message>
        <source>Checkers cut off</source>
        <translation>Prüfer abgeschnitten</translation>
    </message>
    <message>
        <source>DNS edges cut off</source>
        <translation>DNS-Edges abgeschnitten</translation>
    </message>
    <message>
        <source>Plan enactor stalled</source>
        <translation>Plan-Enactor steht</translation>
    </message>
    <message>
        <source>Traffic surge</source>
        <translation>Lastspitze</translation>
    </message>
    <message>
        <source>Object copying paused</source>
        <translation>Objektkopie pausiert</translation>
    </message>
    <message>
        <source>Nothing in the region answers; its durable store survives.</source>
        <translation>In der Region antwortet nichts; ihr dauerhafter Datenspeicher übersteht es.</translation>
    </message>
    <message>
        <source>The region&apos;s gateway answers 403 to every request.</source>
        <translation>Das Gateway der Region antwortet auf jede Anfrage mit 403.</translation>
    </message>
    <message>
        <source>The region neither ships nor pulls changes; reads and writes go on.</source>
        <translation>Die Region sendet und holt keine Änderungen; Lesen und Schreiben gehen weiter.</translation>
    </message>
    <message>
        <source>Messages between two regions are dropped.</source>
        <translation>Nachrichten zwischen zwei Regionen gehen verloren.</translation>
    </message>
    <message>
        <source>Messages of the region or link arrive later.</source>
        <translation>Nachrichten der Region oder Verbindung kommen später an.</translation>
    </message>
    <message>
        <source>Nothing answers and the store is lost; afterwards the region copies a survivor.</source>
        <translation>Nichts antwortet, und der Datenspeicher ist verloren; danach kopiert die Region von einer überlebenden.</translation>
    </message>
    <message>
        <source>The region&apos;s clock is off by a fixed amount; stamps decide who wins a conflict.</source>
        <translation>Die Uhr der Region geht um einen festen Betrag falsch; Zeitstempel entscheiden, wer einen Konflikt gewinnt.</translation>
    </message>
    <message>
        <source>The region&apos;s clock gains or loses time, second by second.</source>
        <translation>Die Uhr der Region geht Sekunde um Sekunde vor oder nach.</translation>
    </message>
    <message>
        <source>Whatever needs the store ends in an error; nothing is written.</source>
        <translation>Was den Datenspeicher braucht, endet mit einem Fehler; nichts wird geschrieben.</translation>
    </message>
    <message>
        <source>The disk takes nothing more: writes end in an error, reads go on.</source>
        <translation>Die Platte nimmt nichts mehr auf: Schreiben endet mit einem Fehler, Lesen geht weiter.</translation>
    </message>
    <message>
        <source>Each flush of the disk takes longer; queues grow, and then requests are refused.</source>
        <translation>Jeder Flush der Platte dauert länger; Warteschlangen wachsen, dann werden Anfragen abgewiesen.</translation>
    </message>
    <message>
        <source>The disk returns damaged data: the region finds out and builds a new copy.</source>
        <translation>Die Platte liefert beschädigte Daten: Die Region bemerkt es und baut eine neue Kopie auf.</translation>
    </message>
    <message>
        <source>The disk reports flushes that it does not do; an outage meanwhile loses them.</source>
        <translation>Die Platte meldet Flushs, die sie nicht ausführt; bei einem Ausfall unterdessen gehen sie verloren.</translation>
    </message>
    <message>
        <source>Consumers of changes cannot process some of them, and set those aside.</source>
        <translation>Konsumenten von Änderungen können einige davon nicht verarbeiten und legen sie beiseite.</translation>
    </message>
    <message>
        <source>A share of the customers&apos; requests fails while the health checks see nothing.</source>
        <translation>Ein Teil der Kundenanfragen schlägt fehl, während die Health-Checks nichts bemerken.</translation>
    </message>
    <message>
        <source>The health path fails while the customers&apos; requests are fine.</source>
        <translation>Der Health-Pfad schlägt fehl, während die Kundenanfragen in Ordnung sind.</translation>
    </message>
    <message>
        <source>Some of the health checkers cannot reach the region.</source>
        <translation>Einige der Prüfer können die Region nicht erreichen.</translation>
    </message>
    <message>
        <source>DNS locations near the region do not hear of changes of health.</source>
        <translation>DNS-Standorte nahe der Region erfahren nichts von Änderungen der Gesundheit.</translation>
    </message>
    <message>
        <source>What puts zone plans in force stops in the middle of its work.</source>
        <translation>Was Zonenpläne in Kraft setzt, bleibt mitten in seiner Arbeit stehen.</translation>
    </message>
    <message>
        <source>The customers nearest to the region send more.</source>
        <translation>Die Kunden, die der Region am nächsten sind, senden mehr.</translation>
    </message>
    <message>
        <source>Photos and pages written in the region wait; what it receives still arrives.</source>
        <translation>In der Region geschriebene Fotos und Seiten warten; was sie empfängt, kommt weiter an.</translation>
    </message>
    <message>
        <source>both ways</source>
        <translation>beidseitig</translation>
    </message>
    <message>
        <source>outbound</source>
        <translation>ausgehend</translation>
    </message>
    <message>
        <source>inbound</source>
        <translation>eingehend</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Detect</source>
        <translation>Erkennen</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Entscheiden</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Handeln</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Wiederanlauf</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Bediener</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>Routing</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Gesundheit</translation>
    </message>
    <message>
        <source>Replication</source>
        <translation>Replikation</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>Shoppers</source>
        <translation>Käufer</translation>
    </message>
    <message>
        <source>Requests per second</source>
        <translation>Anfragen pro Sekunde</translation>
    </message>
    <message>
        <source>Errors, % of requests</source>
        <translation>Fehler, % der Anfragen</translation>
    </message>
    <message>
        <source>Latency p50</source>
        <translation>Latenz p50</translation>
    </message>
    <message>
        <source>Latency p95</source>
        <translation>Latenz p95</translation>
    </message>
    <message>
        <source>Latency p99</source>
        <translation>Latenz p99</translation>
    </message>
    <message>
        <source>Replication lag</source>
        <translation>Replikationsrückstand</translation>
    </message>
    <message>
        <source>Answers, %</source>
        <translation>Antworten, %</translation>
    </message>
    <message>
        <source>Orders per second</source>
        <translation>Bestellungen pro Sekunde</translation>
    </message>
    <message>
        <source>2 minutes</source>
        <translation>2 Minuten</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 Minuten</translation>
    </message>
    <message>
        <source>2 hours</source>
        <translation>2 Stunden</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 Stunden</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV-Tabelle</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>Markdown report</source>
        <translation>Markdown-Bericht</translation>
    </message>
    <message>
        <source>HTML report</source>
        <translation>HTML-Bericht</translation>
    </message>
    <message>
        <source>JSON document</source>
        <translation>JSON-Dokument</translation>
    </message>
    <message>
        <source>Chrome trace</source>
        <translation>Chrome-Trace</translation>
    </message>
    <message>
        <source>The input is malformed</source>
        <translation>Die Eingabe ist fehlerhaft aufgebaut</translation>
    </message>
    <message>
        <source>That name is not known</source>
        <translation>Dieser Name ist nicht bekannt</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>It does not answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>The file could not be read or written</source>
        <translation>Die Datei ließ sich nicht lesen oder schreiben</translation>
    </message>
    <message>
        <source>The file is of another version</source>
        <translation>Die Datei hat eine andere Version</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>Die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>a fault and its region: &quot;Region outage, Ireland&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2 – %3</source>
        <extracomment>a fault and the two regions of its link: &quot;Link cut, Ireland – Singapore&quot;</extracomment>
        <translation>%1, %2 – %3</translation>
    </message>
</context>
<context>
    <name>sb::ActiveFaults</name>
    <message>
        <source>Clear all</source>
        <translation>Alle aufheben</translation>
    </message>
    <message>
        <source>Active faults</source>
        <translation>Aktive Störungen</translation>
    </message>
    <message>
        <source>Clear all faults</source>
        <translation>Alle Störungen aufheben</translation>
    </message>
    <message>
        <source>Reverses every active fault and reports whether anything stays behind.</source>
        <translation>Macht jede aktive Störung rückgängig und meldet, ob etwas zurückbleibt.</translation>
    </message>
    <message>
        <source>Active faults: %1</source>
        <extracomment>%1 is a count</extracomment>
        <translation>Aktive Störungen: %1</translation>
    </message>
</context>
<context>
    <name>sb::Alarms</name>
    <message>
        <source>Not known; its health check says so.</source>
        <translation>Nicht bekannt; der Health-Check meldet es.</translation>
    </message>
    <message>
        <source>%1 has failed</source>
        <translation>%1 ist ausgefallen</translation>
    </message>
    <message>
        <source>Customers whose resolvers still hold %1 get errors; what only %1 holds cannot be read.</source>
        <translation>Kunden, deren Resolver noch %1 vorhalten, erhalten Fehler; was nur %1 hat, ist nicht lesbar.</translation>
    </message>
    <message>
        <source>See that the answers move. If they do not, start the failover plan or switch its routing control off.</source>
        <translation>Darauf achten, dass die Antworten sich verlagern. Wenn nicht, den Failover-Plan starten oder den Routing-Schalter der Region ausschalten.</translation>
    </message>
    <message>
        <source>%1 is degraded</source>
        <translation>%1 ist beeinträchtigt</translation>
    </message>
    <message>
        <source>It may fail, or hurt its customers while its check stays green.</source>
        <translation>Sie kann ausfallen oder ihren Kunden schaden, während ihr Check grün bleibt.</translation>
    </message>
    <message>
        <source>Look at its services and checks; shift its traffic away if customers are hurt.</source>
        <translation>Dienste und Checks der Region ansehen; ihren Verkehr verlagern, wenn Kunden betroffen sind.</translation>
    </message>
    <message>
        <source>%1 is ready to be failed back</source>
        <translation>%1 ist bereit zum Zurückschalten</translation>
    </message>
    <message>
        <source>It is sound again and kept out of the answers until an operator decides.</source>
        <translation>Sie ist wieder in Ordnung und bleibt aus den Antworten, bis ein Bediener entscheidet.</translation>
    </message>
    <message>
        <source>Until then the other regions carry its customers, from further away.</source>
        <translation>Bis dahin tragen die anderen Regionen ihre Kunden, aus größerer Entfernung.</translation>
    </message>
    <message>
        <source>Fail it back when the cause of the failure is understood.</source>
        <translation>Zurückschalten, wenn die Ursache des Ausfalls verstanden ist.</translation>
    </message>
    <message>
        <source>%1 wait to be settled, of %2</source>
        <translation>%2: %1 zu klären</translation>
    </message>
    <message>
        <source>%1 was evicted while it held writes that nobody else has.</source>
        <translation>Beim Ausschluss von %1 gab es dort Schreibvorgänge, die sonst niemand hat.</translation>
    </message>
    <message>
        <source>Customers miss what they were told was done: %1.</source>
        <translation>Kunden fehlt, was ihnen als erledigt gemeldet wurde: %1.</translation>
    </message>
    <message>
        <source>Replay the orphan writes, or discard them.</source>
        <translation>Die verwaisten Schreibvorgänge nachspielen oder verwerfen.</translation>
    </message>
    <message>
        <source>%1 will be full in %2</source>
        <translation>%1 ist in %2 voll</translation>
    </message>
    <message>
        <source>%1 is full</source>
        <translation>%1 ist voll</translation>
    </message>
    <message>
        <source>It is asked for %1 of what it can answer.</source>
        <translation>Gefordert werden %1 dessen, was sie beantworten kann.</translation>
    </message>
    <message>
        <source>Requests wait and are then refused; refused ones come again.</source>
        <translation>Anfragen warten und werden dann abgewiesen; abgewiesene kommen wieder.</translation>
    </message>
    <message>
        <source>Turn its dial down, or bring another region back into the answers.</source>
        <translation>Ihren Regler zurückdrehen oder eine andere Region wieder in die Antworten nehmen.</translation>
    </message>
    <message>
        <source>%1 could not carry one more failure</source>
        <translation>%1 könnte keinen weiteren Ausfall tragen</translation>
    </message>
    <message>
        <source>With its most loaded peer gone it would be asked for %1 of what it can answer.</source>
        <translation>Fiele die meistbelastete andere Region weg, wären %1 dessen gefordert, was sie beantworten kann.</translation>
    </message>
    <message>
        <source>A failure of one region would take two.</source>
        <translation>Der Ausfall einer Region würde zwei mitnehmen.</translation>
    </message>
    <message>
        <source>Add capacity, or shed load before a switch.</source>
        <translation>Kapazität hinzufügen oder vor einer Umschaltung Last abwerfen.</translation>
    </message>
    <message>
        <source>The network between them is cut.</source>
        <translation>Das Netz zwischen ihnen ist getrennt.</translation>
    </message>
    <message>
        <source>Replication is switched off.</source>
        <translation>Die Replikation ist abgeschaltet.</translation>
    </message>
    <message>
        <source>More is written than arrives, or messages take longer.</source>
        <translation>Es wird mehr geschrieben als ankommt, oder Nachrichten brauchen länger.</translation>
    </message>
    <message>
        <source>%1 is %2 behind %3</source>
        <translation>%1 liegt %2 hinter %3</translation>
    </message>
    <message>
        <source>If %1 is lost now, %2 of acknowledged changes have no other copy in %3.</source>
        <translation>Geht %1 jetzt verloren, haben bestätigte Änderungen im Wert von %2 keine weitere Kopie in %3.</translation>
    </message>
    <message>
        <source>Mend the link. Before moving users away from %1, wait until %2 has caught up.</source>
        <translation>Die Verbindung instand setzen. Nutzer erst von %1 verlagern, wenn %2 aufgeholt hat.</translation>
    </message>
    <message>
        <source>Plan “%1”: step %2 has failed</source>
        <translation>Plan „%1“: Schritt %2 ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Plan “%1” waits for approval of %2</source>
        <translation>Plan „%1“ wartet auf Freigabe von %2</translation>
    </message>
    <message>
        <source>The plan stands still, and with it the recovery.</source>
        <translation>Der Plan steht, und mit ihm der Wiederanlauf.</translation>
    </message>
    <message>
        <source>Retry the step, skip it, or cancel the plan.</source>
        <translation>Den Schritt wiederholen oder überspringen oder den Plan abbrechen.</translation>
    </message>
    <message>
        <source>Approve or decline it on the page Routing.</source>
        <translation>Auf der Seite Routing freigeben oder ablehnen.</translation>
    </message>
    <message>
        <source>%1 of %2 control endpoints answer</source>
        <extracomment>of routing controls</extracomment>
        <translation>%1 von %2 Endpunkten der Routing-Schalter antworten</translation>
    </message>
    <message>
        <source>Their regions are out, or the network to them is.</source>
        <translation>Die Regionen dieser Endpunkte oder das Netz zu ihnen sind ausgefallen.</translation>
    </message>
    <message>
        <source>With fewer than three no routing control can be changed.</source>
        <translation>Mit weniger als dreien lässt sich kein Routing-Schalter mehr ändern.</translation>
    </message>
    <message>
        <source>Make urgent changes of routing controls now; for later ones, plan how to do without them.</source>
        <translation>Dringende Änderungen an Routing-Schaltern jetzt vornehmen; für spätere planen, wie es ohne sie geht.</translation>
    </message>
    <message>
        <source>Safety rule “%1” does not hold</source>
        <translation>Sicherheitsregel „%1“ ist nicht erfüllt</translation>
    </message>
    <message>
        <source>What the rule was to prevent is so; further changes may be refused.</source>
        <translation>Was die Regel verhindern sollte, ist eingetreten; weitere Änderungen werden womöglich abgewiesen.</translation>
    </message>
    <message>
        <source>Bring the controls back into a state that the rule allows.</source>
        <translation>Die Schalter wieder in einen Zustand bringen, den die Regel erlaubt.</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>The run has stopped</source>
        <translation>Der Lauf ist stehen geblieben</translation>
    </message>
    <message>
        <source>Nothing goes on; what is shown is the last that was known.</source>
        <translation>Nichts geht weiter; gezeigt wird der letzte bekannte Stand.</translation>
    </message>
    <message>
        <source>Save the record and start a new run.</source>
        <translation>Das Protokoll sichern und einen neuen Lauf starten.</translation>
    </message>
    <message>
        <source>%1 of all requests fail</source>
        <translation>%1 aller Anfragen schlagen fehl</translation>
    </message>
    <message>
        <source>Customers reach a region that cannot answer them.</source>
        <translation>Kunden erreichen eine Region, die ihnen nicht antworten kann.</translation>
    </message>
    <message>
        <source>The objective of %1 is missed; the recovery time runs.</source>
        <translation>Das Ziel von %1 ist verfehlt; die Wiederanlaufzeit läuft.</translation>
    </message>
    <message>
        <source>Find the region whose customers fail, and move them away from it.</source>
        <translation>Die Region finden, deren Kunden Fehler erhalten, und die Kunden von dort verlagern.</translation>
    </message>
</context>
<context>
    <name>sb::AlarmsPage</name>
    <message>
        <source>Alarms</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Which alarms are listed</source>
        <translation>Welche Alarme aufgeführt sind</translation>
    </message>
    <message>
        <source>Acknowledge all</source>
        <translation>Alle quittieren</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Time to act</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Consequence</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Maßnahme</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Quittieren</translation>
    </message>
    <message>
        <source>Show the region</source>
        <translation>Region zeigen</translation>
    </message>
    <message>
        <source>Shelved for</source>
        <translation>Zurückstellen für</translation>
    </message>
    <message>
        <source>Reason for shelving, needed</source>
        <translation>Grund für das Zurückstellen, Pflicht</translation>
    </message>
    <message>
        <source>Reason for shelving</source>
        <translation>Grund für das Zurückstellen</translation>
    </message>
    <message>
        <source>Audit of the alarms of this run</source>
        <translation>Audit der Alarme dieses Laufs</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>Erfüllt</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <source>Limits of ISA-18.2 and EEMUA 191; times are virtual.</source>
        <translation>Grenzwerte nach ISA-18.2 und EEMUA 191; Zeiten sind virtuell.</translation>
    </message>
    <message>
        <source>Shelved for another %1</source>
        <translation>Noch %1 zurückgestellt</translation>
    </message>
    <message>
        <source>Chattering</source>
        <translation>Flattert</translation>
    </message>
    <message>
        <source>Over, not acknowledged</source>
        <translation>Gegangen, nicht quittiert</translation>
    </message>
    <message>
        <source>Suppressed</source>
        <translation>Unterdrückt</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Quittiert</translation>
    </message>
    <message>
        <source>New, came first</source>
        <translation>Neu, Erstmeldung</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>late by %1</source>
        <translation>%1 überfällig</translation>
    </message>
    <message>
        <source>Active (%1)</source>
        <translation>Aktiv (%1)</translation>
    </message>
    <message>
        <source>Shelved (%1)</source>
        <translation>Zurückgestellt (%1)</translation>
    </message>
    <message>
        <source>Suppressed (%1)</source>
        <translation>Unterdrückt (%1)</translation>
    </message>
    <message>
        <source>Nothing asks for an action.</source>
        <translation>Nichts verlangt eine Maßnahme.</translation>
    </message>
    <message>
        <source>Nothing is put aside. Shelving hides an alarm for a while, with a reason.</source>
        <translation>Nichts ist zurückgestellt. Zurückstellen blendet einen Alarm mit Angabe des Grundes für eine Weile aus.</translation>
    </message>
    <message>
        <source>No alarm is explained by another one.</source>
        <translation>Kein Alarm erklärt sich durch einen anderen.</translation>
    </message>
    <message>
        <source>Flood: 10 or more in ten minutes</source>
        <translation>Alarmflut: 10 oder mehr in zehn Minuten</translation>
    </message>
    <message>
        <source>%1 not acknowledged</source>
        <translation>%1 nicht quittiert</translation>
    </message>
    <message>
        <source>No alarm is chosen</source>
        <translation>Kein Alarm gewählt</translation>
    </message>
    <message>
        <source>Shelve</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>%1 · %2 priority</source>
        <translation>%1 · Priorität %2</translation>
    </message>
    <message>
        <source>Unshelve</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>%1 (shelved: %2)</source>
        <translation>%1 (zurückgestellt: %2)</translation>
    </message>
    <message>
        <source>too few to judge</source>
        <translation>zu wenige für ein Urteil</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>within limits</source>
        <translation>Grenzwerte eingehalten</translation>
    </message>
    <message>
        <source>limits missed</source>
        <translation>Grenzwerte verfehlt</translation>
    </message>
    <message>
        <source>Alarm acknowledged: %1</source>
        <translation>Alarm quittiert: %1</translation>
    </message>
    <message>
        <source>Alarms acknowledged: %1</source>
        <translation>Alarme quittiert: %1</translation>
    </message>
    <message>
        <source>Alarm taken off the shelf: %1</source>
        <translation>Alarm zurückgeholt: %1</translation>
    </message>
    <message>
        <source>Alarm shelved for %1: %2 (%3)</source>
        <translation>Alarm für %1 zurückgestellt: %2 (%3)</translation>
    </message>
</context>
<context>
    <name>sb::Audit</name>
    <message>
        <source>Alarms per 10 min, average</source>
        <translation>Alarme je 10 min, Mittel</translation>
    </message>
    <message>
        <source>at most 2</source>
        <translation>höchstens 2</translation>
    </message>
    <message>
        <source>Alarms per 10 min, most</source>
        <translation>Alarme je 10 min, Maximum</translation>
    </message>
    <message>
        <source>fewer than 10</source>
        <translation>weniger als 10</translation>
    </message>
    <message>
        <source>Time in a flood</source>
        <translation>Zeit in Alarmflut</translation>
    </message>
    <message>
        <source>less than 1 %</source>
        <translation>weniger als 1 %</translation>
    </message>
    <message>
        <source>Chattering alarms</source>
        <translation>Flatternde Alarme</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Standing for over a day</source>
        <translation>Über einen Tag anstehend</translation>
    </message>
    <message>
        <source>High priority</source>
        <translation>Hohe Priorität</translation>
    </message>
    <message>
        <source>at most 20 %</source>
        <translation>höchstens 20 %</translation>
    </message>
    <message>
        <source>Time to acknowledge</source>
        <translation>Zeit bis zum Quittieren</translation>
    </message>
    <message>
        <source>none was</source>
        <translation>noch keiner</translation>
    </message>
    <message>
        <source>Active at once, most</source>
        <translation>Gleichzeitig aktiv, Maximum</translation>
    </message>
    <message>
        <source>Unacknowledged, most</source>
        <translation>Unquittiert, Maximum</translation>
    </message>
</context>
<context>
    <name>sb::BestSellerCard</name>
    <message>
        <source>Best sellers by region</source>
        <translation>Bestseller nach Region</translation>
    </message>
    <message>
        <source>Best sellers, ranks by regions</source>
        <translation>Bestseller, Ränge je Region</translation>
    </message>
    <message>
        <source>No region shows best sellers yet: they come with the first orders.</source>
        <translation>Noch zeigt keine Region Bestseller: Sie kommen mit den ersten Bestellungen.</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Einigkeit</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>weicht ab</translation>
    </message>
    <message numerus="yes">
        <source>%n rank(s) differ</source>
        <translation>
            <numerusform>%n Rang weicht ab</numerusform>
            <numerusform>%n Ränge weichen ab</numerusform>
        </translation>
    </message>
    <message>
        <source>all regions agree</source>
        <translation>alle Regionen einig</translation>
    </message>
</context>
<context>
    <name>sb::ChartAdapter</name>
    <message>
        <source>Requests per second, by region</source>
        <translation>Anfragen pro Sekunde, nach Region</translation>
    </message>
    <message>
        <source>Latency, ms (p50 p95 p99)</source>
        <translation>Latenz, ms (p50 p95 p99)</translation>
    </message>
    <message>
        <source>Errors, % of requests</source>
        <translation>Fehler, % der Anfragen</translation>
    </message>
    <message>
        <source>Replication lag, s (log)</source>
        <translation>Replikationsrückstand, s (log)</translation>
    </message>
    <message>
        <source>DNS answers, % by region</source>
        <translation>DNS-Antworten, % nach Region</translation>
    </message>
    <message>
        <source>Requests/s by region</source>
        <translation>Anfragen/s nach Region</translation>
    </message>
    <message>
        <source>Latency, ms</source>
        <translation>Latenz, ms</translation>
    </message>
    <message>
        <source>Errors, %</source>
        <translation>Fehler, %</translation>
    </message>
    <message>
        <source>Lag, s (log)</source>
        <translation>Rückstand, s (log)</translation>
    </message>
    <message>
        <source>DNS answers, %</source>
        <translation>DNS-Antworten, %</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Latest value of a chart line: %1 name, %2 value with unit</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation>noch keine Daten</translation>
    </message>
    <message>
        <source>Copy as image</source>
        <translation>Als Bild kopieren</translation>
    </message>
    <message>
        <source>Copy as data (CSV)</source>
        <translation>Als Daten kopieren (CSV)</translation>
    </message>
</context>
<context>
    <name>sb::ChartData</name>
    <message>
        <source>%1th percentile</source>
        <extracomment>Name of a latency series, for example &quot;95th percentile&quot;</extracomment>
        <translation>%1. Perzentil</translation>
    </message>
    <message>
        <source>all regions</source>
        <translation>alle Regionen</translation>
    </message>
</context>
<context>
    <name>sb::ChartPlot</name>
    <message>
        <source>%1 s</source>
        <extracomment>Axis label: %1 is a negative number of seconds</extracomment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>Axis label: %1 is a negative number of minutes</extracomment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <extracomment>Axis label: %1 is a negative number of hours</extracomment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <extracomment>Crosshair readout: %1 short name of the line, %2 its value</extracomment>
        <translation>%1  %2</translation>
    </message>
</context>
<context>
    <name>sb::ChartsPanel</name>
    <message>
        <source>2 min</source>
        <translation>2 min</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15 min</translation>
    </message>
    <message>
        <source>2 h</source>
        <translation>2 h</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>Show the last %1</source>
        <extracomment>Tool tip and accessible name of a button: %1 is &quot;15 minutes&quot;</extracomment>
        <translation>Letzte %1 zeigen</translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation>noch keine Daten</translation>
    </message>
    <message numerus="yes">
        <source>no data for %n s</source>
        <translation>
            <numerusform>keine Daten seit %n s</numerusform>
            <numerusform>keine Daten seit %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::ChecksCard</name>
    <message>
        <source>region outage</source>
        <translation>Regionsausfall</translation>
    </message>
    <message>
        <source>gray failure: 30 % of its requests end in 500</source>
        <translation>grauer Ausfall: 30 % ihrer Anfragen enden mit 500</translation>
    </message>
    <message>
        <source>intermittent loss: fails for seconds, again and again</source>
        <translation>sporadischer Ausfall: fällt immer wieder für Sekunden aus</translation>
    </message>
    <message>
        <source>health path broken, requests sound</source>
        <translation>Health-Pfad defekt, Anfragen in Ordnung</translation>
    </message>
    <message>
        <source>85 % of the checkers cut off, customers well</source>
        <translation>85 % der Prüfer abgeschnitten, Kunden nicht betroffen</translation>
    </message>
    <message>
        <source>capacity drain</source>
        <translation>Kapazitätsschwund</translation>
    </message>
    <message>
        <source>%1, %2 × %3, %4</source>
        <extracomment>design of a health check, interval, threshold, then how deep the health path asks</extracomment>
        <translation>%1, %2 × %3, %4</translation>
    </message>
    <message>
        <source>deep</source>
        <translation>tief</translation>
    </message>
    <message>
        <source>shallow</source>
        <translation>flach</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Which way of checking health works best?</source>
        <translation>Welcher Health-Check bewährt sich am besten?</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>C&amp;opy as CSV</source>
        <translation>Als CSV k&amp;opieren</translation>
    </message>
    <message>
        <source>Runs one incident in Ireland under ten settings of the check, with the same seeds, in worlds of two regions and nine virtual minutes each. The run itself goes on untouched.</source>
        <translation>Spielt einen Vorfall in Irland unter zehn Einstellungen des Checks durch, mit denselben Seeds, in Welten mit zwei Regionen über je neun virtuelle Minuten. Der Lauf selbst geht unberührt weiter.</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source> seeds each</source>
        <translation> Seeds jeweils</translation>
    </message>
    <message>
        <source>Seeds for each setting</source>
        <translation>Seeds je Einstellung</translation>
    </message>
    <message>
        <source>Comparison of health checks</source>
        <translation>Vergleich der Health-Checks</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>after p50</source>
        <translation>nach p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>False red</source>
        <translation>Falsch rot</translation>
    </message>
    <message>
        <source>Failed a run</source>
        <translation>Fehler je Lauf</translation>
    </message>
    <message>
        <source>Failed share</source>
        <translation>Fehleranteil</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>Wechsel</translation>
    </message>
    <message>
        <source>Moved p50</source>
        <translation>Wechsel p50</translation>
    </message>
    <message>
        <source>Runs in which the region&apos;s check turned red</source>
        <translation>Läufe, in denen der Check der Region rot wurde</translation>
    </message>
    <message>
        <source>From the start of the incident, median of the runs that turned red</source>
        <translation>Ab Beginn des Vorfalls, Median der Läufe mit rotem Check</translation>
    </message>
    <message>
        <source>From the start of the incident, 95th percentile</source>
        <translation>Ab Beginn des Vorfalls, 95. Perzentil</translation>
    </message>
    <message>
        <source>Red checks of regions whose customers were well, all runs</source>
        <translation>Rote Checks von Regionen, deren Kunden gut bedient wurden, alle Läufe</translation>
    </message>
    <message>
        <source>Failed requests of customers, average of a run</source>
        <translation>Fehlgeschlagene Kundenanfragen, Mittel je Lauf</translation>
    </message>
    <message>
        <source>Share of all requests of customers that failed</source>
        <translation>Anteil der fehlgeschlagenen an allen Kundenanfragen</translation>
    </message>
    <message>
        <source>Times that answers began to leave the region, all runs</source>
        <translation>Wie oft Antworten begannen, die Region zu verlassen, alle Läufe</translation>
    </message>
    <message>
        <source>Until the first answer left the region, median</source>
        <translation>Bis die erste Antwort die Region verließ, Median</translation>
    </message>
    <message>
        <source>Until the first answer left the region, 95th percentile</source>
        <translation>Bis die erste Antwort die Region verließ, 95. Perzentil</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Compared under %1. Customers are hurt: a red check is right.</source>
        <translation>Verglichen unter: %1. Kunden sind betroffen: Ein roter Check ist richtig.</translation>
    </message>
    <message>
        <source>Compared under %1. Customers are well: a red check is a false alarm.</source>
        <translation>Verglichen unter: %1. Kunden sind nicht betroffen: Ein roter Check ist ein Fehlalarm.</translation>
    </message>
    <message>
        <source>✓ Fewest requests failed under: %1</source>
        <translation>✓ Am wenigsten Anfragen schlugen fehl mit: %1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>sb::ClockView</name>
    <message>
        <source>Time inside the simulation</source>
        <translation>Zeit innerhalb der Simulation</translation>
    </message>
    <message>
        <source>virtual time · seed %1</source>
        <translation>virtuelle Zeit · Seed %1</translation>
    </message>
    <message>
        <source>re-simulating, %1</source>
        <translation>simuliert nach, %1</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>paused · seed %1</source>
        <translation>pausiert · Seed %1</translation>
    </message>
    <message>
        <source>Virtual time %1, %2</source>
        <translation>Virtuelle Zeit %1, %2</translation>
    </message>
    <message>
        <source>Tue 00:00:00 UTC</source>
        <translation>Di 00:00:00 UTC</translation>
    </message>
</context>
<context>
    <name>sb::CoachMark</name>
    <message>
        <source>Got it</source>
        <translation>Verstanden</translation>
    </message>
</context>
<context>
    <name>sb::CommandButton</name>
    <message>
        <source>Press again to confirm, Esc to leave it</source>
        <translation>Zum Bestätigen erneut drücken, Esc bricht ab</translation>
    </message>
</context>
<context>
    <name>sb::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Type what to do: a page, a region, a fault, a plan…</source>
        <translation>Eingeben, was zu tun ist: Seite, Region, Störung, Plan …</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Nothing fits. Try fewer letters.</source>
        <translation>Nichts passt. Weniger Buchstaben versuchen.</translation>
    </message>
    <message>
        <source>Enter does it, the arrows choose, Esc leaves</source>
        <translation>Enter führt aus, Pfeiltasten wählen, Esc schließt</translation>
    </message>
    <message>
        <source>Not possible now: %1</source>
        <translation>Jetzt nicht möglich: %1</translation>
    </message>
    <message>
        <source>Press Enter again to do it, Esc to leave it</source>
        <translation>Enter erneut drücken, um es auszuführen; Esc bricht ab</translation>
    </message>
</context>
<context>
    <name>sb::ComparedRun</name>
    <message>
        <source>Tracks of the compared run</source>
        <translation>Spuren des Vergleichslaufs</translation>
    </message>
    <message>
        <source>Aligned at the start</source>
        <translation>Am Start ausgerichtet</translation>
    </message>
    <message>
        <source>Aligned at the first fault</source>
        <translation>An der ersten Störung ausgerichtet</translation>
    </message>
    <message>
        <source>How the runs are aligned</source>
        <translation>Wie die Läufe ausgerichtet sind</translation>
    </message>
    <message>
        <source>Close comparison</source>
        <translation>Vergleich schließen</translation>
    </message>
    <message>
        <source>%1: %2, seed %3</source>
        <extracomment>the compared run: its file, its name, its seed</extracomment>
        <translation>%1: %2, Seed %3</translation>
    </message>
</context>
<context>
    <name>sb::ConditionsBanner</name>
    <message>
        <source>Abnormal conditions</source>
        <translation>Abweichungen vom Normalbetrieb</translation>
    </message>
</context>
<context>
    <name>sb::ConflictCard</name>
    <message>
        <source>Conflicts of the run</source>
        <translation>Konflikte des Laufs</translation>
    </message>
    <message>
        <source>Conflicts of the run, newest first</source>
        <translation>Konflikte des Laufs, neueste zuerst</translation>
    </message>
    <message>
        <source>Filter by any word</source>
        <translation>Nach beliebigen Wörtern filtern</translation>
    </message>
    <message>
        <source>Filter conflicts</source>
        <translation>Konflikte filtern</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>Gewinner</translation>
    </message>
    <message>
        <source>Loser</source>
        <translation>Verlierer</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 shown, %2 earlier ones dropped</source>
        <translation>%1 gezeigt, %2 frühere verworfen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>No conflict so far. Provoke one in the card beside, or cut a link and wait.</source>
        <translation>Bisher kein Konflikt. Einen im Feld nebenan provozieren oder eine Verbindung trennen und warten.</translation>
    </message>
    <message>
        <source>No conflict contains these words. Clear the filter to see all %1.</source>
        <translation>Kein Konflikt enthält diese Wörter. Filter leeren, um alle %1 zu sehen.</translation>
    </message>
</context>
<context>
    <name>sb::ControlsCard</name>
    <message>
        <source>Routing controls</source>
        <translation>Routing-Schalter</translation>
    </message>
    <message>
        <source>This run has no routing controls.</source>
        <translation>Dieser Lauf hat keine Routing-Schalter.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Override rules</source>
        <translation>Regeln übergehen</translation>
    </message>
    <message>
        <source>Rules named here shall not refuse the change; it needs a reason</source>
        <translation>Die hier genannten Regeln halten die Änderung nicht auf; ein Grund ist nötig</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>%1 now; staged</source>
        <translation>jetzt %1; vorgemerkt</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 seit %2</translation>
    </message>
    <message>
        <source>%1 is broken: %2</source>
        <translation>%1 ist verletzt: %2</translation>
    </message>
    <message>
        <source>%1 of %2 endpoints in reach</source>
        <translation>%1 von %2 Endpunkten erreichbar</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Routing control %1</source>
        <translation>Routing-Schalter %1</translation>
    </message>
    <message>
        <source>%1 on</source>
        <translation>%1 ein</translation>
    </message>
    <message>
        <source>%1 off</source>
        <translation>%1 aus</translation>
    </message>
    <message>
        <source>Reason, for the record</source>
        <translation>Grund, für das Protokoll</translation>
    </message>
    <message>
        <source>Reason for overriding, needed</source>
        <translation>Grund für das Übergehen, Pflicht</translation>
    </message>
    <message numerus="yes">
        <source>Overrides %n rule(s)</source>
        <translation>
            <numerusform>Übergeht %n Regel</numerusform>
            <numerusform>Übergeht %n Regeln</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n change(s)</source>
        <translation>
            <numerusform>%n Änderung anwenden</numerusform>
            <numerusform>%n Änderungen anwenden</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Confirm: %1</source>
        <translation>Bestätigen: %1</translation>
    </message>
    <message>
        <source>Confirm against the rules: %1</source>
        <translation>Gegen die Regeln bestätigen: %1</translation>
    </message>
</context>
<context>
    <name>sb::CopiesView</name>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>weicht ab</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>a version: the region that wrote it and its number there</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>Copies of the key, a column for each region</source>
        <translation>Kopien des Schlüssels, eine Spalte je Region</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
</context>
<context>
    <name>sb::DataPage</name>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Copies of the key, a row for each region</source>
        <translation>Kopien des Schlüssels, eine Zeile je Region</translation>
    </message>
    <message>
        <source>Conflicts of this key, newest first</source>
        <translation>Konflikte dieses Schlüssels, neueste zuerst</translation>
    </message>
    <message>
        <source>A key, such as book 1342</source>
        <translation>Ein Schlüssel, etwa book 1342</translation>
    </message>
    <message>
        <source>Key to look at</source>
        <translation>Zu zeigender Schlüssel</translation>
    </message>
    <message>
        <source>Look at %1</source>
        <translation>%1 ansehen</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopie</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Found in</source>
        <translation>Gefunden in</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>Gewinner</translation>
    </message>
    <message>
        <source>Loser</source>
        <translation>Verlierer</translation>
    </message>
    <message>
        <source>The loser was</source>
        <translation>Verlierer war</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Asking the stores …</source>
        <translation>Die Datenspeicher werden gefragt …</translation>
    </message>
    <message>
        <source>Type a key, or press one of the examples: every region&apos;s copy is then shown here, and how they differ.</source>
        <translation>Einen Schlüssel eingeben oder eines der Beispiele drücken: Hier erscheint dann die Kopie jeder Region, und worin sie sich unterscheiden.</translation>
    </message>
    <message>
        <source>All readable copies agree. %1</source>
        <translation>Alle lesbaren Kopien stimmen überein. %1</translation>
    </message>
    <message>
        <source>The copies differ. %1</source>
        <translation>Die Kopien weichen voneinander ab. %1</translation>
    </message>
    <message>
        <source>Rule: %1</source>
        <translation>Regel: %1</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>not acknowledged</source>
        <translation>nicht bestätigt</translation>
    </message>
    <message>
        <source>No version of this key has lost to another.</source>
        <translation>Keine Version dieses Schlüssels ist einer anderen unterlegen.</translation>
    </message>
</context>
<context>
    <name>sb::DecisionExplorer</name>
    <message>
        <source>&amp;Ask</source>
        <translation>F&amp;ragen</translation>
    </message>
    <message>
        <source>End trial</source>
        <translation>Versuch beenden</translation>
    </message>
    <message>
        <source>Routing decisions</source>
        <translation>Routing-Entscheidungen</translation>
    </message>
    <message>
        <source>Why this answer</source>
        <translation>Warum diese Antwort</translation>
    </message>
    <message>
        <source>Decisions, newest first</source>
        <translation>Entscheidungen, neueste zuerst</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Stadt</translation>
    </message>
    <message>
        <source>Only cities whose name has</source>
        <translation>Nur Städte, deren Name enthält</translation>
    </message>
    <message>
        <source>Only answers that name</source>
        <translation>Nur Antworten, die nennen</translation>
    </message>
    <message>
        <source>Only decisions by</source>
        <translation>Nur Entscheidungen wegen</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>City that asks</source>
        <translation>Fragende Stadt</translation>
    </message>
    <message>
        <source>Resolver</source>
        <translation>Resolver</translation>
    </message>
    <message>
        <source>resolver that honours the TTL</source>
        <translation>Resolver, der die TTL beachtet</translation>
    </message>
    <message>
        <source>resolver that ignores the TTL</source>
        <translation>Resolver, der die TTL ignoriert</translation>
    </message>
    <message>
        <source>Name asked for</source>
        <translation>Erfragter Name</translation>
    </message>
    <message>
        <source>Name; empty: the one that customers ask for</source>
        <translation>Name; leer: der, nach dem Kunden fragen</translation>
    </message>
    <message>
        <source>Select a decision, or try one.</source>
        <translation>Eine Entscheidung wählen oder eine ausprobieren.</translation>
    </message>
    <message>
        <source>any region</source>
        <translation>jede Region</translation>
    </message>
    <message>
        <source>any reason</source>
        <translation>jeder Grund</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 of the latest %2</source>
        <translation>%1 der letzten %2</translation>
    </message>
    <message>
        <source>%1; %2 more came faster than they can be shown</source>
        <translation>%1; %2 weitere kamen schneller, als sie sich zeigen lassen</translation>
    </message>
    <message>
        <source>&amp;Hold</source>
        <translation>A&amp;nhalten</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>&amp;Mitlaufen</translation>
    </message>
    <message>
        <source>&amp;Follow (%1 new)</source>
        <translation>&amp;Mitlaufen (%1 neu)</translation>
    </message>
    <message>
        <source>Shows what has come and follows again</source>
        <translation>Zeigt, was eingetroffen ist, und läuft wieder mit</translation>
    </message>
    <message>
        <source>Holds the list still; what comes is shown later</source>
        <translation>Hält die Liste an; was kommt, wird später gezeigt</translation>
    </message>
    <message>
        <source>Choose the city that asks</source>
        <translation>Die fragende Stadt wählen</translation>
    </message>
    <message>
        <source>No city of the run is called &apos;%1&apos;; choose one of the list</source>
        <translation>Keine Stadt des Laufs heißt „%1“; eine aus der Liste wählen</translation>
    </message>
    <message>
        <source>Asked anew with each tick; nothing of the run changes</source>
        <translation>Mit jedem Takt neu gefragt; am Lauf ändert sich nichts</translation>
    </message>
    <message>
        <source>Asks the zone as it is now; nothing of the run changes</source>
        <translation>Fragt die Zone in ihrem jetzigen Stand; am Lauf ändert sich nichts</translation>
    </message>
</context>
<context>
    <name>sb::DecisionStream</name>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>How long resolvers may keep the answer</source>
        <translation>Wie lange Resolver die Antwort behalten dürfen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Stadt</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>TTL</source>
        <translation>TTL</translation>
    </message>
</context>
<context>
    <name>sb::Decisions</name>
    <message>
        <source>%1, %2 red</source>
        <extracomment>reason of a decision, then the region that was struck out because its health check is red</extracomment>
        <translation>%1, %2 rot</translation>
    </message>
    <message>
        <source>%1, %2 held out</source>
        <translation>%1, %2 herausgehalten</translation>
    </message>
    <message>
        <source>%1, %2 ramping</source>
        <translation>%1, %2 im Hochlauf</translation>
    </message>
    <message>
        <source>Why no answer for %1?</source>
        <translation>Warum keine Antwort für %1?</translation>
    </message>
    <message>
        <source>Why %1 for %2?</source>
        <translation>Warum %1 für %2?</translation>
    </message>
    <message>
        <source>Rule: %1. The answer is kept for %2.</source>
        <translation>Regel: %1. Die Antwort wird %2 lang gehalten.</translation>
    </message>
    <message>
        <source>With everything healthy: the same.</source>
        <translation>Wäre alles gesund: dasselbe.</translation>
    </message>
    <message>
        <source>With everything healthy: %1.</source>
        <translation>Wäre alles gesund: %1.</translation>
    </message>
    <message>
        <source>With %1 healthy: %1, %2.</source>
        <extracomment>the first and the second name are the same region</extracomment>
        <translation>Wäre %1 gesund: %1, %2.</translation>
    </message>
    <message>
        <source>With everything healthy: %1, %2.</source>
        <translation>Wäre alles gesund: %1, %2.</translation>
    </message>
</context>
<context>
    <name>sb::DecisionsList</name>
    <message>
        <source>Last routing decisions</source>
        <translation>Letzte Routing-Entscheidungen</translation>
    </message>
    <message>
        <source>Why this answer? Alt+Enter</source>
        <translation>Warum diese Antwort? Alt+Enter</translation>
    </message>
    <message>
        <source>Why this answer?</source>
        <translation>Warum diese Antwort?</translation>
    </message>
    <message>
        <source>Shows the candidates and what struck each of them out</source>
        <translation>Zeigt die Kandidaten und woran sie scheiterten</translation>
    </message>
</context>
<context>
    <name>sb::DecisionsModel</name>
    <message>
        <source>%1 to %2, %3</source>
        <translation>%1 nach %2, %3</translation>
    </message>
</context>
<context>
    <name>sb::DrillEditor</name>
    <message>
        <source>Text of the drill</source>
        <translation>Text der Übung</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>&amp;Run this text</source>
        <translation>&amp;Text ausführen</translation>
    </message>
    <message>
        <source>Mistakes in the text</source>
        <translation>Fehler im Text</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <extracomment>number of a line, what is wrong there</extracomment>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>Choose a drill to read its text</source>
        <translation>Eine Übung wählen, um ihren Text zu lesen</translation>
    </message>
    <message>
        <source>Mistakes: %1</source>
        <translation>Fehler: %1</translation>
    </message>
    <message>
        <source>Sound; not saved</source>
        <translation>Fehlerfrei; nicht gespeichert</translation>
    </message>
    <message>
        <source>Sound: %1</source>
        <translation>Fehlerfrei: %1</translation>
    </message>
    <message>
        <source>Save drill as</source>
        <translation>Übung speichern unter</translation>
    </message>
    <message>
        <source>Drills (*.toml)</source>
        <translation>Übungen (*.toml)</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Choose a folder that you may write to and that has room.</source>
        <translation>%1 lässt sich nicht schreiben: %2. Einen Ordner mit Schreibrecht und freiem Platz wählen.</translation>
    </message>
</context>
<context>
    <name>sb::DrillListCard</name>
    <message>
        <source>Drills to choose from</source>
        <translation>Übungen zur Auswahl</translation>
    </message>
    <message>
        <source>Drills</source>
        <translation>Übungen</translation>
    </message>
    <message>
        <source>Ano&amp;ther seed</source>
        <translation>A&amp;nderer Seed</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>Sta&amp;rten</translation>
    </message>
    <message>
        <source>Start &amp;paused</source>
        <translation>&amp;Pausiert starten</translation>
    </message>
    <message>
        <source>Rando&amp;m faults</source>
        <translation>&amp;Zufallsstörungen</translation>
    </message>
    <message>
        <source>&amp;Copy as command line</source>
        <translation>Als Befehlszeile &amp;kopieren</translation>
    </message>
    <message>
        <source>Open &amp;file…</source>
        <translation>Datei &amp;öffnen…</translation>
    </message>
    <message>
        <source>Find a drill</source>
        <translation>Übung suchen</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation>Schwierigkeit</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>The same drill and seed are the same run, here and on the command line.</source>
        <translation>Gleiche Übung und gleicher Seed ergeben denselben Lauf, hier wie auf der Befehlszeile.</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>at %1</source>
        <extracomment>how fast virtual time goes, such as &quot;10×&quot;</extracomment>
        <translation>mit %1</translation>
    </message>
    <message>
        <source>Draws a drill of random faults from a new seed and shows its text</source>
        <translation>Zieht aus einem neuen Seed eine Übung mit Zufallsstörungen und zeigt ihren Text</translation>
    </message>
    <message>
        <source>mistakes</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Reading the drills …</source>
        <translation>Übungen werden gelesen …</translation>
    </message>
    <message>
        <source>No drill has these letters.</source>
        <translation>Keine Übung enthält diese Buchstaben.</translation>
    </message>
    <message>
        <source>%1 · steps: %2 · checks: %3 · own seed %4</source>
        <extracomment>length, how many steps, how many checks, number</extracomment>
        <translation>%1 · Schritte: %2 · Prüfungen: %3 · eigener Seed %4</translation>
    </message>
</context>
<context>
    <name>sb::DrillProgressCard</name>
    <message>
        <source>Steps of the drill</source>
        <translation>Schritte der Übung</translation>
    </message>
    <message>
        <source>Checks of the drill</source>
        <translation>Prüfungen der Übung</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wertung</translation>
    </message>
    <message>
        <source>Show its &amp;event</source>
        <translation>Er&amp;eignis zeigen</translation>
    </message>
    <message>
        <source>Run again with another &amp;seed</source>
        <translation>Erneut &amp;mit anderem Seed</translation>
    </message>
    <message>
        <source>&amp;Audit of the alarms</source>
        <translation>Aud&amp;it der Alarme</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>This run follows no drill. Choose one and start it.</source>
        <translation>Dieser Lauf folgt keiner Übung. Eine wählen und starten.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>The checks of a drill are judged while it runs, and for good at its end.</source>
        <translation>Die Prüfungen einer Übung werden im Verlauf bewertet, endgültig an ihrem Ende.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Against its target</source>
        <translation>Gegenüber dem Ziel</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Checks</translation>
    </message>
    <message>
        <source>This run follows no drill</source>
        <translation>Dieser Lauf folgt keiner Übung</translation>
    </message>
    <message>
        <source>Seed %1</source>
        <translation>Seed %1</translation>
    </message>
    <message>
        <source>Next in %1: %2</source>
        <extracomment>a time such as &quot;1 min 20 s&quot;, then an order in the program&apos;s own words</extracomment>
        <translation>Nächster in %1: %2</translation>
    </message>
    <message>
        <source>All steps are done; judged in %1</source>
        <translation>Alle Schritte sind erledigt; Bewertung in %1</translation>
    </message>
    <message>
        <source>At its end; the last checks are being judged</source>
        <translation>Am Ende; die letzten Prüfungen werden bewertet</translation>
    </message>
    <message>
        <source>Passed: every check holds. The run goes on</source>
        <translation>Bestanden: Jede Prüfung ist erfüllt. Der Lauf geht weiter</translation>
    </message>
    <message>
        <source>Failed: %1 of %2 checks do not hold. The run goes on</source>
        <translation>Nicht bestanden: %1 von %2 Prüfungen sind nicht erfüllt. Der Lauf geht weiter</translation>
    </message>
    <message>
        <source>no target</source>
        <translation>kein Ziel</translation>
    </message>
    <message>
        <source>target: %1</source>
        <translation>Ziel: %1</translation>
    </message>
    <message>
        <source>met: %1</source>
        <translation>erreicht: %1</translation>
    </message>
    <message>
        <source>missed: %1</source>
        <translation>verfehlt: %1</translation>
    </message>
</context>
<context>
    <name>sb::Drills</name>
    <message>
        <source>easy</source>
        <extracomment>of a drill</extracomment>
        <translation>leicht</translation>
    </message>
    <message>
        <source>medium</source>
        <extracomment>of a drill</extracomment>
        <translation>mittel</translation>
    </message>
    <message>
        <source>hard</source>
        <extracomment>of a drill</extracomment>
        <translation>schwer</translation>
    </message>
    <message>
        <source>due</source>
        <extracomment>a step of a drill whose time has not come</extracomment>
        <translation>steht aus</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>passes so far</source>
        <extracomment>a check of a drill, before its end</extracomment>
        <translation>bisher bestanden</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
</context>
<context>
    <name>sb::DrillsPage</name>
    <message>
        <source>Drills</source>
        <translation>Übungen</translation>
    </message>
    <message>
        <source>Views of the drill</source>
        <translation>Ansichten der Übung</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>Dieser Lauf</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre wenn</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>what kind of failure, then the reason</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The drills were not read</source>
        <translation>Die Übungen wurden nicht gelesen</translation>
    </message>
    <message>
        <source>Open drill</source>
        <translation>Übung öffnen</translation>
    </message>
    <message>
        <source>Drills (*.toml)</source>
        <translation>Übungen (*.toml)</translation>
    </message>
    <message>
        <source>Drawn from seed %1. Run it, change it or save it.</source>
        <translation>Aus Seed %1 gezogen. Ausführen, ändern oder speichern.</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
</context>
<context>
    <name>sb::EventModel</name>
    <message>
        <source>%1 – %2</source>
        <extracomment>two regions of a link</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Virtual time</source>
        <translation>Virtuelle Zeit</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>Akteur</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
</context>
<context>
    <name>sb::ExplainPanel</name>
    <message>
        <source>Explanation of the decision</source>
        <translation>Erklärung der Entscheidung</translation>
    </message>
    <message>
        <source>Close explanation</source>
        <translation>Erklärung schließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Kandidat</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Umlaufzeit</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>Gesund</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <translation>%1/%2</translation>
    </message>
</context>
<context>
    <name>sb::ExplanationView</name>
    <message>
        <source>Candidate</source>
        <translation>Kandidat</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Umlaufzeit</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>Gesund</translation>
    </message>
    <message>
        <source>Admitted</source>
        <translation>Zugelassen</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <source>The way through the records</source>
        <translation>Der Weg durch die Einträge</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Checkers that say healthy, of all; more than 18 % must</source>
        <translation>Prüfer, die „gesund“ melden, von allen; nötig sind mehr als 18 %</translation>
    </message>
    <message>
        <source>The share of its natural answers that the region may receive, as of now</source>
        <translation>Anteil ihrer natürlichen Antworten, den die Region derzeit erhalten darf</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>✕ struck out: %1</source>
        <translation>✕ gestrichen: %1</translation>
    </message>
    <message>
        <source>✕ %1</source>
        <translation>✕ %1</translation>
    </message>
    <message>
        <source>%1 cannot be tried</source>
        <translation>%1 lässt sich nicht ausprobieren</translation>
    </message>
    <message>
        <source>%1 would now be answered %2, kept for %3.</source>
        <translation>%1 bekäme jetzt die Antwort %2, %3 lang gehalten.</translation>
    </message>
    <message>
        <source>Its resolver holds nothing.</source>
        <translation>Der Resolver hält nichts vor.</translation>
    </message>
    <message>
        <source>Its resolver holds the same.</source>
        <translation>Der Resolver hält dasselbe vor.</translation>
    </message>
    <message>
        <source>Its resolver still holds %1.</source>
        <translation>Der Resolver hält noch %1 vor.</translation>
    </message>
    <message>
        <source>With everything healthy: the same.</source>
        <translation>Wäre alles gesund: dasselbe.</translation>
    </message>
    <message>
        <source>With everything healthy: %1.</source>
        <translation>Wäre alles gesund: %1.</translation>
    </message>
    <message>
        <source>Tried: %1 for %2</source>
        <translation>Ausprobiert: %1 für %2</translation>
    </message>
</context>
<context>
    <name>sb::FailBackProgress</name>
    <message>
        <source>Fail back progress</source>
        <translation>Fortschritt der Rückschaltung</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 · %2 to arrive</source>
        <translation>%1 · %2 ausstehend</translation>
    </message>
</context>
<context>
    <name>sb::FaultChip</name>
    <message>
        <source>%1 Drag it onto the map, or press it to apply it to the selection.</source>
        <translation>%1 Auf die Karte ziehen oder drücken, um die Störung auf die Auswahl anzuwenden.</translation>
    </message>
</context>
<context>
    <name>sb::FaultConfirm</name>
    <message>
        <source>Leave it</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Nothing is broken (Esc)</source>
        <translation>Nichts wird gestört (Esc)</translation>
    </message>
    <message>
        <source>Confirm: %1</source>
        <extracomment>%1 is a fault with its place: &quot;Region outage, Ireland&quot;</extracomment>
        <translation>Bestätigen: %1</translation>
    </message>
</context>
<context>
    <name>sb::FaultPalette</name>
    <message>
        <source>Faults to drag onto the map</source>
        <translation>Störungen, auf die Karte zu ziehen</translation>
    </message>
    <message>
        <source>Break something</source>
        <translation>Etwas stören</translation>
    </message>
    <message>
        <source>More</source>
        <extracomment>more kinds of faults</extracomment>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More faults</source>
        <translation>Weitere Störungen</translation>
    </message>
    <message>
        <source>Five more faults; all of them are in the menu of a region.</source>
        <translation>Fünf weitere Störungen; alle stehen im Menü einer Region.</translation>
    </message>
    <message>
        <source>&amp;Ends after</source>
        <translation>&amp;Endet nach</translation>
    </message>
    <message>
        <source>Fault ends by itself after</source>
        <translation>Störung endet von selbst nach</translation>
    </message>
</context>
<context>
    <name>sb::FollowCard</name>
    <message>
        <source>Browsers</source>
        <translation>Browser</translation>
    </message>
    <message>
        <source>Browsers, stale resolver</source>
        <translation>Browser, veralteter Resolver</translation>
    </message>
    <message>
        <source>Programs, one lookup</source>
        <translation>Programme, nur ein Lookup</translation>
    </message>
    <message>
        <source>Programs, kept connections</source>
        <translation>Programme, gehaltene Verbindungen</translation>
    </message>
    <message>
        <source>Follow a customer</source>
        <translation>Einen Kunden verfolgen</translation>
    </message>
    <message>
        <source>Calls of the customer, newest first</source>
        <translation>Aufrufe des Kunden, neueste zuerst</translation>
    </message>
    <message>
        <source>Number of a customer, such as 7</source>
        <translation>Nummer eines Kunden, etwa 7</translation>
    </message>
    <message>
        <source>Customer to follow</source>
        <translation>Zu verfolgender Kunde</translation>
    </message>
    <message>
        <source>or somebody in</source>
        <translation>oder jemanden in</translation>
    </message>
    <message>
        <source>City of the customer who is offered</source>
        <translation>Stadt des angebotenen Kunden</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>Follow %1</source>
        <translation>%1 verfolgen</translation>
    </message>
    <message>
        <source>nobody now</source>
        <translation>derzeit niemand</translation>
    </message>
    <message>
        <source>A customer is a number from 1 on, such as 7.</source>
        <translation>Ein Kunde ist eine Nummer ab 1, etwa 7.</translation>
    </message>
    <message>
        <source>Waiting for the customer&apos;s next call …</source>
        <translation>Warten auf den nächsten Aufruf des Kunden …</translation>
    </message>
    <message>
        <source>No call yet. A customer of this number may not be in the shop now.</source>
        <translation>Noch kein Aufruf. Ein Kunde mit dieser Nummer ist vielleicht gerade nicht im Laden.</translation>
    </message>
    <message>
        <source>Type a customer&apos;s number, or follow somebody of a city, then break a region: the calls show where the customer moves.</source>
        <translation>Kundennummer eingeben oder jemanden aus einer Stadt verfolgen, dann eine Region stören: Die Aufrufe zeigen, wohin der Kunde wechselt.</translation>
    </message>
    <message>
        <source>Nobody of the number %1 is in the shop now; the next visit will be followed.</source>
        <translation>Mit der Nummer %1 ist gerade niemand im Laden; der nächste Besuch wird verfolgt.</translation>
    </message>
    <message>
        <source>Customer %1 in %2; the next call leads nowhere</source>
        <translation>Kunde %1 in %2; der nächste Aufruf führt ins Leere</translation>
    </message>
    <message>
        <source>Customer %1 in %2; the next call goes to %3</source>
        <translation>Kunde %1 in %2; der nächste Aufruf geht nach %3</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>nirgends</translation>
    </message>
    <message>
        <source>moved to %1</source>
        <extracomment>the region that a customer&apos;s calls go to from here on</extracomment>
        <translation>Wechsel: %1</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
</context>
<context>
    <name>sb::ForecastCard</name>
    <message>
        <source>What if this were done now?</source>
        <translation>Was wäre, wenn dies jetzt geschähe?</translation>
    </message>
    <message>
        <source>&amp;Forecast</source>
        <translation>Pro&amp;gnose</translation>
    </message>
    <message>
        <source>&amp;Copy as CSV</source>
        <translation>Als &amp;CSV kopieren</translation>
    </message>
    <message>
        <source>Runs many futures of this very moment, with other chance in each, while the run goes on untouched. A cell says the median and from p5 to p95 of the futures; its bar reaches from the least to the most. The latest three forecasts stand side by side.</source>
        <translation>Rechnet von genau diesem Moment aus viele Verläufe, jeden mit anderem Zufall, während der Lauf unberührt weitergeht. Eine Zelle nennt den Median und die Spanne von p5 bis p95 der Verläufe; ihr Balken reicht vom kleinsten bis zum größten Wert. Die letzten drei Prognosen stehen nebeneinander.</translation>
    </message>
    <message>
        <source>nothing is done</source>
        <translation>nichts wird getan</translation>
    </message>
    <message>
        <source>the region fails</source>
        <translation>die Region fällt aus</translation>
    </message>
    <message>
        <source>the region is lost with its store</source>
        <translation>die Region geht samt Datenspeicher verloren</translation>
    </message>
    <message>
        <source>the region is shifted away from</source>
        <translation>der Verkehr der Region wird verlagert</translation>
    </message>
    <message>
        <source>the region is failed back</source>
        <translation>auf die Region wird zurückgeschaltet</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>Was getan wird</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source> futures</source>
        <translation> Verläufe</translation>
    </message>
    <message>
        <source>Number of futures</source>
        <translation>Anzahl der Verläufe</translation>
    </message>
    <message>
        <source> min ahead</source>
        <translation> min voraus</translation>
    </message>
    <message>
        <source>How far ahead, in minutes</source>
        <translation>Wie weit voraus, in Minuten</translation>
    </message>
    <message>
        <source>Forecasts</source>
        <translation>Prognosen</translation>
    </message>
    <message>
        <source>%1 fails</source>
        <translation>%1 fällt aus</translation>
    </message>
    <message>
        <source>%1 is lost</source>
        <translation>%1 geht verloren</translation>
    </message>
    <message>
        <source>Shift away from %1</source>
        <translation>Verkehr von %1 verlagern</translation>
    </message>
    <message>
        <source>%1 is failed back</source>
        <translation>Rückschaltung auf %1</translation>
    </message>
    <message>
        <source>Nothing is done</source>
        <translation>Nichts wird getan</translation>
    </message>
    <message>
        <source>%1
at %2, %3 futures of %4</source>
        <extracomment>what is done, then when, how many futures, how long</extracomment>
        <translation>%1
um %2, %3 Verläufe über %4</translation>
    </message>
</context>
<context>
    <name>sb::ForecastTable</name>
    <message>
        <source>Interruption (RTO)</source>
        <translation>Unterbrechung (RTO)</translation>
    </message>
    <message>
        <source>First alarm after</source>
        <translation>Erster Alarm nach</translation>
    </message>
    <message>
        <source>Writes at risk (RPO)</source>
        <translation>Gefährdete Schreibvorgänge (RPO)</translation>
    </message>
    <message>
        <source>Money at risk</source>
        <translation>Gefährdeter Betrag</translation>
    </message>
    <message>
        <source>Oldest write at risk</source>
        <translation>Ältester gefährdeter Schreibvorgang</translation>
    </message>
    <message>
        <source>Writes lost for good</source>
        <translation>Endgültig verlorene Schreibvorgänge</translation>
    </message>
    <message>
        <source>Failed requests</source>
        <translation>Fehlgeschlagene Anfragen</translation>
    </message>
    <message>
        <source>Refused as too busy</source>
        <translation>Wegen Überlast abgewiesen</translation>
    </message>
    <message>
        <source>Units oversold</source>
        <translation>Überverkaufte Exemplare</translation>
    </message>
    <message>
        <source>Peak load</source>
        <translation>Spitzenlast</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 in allen</translation>
    </message>
    <message>
        <source>%1 (%2 – %3)</source>
        <extracomment>median of a distribution, then its 5th and 95th percentile</extracomment>
        <translation>%1 (%2 – %3)</translation>
    </message>
    <message>
        <source>in %1 of %2 futures</source>
        <translation>in %1 von %2 Verläufen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2
least %3, p5 %4, p50 %5, p95 %6, most %7</source>
        <translation>%1: %2
min. %3, p5 %4, p50 %5, p95 %6, max. %7</translation>
    </message>
</context>
<context>
    <name>sb::FramedPage</name>
    <message>
        <source>Show as table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>The same values as a table (%1)</source>
        <translation>Dieselben Werte als Tabelle (%1)</translation>
    </message>
</context>
<context>
    <name>sb::FunnelBars</name>
    <message>
        <source>Visits</source>
        <translation>Besuche</translation>
    </message>
    <message>
        <source>Browsed</source>
        <translation>Geblättert</translation>
    </message>
    <message>
        <source>With a cart</source>
        <translation>Mit Warenkorb</translation>
    </message>
    <message>
        <source>At checkout</source>
        <translation>An der Kasse</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>Bestellt</translation>
    </message>
    <message>
        <source>How far visits get, last minute</source>
        <translation>Wie weit Besuche kommen, letzte Minute</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>No visit ended in the last minute. Resume the run to see how far visits get.</source>
        <translation>In der letzten Minute endete kein Besuch. Den Lauf fortsetzen, um zu sehen, wie weit Besuche kommen.</translation>
    </message>
    <message>
        <source>%1  (%2)</source>
        <extracomment>a count, and which share of the stage before it is</extracomment>
        <translation>%1  (%2)</translation>
    </message>
</context>
<context>
    <name>sb::IncidentPage</name>
    <message>
        <source>Incident</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>Events in the range</source>
        <translation>Ereignisse im Bereich</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Of the run</source>
        <translation>Im Lauf</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>No events in this range: zoom out with S, or look for another text.</source>
        <translation>Keine Ereignisse in diesem Bereich: mit S herauszoomen oder nach anderem Text suchen.</translation>
    </message>
    <message>
        <source>Find in events</source>
        <translation>In Ereignissen suchen</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Mitlaufen</translation>
    </message>
    <message>
        <source>Keep the present in view (End)</source>
        <translation>Die Gegenwart im Blick behalten (Ende)</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Spuren</translation>
    </message>
    <message>
        <source>Which tracks are shown, and which are pinned to the top</source>
        <translation>Welche Spuren gezeigt und welche oben angeheftet sind</translation>
    </message>
    <message>
        <source>Flag…</source>
        <translation>Marke…</translation>
    </message>
    <message>
        <source>Sets a flag of your own on the ruler; it is not part of the record (B)</source>
        <translation>Setzt eine eigene Marke auf das Lineal; sie gehört nicht zum Protokoll (B)</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Notiz…</translation>
    </message>
    <message>
        <source>Writes one line of yours into the incident record, as of now</source>
        <translation>Schreibt eine eigene Zeile ins Vorfallprotokoll, mit jetziger Zeit</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vergleichen…</translation>
    </message>
    <message>
        <source>Lays the recording of another run under this one, over the same axis</source>
        <translation>Legt die Aufzeichnung eines anderen Laufs unter diesen, auf derselben Achse</translation>
    </message>
    <message>
        <source>Remove flag</source>
        <translation>Marke entfernen</translation>
    </message>
    <message>
        <source>%1 found</source>
        <extracomment>how many events hold the text that is looked for</extracomment>
        <translation>%1 gefunden</translation>
    </message>
    <message>
        <source>Show track %1</source>
        <translation>Spur %1 zeigen</translation>
    </message>
    <message>
        <source>Hide track %1</source>
        <translation>Spur %1 verbergen</translation>
    </message>
    <message>
        <source>Usual order, all shown</source>
        <translation>Übliche Reihenfolge, alle gezeigt</translation>
    </message>
    <message>
        <source>Usual order of tracks</source>
        <translation>Übliche Reihenfolge der Spuren</translation>
    </message>
    <message>
        <source>Set flag</source>
        <translation>Marke setzen</translation>
    </message>
    <message>
        <source>Rename flag</source>
        <translation>Marke umbenennen</translation>
    </message>
    <message>
        <source>What the flag at %1 says:</source>
        <translation>Text der Marke bei %1:</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>One line for the incident record:</source>
        <translation>Eine Zeile für das Vorfallprotokoll:</translation>
    </message>
    <message>
        <source>Compare with a session</source>
        <translation>Mit einer Sitzung vergleichen</translation>
    </message>
    <message>
        <source>Signalbox sessions (*.signalbox)</source>
        <translation>Signalbox-Sitzungen (*.signalbox)</translation>
    </message>
    <message>
        <source>Not compared. %1: %2</source>
        <extracomment>what kind of failure, then the file and the reason</extracomment>
        <translation>Nicht verglichen. %1: %2</translation>
    </message>
</context>
<context>
    <name>sb::IncidentText</name>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Seconds of the run</source>
        <translation>Sekunden des Laufs</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Maßnahme</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>Bracket over a phase of an incident: %1 &quot;Detect&quot;, %2 its duration</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <extracomment>Bracket over a phase of an incident: %1 &quot;Detect&quot;, %2 its duration, %3 its target</extracomment>
        <translation>%1 %2 von %3</translation>
    </message>
    <message>
        <source>%1k</source>
        <extracomment>thousands of events in one narrow box: &quot;12k&quot;</extracomment>
        <translation>%1k</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>two regions of a link</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>what happened, and where
----------
state of a region, for how long: &quot;Failed, 2 min 05 s&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, no events in view</source>
        <extracomment>a track of the incident page: its name, how many events are in view, the worst of their severities</extracomment>
        <translation>%1, keine Ereignisse im Blick</translation>
    </message>
    <message>
        <source>%1, %2 in view, worst: %3</source>
        <translation>%1, %2 im Blick, höchste: %3</translation>
    </message>
    <message>
        <source>as many failed checks as the threshold wants</source>
        <translation>so viele fehlgeschlagene Proben, wie die Schwelle verlangt</translation>
    </message>
    <message>
        <source>time to live of the DNS answers</source>
        <translation>TTL der DNS-Antworten</translation>
    </message>
    <message>
        <source>no target</source>
        <translation>kein Ziel</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Wiederhergestellt</translation>
    </message>
    <message>
        <source>objective of the run, from the first error that users saw</source>
        <translation>Ziel des Laufs, ab dem ersten Fehler, den Nutzer sahen</translation>
    </message>
    <message>
        <source>Oldest at risk</source>
        <translation>Älteste Gefährdung</translation>
    </message>
    <message>
        <source>objective of the run for the replication lag</source>
        <translation>Zielwert des Laufs für den Replikationsrückstand</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>no samples</source>
        <extracomment>of the greatest values of each second: the least, the greatest, their mean</extracomment>
        <translation>keine Messwerte</translation>
    </message>
    <message>
        <source>%1 … %2, mean %3</source>
        <translation>%1 … %2, Mittel %3</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Faults active</source>
        <translation>Aktive Störungen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Errors by second</source>
        <translation>Fehler je Sekunde</translation>
    </message>
    <message>
        <source>Lag by second</source>
        <translation>Rückstand je Sekunde</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Failed requests</source>
        <translation>Fehlgeschlagene Anfragen</translation>
    </message>
    <message>
        <source>Routing decisions</source>
        <translation>Routing-Entscheidungen</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Writes at risk</source>
        <translation>Gefährdete Schreibvorgänge</translation>
    </message>
    <message>
        <source>Writes overwritten</source>
        <translation>Überschriebene Schreibvorgänge</translation>
    </message>
    <message>
        <source>Writes lost</source>
        <translation>Verlorene Schreibvorgänge</translation>
    </message>
    <message>
        <source>Longest gap</source>
        <extracomment>the longest time without any event: how long, and from when</extracomment>
        <translation>Längste Lücke</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1 ab %2</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>Orders at risk</source>
        <translation>Gefährdete Bestellungen</translation>
    </message>
    <message>
        <source>0 … %1 %</source>
        <translation>0 … %1 %</translation>
    </message>
    <message>
        <source>0.1 … 100 s, log.</source>
        <translation>0,1 … 100 s, log.</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Bediener</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>Region states</source>
        <translation>Regionszustände</translation>
    </message>
    <message>
        <source>Health checks</source>
        <translation>Health-Checks</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>Routing</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Replication lag</source>
        <translation>Replikationsrückstand</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>Plans and drill</source>
        <translation>Pläne und Übung</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Commands, accepted or refused, and fail-backs from start to end</source>
        <translation>Befehle, angenommen oder abgewiesen, und Rückschaltungen von Anfang bis Ende</translation>
    </message>
    <message>
        <source>Each fault from its injection to its reversal</source>
        <translation>Jede Störung vom Auslösen bis zur Rücknahme</translation>
    </message>
    <message>
        <source>The state of each region, and what was ordered about it</source>
        <translation>Der Zustand jeder Region und was für sie befohlen wurde</translation>
    </message>
    <message>
        <source>Regions that checkers found red, and each checker that changed its mind</source>
        <translation>Regionen, die Prüfer rot fanden, und jeder Prüfer, der seine Meinung änderte</translation>
    </message>
    <message>
        <source>Shares of the DNS answers by region, and what steered them</source>
        <translation>Anteile der DNS-Antworten je Region und was sie lenkte</translation>
    </message>
    <message>
        <source>Failed requests, the greatest share in each second</source>
        <translation>Fehlgeschlagene Anfragen, größter Anteil in jeder Sekunde</translation>
    </message>
    <message>
        <source>The greatest lag over all pairs in each second, in its source&apos;s colour</source>
        <translation>Größter Rückstand über alle Paare in jeder Sekunde, in der Farbe der Quelle</translation>
    </message>
    <message>
        <source>Conflicts between regions, and what became of writes at risk</source>
        <translation>Konflikte zwischen Regionen und was aus gefährdeten Schreibvorgängen wurde</translation>
    </message>
    <message>
        <source>Recovery plans with their steps, and the checks of a drill</source>
        <translation>Wiederanlaufpläne mit ihren Schritten und die Prüfungen einer Übung</translation>
    </message>
    <message>
        <source>What people wrote into the record</source>
        <translation>Was Menschen ins Protokoll schrieben</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>restoration of service against its objective: how long it took (or has taken), the objective</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Calendar, UTC</source>
        <translation>Kalender, UTC</translation>
    </message>
    <message>
        <source>Time of the run</source>
        <translation>Zeit des Laufs</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>Phasen</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>%1 older events not kept</source>
        <translation>%1 ältere Ereignisse nicht vorgehalten</translation>
    </message>
    <message>
        <source>%1 Selected: %2 to %3.</source>
        <translation>%1 Gewählt: %2 bis %3.</translation>
    </message>
</context>
<context>
    <name>sb::JobRow</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
</context>
<context>
    <name>sb::JournalView</name>
    <message>
        <source>&amp;Follow</source>
        <translation>&amp;Mitlaufen</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Filter by any word</source>
        <translation>Nach beliebigen Wörtern filtern</translation>
    </message>
    <message>
        <source>Filter events</source>
        <translation>Ereignisse filtern</translation>
    </message>
    <message>
        <source>Least severity</source>
        <translation>Mindestschwere</translation>
    </message>
    <message>
        <source>All severities</source>
        <translation>Jede Schwere</translation>
    </message>
    <message>
        <source>%1 and above</source>
        <translation>%1 und höher</translation>
    </message>
    <message>
        <source>Keeps the newest event in view</source>
        <translation>Hält das neueste Ereignis im Blick</translation>
    </message>
    <message>
        <source>&amp;Copy as CSV</source>
        <translation>Als &amp;CSV kopieren</translation>
    </message>
    <message>
        <source>Copies the rows shown as comma-separated values</source>
        <translation>Kopiert die gezeigten Zeilen als kommagetrennte Werte</translation>
    </message>
    <message>
        <source>Journal of events</source>
        <translation>Journal der Ereignisse</translation>
    </message>
    <message>
        <source>%1 of %2 events, older ones only in the record</source>
        <translation>%1 von %2 Ereignissen, ältere nur in der Aufzeichnung</translation>
    </message>
    <message>
        <source>%1 of %2 events</source>
        <translation>%1 von %2 Ereignissen</translation>
    </message>
</context>
<context>
    <name>sb::LadderView</name>
    <message>
        <source>Positions in the source&apos;s log: written %1, sent %2, applied %3</source>
        <translation>Positionen im Log der Quelle: geschrieben %1, gesendet %2, angewendet %3</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Angewendet</translation>
    </message>
    <message>
        <source>%1  (−%2)</source>
        <extracomment>position in a log, and how many entries it is behind</extracomment>
        <translation>%1  (−%2)</translation>
    </message>
</context>
<context>
    <name>sb::LoadBar</name>
    <message>
        <source>%1 of capacity now, %2 if it must carry the most loaded other region too</source>
        <translation>%1 der Kapazität jetzt, %2, falls die Last der meistbelasteten anderen Region hinzukommt</translation>
    </message>
</context>
<context>
    <name>sb::MainWindow</name>
    <message>
        <source>Start drill: %1</source>
        <translation>Übung starten: %1</translation>
    </message>
    <message>
        <source>Ends this run and starts the drill; %1</source>
        <translation>Beendet diesen Lauf und startet die Übung; %1</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Confirm: start %1</source>
        <translation>Bestätigen: %1 starten</translation>
    </message>
    <message>
        <source>%1 does not fit the selection. Select a region on the map first, or drag the fault onto it.</source>
        <translation>%1 passt nicht zur Auswahl. Zuerst eine Region auf der Karte wählen oder die Störung auf sie ziehen.</translation>
    </message>
    <message>
        <source>Signalbox sessions (*.signalbox)</source>
        <translation>Signalbox-Sitzungen (*.signalbox)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>what kind of failure, then the reason</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Open session</source>
        <translation>Sitzung öffnen</translation>
    </message>
    <message>
        <source>Save session as</source>
        <translation>Sitzung speichern unter</translation>
    </message>
    <message>
        <source>Export incident record</source>
        <translation>Vorfallprotokoll exportieren</translation>
    </message>
    <message>
        <source>incident</source>
        <translation>vorfall</translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <translation>Abgebrochen: %1</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>No session opened yet</source>
        <translation>Noch keine Sitzung geöffnet</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Starts a new run with the present regions and %1</source>
        <translation>Startet einen neuen Lauf mit den jetzigen Regionen und %1</translation>
    </message>
    <message>
        <source>All regions run already</source>
        <translation>Alle Regionen laufen bereits</translation>
    </message>
    <message>
        <source>About Signalbox</source>
        <translation>Über Signalbox</translation>
    </message>
    <message>
        <source>&lt;b&gt;Signalbox %1&lt;/b&gt;&lt;br&gt;Control room for a service that runs in several cloud regions.</source>
        <translation>&lt;b&gt;Signalbox %1&lt;/b&gt;&lt;br&gt;Leitstand für einen Dienst, der in mehreren Cloud-Regionen läuft.</translation>
    </message>
    <message>
        <source>Licensed under the GNU General Public License, version 3 or later.

Coastlines: Natural Earth, public domain. Cities: GeoNames, CC BY 4.0. Books: Project Gutenberg. Round trips: cloudping.co.</source>
        <translation>Lizenziert unter der GNU General Public License, Version 3 oder später.

Küstenlinien: Natural Earth, gemeinfrei. Städte: GeoNames, CC BY 4.0. Bücher: Project Gutenberg. Umlaufzeiten: cloudping.co.</translation>
    </message>
    <message>
        <source>%1, seed %2 – Signalbox</source>
        <extracomment>title of the window: name of the run, seed</extracomment>
        <translation>%1, Seed %2 – Signalbox</translation>
    </message>
    <message>
        <source>Not acknowledged: %1</source>
        <extracomment>alarms that nobody has acknowledged; then their number</extracomment>
        <translation>Nicht quittiert: %1</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>%1 wiederherstellen</translation>
    </message>
    <message>
        <source>Reverses every fault of the region and its links</source>
        <translation>Macht jede Störung der Region und ihrer Verbindungen rückgängig</translation>
    </message>
    <message>
        <source>Abort fail back of %1</source>
        <translation>Rückschaltung auf %1 abbrechen</translation>
    </message>
    <message>
        <source>The region is held out again</source>
        <translation>Die Region wird wieder herausgehalten</translation>
    </message>
    <message>
        <source>Fail back %1</source>
        <translation>Auf %1 zurückschalten</translation>
    </message>
    <message>
        <source>%1 is serving</source>
        <translation>%1 ist in Betrieb</translation>
    </message>
    <message>
        <source>Fail back %1: waits for %2</source>
        <translation>Auf %1 zurückschalten: wartet auf %2</translation>
    </message>
    <message>
        <source>Catches up, verifies, then brings users back in steps</source>
        <translation>Holt auf, prüft und holt dann die Nutzer in Stufen zurück</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>One line for the incident record:</source>
        <translation>Eine Zeile für das Vorfallprotokoll:</translation>
    </message>
    <message>
        <source>Drag “%1” onto %2</source>
        <translation>„%1“ auf %2 ziehen</translation>
    </message>
    <message>
        <source>it does not apply at present</source>
        <translation>derzeit nicht anwendbar</translation>
    </message>
    <message>
        <source>Confirm: clear all faults</source>
        <translation>Bestätigen: alle Störungen aufheben</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Re-simulates the recorded session and goes on from its end</source>
        <translation>Simuliert die aufgezeichnete Sitzung nach und setzt sie an ihrem Ende fort</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Select %1</source>
        <translation>%1 wählen</translation>
    </message>
    <message>
        <source>%1 in the inspector and on every page</source>
        <translation>%1 im Inspektor und auf jeder Seite</translation>
    </message>
    <message>
        <source>%1 has no fault</source>
        <translation>%1 hat keine Störung</translation>
    </message>
    <message>
        <source>%1 is not ready</source>
        <translation>%1 ist nicht bereit</translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation>wartet auf %1</translation>
    </message>
    <message>
        <source>Confirm: hold %1 out again</source>
        <translation>Bestätigen: %1 wieder heraushalten</translation>
    </message>
    <message>
        <source>Confirm: fail back %1</source>
        <translation>Bestätigen: auf %1 zurückschalten</translation>
    </message>
    <message>
        <source>%1 Ends by itself after %2.</source>
        <extracomment>what a fault does (a sentence), when it ends</extracomment>
        <translation>%1 Endet von selbst nach %2.</translation>
    </message>
    <message>
        <source>fail break inject</source>
        <translation>Ausfall stören auslösen</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>Confirm: %1</source>
        <translation>Bestätigen: %1</translation>
    </message>
    <message>
        <source>Evaluate plan: %1</source>
        <translation>Plan bewerten: %1</translation>
    </message>
    <message>
        <source>The pre-flight: would the plan go through now?</source>
        <translation>Die Vorabprüfung: Ginge der Plan jetzt durch?</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Start plan: %1, %2</source>
        <extracomment>title of a plan, name of the region that it acts on</extracomment>
        <translation>Plan starten: %1, %2</translation>
    </message>
    <message>
        <source>Executes the plan step by step; the routing page shows it</source>
        <translation>Führt den Plan Schritt für Schritt aus; die Seite Routing zeigt ihn</translation>
    </message>
    <message>
        <source>it is in progress</source>
        <translation>läuft bereits</translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>Show the side panel</source>
        <translation>Seitenleiste zeigen</translation>
    </message>
    <message>
        <source>Hide the side panel</source>
        <translation>Seitenleiste verbergen</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>Layout zurücksetzen</translation>
    </message>
</context>
<context>
    <name>sb::MapStage</name>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Regions on the map</source>
        <translation>Regionen auf der Karte</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>Ring</translation>
    </message>
    <message>
        <source>Regions on a ring</source>
        <translation>Regionen auf einem Ring</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Ends by itself after %1. Esc leaves it.</source>
        <translation>Endet nach %1 von selbst. Esc bricht ab.</translation>
    </message>
</context>
<context>
    <name>sb::MatrixView</name>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>orders that would be lost, and their value</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Replication matrix, sources by targets</source>
        <translation>Replikationsmatrix, Quellen mal Ziele</translation>
    </message>
    <message>
        <source>%1 itself</source>
        <translation>%1 selbst</translation>
    </message>
    <message>
        <source>%1 to %2, no data</source>
        <translation>%1 nach %2, keine Daten</translation>
    </message>
    <message>
        <source>%1 op</source>
        <extracomment>changes that wait to be applied, in a narrow cell</extracomment>
        <translation>%1 Op</translation>
    </message>
    <message>
        <source>%1 /min</source>
        <extracomment>conflicts a minute, in a narrow cell</extracomment>
        <translation>%1 /min</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>%1 · %2 op</source>
        <translation>%1 · %2 Op</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Lost if it died now</source>
        <translation>Verlust bei Totalausfall</translation>
    </message>
    <message>
        <source>%1 op, oldest %2</source>
        <extracomment>writes that would be lost, age of the oldest</extracomment>
        <translation>%1 Op, bis %2 alt</translation>
    </message>
    <message>
        <source>One region has nobody to copy to. Start a run with one more region from the File menu.</source>
        <translation>Eine Region allein hat niemanden, zu dem sie kopieren kann. Im Menü Datei einen Lauf mit weiterer Region starten.</translation>
    </message>
    <message>
        <source>%1. Trend: %2. Waiting: %3, to be drained: %4. Objective: %5.</source>
        <translation>%1. Trend: %2. Wartend: %3, Abbau: %4. Zielwert: %5.</translation>
    </message>
</context>
<context>
    <name>sb::Minimap</name>
    <message>
        <source>Overview of the run</source>
        <translation>Übersicht des Laufs</translation>
    </message>
    <message>
        <source>The whole run. Drag the frame to move what the tracks show, its edges to resize it.</source>
        <translation>Der ganze Lauf. Den Rahmen ziehen, um den Ausschnitt der Spuren zu verschieben, seine Kanten, um ihn zu vergrößern oder zu verkleinern.</translation>
    </message>
    <message>
        <source>Shows %1 to %2 of a run of %3</source>
        <extracomment>the overview of a run: what the tracks show of it</extracomment>
        <translation>Zeigt %1 bis %2 eines Laufs von %3</translation>
    </message>
</context>
<context>
    <name>sb::NavRail</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>sb::NoticeBar</name>
    <message>
        <source>Dismiss message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>sb::OutcomeHistogram</name>
    <message>
        <source>Distribution of the interruptions</source>
        <translation>Verteilung der Unterbrechungen</translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <extracomment>two lengths of time, then how many runs</extracomment>
        <translation>%1 bis %2: %3</translation>
    </message>
</context>
<context>
    <name>sb::Pages</name>
    <message>
        <source>&amp;Routing</source>
        <translation>&amp;Routing</translation>
    </message>
    <message>
        <source>Where requests go and why: controls, shares, plans, decisions, forecasts</source>
        <translation>Wohin Anfragen gehen und warum: Schalter, Anteile, Pläne, Entscheidungen, Prognosen</translation>
    </message>
    <message>
        <source>Re&amp;gion</source>
        <translation>Re&amp;gion</translation>
    </message>
    <message>
        <source>Why a region is in its state</source>
        <translation>Warum eine Region in ihrem Zustand ist</translation>
    </message>
    <message>
        <source>Re&amp;plication</source>
        <translation>Re&amp;plikation</translation>
    </message>
    <message>
        <source>What would be lost if a region died now</source>
        <translation>Was verloren wäre, wenn eine Region jetzt unterginge</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>&amp;Daten</translation>
    </message>
    <message>
        <source>Do the copies agree, and who won?</source>
        <translation>Stimmen die Kopien überein, und wer gewann?</translation>
    </message>
    <message>
        <source>Traff&amp;ic</source>
        <translation>Verke&amp;hr</translation>
    </message>
    <message>
        <source>What users experience</source>
        <translation>Was Nutzer erleben</translation>
    </message>
    <message>
        <source>&amp;Alarms</source>
        <translation>&amp;Alarme</translation>
    </message>
    <message>
        <source>What asks for an action, why, and how long there is</source>
        <translation>Was eine Maßnahme verlangt, warum, und wie viel Zeit bleibt</translation>
    </message>
    <message>
        <source>&amp;Incident</source>
        <translation>&amp;Vorfall</translation>
    </message>
    <message>
        <source>What happened, in which order, and how long it took</source>
        <translation>Was geschah, in welcher Reihenfolge und wie lange es dauerte</translation>
    </message>
    <message>
        <source>Dri&amp;lls</source>
        <translation>Ü&amp;bungen</translation>
    </message>
    <message>
        <source>Are we as resilient as we claim? Drills with steps, checks and a score</source>
        <translation>Sind wir so widerstandsfähig, wie wir behaupten? Übungen mit Schritten, Prüfungen und Wertung</translation>
    </message>
    <message>
        <source>Rep&amp;orts</source>
        <translation>Ber&amp;ichte</translation>
    </message>
    <message>
        <source>What we hand over: the report of the incident, in every format</source>
        <translation>Was weitergegeben wird: der Bericht des Vorfalls, in jedem Format</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>&amp;Einstellungen</translation>
    </message>
    <message>
        <source>Look, motion, speed and times; the layout; settings as a file</source>
        <translation>Darstellung, Bewegung, Tempo und Zeiten; das Layout; Einstellungen als Datei</translation>
    </message>
</context>
<context>
    <name>sb::PairCard</name>
    <message>
        <source>Chosen pair</source>
        <translation>Gewähltes Paar</translation>
    </message>
    <message>
        <source>Lag and what waits</source>
        <translation>Rückstand und Wartendes</translation>
    </message>
    <message>
        <source>Conflicts, link and objects</source>
        <translation>Konflikte, Verbindung und Objekte</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>Choose a cell of the matrix to see what waits between its regions.</source>
        <translation>Eine Zelle der Matrix wählen, um zu sehen, was zwischen ihren Regionen wartet.</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>objective %1</source>
        <translation>Zielwert %1</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Drained</source>
        <translation>Abbau</translation>
    </message>
    <message>
        <source>progress %1 ago</source>
        <translation>Fortschritt vor %1</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>%1 a minute</source>
        <translation>%1 pro Minute</translation>
    </message>
    <message>
        <source>found at %1</source>
        <translation>gefunden in %1</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Umlaufzeit</translation>
    </message>
    <message>
        <source>%1 added each way</source>
        <translation>+%1 je Richtung</translation>
    </message>
    <message>
        <source>no delay added</source>
        <translation>nicht verzögert</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 wartend</translation>
    </message>
    <message>
        <source>rule is off</source>
        <translation>Regel ist aus</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>%1 late, %2 failed</source>
        <translation>%1 verspätet, %2 fehlgeschlagen</translation>
    </message>
    <message>
        <source>Pause %1…</source>
        <translation>%1 pausieren…</translation>
    </message>
    <message>
        <source>Confirm: %1 ships and pulls nothing</source>
        <translation>Bestätigen: %1 sendet und holt nichts</translation>
    </message>
    <message>
        <source>Cut this direction…</source>
        <translation>Diese Richtung trennen…</translation>
    </message>
    <message>
        <source>Confirm: cut %1 to %2</source>
        <translation>Bestätigen: %1 nach %2 trennen</translation>
    </message>
    <message>
        <source>Cut both ways…</source>
        <translation>Beide Richtungen trennen…</translation>
    </message>
    <message>
        <source>Confirm: cut %1 and %2 apart</source>
        <translation>Bestätigen: %1 und %2 voneinander trennen</translation>
    </message>
    <message>
        <source>No fault to clear</source>
        <translation>Keine Störung aufzuheben</translation>
    </message>
    <message numerus="yes">
        <source>Clear %n fault(s) here</source>
        <translation>
            <numerusform>%n Störung hier aufheben</numerusform>
            <numerusform>%n Störungen hier aufheben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sb::PartButton</name>
    <message>
        <source>Break: %1</source>
        <extracomment>a part of a region: &quot;Gateway&quot;</extracomment>
        <translation>Stören: %1</translation>
    </message>
    <message>
        <source>%1: press to choose a fault of this part, or drop one here.</source>
        <extracomment>a part of a region: &quot;Gateway&quot;</extracomment>
        <translation>%1: drücken, um eine Störung dieses Teils zu wählen, oder eine hier ablegen.</translation>
    </message>
</context>
<context>
    <name>sb::PartRow</name>
    <message>
        <source>Parts of the region</source>
        <translation>Teile der Region</translation>
    </message>
</context>
<context>
    <name>sb::Perspective</name>
    <message>
        <source>&amp;Watch</source>
        <translation>B&amp;eobachten</translation>
    </message>
    <message>
        <source>The map wide, with charts and timeline below</source>
        <translation>Die Karte breit, Diagramme und Zeitleiste darunter</translation>
    </message>
    <message>
        <source>&amp;Operate</source>
        <translation>&amp;Bedienen</translation>
    </message>
    <message>
        <source>Routing, with the inspector and the decisions beside it</source>
        <translation>Routing, mit Inspektor und Entscheidungen daneben</translation>
    </message>
    <message>
        <source>&amp;Investigate</source>
        <translation>&amp;Untersuchen</translation>
    </message>
    <message>
        <source>What happened, in which order: the timeline wide</source>
        <translation>Was geschah, und in welcher Reihenfolge: die Zeitleiste breit</translation>
    </message>
</context>
<context>
    <name>sb::PlansCard</name>
    <message>
        <source>about to start</source>
        <translation>startet gleich</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>paused: a step failed</source>
        <translation>pausiert: ein Schritt schlug fehl</translation>
    </message>
    <message>
        <source>paused by the operator</source>
        <translation>vom Bediener pausiert</translation>
    </message>
    <message>
        <source>waits for an approval</source>
        <translation>wartet auf eine Freigabe</translation>
    </message>
    <message>
        <source>steps done, waits for health</source>
        <translation>Schritte erledigt, wartet auf Gesundheit</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>completed with exceptions</source>
        <translation>mit Ausnahmen abgeschlossen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>Timeout</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>waits for approval</source>
        <translation>wartet auf Freigabe</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>Recovery plans</source>
        <translation>Wiederanlaufpläne</translation>
    </message>
    <message>
        <source>This run knows no recovery plans.</source>
        <translation>Dieser Lauf kennt keine Wiederanlaufpläne.</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Region that the plan acts on</source>
        <translation>Region, auf die der Plan wirkt</translation>
    </message>
    <message>
        <source>The region that the plan acts on, where the plan leaves it open</source>
        <translation>Die Region, auf die der Plan wirkt, sofern der Plan sie offenlässt</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>acts on</source>
        <translation>wirkt auf</translation>
    </message>
    <message>
        <source>Execution %1</source>
        <translation>Ausführung %1</translation>
    </message>
    <message>
        <source>for %1 so far</source>
        <translation>läuft seit %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>Dauer %1</translation>
    </message>
    <message>
        <source>recovered after %1</source>
        <translation>Wiederanlauf nach %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Pre-flight passed</source>
        <translation>Vorabprüfung bestanden</translation>
    </message>
    <message>
        <source>Pre-flight: action required</source>
        <translation>Vorabprüfung: Handeln nötig</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Confirm: start %1</source>
        <translation>Bestätigen: %1 starten</translation>
    </message>
    <message>
        <source>Go ungraceful</source>
        <translation>Erzwingen</translation>
    </message>
    <message>
        <source>Go graceful</source>
        <translation>Geordnet weiter</translation>
    </message>
    <message>
        <source>Confirm: ungraceful from here on</source>
        <translation>Bestätigen: ab hier erzwungen</translation>
    </message>
    <message>
        <source>Ungraceful</source>
        <translation>Erzwungen</translation>
    </message>
    <message>
        <source>Confirm: %1, whatever is lost</source>
        <translation>Bestätigen: %1, gleich was verloren geht</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Bewerten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Skip step</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Confirm: skip the step</source>
        <translation>Bestätigen: den Schritt überspringen</translation>
    </message>
    <message>
        <source>Retry step</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Confirm: approve</source>
        <translation>Bestätigen: freigeben</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Confirm: decline</source>
        <translation>Bestätigen: ablehnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Confirm: cancel the execution</source>
        <translation>Bestätigen: die Ausführung abbrechen</translation>
    </message>
    <message>
        <source>Runs the pre-flight: would the plan go through now?</source>
        <translation>Führt die Vorabprüfung aus: Ginge der Plan jetzt durch?</translation>
    </message>
    <message>
        <source>%1 (%2): %3 %4</source>
        <extracomment>a step of a plan: its name in the plan, its kind, its state, how long it took</extracomment>
        <translation>%1 (%2): %3 %4</translation>
    </message>
</context>
<context>
    <name>sb::Preferences</name>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Colours of the whole window; high contrast has stronger lines and text.</source>
        <translation>Farben des ganzen Fensters; kontrastreich heißt kräftigere Linien und Schrift.</translation>
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
        <source>High contrast, light</source>
        <translation>Kontrastreich, hell</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>Kontrastreich, dunkel</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Reduced: traffic as still lines instead of moving dots.</source>
        <translation>Reduziert: Verkehr als stehende Linien statt bewegter Punkte.</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Voll</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>Reduziert</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Of the words, and of how numbers and dates are written. The run goes on.</source>
        <translation>Der Wörter sowie der Schreibweise von Zahlen und Daten. Der Lauf geht weiter.</translation>
    </message>
    <message>
        <source>Fault palette</source>
        <translation>Störungspalette</translation>
    </message>
    <message>
        <source>The faults to drag onto the map, at its lower edge.</source>
        <translation>Die Störungen, die sich auf die Karte ziehen lassen, an deren unterem Rand.</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Gezeigt</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Verborgen</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Regions on the map of the world, or on a ring around their users.</source>
        <translation>Regionen auf der Weltkarte oder auf einem Ring um ihre Nutzer.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>Ring</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Time on screen</source>
        <translation>Zeit in der Anzeige</translation>
    </message>
    <message>
        <source>Speed of a new run</source>
        <translation>Tempo eines neuen Laufs</translation>
    </message>
    <message>
        <source>Virtual time against real time, when a run is started or a session opened.</source>
        <translation>Virtuelle Zeit gegenüber Echtzeit, wenn ein Lauf gestartet oder eine Sitzung geöffnet wird.</translation>
    </message>
    <message>
        <source>Faults end after</source>
        <translation>Störungen enden nach</translation>
    </message>
    <message>
        <source>A fault that nobody clears ends by itself after this virtual time.</source>
        <translation>Eine Störung, die niemand aufhebt, endet nach dieser virtuellen Zeit von selbst.</translation>
    </message>
    <message>
        <source>Chart range</source>
        <translation>Diagrammzeitraum</translation>
    </message>
    <message>
        <source>How far back the charts reach when the program starts.</source>
        <translation>Wie weit die Diagramme beim Programmstart zurückreichen.</translation>
    </message>
    <message>
        <source>Window of the timeline</source>
        <translation>Fenster der Zeitleiste</translation>
    </message>
    <message>
        <source>How much virtual time the timeline shows while it follows the run.</source>
        <translation>Wie viel virtuelle Zeit die Zeitleiste zeigt, während sie dem Lauf folgt.</translation>
    </message>
</context>
<context>
    <name>sb::ProvokeCard</name>
    <message>
        <source>Provoke a conflict</source>
        <translation>Konflikt provozieren</translation>
    </message>
    <message>
        <source>Book </source>
        <translation>Buch </translation>
    </message>
    <message>
        <source>Number of the book</source>
        <translation>Nummer des Buches</translation>
    </message>
    <message>
        <source>First region</source>
        <translation>Erste Region</translation>
    </message>
    <message>
        <source>Second region</source>
        <translation>Zweite Region</translation>
    </message>
    <message>
        <source>€ </source>
        <extracomment>before an amount of money in a field; where the currency follows the amount: nothing</extracomment>
        <translation>€ </translation>
    </message>
    <message>
        <source>Price in the first region</source>
        <translation>Preis in der ersten Region</translation>
    </message>
    <message>
        <source>Price in the second region</source>
        <translation>Preis in der zweiten Region</translation>
    </message>
    <message>
        <source>Two clerks set these prices at the same instant, before either region hears of the other. Both are told it worked; the rule of the table then keeps one.</source>
        <translation>Zwei Mitarbeiter setzen diese Preise im selben Augenblick, bevor eine der Regionen von der anderen erfährt. Beiden wird Erfolg gemeldet; die Regel der Tabelle behält danach einen.</translation>
    </message>
    <message>
        <source>A conflict needs two regions. Start a run with one more region from the File menu.</source>
        <translation>Ein Konflikt braucht zwei Regionen. Im Menü Datei einen Lauf mit weiterer Region starten.</translation>
    </message>
    <message>
        <source>Choose two different regions: one region alone orders its writes.</source>
        <translation>Zwei verschiedene Regionen wählen: Eine Region allein ordnet ihre Schreibvorgänge.</translation>
    </message>
    <message>
        <source>Choose two different prices: equal ones would not show who won.</source>
        <translation>Zwei verschiedene Preise wählen: Gleiche würden nicht zeigen, wer gewann.</translation>
    </message>
    <message>
        <source>Set both prices…</source>
        <translation>Beide Preise setzen…</translation>
    </message>
    <message>
        <source>Confirm: %1 in %2, %3 in %4</source>
        <translation>Bestätigen: %1 in %2, %3 in %4</translation>
    </message>
</context>
<context>
    <name>sb::RangeDrawer</name>
    <message>
        <source>Phases of the incident against their targets</source>
        <translation>Phasen des Vorfalls gegenüber ihren Zielen</translation>
    </message>
    <message>
        <source>This run and the compared one</source>
        <translation>Dieser Lauf und der Vergleichslauf</translation>
    </message>
    <message>
        <source>What happened in the range</source>
        <translation>Was in diesem Bereich geschah</translation>
    </message>
    <message>
        <source>Events of the range by kind</source>
        <translation>Ereignisse des Bereichs nach Art</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>No incident yet. Its phases appear here with the first fault.</source>
        <translation>Noch kein Vorfall. Seine Phasen erscheinen hier mit der ersten Störung.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>Dieser Lauf</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Verglichen</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Kind of event</source>
        <translation>Art des Ereignisses</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>No events in this range.</source>
        <translation>Keine Ereignisse in diesem Bereich.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Target: %1</source>
        <translation>Ziel: %1</translation>
    </message>
    <message>
        <source>Incident %1: %2</source>
        <translation>Vorfall %1: %2</translation>
    </message>
    <message>
        <source>No incident</source>
        <translation>Kein Vorfall</translation>
    </message>
    <message>
        <source>%1: %2 in this run, %3 in the compared one</source>
        <translation>%1: %2 in diesem Lauf, %3 im Vergleichslauf</translation>
    </message>
    <message>
        <source>Selected: %1 to %2, %3</source>
        <translation>Gewählt: %1 bis %2, %3</translation>
    </message>
    <message>
        <source>In view: %1 to %2, %3</source>
        <translation>Im Blick: %1 bis %2, %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>sb::RegionActionsCard</name>
    <message>
        <source>Act</source>
        <translation>Handeln</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>%1 lang</translation>
    </message>
    <message>
        <source>The shift expires after</source>
        <translation>Die Verlagerung endet nach</translation>
    </message>
    <message>
        <source>Reason for a shift, needed</source>
        <translation>Grund für eine Verlagerung, Pflicht</translation>
    </message>
    <message>
        <source>Reason for the shift</source>
        <translation>Grund für die Verlagerung</translation>
    </message>
    <message>
        <source>Dial %1</source>
        <translation>Regler %1</translation>
    </message>
    <message>
        <source>Dial: the share of its natural answers that the region may receive</source>
        <translation>Regler: Anteil ihrer natürlichen Antworten, den die Region erhalten darf</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Wiederherstellen…</translation>
    </message>
    <message>
        <source>Confirm: end every fault of %1</source>
        <translation>Bestätigen: jede Störung von %1 beenden</translation>
    </message>
    <message>
        <source>%1 has no fault</source>
        <translation>%1 hat keine Störung</translation>
    </message>
    <message>
        <source>Abort fail back…</source>
        <translation>Rückschaltung abbrechen…</translation>
    </message>
    <message>
        <source>Confirm: hold %1 out</source>
        <translation>Bestätigen: %1 heraushalten</translation>
    </message>
    <message>
        <source>Fail back…</source>
        <translation>Zurückschalten…</translation>
    </message>
    <message>
        <source>Confirm: fail back %1</source>
        <translation>Bestätigen: auf %1 zurückschalten</translation>
    </message>
    <message>
        <source>Waits for: %1</source>
        <translation>Wartet auf: %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Writes need no lease in this run</source>
        <translation>Schreibvorgänge brauchen in diesem Lauf keine Lease</translation>
    </message>
    <message>
        <source>Lift fence…</source>
        <translation>Sperre aufheben…</translation>
    </message>
    <message>
        <source>Confirm: %1 may write again</source>
        <translation>Bestätigen: %1 darf wieder schreiben</translation>
    </message>
    <message>
        <source>Fence…</source>
        <translation>Schreibsperre…</translation>
    </message>
    <message>
        <source>Confirm: %1 writes for %2 more at most</source>
        <translation>Bestätigen: %1 schreibt noch höchstens %2</translation>
    </message>
    <message>
        <source>Evict…</source>
        <translation>Ausschließen…</translation>
    </message>
    <message>
        <source>Confirm: %1 returns with a new copy only</source>
        <translation>Bestätigen: %1 kehrt nur mit neuer Kopie zurück</translation>
    </message>
    <message>
        <source>%1 is evicted already</source>
        <translation>%1 ist bereits ausgeschlossen</translation>
    </message>
    <message>
        <source>No write waits to be settled</source>
        <translation>Kein Schreibvorgang wartet auf Klärung</translation>
    </message>
    <message>
        <source>Replay orphans…</source>
        <translation>Verwaiste nachspielen…</translation>
    </message>
    <message>
        <source>Confirm: offer %1 again</source>
        <translation>Bestätigen: %1 wieder anbieten</translation>
    </message>
    <message>
        <source>Discard orphans…</source>
        <translation>Verwaiste verwerfen…</translation>
    </message>
    <message>
        <source>Confirm: lose %1</source>
        <translation>Bestätigen: %1 aufgeben</translation>
    </message>
    <message>
        <source>Cancel shift…</source>
        <translation>Verlagerung beenden…</translation>
    </message>
    <message>
        <source>Confirm: users return to %1</source>
        <translation>Bestätigen: Nutzer kehren zu %1 zurück</translation>
    </message>
    <message>
        <source>Shift away…</source>
        <translation>Verlagern…</translation>
    </message>
    <message>
        <source>Confirm: move users away from %1</source>
        <translation>Bestätigen: Nutzer von %1 wegverlagern</translation>
    </message>
    <message>
        <source>Shifted away, %1 left: %2</source>
        <translation>Verlagert, noch %1: %2</translation>
    </message>
    <message>
        <source>Say here why, then shift again</source>
        <translation>Hier den Grund nennen, dann erneut verlagern</translation>
    </message>
</context>
<context>
    <name>sb::RegionDetail</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What led to this state, newest first</source>
        <translation>Was zu diesem Zustand führte, Neuestes zuerst</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheit</translation>
    </message>
    <message>
        <source>Nothing has happened to this region yet. Break it from the map to see it change.</source>
        <translation>Mit dieser Region ist noch nichts geschehen. Sie auf der Karte stören, um die Änderung zu sehen.</translation>
    </message>
    <message>
        <source>Services, last 5 s</source>
        <translation>Dienste, letzte 5 s</translation>
    </message>
    <message>
        <source>Services of the region</source>
        <translation>Dienste der Region</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Last minute</source>
        <translation>Letzte Minute</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>95 %</source>
        <translation>95 %</translation>
    </message>
    <message>
        <source>Replication streams</source>
        <translation>Replikationsströme</translation>
    </message>
    <message>
        <source>Streams of the region, both directions</source>
        <translation>Ströme der Region, beide Richtungen</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Strom</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Drained</source>
        <translation>Abbau</translation>
    </message>
    <message>
        <source>This run has no other region to replicate with.</source>
        <translation>Dieser Lauf hat keine andere Region, mit der sich replizieren ließe.</translation>
    </message>
    <message>
        <source>Health checks</source>
        <translation>Health-Checks</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Gesundheit</translation>
    </message>
    <message>
        <source>Checks of the region</source>
        <translation>Checks der Region</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Nötig</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>No health check of its own watches this region.</source>
        <translation>Kein eigener Health-Check überwacht diese Region.</translation>
    </message>
    <message>
        <source>Checkers that say healthy; the line: as many are needed</source>
        <translation>Prüfer, die „gesund“ melden; die Linie: so viele sind nötig</translation>
    </message>
    <message>
        <source>Past rounds, the newest at the right</source>
        <translation>Vergangene Runden, die neueste rechts</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <source>Store and writing</source>
        <translation>Datenspeicher und Schreiben</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Datenspeicher</translation>
    </message>
    <message>
        <source>Who may write</source>
        <translation>Wer schreiben darf</translation>
    </message>
    <message>
        <source>Users by origin</source>
        <translation>Nutzer nach Herkunft</translation>
    </message>
    <message>
        <source>Cities that the region serves, most requests first</source>
        <translation>Städte, die die Region bedient, meiste Anfragen zuerst</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Stadt</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>Mit Fehler</translation>
    </message>
    <message>
        <source>No user is sent here now.</source>
        <translation>Derzeit wird kein Nutzer hierher geschickt.</translation>
    </message>
    <message>
        <source>%1: %2, since %3</source>
        <extracomment>a region&apos;s name, its state with the reason, since when</extracomment>
        <translation>%1: %2, seit %3</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>gesund</translation>
    </message>
    <message>
        <source>unhealthy</source>
        <translation>nicht gesund</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>%1 lang</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 needed</source>
        <translation>%1 nötig</translation>
    </message>
    <message>
        <source>Last probe</source>
        <translation>Letzte Probe</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message numerus="yes">
        <source>%n failures in a row</source>
        <translation>
            <numerusform>%n Fehlschlag in Folge</numerusform>
            <numerusform>%n Fehlschläge in Folge</numerusform>
        </translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>alle %1</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>deaktiviert</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>normally %1</source>
        <translation>normal %1</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>If it carries another too</source>
        <translation>Mit einer weiteren</translation>
    </message>
    <message>
        <source>not filling</source>
        <translation>füllt sich nicht</translation>
    </message>
    <message>
        <source>full in %1</source>
        <translation>voll in %1</translation>
    </message>
    <message>
        <source>Caches</source>
        <translation>Caches</translation>
    </message>
    <message>
        <source>%1 warm</source>
        <translation>%1 warm</translation>
    </message>
    <message>
        <source>cold: reads go to the store</source>
        <translation>kalt: liest aus dem Datenspeicher</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>wait of a request that comes now</source>
        <translation>Wartezeit derzeit</translation>
    </message>
    <message>
        <source>Refused busy</source>
        <translation>Abgewiesen (Last)</translation>
    </message>
    <message>
        <source>%1 are repeats</source>
        <translation>%1 Wiederholungen</translation>
    </message>
    <message>
        <source>Live rows</source>
        <translation>Gültige Zeilen</translation>
    </message>
    <message>
        <source>all tables</source>
        <translation>alle Tabellen</translation>
    </message>
    <message>
        <source>Log entries</source>
        <translation>Log-Einträge</translation>
    </message>
    <message>
        <source>kept, of all logs</source>
        <translation>vorgehalten, alle Logs</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>acknowledged here</source>
        <translation>hier bestätigt</translation>
    </message>
    <message>
        <source>Held only here</source>
        <translation>Nur hier vorhanden</translation>
    </message>
    <message>
        <source>%1, oldest %2</source>
        <translation>%1, bis %2 alt</translation>
    </message>
    <message>
        <source>Lease</source>
        <translation>Lease</translation>
    </message>
    <message>
        <source>fenced</source>
        <translation>schreibgesperrt</translation>
    </message>
    <message>
        <source>being fenced</source>
        <translation>wird gesperrt</translation>
    </message>
    <message>
        <source>held</source>
        <translation>gehalten</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>Epoche %1</translation>
    </message>
    <message>
        <source>If fenced now</source>
        <translation>Bei Sperre jetzt</translation>
    </message>
    <message>
        <source>writes for %1 more</source>
        <translation>schreibt noch %1</translation>
    </message>
    <message>
        <source>%1 expected</source>
        <translation>%1 erwartet</translation>
    </message>
    <message>
        <source>not needed in this run</source>
        <translation>in diesem Lauf nicht nötig</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>evicted</source>
        <translation>ausgeschlossen</translation>
    </message>
    <message>
        <source>returns with a new copy</source>
        <translation>kehrt mit neuer Kopie zurück</translation>
    </message>
    <message>
        <source>Orphans</source>
        <translation>Verwaiste</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>%1 errors, median %2</source>
        <translation>%1 Fehler, Median %2</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
</context>
<context>
    <name>sb::RegionInspector</name>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Writes at risk</source>
        <translation>Gefährdete Schreibvorgänge</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Handeln</translation>
    </message>
    <message>
        <source>Ends by itself after %1. Esc leaves it.</source>
        <translation>Endet nach %1 von selbst. Esc bricht ab.</translation>
    </message>
    <message>
        <source>At risk if %1 is lost now</source>
        <translation>Gefährdet, falls %1 jetzt verloren geht</translation>
    </message>
    <message>
        <source>Nothing: every acknowledged write has a second copy.</source>
        <translation>Nichts: Jeder bestätigte Schreibvorgang hat eine zweite Kopie.</translation>
    </message>
    <message>
        <source>Nothing more: what is acknowledged and not lost has a second copy.</source>
        <translation>Nichts weiter: Was bestätigt und nicht verloren ist, hat eine zweite Kopie.</translation>
    </message>
    <message>
        <source>Writes lost in this incident: %1.</source>
        <translation>In diesem Vorfall verlorene Schreibvorgänge: %1.</translation>
    </message>
    <message>
        <source>Restore region</source>
        <translation>Region wiederherstellen</translation>
    </message>
    <message>
        <source>Reverses every fault of %1 and its links</source>
        <translation>Macht jede Störung von %1 und ihrer Verbindungen rückgängig</translation>
    </message>
    <message>
        <source>Confirm: fail %1</source>
        <translation>Bestätigen: Ausfall von %1</translation>
    </message>
    <message>
        <source>Fail region…</source>
        <translation>Ausfall auslösen…</translation>
    </message>
    <message>
        <source>Remove mapping…</source>
        <translation>Mapping entfernen…</translation>
    </message>
    <message>
        <source>Confirm: answer 403</source>
        <translation>Bestätigen: mit 403 antworten</translation>
    </message>
    <message>
        <source>Pause replication…</source>
        <translation>Replikation pausieren…</translation>
    </message>
    <message>
        <source>Confirm: pause %1</source>
        <translation>Bestätigen: %1 pausieren</translation>
    </message>
    <message>
        <source>Confirm: hold %1 out</source>
        <translation>Bestätigen: %1 heraushalten</translation>
    </message>
    <message>
        <source>Abort fail back…</source>
        <translation>Rückschaltung abbrechen…</translation>
    </message>
    <message>
        <source>Fail back…</source>
        <translation>Zurückschalten…</translation>
    </message>
    <message>
        <source>Confirm: fail back %1</source>
        <translation>Bestätigen: auf %1 zurückschalten</translation>
    </message>
    <message>
        <source>Fail back… (not ready)</source>
        <translation>Zurückschalten… (nicht bereit)</translation>
    </message>
    <message>
        <source>Fail back waits for: %1</source>
        <translation>Rückschaltung wartet auf: %1</translation>
    </message>
    <message>
        <source>Replication link · %1</source>
        <translation>Replikationsverbindung · %1</translation>
    </message>
    <message>
        <source>End fault</source>
        <translation>Störung beenden</translation>
    </message>
    <message>
        <source>Cut link…</source>
        <translation>Verbindung trennen…</translation>
    </message>
    <message>
        <source>Confirm: cut link</source>
        <translation>Bestätigen: Verbindung trennen</translation>
    </message>
    <message>
        <source>Add latency…</source>
        <translation>Latenz erhöhen…</translation>
    </message>
    <message>
        <source>Confirm: add 200 ms</source>
        <translation>Bestätigen: 200 ms hinzufügen</translation>
    </message>
</context>
<context>
    <name>sb::RegionPage</name>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>The region as a table</source>
        <translation>Die Region als Tabelle</translation>
    </message>
    <message>
        <source>Compare with another region</source>
        <translation>Mit einer anderen Region vergleichen</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>No data yet.</source>
        <translation>Noch keine Daten.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
</context>
<context>
    <name>sb::RepeatsCard</name>
    <message>
        <source>The same drill with many seeds</source>
        <translation>Dieselbe Übung mit vielen Seeds</translation>
    </message>
    <message>
        <source>&amp;Repeat</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Copy as CS&amp;V</source>
        <translation>Als CS&amp;V kopieren</translation>
    </message>
    <message>
        <source>Checks that failed, and in how many runs</source>
        <translation>Nicht bestandene Prüfungen, und in wie vielen Läufen</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Each seed is a whole run of the drill, as the command line makes it, beside this run, which goes on untouched. Hatched: runs in which a check failed. Dashed: the objective.</source>
        <translation>Jeder Seed ist ein ganzer Lauf der Übung, wie ihn die Befehlszeile ausführt, neben diesem Lauf, der unberührt weitergeht. Schraffiert: Läufe mit einer nicht bestandenen Prüfung. Gestrichelt: das Ziel.</translation>
    </message>
    <message>
        <source>First seed</source>
        <translation>Erster Seed</translation>
    </message>
    <message>
        <source>from seed </source>
        <extracomment>before the number of a seed</extracomment>
        <translation>ab Seed </translation>
    </message>
    <message>
        <source>How many runs</source>
        <translation>Anzahl der Läufe</translation>
    </message>
    <message>
        <source> runs</source>
        <extracomment>after a number</extracomment>
        <translation> Läufe</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Failed in</source>
        <translation>Nicht bestanden in</translation>
    </message>
    <message>
        <source>No check failed in any of the runs.</source>
        <translation>In keinem der Läufe blieb eine Prüfung unbestanden.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Interruption</source>
        <translation>Unterbrechung</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>Gefährdet</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Failed requests</source>
        <translation>Fehlgeschlagene Anfragen</translation>
    </message>
    <message>
        <source>Checks that failed</source>
        <translation>Nicht bestandene Prüfungen</translation>
    </message>
    <message>
        <source>Repeat the drill to see how much of its outcome is luck.</source>
        <translation>Die Übung wiederholen, um zu sehen, wie viel am Ergebnis Zufall ist.</translation>
    </message>
    <message>
        <source>Runs %1</source>
        <translation>Läufe %1</translation>
    </message>
    <message>
        <source>Choose a drill without mistakes first</source>
        <translation>Zuerst eine Übung ohne Fehler wählen</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1: %2 of %3 runs passed; interruption p50 %4, p95 %5</source>
        <extracomment>name of a drill, how many of how many runs; two lengths of time: the median and 95 of 100</extracomment>
        <translation>%1: %2 von %3 Läufen bestanden; Unterbrechung p50 %4, p95 %5</translation>
    </message>
</context>
<context>
    <name>sb::ReplicationPage</name>
    <message>
        <source>Replication</source>
        <translation>Replikation</translation>
    </message>
    <message>
        <source>Replication, a row for each direction</source>
        <translation>Replikation, eine Zeile je Richtung</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Trend</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Drained</source>
        <translation>Abbau</translation>
    </message>
    <message>
        <source>Conflicts a minute</source>
        <translation>Konflikte pro Minute</translation>
    </message>
    <message>
        <source>One region has nobody to copy to. Start a run with one more region from the File menu.</source>
        <translation>Eine Region allein hat niemanden, zu dem sie kopieren kann. Im Menü Datei einen Lauf mit weiterer Region starten.</translation>
    </message>
    <message>
        <source>Source by target</source>
        <translation>Quelle mal Ziel</translation>
    </message>
    <message>
        <source>Bars: 1 ms … 100 s, logarithmic; the line marks the objective. Hatched: nothing flows. Arrow: rising or falling within 10 s.</source>
        <translation>Balken: 1 ms … 100 s, logarithmisch; die Linie markiert den Zielwert. Schraffiert: Es fließt nichts. Pfeil: steigend oder fallend innerhalb von 10 s.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>Rückstau</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>How old the oldest change is that the target lacks</source>
        <translation>Wie alt die älteste Änderung ist, die dem Ziel fehlt</translation>
    </message>
    <message>
        <source>How many changes wait to be applied</source>
        <translation>Wie viele Änderungen auf das Anwenden warten</translation>
    </message>
    <message>
        <source>Conflicts a minute, found at the target</source>
        <translation>Konflikte pro Minute, am Ziel gefunden</translation>
    </message>
</context>
<context>
    <name>sb::ReportWriter</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Choose a folder that you may write to and that has room.</source>
        <translation>%1 lässt sich nicht schreiben: %2. Einen Ordner mit Schreibrecht und freiem Platz wählen.</translation>
    </message>
</context>
<context>
    <name>sb::Reports</name>
    <message>
        <source>Picture of each incident</source>
        <translation>Bild jedes Vorfalls</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Times and objectives</source>
        <translation>Zeiten und Ziele</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>Phasen</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>Auswirkung</translation>
    </message>
    <message>
        <source>RPO: writes at risk</source>
        <translation>RPO: gefährdete Schreibvorgänge</translation>
    </message>
    <message>
        <source>Decisions with reasons</source>
        <translation>Entscheidungen mit Begründung</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Checks of the drill</source>
        <translation>Prüfungen der Übung</translation>
    </message>
    <message>
        <source>Open questions</source>
        <translation>Offene Fragen</translation>
    </message>
    <message>
        <source>What the record cannot know</source>
        <translation>Was das Protokoll nicht wissen kann</translation>
    </message>
    <message>
        <source>Rows left out here, and in the file: %1</source>
        <translation>Hier ausgelassene Zeilen, in der Datei enthalten: %1</translation>
    </message>
</context>
<context>
    <name>sb::ReportsPage</name>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>Expo&amp;rtieren…</translation>
    </message>
    <message>
        <source>&amp;Update the preview</source>
        <translation>&amp;Vorschau aktualisieren</translation>
    </message>
    <message>
        <source>Show &amp;folder</source>
        <translation>&amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>Files written, newest first</source>
        <translation>Geschriebene Dateien, neueste zuerst</translation>
    </message>
    <message>
        <source>Sections of the report</source>
        <translation>Abschnitte des Berichts</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>PDF report</source>
        <translation>PDF-Bericht</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Nothing was written in this run yet.</source>
        <translation>In diesem Lauf wurde noch nichts geschrieben.</translation>
    </message>
    <message>
        <source>Preview of the report</source>
        <translation>Vorschau des Berichts</translation>
    </message>
    <message>
        <source>The report is being made …</source>
        <translation>Der Bericht wird erstellt …</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Hand it over</source>
        <translation>Weitergeben</translation>
    </message>
    <message>
        <source>Sections count for Markdown, HTML and PDF; the others hold the whole log.</source>
        <translation>Abschnitte gelten für Markdown, HTML und PDF; die anderen enthalten das ganze Journal.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>No report yet</source>
        <translation>Noch kein Bericht</translation>
    </message>
    <message>
        <source>As of %1, %2 ago</source>
        <extracomment>a time of day, then how long ago that is</extracomment>
        <translation>Stand %1, vor %2</translation>
    </message>
    <message>
        <source>No report</source>
        <translation>Kein Bericht</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>Bericht exportieren</translation>
    </message>
    <message>
        <source>incident</source>
        <translation>vorfall</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
</context>
<context>
    <name>sb::RoundsView</name>
    <message>
        <source>The last %1 rounds of %2: unhealthy in %3</source>
        <translation>Die letzten %1 Runden von %2: in %3 nicht gesund</translation>
    </message>
</context>
<context>
    <name>sb::RoutingPage</name>
    <message>
        <source>Routing</source>
        <translation>Routing</translation>
    </message>
    <message>
        <source>Parts of the routing console</source>
        <translation>Teile der Routing-Konsole</translation>
    </message>
    <message>
        <source>Switches</source>
        <translation>Schalter</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>Anteile</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Prognose</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Checks</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
</context>
<context>
    <name>sb::Score</name>
    <message>
        <source>Interruption (RTO)</source>
        <translation>Unterbrechung (RTO)</translation>
    </message>
    <message>
        <source>users saw no error</source>
        <translation>Nutzer sahen keinen Fehler</translation>
    </message>
    <message>
        <source>From the first error that users saw to errors back under the objective; the longest of all incidents.</source>
        <translation>Vom ersten Fehler, den Nutzer sahen, bis die Fehler wieder unter dem Ziel sind; der längste Wert aller Vorfälle.</translation>
    </message>
    <message>
        <source>%1 and running</source>
        <translation>%1 und läuft</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>At risk (RPO)</source>
        <translation>Gefährdet (RPO)</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1 (orders: %2), the oldest %3</source>
        <translation>%1 (Bestellungen: %2), älteste %3</translation>
    </message>
    <message>
        <source>Acknowledged writes that only the failed region held.</source>
        <translation>Bestätigte Schreibvorgänge, die nur die ausgefallene Region hatte.</translation>
    </message>
    <message>
        <source>Lost writes</source>
        <translation>Verlorene Schreibvorgänge</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Acknowledged writes that nobody can read any more.</source>
        <translation>Bestätigte Schreibvorgänge, die niemand mehr lesen kann.</translation>
    </message>
    <message>
        <source>Wrong decisions</source>
        <translation>Falsche Entscheidungen</translation>
    </message>
    <message>
        <source>Orders of yours that were refused, and safety rules that you overrode.</source>
        <translation>Eigene Befehle, die abgewiesen wurden, und Sicherheitsregeln, die übergangen wurden.</translation>
    </message>
    <message>
        <source>Operator time</source>
        <translation>Bedienerzeit</translation>
    </message>
    <message>
        <source>you gave no order after an alarm</source>
        <translation>kein Befehl nach einem Alarm</translation>
    </message>
    <message>
        <source>From the first alarm to your first accepted order.</source>
        <translation>Vom ersten Alarm bis zum ersten angenommenen eigenen Befehl.</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Checks</translation>
    </message>
    <message>
        <source>%1 of %2 pass</source>
        <translation>%1 von %2 bestanden</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>The drill&apos;s own; judged at its end.</source>
        <translation>Die der Übung selbst; an ihrem Ende bewertet.</translation>
    </message>
</context>
<context>
    <name>sb::SettingsPage</name>
    <message>
        <source>No setting has these words.</source>
        <translation>Keine Einstellung enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Einstellung suchen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Puts this group back to its defaults</source>
        <translation>Setzt diese Gruppe auf die Vorgaben zurück</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <extracomment>%1 is a group of settings</extracomment>
        <translation>%1 zurücksetzen</translation>
    </message>
    <message>
        <source>Layout and hints</source>
        <translation>Layout und Hinweise</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>Layout zurücksetzen</translation>
    </message>
    <message>
        <source>Returns all parts of the window to their first sizes and places</source>
        <translation>Bringt alle Teile des Fensters auf ihre ursprüngliche Größe und Lage</translation>
    </message>
    <message>
        <source>Show hints again</source>
        <translation>Hinweise wieder zeigen</translation>
    </message>
    <message>
        <source>The hints of the first start come once more</source>
        <translation>Die Hinweise des ersten Starts erscheinen noch einmal</translation>
    </message>
    <message>
        <source>Layout and hints: reset, show again</source>
        <translation>Layout und Hinweise: zurücksetzen, wieder zeigen</translation>
    </message>
    <message>
        <source>Settings as a file</source>
        <translation>Einstellungen als Datei</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Writes all settings of this page to a file</source>
        <translation>Schreibt alle Einstellungen dieser Seite in eine Datei</translation>
    </message>
    <message>
        <source>Takes over all settings of a file, or none when one of them is not valid</source>
        <translation>Übernimmt alle Einstellungen einer Datei, oder keine, wenn eine davon ungültig ist</translation>
    </message>
    <message>
        <source>Settings as a file: export, import</source>
        <translation>Einstellungen als Datei: exportieren, importieren</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>Nothing was changed. %1: %2</source>
        <translation>Nichts wurde geändert. %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) taken over</source>
        <translation>
            <numerusform>%n Einstellung übernommen</numerusform>
            <numerusform>%n Einstellungen übernommen</numerusform>
        </translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>Einstellungen exportieren</translation>
    </message>
    <message>
        <source>Settings (*.json)</source>
        <translation>Einstellungen (*.json)</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Einstellungen importieren</translation>
    </message>
</context>
<context>
    <name>sb::ShareBar</name>
    <message>
        <source>%1 has %2 of the answers, planned are %3</source>
        <translation>%1 hat %2 der Antworten, geplant sind %3</translation>
    </message>
</context>
<context>
    <name>sb::SharesCard</name>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>load now</source>
        <translation>Last jetzt</translation>
    </message>
    <message>
        <source>its capacity</source>
        <translation>ihre Kapazität</translation>
    </message>
    <message>
        <source>load if the most loaded other region failed</source>
        <translation>Last, falls die meistbelastete andere Region ausfiele</translation>
    </message>
    <message>
        <source>Shares and capacity</source>
        <translation>Anteile und Kapazität</translation>
    </message>
    <message>
        <source>A shift expires after</source>
        <translation>Eine Verlagerung endet nach</translation>
    </message>
    <message>
        <source>Reason for a shift, needed</source>
        <translation>Grund für eine Verlagerung, Pflicht</translation>
    </message>
    <message>
        <source>Reason for a shift</source>
        <translation>Grund für eine Verlagerung</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Dial</source>
        <translation>Regler</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Full in</source>
        <translation>Voll in</translation>
    </message>
    <message>
        <source>Dial of %1</source>
        <translation>Regler von %1</translation>
    </message>
    <message>
        <source>The share of its natural answers that %1 may receive</source>
        <translation>Anteil der natürlichen Antworten, den %1 erhalten darf</translation>
    </message>
    <message>
        <source>Cancel shift</source>
        <translation>Verlagerung beenden</translation>
    </message>
    <message>
        <source>Confirm: users return to %1</source>
        <translation>Bestätigen: Nutzer kehren zu %1 zurück</translation>
    </message>
    <message>
        <source>Shifted away from %1, %2 left: %3</source>
        <translation>Verkehr von %1 verlagert, noch %2: %3</translation>
    </message>
    <message>
        <source>The shift away from %1 is not in force, %2 left: %3</source>
        <translation>Die Verlagerung von %1 ist nicht wirksam, noch %2: %3</translation>
    </message>
    <message>
        <source>Shift away</source>
        <translation>Verlagern</translation>
    </message>
    <message>
        <source>Confirm: away from %1</source>
        <translation>Bestätigen: weg von %1</translation>
    </message>
    <message>
        <source>full</source>
        <translation>voll</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>if another fails</source>
        <translation>falls eine weitere ausfällt</translation>
    </message>
    <message>
        <source>Say here why, then shift again</source>
        <translation>Hier den Grund nennen, dann erneut verlagern</translation>
    </message>
</context>
<context>
    <name>sb::ShiftCard</name>
    <message>
        <source>Answers against their plan, and moving them in stages</source>
        <translation>Antworten gegenüber dem Plan, und ihre Verlagerung in Stufen</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Share of its answers to move away</source>
        <translation>Zu verlagernder Anteil der Antworten</translation>
    </message>
    <message>
        <source>Region to move traffic away from</source>
        <translation>Region, deren Verkehr verlagert wird</translation>
    </message>
    <message>
        <source>Move away from</source>
        <translation>Verlagern von</translation>
    </message>
    <message>
        <source>of its answers, in four stages</source>
        <translation>der Antworten, in vier Stufen</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Answers, and their plan</source>
        <translation>Antworten und ihr Plan</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>geplant</translation>
    </message>
    <message>
        <source>Load, and after the next stage</source>
        <translation>Last, und nach der nächsten Stufe</translation>
    </message>
    <message>
        <source>now, then</source>
        <translation>jetzt, dann</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 of its capacity now, %2 after the next stage</source>
        <translation>%1 der Kapazität jetzt, %2 nach der nächsten Stufe</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <extracomment>a load now, and after the next stage</extracomment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>The plan appears with the first decisions.</source>
        <translation>Der Plan erscheint mit den ersten Entscheidungen.</translation>
    </message>
    <message>
        <source>Planned: what the regions&apos; dials, controls and health allow, by the latest decisions of %1. Resolvers keep old answers until they expire.</source>
        <translation>Geplant: was Regler, Schalter und Gesundheit der Regionen zulassen, nach den letzten Entscheidungen von %1. Resolver behalten alte Antworten, bis diese ablaufen.</translation>
    </message>
    <message>
        <source>%1: dial %2</source>
        <translation>%1: Regler %2</translation>
    </message>
    <message>
        <source>%1, to come</source>
        <translation>%1, steht aus</translation>
    </message>
    <message>
        <source>%1, done</source>
        <translation>%1, erledigt</translation>
    </message>
    <message>
        <source>%1, asked for</source>
        <translation>%1, angefordert</translation>
    </message>
    <message>
        <source>errors at %1, above the objective of %2</source>
        <translation>Fehler bei %1, über dem Ziel von %2</translation>
    </message>
    <message>
        <source>errors at %1, %2 when the shift began</source>
        <translation>Fehler bei %1, zu Beginn der Verlagerung %2</translation>
    </message>
    <message>
        <source>the next stage would bring %1 to %2 of its capacity</source>
        <translation>die nächste Stufe brächte %1 auf %2 der Kapazität</translation>
    </message>
    <message>
        <source>%1 at %2 of its capacity</source>
        <translation>%1 bei %2 der Kapazität</translation>
    </message>
    <message>
        <source>Hold: %1</source>
        <translation>Halt: %1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>%1 gets no answers now: there is nothing to move away from it</source>
        <translation>%1 erhält jetzt keine Antworten: Es gibt nichts zu verlagern</translation>
    </message>
    <message>
        <source>Wait: %1 still has %2 of the answers, planned are %3</source>
        <translation>Warten: %1 hat noch %2 der Antworten, geplant sind %3</translation>
    </message>
    <message>
        <source>Nothing speaks against the next stage: errors at %1</source>
        <translation>Nichts spricht gegen die nächste Stufe: Fehler bei %1</translation>
    </message>
    <message>
        <source>All stages done</source>
        <translation>Alle Stufen erledigt</translation>
    </message>
    <message>
        <source>Next stage: %1</source>
        <translation>Nächste Stufe: %1</translation>
    </message>
    <message>
        <source>Confirm against the hold: %1 to %2</source>
        <translation>Trotz Halt bestätigen: %1 auf %2</translation>
    </message>
    <message>
        <source>Confirm: dial %1 to %2</source>
        <translation>Bestätigen: Regler von %1 auf %2</translation>
    </message>
    <message>
        <source>Back to where it began</source>
        <translation>Zurück auf den Anfangswert</translation>
    </message>
    <message>
        <source>Confirm: dial %1 back to %2</source>
        <translation>Bestätigen: Regler von %1 zurück auf %2</translation>
    </message>
    <message>
        <source>%1  %2; errors at %3</source>
        <translation>%1  %2; Fehler bei %3</translation>
    </message>
    <message>
        <source>stage %1: dial of %2 to %3</source>
        <translation>Stufe %1: Regler von %2 auf %3</translation>
    </message>
    <message>
        <source>back: dial of %1 to %2</source>
        <translation>zurück: Regler von %1 auf %2</translation>
    </message>
</context>
<context>
    <name>sb::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Arrows, Tab</source>
        <translation>Pfeiltasten, Tab</translation>
    </message>
    <message>
        <source>Walk through regions and links</source>
        <translation>Durch Regionen und Verbindungen gehen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Select, then inspect</source>
        <translation>Wählen, dann inspizieren</translation>
    </message>
    <message>
        <source>Menu, Shift+F10</source>
        <translation>Menü, Umschalt+F10</translation>
    </message>
    <message>
        <source>Actions of the region or link</source>
        <translation>Aktionen der Region oder Verbindung</translation>
    </message>
    <message>
        <source>Delete, Delete</source>
        <translation>Entf, Entf</translation>
    </message>
    <message>
        <source>Fail the region</source>
        <translation>Region ausfallen lassen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>W S</source>
        <translation>W S</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoomen</translation>
    </message>
    <message>
        <source>A D, arrows</source>
        <translation>A D, Pfeiltasten</translation>
    </message>
    <message>
        <source>Move in time</source>
        <translation>In der Zeit bewegen</translation>
    </message>
    <message>
        <source>F</source>
        <translation>F</translation>
    </message>
    <message>
        <source>Fit the incident</source>
        <translation>Den Vorfall einpassen</translation>
    </message>
    <message>
        <source>, .</source>
        <translation>, .</translation>
    </message>
    <message>
        <source>Previous and next event</source>
        <translation>Voriges und nächstes Ereignis</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Pos1, Ende</translation>
    </message>
    <message>
        <source>First and last</source>
        <translation>Erstes und letztes</translation>
    </message>
    <message>
        <source>Command palette and pages</source>
        <translation>Befehlspalette und Seiten</translation>
    </message>
    <message>
        <source>Arrows, Page Up, Page Down</source>
        <translation>Pfeiltasten, Bild auf, Bild ab</translation>
    </message>
    <message>
        <source>Choose an entry</source>
        <translation>Einen Eintrag wählen</translation>
    </message>
    <message>
        <source>Do it; twice if it hurts</source>
        <translation>Ausführen; Folgenreiches zweimal</translation>
    </message>
    <message>
        <source>Disarm, then leave</source>
        <translation>Entschärfen, dann schließen</translation>
    </message>
    <message>
        <source>Tab, arrows</source>
        <translation>Tab, Pfeiltasten</translation>
    </message>
    <message>
        <source>Walk the rail of pages</source>
        <translation>Durch die Navigationsleiste gehen</translation>
    </message>
</context>
<context>
    <name>sb::StateMachineView</name>
    <message>
        <source>State diagram; now: %1</source>
        <translation>Zustandsdiagramm; jetzt: %1</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Cart</source>
        <translation>Warenkorb</translation>
    </message>
    <message>
        <source>Checkout</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Best sellers</source>
        <translation>Bestseller</translation>
    </message>
    <message>
        <source>Blog</source>
        <translation>Blog</translation>
    </message>
</context>
<context>
    <name>sb::StatusLine</name>
    <message>
        <source>State of the run</source>
        <translation>Stand des Laufs</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Progress of the job</source>
        <translation>Fortschritt des Auftrags</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the job</source>
        <translation>Den Auftrag abbrechen</translation>
    </message>
    <message>
        <source>Re-simulating %1</source>
        <translation>%1 wird nachsimuliert</translation>
    </message>
    <message>
        <source>World stopped</source>
        <translation>Welt angehalten</translation>
    </message>
    <message>
        <source>World paused</source>
        <translation>Welt pausiert</translation>
    </message>
    <message>
        <source>World running as fast as possible, %1×</source>
        <translation>Welt läuft so schnell wie möglich, %1×</translation>
    </message>
    <message>
        <source>World running %1</source>
        <translation>Welt läuft %1</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <translation>%1 verworfen</translation>
    </message>
    <message>
        <source>frame %1 ms</source>
        <translation>Frame %1 ms</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>recording: %1</source>
        <translation>Aufzeichnung: %1</translation>
    </message>
    <message>
        <source>no alarms</source>
        <translation>keine Alarme</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, first: %2</source>
        <extracomment>number of abnormal conditions, then the worst</extracomment>
        <translation>%1, zuerst: %2</translation>
    </message>
</context>
<context>
    <name>sb::StatusModel</name>
    <message>
        <source>%1, %2</source>
        <extracomment>orders at risk and their value</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Region or link</source>
        <translation>Region oder Verbindung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>DNS answers</source>
        <translation>DNS-Antworten</translation>
    </message>
    <message>
        <source>Lag in</source>
        <translation>Rückst. ein</translation>
    </message>
    <message>
        <source>Lag out</source>
        <translation>Rückst. aus</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>Gefährdet</translation>
    </message>
</context>
<context>
    <name>sb::StatusTable</name>
    <message>
        <source>Regions and links</source>
        <translation>Regionen und Verbindungen</translation>
    </message>
</context>
<context>
    <name>sb::TimelinePainter</name>
    <message>
        <source>%1 older events not kept</source>
        <extracomment>At the left edge of the timeline: %1 events are no longer kept</extracomment>
        <translation>%1 ältere Ereignisse nicht vorgehalten</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>sb::TimelineText</name>
    <message>
        <source>%1 %2</source>
        <extracomment>Bracket over a phase of an incident: %1 &quot;Detect&quot;, %2 its duration
----------
One region&apos;s share of DNS answers in percent: &quot;Ireland 43&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 +%2</source>
        <extracomment>Beside folded marks: %1 the first of them, %2 how many more</extracomment>
        <translation>%1 +%2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>A list of regions with their shares, and the unit at its end: &quot;Ireland 43 · Singapore 57 %&quot;</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Clear fault %1</source>
        <translation>Störung %1 aufheben</translation>
    </message>
    <message>
        <source>Clear all faults</source>
        <translation>Alle Störungen aufheben</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>%1 wiederherstellen</translation>
    </message>
    <message>
        <source>Fail back %1</source>
        <translation>Auf %1 zurückschalten</translation>
    </message>
    <message>
        <source>Stop the fail-back of %1</source>
        <translation>Rückschaltung auf %1 abbrechen</translation>
    </message>
    <message>
        <source>%1 on</source>
        <translation>%1 ein</translation>
    </message>
    <message>
        <source>%1 off</source>
        <translation>%1 aus</translation>
    </message>
    <message>
        <source>Routing controls: %1</source>
        <translation>Routing-Schalter: %1</translation>
    </message>
    <message>
        <source>Shift away from %1</source>
        <translation>Verkehr von %1 verlagern</translation>
    </message>
    <message>
        <source>Cancel the shift away from %1</source>
        <translation>Verlagerung von %1 beenden</translation>
    </message>
    <message>
        <source>Dial %1 to %2 %</source>
        <translation>Regler von %1 auf %2 %</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 mit %2</translation>
    </message>
    <message>
        <source>Weights: %1</source>
        <translation>Gewichte: %1</translation>
    </message>
    <message>
        <source>Copy objects from %1 to %2</source>
        <translation>Objekte von %1 nach %2 kopieren</translation>
    </message>
    <message>
        <source>Stop copying objects from %1 to %2</source>
        <translation>Kopieren von Objekten von %1 nach %2 beenden</translation>
    </message>
    <message>
        <source>Copy what %2 lacks of the objects of %1</source>
        <translation>In %2 fehlende Objekte aus %1 kopieren</translation>
    </message>
    <message>
        <source>Price of book %1 in %2</source>
        <translation>Preis von Buch %1 in %2</translation>
    </message>
    <message>
        <source>Start plan %1</source>
        <translation>Plan %1 starten</translation>
    </message>
    <message>
        <source>Plan %1: %2</source>
        <translation>Plan %1: %2</translation>
    </message>
    <message>
        <source>Fence %1</source>
        <translation>Schreibsperre %1</translation>
    </message>
    <message>
        <source>Unfence %1</source>
        <translation>Schreibsperre %1 aufheben</translation>
    </message>
    <message>
        <source>Evict %1</source>
        <translation>%1 ausschließen</translation>
    </message>
    <message>
        <source>Replay the orphan writes of %1</source>
        <translation>Verwaiste Schreibvorgänge von %1 nachspielen</translation>
    </message>
    <message>
        <source>Discard the orphan writes of %1</source>
        <translation>Verwaiste Schreibvorgänge von %1 verwerfen</translation>
    </message>
    <message>
        <source>Revoke the rights of %1</source>
        <translation>Rechte von %1 entziehen</translation>
    </message>
    <message>
        <source>Move the blog&apos;s writer to %1</source>
        <translation>Schreiberrolle des Blogs an %1 übergeben</translation>
    </message>
    <message>
        <source>Let %1 seize the blog&apos;s writer</source>
        <translation>%1 die Schreiberrolle des Blogs erzwingen lassen</translation>
    </message>
    <message>
        <source>Count the best sellers of %1 anew</source>
        <translation>Bestseller von %1 neu zählen</translation>
    </message>
    <message>
        <source>Retry the changes set aside in %1</source>
        <translation>In %1 beiseitegelegte Änderungen erneut versuchen</translation>
    </message>
    <message>
        <source>Republish the name of %1</source>
        <translation>Den Namen von %1 neu veröffentlichen</translation>
    </message>
    <message>
        <source>Incident timeline</source>
        <translation>Zeitleiste des Vorfalls</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Bediener</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>Health checks</source>
        <translation>Health-Checks</translation>
    </message>
    <message>
        <source>DNS answers</source>
        <translation>DNS-Antworten</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Replication</source>
        <translation>Replikation</translation>
    </message>
    <message>
        <source>%1: checks red</source>
        <translation>%1: Checks rot</translation>
    </message>
    <message>
        <source>%1: %2 of %3 red</source>
        <extracomment>%1 region, %2 of %3 health checkers are red</extracomment>
        <translation>%1: %2 von %3 rot</translation>
    </message>
    <message>
        <source>%1 of %2 red</source>
        <extracomment>%1 of %2 health checkers are red</extracomment>
        <translation>%1 von %2 rot</translation>
    </message>
    <message>
        <source>%1 of %2 green</source>
        <extracomment>%1 of %2 health checkers are green</extracomment>
        <translation>%1 von %2 grün</translation>
    </message>
    <message>
        <source>Fail back, %1</source>
        <extracomment>Text of a bar: users are being brought back to a region</extracomment>
        <translation>Rückschaltung, %1</translation>
    </message>
    <message>
        <source>%1, %2 – %3</source>
        <extracomment>A fault on the link between two regions</extracomment>
        <translation>%1, %2 – %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A fault and its region</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <extracomment>Beside the mark of a refused operator command</extracomment>
        <translation>abgewiesen: %1</translation>
    </message>
    <message>
        <source>%1  %2, %3</source>
        <extracomment>Head of a tool tip: time, kind of event, region</extracomment>
        <translation>%1  %2, %3</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Because: %1  %2</source>
        <translation>Weil: %1  %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more here; zoom in to tell them apart</source>
        <translation>
            <numerusform>und %n weiteres hier; hineinzoomen, um sie zu unterscheiden</numerusform>
            <numerusform>und %n weitere hier; hineinzoomen, um sie zu unterscheiden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s).</source>
        <translation>
            <numerusform>%n Ereignis.</numerusform>
            <numerusform>%n Ereignisse.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 since %2.</source>
        <extracomment>%1 is a fault or a red health check, %2 a time of day</extracomment>
        <translation>%1 seit %2.</translation>
    </message>
    <message>
        <source>No fault is active and all checks are green.</source>
        <translation>Keine Störung ist aktiv, und alle Checks sind grün.</translation>
    </message>
    <message>
        <source>DNS answers: %1.</source>
        <translation>DNS-Antworten: %1.</translation>
    </message>
    <message>
        <source>Selected: %1</source>
        <translation>Gewählt: %1</translation>
    </message>
</context>
<context>
    <name>sb::TimelineView</name>
    <message>
        <source>Follow now</source>
        <translation>Mitlaufen</translation>
    </message>
    <message>
        <source>Keep the present in view</source>
        <translation>Die Gegenwart im Blick behalten</translation>
    </message>
    <message>
        <source>Fit incident</source>
        <translation>Vorfall einpassen</translation>
    </message>
    <message>
        <source>Previous event</source>
        <translation>Voriges Ereignis</translation>
    </message>
    <message>
        <source>Next event</source>
        <translation>Nächstes Ereignis</translation>
    </message>
</context>
<context>
    <name>sb::TopBar</name>
    <message>
        <source>+ Virginia</source>
        <translation>+ Virginia</translation>
    </message>
    <message>
        <source>New run with Virginia</source>
        <translation>Neuer Lauf mit Virginia</translation>
    </message>
    <message>
        <source>Injects a fault into a region or link</source>
        <translation>Löst eine Störung an einer Region oder Verbindung aus</translation>
    </message>
    <message>
        <source>Break…</source>
        <translation>Stören…</translation>
    </message>
    <message>
        <source>Fail back…</source>
        <translation>Zurückschalten…</translation>
    </message>
    <message>
        <source>Returns a healed region to service</source>
        <translation>Nimmt eine geheilte Region wieder in Betrieb</translation>
    </message>
    <message>
        <source>Export record</source>
        <translation>Protokoll exportieren</translation>
    </message>
    <message>
        <source>Writes the incident record to a file</source>
        <translation>Schreibt das Vorfallprotokoll in eine Datei</translation>
    </message>
    <message>
        <source>Recovery time objective: from the first user-visible error until errors are back under the objective</source>
        <translation>Wiederanlaufzeit (Recovery Time Objective): vom ersten für Nutzer sichtbaren Fehler, bis die Fehler wieder unter dem Zielwert liegen</translation>
    </message>
    <message>
        <source>Acknowledged orders that exist in one region only: lost if that region were lost now</source>
        <translation>Bestätigte Bestellungen, die es nur in einer Region gibt: verloren, falls diese Region jetzt verloren ginge</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>title of the run, number of regions</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>At risk %1 · %2</source>
        <translation>Gefährdet %1 · %2</translation>
    </message>
    <message>
        <source>Risk %1 · %2</source>
        <comment>short for: at risk</comment>
        <translation>Risiko %1 · %2</translation>
    </message>
    <message>
        <source>RTO %1 running</source>
        <translation>RTO %1 läuft</translation>
    </message>
    <message>
        <source>RTO %1</source>
        <translation>RTO %1</translation>
    </message>
    <message>
        <source>Restored in %1</source>
        <translation>Wiederhergestellt in %1</translation>
    </message>
    <message>
        <source>Incident %1 open</source>
        <translation>Vorfall %1 offen</translation>
    </message>
    <message>
        <source>Objectives met · last RTO %1</source>
        <translation>Ziele eingehalten · letzte RTO %1</translation>
    </message>
    <message>
        <source>Objectives met</source>
        <translation>Ziele eingehalten</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
</context>
<context>
    <name>sb::TrackView</name>
    <message>
        <source>Tracks of the incident</source>
        <translation>Spuren des Vorfalls</translation>
    </message>
    <message>
        <source>Move track %1</source>
        <translation>Spur %1 verschieben</translation>
    </message>
    <message>
        <source>Unpin track %1</source>
        <translation>Spur %1 lösen</translation>
    </message>
    <message>
        <source>Pin track %1</source>
        <translation>Spur %1 anheften</translation>
    </message>
    <message>
        <source>Hide track %1</source>
        <translation>Spur %1 verbergen</translation>
    </message>
    <message>
        <source>Unpin track</source>
        <translation>Spur lösen</translation>
    </message>
    <message>
        <source>Pin track to the top</source>
        <translation>Spur oben anheften</translation>
    </message>
    <message>
        <source>Hide track</source>
        <translation>Spur verbergen</translation>
    </message>
    <message>
        <source>Move track up</source>
        <translation>Spur nach oben</translation>
    </message>
    <message>
        <source>Move track down</source>
        <translation>Spur nach unten</translation>
    </message>
    <message>
        <source>Rename flag…</source>
        <translation>Marke umbenennen…</translation>
    </message>
    <message>
        <source>Remove flag</source>
        <translation>Marke entfernen</translation>
    </message>
    <message>
        <source>Set a flag here…</source>
        <translation>Marke hier setzen…</translation>
    </message>
    <message>
        <source>Fit selection, or all</source>
        <translation>Auswahl einpassen, sonst alles</translation>
    </message>
    <message>
        <source>Select the range of the event</source>
        <translation>Bereich des Ereignisses wählen</translation>
    </message>
    <message>
        <source>Follow now</source>
        <translation>Mitlaufen</translation>
    </message>
</context>
<context>
    <name>sb::TrafficPage</name>
    <message>
        <source>Traffic</source>
        <translation>Verkehr</translation>
    </message>
    <message>
        <source>Requests, latency and errors, a row for each time</source>
        <translation>Anfragen, Latenz und Fehler, eine Zeile je Zeitpunkt</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Über der Zeit</translation>
    </message>
    <message>
        <source>No samples yet: resume the run to see its traffic.</source>
        <translation>Noch keine Messwerte: den Lauf fortsetzen, um seinen Verkehr zu sehen.</translation>
    </message>
    <message>
        <source>By region, last seconds</source>
        <translation>Nach Region, letzte Sekunden</translation>
    </message>
    <message>
        <source>Traffic by region</source>
        <translation>Verkehr nach Region</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>How far visits get, last minute</source>
        <translation>Wie weit Besuche kommen, letzte Minute</translation>
    </message>
    <message>
        <source>Clients that go where no answer leads</source>
        <translation>Clients auf Wegen, die keine Antwort mehr weist</translation>
    </message>
    <message>
        <source>Clients by kind</source>
        <translation>Clients nach Art</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Besuche</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Now %1 · 50 % within %2, 95 % within %3, 99 % within %4 · errors %5 · %6 since the start, %7 failed</source>
        <translation>Jetzt %1 · 50 % binnen %2, 95 % binnen %3, 99 % binnen %4 · Fehler %5 · %6 seit dem Start, %7 fehlgeschlagen</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>sb::TrafficStrips</name>
    <message>
        <source>Requests, latency and errors over time</source>
        <translation>Anfragen, Latenz und Fehler über der Zeit</translation>
    </message>
    <message>
        <source>Requests, stacked by region</source>
        <translation>Anfragen, gestapelt nach Region</translation>
    </message>
    <message>
        <source>What customers waited: the stronger the more; lines: 50, 95 and 99 % of them</source>
        <translation>Wartezeit der Kunden: je kräftiger, desto mehr Kunden; Linien: 50, 95 und 99 % von ihnen</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>a series and its value</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>errors %1</source>
        <translation>Fehler %1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>&gt; %1</source>
        <translation>&gt; %1</translation>
    </message>
    <message>
        <source>The heat is not kept for this range: choose two minutes</source>
        <translation>Für diesen Zeitraum ist keine Heatmap vorgehalten: zwei Minuten wählen</translation>
    </message>
    <message>
        <source>No samples yet: resume the run to see its traffic.</source>
        <translation>Noch keine Messwerte: den Lauf fortsetzen, um seinen Verkehr zu sehen.</translation>
    </message>
</context>
<context>
    <name>sb::ViewExport</name>
    <message>
        <source>the picture cannot be packed</source>
        <translation>das Bild lässt sich nicht komprimieren</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>Bild (PNG)</translation>
    </message>
    <message>
        <source>Picture, double size (PNG)</source>
        <translation>Bild, doppelt groß (PNG)</translation>
    </message>
    <message>
        <source>Drawing (SVG)</source>
        <translation>Zeichnung (SVG)</translation>
    </message>
    <message>
        <source>Data (CSV)</source>
        <translation>Daten (CSV)</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
</context>
<context>
    <name>sb::ViewMenu</name>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Lag in seconds</source>
        <translation>Rückstand in Sekunden</translation>
    </message>
    <message>
        <source>Waiting operations</source>
        <translation>Wartende Operationen</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Replication matrix</source>
        <translation>Replikationsmatrix</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Verkehr</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>Copy as image</source>
        <translation>Als Bild kopieren</translation>
    </message>
    <message>
        <source>Copy as data (CSV)</source>
        <translation>Als Daten kopieren (CSV)</translation>
    </message>
    <message>
        <source>Save view as</source>
        <translation>Ansicht speichern unter</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>Copied as an image: %1</source>
        <translation>Als Bild kopiert: %1</translation>
    </message>
    <message>
        <source>%1 has no data to copy at present. Copy it as an image.</source>
        <translation>%1 hat derzeit keine Daten zum Kopieren. Als Bild kopieren.</translation>
    </message>
    <message>
        <source>Copied as data: %1</source>
        <translation>Als Daten kopiert: %1</translation>
    </message>
</context>
<context>
    <name>sb::ViewWriter</name>
    <message>
        <source>%1: nothing was written, because this view has no data at present; save it as a picture</source>
        <translation>%1: nichts geschrieben, weil diese Ansicht derzeit keine Daten hat; als Bild speichern</translation>
    </message>
    <message>
        <source>%1: cannot be written: %2</source>
        <extracomment>a file, and why it could not be written</extracomment>
        <translation>%1: lässt sich nicht schreiben: %2</translation>
    </message>
</context>
<context>
    <name>sb::VotesView</name>
    <message>
        <source>%1 of %2 checkers say healthy, %3 are needed</source>
        <translation>%1 von %2 Prüfern melden „gesund“, %3 sind nötig</translation>
    </message>
</context>
<context>
    <name>sb::WallView</name>
    <message>
        <source>Wall mode</source>
        <translation>Großbildmodus</translation>
    </message>
</context>
<context>
    <name>sb::WhyPanel</name>
    <message>
        <source>Why this answer?</source>
        <translation>Warum diese Antwort?</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>Als &amp;Text kopieren</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Schl&amp;ießen</translation>
    </message>
</context>
<context>
    <name>sb::WorldMap</name>
    <message>
        <source>World map</source>
        <translation>Weltkarte</translation>
    </message>
    <message>
        <source>Regions and the replication links between them. Arrow keys move, Enter selects, Menu opens actions, plus and minus look closer and wider.</source>
        <translation>Regionen und die Replikationsverbindungen zwischen ihnen. Pfeiltasten bewegen, die Eingabetaste wählt, die Menütaste öffnet Aktionen, Plus und Minus vergrößern und verkleinern.</translation>
    </message>
    <message>
        <source>Ring of regions</source>
        <translation>Ring der Regionen</translation>
    </message>
    <message>
        <source>Actions for %1</source>
        <translation>Aktionen für %1</translation>
    </message>
</context>
<context>
    <name>sb::ZoneCard</name>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Zones of your own</source>
        <translation>Eigene Zonen</translation>
    </message>
    <message>
        <source>Check a &amp;zone file…</source>
        <translation>Zonendatei &amp;prüfen…</translation>
    </message>
    <message>
        <source>Show this run&apos;s zone</source>
        <translation>Zone dieses Laufs zeigen</translation>
    </message>
    <message>
        <source>Reads what &apos;aws route53 list-resource-record-sets&apos; prints, and &apos;list-health-checks&apos; beside it, and says what is wrong with it and what is unwise. Nothing is sent anywhere.</source>
        <translation>Liest, was „aws route53 list-resource-record-sets“ ausgibt, dazu „list-health-checks“, und sagt, was daran falsch und was unklug ist. Nichts wird irgendwohin gesendet.</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>What is so</source>
        <translation>Sachverhalt</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>What mends it</source>
        <translation>Abhilfe</translation>
    </message>
    <message>
        <source>This run&apos;s customers ask the program&apos;s own zone. There is nothing to judge in it.</source>
        <translation>Die Kunden dieses Laufs fragen die Zone des Programms. An ihr gibt es nichts zu beurteilen.</translation>
    </message>
    <message>
        <source>Check a zone file</source>
        <translation>Zonendatei prüfen</translation>
    </message>
    <message>
        <source>Zone files (*.json)</source>
        <translation>Zonendateien (*.json)</translation>
    </message>
    <message>
        <source>Its health checks, if you have them: Cancel judges the zone alone</source>
        <translation>Zugehörige Health-Checks, falls vorhanden: „Abbrechen“ beurteilt nur die Zone</translation>
    </message>
    <message>
        <source>Health checks (*.json)</source>
        <translation>Health-Checks (*.json)</translation>
    </message>
    <message>
        <source>mistake</source>
        <translation>Formfehler</translation>
    </message>
    <message>
        <source>the file is refused</source>
        <translation>die Datei wird abgewiesen</translation>
    </message>
    <message>
        <source>not supported</source>
        <translation>nicht unterstützt</translation>
    </message>
    <message>
        <source>it has no effect here</source>
        <translation>hier ohne Wirkung</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>This run&apos;s customers ask for %1 in a zone of your own</source>
        <extracomment>the domain name that the run&apos;s customers ask for</extracomment>
        <translation>Die Kunden dieses Laufs fragen nach %1 in einer eigenen Zone</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2; its health checks are not there</source>
        <translation>%1: %2; die zugehörigen Health-Checks fehlen</translation>
    </message>
</context>
</TS>
