import { Component, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { filter, map } from 'rxjs';
import { SCREENS } from './screens';

/** From screen to screen, in the header. */
@Component({
  selector: 'app-nav',
  imports: [RouterLink, TranslocoDirective],
  template: `<nav *transloco="let t; prefix: 'nav'" [attr.aria-label]="t('label')">
    @for (screen of screens; track screen.name) {
      <a
        [routerLink]="screen.path"
        [attr.aria-current]="screen.path === current() ? 'page' : null"
        >{{ t(screen.name) }}</a
      >
    }
  </nav>`,
  styleUrl: './nav.scss',
})
export class Nav {
  protected readonly screens = SCREENS;
  /** A lead's page belongs to the leads. */
  protected readonly current = toSignal(
    inject(Router).events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(({ urlAfterRedirects }) => /^\/\w*/.exec(urlAfterRedirects)?.[0]),
    ),
  );
}
