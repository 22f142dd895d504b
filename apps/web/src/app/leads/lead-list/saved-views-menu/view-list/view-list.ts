import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { fieldErrors } from '@leadlog/contracts/field-errors';
import { type View, ViewName } from '@leadlog/contracts/view';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom, type Observable } from 'rxjs';
import { Icon } from '../../../../icon/icon';
import { Notices } from '../../../../notices/notices';
import { Popup } from '../../../../popup/popup';
import { FieldWords } from '../../../../problem/field-words';
import { problemOf } from '../../../../problem/problem';
import { Reasons } from '../../../../problem/reasons';
import { CurrentTenant } from '../../../../tenant/current-tenant';
import { Undo } from '../../../../undo/undo';
import {
  addressOf,
  isSameName,
  isShown,
  SavedViews,
  viewQueryOf,
} from '../../../saved-views/saved-views';
import type { ListQuery } from '../../list-query';

/** The tenant's views: to open, rename and delete, and a field to save what the list shows now. */
@Component({
  selector: 'app-view-list',
  imports: [Icon, Popup, RouterLink, TranslocoDirective],
  templateUrl: './view-list.html',
  styleUrl: './view-list.scss',
})
export class ViewList {
  private readonly saved = inject(SavedViews);
  private readonly undo = inject(Undo);
  private readonly notices = inject(Notices);
  private readonly words = inject(FieldWords);
  protected readonly reasons = inject(Reasons);
  private readonly transloco = inject(TranslocoService);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  protected readonly tenant = inject(CurrentTenant);

  readonly query = input.required<ListQuery>();
  readonly chosen = output();
  /** It came later than its place was found, and is as large now as it will be. */
  readonly sized = output();

  private readonly answer = this.saved.read();
  protected readonly error = this.answer.error;
  protected readonly views = computed<readonly View[] | null>(() =>
    this.answer.hasValue() ? this.answer.value().items : null,
  );
  protected readonly shown = computed(
    () => this.views()?.map((view) => ({ view, current: isShown(view, this.query()) })) ?? [],
  );
  /** There is something to save: the list is not just as it always begins. */
  protected readonly canSave = computed(() => Object.keys(viewQueryOf(this.query())).length > 0);

  protected readonly name = signal('');
  protected readonly replaces = computed(() => this.named(this.name()) !== undefined);
  protected readonly renaming = signal<string | null>(null);
  protected readonly refusal = signal<string | null>(null);
  private readonly busy = signal(false);

  protected readonly addressOf = addressOf;

  constructor() {
    const opened = effect(() => {
      if (this.views() === null && !this.error()) return;
      opened.destroy();
      afterNextRender(() => this.sized.emit(), { injector: this.injector });
      this.focus('li a, input, .hint');
    });
  }

  protected async save(): Promise<void> {
    const name = this.accepted(this.name());
    if (name === null) return;
    const view = { name, query: viewQueryOf(this.query()) };
    if (!(await this.write(this.saved.save(view)))) return;
    this.name.set('');
    this.notices.say(this.transloco.translate('views.saved', { name }));
  }

  protected beginRenaming(view: View): void {
    this.refusal.set(null);
    this.renaming.set(view.name);
    this.focus('.renaming input');
  }

  protected stopRenaming(): void {
    this.refusal.set(null);
    this.renaming.set(null);
    this.focus('ul');
  }

  protected async rename(view: View, to: string): Promise<void> {
    const name = this.accepted(to);
    if (name === null) return;
    if (name === view.name) return this.stopRenaming();
    const other = this.named(name);
    if (other !== undefined && other !== view)
      return this.refusal.set(this.transloco.translate('views.taken'));
    if (!(await this.write(this.saved.rename(view, name)))) return;
    this.stopRenaming();
    this.notices.say(this.transloco.translate('views.renamed', { name }));
  }

  protected async delete(view: View): Promise<void> {
    if (!(await this.write(this.saved.delete(view.name)))) return;
    this.focus('ul, input');
    this.undo.offer({
      message: this.transloco.translate('views.deleted', view),
      undo: () => this.saved.save(view),
    });
  }

  private named(name: string): View | undefined {
    return this.views()?.find((view) => isSameName(view.name, name.trim()));
  }

  /** The name as the contract takes it, or null after what is wrong with it has been said. */
  private accepted(name: string): string | null {
    const result = ViewName.safeParse(name, { reportInput: true });
    if (result.success) return result.data;
    const [error] = fieldErrors(result.error.issues);
    this.refusal.set(error ? this.words.of(error) : null);
    return null;
  }

  private async write(request: Observable<unknown>): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.refusal.set(null);
    try {
      await firstValueFrom(request, { defaultValue: null });
      this.answer.reload();
      return true;
    } catch (error) {
      const [first] = problemOf(error)?.errors ?? [];
      this.refusal.set(first ? this.words.ofServer(first) : this.reasons.of(error));
      return false;
    } finally {
      this.busy.set(false);
    }
  }

  private focus(selector: string): void {
    afterNextRender(() => this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus(), {
      injector: this.injector,
    });
  }
}
