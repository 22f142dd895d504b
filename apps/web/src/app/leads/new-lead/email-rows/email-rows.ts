import {
  afterNextRender,
  Component,
  ElementRef,
  inject,
  Injector,
  input,
  viewChild,
} from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../../../icon/icon';
import { Field, FieldControl } from '../../field/field';
import { FormErrors } from '../form-errors';
import { addEmail, type ContactForm, removeEmail } from '../lead-form';

/** The API contract, LeadCreate. */
export const MAX_EMAILS = 20;

/** The e-mails of a contact, of which one is the primary. */
@Component({
  selector: 'app-email-rows',
  imports: [Field, FieldControl, Icon, ReactiveFormsModule, TranslocoDirective],
  templateUrl: './email-rows.html',
  styleUrl: './email-rows.scss',
})
export class EmailRows {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly addButton = viewChild<ElementRef<HTMLButtonElement>>('addButton');
  protected readonly errors = inject(FormErrors);

  readonly contact = input.required<ContactForm['controls']>();

  protected readonly max = MAX_EMAILS;

  protected add(): void {
    addEmail(this.contact());
    this.onceRendered(() => {
      const fields =
        this.host.nativeElement.querySelectorAll<HTMLInputElement>('input[type=email]');
      fields[fields.length - 1]?.focus();
    });
  }

  protected remove(index: number): void {
    removeEmail(this.contact(), index);
    this.onceRendered(() => this.addButton()?.nativeElement.focus());
  }

  private onceRendered(focus: () => void): void {
    afterNextRender(focus, { injector: this.injector });
  }
}
