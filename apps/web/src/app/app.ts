import {
  Component,
  computed,
  type ElementRef,
  inject,
  Injector,
  signal,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { distinctUntilChanged, filter, map, skip } from 'rxjs';
import { ActorSetting } from './actor/actor-setting/actor-setting';
import { ChoiceMenu } from './choice-menu/choice-menu';
import { Language, LANGUAGES } from './i18n/language';
import { Icon } from './icon/icon';
import { Nav } from './nav/nav';
import { SCREENS } from './nav/screens';
import { Shortcuts } from './shortcuts/shortcuts';
import { TenantSwitcher } from './tenant/tenant-switcher/tenant-switcher';
import { Theme, THEMES } from './theme/theme';

/** The frame around every screen: header, landmarks, and where the focus goes between screens. */
@Component({
  selector: 'app-root',
  imports: [
    ActorSetting,
    ChoiceMenu,
    Icon,
    Nav,
    RouterLink,
    RouterOutlet,
    TenantSwitcher,
    TranslocoDirective,
  ],
  templateUrl: './app.html',
  styleUrl: './app.scss',
  host: { '(window:keydown)': 'shortcuts.press($event)' },
})
export class App {
  private readonly transloco = inject(TranslocoService);
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly content = viewChild.required<ElementRef<HTMLElement>>('content');

  protected readonly shortcuts = inject(Shortcuts);
  /** Until the first screen is there, what index.html shows in its place stays. */
  protected readonly isStarting = signal(true);
  protected readonly language = inject(Language);
  protected readonly theme = inject(Theme);
  protected readonly languages = computed(() => this.choices(LANGUAGES, 'language'));
  protected readonly themes = computed(() => this.choices(THEMES, 'theme'));

  constructor() {
    this.addShortcuts();
    this.router.events
      .pipe(
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

  protected async openPalette(): Promise<void> {
    const palette = this.shortcuts.whileLoading(import('./palette/open-palette'));
    const { openPalette } = await palette;
    openPalette(this.injector, this.transloco.translate('palette.label'));
  }

  protected async openKeySheet(): Promise<void> {
    const sheet = this.shortcuts.whileLoading(import('./key-sheet/open-key-sheet'));
    const { openKeySheet } = await sheet;
    openKeySheet(this.injector);
  }

  private async undo(): Promise<void> {
    const { Undo } = await import('./undo/undo');
    this.injector.get(Undo).takeBack();
  }

  private addShortcuts(): void {
    this.shortcuts.add([
      {
        keys: ['mod+k'],
        group: 'everywhere',
        label: 'palette',
        run: () => void this.openPalette(),
      },
      {
        keys: ['n'],
        group: 'everywhere',
        label: 'new',
        run: () => void this.router.navigate(['/leads/new']),
      },
      ...SCREENS.map(({ name, path }, index) => ({
        keys: [String(index + 1)],
        group: 'everywhere' as const,
        label: `screen.${name}`,
        run: () => void this.router.navigate([path]),
      })),
      { keys: ['mod+z'], group: 'everywhere', label: 'undo', run: () => void this.undo() },
      { keys: ['?'], group: 'everywhere', label: 'sheet', run: () => void this.openKeySheet() },
    ]);
  }

  private choices<T extends string>(values: readonly T[], prefix: string) {
    this.transloco.activeLang();
    return values.map((value) => ({
      value,
      label: this.transloco.translate(`${prefix}.${value}`),
    }));
  }
}
