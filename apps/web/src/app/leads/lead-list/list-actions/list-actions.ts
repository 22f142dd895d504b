import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, inject, Injector, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../../../icon/icon';
import type { ListQuery } from '../list-query';

/** What is done with the list as a whole, and seldom: files in and out. */
@Component({
  selector: 'app-list-actions',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, Icon, TranslocoDirective],
  templateUrl: './list-actions.html',
  styles: ':host { display: inline-flex; }',
})
export class ListActions {
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);

  readonly query = input.required<ListQuery>();

  protected readonly busy = signal(false);

  protected import(): void {
    void this.router.navigate(['/leads/import']);
  }

  protected async export(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    const { LeadExport } = await import('../lead-export');
    await this.injector.get(LeadExport).save(this.query());
    this.busy.set(false);
  }
}
