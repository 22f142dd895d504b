import type { listTexts as english } from './list-texts.en';

export const listTexts: typeof english = {
  undo: {
    action: 'Rückgängig',
    done: 'Rückgängig gemacht.',
    refused: 'Das ließ sich nicht rückgängig machen. {{reason}}',
  },
};
