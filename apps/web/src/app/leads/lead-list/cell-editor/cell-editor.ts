import {
  afterNextRender,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { fieldErrors } from '@leadlog/contracts/field-errors';
import type { LeadRead } from '@leadlog/contracts/lead';
import { LeadPatch } from '@leadlog/contracts/lead-changes';
import { INDUSTRIES } from '@leadlog/domain/vocabulary';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { FieldWords } from '../../../problem/field-words';
import { problemOf, statusOf } from '../../../problem/problem';
import { Reasons } from '../../../problem/reasons';
import { type Choice, choose } from '../../conflict-dialog/conflict-dialog';
import { type EditableField, LeadEdits } from '../../lead-edits';
import { shownValue, toText, toValue } from './field-value';

/** Where the editing goes on once a field is done. */
export type Onward = 'stay' | 'next' | 'previous';

let count = 0;

/**
 * One field of a lead in its cell: Enter and Tab save, Escape leaves it as it was. The edit stands
 * on the lead as it was when it began; where somebody else changes the same field meanwhile, both
 * values are shown and one is chosen.
 */
@Component({
  selector: 'app-cell-editor',
  imports: [TranslocoDirective],
  templateUrl: './cell-editor.html',
  styleUrl: './cell-editor.scss',
})
export class CellEditor {
  private readonly edits = inject(LeadEdits);
  private readonly dialog = inject(MatDialog);
  private readonly words = inject(FieldWords);
  private readonly reasons = inject(Reasons);
  private readonly transloco = inject(TranslocoService);
  private readonly control = viewChild.required<ElementRef<HTMLInputElement>>('control');

  readonly lead = input.required<LeadRead>();
  readonly field = input.required<EditableField>();
  readonly closed = output<Onward>();

  /** The lead as it was when the edit began: newer ones do not count. */
  private readonly base = linkedSignal<LeadRead, LeadRead>({
    source: this.lead,
    computation: (lead, before) => before?.value ?? lead,
  });
  protected readonly noteId = `cell-note-${++count}`;
  protected readonly industries = INDUSTRIES;
  protected readonly saving = signal(false);
  protected readonly error = signal<string | null>(null);
  protected readonly text = linkedSignal(() => toText(this.base()[this.field()]));

  /** What somebody else has set the field to since the edit began. */
  protected readonly overtakenBy = computed(() => {
    const theirs = this.lead()[this.field()];
    return theirs === this.base()[this.field()] ? null : this.shown(theirs);
  });

  /** A field that goes loses the focus, which asks for nothing any more. */
  private isDone = false;

  constructor() {
    afterNextRender(() => {
      const control = this.control().nativeElement;
      control.focus();
      if (control instanceof HTMLInputElement) control.select();
    });
  }

  protected type(text: string): void {
    this.text.set(text);
    this.error.set(null);
  }

  protected press(event: KeyboardEvent): void {
    // The list has its own keys, and a letter typed here is none of them.
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === 'Escape') this.close('stay');
    else if (event.key === 'Enter') void this.save('stay');
    else if (event.key === 'Tab') void this.save(event.shiftKey ? 'previous' : 'next');
    else return;
    event.preventDefault();
  }

  /** A click elsewhere keeps what was entered; another window in front is no click. */
  protected leave(): void {
    if (document.hasFocus()) void this.save('stay');
  }

  private close(onward: Onward): void {
    this.isDone = true;
    this.closed.emit(onward);
  }

  private async save(onward: Onward): Promise<void> {
    if (this.saving() || this.isDone) return;
    const value = toValue(this.field(), this.text());
    if (value === this.base()[this.field()]) return this.close(onward);
    const patch = LeadPatch.safeParse({ [this.field()]: value }, { reportInput: true });
    if (!patch.success) {
      const [first] = fieldErrors(patch.error.issues);
      return this.error.set(first ? this.words.of(first) : null);
    }
    this.saving.set(true);
    try {
      if (await this.send(patch.data)) this.close(onward);
    } catch (error) {
      this.error.set(this.whyNot(error));
    } finally {
      this.saving.set(false);
    }
  }

  /** Whether the edit is done with. */
  private async send(patch: LeadPatch): Promise<boolean> {
    try {
      const before = this.base();
      const after = await firstValueFrom(this.edits.edit(before, patch));
      this.edits.offerUndo(before, after, this.field());
      return true;
    } catch (error) {
      if (statusOf(error) !== 412) throw error;
      return this.settle(patch);
    }
  }

  /** The lead has changed: where it was another field, nothing is lost by going on. */
  private async settle(patch: LeadPatch): Promise<boolean> {
    const theirs = await firstValueFrom(this.edits.read(this.base()));
    const same = theirs[this.field()] === this.base()[this.field()];
    const choice = same ? 'mine' : await this.decide(theirs, patch);
    if (choice === undefined) return false;
    this.base.set(theirs);
    if (choice === 'mine') return this.send(patch);
    this.edits.accept(theirs);
    return true;
  }

  private async decide(theirs: LeadRead, patch: LeadPatch): Promise<Choice | undefined> {
    const field = this.field();
    const choices = await choose(this.dialog, [
      {
        field,
        label: this.transloco.translate(`lead.${field}`),
        mine: this.shown(patch[field] ?? null),
        theirs: this.shown(theirs[field]),
      },
    ]);
    return choices?.get(field);
  }

  private whyNot(error: unknown): string {
    const [first] = problemOf(error)?.errors ?? [];
    return first ? this.words.ofServer(first) : this.reasons.of(error);
  }

  private shown(value: LeadRead[EditableField]): string {
    return shownValue(this.field(), value, this.transloco);
  }
}
