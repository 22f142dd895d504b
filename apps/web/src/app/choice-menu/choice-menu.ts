import { CdkMenu, CdkMenuItemRadio, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, input, output } from '@angular/core';
import { Icon } from '../icon/icon';

export interface Choice<T extends string> {
  value: T;
  label: string;
}

/** A button that opens a menu of which one entry is chosen. The button's content is projected. */
@Component({
  selector: 'app-choice-menu',
  imports: [CdkMenu, CdkMenuItemRadio, CdkMenuTrigger, Icon],
  templateUrl: './choice-menu.html',
  styleUrl: './choice-menu.scss',
})
export class ChoiceMenu<T extends string> {
  /** Accessible name of the button; has to contain the text that it shows. */
  readonly label = input.required<string>();
  readonly menuLabel = input.required<string>();
  readonly choices = input.required<readonly Choice<T>[]>();
  readonly value = input.required<T>();
  readonly buttonClass = input('button quiet');
  readonly busy = input(false);
  readonly choose = output<T>();
}
