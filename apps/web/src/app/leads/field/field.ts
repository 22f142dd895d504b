import { Component, Directive, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

let count = 0;

/** A labelled field with room for its error or hint below. Around one `appFieldControl`. */
@Component({
  selector: 'app-field',
  imports: [TranslocoPipe],
  templateUrl: './field.html',
  styleUrl: './field.scss',
})
export class Field {
  readonly label = input.required<string>();
  readonly error = input.required<string | null>();
  readonly hint = input('');
  readonly required = input(false);

  readonly controlId = `field-${++count}`;
  readonly noteId = `${this.controlId}-note`;
}

/** Ties the control inside a field to its label and note. */
@Directive({
  selector: '[appFieldControl]',
  host: {
    class: 'control',
    '[id]': 'field.controlId',
    '[attr.aria-describedby]': 'field.noteId',
    '[attr.aria-invalid]': "field.error() ? 'true' : null",
    '[attr.aria-required]': 'field.required() || null',
  },
})
export class FieldControl {
  protected readonly field = inject(Field);
}
