import { DOCUMENT, inject, Service, signal } from '@angular/core';
import { recall, remember } from '../remembered';

export const THEMES = ['system', 'light', 'dark'] as const;
export type ThemeName = (typeof THEMES)[number];

/** Light, dark, or as the system has it. At start `public/theme.js` applies what is remembered. */
@Service()
export class Theme {
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly chosen = signal(THEMES.find((name) => name === recall('theme')) ?? 'system');

  readonly current = this.chosen.asReadonly();

  choose(name: ThemeName): void {
    this.chosen.set(name);
    remember('theme', name);
    this.root.style.colorScheme = name === 'system' ? '' : name;
  }
}
