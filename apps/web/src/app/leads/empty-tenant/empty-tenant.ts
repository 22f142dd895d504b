import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { CurrentTenant } from '../../tenant/current-tenant';

/** Stands where a tenant has no leads, and says how to come by some. */
@Component({
  selector: 'app-empty-tenant',
  imports: [RouterLink, TranslocoDirective],
  template: `<div class="panel empty" *transloco="let t; prefix: 'leads'">
    <h2>{{ t('empty.title', { tenant: tenant.id() }) }}</h2>
    <p class="muted">{{ t('empty.create') }}</p>
    <code>npm run demo</code>
    <p class="actions">
      <a class="button primary" routerLink="/leads/new">{{ t('create') }}</a>
      <a class="button" routerLink="/leads/import">{{ t('empty.import') }}</a>
      @if (tenant.id() !== 'demo') {
        <button type="button" class="button" (click)="tenant.switchTo('demo')">
          {{ t('empty.switch') }}
        </button>
      }
    </p>
  </div>`,
  styleUrl: './empty-tenant.scss',
})
export class EmptyTenant {
  protected readonly tenant = inject(CurrentTenant);
}
