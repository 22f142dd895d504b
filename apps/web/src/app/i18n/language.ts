import { computed, DOCUMENT, inject, Service } from '@angular/core';
import { TranslocoService, type TranslocoLoader } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { recall, remember } from '../remembered';
import { de } from './de';
import { en } from './en';

export const LANGUAGES = ['en', 'de'] as const;
export type LanguageCode = (typeof LANGUAGES)[number];

const isLanguage = (code: string | null): code is LanguageCode =>
  LANGUAGES.some((known) => known === code);

/** The language that was chosen before, else the browser's first that we speak, else English. */
export function preferredLanguage(browserLanguages: readonly string[]): LanguageCode {
  const remembered = recall('language');
  if (isLanguage(remembered)) return remembered;
  const codes = browserLanguages.map((tag) => tag.slice(0, 2).toLowerCase());
  return codes.find(isLanguage) ?? 'en';
}

/**
 * Both languages come with the frame: the one that is not spoken weighs 4 kB, asking for the other
 * one a round trip before the first text.
 */
@Service()
export class TranslationChunks implements TranslocoLoader {
  async getTranslation(code: string) {
    return code === 'de' ? de : en;
  }
}

/** The texts of a screen that come with it, so that the first load stays as it is. */
export type ScreenTexts = Record<LanguageCode, () => Promise<object>>;

@Service()
export class Language {
  private readonly transloco = inject(TranslocoService);
  private readonly document = inject(DOCUMENT);
  private readonly screens = new Set<ScreenTexts>();
  /** Shown, or still on its way. */
  private wanted = preferredLanguage(navigator.languages);

  readonly current = computed(() => this.transloco.activeLang() as LanguageCode);

  /** Resolves once its translations are there, so that no keys flash up. */
  async start(): Promise<void> {
    await this.show(this.wanted);
  }

  /** Resolves once a screen's own texts are there as well; it may be opened again. */
  async add(texts: ScreenTexts): Promise<void> {
    this.screens.add(texts);
    await this.merge(texts, this.wanted);
  }

  /** The text under a key, in a signal or template read again with another language. */
  text(key: string, values?: Record<string, unknown>): string {
    return this.transloco.translate(key, values, this.current());
  }

  /** The text under a key that came from elsewhere, with its placeholders, or null. */
  find(key: string): string | null {
    const texts = this.transloco.getTranslation(this.current());
    return typeof texts[key] === 'string' ? texts[key] : null;
  }

  async choose(code: LanguageCode): Promise<void> {
    remember('language', code);
    await this.show(code);
  }

  private async show(code: LanguageCode): Promise<void> {
    this.wanted = code;
    await firstValueFrom(this.transloco.load(code));
    for (const texts of this.screens) await this.merge(texts, code);
    this.transloco.setActiveLang(code);
    this.document.documentElement.lang = code;
  }

  private async merge(texts: ScreenTexts, code: LanguageCode): Promise<void> {
    this.transloco.setTranslation(await texts[code](), code, { emitChange: false });
  }
}
