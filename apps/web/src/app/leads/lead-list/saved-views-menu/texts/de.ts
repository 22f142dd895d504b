import type { SavedViewTexts } from './en';

export const de: SavedViewTexts = {
  views: {
    label: 'Gespeicherte Ansichten',
    loading: 'Gespeicherte Ansichten werden geladen',
    none: 'Filtern, durchsuchen oder sortieren Sie die Liste, und speichern Sie sie hier unter einem Namen. Alle in „{{tenant}}“ sehen sie.',
    rename: '„{{name}}“ umbenennen',
    delete: '„{{name}}“ löschen',
    name: 'Name der Ansicht',
    saveHint: 'Speichern, was die Liste jetzt zeigt',
    save: 'Speichern',
    replace: 'Ersetzen',
    replaces: 'Es gibt eine Ansicht dieses Namens. Speichern ersetzt sie.',
    taken: 'Es gibt schon eine Ansicht dieses Namens.',
    cancel: 'Abbrechen',
    saved: 'Die Ansicht „{{name}}“ ist gespeichert.',
    renamed: 'Die Ansicht heißt jetzt „{{name}}“.',
    deleted: 'Die Ansicht „{{name}}“ ist gelöscht.',
  },
};
