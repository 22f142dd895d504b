import { Component, computed, inject, input, output } from '@angular/core';
import type { LeadRead } from '@leadlog/contracts/lead';
import { type Status, STATUSES } from '@leadlog/domain/vocabulary';
import { TranslocoDirective } from '@jsverse/transloco';
import { Formats } from '../../../i18n/formats';
import { Icon } from '../../../icon/icon';
import type { Selection } from '../selection';
import { BulkStatus } from './bulk-status';

/** What can be done with the leads that are ticked, how far it has come, and what failed. */
@Component({
  selector: 'app-bulk-bar',
  imports: [Icon, TranslocoDirective],
  templateUrl: './bulk-bar.html',
  styleUrl: './bulk-bar.scss',
})
export class BulkBar {
  protected readonly bulk = inject(BulkStatus);
  protected readonly formats = inject(Formats);

  readonly leads = input.required<readonly LeadRead[]>();
  readonly selection = input.required<Selection>();
  /** Everything was answered. */
  readonly done = output();

  protected readonly statuses = STATUSES;
  protected readonly ticked = computed(() =>
    this.leads().filter(({ id }) => this.selection().has(id)),
  );

  protected async change(to: Status): Promise<void> {
    this.finish(await this.bulk.change(this.ticked(), to));
  }

  protected async retry(): Promise<void> {
    this.finish(await this.bulk.retry());
  }

  /** What failed stays ticked. */
  private finish(changed: readonly LeadRead[]): void {
    this.selection().set(
      changed.map(({ id }) => id),
      false,
    );
    this.done.emit();
  }
}
