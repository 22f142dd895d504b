import { Component } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { SCREENS } from './screens';

/** From screen to screen, in the header. */
@Component({
  selector: 'app-nav',
  imports: [RouterLink, RouterLinkActive, TranslocoDirective],
  template: `<nav *transloco="let t; prefix: 'nav'" [attr.aria-label]="t('label')">
    @for (screen of screens; track screen.name) {
      <a [routerLink]="screen.path" routerLinkActive="active" ariaCurrentWhenActive="page">{{
        t(screen.name)
      }}</a>
    }
  </nav>`,
  styleUrl: './nav.scss',
})
export class Nav {
  protected readonly screens = SCREENS;
}
