import type { Shortcut } from '../../shortcuts/shortcuts';

/** The keys of the rows, which the grid itself answers. */
export const LIST_KEYS: readonly Shortcut[] = [
  { keys: ['Enter'], group: 'list', label: 'open' },
  { keys: ['e', 'F2'], group: 'list', label: 'edit' },
  { keys: ['x', 'Shift+X'], group: 'list', label: 'tick' },
  { keys: ['Shift+ArrowRight'], group: 'list', label: 'width' },
];
