/** The English texts of the saved views; the other languages have exactly these keys. */
export const en = {
  views: {
    label: 'Saved views',
    loading: 'Saved views are being loaded',
    none: 'Filter, search or sort the list, then save it here under a name. Everybody in “{{tenant}}” sees it.',
    rename: 'Rename “{{name}}”',
    delete: 'Delete “{{name}}”',
    name: 'Name of the view',
    saveHint: 'Save what the list shows now',
    save: 'Save',
    replace: 'Replace',
    replaces: 'There is a view of this name. Saving replaces it.',
    taken: 'There is a view of this name already.',
    cancel: 'Cancel',
    saved: 'The view “{{name}}” is saved.',
    renamed: 'The view is now called “{{name}}”.',
    deleted: 'The view “{{name}}” is deleted.',
  },
};

export type SavedViewTexts = typeof en;
