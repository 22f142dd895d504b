import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { type Params, Router, RouterLink } from '@angular/router';
import type { LeadRead } from '@leadlog/contracts/lead';
import type { Sort } from '@leadlog/contracts/lead-list';
import { TranslocoDirective } from '@jsverse/transloco';
import { Formats } from '../../../i18n/formats';
import { Icon } from '../../../icon/icon';
import { ContactSummary } from '../../contact-summary/contact-summary';
import { CurrentLead } from '../../current-lead';
import { EDITABLE_FIELDS, type EditableField } from '../../lead-edits';
import { PriorityBadge } from '../../priority-badge/priority-badge';
import type { StatusChange } from '../../status-changes';
import { StatusMenu } from '../../status-menu/status-menu';
import { Shortcuts } from '../../../shortcuts/shortcuts';
import { CellEditor, type Onward } from '../cell-editor/cell-editor';
import { type ColumnName, ListLayout, ROW_HEIGHTS, SORTED_BY, WIDTH_STEP } from '../list-layout';
import { fieldOf, type ListSortField, sortBy } from '../list-query';
import { renderedRows } from '../rendered-rows';
import type { Selection } from '../selection';
import { ColumnHandle } from './column-handle';
import { GridFocus } from './grid-focus';

interface Cell {
  id: number;
  field: EditableField;
}

const isEditable = (column: string | undefined): column is EditableField =>
  EDITABLE_FIELDS.some((field) => field === column);

/** The list for wide screens: a grid to move through, edit and select in. */
@Component({
  selector: 'app-lead-table',
  imports: [
    CellEditor,
    ColumnHandle,
    ContactSummary,
    GridFocus,
    Icon,
    PriorityBadge,
    RouterLink,
    StatusMenu,
    TranslocoDirective,
  ],
  templateUrl: './lead-table.html',
  styleUrl: './lead-table.scss',
  host: {
    '(keydown)': 'press($event)',
    '(focusin)': 'look($event)',
    '(dblclick)': 'edit($event)',
  },
})
export class LeadTable {
  private readonly router = inject(Router);
  private readonly current = inject(CurrentLead);
  private readonly shortcuts = inject(Shortcuts);
  private readonly grid = viewChild(GridFocus);
  protected readonly formats = inject(Formats);
  protected readonly layout = inject(ListLayout);

  readonly leads = input.required<readonly LeadRead[]>();
  readonly total = input.required<number>();
  readonly sort = input.required<Sort>();
  readonly selection = input.required<Selection>();
  /** Query parameters of the list, for the way back from a lead. */
  readonly address = input.required<Params>();
  readonly sortChange = output<Sort>();
  readonly statusChange = output<StatusChange>();

  protected readonly rendered = renderedRows(this.leads);
  /** Of the rows that are still to come, in pixels: nothing below them moves. */
  protected readonly missingHeight = computed(
    () => (this.leads().length - this.rendered().length) * ROW_HEIGHTS[this.layout.density()],
  );
  protected readonly sortedBy = SORTED_BY;
  protected readonly editing = signal<Cell | null>(null);
  protected readonly ids = computed(() => this.leads().map(({ id }) => id));
  protected readonly tickedHere = computed(
    () => this.ids().filter((id) => this.selection().has(id)).length,
  );
  protected readonly tableWidth = computed(() =>
    this.layout.columns().reduce((sum, { width }) => sum + width, SELECT_WIDTH),
  );

  /** Puts the focus where it was last, by default on the first lead. */
  focus(): true {
    this.grid()?.focus();
    return true;
  }

  protected directionOf(field: ListSortField | undefined): 'ascending' | 'descending' | null {
    if (field === undefined || fieldOf(this.sort()) !== field) return null;
    return this.sort() === field ? 'ascending' : 'descending';
  }

  protected sortBy(field: ListSortField): void {
    this.sortChange.emit(sortBy(field, this.sort()));
  }

  protected isEditing(lead: LeadRead, column: ColumnName): boolean {
    return this.editing()?.id === lead.id && this.editing()?.field === column;
  }

  protected isEditable(column: string): boolean {
    return isEditable(column);
  }

  protected tick(id: number, range: boolean): void {
    this.selection().toggle(id, range ? this.ids() : []);
  }

  protected tickAll(): void {
    this.selection().set(this.ids(), this.tickedHere() < this.ids().length);
  }

  protected look(event: FocusEvent): void {
    this.current.set(this.leadOf(event.target) ?? null);
  }

  /** Keys of a row; those that move are the grid's own. */
  protected press(event: KeyboardEvent): void {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-column]');
    if (cell === null || event.ctrlKey || event.metaKey || event.altKey) return;
    if (this.shortcuts.isOff(event.key)) return;
    const lead = this.leadOf(cell);
    const done = lead ? this.act(event, cell, lead) : this.resizeBy(event, cell);
    if (done) event.preventDefault();
  }

  protected edit(event: Event): void {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-column]');
    const lead = this.leadOf(cell);
    if (lead && cell && isEditable(cell.dataset['column']) && !('editing' in cell.dataset))
      this.editing.set({ id: lead.id, field: cell.dataset['column'] });
  }

  /** Goes on with the next field of the row, as far as it is shown. */
  protected editOnward({ id, field }: Cell, onward: Onward): void {
    const fields = this.layout
      .columns()
      .map(({ name }) => name)
      .filter(isEditable);
    const step = { stay: fields.length, next: 1, previous: -1 }[onward];
    const next = fields[fields.indexOf(field) + step];
    this.editing.set(next === undefined ? null : { id, field: next });
  }

  private act({ key, shiftKey, target }: KeyboardEvent, cell: HTMLElement, lead: LeadRead) {
    const column = cell.dataset['column'];
    switch (key) {
      case 'e':
      case 'F2':
        if (column === 'status') cell.querySelector('button')?.click();
        else this.editing.set({ id: lead.id, field: isEditable(column) ? column : 'name' });
        return true;
      case 'x':
      case 'X':
        this.tick(lead.id, shiftKey);
        return true;
      case 'Enter':
        // Links and buttons do with it what they always do.
        if (target !== cell) return false;
        void this.router.navigate(['/leads', lead.id], { state: { list: this.address() } });
        return true;
      default:
        return false;
    }
  }

  private resizeBy({ key, shiftKey }: KeyboardEvent, { dataset }: HTMLElement): boolean {
    const step = { ArrowLeft: -WIDTH_STEP, ArrowRight: WIDTH_STEP }[key];
    const column = this.layout.columns().find(({ name }) => name === dataset['column']);
    if (!shiftKey || step === undefined || column === undefined) return false;
    this.layout.resize(column.name, column.width + step);
    return true;
  }

  private leadOf(target: EventTarget | null): LeadRead | undefined {
    const row = (target as HTMLElement | null)?.closest<HTMLElement>('[data-row]');
    return this.leads().find(({ id }) => String(id) === row?.dataset['row']);
  }
}

export const SELECT_WIDTH = 44;
