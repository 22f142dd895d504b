/** The English texts of the board; the other languages have exactly these keys. */
export const en = {
  board: {
    heading: 'Board',
    columns: 'Statuses',
    column: { one: '{{status}}, {{n}} lead', other: '{{status}}, {{n}} leads' },
    loading: 'Leads are being loaded',
    none: 'No leads here',
    shown: '{{n}} of {{total}}',
    more: 'Show {{n}} more',
    move: 'Move {{name}} to another status',
    elsewhere: 'By now “{{status}}”',
    keys: 'Space picks it up to move it to another status.',
    pickedUp:
      '{{name}} picked up from “{{status}}”. The left and right arrow keys choose a status, Space drops it there, Escape cancels.',
    over: '{{status}}: place {{place}} of {{n}}.',
    unchanged: '{{status}}: here it comes from.',
    dropped: '{{name}} dropped in “{{status}}”.',
    cancelled: 'Cancelled. {{name}} stays in “{{status}}”.',
    why: {
      contact: 'contact',
      active: 'active {{when}}',
      domain: 'domain',
      nothing: 'Little is known yet',
    },
  },
};
