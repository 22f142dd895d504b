import {
  afterNextRender,
  Component,
  computed,
  type ElementRef,
  inject,
  Injector,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { toPointer } from '@leadlog/contracts/field-errors';
import type { LeadRead } from '@leadlog/contracts/lead';
import { LeadPatch } from '@leadlog/contracts/lead-changes';
import { INDUSTRIES } from '@leadlog/domain/vocabulary';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../../../icon/icon';
import { toWholeNumber } from '../../new-lead/lead-form';
import { FieldTexts } from '../field-texts';
import { detailEdit } from '../writing/lead-edit';
import { type LeadPatchInput, patchLead } from '../writing/lead-write';
import { LeadSaver } from '../writing/lead-saver';
import { Refusals } from '../writing/refusals';
import { Saving } from '../writing/saving';
import { UnsavedEdits } from '../writing/unsaved-edits';

export type EditableField = 'name' | 'domain' | 'employee_count' | 'industry' | 'owner';

let count = 0;

/** A fact of the lead (what it reads is projected) that is edited in its place: Enter saves, Escape cancels. */
@Component({
  selector: 'app-editable-fact',
  imports: [Icon, ReactiveFormsModule, TranslocoDirective],
  templateUrl: './editable-fact.html',
  styleUrl: './editable-fact.scss',
})
export class EditableFact {
  private readonly injector = inject(Injector);
  private readonly saver = inject(LeadSaver);
  protected readonly texts = inject(FieldTexts);
  protected readonly saving = new Saving();

  readonly lead = input.required<LeadRead>();
  readonly field = input.required<EditableField>();
  readonly readonly = input(false);

  private readonly control = viewChild<ElementRef<HTMLInputElement | HTMLSelectElement>>('control');
  private readonly pencil = viewChild<ElementRef<HTMLButtonElement>>('pencil');
  protected readonly industries = INDUSTRIES;
  protected readonly noteId = `fact-${++count}-note`;
  protected readonly entry = new FormControl('', { nonNullable: true });
  private readonly entered = toSignal(this.entry.valueChanges, { initialValue: '' });

  /** The lead as it was when editing began; null while nothing is edited. */
  private readonly base = signal<LeadRead | null>(null);
  readonly editing = computed(() => this.base() !== null && !this.readonly());
  private readonly isDirty = computed(
    () => this.editing() && this.entered() !== textOf(this.base()?.[this.field()]),
  );
  private readonly patch = computed<LeadPatchInput>(() => {
    const text = this.entered().trim();
    if (this.field() === 'name') return { name: text };
    if (this.field() === 'employee_count') return { employee_count: toWholeNumber(text) };
    return { [this.field()]: text || null };
  });
  /** What somebody else has made of this fact while it is edited here. */
  protected readonly meanwhile = computed(() => {
    const now = this.lead()[this.field()];
    return this.editing() && this.base()?.[this.field()] !== now
      ? this.texts.value(this.field(), now)
      : null;
  });
  private readonly pointer = computed(() => toPointer([this.field()]));
  private readonly refusals = new Refusals(LeadPatch, this.patch, this.saving);
  protected readonly error = computed(
    () => this.refusals.at(this.pointer()) ?? this.refusals.elsewhere([this.pointer()]),
  );

  constructor() {
    inject(UnsavedEdits).watch(() => this.isDirty());
  }

  start(): void {
    if (this.readonly()) return;
    this.entry.setValue(textOf(this.lead()[this.field()]));
    this.base.set(this.lead());
    this.refusals.submitted.set(false);
    this.saving.error.set(null);
    this.onceRendered(() => {
      const control = this.control()?.nativeElement;
      control?.focus();
      if (control instanceof HTMLInputElement) control.select();
    });
  }

  protected cancel(): void {
    this.base.set(null);
    this.onceRendered(() => this.pencil()?.nativeElement.focus());
  }

  protected async save(): Promise<void> {
    const base = this.base();
    if (base === null) return;
    if (!this.isDirty()) return this.cancel();
    this.refusals.submitted.set(true);
    if (!this.refusals.valid()) return this.control()?.nativeElement.focus();
    const saved = await this.saver.save(detailEdit(base, this.patch()), this.saving);
    if (saved === null) return this.control()?.nativeElement.focus();
    this.cancel();
    const field = this.field();
    this.saver.offerUndo(
      this.texts.saved(field, saved[field]),
      saved,
      patchLead({ [field]: base[field] }),
    );
  }

  private onceRendered(focus: () => void): void {
    afterNextRender(focus, { injector: this.injector });
  }
}

const textOf = (value: unknown): string =>
  value === null || value === undefined ? '' : String(value);
