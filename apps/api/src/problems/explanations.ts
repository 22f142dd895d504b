import type { ProblemName } from '@leadlog/contracts/problem';

/** What a person who looks a problem up should know: what it means, and what to do. */
export const EXPLANATIONS: Record<ProblemName, { en: string; de: string }> = {
  'malformed-request': {
    en: 'The request could not be read: the body is not well-formed JSON in UTF-8, or a header or the address is damaged. Check what your program sends.',
    de: 'Die Anfrage ließ sich nicht lesen: Der Inhalt ist kein wohlgeformtes JSON in UTF-8, oder ein Kopf oder die Adresse ist beschädigt. Prüfen Sie, was Ihr Programm sendet.',
  },
  'invalid-tenant': {
    en: 'Every request names its tenant in the header X-Tenant-ID: a lower-case letter or digit, then at most 62 lower-case letters, digits, "_" and "-".',
    de: 'Jede Anfrage nennt ihren Mandanten im Kopf X-Tenant-ID: ein Kleinbuchstabe oder eine Ziffer, dann höchstens 62 Kleinbuchstaben, Ziffern, „_“ und „-“.',
  },
  'invalid-actor': {
    en: 'The header X-Actor names who acts, in percent-encoded UTF-8 of at most 200 characters. It may be left out.',
    de: 'Der Kopf X-Actor nennt, wer handelt: in prozentkodiertem UTF-8 mit höchstens 200 Zeichen. Er darf fehlen.',
  },
  'invalid-idempotency-key': {
    en: 'The header Idempotency-Key must be 1 to 255 visible ASCII characters, for example a UUID.',
    de: 'Der Kopf Idempotency-Key muss aus 1 bis 255 sichtbaren ASCII-Zeichen bestehen, zum Beispiel einer UUID.',
  },
  'not-found': {
    en: 'There is nothing here for this tenant. What belongs to another tenant cannot be told from what does not exist.',
    de: 'Für diesen Mandanten gibt es hier nichts. Was einem anderen Mandanten gehört, ist von dem, was es nicht gibt, nicht zu unterscheiden.',
  },
  'method-not-allowed': {
    en: 'The address exists, but not with this method. The header Allow names those that it answers.',
    de: 'Die Adresse gibt es, aber nicht mit dieser Methode. Der Kopf Allow nennt die möglichen.',
  },
  'position-ahead': {
    en: 'The live feed was asked to go on after a position that the log has not reached. The log was longer once: the service was probably restored from a backup. Read everything anew, then follow from the newest position.',
    de: 'Der Live-Strom sollte hinter einer Position weitergehen, die das Protokoll noch nicht erreicht hat. Es war einmal länger: Der Dienst wurde vermutlich aus einer Sicherung wiederhergestellt. Lesen Sie alles neu und folgen Sie dann ab der neuesten Position.',
  },
  'precondition-failed': {
    en: 'Somebody changed the lead since you read it, and your If-Match asked not to overwrite that. Read it again and decide anew.',
    de: 'Jemand hat den Lead geändert, seit Sie ihn gelesen haben, und Ihr If-Match wollte das nicht überschreiben. Lesen Sie ihn erneut und entscheiden Sie neu.',
  },
  'payload-too-large': {
    en: 'The body has more than 1 MiB, or the file to import more than 50 MiB. Nothing was written.',
    de: 'Der Inhalt hat mehr als 1 MiB, oder die zu importierende Datei mehr als 50 MiB. Nichts wurde geschrieben.',
  },
  'unsupported-media-type': {
    en: 'The body must be sent as application/json in UTF-8, a file to import as text/csv.',
    de: 'Der Inhalt muss als application/json in UTF-8 gesendet werden, eine zu importierende Datei als text/csv.',
  },
  'unknown-host': {
    en: 'The request was sent to a name under which this service does not answer, so that pages of foreign domains cannot read it. Use a name that it knows; whoever runs the service lists them in the setting ALLOWED_HOSTS.',
    de: 'Die Anfrage ging an einen Namen, unter dem dieser Dienst nicht antwortet, damit Seiten fremder Domains ihn nicht auslesen können. Verwenden Sie einen Namen, den er kennt; wer den Dienst betreibt, nennt sie in der Einstellung ALLOWED_HOSTS.',
  },
  validation: {
    en: 'The request was understood but breaks a rule. Its "errors" name each field or parameter with the reason. Nothing was written.',
    de: 'Die Anfrage wurde verstanden, verletzt aber eine Regel. Ihre „errors“ nennen jedes Feld und jeden Parameter mit dem Grund. Nichts wurde geschrieben.',
  },
  'idempotency-key-reused': {
    en: 'This Idempotency-Key came with another request in the last 24 hours. Give each request a key of its own, and repeat a request exactly as it was.',
    de: 'Dieser Idempotency-Key kam in den letzten 24 Stunden mit einer anderen Anfrage. Geben Sie jeder Anfrage einen eigenen Schlüssel und wiederholen Sie eine Anfrage genau so, wie sie war.',
  },
  'too-many-requests': {
    en: 'This tenant has made as many requests as it may in a minute. Try again after the seconds that the header Retry-After names; RateLimit-Policy names the limit, and RateLimit what is left of it.',
    de: 'Dieser Mandant hat so viele Anfragen gestellt, wie er in einer Minute darf. Versuchen Sie es nach so vielen Sekunden erneut, wie der Kopf Retry-After nennt; RateLimit-Policy nennt die Grenze und RateLimit, was davon übrig ist.',
  },
  'too-many-feeds': {
    en: 'This tenant has as many live feeds open as it may. Close one, or try again after the seconds that the header Retry-After names.',
    de: 'Dieser Mandant hat so viele Live-Ströme offen, wie er darf. Schließen Sie einen, oder versuchen Sie es nach so vielen Sekunden erneut, wie der Kopf Retry-After nennt.',
  },
  'too-many-downloads': {
    en: 'This tenant takes as many downloads at a time as it may. Wait until one has ended, or try again after the seconds that the header Retry-After names.',
    de: 'Dieser Mandant lädt so vieles zugleich herunter, wie er darf. Warten Sie, bis ein Download fertig ist, oder versuchen Sie es nach so vielen Sekunden erneut, wie der Kopf Retry-After nennt.',
  },
  'too-many-imports': {
    en: 'This tenant has as many unfinished imports as it may. Wait until one is done, or try again after the seconds that the header Retry-After names.',
    de: 'Dieser Mandant hat so viele Importe offen, wie er darf. Warten Sie, bis einer fertig ist, oder versuchen Sie es nach so vielen Sekunden erneut, wie der Kopf Retry-After nennt.',
  },
  internal: {
    en: 'Something went wrong on our side. The operator finds it in the log by the correlation id.',
    de: 'Bei uns ist etwas schiefgegangen. Der Betreiber findet es im Protokoll unter der Korrelationskennung.',
  },
  unavailable: {
    en: 'The service cannot answer now, because it is starting or stopping, cannot reach its store or its keys, or has too much to write. Try again soon; the operator finds in the log what is missing.',
    de: 'Der Dienst kann gerade nicht antworten, weil er startet, stoppt, seinen Speicher oder seine Schlüssel nicht erreicht oder zu viel zu schreiben hat. Versuchen Sie es bald erneut; was fehlt, findet der Betreiber im Protokoll.',
  },
};
