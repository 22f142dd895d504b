import { computed, inject, Injectable, type Signal, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl } from '@angular/forms';
import { type FieldError, toPointer } from '@leadlog/contracts/field-errors';
import type { LeadCreateInput } from '@leadlog/contracts/lead';
import type { ProblemError } from '@leadlog/contracts/problem';
import { map } from 'rxjs';
import { FieldWords } from '../../problem/field-words';
import { problemOf } from '../../problem/problem';
import { Reasons } from '../../problem/reasons';
import { controlAt, leadForm, type LeadFormValue, toBody } from './lead-form';

interface Refusal {
  body: LeadCreateInput;
  error: unknown;
}

/** Rules that somebody still typing breaks without having made a mistake. */
const MENDED_BY_TYPING_ON = new Set(['email', 'host_name', 'too_short']);

/** The form of one new lead together with what the contract and the server refuse about it. */
@Injectable()
export class FormErrors {
  private readonly words = inject(FieldWords);
  private readonly reasons = inject(Reasons);

  readonly form = leadForm();
  readonly value: Signal<LeadFormValue> = toSignal(
    this.form.valueChanges.pipe(map(() => this.form.getRawValue())),
    { initialValue: this.form.getRawValue() },
  );
  readonly body = computed(() => toBody(this.value()));
  readonly submitted = signal(false);
  readonly refusal = signal<Refusal | null>(null);

  /** Errors by the contract, by pointer; the first of each field. */
  readonly refused = computed(() => {
    // The form's errors are no signal; they follow its value.
    this.value();
    const errors = (this.form.errors?.['contract'] ?? []) as FieldError[];
    return new Map(errors.toReversed().map((error) => [toPointer(error.path), error]));
  });

  /** What the server refused, as long as the field still holds what it refused. */
  private readonly refusedByServer = computed(() => {
    const refusal = this.refusal();
    if (refusal === null) return [];
    const errors = problemOf(refusal.error)?.errors ?? [];
    return errors.filter(({ pointer = '' }) =>
      Object.is(memberAt(refusal.body, pointer), memberAt(this.body(), pointer)),
    );
  });

  /** Why the server refused, where no field shows it. */
  readonly onTop = computed<string[]>(() => {
    const refusal = this.refusal();
    if (refusal === null) return [];
    const errors = problemOf(refusal.error)?.errors ?? [];
    if (errors.length === 0) return [this.reasons.of(refusal.error)];
    return this.refusedByServer()
      .filter((error) => !this.hasField(error))
      .map((error) => this.words.ofServer(error));
  });

  /** The message to show at a field now, or null. */
  at(pointer: string): string | null {
    const error = this.refused().get(pointer);
    if (error !== undefined) return this.isDue(pointer, error) ? this.words.of(error) : null;
    const refused = this.refusedByServer().find((refusal) => refusal.pointer === pointer);
    return refused ? this.words.ofServer(refused) : null;
  }

  private isDue(pointer: string, { code }: FieldError): boolean {
    if (this.submitted()) return true;
    const control = controlAt(this.form, pointer);
    if (!(control instanceof FormControl)) return false;
    return control.touched || (control.dirty && !MENDED_BY_TYPING_ON.has(code));
  }

  private hasField({ pointer = '' }: ProblemError): boolean {
    return controlAt(this.form, pointer) !== null;
  }
}

function memberAt(body: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? value[key as keyof typeof value] : undefined,
      body,
    );
}
