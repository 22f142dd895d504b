import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { LeadRead } from '@leadlog/contracts/lead';
import { type Status, STATUSES } from '@leadlog/domain/vocabulary';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { ChoiceMenu } from '../../choice-menu/choice-menu';
import { Formats } from '../../i18n/formats';
import { Icon } from '../../icon/icon';
import { toAddress, toFilter } from '../../leads/lead-list/list-query';
import { PriorityBadge } from '../../leads/priority-badge/priority-badge';
import type { PriorityPart } from '../../leads/priority-parts/priority-parts';
import { StatusChanges } from '../../leads/status-changes';
import { BoardColumns } from '../board-columns';

/** As many as fit on a line; the priority explains itself in full. */
const REASONS = 3;

/** A lead on the board: its name, why it stands where it stands, and the menu to move it. */
@Component({
  selector: 'app-board-card',
  imports: [ChoiceMenu, Icon, PriorityBadge, RouterLink, TranslocoDirective],
  templateUrl: './board-card.html',
  styleUrl: './board-card.scss',
})
export class BoardCard {
  private readonly transloco = inject(TranslocoService);
  private readonly formats = inject(Formats);
  private readonly changes = inject(StatusChanges);
  private readonly columns = inject(BoardColumns);

  readonly lead = input.required<LeadRead>();
  /** The status of the column that the card stands in. */
  readonly column = input.required<Status>();
  readonly move = output<Status>();

  protected readonly isPending = computed(() => this.changes.isPending(this.lead()));
  protected readonly statuses = computed(() => {
    this.transloco.activeLang();
    return STATUSES.map((value) => ({ value, label: this.text(`status.${value}`) }));
  });
  /** What earns the lead its points besides its status, the most important first. */
  protected readonly why = computed(() => {
    this.transloco.activeLang();
    const parts = this.lead()
      .priority_breakdown.filter(({ criterion, points }) => criterion !== 'status' && points > 0)
      .sort((a, b) => b.points - a.points)
      .slice(0, REASONS)
      .map((part) => this.reason(part));
    return parts.join(' · ') || this.text('board.why.nothing');
  });
  /** The list in which the lead page finds the next lead and the previous one, and the way back. */
  protected readonly state = computed(() => ({
    list: { ...toFilter(this.columns.filter()), status: this.column() },
    board: toAddress(this.columns.query()),
  }));

  private reason({ criterion, value }: PriorityPart): string {
    switch (criterion) {
      case 'last_activity':
        return this.text('board.why.active', { when: this.formats.relative(String(value)) });
      case 'company_size': {
        const key = `priority.employees.${this.formats.plural(Number(value))}`;
        return this.text(key, { n: this.formats.number(Number(value)) });
      }
      case 'industry':
        return this.text(`industry.${String(value)}`);
      case 'domain':
        return this.text('board.why.domain');
      default:
        return this.text('board.why.contact');
    }
  }

  private text(key: string, values: Record<string, string> = {}): string {
    return this.transloco.translate(key, values);
  }
}
