import { CdkConnectedOverlay, CdkOverlayOrigin } from '@angular/cdk/overlay';
import { Component, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../../icon/icon';
import { Popup } from '../../popup/popup';
import { CurrentActor, MAX_ACTOR_LENGTH } from '../current-actor';
import { MyLeads } from '../my-leads';

/** Says who works here: what is changed is recorded under this name, and "my leads" are theirs. */
@Component({
  selector: 'app-actor-setting',
  imports: [CdkConnectedOverlay, CdkOverlayOrigin, Icon, MyLeads, Popup, TranslocoDirective],
  templateUrl: './actor-setting.html',
  styleUrl: './actor-setting.scss',
})
export class ActorSetting {
  protected readonly actor = inject(CurrentActor);

  protected readonly maxLength = MAX_ACTOR_LENGTH;
  protected readonly open = signal(false);

  protected save(name: string): void {
    this.actor.become(name);
    this.open.set(false);
  }
}
