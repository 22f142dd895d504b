import { computed, effect, inject, Service, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';

/** The document's title in the chosen language; a route's `title` is a key below `titles`. */
@Service()
export class PageTitle extends TitleStrategy {
  private readonly document = inject(Title);
  private readonly transloco = inject(TranslocoService);
  private readonly key = signal<string | undefined>(undefined);
  private readonly subject = signal<string | null>(null);

  private readonly text = computed(() => {
    this.transloco.activeLang();
    const key = this.key();
    return this.subject() ?? (key ? this.transloco.translate(`titles.${key}`) : null);
  });

  constructor() {
    super();
    effect(() => this.document.setTitle([this.text(), 'Leadlog'].filter(Boolean).join(' · ')));
  }

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.subject.set(null);
    this.key.set(this.buildTitle(snapshot));
  }

  /** Names the page by what it shows, until the next navigation. */
  name(subject: string): void {
    this.subject.set(subject);
  }
}
