import { HttpClient } from '@angular/common/http';
import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  signal,
} from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import type { LeadCreateInput, LeadRead } from '@leadlog/contracts/lead';
import { explainPriority } from '@leadlog/domain/priority';
import { INDUSTRIES, STATUSES } from '@leadlog/domain/vocabulary';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Formats } from '../../i18n/formats';
import { Icon } from '../../icon/icon';
import { Notices } from '../../notices/notices';
import { PriorityBar } from '../priority-bar/priority-bar';
import { PriorityParts } from '../priority-parts/priority-parts';
import { DiscardDialog } from '../discard-dialog/discard-dialog';
import { DuplicatePanel } from '../duplicates/duplicate-panel';
import { comparedBy, duplicatesWhileTyping } from '../duplicates/duplicates';
import { EmailRows } from './email-rows/email-rows';
import { Field, FieldControl } from '../field/field';
import { FormErrors } from './form-errors';

@Component({
  selector: 'app-new-lead',
  imports: [
    DuplicatePanel,
    EmailRows,
    Field,
    FieldControl,
    Icon,
    PriorityBar,
    PriorityParts,
    ReactiveFormsModule,
    RouterLink,
    TranslocoDirective,
  ],
  providers: [FormErrors],
  templateUrl: './new-lead.html',
  styleUrl: './new-lead.scss',
  host: { '(window:beforeunload)': 'warnOfLoss($event)' },
})
export class NewLead {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly dialog = inject(MatDialog);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  protected readonly formats = inject(Formats);
  protected readonly errors = inject(FormErrors);

  protected readonly form = this.errors.form;
  protected readonly statuses = STATUSES;
  protected readonly industries = INDUSTRIES;
  protected readonly hasContact = computed(() => this.errors.value().has_contact);
  protected readonly sending = signal(false);
  protected readonly invalidCount = computed(() =>
    this.errors.submitted() ? this.errors.refused().size : 0,
  );

  /** The same for each attempt with these entries: where an answer is lost, a repeat creates no second lead. */
  private readonly attemptKey = computed(() => {
    this.errors.body();
    return crypto.getRandomValues(new Uint32Array(4)).join('-');
  });

  protected readonly duplicates = duplicatesWhileTyping(() => {
    const refused = this.errors.refused();
    return comparedBy(this.errors.body(), (pointer) => !refused.has(pointer));
  });

  protected readonly preview = computed(() => {
    const body = this.errors.body();
    const refused = this.errors.refused();
    const valid = <T>(name: keyof LeadCreateInput, value: T) =>
      refused.has(`/${name}`) ? null : (value ?? null);
    const parts = explainPriority(
      {
        status: body.status ?? 'new',
        primary_contact: body.primary_contact ?? null,
        domain: valid('domain', body.domain),
        employee_count: valid('employee_count', body.employee_count),
        industry: body.industry ?? null,
        last_activity_at: valid('last_activity_at', body.last_activity_at),
      },
      new Date(),
    );
    return { parts, points: parts.reduce((sum, { points }) => sum + points, 0) };
  });

  async mayLeave(): Promise<boolean> {
    if (this.form.pristine) return true;
    const answer = this.dialog
      .open<DiscardDialog, string, boolean>(DiscardDialog, { data: 'form.leave' })
      .afterClosed();
    return (await firstValueFrom(answer)) ?? false;
  }

  protected warnOfLoss(event: BeforeUnloadEvent): void {
    if (this.form.dirty) event.preventDefault();
  }

  protected async submit(): Promise<void> {
    if (this.sending()) return;
    this.errors.submitted.set(true);
    this.errors.refusal.set(null);
    if (this.form.invalid) return this.focusFirstError();
    this.sending.set(true);
    const body = this.errors.body();
    try {
      this.opened(await this.send(body));
    } catch (error) {
      this.errors.refusal.set({ body, error });
      this.focusFirstError();
    } finally {
      this.sending.set(false);
    }
  }

  private send(body: LeadCreateInput): Promise<LeadRead> {
    const headers = { 'Idempotency-Key': this.attemptKey() };
    return firstValueFrom(this.http.post<LeadRead>('/leads', body, { headers }));
  }

  private opened({ id, name }: LeadRead): void {
    this.form.markAsPristine();
    this.notices.say(this.transloco.translate('form.created', { name }));
    void this.router.navigate(['/leads', id]);
  }

  private focusFirstError(): void {
    const focus = () =>
      this.host.nativeElement
        .querySelector<HTMLElement>('[aria-invalid="true"], [role="alert"]')
        ?.focus();
    afterNextRender(focus, { injector: this.injector });
  }
}
