import type { en } from './en';

export const de: typeof en = {
  board: {
    heading: 'Board',
    columns: 'Status',
    column: { one: '{{status}}, {{n}} Lead', other: '{{status}}, {{n}} Leads' },
    loading: 'Leads werden geladen',
    none: 'Hier sind keine Leads',
    shown: '{{n}} von {{total}}',
    more: '{{n}} weitere zeigen',
    move: '{{name}} in einen anderen Status verschieben',
    elsewhere: 'Inzwischen „{{status}}“',
    keys: 'Mit der Leertaste nehmen Sie den Lead auf und verschieben ihn in einen anderen Status.',
    pickedUp:
      '{{name}} aus „{{status}}“ aufgenommen. Die Pfeiltasten nach links und rechts wählen einen Status, die Leertaste legt ab, Escape bricht ab.',
    over: '{{status}}: Platz {{place}} von {{n}}.',
    unchanged: '{{status}}: von hier kommt der Lead.',
    dropped: '{{name}} in „{{status}}“ abgelegt.',
    cancelled: 'Abgebrochen. {{name}} bleibt in „{{status}}“.',
    why: {
      contact: 'Kontakt',
      active: 'aktiv {{when}}',
      domain: 'Domain',
      nothing: 'Noch wenig bekannt',
    },
  },
};
