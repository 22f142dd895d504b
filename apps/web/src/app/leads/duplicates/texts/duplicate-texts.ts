import type { ScreenTexts } from '../../../i18n/language';

export const duplicateTexts: ScreenTexts = {
  en: async () => (await import('./en')).en,
  de: async () => (await import('./de')).de,
};
