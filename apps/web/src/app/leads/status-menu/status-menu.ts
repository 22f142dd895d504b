import { Component, computed, inject, input, output } from '@angular/core';
import type { LeadRead } from '@leadlog/contracts/lead';
import { type Status, STATUSES } from '@leadlog/domain/vocabulary';
import { ChoiceMenu } from '../../choice-menu/choice-menu';
import { Language } from '../../i18n/language';
import { Icon } from '../../icon/icon';
import { type StatusChange, StatusChanges } from '../status-changes';

/** A lead's status as a badge that opens the menu to change it. */
@Component({
  selector: 'app-status-menu',
  imports: [ChoiceMenu, Icon],
  template: `<app-choice-menu
    [buttonClass]="'status-badge ' + status()"
    [label]="label()"
    [menuLabel]="menuLabel()"
    [choices]="choices()"
    [value]="status()"
    [busy]="changes.isPending(lead())"
    (choose)="statusChange.emit({ lead: lead(), to: $event })"
  >
    <span>{{ word() }}</span>
    <app-icon name="down" />
  </app-choice-menu>`,
  styleUrl: './status-menu.scss',
})
export class StatusMenu {
  private readonly language = inject(Language);
  protected readonly changes = inject(StatusChanges);

  readonly lead = input.required<LeadRead>();
  readonly statusChange = output<StatusChange>();

  protected readonly status = computed(() => this.changes.shown(this.lead()).status);
  protected readonly word = computed(() => this.wordFor(this.status()));
  protected readonly label = computed(() => {
    const { name } = this.lead();
    return this.language.text('status.of', { name, status: this.word() });
  });
  protected readonly menuLabel = computed(() =>
    this.language.text('status.choose', { name: this.lead().name }),
  );
  protected readonly choices = computed(() =>
    STATUSES.map((value) => ({ value, label: this.wordFor(value) })),
  );

  private wordFor(status: Status): string {
    return this.language.text(`status.${status}`);
  }
}
