import { Component, computed, type ElementRef, inject, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { distinctUntilChanged, filter, map, skip } from 'rxjs';
import { ChoiceMenu } from './choice-menu/choice-menu';
import { Language, LANGUAGES } from './i18n/language';
import { Icon } from './icon/icon';
import { TenantSwitcher } from './tenant/tenant-switcher/tenant-switcher';
import { Theme, THEMES } from './theme/theme';

/** The frame around every screen: header, landmarks, and where the focus goes between screens. */
@Component({
  selector: 'app-root',
  imports: [ChoiceMenu, Icon, RouterLink, RouterOutlet, TenantSwitcher, TranslocoDirective],
  templateUrl: './app.html',
  styleUrl: './app.scss',
})
export class App {
  private readonly transloco = inject(TranslocoService);
  private readonly content = viewChild.required<ElementRef<HTMLElement>>('content');

  protected readonly language = inject(Language);
  protected readonly theme = inject(Theme);
  protected readonly languages = computed(() => this.choices(LANGUAGES, 'language'));
  protected readonly themes = computed(() => this.choices(THEMES, 'theme'));

  constructor() {
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationEnd),
        map(({ urlAfterRedirects }) => urlAfterRedirects.split('?')[0]),
        distinctUntilChanged(),
        // The first screen leaves the focus where the browser put it.
        skip(1),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.focusContent());
  }

  protected focusContent(): void {
    this.content().nativeElement.focus({ preventScroll: true });
  }

  private choices<T extends string>(values: readonly T[], prefix: string) {
    this.transloco.activeLang();
    return values.map((value) => ({
      value,
      label: this.transloco.translate(`${prefix}.${value}`),
    }));
  }
}
