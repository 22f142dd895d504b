/** The English texts of the list and of what works on every screen: keys, palette, undo, live. */
export const listTexts = {
  undo: {
    action: 'Undo',
    done: 'Undone.',
    refused: 'This was not undone. {{reason}}',
  },
};
