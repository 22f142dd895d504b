import { computed, inject, type Signal, signal } from '@angular/core';
import { type FieldError, fieldErrors, toPointer } from '@leadlog/contracts/field-errors';
import type { z } from 'zod';
import { problemOf } from '../../../problem/problem';
import { Reasons } from '../../../problem/reasons';
import { FieldWords } from '../../../problem/field-words';
import type { Saving } from './saving';

/** What keeps a body from being saved, told by field: by the contract beforehand, by the server after. */
export class Refusals {
  private readonly words = inject(FieldWords);
  private readonly reasons = inject(Reasons);

  /** Errors of the contract show once somebody has tried to save. */
  readonly submitted = signal(false);
  private readonly byContract: Signal<ReadonlyMap<string, FieldError>>;
  private readonly byServer = computed(() => problemOf(this.saving.error())?.errors ?? []);
  readonly valid: Signal<boolean>;

  constructor(
    schema: z.ZodType,
    body: Signal<unknown>,
    private readonly saving: Saving,
  ) {
    this.byContract = computed(() => {
      const result = schema.safeParse(body(), { reportInput: true });
      const errors = result.success ? [] : fieldErrors(result.error.issues);
      return new Map(errors.toReversed().map((error) => [toPointer(error.path), error]));
    });
    this.valid = computed(() => this.byContract().size === 0);
  }

  /** The message at a field, by its pointer into the body, or null. */
  at(pointer: string): string | null {
    const error = this.submitted() ? this.byContract().get(pointer) : undefined;
    if (error) return this.words.of(error);
    const refused = this.byServer().find((refusal) => refusal.pointer === pointer);
    return refused ? this.words.ofServer(refused) : null;
  }

  /** Why it was not saved, where none of these fields tells it; null where there is no such reason. */
  elsewhere(pointers: readonly string[]): string | null {
    const error = this.saving.error();
    const isTold = this.byServer().some(({ pointer = '' }) => pointers.includes(pointer));
    return error === null || isTold ? null : this.reasons.of(error);
  }
}
