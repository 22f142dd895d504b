import {
  afterNextRender,
  ChangeDetectorRef,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  signal,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import type { LeadRead } from '@leadlog/contracts/lead';
import { ActivityCreate } from '@leadlog/contracts/lead-changes';
import { ACTIVITY_KINDS, type ActivityKind } from '@leadlog/domain/vocabulary';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { map } from 'rxjs';
import { Notices } from '../../../notices/notices';
import { toUtc } from '../../new-lead/lead-form';
import { type ActivityInput, logActivity } from '../writing/lead-write';
import { LeadSaver } from '../writing/lead-saver';
import { Refusals } from '../writing/refusals';
import { Saving } from '../writing/saving';
import { UnsavedEdits } from '../writing/unsaved-edits';

/** The key that opens the composer for each kind; the buttons show it. */
export const KIND_KEYS: Record<ActivityKind, string> = {
  call: 'c',
  email: 'm',
  meeting: 't',
  note: 'o',
};

/** Logs a call, mail, meeting or note: a key opens it, Enter saves it, now unless said otherwise. */
@Component({
  selector: 'app-activity-composer',
  imports: [ReactiveFormsModule, TranslocoDirective],
  templateUrl: './activity-composer.html',
  styleUrl: './activity-composer.scss',
})
export class ActivityComposer {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly changeDetector = inject(ChangeDetectorRef);
  private readonly injector = inject(Injector);
  private readonly transloco = inject(TranslocoService);
  private readonly notices = inject(Notices);
  private readonly saver = inject(LeadSaver);
  protected readonly saving = new Saving();

  readonly lead = input.required<LeadRead>();

  protected readonly kinds = ACTIVITY_KINDS;
  protected readonly keys = KIND_KEYS;
  /** What is being logged; null while the composer is closed. */
  protected readonly kind = signal<ActivityKind | null>(null);
  protected readonly isAtAnotherTime = signal(false);
  protected readonly form = new FormGroup({
    note: new FormControl('', { nonNullable: true }),
    occurred_at: new FormControl('', { nonNullable: true }),
  });
  private readonly value = toSignal(
    this.form.valueChanges.pipe(map(() => this.form.getRawValue())),
    { initialValue: this.form.getRawValue() },
  );
  private readonly activity = computed<ActivityInput>(() => {
    const { note, occurred_at } = this.value();
    return {
      kind: this.kind() ?? 'note',
      // A note without a word says nothing; the others happened, whatever was said.
      note: this.kind() === 'note' ? note : note.trim() || null,
      occurred_at: this.isAtAnotherTime() ? toUtc(occurred_at) : null,
    };
  });
  protected readonly refusals = new Refusals(ActivityCreate, this.activity, this.saving);
  protected readonly onTop = computed(() => this.refusals.elsewhere(['/note', '/occurred_at']));

  constructor() {
    inject(UnsavedEdits).watch(() => this.form.controls.note.value.trim() !== '');
  }

  open(kind: ActivityKind): void {
    this.kind.set(kind);
    this.refusals.submitted.set(false);
    // At once: who types fast presses the next key before the page is painted.
    this.changeDetector.detectChanges();
    this.host.nativeElement.querySelector('textarea')?.focus();
  }

  protected close(): void {
    const kind = this.kind();
    this.kind.set(null);
    this.focus(`[data-kind="${kind}"]`);
  }

  protected changeTime(): void {
    this.form.controls.occurred_at.setValue(localNow());
    this.isAtAnotherTime.set(true);
    this.focus('[type="datetime-local"]');
  }

  /** Enter saves, with Control or without; with Shift it begins a new line. */
  protected enter(event: Event): void {
    if ((event as KeyboardEvent).shiftKey || (event as KeyboardEvent).isComposing) return;
    event.preventDefault();
    void this.save();
  }

  protected async save(): Promise<void> {
    const kind = this.kind();
    if (kind === null) return;
    this.refusals.submitted.set(true);
    if (!this.refusals.valid()) return this.focus('[aria-invalid="true"]');
    const saved = await this.saver.write(this.lead(), logActivity(this.activity()), this.saving);
    if (saved === null) return this.focus('[aria-invalid="true"]');
    this.form.reset();
    this.isAtAnotherTime.set(false);
    this.close();
    this.notices.say(this.transloco.translate(`composer.logged.${kind}`));
  }

  private focus(selector: string): void {
    const focus = () => this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus();
    afterNextRender(focus, { injector: this.injector });
  }
}

/** Now, as a `datetime-local` field takes it. */
function localNow(): string {
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
