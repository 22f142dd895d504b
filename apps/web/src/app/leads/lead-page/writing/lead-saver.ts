import { HttpClient } from '@angular/common/http';
import { inject, Injectable, Injector, runInInjectionContext } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { LeadRead } from '@leadlog/contracts/lead';
import { defer, firstValueFrom, tap } from 'rxjs';
import { statusOf } from '../../../problem/problem';
import { inTenant } from '../../../tenant/tenant-header';
import { Undo } from '../../../undo/undo';
import { LeadAnswers } from '../../lead-answers';
import { choose, type Choices } from '../../conflict-dialog/conflict-dialog';
import { FieldTexts } from '../field-texts';
import { ShownLead } from '../shown-lead';
import type { LeadEdit } from './lead-edit';
import type { LeadWrite } from './lead-write';
import { AlreadyBeingSaved, Saving } from './saving';
import type { Conflict } from './three-way-merge';

const PRECONDITION_FAILED = 412;

/** The lead once it is saved; null where it is not: refused, or the edit is gone on with. */
export type Saved = LeadRead | null;

/** Brings changes of the shown lead to the server, and what the server makes of them to the page. */
@Injectable()
export class LeadSaver {
  private readonly http = inject(HttpClient);
  private readonly dialog = inject(MatDialog);
  private readonly texts = inject(FieldTexts);
  private readonly shown = inject(ShownLead);
  private readonly answers = inject(LeadAnswers);
  private readonly undo = inject(Undo);
  private readonly injector = inject(Injector);

  /** A write that is right whatever others did meanwhile. */
  async write(lead: LeadRead, write: LeadWrite, saving: Saving): Promise<Saved> {
    return this.told(saving, async () => {
      const answer = await saving.send({ lead, version: null }, write);
      this.answers.tell(answer);
      return answer;
    });
  }

  /** A write that only holds for the lead as it is shown: where it has changed, that is shown instead. */
  async writeUnchanged(lead: LeadRead, write: LeadWrite, saving: Saving): Promise<Saved> {
    return this.told(saving, async () => {
      try {
        const answer = await saving.send({ lead, version: lead.version }, write);
        this.answers.tell(answer);
        return answer;
      } catch (error) {
        if (statusOf(error) === PRECONDITION_FAILED) this.shown.accept(await this.read(lead));
        throw error;
      }
    });
  }

  /** A change in view of a lead that others may have changed since: what both touched is asked about. */
  async save(edit: LeadEdit, saving: Saving): Promise<Saved> {
    return this.told(saving, () => this.attempt(edit, edit.base, edit.write, saving));
  }

  /** Says what was done, and takes it back by the inverse, unless the lead has changed once more. */
  offerUndo(message: string, lead: LeadRead, inverse: LeadWrite): void {
    const saving = runInInjectionContext(this.injector, () => new Saving());
    this.undo.offer({
      message,
      undo: () =>
        defer(() => saving.send({ lead, version: lead.version }, inverse)).pipe(
          tap((answer) => this.answers.tell(answer)),
        ),
    });
  }

  private async attempt(
    edit: LeadEdit,
    lead: LeadRead,
    write: LeadWrite,
    saving: Saving,
  ): Promise<Saved> {
    try {
      const answer = await saving.send({ lead, version: lead.version }, write);
      this.answers.tell(answer);
      return answer;
    } catch (error) {
      if (statusOf(error) !== PRECONDITION_FAILED) throw error;
    }
    const theirs = await this.read(lead);
    this.shown.accept(theirs);
    const { conflicts, resolve } = edit.rebase(theirs);
    const choices = await this.decide(conflicts);
    if (choices === null) return null;
    const left = resolve(choices);
    return left === null ? theirs : this.attempt(edit, theirs, left, saving);
  }

  private async decide(conflicts: Conflict[]): Promise<Choices | null> {
    if (conflicts.length === 0) return new Map();
    const shown = conflicts.map(({ field, mine, theirs }) => ({
      field,
      label: this.texts.label(field),
      mine: this.texts.value(field, mine),
      theirs: this.texts.value(field, theirs),
    }));
    return choose(this.dialog, shown);
  }

  private read({ id, tenant_id }: LeadRead): Promise<LeadRead> {
    return firstValueFrom(
      this.http.get<LeadRead>(`/leads/${id}`, { context: inTenant(tenant_id) }),
    );
  }

  private async told(saving: Saving, save: () => Promise<Saved>): Promise<Saved> {
    try {
      return await save();
    } catch (error) {
      // Pressed twice: the first press is still being answered, and will tell.
      if (!(error instanceof AlreadyBeingSaved)) saving.error.set(error);
      return null;
    }
  }
}
