import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';

@Component({
  selector: 'app-not-found',
  imports: [RouterLink, TranslocoDirective],
  template: `<ng-container *transloco="let t; prefix: 'notFound'">
    <h1>{{ t('title') }}</h1>
    <p>
      <a routerLink="/leads">{{ t('back') }}</a>
    </p>
  </ng-container>`,
  styles: `
    :host {
      display: grid;
      gap: 8px;
      padding: 64px 16px;
      text-align: center;
    }
  `,
})
export class NotFound {}
