import { LiveAnnouncer } from '@angular/cdk/a11y';
import {
  afterNextRender,
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Formats } from '../../i18n/formats';
import { Icon } from '../../icon/icon';
import { DiscardDialog } from '../../leads/discard-dialog/discard-dialog';
import { ProblemNotice } from '../../problem/problem-notice/problem-notice';
import { ColumnMapping } from '../column-mapping/column-mapping';
import { FileDrop } from '../file-drop/file-drop';
import { ImportDraft } from '../import-draft';
import { ImportPreview } from '../import-preview/import-preview';
import { ImportReport } from '../import-report/import-report';
import { FollowedImport, ImportRequests } from '../import-requests';
import { ImportWords } from '../import-words';

const STEPS = ['file', 'columns', 'result'] as const;

/**
 * From a file to leads: what its columns are, whether all its rows fit, and the import itself. An
 * import that has begun stands in the address, so that a reload or a link leads back to it.
 */
@Component({
  selector: 'app-import-assistant',
  imports: [
    ColumnMapping,
    FileDrop,
    Icon,
    ImportPreview,
    ImportReport,
    ProblemNotice,
    RouterLink,
    TranslocoDirective,
  ],
  providers: [ImportDraft],
  templateUrl: './import-assistant.html',
  styleUrl: './import-assistant.scss',
  host: { '(window:beforeunload)': 'warnOfLoss($event)' },
})
export class ImportAssistant {
  private readonly requests = inject(ImportRequests);
  private readonly words = inject(ImportWords);
  private readonly router = inject(Router);
  private readonly dialog = inject(MatDialog);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly transloco = inject(TranslocoService);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly destroyRef = inject(DestroyRef);
  protected readonly formats = inject(Formats);
  protected readonly draft = inject(ImportDraft);

  /** Parameters of the address: the import that is shown, and whether it is one of before. */
  readonly job = input<string>();
  readonly earlier = input<string>();

  protected readonly followed = new FollowedImport(() => this.job() || null);
  protected readonly shown = this.followed.job;
  protected readonly sending = signal(false);
  protected readonly refusal = linkedSignal<unknown, unknown>({
    source: () => [this.draft.file(), this.draft.mappings()],
    computation: () => null,
  });
  protected readonly refusalWords = computed(() => {
    this.transloco.activeLang();
    return this.refusal() === null ? null : this.words.ofRefusal(this.refusal());
  });

  protected readonly steps = STEPS;
  protected readonly step = computed<(typeof STEPS)[number]>(() => {
    if (this.job()) return 'result';
    return this.draft.file() ? 'columns' : 'file';
  });
  /** Without a name no row is a lead: there is nothing to preview. */
  protected readonly isNamed = computed(() =>
    this.draft.errors().every(({ code }) => code !== 'no_name_column'),
  );
  protected readonly fault = computed(() => {
    const refused = this.draft.fault();
    this.transloco.activeLang();
    return refused && this.transloco.translate(`import.file.${refused.fault}`, refused);
  });

  private readonly report = viewChild(ImportReport);
  /** The import that was begun here and is not shown yet. */
  private begun: string | null = null;

  /** Until an answer comes, a repeat of the same order has the same key. */
  private readonly attempt = linkedSignal<unknown, string>({
    source: () => [this.draft.file(), this.draft.mappings()],
    computation: () => newKey(),
  });

  constructor() {
    effect(() => this.announceEnd());
    let before = untracked(this.step);
    effect(() => {
      // What was begun here takes the focus once something is known of it; a link to it does not.
      if (this.step() === 'result' ? this.shown()?.id === this.begun : this.step() !== before)
        this.focusStep();
      before = this.step();
    });
  }

  async mayLeave(): Promise<boolean> {
    if (!this.sending()) return true;
    const answer = this.dialog
      .open<DiscardDialog, string, boolean>(DiscardDialog, { data: 'import.leave' })
      .afterClosed();
    return (await firstValueFrom(answer)) ?? false;
  }

  protected warnOfLoss(event: BeforeUnloadEvent): void {
    if (this.sending()) event.preventDefault();
  }

  protected async begin({ dryRun = false, force = false } = {}): Promise<void> {
    const chosen = this.draft.file();
    if (chosen === null || this.sending()) return;
    this.sending.set(true);
    this.refusal.set(null);
    const key = [this.attempt(), dryRun && 'dry', force && 'force'].filter(Boolean).join('-');
    const { file } = chosen;
    const mappings = this.draft.mappings();
    try {
      const begun$ = this.requests.begin({ file, mappings, dryRun, force, key });
      // Whoever leaves meanwhile stops it.
      const begun = await firstValueFrom(begun$.pipe(takeUntilDestroyed(this.destroyRef)));
      this.attempt.set(newKey());
      this.begun = begun.id;
      this.sending.set(false);
      await this.show({ job: begun.id, ...(begun.isEarlier && { earlier: true }) });
    } catch (error) {
      if (this.destroyRef.destroyed) return;
      this.refusal.set(error);
      this.focusRefusal();
    } finally {
      this.sending.set(false);
    }
  }

  /** Back to the columns of the file that is still at hand, else to the choice of one. */
  protected change(): void {
    void this.show({});
  }

  protected startOver(): void {
    this.draft.drop();
    void this.show({});
  }

  private async show(queryParams: object): Promise<void> {
    await this.router.navigate(['/leads/import'], { queryParams });
  }

  private announceEnd(): void {
    const headline = this.report()?.headline();
    if (headline && this.shown()?.status !== 'running') void this.announcer.announce(headline);
  }

  private focusStep(): void {
    this.begun = null;
    this.focus('.step h2');
  }

  private focusRefusal(): void {
    this.focus('.refused');
  }

  private focus(selector: string): void {
    afterNextRender(() => this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus(), {
      injector: this.injector,
    });
  }
}

const newKey = () => crypto.getRandomValues(new Uint32Array(4)).join('-');
