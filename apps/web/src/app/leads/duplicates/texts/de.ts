import type { DuplicateTexts } from './en';

export const de: DuplicateTexts = {
  duplicates: {
    heading: 'Mögliche Dubletten',
    found: {
      one: '{{n}} Lead könnte derselbe sein.',
      other: '{{n}} Leads könnten dieselben sein.',
    },
    reason: { domain: 'gleiche Domain', email: 'gleiche E-Mail', name: 'gleicher Name' },
    newTab: '(öffnet sich in einem neuen Tab)',
  },
};
