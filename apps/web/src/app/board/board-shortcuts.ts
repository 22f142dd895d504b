import type { Shortcut } from '../shortcuts/shortcuts';

/** The keys of the cards, which the board itself answers. */
export const BOARD_KEYS: readonly Shortcut[] = [
  { keys: ['Enter'], group: 'board', label: 'open' },
  { keys: ['Space'], group: 'board', label: 'pickUp' },
  { keys: ['ArrowRight'], group: 'board', label: 'carry' },
  { keys: ['Escape'], group: 'board', label: 'putBack' },
];
