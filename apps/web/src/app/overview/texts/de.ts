import type { en } from './en';

export const de: typeof en = {
  overview: {
    heading: 'Überblick',
    loading: 'Zahlen werden geladen',
    leads: 'Leads',
    share: 'Anteil',
    total: 'Leads',
    average: 'Mittlere Priorität',
    thisWeek: 'Diese Woche angelegt',
    quiet: 'Still geworden',
    byStatus: 'Trichter nach Status',
    byPriority: 'Nach Priorität',
    band: '{{from}} bis {{to}}',
    byActivity: 'Aktivität offener Leads',
    activity: 'Letzte Aktivität',
    active: 'In den letzten 30 Tagen',
    goneQuiet: 'Still geworden',
    quietHint:
      'Neue und qualifizierte Leads, bei denen seit mehr als 30 Tagen oder noch nie etwas geschehen ist.',
    byWeek: 'Angelegt und qualifiziert nach Wochen',
    week: 'Woche ab',
    created: 'Angelegt',
    qualified: 'Qualifiziert',
    weekOf: 'Woche ab {{day}}: {{created}} angelegt, {{qualified}} qualifiziert',
    weeks:
      'Angelegte und qualifizierte Leads der letzten {{n}} Wochen. Die Zahlen stehen in der Tabelle.',
    asTable: 'Als Tabelle zeigen',
    asChart: 'Als Diagramm zeigen',
    newest: 'Neueste Leads',
    newlyQualified: 'Qualifizierte Leads, zuletzt geänderte',
  },
};
