import { Component, inject, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { RecordedActor } from './recorded-actor';

/** Leads to the leads of whoever works here, once it is known who that is. */
@Component({
  selector: 'app-my-leads',
  imports: [RouterLink, TranslocoDirective],
  template: `<ng-container *transloco="let t; prefix: 'actor'">
    @if (actor.name(); as owner) {
      <a routerLink="/leads" [queryParams]="{ owner }" (click)="opened.emit()">{{ t('mine') }}</a>
    }
  </ng-container>`,
})
export class MyLeads {
  protected readonly actor = inject(RecordedActor);
  readonly opened = output();
}
