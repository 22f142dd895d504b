/** The English texts of possible duplicates; the other languages have exactly these keys. */
export const en = {
  duplicates: {
    heading: 'Possible duplicates',
    found: { one: '{{n}} lead may be the same.', other: '{{n}} leads may be the same.' },
    reason: { domain: 'same domain', email: 'same e-mail', name: 'same name' },
    newTab: '(opens in a new tab)',
  },
};

export type DuplicateTexts = typeof en;
